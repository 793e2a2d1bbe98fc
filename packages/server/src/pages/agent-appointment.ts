import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk, siteName, type Reached } from '../access.ts';
import { procedureName, reachOf } from '../agent-places.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { cancelAppointment } from '../booking.ts';
import { oneOf } from '../form-fields.ts';
import { clockTime, longDay, weekdayAndDay } from '../date-words.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { appointmentNamed, setAttendance, type DayAppointment } from '../store/agenda-store.ts';
import { isUuid } from '../uuid.ts';
import type { World } from '../world.ts';
import { blank, button, faultSummary, formOf, type Filled } from './agent-form.ts';
import { facts, nothing, unbroken, type Html } from './agent-html.ts';

/** Where appointments are. */
export const APPOINTMENTS = '/agents/rendez-vous';

/** What is noted of somebody who had an appointment. */
export const attendances = {
  attended: 'présent',
  absent: 'absent',
} as const;

/** The appointment that the address names; the object of the route was checked before. */
export async function appointmentFound({ db, params }: AgentAsked<unknown>): Promise<DayAppointment> {
  const appointment = await appointmentNamed(db, params['id'] ?? '');
  if (!appointment) throw new Error('The object of the route was found before.');
  return appointment;
}

/** What bounds who may see the appointment that the address names. */
export async function appointmentObject({
  world,
  db,
  params,
}: AgentAsked<unknown>): Promise<Reached | undefined> {
  const { id = '' } = params;
  const appointment = isUuid(id) ? await appointmentNamed(db, id) : undefined;
  return appointment && reachOf(world, appointment.site, appointment.procedure);
}

/** Whether it is still to come: what has begun is neither moved nor cancelled. */
export function isToCome({ now }: World, { state, start }: Pick<DayAppointment, 'state' | 'start'>): boolean {
  return state === 'booked' && Date.parse(start) > now().getTime();
}

/** When, where and for whom. */
export function appointmentFacts(
  world: World,
  { name, procedure, site, start, email, phone }: DayAppointment,
  more: readonly (readonly [string, string])[] = [],
): Html {
  return facts([
    ['Quand', `${weekdayAndDay(start.slice(0, 10))} à ${clockTime(start)}`],
    ['Où', siteName(world.settings.config, site)],
    ['Démarche', procedureName(world, procedure)],
    ['Personne', name ?? 'effacée'],
    ['Téléphone', unbroken(phone ?? '–')],
    ['Courriel', email ?? '–'],
    ...more,
  ]);
}

async function detailPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world } = asked;
  const appointment = await appointmentFound(asked);
  const { id, reference, site, start, state, attendance } = appointment;
  const day = start.slice(0, 10);
  const said = state === 'cancelled' ? 'annulé' : attendance === null ? 'pris' : attendances[attendance];
  return {
    title: `Rendez-vous ${reference}`,
    body: html`${faultSummary(filled)} ${appointmentFacts(world, appointment, [['État', said]])}
      ${
        isToCome(world, appointment)
          ? html`<ul class="actions">
              <li><a class="button" href="${APPOINTMENTS}/${id}/deplacement">Déplacer ce rendez-vous</a></li>
              <li>
                ${formOf(
                  asked,
                  `${APPOINTMENTS}/${id}/annulation`,
                  button('Annuler ce rendez-vous', 'danger'),
                  { kind: 'inline' },
                )}
              </li>
            </ul>`
          : nothing
      }
      <p><a href="${APPOINTMENTS}?site=${site}&jour=${day}">Revenir au ${longDay(day)}</a></p>`,
  };
}

/** An appointment, and what is noted or undone of it. */
export const appointmentRoutes: readonly AgentRoute[] = [
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
      const { id, reference, start, site, attendance } = await appointmentFound(asked);
      const day = start.slice(0, 10);
      if (day > todayAt(world, site)) throw new WrongForm({ '': 'Ce jour n’est pas encore venu.' });
      const { presence: sent } = asked.form;
      // A second press takes it back.
      const said = sent === attendance ? null : sent;
      await setAttendance(tx, id, said);
      await record(world, tx, agent, {
        action: 'attendance-told',
        object: `appointment ${reference}`,
        details: { attendance: said },
      });
      return { to: `${APPOINTMENTS}?site=${site}&jour=${day}`, notice: 'presence' };
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
      const { id, reference, start, site } = await appointmentFound(asked);
      await cancelAppointment(world, tx, id);
      await record(world, tx, agent, { action: 'appointment-cancelled', object: `appointment ${reference}` });
      return { to: `${APPOINTMENTS}?site=${site}&jour=${start.slice(0, 10)}`, notice: 'rendez-vous-annule' };
    },
    again: (asked, faults) => detailPage(asked, { values: {}, faults }),
  }),
];
