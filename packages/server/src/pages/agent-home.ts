import { html } from 'hono/html';
import { atDesk, everybody, logReaders, managers, reaches, sitesOf } from '../access.ts';
import { reachOf } from '../agent-places.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { weekdayAndDay } from '../date-words.ts';
import { todayAt } from '../site-time.ts';
import { appointmentsOn } from '../store/agenda-store.ts';
import { feedbackRows } from './agent-feedback-rows.ts';
import { each, nothing, words } from './agent-html.ts';
import { mailRows } from './agent-mail-rows.ts';

interface Tile {
  readonly count: number;
  readonly one: string;
  readonly several: string;
  readonly href: string;
  readonly late?: number;
}

async function homePage(asked: AgentAsked): Promise<Page> {
  const { agent, world } = asked;
  const tiles = [
    ...(atDesk.includes(agent.role) ? [await appointmentsTile(asked), await feedbackTile(asked)] : []),
    ...(logReaders.includes(agent.role) ? [await mailTile(asked)] : []),
  ];
  return {
    title: `Bonjour ${agent.name}`,
    body: html`<p>${words(`Nous sommes le ${weekdayAndDay(todayAt(world))}.`)}</p>
      ${
        tiles.length === 0
          ? html`<ul>
              <li><a href="/agents/comptes">Ouvrir ou changer un compte</a></li>
              <li><a href="/agents/journal">Lire le journal</a></li>
            </ul>`
          : html`<ul class="tiles">
              ${each(
                tiles,
                ({ count, one, several, href, late = 0 }) =>
                  html`<li>
                    <a href="${href}"><strong>${String(count)}</strong> ${count > 1 ? several : one}</a>
                    ${late > 0 ? html`<p class="late">${words(`dont ${String(late)} en retard`)}</p>` : nothing}
                  </li>`,
              )}
            </ul>`
      }
      ${
        managers.includes(agent.role)
          ? html`<p><a href="/agents/indicateurs">Préparer les résultats du mois</a></p>`
          : nothing
      }`,
  };
}

async function appointmentsTile({ world, agent, db }: AgentAsked): Promise<Tile> {
  let count = 0;
  for (const { id: site } of sitesOf(agent, world.settings.config)) {
    const rows = await appointmentsOn(db, { site, day: todayAt(world, site) });
    count += rows.filter(({ procedure }) => reaches(agent, reachOf(world, site, procedure))).length;
  }
  return {
    count,
    one: 'rendez-vous aujourd’hui',
    several: 'rendez-vous aujourd’hui',
    href: '/agents/rendez-vous',
  };
}

async function feedbackTile(asked: AgentAsked): Promise<Tile> {
  const rows = await feedbackRows(asked, { isOpen: true });
  const late = rows.filter(({ status }) => status.state === 'late').length;
  return {
    ...{ count: rows.length, late, href: '/agents/reclamations' },
    ...{ one: 'réclamation ou suggestion à traiter', several: 'réclamations et suggestions à traiter' },
  };
}

async function mailTile(asked: AgentAsked): Promise<Tile> {
  const rows = await mailRows(asked, { isWaiting: true });
  const late = rows.filter(({ status }) => status.state === 'late').length;
  return {
    ...{ count: rows.length, late, href: '/agents/courriers' },
    ...{ one: 'courrier à répondre', several: 'courriers à répondre' },
  };
}

/** What there is to do. */
export const homeRoutes: readonly AgentRoute[] = [
  page({ path: '/', roles: everybody, object: 'own', handle: homePage }),
];
