import type { Direction } from './indicator.ts';
import type { MeasuredValue } from './measurement.ts';
import type { Sourced } from './provenance.ts';

/** What a value is when it is one number: a proportion, days or points, a count. */
export type ValueNature = 'rate' | 'mean' | 'count';

/** A change smaller than this is none: a point of percentage, a tenth of a day or of a point, one case. */
export const trendThreshold: Sourced<Readonly<Record<ValueNature, number>>> = {
  value: { rate: 0.01, mean: 0.1, count: 1 },
  provenance: {
    origin: 'X',
    source: 'Proposition du projet : le plus petit écart que montrent les publications',
  },
};

/** Fewer cases than this say little: a rate or a mean of them is flagged. */
export const smallSample: Sourced<number> = {
  value: 30,
  provenance: {
    origin: 'X',
    source: 'Proposition du projet, d’après l’usage statistique ; aucune règle n’est publiée',
  },
};

/**
 * A value as one number: a proportion, a mean, a count. `undefined` when there
 * was no case to divide by.
 */
export function numberOf(value: MeasuredValue): number | undefined {
  switch (value.kind) {
    case 'ratio':
      return value.denominator === 0 ? undefined : value.numerator / value.denominator;
    case 'mean':
      return value.count === 0 ? undefined : value.total / value.count;
    case 'count':
      return value.count;
    case 'published-rate':
      return value.rate;
    case 'published-mean':
      return value.mean;
  }
}

const NATURES: Readonly<Record<MeasuredValue['kind'], ValueNature>> = {
  ratio: 'rate',
  'published-rate': 'rate',
  mean: 'mean',
  'published-mean': 'mean',
  count: 'count',
};

export const trends = ['better', 'worse', 'stable', 'unknown'] as const;
export type Trend = (typeof trends)[number];

/** Sums of decimals are a hair beside: 0.29 − 0.28 is less than 0.01. */
const HAIR = 1e-9;

/**
 * Where a value goes from the period before: a change of the threshold or more
 * is one. `unknown` without one of the two, or when one is no rate where the
 * other is.
 */
export function trendOf(
  current: MeasuredValue | null | undefined,
  previous: MeasuredValue | null | undefined,
  direction: Direction,
  { threshold = trendThreshold.value }: { readonly threshold?: Readonly<Record<ValueNature, number>> } = {},
): Trend {
  if (!current || !previous) return 'unknown';
  const nature = NATURES[current.kind];
  const [now, before] = [numberOf(current), numberOf(previous)];
  if (now === undefined || before === undefined || NATURES[previous.kind] !== nature) return 'unknown';
  const gain = direction === 'higher' ? now - before : before - now;
  if (gain === 0 || Math.abs(gain) < threshold[nature] - HAIR) return 'stable';
  return gain > 0 ? 'better' : 'worse';
}

export const targetStatuses = ['met', 'missed', 'no-target', 'no-value'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** Whether a value is at its target or on the good side of it. A target is in the unit of the value, a proportion for a rate. */
export function statusOf(
  value: MeasuredValue | null | undefined,
  target: number | undefined,
  direction: Direction,
): TargetStatus {
  if (target === undefined) return 'no-target';
  const number = value ? numberOf(value) : undefined;
  if (number === undefined) return 'no-value';
  // Exact: a quotient and a decimal that are equal are rounded to the same number.
  return (direction === 'higher' ? number >= target : number <= target) ? 'met' : 'missed';
}
