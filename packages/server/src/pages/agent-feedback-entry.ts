import {
  channelLabels,
  feedbackKindLabels,
  feedbackKinds,
  feedbackThemes,
  type Channel,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, roleNames } from '../access.ts';
import { siteChoices } from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { receive } from '../feedback.ts';
import { day, maybe, maybeEmail, maybeText, needed, neededText, oneOf } from '../form-fields.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { FEEDBACK } from './agent-feedback-rows.ts';
import { area, blank, button, choose, faultSummary, formOf, line, type Filled } from './agent-form.ts';

/** What an agent can have received; the public’s own channel is the website. */
const entered = ['desk', 'phone', 'letter', 'email', 'box'] as const satisfies readonly Channel[];

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  return Promise.resolve({
    title: 'Saisir une fiche',
    body: html`${faultSummary(filled)}
    ${formOf(
      asked,
      FEEDBACK,
      html`<div class="row">
          ${choose(filled, {
            ...{ name: 'sorte', label: 'C’est une', isRequired: true },
            choices: feedbackKinds.map((value) => ({ value, label: feedbackKindLabels[value] })),
          })}
          ${choose(filled, {
            ...{ name: 'canal', label: 'Reçue par', isRequired: true },
            choices: entered.map((value) => ({ value, label: channelLabels[value] })),
          })}
        </div>
        <div class="row">
          ${choose(filled, { name: 'site', label: 'Site', isRequired: true, choices: siteChoices(asked) })}
          ${line(filled, { name: 'jour', label: 'Reçue le', type: 'date', isRequired: true, value: todayAt(asked.world) })}
        </div>
        ${choose(filled, {
          ...{ name: 'theme', label: 'Thème', isRequired: true },
          choices: feedbackThemes.value.map(({ id, label }) => ({ value: id, label: label.fr })),
        })}
        ${area(filled, {
          ...{ name: 'texte', label: 'Ce que dit la personne', isRequired: true },
          hint: 'Ses mots. Ni renseignement de santé, ni numéro de sécurité sociale.',
        })}
        ${line(filled, {
          ...{ name: 'nom', label: 'Nom' },
          hint: 'Sans nom ni adresse, aucune réponse ne peut être envoyée.',
        })}
        ${line(filled, { name: 'courriel', label: 'Courriel', type: 'email' })}
        ${area(filled, { name: 'adresse', label: 'Adresse postale', rows: 3 })}
        ${button('Enregistrer la fiche')}`,
    )}`,
  });
}

/** Writing down a message that came in otherwise than by the website. */
export const feedbackEntryRoutes: readonly AgentRoute[] = [
  page({ path: '/reclamations/nouvelle', roles: atDesk, object: 'own', handle: (asked) => entryPage(asked) }),
  form({
    path: '/reclamations',
    roles: atDesk,
    form: v.object({
      sorte: oneOf(feedbackKinds, 'Choisir une sorte.'),
      canal: oneOf(entered, 'Choisir comment elle a été reçue.'),
      site: needed('Choisir un site.'),
      jour: day(),
      theme: oneOf(
        feedbackThemes.value.map(({ id }) => id),
        'Choisir un thème.',
      ),
      texte: neededText('Écrire ce que dit la personne.'),
      nom: maybe(),
      courriel: maybeEmail(),
      adresse: maybeText(),
    }),
    object: 'own',
    about: ({ form: { site } }) => ({ site }),
    handle: async ({ world, agent, form: asked }, tx) => {
      const { sorte: kind, site, theme, texte: text, nom, courriel, adresse, canal: channel, jour } = asked;
      if (jour > todayAt(world, site))
        throw new WrongForm({ jour: 'Ce jour n’est pas encore venu : vérifier la date.' });
      const replyTo = {
        ...(courriel === '' ? {} : { email: courriel }),
        ...(adresse === '' ? {} : { postal: adresse }),
      };
      const { reference } = await receive(
        world,
        tx,
        { ...{ kind, site, theme, text, language: 'fr' }, ...(nom === '' ? {} : { name: nom }), replyTo },
        { channel, enteredBy: 'agent', receivedOn: jour, by: roleNames[agent.role] },
      );
      await record(world, tx, agent, {
        action: 'feedback-entered',
        object: `feedback ${reference}`,
        details: { kind, channel, site },
      });
      return { to: `${FEEDBACK}/${reference}`, notice: 'fiche-saisie' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
  }),
];
