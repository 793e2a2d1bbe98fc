import { expect, test } from 'vitest';
import { consolidateAll } from './consolidation.ts';
import { exampleIndicator } from './indicator-fixture.ts';
import type { Measurement } from './measurement.ts';
import { monthsOf, parsePeriod } from './period.ts';

const SITES = ['saint-sebastien', 'peytral', 'aix', 'istres', 'arles'];
const UNITS = [
  { id: 'prefecture', sites: ['saint-sebastien', 'peytral'] },
  ...['aix', 'istres', 'arles'].map((id) => ({ id, sites: [id] })),
];
const YEARS = Array.from({ length: 10 }, (_, at) => String(2017 + at));

const INDICATORS = Array.from({ length: 30 }, (_, at) =>
  exampleIndicator({ id: `indicateur-${String(at)}`, label: { fr: `Indicateur ${String(at)}` } }),
);

/** Ten years of months, five sites, thirty indicators: 18 000 measurements. */
const MEASUREMENTS = YEARS.flatMap((year) =>
  monthsOf(parsePeriod(year)).flatMap(({ id: period }, at) =>
    SITES.flatMap((site) =>
      INDICATORS.map(({ id: indicator }): Measurement => {
        return { indicator, site, period, value: { kind: 'ratio', numerator: 90 + at, denominator: 110 } };
      }),
    ),
  ),
);

const SUSPENSIONS = [
  { from: '2020-03', to: '2020-06', reason: { fr: 'Crise sanitaire', en: 'Health crisis' } },
];

/** What nobody could do without: each number added to that of its indicator, unit and year. */
function plainLoop(): number {
  const unitOf = new Map(UNITS.flatMap(({ id, sites }) => sites.map((site) => [site, id])));
  const sums = new Map<string, { numerator: number; denominator: number }>();
  for (const { indicator, site, period, value } of MEASUREMENTS) {
    if (value.kind !== 'ratio') continue;
    const key = `${indicator} ${unitOf.get(site) ?? ''} ${period.slice(0, 4)}`;
    const sum = sums.get(key) ?? { numerator: 0, denominator: 0 };
    sum.numerator += value.numerator;
    sum.denominator += value.denominator;
    sums.set(key, sum);
  }
  return sums.size;
}

/** The fastest runs are compared: the others also measure what else the machine does. */
const GOAL = 3;

test('consolidating ten years costs at most three times a plain loop over them', async ({ bench }) => {
  expect(plainLoop()).toBe(30 * 4 * 10);
  const result = await bench.compare(
    bench('plain loop', () => {
      plainLoop();
    }),
    bench('consolidateAll', () => {
      consolidateAll(MEASUREMENTS, {
        indicators: INDICATORS,
        units: UNITS,
        periods: YEARS,
        suspensions: SUSPENSIONS,
      });
    }),
  );
  const ratio = result.get('consolidateAll').latency.min / result.get('plain loop').latency.min;
  expect(ratio).toBeLessThan(GOAL);
});
