import {
  indicators,
  measurementIssues,
  measurementSchema,
  parsePeriod,
  periodKinds,
  periodOf,
  shiftPeriod,
  type Dimension,
  type Indicator,
  type Measurement,
} from '@qualepref/core';
import { html } from 'hono/html';
import * as v from 'valibot';
import { managers } from '../access.ts';
import {
  form,
  page,
  WrongForm,
  type AgentAsked,
  type AgentRoute,
  type Moved,
  type Page,
} from '../agent-route.ts';
import { computedIndicators } from '../figures.ts';
import { maybe } from '../form-fields.ts';
import { record } from '../journal.ts';
import { todayAt } from '../site-time.ts';
import { keepMeasurement, listMeasurements } from '../store/measurement-store.ts';
import type { World } from '../world.ts';
import { dimensionNames } from './agent-figures.ts';
import { blank, button, choose, faultSummary, formOf, line, type Filled } from './agent-form.ts';
import { capital, each, nothing, words, type Html } from './agent-html.ts';
import {
  frequency,
  indicatorOf,
  INDICATORS,
  named,
  partOf,
  placeObject,
  placesOf,
} from './agent-indicator-terms.ts';
import {
  aloneValue,
  countedValue,
  valueFields,
  valueFormOf,
  type ValueForm,
} from './agent-measurement-value.ts';

async function entryPage(asked: AgentAsked<unknown>, filled: Filled = blank): Promise<Page> {
  const { world, agent, query } = asked;
  const named = filled.values['indicateur'] ?? query['indicateur'];
  const indicator =
    indicators.find(({ id }) => id === named && !computedIndicators.includes(id)) ?? indicators[0];
  if (!indicator) throw new Error('The catalogue is empty.');
  const shape = valueFormOf(indicator, filled.values['forme'] ?? query['forme']);
  const kind = indicator.period === 'day' ? 'month' : indicator.period;
  const period = shiftPeriod(periodOf(todayAt(world), kind), -1).id;
  return Promise.resolve({
    title: 'Saisir une mesure',
    body: html`${faultSummary(filled)}
      <h2>${indicator.label.fr}</h2>
      <p>${words(`${capital(indicator.formula)}. Mesuré ${frequency[indicator.period]}.`)}</p>
      ${formOf(
        asked,
        `${INDICATORS}/saisie`,
        html`<input type="hidden" name="indicateur" value="${indicator.id}" />
          <input type="hidden" name="forme" value="${shape}" /> ${choose(filled, {
            ...{ name: 'lieu', label: 'Site', isRequired: true },
            choices: placesOf(agent, world).map(({ id, name }) => ({ value: id, label: name })),
          })}
          ${line(filled, {
            ...{ name: 'periode', label: 'Période', isRequired: true, isShort: true, value: period },
            hint: 'Une année (2026), un semestre (2026-S2), un trimestre (2026-T4) ou un mois (2026-11).',
          })}
          ${each(indicator.per ?? [], (name) => dimensionField(world, filled, name))}
          ${valueFields(filled, indicator, shape)}
          ${line(filled, {
            ...{ name: 'source', label: 'D’où vient ce chiffre' },
            hint: 'Le public peut le lire : « statistiques du standard ».',
          })}
          ${button('Enregistrer la mesure')}`,
      )}
      ${otherShape(indicator, shape)}
      <p><a href="${INDICATORS}">Revenir aux indicateurs</a></p>`,
  });
}

/** The way to enter the figure otherwise than the page offers. */
function otherShape({ id, kind }: Indicator, shape: ValueForm): Html {
  if (kind === 'count') return nothing;
  const here = `${INDICATORS}/saisie?indicateur=${id}`;
  const alone = kind === 'ratio' ? 'taux' : 'moyenne';
  if (shape === 'valeur')
    return html`<p>
        ${words('Une valeur sans ses nombres ne s’ajoute à aucune autre : le public ne la voit que pour le site ou l’unité, et la période, que le formulaire nomme.')}
      </p>
      <p><a href="${here}">Saisir les nombres, qui sont connus</a></p>`;
  return html`<p>
    <a href="${here}&forme=valeur"
      >${words(`Les nombres ne sont pas connus : saisir ${kind === 'ratio' ? 'le' : 'la'} ${alone} seul${kind === 'ratio' ? '' : 'e'}`)}</a
    >
  </p>`;
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
  if (period.start > todayAt(world))
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

/** Entering a figure. */
export const measurementRoutes: readonly AgentRoute[] = [
  page({ path: '/indicateurs/saisie', roles: managers, object: 'own', handle: (asked) => entryPage(asked) }),
  form({
    path: '/indicateurs/saisie',
    roles: managers,
    form: v.object({
      ...named,
      forme: maybe(),
      haut: maybe(),
      bas: maybe(),
      valeur: maybe(),
      source: maybe(),
    }),
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
          value:
            valueFormOf(indicator, sent.forme) === 'valeur'
              ? aloneValue(indicator, sent.valeur)
              : countedValue(indicator, sent),
        },
        ...(of === undefined ? {} : { of }),
        ...(sent.source === '' ? {} : { source: sent.source }),
      };
      const checked = await checkedMeasurement(asked, measurement, indicator);
      await keepMeasurement(tx, checked, 'entered', world.now());
      await record(world, tx, agent, {
        action: 'measurement-entered',
        object: `measurement ${indicator.id} ${sent.lieu} ${sent.periode}`,
      });
      const { end } = parsePeriod(sent.periode);
      return { to: `${INDICATORS}?mois=${end.slice(0, 7)}`, notice: 'mesure-saisie' };
    },
    again: (asked, faults) => entryPage(asked, { values: asked.form, faults }),
  }),
];
