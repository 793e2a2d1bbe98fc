import {
  calendarOf,
  feedbackAnswerSchema,
  feedbackFormSchema,
  feedbackRequestSchema,
  feedbackStatusSchema,
  feedbackThemes,
  type FeedbackForm,
} from '@qualepref/core';
import { object, optional, string } from 'valibot';
import { reads, writes, type ApiRoute } from '../api-route.ts';
import { spendProof } from '../challenge.ts';
import { followed, receive } from '../feedback.ts';
import { Refused } from '../problem.ts';
import { privacyOf, publicSite } from '../public-offer.ts';
import type { Settings } from '../settings.ts';

/** What the form offers. */
export const feedbackForm: ApiRoute = reads({
  path: '/feedback/form',
  summary: 'Ce que propose le formulaire de réclamation ou de suggestion.',
  query: object({ site: optional(string()) }),
  answer: feedbackFormSchema,
  handle: ({ world, query }) => Promise.resolve(formOf(world.settings, query.site)),
});

/** @throws Refused `not-found` for a site that is not one of ours */
export function formOf(settings: Settings, only?: string): FeedbackForm {
  const { config } = settings;
  const sites = config.sites.filter(({ id }) => only === undefined || id === only);
  if (sites.length === 0) throw new Refused('not-found');
  return {
    sites: sites.map(publicSite),
    themes: feedbackThemes.value.map(({ id, label }) => ({ id, label })),
    services: config.services.flatMap(({ id, name, phone, site }) => {
      const isHere = only === undefined || site === undefined || site === only;
      // One that cannot be reached helps nobody who has a plain request.
      return id === undefined || phone === undefined || !isHere ? [] : [{ id, name, phone }];
    }),
    delay: config.delays.feedback,
    calendars: Object.fromEntries(
      sites.map((site) => {
        const { zone, closings } = calendarOf(site);
        return [site.id, { zone, closings: [...closings] }];
      }),
    ),
    privacy: privacyOf(settings, 'feedback'),
  };
}

/** Takes in a message. */
export const sendFeedback: ApiRoute = writes({
  path: '/feedback',
  summary: 'Dépose une réclamation, une suggestion ou une demande ; répond par l’accusé de réception.',
  body: feedbackRequestSchema,
  answer: feedbackAnswerSchema,
  status: 201,
  handle: async ({ world, body: { proof, website: _trap, channel: _channel, ...message } }, tx) => {
    await spendProof(world, tx, 'feedback', proof);
    return receive(world, tx, message, { enteredBy: 'public', channel: 'website' });
  },
});

/** Where a message stands, for who has its token. */
export const feedbackStatus: ApiRoute = reads({
  path: '/feedback/:reference',
  summary: 'Où en est une réclamation ou une suggestion, pour qui l’a déposée.',
  query: object({ token: string() }),
  answer: feedbackStatusSchema,
  handle: ({ world, params, query }) => followed(world, params['reference'] ?? '', query.token),
});
