import { feedbackKindLabels, feedbackStateLabels, feedbackThemes } from '@qualepref/core';
import { html } from 'hono/html';
import { atDesk, serviceName, siteName } from '../access.ts';
import { siteInAddress } from '../agent-places.ts';
import { page, type AgentAsked, type AgentRoute, type Page } from '../agent-route.ts';
import { openStates } from '../feedback.ts';
import { longDay } from '../date-words.ts';
import { dueText, FEEDBACK, feedbackRows, type FeedbackLine } from './agent-feedback-rows.ts';
import { blank, choose, search } from './agent-form.ts';
import { nothing, table, words } from './agent-html.ts';
import { siteFilter } from './agent-site-filter.ts';

/** Lines of the list. */
const MOST = 300;

async function listPage(asked: AgentAsked<unknown>): Promise<Page> {
  const { world, query } = asked;
  const { settings } = world;
  const isOpen = query['etat'] !== 'toutes';
  const all = await feedbackRows(asked, { site: query['site'] || undefined, isOpen });
  const rows = all.slice(0, MOST);
  const themes = new Map(feedbackThemes.value.map(({ id, label }) => [id, label.fr]));
  const late = rows.filter(
    ({ status, feedback }) => status.state === 'late' && openStates.includes(feedback.state),
  ).length;
  return {
    title: 'Réclamations et suggestions',
    body: html`<ul class="actions">
        <li>
          <a class="button" href="${FEEDBACK}/nouvelle"
            >${words('Saisir une fiche reçue au guichet, par courrier ou par téléphone')}</a
          >
        </li>
      </ul>
      ${search(
        FEEDBACK,
        html`${siteFilter(asked, query['site'], 'tous mes sites')}
        ${choose(blank, {
          ...{ name: 'etat', label: 'Fiches', isFilter: true, value: query['etat'] },
          choices: [
            { value: 'a-traiter', label: 'à traiter' },
            { value: 'toutes', label: 'toutes' },
          ],
        })}`,
      )}
      ${
        late > 0
          ? html`<p class="late">
              ${late > 1 ? `${String(late)} réponses sont en retard.` : '1 réponse est en retard.'}
            </p>`
          : nothing
      }
      ${
        rows.length === 0
          ? html`<p>${isOpen ? 'Aucune fiche à traiter.' : 'Aucune fiche.'}</p>`
          : table<FeedbackLine>(
              isOpen ? 'Fiches à traiter, les plus urgentes d’abord' : 'Toutes les fiches',
              [
                {
                  ...{ title: 'Référence', isHead: true },
                  show: ({ feedback: { reference } }) =>
                    html`<a href="${FEEDBACK}/${reference}">${reference}</a>`,
                },
                { title: 'Reçue le', show: ({ feedback }) => longDay(feedback.receivedOn) },
                {
                  title: 'Sujet',
                  show: ({ feedback: { kind, theme } }) =>
                    `${feedbackKindLabels[kind]} : ${themes.get(theme) ?? theme}`.replace(' :', '\u00A0:'),
                },
                { title: 'Site', show: ({ feedback }) => siteName(settings.config, feedback.site) },
                {
                  title: 'Service',
                  show: ({ feedback: { service } }) =>
                    service === undefined ? 'à confier' : serviceName(settings.config, service),
                },
                { title: 'État', show: ({ feedback }) => feedbackStateLabels[feedback.state] },
                { title: 'Réponse', show: (row) => dueText(settings, row) },
              ],
              rows,
            )
      }
      ${all.length > MOST ? html`<p>${words(`Les ${String(MOST)} premières sont montrées : choisir un site pour les autres.`)}</p>` : nothing}`,
  };
}

/** The log of feedback. */
export const feedbackRoutes: readonly AgentRoute[] = [
  page({ path: '/reclamations', roles: atDesk, object: siteInAddress, handle: (asked) => listPage(asked) }),
];
