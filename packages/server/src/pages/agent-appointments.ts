import { addDays } from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, reaches, siteName, type Reached } from '../access.ts';
import {
  procedureName,
  proceduresAt,
  reachOf,
  siteAsked,
  siteChoices,
  siteInAddress,
  todayOf,
} from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { cancelAppointment, confirmHold, freeSlots, holdPlace } from '../booking.ts';
import { isDay, maybe, maybeEmail, needed, oneOf } from '../form-fields.ts';
import { clockTime, longDay, weekdayAndDay } from '../french-date.ts';
import { record } from '../journal.ts';
import {
  appointmentNamed,
  appointmentsOn,
  setAttendance,
  type DayAppointment,
} from '../store/agenda-store.ts';
import {
  blank,
  button,
  choose,
  faultSummary,
  formOf,
  line,
  pick,
  search,
  type Filled,
} from './agent-form.ts';
import { each, facts, nothing, table, words, type Html } from './agent-html.ts';

const ROOT = '/agents/rendez-vous';
/** Days of free slots on one page. */
const SHOWN_DAYS = 7;

const attendances = {
  attended: 'présent',
  absent: 'absent',
} as const;

function dayAsked({ query, world }: AgentAsked<unknown>, site?: string): string {
  const { jour = '' } = query;
  return isDay(jour) ? jour : todayOf(world, site);
}

async function dayPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, agent, db } = asked;
  const site = siteAsked(asked);
  if (!site) return { title: 'Rendez-vous', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const day = dayAsked(asked, site.id);
  const all = await appointmentsOn(db, { site: site.id, day });
  const rows = all.filter(({ procedure }) => reaches(agent, reachOf(world, site.id, procedure)));
  const today = todayOf(world, site.id);
  const link = (to: string) => `${ROOT}?site=${site.id}&jour=${to}`;
  return {
    title: day === today ? 'Rendez-vous du jour' : 'Rendez-vous',
    body: html`<ul class="actions">
        <li>
          <a class="button" href="${ROOT}/nouveau?site=${site.id}">Prendre un rendez-vous pour quelqu’un</a>
        </li>
      </ul>
      ${search(
        ROOT,
        html`${choose(blank, {
          ...{ name: 'site', label: 'Site', isFilter: true, value: site.id },
          choices: siteChoices(asked),
        })}
        ${line(blank, { name: 'jour', label: 'Jour', type: 'date', isFilter: true, value: day })}`,
      )}
      <ul class="actions">
        <li><a href="${link(addDays(day, -1))}">Jour précédent</a></li>
        ${day === today ? nothing : html`<li><a href="${link(today)}">Aujourd’hui</a></li>`}
        <li><a href="${link(addDays(day, 1))}">Jour suivant</a></li>
      </ul>
      <h2>${site.name}, ${weekdayAndDay(day)}</h2>
      ${
        rows.length === 0
          ? html`<p>Aucun rendez-vous ce jour-là.</p>`
          : table<DayAppointment>(
              rows.length > 1 ? `${String(rows.length)} rendez-vous` : '1 rendez-vous',
              [
                { title: 'Heure', show: ({ start }) => clockTime(start) },
                {
                  ...{ title: 'Personne', isHead: true },
                  show: ({ id, name, reference }) => html`<a href="${ROOT}/${id}">${name ?? reference}</a>`,
                },
                { title: 'Démarche', show: ({ procedure }) => procedureName(world, procedure) },
                { title: 'Téléphone', show: ({ phone }) => phone ?? '–' },
                { title: 'Présence', show: (row) => presence(asked, row, day <= today) },
              ],
              rows,
            )
      }`,
  };
}

function presence(
  asked: AgentAsked<unknown>,
  { id, name, attendance }: DayAppointment,
  hasCome: boolean,
): Html {
  const said = attendance === null ? 'à noter' : attendances[attendance];
  if (!hasCome) return html`<span class="quiet">pas encore</span>`;
  return html`${said}
  ${formOf(
    asked,
    `${ROOT}/${id}/presence`,
    each(
      Object.entries(attendances),
      ([value, label]) =>
        html`<button
          class="second"
          name="presence"
          value="${value}"
          aria-pressed="${String(attendance === value)}"
        >
          ${label.replace(/^./, (letter) => letter.toUpperCase())}<span class="hidden"
            >${words(` : ${name ?? id}`)}</span
          >
        </button> `,
    ),
    { kind: 'inline' },
  )}`;
}

async function found({ db, params }: AgentAsked<unknown>): Promise<DayAppointment> {
  const appointment = await appointmentNamed(db, params['id'] ?? '');
  if (!appointment) throw new Error('The object of the route was found before.');
  return appointment;
}

async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world } = asked;
  const { id, name, reference, procedure, site, start, email, phone, state, attendance } = await found(asked);
  const day = start.slice(0, 10);
  return {
    title: `Rendez-vous ${reference}`,
    body: html`${faultSummary(filled)}
      ${facts([
        ['Quand', `${weekdayAndDay(day)} à ${clockTime(start)}`],
        ['Où', siteName(world.settings.config, site)],
        ['Démarche', procedureName(world, procedure)],
        ['Personne', name ?? 'effacée'],
        ['Téléphone', phone ?? '–'],
        ['Courriel', email ?? '–'],
        ['État', state === 'cancelled' ? 'annulé' : attendance === null ? 'pris' : attendances[attendance]],
      ])}
      ${
        state === 'cancelled'
          ? nothing
          : formOf(asked, `${ROOT}/${id}/annulation`, button('Annuler ce rendez-vous', 'danger'), {
              kind: 'inline',
            })
      }
      <p><a href="${ROOT}?site=${site}&jour=${day}">Revenir au ${longDay(day)}</a></p>`,
  };
}

