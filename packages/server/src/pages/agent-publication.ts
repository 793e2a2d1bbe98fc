import { randomUUID } from 'node:crypto';
import {
  indicators,
  parsePeriod,
  periodLabel,
  periodOf,
  shiftPeriod,
  suspensionNote,
  suspensionSchema,
  isPeriodId,
  type PublishedIndicator,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { managers, siteName } from '../access.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { publish, resultsNow } from '../figures.ts';
import { maybe, month, needed, several } from '../form-fields.ts';
import { longTime } from '../date-words.ts';
import { record } from '../journal.ts';
import { todayAt, zoneAt } from '../site-time.ts';
import { insertSuspension, listSuspensions, removeSuspension } from '../store/measurement-store.ts';
import { lastPublishedAt } from '../store/publication-store.ts';
import type { World } from '../world.ts';
import { partText, publishedText, targetText } from './agent-figures.ts';
import { blank, button, faultSummary, formOf, line, search, tick, type Filled } from './agent-form.ts';
import { each, table, words } from './agent-html.ts';
import { INDICATORS, labelOf } from './agent-indicator-terms.ts';

const ROOT = `${INDICATORS}/publication`;
const SUSPENSIONS = `${INDICATORS}/suspensions`;

/** The last periods that are over, of each kind. */
function recentPeriods(world: World): readonly string[] {
  const today = todayAt(world);
  return [
    ...[-1, -2, -3].map((back) => shiftPeriod(periodOf(today, 'month'), back).id),
    ...[-1, -2].map((back) => shiftPeriod(periodOf(today, 'quarter'), back).id),
    ...(['semester', 'year'] as const).map((kind) => shiftPeriod(periodOf(today, kind), -1).id),
  ];
}

function periodsAsked(world: World, sent: readonly string[]): readonly string[] {
  const recent = recentPeriods(world);
  const asked = recent.filter((period) => sent.includes(period));
  return asked.length > 0 ? asked : recent.slice(0, 1);
}

async function previewPage(asked: AgentAsked<unknown>, faults: Filled['faults'] = {}): Promise<Page> {
  const { world, db, context } = asked;
  const periods = periodsAsked(world, context.req.queries('periode') ?? []);
  const results = await resultsNow(world, db, periods);
  const last = await lastPublishedAt(db);
  const unitName = new Map(results.units.map(({ id, name }) => [id, name]));
  return {
    title: 'Publier les résultats',
    body: html`${faultSummary({ values: {}, faults })}
      <p>
        ${words(last ? `Dernière publication : le ${longTime(last, zoneAt(world))}.` : 'Rien n’a encore été publié.')}
      </p>
      ${search(
        ROOT,
        tick(blank, {
          ...{ name: 'periode', label: 'Périodes à publier' },
          choices: recentPeriods(world).map((value) => ({ value, label: periodLabel(parsePeriod(value)) })),
          value: periods,
        }),
      )}
      <h2>Ce que le public verra</h2>
      ${
        results.label === undefined
          ? html`<p>
              ${words('Aucun label n’est dans la configuration : les résultats paraissent sans lui.')}
            </p>`
          : html`<p>${words(`Label ${results.label.name} : ${results.label.scope.fr}.`)}</p>`
      }
      ${
        results.indicators.length === 0
          ? html`<p>
              ${words('Aucun résultat pour ces périodes : calculer le mois, ou saisir des mesures, avant de publier.')}
            </p>`
          : html`${table<PublishedIndicator>(
              periods.map((period) => periodLabel(parsePeriod(period))).join(', '),
              [
                {
                  ...{ title: 'Indicateur', isHead: true },
                  show: ({ label, of }) => `${label.fr}${partText(world.settings.config, of)}`,
                },
                { title: 'Unité', show: ({ unit }) => unitName.get(unit) ?? unit },
                { title: 'Période', show: ({ period }) => periodLabel(parsePeriod(period)) },
                {
                  title: 'Valeur',
                  show: ({ value }) => (value === null ? 'suivi suspendu' : publishedText(value)),
                },
                {
                  title: 'Cible',
                  show: ({ id, target }) =>
                    target === undefined
                      ? '–'
                      : targetText(target, indicators.find((each) => each.id === id) ?? { unit: 'count' }),
                },
                { title: 'Avant', show: ({ previous }) => (previous ? publishedText(previous.value) : '–') },
                {
                  ...{ title: 'Notes', isWritten: true },
                  show: ({ footnotes }) =>
                    html`${each(footnotes, ({ fr }) => html`<p class="quiet">${fr}</p>`)}`,
                },
              ],
              results.indicators,
            )}
            ${formOf(
              asked,
              ROOT,
              html`${each(periods, (period) => html`<input type="hidden" name="periode" value="${period}" />`)}
                <p>${words('Une fois publiés, ces résultats remplacent les précédents sur le site.')}</p>
                ${button('Publier ces résultats')}`,
            )}`
      }
      <p><a href="${INDICATORS}">Revenir aux indicateurs</a></p>`,
  };
}

async function suspensionsPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, db } = asked;
  const { config } = world.settings;
  const kept = await listSuspensions(db);
  return {
    title: 'Périodes suspendues',
    body: html`${faultSummary(filled)}
      <p>
        ${words('Pendant ces mois un indicateur n’était pas suivi : ils ne comptent dans aucun résultat, et une note le dit au public.')}
      </p>
      ${
        kept.length === 0
          ? html`<p>Aucune.</p>`
          : html`<ul class="tiles">
              ${each(
                kept,
                ({ id, from, to, reason, indicators: ids, sites }) =>
                  html`<li>
                    <p>${suspensionNote({ from, to, reason }).fr}</p>
                    <p class="quiet">
                      ${words(
                        `Indicateurs : ${ids === undefined ? 'tous' : ids.map(labelOf).join(', ')}. Sites : ${sites === undefined ? 'tous' : sites.map((site) => siteName(config, site)).join(', ')}.`,
                      )}
                    </p>
                    ${formOf(
                      asked,
                      `${SUSPENSIONS}/retrait`,
                      html`<input type="hidden" name="suspension" value="${id}" /><button class="danger">
                          Retirer<span class="hidden">
                            la suspension de ${periodLabel(parsePeriod(from))}</span
                          >
                        </button>`,
                      { kind: 'inline' },
                    )}
                  </li>`,
              )}
            </ul>`
      }
      ${formOf(
        asked,
        SUSPENSIONS,
        html`<h2>Ajouter une suspension</h2>
          <div class="row">
            ${line(filled, { name: 'de', label: 'Premier mois', type: 'month', isRequired: true })}
            ${line(filled, { name: 'a', label: 'Dernier mois', type: 'month', isRequired: true })}
          </div>
          ${line(filled, {
            ...{ name: 'raison', label: 'Raison', isRequired: true },
            hint: 'Le public la lit, à la suite de « Le suivi a été suspendu » : « travaux du standard ».',
          })}
          ${line(filled, { name: 'reason', label: 'La même en anglais' })}
          ${tick(filled, {
            ...{ name: 'indicateurs', label: 'Indicateurs', hint: 'Aucun coché : tous.' },
            choices: indicators.map(({ id, label }) => ({ value: id, label: label.fr })),
          })}
          ${tick(filled, {
            ...{ name: 'sites', label: 'Sites', hint: 'Aucun coché : tous.' },
            choices: config.sites.map(({ id, name }) => ({ value: id, label: name })),
          })}
          ${button('Ajouter la suspension')}`,
      )}
      <p><a href="${INDICATORS}">Revenir aux indicateurs</a></p>`,
  };
}

