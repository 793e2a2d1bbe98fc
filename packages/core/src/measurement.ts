import * as v from 'valibot';
import { typeset } from './french.ts';
import { dimensions, type Dimension, type Indicator } from './indicator.ts';
import { parsePeriod, periodKinds, periodOf } from './period.ts';
import { amount, id, monthId, periodId, publicText, rate, section, list, text } from './schema.ts';

const PERIOD = 'une période d’au moins un mois : 2026, 2026-S2, 2026-T4 ou 2026-11';
const TOTAL = 'un total : un nombre entier, dans l’unité de l’indicateur';
const MEAN = 'une moyenne : un nombre, par exemple 2.4';
const NUMERATOR = 'un nombre de cas parmi les autres : au plus le dénominateur';
const EMPTY_TOTAL = 'le total d’aucun cas : 0';
const MONTHS = 'un mois de fin : le mois du début ou un mois d’après';

/** Words that `measuredValueSchema` tells its values apart by. */
export const valueKinds = ['ratio', 'mean', 'count', 'published-rate', 'published-mean'] as const;
export type ValueKind = (typeof valueKinds)[number];

const ratioSchema = v.pipe(
  section({ kind: v.literal('ratio'), numerator: amount, denominator: amount }),
  v.forward(
    v.partialCheck(
      [['numerator'], ['denominator']],
      ({ numerator, denominator }) => numerator <= denominator,
      NUMERATOR,
    ),
    ['numerator'],
  ),
);

const meanSchema = v.pipe(
  section({
    kind: v.literal('mean'),
    /** Of all cases, in the indicator’s unit: days, points. Whole, so that sums are exact. */
    total: v.pipe(v.number(TOTAL), v.safeInteger(TOTAL)),
    count: amount,
  }),
  v.forward(
    v.partialCheck([['total'], ['count']], ({ total, count }) => count > 0 || total === 0, EMPTY_TOTAL),
    ['total'],
  ),
);

/**
 * What was measured. A rate and a mean keep what they are made of, so that
 * they can be added up; one that was published without it can only be shown.
 */
export const measuredValueSchema = v.variant(
  'kind',
  [
    ratioSchema,
    meanSchema,
    section({ kind: v.literal('count'), count: amount }),
    section({ kind: v.literal('published-rate'), rate }),
    section({ kind: v.literal('published-mean'), mean: v.pipe(v.number(MEAN), v.finite(MEAN)) }),
  ],
  `une valeur : une section dont « kind » est un de ces mots : ${valueKinds.join(', ')}`,
);
export type MeasuredValue = v.InferOutput<typeof measuredValueSchema>;

/** What a measurement is about, among those of an indicator that has several: a theme, a channel… */
export const breakdownSchema = section({
  theme: v.optional(id),
  channel: v.optional(id),
  title: v.optional(id),
  network: v.optional(id),
  procedure: v.optional(id),
});
export type Breakdown = v.InferOutput<typeof breakdownSchema>;

/** One figure of an indicator, on a site, over a period. */
export const measurementSchema = section({
  indicator: id,
  /** A site; the reporting unit when the figure is known for the whole unit only. */
  site: id,
  period: v.pipe(
    periodId,
    v.check((period) => parsePeriod(period).kind !== 'day', PERIOD),
  ),
  /** Names each dimension that the indicator is kept by, and nothing for the others. */
  of: v.optional(breakdownSchema),
  value: measuredValueSchema,
  /** French: the table, the tool or the document it comes from. */
  source: v.optional(text()),
});
export type Measurement = v.InferOutput<typeof measurementSchema>;

/** Months during which indicators were not followed: they count in nothing, and a footnote says so. */
export const suspensionSchema = v.pipe(
  section({
    /** Months, both included. */
    from: monthId,
    to: monthId,
    /** To follow a colon: `crise sanitaire`. */
    reason: publicText,
    /** Ids of those suspended; all of them without it. */
    indicators: v.optional(list(id, 'd’indicateurs')),
    sites: v.optional(list(id, 'de sites')),
  }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, MONTHS),
    ['to'],
  ),
);
export type Suspension = v.InferOutput<typeof suspensionSchema>;

/** What can be wrong between a measurement and what it names. `overlap` is a figure that a longer period already holds. */
export const measurementFaults = [
  'unknown-indicator',
  'unknown-site',
  'kind',
  'dimension',
  'negative',
  'duplicate',
  'overlap',
] as const;
export type MeasurementFault = (typeof measurementFaults)[number];

/** What is wrong with a measurement, for who entered it. */
export interface MeasurementIssue {
  /** Its place in the list. */
  readonly at: number;
  readonly fault: MeasurementFault;
  /** A French sentence. */
  readonly message: string;
}

