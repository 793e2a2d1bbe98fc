import { isPeriodId, type Results } from '@qualepref/core';
import {
  amount,
  count,
  id,
  isoDay,
  list,
  maybe,
  nullable,
  oneOf,
  publicText,
  section,
  text,
  type Check,
} from './guard.ts';
import type { Guard } from './client.ts';

const finite: Check = (value) => Number.isFinite(value);
const period: Check = (value) => typeof value === 'string' && isPeriodId(value.trim());

const ratio = section({ numerator: amount, denominator: count });
const shapes: readonly Check[] = [
  (value) => {
    if (!ratio(value)) return false;
    const { numerator, denominator } = value as { numerator: number; denominator: number };
    return numerator <= denominator;
  },
  section({ rate: (value) => finite(value) && (value as number) >= 0 && (value as number) <= 1 }),
  section({ days: finite }),
  section({ points: finite }),
  section({ count: amount }),
];
const figure: Check = (value) => shapes.some((shape) => shape(value));

const line = section({
  id,
  label: publicText,
  unit: id,
  period,
  of: maybe(
    section({
      theme: maybe(id),
      channel: maybe(id),
      title: maybe(id),
      network: maybe(id),
      procedure: maybe(id),
    }),
  ),
  value: nullable(figure),
  sampleSize: maybe(amount),
  target: maybe(finite),
  status: maybe(oneOf(['met', 'missed'])),
  previous: maybe(section({ period, value: figure })),
  trend: maybe(oneOf(['better', 'worse', 'stable', 'unknown'])),
  footnotes: list(publicText),
  source: maybe(text),
});

/**
 * Whether a value is a results file. The schema of core, which weighs as much
 * as the badge itself, says the same of a file; a test compares them. One
 * difference: a key that is not known is passed over, since badges stand for
 * years in pages and a later file may say more.
 */
export const isResults = section({
  schemaVersion: oneOf([1]),
  publishedOn: isoDay,
  label: maybe(
    section({
      name: text,
      scope: publicText,
      modules: list(oneOf([1, 2, 3, 4, 5, 6, 7, 8])),
      start: period,
      end: period,
      suspended: maybe(section({ from: period, until: maybe(period), reason: publicText })),
    }),
  ),
  units: list(section({ id, name: text })),
  indicators: list((value) => {
    if (!line(value)) return false;
    const { value: shown, footnotes } = value as Results['indicators'][number];
    return shown !== null || footnotes.length > 0;
  }),
}) as Guard<Results>;
