import { channelLabels, mailChannels } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, servicesOf } from '../access.ts';
import { siteChoices } from '../agent-places.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { day, maybe, maybeDay, needed, neededSubject, oneOf } from '../form-fields.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { insertMail, lastNumber } from '../store/correspondence-store.ts';
import { blank, button, choose, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { words } from './agent-html.ts';
import { checkDays, MAIL } from './agent-mail-rows.ts';

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, db } = asked;
  const today = todayAt(world);
  const year = today.slice(0, 4);
  const next = Number((await lastNumber(db, year))?.slice(5) ?? 0) + 1;
  return {
    title: 'Saisir un courrier',
    body: html`${faultSummary(filled)}
      <p>
        ${words('Seulement les demandes d’information générale : une demande de titre a ses propres délais.')}
      </p>
      ${formOf(
        asked,
        MAIL,
        html`<div class="row">
            ${line(filled, {
              ...{ name: 'numero', label: 'Numéro', isRequired: true },
              value: `${year}-${String(next).padStart(5, '0')}`,
            })}
            ${choose(filled, {
              ...{ name: 'canal', label: 'Reçu par', isRequired: true },
              choices: mailChannels.map((value) => ({ value, label: channelLabels[value] })),
            })}
          </div>
          <div class="row">
            ${choose(filled, { name: 'site', label: 'Site', isRequired: true, choices: siteChoices(asked) })}
            ${choose(filled, {
              ...{ name: 'service', label: 'Service', isRequired: true },
              choices: servicesOf(agent, world.settings.config).map(({ id, name }) => ({
                value: id,
                label: name,
              })),
            })}
          </div>
          ${line(filled, {
            ...{ name: 'objet', label: 'Objet', isRequired: true },
            hint: 'Ce qui est demandé, sans nom : « horaires », « pièces à fournir ».',
          })}
          <div class="row">
            ${line(filled, { name: 'recu', label: 'Reçu le', type: 'date', isRequired: true, value: today })}
            ${line(filled, { name: 'repondu', label: 'Répondu le', type: 'date' })}
          </div>
          ${line(filled, { name: 'modele', label: 'Modèle de réponse' })} ${button('Enregistrer le courrier')}`,
      )}`,
  };
}

/** Writing down a letter or an e-mail. */
export const mailEntryRoutes: readonly AgentRoute[] = [
  page({ path: '/courriers/nouveau', roles: atDesk, object: 'own', handle: (asked) => entryPage(asked) }),
  form({
    path: '/courriers',
    roles: atDesk,
    form: v.object({
      numero: v.pipe(
        needed('Le numéro manque.'),
        v.regex(/^[\w./-]{1,40}$/, 'Un numéro s’écrit sans espace, par exemple 2026-00417.'),
      ),
      canal: oneOf(mailChannels, 'Choisir courriel ou courrier.'),
      site: needed('Choisir un site.'),
      service: needed('Choisir un service.'),
      objet: neededSubject('L’objet manque.'),
      recu: day(),
      repondu: maybeDay(),
      modele: maybe(),
    }),
    object: 'own',
    about: ({ world, form: { site, service } }) =>
      servicesOf({ service: null }, world.settings.config).some(({ id }) => id === service)
        ? { site, service }
        : undefined,
    handle: async ({ world, agent, form: asked }, tx): Promise<Moved> => {
      const { numero: id, canal: channel, site, service, objet: subject, recu, repondu, modele } = asked;
      checkDays(todayAt(world, site), recu, repondu);
      const isNew = await insertMail(tx, {
        ...{ id, channel, site, service, subject, receivedOn: recu },
        answeredOn: repondu === '' ? undefined : repondu,
        template: modele === '' ? undefined : modele,
      });
      if (!isNew) throw new WrongForm({ numero: 'Ce numéro est déjà pris : en choisir un autre.' });
      await record(world, tx, agent, {
        action: 'mail-entered',
        object: `mail ${id}`,
        details: { channel, site },
      });
      return { to: MAIL, notice: 'courrier-saisi' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
  }),
];