/** Results are those of all sites together, and so are suspensions. */
const whole = () => ({ isWhole: true });

/** Publishing results, and the months that they leave out. */
export const publicationRoutes: readonly AgentRoute[] = [
  page({
    path: '/indicateurs/publication',
    roles: managers,
    object: whole,
    handle: (asked) => previewPage(asked),
  }),
  form({
    path: '/indicateurs/publication',
    roles: managers,
    object: whole,
    form: v.object({ periode: several }),
    handle: async ({ world, agent, form: { periode } }, tx): Promise<Moved> => {
      const periods = periode.filter((period) => isPeriodId(period) && recentPeriods(world).includes(period));
      if (periods.length === 0) throw new WrongForm({ '': 'Choisir au moins une période.' });
      const { indicators: lines } = await publish(world, tx, periods, agent.id);
      if (lines.length === 0)
        throw new WrongForm({ '': 'Il n’y a aucun résultat à publier pour ces périodes.' });
      await record(world, tx, agent, {
        action: 'results-published',
        object: `results ${periods.join(' ')}`,
        details: { lines: lines.length },
      });
      return { to: INDICATORS, notice: 'resultats-publies' };
    },
    again: (asked, faults) => previewPage(asked, faults),
  }),
  page({
    ...{ path: '/indicateurs/suspensions', roles: managers, object: whole },
    handle: (asked) => suspensionsPage(asked),
  }),
  form({
    path: '/indicateurs/suspensions',
    roles: managers,
    object: whole,
    form: v.object({
      ...{ de: month(), a: month(), raison: needed('Dire pourquoi : le public le lit.'), reason: maybe() },
      ...{ indicateurs: several, sites: several },
    }),
    handle: async ({ world, agent, form: sent }, tx): Promise<Moved> => {
      const { de, a, raison, reason, indicateurs, sites } = sent;
      if (a < de) throw new WrongForm({ a: 'Le dernier mois vient après le premier : le corriger.' });
      const known = {
        indicators: indicators.map(({ id }) => id).filter((id) => indicateurs.includes(id)),
        sites: world.settings.config.sites.map(({ id }) => id).filter((id) => sites.includes(id)),
      };
      const suspension = v.parse(suspensionSchema, {
        ...{ from: de, to: a, reason: { fr: raison, ...(reason === '' ? {} : { en: reason }) } },
        ...(known.indicators.length === 0 ? {} : { indicators: known.indicators }),
        ...(known.sites.length === 0 ? {} : { sites: known.sites }),
      });
      const id = randomUUID();
      await insertSuspension(tx, { id, ...suspension });
      await record(world, tx, agent, {
        action: 'suspension-added',
        object: `suspension ${id}`,
        details: { from: de, to: a },
      });
      return { to: SUSPENSIONS, notice: 'suspension-ajoutee' };
    },
    again: (asked, faults) => suspensionsPage(asked, { values: asked.form, faults }),
  }),
  form({
    path: '/indicateurs/suspensions/retrait',
    roles: managers,
    object: whole,
    form: v.object({
      suspension: v.pipe(needed('Choisir une suspension.'), v.uuid('Choisir une suspension.')),
    }),
    handle: async ({ world, agent, form: { suspension } }, tx): Promise<Moved> => {
      await removeSuspension(tx, suspension);
      await record(world, tx, agent, { action: 'suspension-removed', object: `suspension ${suspension}` });
      return { to: SUSPENSIONS, notice: 'suspension-retiree' };
    },
    again: (asked, faults) => suspensionsPage(asked, { values: {}, faults }),
  }),
];
