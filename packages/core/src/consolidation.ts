import {
  fillBoard,
  isStopped,
  type BoardRequest,
  type Part,
  type SiteGroup,
  type Slot,
} from './consolidation-board.ts';
import type { Indicator } from './indicator.ts';
import { settleLast, settleSum, type Settled } from './measurement-sum.ts';
import {
  breakdownKey,
  dimensionsOf,
  type Breakdown,
  type MeasuredValue,
  type Measurement,
  type Suspension,
} from './measurement.ts';
import type { PublicText } from './schema.ts';
import { suspensionNote } from './suspension-note.ts';
import { smallSample as defaultSmallSample } from './trend.ts';

export { type SiteGroup } from './consolidation-board.ts';

/** A value that keeps what it is made of. */
export type CountedValue = Extract<MeasuredValue, { kind: 'ratio' | 'mean' | 'count' }>;

/** Why there is no value: nothing was entered, no case came up, the follow-up was suspended, or only a published figure is known. */
export const absences = ['no-data', 'no-case', 'suspended', 'published-only'] as const;
export type Absence = (typeof absences)[number];

/** A figure known without its counts: shown beside, never merged. */
export interface PublishedFigure {
  readonly site: string;
  readonly period: string;
  readonly of?: Breakdown;
  readonly value: Extract<MeasuredValue, { kind: 'published-rate' | 'published-mean' }>;
  readonly source?: string;
}

/** An indicator over the sites of a unit and the months of a period. */
export interface Consolidated {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  /** Of a family: which of its values; none for all of them together. */
  readonly of?: Breakdown;
  readonly value: CountedValue | null;
  /** Why there is no value. */
  readonly absence?: Absence;
  /** Cases that the value rests on. */
  readonly sampleSize: number;
  /** A rate or a mean of too few cases. */
  readonly isSmall: boolean;
  /** Each month of the period is in one of the three; `missing` when a site that was followed has no measurement. */
  readonly months: {
    readonly covered: readonly string[];
    readonly missing: readonly string[];
    readonly suspended: readonly string[];
  };
  readonly published: readonly PublishedFigure[];
  /** One for each suspension that touches the period. */
  readonly footnotes: readonly PublicText[];
  /** French, each once. */
  readonly sources: readonly string[];
}

/** What `consolidateAll` is asked. */
export interface ConsolidationRequest extends BoardRequest {
  /** Fewer cases than this is a small sample; by default `smallSample`. */
  readonly smallSample?: number;
}

/**
 * Every indicator, for every unit and period, in one pass.
 *
 * A rate is the sum of numerators over that of denominators, a mean the sum of
 * totals over that of counts: never a mean of means. A measurement counts in
 * the periods that hold the whole of its own, and is never shared out among
 * shorter ones; the widest stands for those that it holds, and of two of the
 * same the one of more cases. One whose months
 * are all suspended does not count, though it was entered. A family has a line
 * for each of its values, then one for all of them if they are counts.
 *
 * @throws QualeprefError `period` when one of the periods is none
 */
export function consolidateAll(
  measurements: readonly Measurement[],
  { smallSample = defaultSmallSample.value, ...request }: ConsolidationRequest,
): readonly Consolidated[] {
  return fillBoard(measurements, request).flatMap((slot) => {
    const { parts } = slot;
    if (slot.indicator.per === undefined || parts.length === 0) return rowOf(slot, parts, smallSample);
    const whole = rowOf(slot, parts, smallSample);
    const isCount = slot.indicator.kind === 'count';
    const each = parts.toSorted(byBreakdown).map((part): Consolidated => {
      const row = rowOf(slot, [part], smallSample);
      // A theme that nobody complained about has no measurement, and its month is known all the same.
      return { ...row, of: part.sum.of ?? {}, ...(isCount ? { months: whole.months } : {}) };
    });
    return isCount ? [...each, whole] : each;
  });
}

/** What `consolidate` is asked. */
export interface OneConsolidation {
  readonly indicator: Indicator;
  readonly unit: SiteGroup;
  /** Id of a period. */
  readonly period: string;
  /** Of a family, those that have these values; all of them without it. */
  readonly of?: Breakdown;
  readonly suspensions?: readonly Suspension[];
  readonly smallSample?: number;
}

/**
 * One indicator, for one unit and period, by the rules of `consolidateAll`.
 * The values of a family that are asked for are added together.
 *
 * @throws QualeprefError `period` when the period is none
 */
