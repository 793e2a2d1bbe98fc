import type { MeasuredValue, Measurement } from './measurement.ts';

/** A value with its counts, for tests. */
export function ratio(numerator: number, denominator: number): MeasuredValue {
  return { kind: 'ratio', numerator, denominator };
}

/** What was measured in a period, for tests. */
export function measured(period: string, value: MeasuredValue, over: Partial<Measurement> = {}): Measurement {
  return { indicator: 'mail.taux', site: 'aix', period, value, ...over };
}
