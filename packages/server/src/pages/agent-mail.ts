import { channelLabels } from '@qualepref/core';
import { html } from 'hono/html';
import { atDesk, logReaders, serviceName, siteName } from '../access.ts';
import { siteInAddress } from '../agent-places.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { longDay } from '../date-words.ts';
import { blank, choose, search } from './agent-form.ts';
import { nothing, table, words } from './agent-html.ts';
import { siteFilter } from './agent-site-filter.ts';
import { MAIL, mailRows, statusText, type MailLine } from './agent-mail-rows.ts';

/** Lines of the list. */
const MOST = 300;

async function listPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, query, agent } = asked;
  const { config } = world.settings;
  const isWaiting = query['etat'] !== 'tous';
  const all = await mailRows(asked, { site: query['site'] || undefined, isWaiting });
  const rows = all.slice(0, MOST);
  return {
    title: 'Courriers et courriels',
    body: html`${
      atDesk.includes(agent.role)
        ? html`<ul class="actions">
            <li><a class="button" href="${MAIL}/nouveau">Saisir un courrier</a></li>
            <li><a class="button second" href="${MAIL}/import">Importer un tableau</a></li>
          </ul>`
        : nothing
    }
    ${search(
      MAIL,
      html`${siteFilter(asked, query['site'], 'tous mes sites')}
      ${choose(blank, {
        ...{ name: 'etat', label: 'Courriers', isFilter: true, value: query['etat'] },
        choices: [
          { value: 'a-repondre', label: 'à répondre' },
          { value: 'tous', label: 'tous' },
        ],
      })}`,
    )}
    ${
      rows.length === 0
        ? html`<p>${isWaiting ? 'Aucun courrier n’attend de réponse.' : 'Aucun courrier.'}</p>`
        : table<MailLine>(
            isWaiting ? 'À répondre, les plus urgents d’abord' : 'Les plus récents d’abord',
            [
              {
                ...{ title: 'Numéro', isHead: true },
                show: ({ entry: { id } }) => html`<a href="${MAIL}/${encodeURIComponent(id)}">${id}</a>`,
              },
              { title: 'Reçu le', show: ({ entry }) => longDay(entry.receivedOn) },
              { title: 'Par', show: ({ entry }) => channelLabels[entry.channel] },
              { title: 'Objet', isWritten: true, show: ({ entry }) => entry.subject },
              { title: 'Site', show: ({ entry }) => siteName(config, entry.site) },
              { title: 'Service', show: ({ entry }) => serviceName(config, entry.service) },
              { title: 'Réponse', show: (row) => statusText(world, row) },
            ],
            rows,
          )
    }
    ${
      all.length > MOST
        ? html`<p>
            ${words(`Les ${String(MOST)} premiers sont montrés : choisir un site pour les autres.`)}
          </p>`
        : nothing
    }`,
  };
}

/** The correspondence log. */
export const mailRoutes: readonly AgentRoute[] = [
  page({ path: '/courriers', roles: logReaders, object: siteInAddress, handle: (asked) => listPage(asked) }),
];
