import { html } from 'hono/html';
import * as v from 'valibot';
import { atDesk } from '../access.ts';
import { form, page, WrongForm, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { holdPlace, moveAppointment } from '../booking.ts';
import { isDay, needed } from '../form-fields.ts';
import { longDay } from '../date-words.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import {
  appointmentFacts,
  appointmentFound,
  appointmentObject,
  APPOINTMENTS,
  isToCome,
} from './agent-appointment.ts';
import { blank, button, faultSummary, formOf, line, search, type Filled } from './agent-form.ts';
import { words, type Html } from './agent-html.ts';
import { slotsPart } from './agent-slots.ts';

async function movePage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, query } = asked;
  const appointment = await appointmentFound(asked);
  const { id, reference, site, email } = appointment;
  const here = `${APPOINTMENTS}/${id}/deplacement`;
  const sent = filled.values['du'] ?? query['du'];
  const from = typeof sent === 'string' && isDay(sent) ? sent : todayAt(world, site);
  return {
    title: `Déplacer le rendez-vous ${reference}`,
    body: html`${faultSummary(filled)} ${appointmentFacts(world, appointment)}
      ${
        isToCome(world, appointment)
          ? html`<p>
                ${words(
                  email === null
                    ? 'Aucun courriel n’est connu : dire la nouvelle date à la personne.'
                    : 'La personne reçoit la nouvelle date par courriel ; l’ancienne place revient au public plus tard.',
                )}
              </p>
              ${search(
                here,
                line(blank, { name: 'du', label: 'À partir du', type: 'date', isFilter: true, value: from }),
              )}
              ${await slotsForm(asked, filled, { ...appointment, from, here })}`
          : html`<p>
              ${words('Il est passé ou annulé, et ne se déplace plus : en prendre un autre pour la personne.')}
            </p>`
      }
      <p><a href="${APPOINTMENTS}/${id}">Revenir au rendez-vous</a></p>`,
  };
}

function slotsForm(
  asked: AgentAsked<unknown>,
  filled: Filled,
  of: {
    readonly site: string;
    readonly procedure: string;
    readonly start: string;
    readonly from: string;
    readonly here: string;
  },
): Promise<Html> {
  const { site, procedure, from, here } = of;
  const at = (day: string) => `${here}?du=${day}`;
  return slotsPart(asked.world, filled, { site, procedure, from, but: of.start, at }, (choice) =>
    formOf(
      asked,
      here,
      html`<input type="hidden" name="du" value="${from}" /> ${choice} ${button('Déplacer le rendez-vous')}`,
    ),
  );
}

/** Moving an appointment. */
export const movingRoutes: readonly AgentRoute[] = [
  page({
    ...{ path: '/rendez-vous/:id/deplacement', roles: atDesk, object: appointmentObject },
    handle: (asked) => movePage(asked),
  }),
  form({
    path: '/rendez-vous/:id/deplacement',
    roles: atDesk,
    object: appointmentObject,
    form: v.object({ debut: needed('Choisir un créneau.') }),
    handle: async (asked, tx) => {
      const { world, agent, form: sent } = asked;
      const appointment = await appointmentFound(asked);
      const { id, reference, site, procedure, start, email } = appointment;
      if (!isToCome(world, appointment))
        throw new WrongForm({ '': 'Ce rendez-vous est passé ou annulé : il ne se déplace plus.' });
      if (sent.debut === start)
        throw new WrongForm({ debut: `Il est déjà le ${longDay(start.slice(0, 10))} à cette heure-là.` });
      const hold = await holdPlace(world, tx, { site, procedure, start: sent.debut, booker: 'agent' });
      await moveAppointment(world, tx, id, hold.id);
      await record(world, tx, agent, { action: 'appointment-moved', object: `appointment ${reference}` });
      return {
        to: `${APPOINTMENTS}/${id}`,
        notice: email === null ? 'rendez-vous-deplace-a-dire' : 'rendez-vous-deplace',
      };
    },
    again: (asked, faults) => movePage(asked, { values: asked.form, faults }),
  }),
];