export function consolidate(
  measurements: readonly Measurement[],
  { indicator, unit, period, of, suspensions = [], smallSample = defaultSmallSample.value }: OneConsolidation,
): Consolidated {
  const request = { indicators: [indicator], units: [unit], periods: [period], suspensions };
  const names = dimensionsOf(of);
  const asked = measurements.filter((each) => names.every((name) => each.of?.[name] === of?.[name]));
  const [slot] = fillBoard(asked, request) as [Slot];
  return { ...rowOf(slot, slot.parts, smallSample), ...(of === undefined ? {} : { of }) };
}

function rowOf(slot: Slot, parts: readonly Part[], smallSample: number): Consolidated {
  const { indicator, unit, target, frame } = slot;
  const settle = indicator.overTime === 'last' ? settleLast : settleSum;
  const sums = parts.map(({ sum }) => settle(sum, frame));
  const upper = total(sums.map((sum) => sum.upper));
  const lower = total(sums.map((sum) => sum.lower));
  const isSeen = sums.some(({ seen }) => seen.includes(true));
  const hasCases = indicator.kind === 'count' || lower > 0;
  const published = parts.flatMap((part) => part.published).toSorted(byPlace);
  const months = monthsBySort(slot, sums);
  const isStopped = months.suspended.length === frame.months;
  const absence = absenceOf({ isSeen, hasCases, isPublished: published.length > 0, isStopped });
  return {
    indicator: indicator.id,
    unit: unit.id,
    period: target.period.id,
    value: absence === undefined ? valueOf(indicator, upper, lower) : null,
    ...(absence === undefined ? {} : { absence }),
    sampleSize: lower,
    isSmall: indicator.kind !== 'count' && absence === undefined && lower < smallSample,
    months,
    published: published.map(figureOf),
    footnotes: footnotesOf(slot),
    sources: [...new Set(parts.flatMap(({ sources }) => sources))].sort(),
  };
}

function valueOf({ kind }: Indicator, upper: number, lower: number): CountedValue {
  switch (kind) {
    case 'ratio':
      return { kind, numerator: upper, denominator: lower };
    case 'mean':
      return { kind, total: upper, count: lower };
    case 'count':
      return { kind, count: upper };
  }
}

function absenceOf(known: {
  readonly isSeen: boolean;
  readonly hasCases: boolean;
  readonly isPublished: boolean;
  readonly isStopped: boolean;
}): Absence | undefined {
  if (known.isSeen && known.hasCases) return undefined;
  if (known.isPublished) return 'published-only';
  if (known.isSeen) return 'no-case';
  return known.isStopped ? 'suspended' : 'no-data';
}

function monthsBySort({ target, frame, halts }: Slot, sums: readonly Settled[]): Consolidated['months'] {
  const covered: string[] = [];
  const missing: string[] = [];
  const suspended: string[] = [];
  for (const [at, id] of target.months.entries()) {
    let followed = 0;
    let measured = 0;
    for (let site = 0; site < frame.sites; site++) {
      if (isStopped(halts, site, target.start + at)) continue;
      followed += 1;
      if (sums.some(({ seen }) => seen[site * frame.months + at] === true)) measured += 1;
    }
    if (followed === 0) suspended.push(id);
    else (measured === followed ? covered : missing).push(id);
  }
  return { covered, missing, suspended };
}

function footnotesOf({ target: { period }, halts }: Slot): readonly PublicText[] {
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)];
  return halts.map(({ stops, suspension: { from, to, reason } }) =>
    suspensionNote({
      from: from < first ? first : from,
      to: to > last ? last : to,
      reason,
      isPartial: stops.includes(false),
    }),
  );
}

function figureOf({ site, period, of, value, source }: Measurement): PublishedFigure {
  return {
    site,
    period,
    ...(of === undefined ? {} : { of }),
    value: value as PublishedFigure['value'],
    ...(source === undefined ? {} : { source }),
  };
}

function byPlace(a: Measurement, b: Measurement): number {
  const [first, second] = [a, b].map(({ period, site, of }) => `${period} ${site} ${breakdownKey(of)}`) as [
    string,
    string,
  ];
  return first < second ? -1 : Number(first > second);
}

function byBreakdown(a: Part, b: Part): number {
  return a.key < b.key ? -1 : 1;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
