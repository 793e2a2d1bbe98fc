import { proceduresAnswerSchema, proceduresQuerySchema } from '@qualepref/core';
import { reads, type ApiRoute } from '../api-route.ts';
import { slotLengths } from '../opening.ts';
import { Refused } from '../problem.ts';
import { privacyOf, publicProcedures, publicSites } from '../public-offer.ts';

/** What a site receives for. */
export const procedures: ApiRoute = reads({
  path: '/procedures',
  summary: 'Les démarches d’un site : pièces à apporter, façon de prendre rendez-vous, autres moyens.',
  query: proceduresQuerySchema,
  answer: proceduresAnswerSchema,
  handle: async ({ world, query: { site } }) => {
    const { settings, store } = world;
    if (!publicSites(settings.config).some(({ id }) => id === site)) throw new Refused('not-found');
    return {
      procedures: publicProcedures(settings.config, site, await slotLengths(store.db, site)),
      privacy: privacyOf(settings, 'appointments'),
    };
  },
});