/** Kinds of values that an indicator of each kind takes. */
const KINDS_OF: Readonly<Record<Indicator['kind'], readonly ValueKind[]>> = {
  ratio: ['ratio', 'published-rate'],
  mean: ['mean', 'published-mean'],
  count: ['count'],
};

/** What a measurement names, in the order of `dimensions`. */
export function dimensionsOf(of: Breakdown | undefined): readonly Dimension[] {
  return of ? dimensions.filter((name) => of[name] !== undefined) : [];
}

/** Text that two measurements about the same thing share; empty for an indicator that is no family. */
export function breakdownKey(of: Breakdown | undefined): string {
  if (!of) return '';
  return dimensionsOf(of)
    .map((name) => `${name}=${of[name] ?? ''}`)
    .join(' ');
}

/** Whether an indicator takes such a value, and is kept by what the measurement names. */
export function isMeasurementOf(
  { value, of }: Pick<Measurement, 'value' | 'of'>,
  indicator: Indicator,
): boolean {
  return KINDS_OF[indicator.kind].includes(value.kind) && hasDimensionsOf(of, indicator);
}

function hasDimensionsOf(of: Breakdown | undefined, { per }: Indicator): boolean {
  if (!of && !per) return true;
  const named = dimensionsOf(of);
  return named.length === (per?.length ?? 0) && named.every((name) => per?.includes(name));
}

/**
 * All that is wrong with a list of measurements, in its order. Consolidation
 * leaves out those of an unknown indicator or site, of another kind or another
 * dimension; of two of the same it counts the one of more cases, and of two
 * periods that overlap the longer.
 *
 * @param siteIds ids of the sites and of the reporting units
 */
export function measurementIssues(
  measurements: readonly Measurement[],
  indicators: readonly Indicator[],
  siteIds: readonly string[],
): readonly MeasurementIssue[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const places = new Set(siteIds);
  const first = new Map<string, number>();
  for (const [at, measurement] of measurements.entries()) {
    const key = keyOf(measurement, measurement.period);
    if (!first.has(key)) first.set(key, at);
  }
  return measurements.flatMap((measurement, at) => {
    const { site, period } = measurement;
    const issues: MeasurementIssue[] = [];
    const issue = (fault: MeasurementFault, problem: string): void => {
      const message = typeset(
        `Mesure ${String(at + 1)} (${measurement.indicator}, ${site}, ${period}) : ${problem}.`,
      );
      issues.push({ at, fault, message });
    };
    const indicator = byId.get(measurement.indicator);
    if (!indicator) issue('unknown-indicator', 'cet indicateur n’est pas au catalogue');
    if (!places.has(site)) issue('unknown-site', 'ce site n’est pas du périmètre');
    if (indicator) issuesOf(measurement, indicator, issue);
    if (first.get(keyOf(measurement, period)) !== at) issue('duplicate', 'la même mesure a déjà été saisie');
    const wider = widerPeriods(period).find((id) => first.has(keyOf(measurement, id)));
    if (wider !== undefined && indicator?.overTime === 'sum')
      issue('overlap', `une mesure de ${wider} comprend déjà cette période, qui ne s’y ajoute pas`);
    return issues;
  });
}

function issuesOf(
  { value, of }: Measurement,
  indicator: Indicator,
  issue: (fault: MeasurementFault, problem: string) => void,
): void {
  const { kind, unit, per = [] } = indicator;
  if (!KINDS_OF[kind].includes(value.kind))
    issue(
      'kind',
      `« ${value.kind} » n’est pas une valeur de cet indicateur. Attendu : ${KINDS_OF[kind].join(', ')}`,
    );
  if (!hasDimensionsOf(of, indicator))
    issue('dimension', `attendu sous « of » : ${per.length === 0 ? 'rien' : per.join(', ')}`);
  if (unit !== 'points' && signOf(value) < 0) issue('negative', 'seuls des points peuvent être négatifs');
}

function signOf(value: MeasuredValue): number {
  if (value.kind === 'mean') return Math.sign(value.total);
  return value.kind === 'published-mean' ? Math.sign(value.mean) : 1;
}

function keyOf({ indicator, site, of }: Measurement, period: string): string {
  return `${indicator} ${site} ${period} ${breakdownKey(of)}`;
}

/** The longest first. */
function widerPeriods(id: string): readonly string[] {
  const { kind, start } = parsePeriod(id);
  return periodKinds.slice(0, periodKinds.indexOf(kind)).map((wider) => periodOf(start, wider).id);
}
