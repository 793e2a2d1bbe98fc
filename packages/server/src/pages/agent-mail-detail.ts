import { channelLabels, type MailEntry } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, logReaders, serviceName, siteName, type Reached } from '../access.ts';
import { form, page, type AgentAsked, type AgentRoute, type Moved, type Page } from '../agent-route.ts';
import { day, maybe } from '../form-fields.ts';
import { longDay } from '../date-words.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { findMail, setAnswer } from '../store/correspondence-store.ts';
import { blank, button, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { facts, nothing } from './agent-html.ts';
import { checkDays, MAIL, statusOf, statusText } from './agent-mail-rows.ts';

async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent } = asked;
  const { config } = world.settings;
  const entry = await found(asked);
  return {
    title: `Courrier ${entry.id}`,
    body: html`${faultSummary(filled)}
    ${facts([
      ['Réponse', statusText(world, { entry, status: statusOf(world, entry) })],
      ['Objet', entry.subject],
      ['Reçu le', `${longDay(entry.receivedOn)} (${channelLabels[entry.channel]})`],
      ['Site', siteName(config, entry.site)],
      ['Service', serviceName(config, entry.service)],
      ['Répondu le', entry.answeredOn === undefined ? 'pas encore' : longDay(entry.answeredOn)],
      ['Modèle', entry.template ?? '–'],
    ])}
    ${
      atDesk.includes(agent.role)
        ? formOf(
            asked,
            `${MAIL}/${encodeURIComponent(entry.id)}/reponse`,
            html`<h2>${entry.answeredOn === undefined ? 'Noter la réponse' : 'Corriger la réponse'}</h2>
              ${line(filled, {
                ...{ name: 'repondu', label: 'Répondu le', type: 'date', isRequired: true },
                value: entry.answeredOn ?? todayAt(world, entry.site),
              })}
              ${line(filled, { name: 'modele', label: 'Modèle de réponse', value: entry.template })}
              ${button('Enregistrer')}`,
          )
        : nothing
    }`,
  };
}

async function found({ db, params }: AgentAsked<unknown>): Promise<MailEntry> {
  const entry = await findMail(db, params['id'] ?? '');
  if (!entry) throw new Error('The object of the route was found before.');
  return entry;
}

async function mailObject({ db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const entry = /^\S{1,300}$/.test(id) ? await findMail(db, id) : undefined;
  return entry && { site: entry.site, service: entry.service };
}

/** A letter or an e-mail, and its answer. */
export const mailDetailRoutes: readonly AgentRoute[] = [
  page({
    ...{ path: '/courriers/:id', roles: logReaders, object: mailObject },
    handle: (asked) => detailPage(asked),
  }),
  form({
    path: '/courriers/:id/reponse',
    roles: atDesk,
    object: mailObject,
    form: v.object({ repondu: day(), modele: maybe() }),
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent } = asked;
      const entry = await found(asked);
      const { repondu, modele } = asked.form;
      checkDays(todayAt(world, entry.site), entry.receivedOn, repondu);
      await setAnswer(tx, entry.id, { answeredOn: repondu, template: modele === '' ? undefined : modele });
      await record(world, tx, agent, { action: 'mail-answered', object: `mail ${entry.id}` });
      return { to: MAIL, notice: 'courrier-repondu' };
    },
    again: (asked, faults) => detailPage(asked, { values: asked.form, faults }),
  }),
];
