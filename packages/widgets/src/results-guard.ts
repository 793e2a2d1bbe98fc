import { isPeriodId, type Results } from '@qualepref/core';

type Check = (value: unknown) => boolean;

/**
 * Whether a value is a results file. The schema of core, which weighs as much
 * as the badge itself, says the same of a file; a test compares them. One
 * difference: a key that is not known is passed over, since badges stand for
 * years in pages and a later file may say more.
 */
export function isResults(value: unknown): value is Results {
  return results(value);
}

const text: Check = (value) => typeof value === 'string' && value.trim() !== '';
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value.trim());
const finite: Check = (value) => Number.isFinite(value);
const amount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const period: Check = (value) => typeof value === 'string' && isPeriodId(value.trim());
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const section =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]));

const id = matches(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
const publicText = section({ fr: text, en: maybe(text) });
const texts = list(publicText);
const day: Check = (value) => period(value) && (value as string).trim().length === 10;

const ratio = section({ numerator: amount, denominator: amount });
const shapes: readonly Check[] = [
  (value) => {
    if (!ratio(value)) return false;
    const { numerator, denominator } = value as { numerator: number; denominator: number };
    return numerator <= denominator && denominator > 0;
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
  value: (value) => value === null || figure(value),
  sampleSize: maybe(amount),
  target: maybe(finite),
  previous: maybe(section({ period, value: figure })),
  trend: maybe((value) => ['better', 'worse', 'stable', 'unknown'].includes(value as string)),
  footnotes: texts,
  source: maybe(text),
});

const results = section({
  schemaVersion: (value) => value === 1,
  publishedOn: day,
  label: maybe(
    section({
      name: text,
      scope: publicText,
      modules: list((value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 8),
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
});
