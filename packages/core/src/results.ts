import * as v from 'valibot';
import type { Consolidated, PublishedFigure, SiteGroup } from './consolidation.ts';
import type { Indicator } from './indicator.ts';
import { publishedLabelSchema, type PublishedLabel } from './label.ts';
import { breakdownKey, breakdownSchema, type MeasuredValue } from './measurement.ts';
import { formatNumber } from './number.ts';
import { parsed } from './parse.ts';
import { parsePeriod, shiftPeriod } from './period.ts';
import { amount, id, isoDay, list, oneOf, periodId, publicText, rate, section, text } from './schema.ts';
import { statusOf, trendOf, trends, type ValueNature } from './trend.ts';

/** Of the shape of the results file; one more when a reader of the one before could not read it. */
export const RESULTS_VERSION = 1;

const VERSION = `la version du format : ${String(RESULTS_VERSION)}`;
const NUMBER = 'un nombre, par exemple 2.4';
const SHARE = 'un nombre de cas parmi les autres : au plus le dénominateur';
const VALUE =
  'une valeur publiée : une section { numerator, denominator }, { rate }, { days }, { points } ou { count }';
const REASON = 'une note : une valeur vide est celle d’un suivi suspendu, et une note le dit';

const finite = v.pipe(v.number(NUMBER), v.finite(NUMBER));

/** A value as the public gets it: a rate with its counts when they are known, a mean in days or points, a count. */
export const publishedValueSchema = v.union(
  [
    v.pipe(
      section({ numerator: amount, denominator: amount }),
      v.check(({ numerator, denominator }) => numerator <= denominator && denominator > 0, SHARE),
    ),
    section({ rate }),
    section({ days: finite }),
    section({ points: finite }),
    section({ count: amount }),
  ],
  VALUE,
);
export type PublishedValue = v.InferOutput<typeof publishedValueSchema>;

/** A line of the results: an indicator, for a unit and a period. */
export const publishedIndicatorSchema = v.pipe(
  section({
    id,
    label: publicText,
    /** Id of one of the units. */
    unit: id,
    period: periodId,
    /** Of a family: which of its values. */
    of: v.optional(breakdownSchema),
    /** `null` while the follow-up was suspended, and then only: a footnote says so. */
    value: v.nullable(publishedValueSchema),
    /** Cases that a rate or a mean rests on. */
    sampleSize: v.optional(amount),
    /** In the unit of the value: a proportion, days, points, a count. */
    target: v.optional(finite),
    /** Whether the value is at its target or on the good side of it, which only the indicator knows. */
    status: v.optional(oneOf(['met', 'missed'])),
    /** The value of the period before, of the same kind. */
    previous: v.optional(section({ period: periodId, value: publishedValueSchema })),
    trend: v.optional(oneOf(trends)),
    footnotes: list(publicText, 'de notes'),
    /** French: where the figures come from. */
    source: v.optional(text()),
  }),
  v.forward(
    v.check(({ value, footnotes }) => value !== null || footnotes.length > 0, REASON),
    ['footnotes'],
  ),
);
export type PublishedIndicator = v.InferOutput<typeof publishedIndicatorSchema>;

/** The results file, which the badge reads. */
export const resultsSchema = section({
  schemaVersion: v.literal(RESULTS_VERSION, VERSION),
  /** ISO day. */
  publishedOn: isoDay,
  /** None for a préfecture that publishes without a label. */
  label: v.optional(publishedLabelSchema),
  units: list(section({ id, name: text() }), 'd’unités'),
  indicators: list(publishedIndicatorSchema, 'd’indicateurs'),
});
export type Results = v.InferOutput<typeof resultsSchema>;

/**
 * Reads a results file.
 *
 * @throws QualeprefError `results`; each line of the message names a path and what was expected there
 */
export function loadResults(value: unknown): Results {
  return parsed(resultsSchema, value, { code: 'results', name: 'résultats' });
}

/** What a publication is made with, besides the values. */
export interface Publication {
  readonly indicators: readonly Indicator[];
  /** Those that are published, in the order in which they are shown. */
  readonly units: readonly (SiteGroup & { readonly name: string })[];
  /** Ids of the periods that are published; the one before each is looked up to compare. */
  readonly periods: readonly string[];
  readonly label?: PublishedLabel;
  /** ISO day. */
  readonly publishedOn: string;
  /** Smallest change that is one; by default `trendThreshold`. */
  readonly trendThreshold?: Readonly<Record<ValueNature, number>>;
}

