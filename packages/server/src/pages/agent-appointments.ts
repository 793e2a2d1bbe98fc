import { addDays } from '@qualepref/core';
import { html } from 'hono/html';
import { atDesk, reaches } from '../access.ts';
import { procedureName, reachOf, siteAsked, siteInAddress } from '../agent-places.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { isDay } from '../form-fields.ts';
import { clockTime, weekdayAndDay } from '../date-words.ts';
import { todayAt } from '../site-time.ts';
import { appointmentsOn, type DayAppointment } from '../store/agenda-store.ts';
import { APPOINTMENTS, attendances } from './agent-appointment.ts';
import { blank, formOf, line, search } from './agent-form.ts';
import { capital, each, nothing, table, unbroken, words, type Html } from './agent-html.ts';
import { siteFilter } from './agent-site-filter.ts';

/** To be ticked by hand, on paper. */
const BOXES = '☐ présent\u2003☐ absent';

function dayAsked({ query, world }: AgentAsked<unknown>, site?: string): string {
  const { jour = '' } = query;
  return isDay(jour) ? jour : todayAt(world, site);
}

async function dayPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, agent, db } = asked;
  const site = siteAsked(asked);
  if (!site) return { title: 'Rendez-vous', body: html`<p>Aucun site n’est à votre portée.</p>` };
  const day = dayAsked(asked, site.id);
  const all = await appointmentsOn(db, { site: site.id, day });
  const rows = all.filter(({ procedure }) => reaches(agent, reachOf(world, site.id, procedure)));
  const today = todayAt(world, site.id);
  const link = (to: string) => `${APPOINTMENTS}?site=${site.id}&jour=${to}`;
  return {
    title: day === today ? 'Rendez-vous du jour' : 'Rendez-vous',
    body: html`<ul class="actions">
        <li>
          <a class="button" href="${APPOINTMENTS}/nouveau?site=${site.id}"
            >Prendre un rendez-vous pour quelqu’un</a
          >
        </li>
      </ul>
      ${search(
        APPOINTMENTS,
        html`${siteFilter(asked, site.id)}
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
                  show: ({ id, name, reference }) =>
                    html`<a href="${APPOINTMENTS}/${id}">${name ?? reference}</a>`,
                },
                { title: 'Démarche', show: ({ procedure }) => procedureName(world, procedure) },
                { title: 'Téléphone', show: ({ phone }) => unbroken(phone ?? '–') },
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
  if (!hasCome)
    return html`<span class="quiet no-print">pas encore</span><span class="print-only">${BOXES}</span>`;
  const printed = attendance === null ? BOXES : said;
  return html`<span class="no-print">${said}</span><span class="print-only">${printed}</span> ${formOf(
      asked,
      `${APPOINTMENTS}/${id}/presence`,
      each(
        Object.entries(attendances),
        ([value, label]) =>
          html`<button
            class="second"
            name="presence"
            value="${value}"
            aria-pressed="${String(attendance === value)}"
          >
            ${capital(label)}<span class="hidden">${words(` : ${name ?? id}`)}</span>
          </button> `,
      ),
      { kind: 'inline' },
    )}`;
}

/** The list of a day. */
export const agendaRoutes: readonly AgentRoute[] = [
  page({ path: '/rendez-vous', roles: atDesk, object: siteInAddress, handle: (asked) => dayPage(asked) }),
];