async function bookPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, query } = asked;
  const values = { ...query, ...filled.values };
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const site = siteAsked({ ...asked, query: { ...query, site: text('site') } });
  const procedures = site ? proceduresAt(world, agent, site.id) : [];
  const procedure = procedures.find(({ id }) => id === text('demarche')) ?? procedures[0];
  if (!site) return { title: 'Prendre un rendez-vous', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const from = isDay(text('du')) ? text('du') : todayOf(world, site.id);
  return {
    title: 'Prendre un rendez-vous',
    body: html`${faultSummary(filled)}
    ${search(
      `${ROOT}/nouveau`,
      html`${choose(blank, {
        ...{ name: 'site', label: 'Site', isFilter: true, value: site.id },
        choices: siteChoices(asked),
      })}
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

async function slotsForm(
  asked: AgentAsked<unknown>,
  filled: Filled,
  of: { readonly site: string; readonly procedure: string; readonly from: string },
): Promise<Html> {
  const to = addDays(of.from, SHOWN_DAYS - 1);
  const { slots, next } = await freeSlots(asked.world, { ...of, to, booker: 'agent' });
  const link = (from: string) => `${ROOT}/nouveau?site=${of.site}&demarche=${of.procedure}&du=${from}`;
  if (slots.length === 0)
    return html`<p>${words(`Aucune place libre du ${longDay(of.from)} au ${longDay(to)}.`)}</p>
      ${
        next === null
          ? html`<p>
              ${words('Aucune place libre au-delà : ouvrir des créneaux, ou proposer un autre moyen.')}
            </p>`
          : html`<p>
              <a href="${link(next.slice(0, 10))}"
                >${words(`Première place libre : ${weekdayAndDay(next.slice(0, 10))}`)}</a
              >
            </p>`
      }`;
  const byDay = [...Map.groupBy(slots, ({ start }) => start.slice(0, 10))];
  return html`${formOf(
      asked,
      ROOT,
      html`<input type="hidden" name="site" value="${of.site}" />
        <input type="hidden" name="demarche" value="${of.procedure}" />
        <input type="hidden" name="du" value="${of.from}" />
        <h2 id="debut">Créneau</h2>
        ${each(byDay, ([day, all]) =>
          pick(
            { ...filled, faults: {} },
            {
              ...{ name: 'debut', label: weekdayAndDay(day), key: `debut-${day}` },
              choices: all.map(({ start, places }) => ({
                value: start,
                label: `${clockTime(start)} (${places > 1 ? `${String(places)}\u00A0places` : '1\u00A0place'})`,
              })),
            },
          ),
        )}
        <h2>Personne</h2>
        ${line(filled, { name: 'nom', label: 'Nom et prénom', isRequired: true })}
        ${line(filled, {
          ...{ name: 'courriel', label: 'Courriel', type: 'email' },
          hint: 'Avec lui, la confirmation et le rappel partent par courriel.',
        })}
        ${line(filled, { name: 'telephone', label: 'Téléphone', type: 'tel' })}
        ${button('Prendre le rendez-vous')}`,
    )}
    <p><a href="${link(addDays(of.from, SHOWN_DAYS))}">Semaine suivante</a></p>`;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

async function appointmentObject({ world, db, params }: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const appointment = UUID.test(id) ? await appointmentNamed(db, id) : undefined;
  return appointment && reachOf(world, appointment.site, appointment.procedure);
}

export const appointmentRoutes: readonly AgentRoute[] = [
  page({ path: '/rendez-vous', roles: atDesk, object: siteInAddress, handle: (asked) => dayPage(asked) }),
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
      return { to: `${ROOT}?site=${site}&jour=${start.slice(0, 10)}`, notice: 'rendez-vous-pris' };
    },
    again: (asked, faults) => bookPage(asked, { values: asked.form, faults }),
  }),
  page({
    ...{ path: '/rendez-vous/:id', roles: atDesk, object: appointmentObject },
    handle: (asked) => detailPage(asked),
  }),
  form({
    path: '/rendez-vous/:id/presence',
    roles: atDesk,
    object: appointmentObject,
    form: v.object({ presence: oneOf(['attended', 'absent'], 'Choisir présent ou absent.') }),
    handle: async (asked, tx) => {
      const { world, agent } = asked;
      const { id, reference, start, site, attendance } = await found(asked);
      const day = start.slice(0, 10);
      if (day > todayOf(world, site)) throw new WrongForm({ '': 'Ce jour n’est pas encore venu.' });
      const { presence: sent } = asked.form;
      // A second press takes it back.
      const said = sent === attendance ? null : sent;
      await setAttendance(tx, id, said);
      await record(world, tx, agent, {
        action: 'attendance-told',
        object: `appointment ${reference}`,
        details: { attendance: said },
      });
      return { to: `${ROOT}?site=${site}&jour=${day}`, notice: 'presence' };
    },
    again: (asked, faults) => detailPage(asked, { values: {}, faults }),
  }),
  form({
    path: '/rendez-vous/:id/annulation',
    roles: atDesk,
    object: appointmentObject,
    form: v.object({}),
    handle: async (asked, tx) => {
      const { world, agent } = asked;
      const { id, reference, start, site } = await found(asked);
      await cancelAppointment(world, tx, id);
      await record(world, tx, agent, { action: 'appointment-cancelled', object: `appointment ${reference}` });
      return { to: `${ROOT}?site=${site}&jour=${start.slice(0, 10)}`, notice: 'rendez-vous-annule' };
    },
    again: (asked, faults) => detailPage(asked, { values: {}, faults }),
  }),
];