/**
 * The results file, from consolidated indicators: those of the periods that are
 * published and of the periods before them. A line without a value is left
 * out, save when the follow-up was suspended. A figure known without its
 * counts is the value of a line only when it is of that very unit and period.
 */
export function resultsOf(consolidated: readonly Consolidated[], publication: Publication): Results {
  const { indicators, units, periods, label, publishedOn } = publication;
  const rows = Map.groupBy(consolidated, slotOf);
  const lines = indicators.flatMap((indicator) =>
    units.flatMap((unit) =>
      periods.flatMap((period) => {
        const at = (id: string) =>
          rows.get(slotOf({ indicator: indicator.id, unit: unit.id, period: id })) ?? [];
        const earlier = at(shiftPeriod(parsePeriod(period), -1).id);
        return at(period).flatMap((row) => {
          const before = earlier.find(({ of }) => breakdownKey(of) === breakdownKey(row.of));
          return lineOf({ row, before, indicator, unit }, publication) ?? [];
        });
      }),
    ),
  );
  return {
    schemaVersion: RESULTS_VERSION,
    publishedOn,
    ...(label === undefined ? {} : { label }),
    units: units.map(({ id, name }) => ({ id, name })),
    indicators: lines,
  };
}

interface Line {
  readonly row: Consolidated;
  readonly before: Consolidated | undefined;
  readonly indicator: Indicator;
  readonly unit: SiteGroup;
}

function lineOf(
  { row, before, indicator, unit }: Line,
  { trendThreshold }: Publication,
): PublishedIndicator | undefined {
  const value = valueOf(row, unit);
  if (!value && row.absence !== 'suspended') return undefined;
  const shown = value ? publicValue(value.value, indicator) : null;
  const earlier = before && valueOf(before, unit);
  const previous = earlier && publicValue(earlier.value, indicator);
  const threshold = trendThreshold === undefined ? {} : { threshold: trendThreshold };
  const source = value?.source;
  const target = indicator.target?.value;
  const status = statusOf(value?.value, target, indicator.direction);
  return {
    id: indicator.id,
    label: indicator.label,
    unit: row.unit,
    period: row.period,
    ...(row.of === undefined ? {} : { of: row.of }),
    value: shown,
    ...(row.value === null || indicator.kind === 'count' ? {} : { sampleSize: row.sampleSize }),
    ...(target === undefined ? {} : { target }),
    ...(status === 'met' || status === 'missed' ? { status } : {}),
    ...(before && previous ? { previous: { period: before.period, value: previous } } : {}),
    ...(value && earlier
      ? { trend: trendOf(value.value, earlier.value, indicator.direction, threshold) }
      : {}),
    footnotes: [...row.footnotes, ...(row.isSmall ? [smallSampleNote(row.sampleSize)] : [])],
    ...(source === undefined ? {} : { source }),
  };
}

interface Shown {
  readonly value: MeasuredValue;
  readonly source?: string;
}

function valueOf(
  { value, sources, published, period, unit }: Consolidated,
  group: SiteGroup,
): Shown | undefined {
  if (value) return sources.length === 0 ? { value } : { value, source: sources.join(' ; ') };
  const isWhole = ({ site }: PublishedFigure): boolean =>
    site === unit || (group.sites.length === 1 && site === group.sites[0]);
  return published.find((figure) => figure.period === period && isWhole(figure));
}

function publicValue(value: MeasuredValue, { unit }: Indicator): PublishedValue {
  switch (value.kind) {
    case 'ratio':
      return { numerator: value.numerator, denominator: value.denominator };
    case 'published-rate':
      return { rate: value.rate };
    case 'count':
      return { count: value.count };
    case 'mean':
    case 'published-mean': {
      const mean = value.kind === 'mean' ? value.total / value.count : value.mean;
      return unit === 'points' ? { points: mean } : { days: mean };
    }
  }
}

/** Said to the public with a rate or a mean of few cases. */
export function smallSampleNote(size: number): v.InferOutput<typeof publicText> {
  const [fr, en] = [formatNumber(size), formatNumber(size, { lang: 'en' })];
  return {
    fr: `Petit échantillon\u00A0: ${fr} cas. La valeur est à lire avec prudence.`,
    en: `Small sample: ${en} case${size === 1 ? '' : 's'}. Read this value with care.`,
  };
}

function slotOf({ indicator, unit, period }: Pick<Consolidated, 'indicator' | 'unit' | 'period'>): string {
  return `${indicator} ${unit} ${period}`;
}
