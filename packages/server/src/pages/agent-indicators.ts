import {
  holds,
  indicators,
  isPeriodId,
  measurementIssues,
  measurementSchema,
  parsePeriod,
  periodKinds,
  periodLabel,
  periodOf,
  shiftPeriod,
  type Breakdown,
  type Dimension,
  type Indicator,
  type MeasuredValue,
  type Measurement,
  type PeriodKind,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { everybody, managers, reaches, sitesOf, type Agent } from '../access.ts';
import { todayOf } from '../agent-places.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { computedIndicators, computeMonth, unitsOf } from '../figures.ts';
import { maybe, month, needed } from '../form-fields.ts';
import { record } from '../journal.ts';
import {
  keepMeasurement,
  listMeasurements,
  removeMeasurement,
  type KeptMeasurement,
} from '../store/measurement-store.ts';
import type { World } from '../world.ts';
import { dimensionNames, partText, valueText } from './agent-figures.ts';
import { blank, button, choose, faultSummary, formOf, line, search, type Filled } from './agent-form.ts';
import { each, nothing, table, words, type Html } from './agent-html.ts';

const ROOT = '/agents/indicateurs';

const frequency: Readonly<Record<PeriodKind, string>> = {
  year: 'chaque année',
  semester: 'chaque semestre',
  quarter: 'chaque trimestre',
  month: 'chaque mois',
  day: 'chaque jour',
};

interface Place {
  readonly id: string;
  readonly name: string;
}

/** Sites, and units of several, that a figure can be of. */
function placesOf(agent: Agent, { settings }: World): readonly Place[] {
  const { config } = settings;
  const units = unitsOf(config).filter(
    ({ id, sites }) =>
      !config.sites.some((site) => site.id === id) && sites.every((site) => reaches(agent, { site })),
  );
  return [
    ...sitesOf(agent, config).map(({ id, name }) => ({ id, name })),
    ...units.map(({ id, name }) => ({ id, name })),
  ];
}

/** The month before: the last that is over. */
function lastMonth(world: World): string {
  return shiftPeriod(periodOf(todayOf(world), 'month'), -1).id;
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
    ${search(ROOT, line(blank, { name: 'mois', label: 'Mois', type: 'month', isFilter: true, value: period.id }))}
    ${
      isManager
        ? html`<ul class="actions">
            <li>
              ${formOf(
                asked,
                `${ROOT}/calcul`,
                html`<input type="hidden" name="mois" value="${period.id}" /><button>
                    Calculer depuis les tableaux de suivi
                  </button>`,
                { kind: 'inline' },
              )}
            </li>
            <li><a class="button second" href="${ROOT}/suspensions">Périodes suspendues</a></li>
            <li><a class="button second" href="${ROOT}/publication">Publier les résultats</a></li>
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
                title: 'Origine',
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
              `${ROOT}/saisie`,
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
    `${ROOT}/retrait`,
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

function indicatorOf(id: string): Indicator | undefined {
  return indicators.find((each) => each.id === id);
}

function labelOf(id: string): string {
  return indicatorOf(id)?.label.fr ?? id;
}

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, query } = asked;
  const named = filled.values['indicateur'] ?? query['indicateur'];
  const indicator =
    indicators.find(({ id }) => id === named && !computedIndicators.includes(id)) ?? indicators[0];
  if (!indicator) throw new Error('The catalogue is empty.');
  const kind = indicator.period === 'day' ? 'month' : indicator.period;
  const period = shiftPeriod(periodOf(todayOf(world), kind), -1).id;
  return Promise.resolve({
    title: 'Saisir une mesure',
    body: html`${faultSummary(filled)}
      <h2>${indicator.label.fr}</h2>
      <p>${words(`${indicator.formula}. Mesuré ${frequency[indicator.period]}.`)}</p>
      ${formOf(
        asked,
        `${ROOT}/saisie`,
        html`<input type="hidden" name="indicateur" value="${indicator.id}" /> ${choose(filled, {
            ...{ name: 'lieu', label: 'Site', isRequired: true },
            choices: placesOf(agent, world).map(({ id, name }) => ({ value: id, label: name })),
          })}
          ${line(filled, {
            ...{ name: 'periode', label: 'Période', isRequired: true, isShort: true, value: period },
            hint: 'Une année (2026), un semestre (2026-S2), un trimestre (2026-T4) ou un mois (2026-11).',
          })}
          ${each(indicator.per ?? [], (name) => dimensionField(world, filled, name))}
          ${valueFields(filled, indicator)}
          ${line(filled, {
            ...{ name: 'source', label: 'D’où vient ce chiffre' },
            hint: 'Le public peut le lire : « statistiques du standard ».',
          })}
          ${button('Enregistrer la mesure')}`,
      )}
      <p><a href="${ROOT}">Revenir aux indicateurs</a></p>`,
  });
}

function dimensionField({ settings }: World, filled: Filled, name: Dimension): Html {
  const { procedures } = settings.config;
  if (name === 'procedure')
    return choose(filled, {
      ...{ name, label: dimensionNames[name], isRequired: true },
      choices: procedures.flatMap(({ id, label }) =>
        id === undefined ? [] : [{ value: id, label: label.fr }],
      ),
    });
  return line(filled, {
    ...{ name, label: dimensionNames[name], isRequired: true },
    hint: 'Toujours le même mot d’un mois sur l’autre, en minuscules et sans accent.',
  });
}

function valueFields(filled: Filled, { kind, unit }: Indicator): Html {
  const number = { type: 'number', isShort: true, isRequired: true } as const;
  switch (kind) {
    case 'ratio':
      return html`<div class="row">
        ${line(filled, { ...number, name: 'haut', label: 'Nombre de cas conformes' })}
        ${line(filled, { ...number, name: 'bas', label: 'Nombre de cas en tout' })}
      </div>`;
    case 'mean':
      return html`<div class="row">
        ${line(filled, { ...number, name: 'haut', label: unit === 'points' ? 'Total des points' : 'Total des jours' })}
        ${line(filled, { ...number, name: 'bas', label: 'Nombre de cas' })}
      </div>`;
    case 'count':
      return line(filled, { ...number, name: 'haut', label: 'Nombre' });
  }
}

const NUMBER = 'Un nombre entier est attendu, par exemple 12.';

function valueOf(
  { kind }: Indicator,
  { haut, bas }: { readonly haut: string; readonly bas: string },
): MeasuredValue {
  const [upper, lower] = [haut, bas].map((text) =>
    /^-?\d{1,9}$/.test(text.replaceAll(' ', '')) ? Number(text.replaceAll(' ', '')) : undefined,
  );
  if (upper === undefined) throw new WrongForm({ haut: NUMBER });
  if (kind === 'count') return { kind, count: upper };
  if (lower === undefined) throw new WrongForm({ bas: NUMBER });
  if (kind === 'ratio' && upper > lower)
    throw new WrongForm({
      haut: 'Il y a plus de cas conformes que de cas en tout : vérifier les deux nombres.',
    });
  return kind === 'ratio'
    ? { kind, numerator: upper, denominator: lower }
    : { kind, total: upper, count: lower };
}

function partOf(
  { per }: Pick<Indicator, 'per'>,
  form: Readonly<Partial<Record<Dimension, string>>>,
): Breakdown | undefined {
  if (!per) return undefined;
  return Object.fromEntries(per.map((name) => [name, form[name] ?? '']));
}

const named = {
  ...{ indicateur: needed('Choisir un indicateur.'), lieu: needed('Choisir un site.') },
  periode: needed('La période manque.'),
  ...{ theme: maybe(), channel: maybe(), title: maybe(), network: maybe(), procedure: maybe() },
};

/** A figure of a unit is within the reach of who has all its sites. */
function placeObject({ world, form: { lieu } }: AgentAsked<{ readonly lieu: string }>) {
  const { config } = world.settings;
  if (config.sites.some(({ id }) => id === lieu)) return { site: lieu };
  return unitsOf(config).some(({ id }) => id === lieu) ? { isWhole: true } : undefined;
}

async function checkedMeasurement(
  { world, agent, db }: AgentAsked<unknown>,
  measurement: Measurement,
  indicator: Indicator,
): Promise<Measurement> {
  const parsed = v.safeParse(measurementSchema, measurement);
  if (!parsed.success) {
    const [{ path = [], message }] = parsed.issues;
    const keys = path.map(({ key }) => String(key));
    const key = (keys[0] === 'of' ? keys[1] : keys[0]) ?? '';
    const field = { period: 'periode', site: 'lieu' }[key] ?? (key === 'value' ? 'haut' : key);
    throw new WrongForm({ [field]: `Attendu : ${message}.` });
  }
  const period = parsePeriod(measurement.period);
  if (period.start > todayOf(world))
    throw new WrongForm({ periode: 'Cette période n’a pas commencé : vérifier laquelle.' });
  if (periodKinds.indexOf(period.kind) > periodKinds.indexOf(indicator.period))
    throw new WrongForm({
      periode: `Cet indicateur se mesure ${frequency[indicator.period]} : donner une période aussi longue.`,
    });
  const places = placesOf(agent, world).map(({ id }) => id);
  const others = (await listMeasurements(db, [measurement.site]))
    .map((kept) => kept.measurement)
    .filter((other) => other.indicator === measurement.indicator && other.period !== measurement.period);
  const issues = measurementIssues([parsed.output, ...others], indicators, places).filter(
    ({ at }) => at === 0,
  );
  if (issues.length > 0) throw new WrongForm({ '': issues.map(({ message }) => message).join('\n') });
  return parsed.output;
}

export const indicatorRoutes: readonly AgentRoute[] = [
  page({ path: '/indicateurs', roles: everybody, object: 'own', handle: (asked) => indicatorsPage(asked) }),
  page({ path: '/indicateurs/saisie', roles: managers, object: 'own', handle: (asked) => entryPage(asked) }),
  form({
    path: '/indicateurs/saisie',
    roles: managers,
    form: v.object({ ...named, haut: maybe(), bas: maybe(), source: maybe() }),
    object: 'own',
    about: placeObject,
    handle: async (asked, tx): Promise<Moved> => {
      const { world, agent, form: sent } = asked;
      const indicator = indicatorOf(sent.indicateur);
      if (!indicator || computedIndicators.includes(indicator.id))
        throw new WrongForm({ indicateur: 'Choisir un indicateur.' });
      const of = partOf(indicator, sent);
      const measurement: Measurement = {
        ...{
          indicator: indicator.id,
          site: sent.lieu,
          period: sent.periode,
          value: valueOf(indicator, sent),
        },
        ...(of === undefined ? {} : { of }),
        ...(sent.source === '' ? {} : { source: sent.source }),
      };
      const checked = await checkedMeasurement(asked, measurement, indicator);
      await keepMeasurement(tx, checked, { origin: 'entered', at: world.now() });
      await record(world, tx, agent, {
        action: 'measurement-entered',
        object: `measurement ${indicator.id} ${sent.lieu} ${sent.periode}`,
      });
      const { end } = parsePeriod(sent.periode);
      return { to: `${ROOT}?mois=${end.slice(0, 7)}`, notice: 'mesure-saisie' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
  }),
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
      return { to: `${ROOT}?mois=${mois}`, notice: 'mesures-calculees', count };
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
      return { to: `${ROOT}?mois=${sent.mois}`, notice: 'mesure-retiree' };
    },
    again: (asked, faults) => indicatorsPage(asked, faults),
  }),
];
