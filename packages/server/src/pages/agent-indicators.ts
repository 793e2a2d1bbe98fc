import {
  holds,
  indicators,
  isPeriodId,
  parsePeriod,
  periodLabel,
  periodOf,
  shiftPeriod,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { everybody, managers, sitesOf } from '../access.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { computedIndicators, computeMonth } from '../figures.ts';
import { month } from '../form-fields.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { listMeasurements, removeMeasurement, type KeptMeasurement } from '../store/measurement-store.ts';
import type { World } from '../world.ts';
import { partText, valueText } from './agent-figures.ts';
import { blank, choose, faultSummary, formOf, line, search, type Filled } from './agent-form.ts';
import { each, nothing, table, words, type Html } from './agent-html.ts';
import {
  frequency,
  indicatorOf,
  INDICATORS,
  labelOf,
  named,
  partOf,
  placeObject,
  placesOf,
} from './agent-indicator-terms.ts';

/** The month before: the last that is over. */
function lastMonth(world: World): string {
  return shiftPeriod(periodOf(todayAt(world), 'month'), -1).id;
}

async function indicatorsPage(asked: AgentAsked<unknown>, faults: Filled['faults'] = {}): Promise<Page> {
  const { world, agent, query, db } = asked;
  const asMonth = query['mois'] ?? '';
  const period = parsePeriod(
    /^\d{4}-\d{2}$/.test(asMonth) && isPeriodId(asMonth) ? asMonth : lastMonth(world),
  );
  const places = placesOf(agent, world);
  const kept = (
    await listMeasurements(
      db,
      places.map(({ id }) => id),
    )
  ).filter(({ measurement }) => holds(parsePeriod(measurement.period), period));
  const isManager = managers.includes(agent.role);
  return {
    title: `Indicateurs de ${periodLabel(period)}`.replace(/de (?=[ao])/, 'd’'),
    body: html`${faultSummary({ values: {}, faults })}
    ${search(INDICATORS, line(blank, { name: 'mois', label: 'Mois', type: 'month', isFilter: true, value: period.id }))}
    ${
      isManager
        ? html`<ul class="actions">
            <li>
              ${formOf(
                asked,
                `${INDICATORS}/calcul`,
                html`<input type="hidden" name="mois" value="${period.id}" /><button>
                    Calculer depuis les tableaux de suivi
                  </button>`,
                { kind: 'inline' },
              )}
            </li>
            <li><a class="button second" href="${INDICATORS}/suspensions">Périodes suspendues</a></li>
            <li><a class="button second" href="${INDICATORS}/publication">Publier les résultats</a></li>
          </ul>`
        : nothing
    }
    ${
      kept.length === 0
        ? html`<p>${words('Aucune mesure pour ce mois.')}</p>`
        : table<KeptMeasurement>(
            `Mesures connues pour ${periodLabel(period)}`,
            [
              {
                ...{ title: 'Indicateur', isHead: true },
                show: ({ measurement }) =>
                  `${labelOf(measurement.indicator)}${partText(world.settings.config, measurement.of)}`,
              },
              {
                title: 'Site',
                show: ({ measurement: { site } }) => places.find(({ id }) => id === site)?.name ?? site,
              },
              { title: 'Période', show: ({ measurement }) => periodLabel(parsePeriod(measurement.period)) },
              {
                title: 'Valeur',
                show: ({ measurement: { indicator, value } }) =>
                  valueText(value, { unit: indicatorOf(indicator)?.unit ?? 'count' }),
              },
              {
                ...{ title: 'Origine', isWritten: true },
                show: ({ origin, measurement: { source } }) =>
                  origin === 'computed' ? 'calculée' : `saisie${source === undefined ? '' : ` (${source})`}`,
              },
              ...(isManager
                ? [{ title: 'Changer', show: (row: KeptMeasurement) => removal(asked, row, period.id) }]
                : []),
            ],
            kept,
          )
    }
    ${
      isManager
        ? html`<h2>Saisir un autre indicateur</h2>
            ${search(
              `${INDICATORS}/saisie`,
              choose(blank, {
                ...{ name: 'indicateur', label: 'Indicateur', isFilter: true },
                choices: indicators
                  .filter(({ id }) => !computedIndicators.includes(id))
                  .map(({ id, label, period: kind }) => ({
                    value: id,
                    label: `${label.fr}, ${frequency[kind]}`,
                  })),
              }),
            )}`
        : nothing
    }`,
  };
}

function removal(asked: AgentAsked<unknown>, { origin, measurement }: KeptMeasurement, mois: string): Html {
  if (origin === 'computed') return html`<span class="quiet">calculée à nouveau</span>`;
  const { indicator, site, period, of } = measurement;
  return formOf(
    asked,
    `${INDICATORS}/retrait`,
    html`<input type="hidden" name="mois" value="${mois}" />
      <input type="hidden" name="indicateur" value="${indicator}" />
      <input type="hidden" name="lieu" value="${site}" />
      <input type="hidden" name="periode" value="${period}" />
      ${each(
        Object.entries(of ?? {}),
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <button class="danger">
        Retirer<span class="hidden">${words(` : ${labelOf(indicator)}`)}</span>
      </button>`,
    { kind: 'inline' },
  );
}

/** The figures of a month. */
export const indicatorRoutes: readonly AgentRoute[] = [
  page({ path: '/indicateurs', roles: everybody, object: 'own', handle: (asked) => indicatorsPage(asked) }),
  form({
    path: '/indicateurs/calcul',
    roles: managers,
    object: 'own',
    form: v.object({ mois: month() }),
    handle: async ({ world, agent, form: { mois } }, tx): Promise<Moved> => {
      const sites = sitesOf(agent, world.settings.config).map(({ id }) => id);
      const count = await computeMonth(world, tx, mois, sites);
      await record(world, tx, agent, {
        action: 'measurement-computed',
        object: `month ${mois}`,
        details: { count },
      });
      return { to: `${INDICATORS}?mois=${mois}`, notice: 'mesures-calculees', count };
    },
    again: (asked, faults) => indicatorsPage(asked, faults),
  }),
  form({
    path: '/indicateurs/retrait',
    roles: managers,
    form: v.object({ ...named, mois: month() }),
    object: 'own',
    about: placeObject,
    handle: async ({ world, agent, form: sent }, tx): Promise<Moved> => {
      const indicator = indicatorOf(sent.indicateur);
      if (!indicator) throw new WrongForm({ '': 'Cet indicateur n’est pas au catalogue.' });
      const of = partOf(indicator, sent);
      const { lieu: site, periode: period } = sent;
      await removeMeasurement(tx, { indicator: indicator.id, site, period, of });
      await record(world, tx, agent, {
        action: 'measurement-removed',
        object: `measurement ${indicator.id} ${site} ${period}`,
      });
      return { to: `${INDICATORS}?mois=${sent.mois}`, notice: 'mesure-retiree' };
    },
    again: (asked, faults) => indicatorsPage(asked, faults),
  }),
];
