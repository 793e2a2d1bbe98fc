import { expect, test } from 'vitest';
import type { OpeningRule } from './opening.ts';
import { slotsOf, type Slot } from './slot.ts';

const SITES = ['saint-sebastien', 'peytral', 'aix', 'istres', 'arles'];

/** Five sites, ten procedures each, received every weekday morning by quarters of an hour. */
const RULES: readonly OpeningRule[] = SITES.flatMap((site) =>
  Array.from({ length: 10 }, (_, n) => ({
    site,
    procedure: `demarche-${String(n)}`,
    weekdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '12:00',
    every: 15,
    capacity: 2,
    agentShare: undefined,
    validFrom: undefined,
    validTo: undefined,
    closings: [],
    openings: [],
  })),
);
const TIMES = Array.from({ length: 13 }, (_, n) => {
  const minute = 9 * 60 + n * 15;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
});
const DAYS = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));

/** The same objects with no rule, no zone and no calendar. */
function plainLoop(): Slot[] {
  const slots: Slot[] = [];
  for (const { site, procedure, capacity } of RULES) {
    for (const day of DAYS) {
      for (let at = 0; at < 12; at++) {
        const start = `${day}T${TIMES[at] ?? ''}+01:00`;
        const end = `${day}T${TIMES[at + 1] ?? ''}+01:00`;
        slots.push({ site, procedure, start, end, capacity, publicCapacity: capacity });
      }
    }
  }
  return slots;
}

const year = (): Slot[] =>
  slotsOf(RULES, {
    from: '2026-01-01',
    to: '2026-12-31',
    calendar: { zone: 'metropole', closings: [] },
    timeZone: 'Europe/Paris',
    now: '2025-12-31T08:00:00Z',
    minimumNotice: 0,
    horizon: 366,
    agentShare: 0.2,
  });

/** The goal: a year can be made anew at each request. */
const SLOWEST = 3;

test('a year of slots for five sites and ten procedures costs at most three plain loops', async ({
  bench,
}) => {
  // Nine public holidays of 2026 fall on a weekday.
  expect(plainLoop()).toHaveLength(261 * 12 * 50);
  expect(year()).toHaveLength(252 * 12 * 50);
  const result = await bench.compare(
    bench('plain loop', () => {
      plainLoop();
    }),
    bench('slots', () => {
      year();
    }),
  );
  // The median: a few rounds wait for the memory of the others to be freed.
  const ratio = result.get('slots').latency.p50 / result.get('plain loop').latency.p50;
  expect(ratio).toBeLessThan(SLOWEST);
});
