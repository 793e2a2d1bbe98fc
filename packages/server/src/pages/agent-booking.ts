import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk } from '../access.ts';
import { proceduresAt, reachOf, siteAsked, siteInAddress } from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { confirmHold, holdPlace } from '../booking.ts';
import { isDay, maybe, maybeEmail, needed } from '../form-fields.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { APPOINTMENTS } from './agent-appointment.ts';
import { blank, button, choose, faultSummary, formOf, line, search, type Filled } from './agent-form.ts';
import { words, type Html } from './agent-html.ts';
import { siteFilter } from './agent-site-filter.ts';
import { slotsPart } from './agent-slots.ts';

const HERE = `${APPOINTMENTS}/nouveau`;

async function bookPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, query } = asked;
  const values = { ...query, ...filled.values };
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const site = siteAsked({ ...asked, query: { ...query, site: text('site') } });
  const procedures = site ? proceduresAt(world, agent, site.id) : [];
  const procedure = procedures.find(({ id }) => id === text('demarche')) ?? procedures[0];
  if (!site) return { title: 'Prendre un rendez-vous', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const from = isDay(text('du')) ? text('du') : todayAt(world, site.id);
  return {
    title: 'Prendre un rendez-vous',
    body: html`${faultSummary(filled)}
    ${search(
      HERE,
      html`${siteFilter(asked, site.id)}
      ${choose(blank, {
        ...{ name: 'demarche', label: 'Démarche', isFilter: true, value: procedure?.id },
        choices: procedures.map(({ id, label }) => ({ value: id, label: label.fr })),
      })}
      ${line(blank, { name: 'du', label: 'À partir du', type: 'date', isFilter: true, value: from })}`,
    )}
    ${
      procedure
        ? await slotsForm(asked, filled, { site: site.id, procedure: procedure.id, from })
        : html`<p>${words('Aucune démarche de ce site ne se prend ici : choisir un autre site.')}</p>`
    }`,
  };
}

function slotsForm(
  asked: AgentAsked<unknown>,
  filled: Filled,
  of: { readonly site: string; readonly procedure: string; readonly from: string },
): Promise<Html> {
  const at = (from: string) => `${HERE}?site=${of.site}&demarche=${of.procedure}&du=${from}`;
  return slotsPart(asked.world, filled, { ...of, at }, (choice) =>
    formOf(
      asked,
      APPOINTMENTS,
      html`<input type="hidden" name="site" value="${of.site}" />
        <input type="hidden" name="demarche" value="${of.procedure}" />
        <input type="hidden" name="du" value="${of.from}" />
        ${choice}
        <h2>Personne</h2>
        ${line(filled, { name: 'nom', label: 'Nom et prénom', isRequired: true })}
        ${line(filled, {
          ...{ name: 'courriel', label: 'Courriel', type: 'email' },
          hint: 'Avec lui, la confirmation et le rappel partent par courriel.',
        })}
        ${line(filled, { name: 'telephone', label: 'Téléphone', type: 'tel' })}
        ${button('Prendre le rendez-vous')}`,
    ),
  );
}

/** Booking for somebody else. */
export const bookingRoutes: readonly AgentRoute[] = [
  page({
    ...{ path: '/rendez-vous/nouveau', roles: atDesk, object: siteInAddress },
    handle: (asked) => bookPage(asked),
  }),
  form({
    path: '/rendez-vous',
    roles: atDesk,
    form: v.object({
      site: needed('Choisir un site.'),
      demarche: needed('Choisir une démarche.'),
      debut: needed('Choisir un créneau.'),
      nom: needed('Le nom manque : l’écrire.'),
      courriel: maybeEmail(),
      telephone: maybe(),
    }),
    object: 'own',
    about: ({ world, form: { site, demarche } }) => reachOf(world, site, demarche),
    handle: async ({ world, agent, form: asked }, tx) => {
      const { site, demarche: procedure, debut: start, nom: name, courriel, telephone } = asked;
      if (telephone !== '' && !/^\+?\d(?:[ .\u00a0]?\d){5,19}$/.test(telephone))
        throw new WrongForm({ telephone: 'Ce numéro ne convient pas : l’écrire comme 01 99 00 12 34.' });
      const { id: hold } = await holdPlace(world, tx, { site, procedure, start, booker: 'agent' });
      const { reference } = await confirmHold(world, tx, {
        ...{ hold, name, language: 'fr', booker: 'agent' },
        ...(courriel === '' ? {} : { email: courriel }),
        ...(telephone === '' ? {} : { phone: telephone }),
      });
      await record(world, tx, agent, { action: 'appointment-booked', object: `appointment ${reference}` });
      return { to: `${APPOINTMENTS}?site=${site}&jour=${start.slice(0, 10)}`, notice: 'rendez-vous-pris' };
    },
    again: (asked, faults) => bookPage(asked, { values: asked.form, faults }),
  }),
];
