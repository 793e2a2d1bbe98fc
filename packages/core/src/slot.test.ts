import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import { minutesOf, type OpeningRule } from './opening.ts';
import { bookingHorizon, bookingNotice, localDay, slotsOf, type Slot, type SlotQuery } from './slot.ts';

const rule = (more: Partial<OpeningRule> = {}): OpeningRule => ({
  site: 'aix',
  procedure: 'points-numeriques',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: '09:00',
  to: '10:00',
  every: 30,
  capacity: 2,
  agentShare: undefined,
  validFrom: undefined,
  validTo: undefined,
  closings: [],
  openings: [],
  ...more,
});

/** Tuesday 24 November 2026, seen from long before. */
const query = (more: Partial<SlotQuery> = {}): SlotQuery => ({
  from: '2026-11-24',
  to: '2026-11-24',
  calendar: { zone: 'metropole', closings: [] },
  timeZone: 'Europe/Paris',
  now: '2026-01-01T00:00:00Z',
  minimumNotice: 0,
  horizon: 1000,
  agentShare: 0,
  ...more,
});

const spans = (of: Partial<OpeningRule>, on: Partial<SlotQuery> = {}) =>
  slotsOf([rule(of)], query(on)).map(({ start, end }) => `${start} ${end}`);
const starts = (of: Partial<OpeningRule>, on: Partial<SlotQuery> = {}) =>
  slotsOf([rule(of)], query(on)).map(({ start }) => start);
const days = (of: Partial<OpeningRule>, on: Partial<SlotQuery> = {}) => [
  ...new Set(starts(of, on).map((start) => start.slice(5, 10))),
];
const WORKS = { fr: 'Travaux' };
const hours = (day: string, from: string, to: string) => ({ day, from, to, reason: undefined });
const on = (day: string, more: Partial<SlotQuery> = {}) => ({ from: day, to: day, ...more });

test('an opening is cut into slots, with local times and their offset', () => {
  expect(slotsOf([rule({ capacity: 3 })], query())).toEqual([
    {
      site: 'aix',
      procedure: 'points-numeriques',
      start: '2026-11-24T09:00+01:00',
      end: '2026-11-24T09:30+01:00',
      capacity: 3,
      publicCapacity: 3,
    },
    {
      site: 'aix',
      procedure: 'points-numeriques',
      start: '2026-11-24T09:30+01:00',
      end: '2026-11-24T10:00+01:00',
      capacity: 3,
      publicCapacity: 3,
    },
  ]);
});

test('what is left at the end of an opening is no slot', () => {
  expect(starts({ every: 31 })).toEqual(['2026-11-24T09:00+01:00']);
  expect(starts({ every: 60 })).toEqual(['2026-11-24T09:00+01:00']);
  expect(starts({ every: 61 })).toEqual([]);
});

test('rules come one after the other, each in the order of time', () => {
  const slots = slotsOf(
    [rule({ site: 'arles', every: 60 }), rule({ every: 60 })],
    query({ to: '2026-11-25' }),
  );
  expect(slots.map(({ site, start }) => `${site} ${start.slice(8, 10)}`)).toEqual([
    'arles 24',
    'arles 25',
    'aix 24',
    'aix 25',
  ]);
});

test('a rule opens on its weekdays and within its validity, both days included', () => {
  const week = { from: '2026-11-23', to: '2026-11-29' };
  expect(days({ weekdays: [1, 6] }, week)).toEqual(['11-23', '11-28']);
  expect(days({ validFrom: '2026-11-25', validTo: '2026-11-26' }, week)).toEqual(['11-25', '11-26']);
});

test('no slot on a public holiday, a closing of the site or of the rule', () => {
  expect(days({}, { from: '2026-11-10', to: '2026-11-12' })).toEqual(['11-10', '11-12']);
  expect(days({}, { from: '2026-12-31', to: '2027-01-02' })).toEqual(['12-31', '01-02']);
  const calendar = { zone: 'metropole', closings: ['2026-11-24'] } as const;
  expect(days({}, { to: '2026-11-25', calendar })).toEqual(['11-25']);
  const closings = [
    { from: '2026-11-25', to: '2026-11-26', reason: WORKS },
    { from: '2026-11-28', to: undefined, reason: WORKS },
  ];
  expect(days({ closings }, { to: '2026-11-29' })).toEqual(['11-24', '11-27', '11-29']);
});

test('public holidays are those of the zone', () => {
  const reunion = { zone: 'reunion', closings: [] } as const;
  const december = { from: '2026-12-19', to: '2026-12-21', timeZone: 'Indian/Reunion' };
  expect(days({}, { ...december, calendar: reunion })).toEqual(['12-19', '12-21']);
  expect(starts({ every: 60 }, { ...december, calendar: reunion })[0]).toBe('2026-12-19T09:00+04:00');
});

test('exceptional hours replace the usual ones, even on a holiday or another weekday', () => {
  const openings = [
    hours('2026-11-11', '14:00', '14:30'),
    hours('2026-11-24', '08:00', '08:30'),
    hours('2026-11-24', '17:00', '17:30'),
  ];
  expect(starts({ openings }, { to: '2026-11-24' })).toEqual([
    '2026-11-24T08:00+01:00',
    '2026-11-24T17:00+01:00',
  ]);
  expect(starts({ openings, weekdays: [1] }, on('2026-11-24'))).toHaveLength(2);
  expect(starts({ openings }, on('2026-11-11'))).toEqual(['2026-11-11T14:00+01:00']);
});

test('exceptional hours open neither a closed site nor a rule that is not valid', () => {
  const openings = [hours('2026-11-24', '08:00', '08:30')];
  const closed = { zone: 'metropole', closings: ['2026-11-24'] } as const;
  expect(starts({ openings }, { calendar: closed })).toEqual([]);
  expect(starts({ openings, validTo: '2026-11-23' })).toEqual([]);
  expect(starts({ openings, closings: [{ from: '2026-11-24', to: undefined, reason: WORKS }] })).toEqual([]);
});

test('the minimum notice is counted in real time, the exact minute is still in time', () => {
  const notice = (now: string, minimumNotice: number) =>
    starts({}, { now, minimumNotice }).map((start) => start.slice(11, 16));
  expect(notice('2026-11-24T08:00:00Z', 0)).toEqual(['09:00', '09:30']);
  expect(notice('2026-11-24T08:00:01Z', 0)).toEqual(['09:30']);
  expect(notice('2026-11-24T09:30:00+01:00', 0)).toEqual(['09:30']);
  expect(notice('2026-11-24T08:31:00Z', 0)).toEqual([]);
  expect(notice('2026-11-23T08:00:00Z', 24 * 60)).toEqual(['09:00', '09:30']);
  expect(notice('2026-11-23T08:00:00Z', 24 * 60 + 1)).toEqual(['09:30']);
  expect(notice('2026-11-23T08:00:00Z', 24 * 60 + 31)).toEqual([]);
  expect(notice('2026-11-25T08:00:00Z', 0)).toEqual([]);
});

test('the horizon is counted in days of the site', () => {
  const last = (now: string, horizon: number, timeZone = 'Europe/Paris') =>
    days({}, { to: '2026-11-30', now, horizon, timeZone }).at(-1);
  expect(last('2026-11-24T00:00:00Z', 2)).toBe('11-26');
  expect(last('2026-11-24T22:59:00Z', 2)).toBe('11-26');
  expect(last('2026-11-24T23:00:00Z', 2)).toBe('11-27');
  expect(last('2026-11-24T02:00:00Z', 2, 'America/Martinique')).toBe('11-25');
  expect(last('2026-11-24T00:00:00Z', 0)).toBe('11-24');
});

test('the agents’ share is spread over an opening and rounded down', () => {
  const places = (of: Partial<OpeningRule>, agentShare: number) =>
    slotsOf([rule({ to: '11:30', ...of })], query({ agentShare })).map(
      ({ publicCapacity }) => publicCapacity,
    );
  expect(places({ capacity: 1 }, 0.2)).toEqual([1, 1, 1, 1, 0]);
  expect(places({ capacity: 5 }, 0.2)).toEqual([4, 4, 4, 4, 4]);
  expect(places({ capacity: 2 }, 0.5)).toEqual([1, 1, 1, 1, 1]);
  expect(places({ capacity: 3 }, 0.5)).toEqual([2, 1, 2, 1, 2]);
  expect(places({ capacity: 1 }, 0.19)).toEqual([1, 1, 1, 1, 1]);
  expect(places({ capacity: 2 }, 1)).toEqual([0, 0, 0, 0, 0]);
  expect(places({ capacity: 2, agentShare: 0 }, 0.5)).toEqual([2, 2, 2, 2, 2]);
  expect(places({ capacity: 2, agentShare: 0.5 }, 0)).toEqual([1, 1, 1, 1, 1]);
});

const NIGHT = { from: '01:00', to: '04:00' };
/** Clocks go from 02:00 to 03:00. */
const SPRING = on('2026-03-29');
/** Clocks go from 03:00 back to 02:00. */
const AUTUMN = on('2026-10-25');

test('a slot in the skipped hour of spring does not exist', () => {
  expect(spans({ ...NIGHT, every: 30 }, SPRING)).toEqual([
    '2026-03-29T01:00+01:00 2026-03-29T01:30+01:00',
    '2026-03-29T01:30+01:00 2026-03-29T02:00+01:00',
    '2026-03-29T03:00+02:00 2026-03-29T03:30+02:00',
    '2026-03-29T03:30+02:00 2026-03-29T04:00+02:00',
  ]);
});

test('a slot that would end in the skipped hour, or past it, does not exist', () => {
  expect(starts({ ...NIGHT, every: 45 }, SPRING)).toEqual([
    '2026-03-29T01:00+01:00',
    '2026-03-29T03:15+02:00',
  ]);
  expect(starts({ ...NIGHT, every: 90 }, SPRING)).toEqual([]);
});

test('a slot in the repeated hour of autumn exists once, the first time', () => {
  expect(spans({ ...NIGHT, every: 60 }, AUTUMN)).toEqual([
    '2026-10-25T01:00+02:00 2026-10-25T02:00+02:00',
    '2026-10-25T02:00+02:00 2026-10-25T03:00+02:00',
    '2026-10-25T03:00+01:00 2026-10-25T04:00+01:00',
  ]);
});

test('in the second of the repeated hours, the slots of the first are past', () => {
  const now = '2026-10-25T01:30:00Z';
  expect(starts({ ...NIGHT, every: 30 }, { ...AUTUMN, now })).toEqual([
    '2026-10-25T03:00+01:00',
    '2026-10-25T03:30+01:00',
  ]);
});

test('on the day after a change, today is that of the new offset', () => {
  const after = { from: '2026-03-28', to: '2026-04-02', now: '2026-03-29T22:30:00Z', horizon: 0 };
  expect(days({}, after)).toEqual(['03-30']);
});

test('a slot that runs through the repeated hour keeps its real length', () => {
  expect(spans({ ...NIGHT, every: 45 }, AUTUMN)).toEqual([
    '2026-10-25T01:00+02:00 2026-10-25T01:45+02:00',
    '2026-10-25T01:45+02:00 2026-10-25T02:30+02:00',
    '2026-10-25T02:30+02:00 2026-10-25T02:15+01:00',
    '2026-10-25T03:15+01:00 2026-10-25T04:00+01:00',
  ]);
});

test('the hours of an office stay the same on both sides of a change', () => {
  expect(starts({ every: 60 }, { from: '2026-03-28', to: '2026-03-30' })).toEqual([
    '2026-03-28T09:00+01:00',
    '2026-03-29T09:00+02:00',
    '2026-03-30T09:00+02:00',
  ]);
  expect(starts({ every: 60 }, { from: '2026-10-24', to: '2026-10-26' })).toEqual([
    '2026-10-24T09:00+02:00',
    '2026-10-25T09:00+01:00',
    '2026-10-26T09:00+01:00',
  ]);
});

test.each([
  ['America/Miquelon', '2026-03-08T01:30-03:00', '2026-03-08T03:00-02:00'],
  ['America/Martinique', '2026-03-08T01:30-04:00', '2026-03-08T02:00-04:00'],
  ['Indian/Reunion', '2026-03-08T01:30+04:00', '2026-03-08T02:00+04:00'],
  ['Pacific/Marquesas', '2026-03-08T01:30-09:30', '2026-03-08T02:00-09:30'],
  ['UTC', '2026-03-08T01:30+00:00', '2026-03-08T02:00+00:00'],
  ['Pacific/Noumea', '2026-03-08T01:30+11:00', '2026-03-08T02:00+11:00'],
])('%s has its own offset and changes', (timeZone, second, third) => {
  expect(starts({ ...NIGHT, every: 30 }, on('2026-03-08', { timeZone })).slice(1, 3)).toEqual([
    second,
    third,
  ]);
});

test('the day of a site is that of its clock', () => {
  expect(localDay('2026-11-24T22:59:59Z', 'Europe/Paris')).toBe('2026-11-24');
  expect(localDay('2026-11-24T23:00:00Z', 'Europe/Paris')).toBe('2026-11-25');
  expect(localDay('2026-06-24T22:00:00Z', 'Europe/Paris')).toBe('2026-06-25');
  expect(localDay('2026-11-25T03:59:00Z', 'America/Martinique')).toBe('2026-11-24');
  expect(localDay('2026-11-25T01:00:00+02:00', 'UTC')).toBe('2026-11-24');
});

test('what is no instant, no zone or no day is an error of the program', () => {
  const code = (more: Partial<SlotQuery>): unknown => {
    try {
      return slotsOf([rule()], query(more));
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code({ now: '2026-11-24' })).toBe('instant');
  expect(code({ now: '2026-11-24T09:00' })).toBe('instant');
  expect(code({ now: '2026-13-24T09:00:00Z' })).toBe('instant');
  expect(code({ timeZone: 'Europe/Aix' })).toBe('time-zone');
  expect(code({ from: '2026-02-30' })).toBe('day');
  expect(() => localDay('hier', 'UTC')).toThrow(
    '«\u00a0hier\u00a0» n’est pas un instant. Attendu\u00a0: une date, une heure et son décalage, par exemple 2026-11-24T08:00:00Z.',
  );
  expect(() => localDay('2026-11-24T08:00:00Z', 'Mars')).toThrow(
    '«\u00a0Mars\u00a0» n’est pas un fuseau horaire. Attendu\u00a0: un nom de la base IANA, par exemple Europe/Paris.',
  );
});

test('the error keeps its cause', () => {
  expect(() => localDay('2026-11-24T08:00:00Z', 'Mars')).toThrow(
    expect.objectContaining({ cause: expect.any(RangeError) }),
  );
});

test('the defaults are proposals', () => {
  expect([bookingNotice.value, bookingHorizon.value]).toEqual([1440, 60]);
  expect([bookingNotice.provenance.origin, bookingHorizon.provenance.origin]).toEqual(['X', 'X']);
});

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Any rule, at any hour of the night too, in a fortnight round a change of clocks. */
const cases = fc
  .record({
    weekdays: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1400 }),
    length: fc.integer({ min: 1, max: 600 }),
    every: fc.integer({ min: 5, max: 150 }),
    capacity: fc.integer({ min: 1, max: 6 }),
    agentShare: fc.double({ min: 0, max: 1, noNaN: true }),
    first: fc.constantFrom('2026-03-01', '2026-03-22', '2026-10-18', '2026-10-28', '2026-06-01'),
    timeZone: fc.constantFrom('Europe/Paris', 'America/Miquelon', 'Indian/Reunion', 'Pacific/Marquesas'),
  })
  .map(({ from, length, first, timeZone, agentShare, ...others }) => ({
    rule: rule({
      ...(others as Pick<OpeningRule, 'weekdays' | 'every' | 'capacity'>),
      from: clock(from),
      to: clock(Math.min(1439, from + length)),
    }),
    query: query({ from: first, to: addDays(first, 13), timeZone, agentShare }),
  }));

/** What Temporal says of each wall time, one by one. */
function expected({ rule, query }: { rule: OpeningRule; query: SlotQuery }): string[] {
  const found: string[] = [];
  for (let day = query.from; day <= query.to; day = addDays(day, 1)) {
    const date = Temporal.PlainDate.from(day);
    if (!rule.weekdays.includes(date.dayOfWeek as 1) || day === '2026-11-01') continue;
    for (let at = minutesOf(rule.from); at + rule.every <= minutesOf(rule.to); at += rule.every) {
      const wall = date.toPlainDateTime({ hour: Math.floor(at / 60), minute: at % 60 });
      const start = wall.toZonedDateTime(query.timeZone, { disambiguation: 'earlier' });
      if (!start.toPlainDateTime().equals(wall)) continue;
      const change = start.getTimeZoneTransition('next');
      const end = start.add({ minutes: rule.every });
      const isCut = change !== null && end.epochMilliseconds > change.epochMilliseconds;
      if (isCut && end.offsetNanoseconds > start.offsetNanoseconds) continue;
      found.push(`${wall.toString().slice(0, 16)}${start.offset}`);
    }
  }
  return found;
}

const time = (text: string): number => Date.parse(text);
const sample = (slots: readonly Slot[]) => slots.map(({ start }) => start);

test('slots are those that Temporal finds one by one', () => {
  fc.assert(
    fc.property(cases, ({ rule, query }) => {
      expect(sample(slotsOf([rule], query))).toEqual(expected({ rule, query }));
    }),
    { numRuns: 200 },
  );
});

test('slots last exactly as said, within the hours of the opening, and never overlap', () => {
  fc.assert(
    fc.property(cases, ({ rule, query }) => {
      const slots = slotsOf([rule], query);
      for (const [at, { start, end, capacity, publicCapacity }] of slots.entries()) {
        expect(time(end) - time(start)).toBe(rule.every * 60_000);
        const begins = minutesOf(start.slice(11, 16));
        expect(begins).toBeGreaterThanOrEqual(minutesOf(rule.from));
        expect(begins + rule.every).toBeLessThanOrEqual(minutesOf(rule.to));
        expect(minutesOf(end.slice(11, 16))).toBeLessThanOrEqual(minutesOf(rule.to));
        const next = slots[at + 1];
        if (next) expect(time(end)).toBeLessThanOrEqual(time(next.start));
        expect(capacity).toBe(rule.capacity);
        expect(publicCapacity).toBeGreaterThanOrEqual(0);
        expect(publicCapacity).toBeLessThanOrEqual(capacity);
      }
    }),
  );
});

test('a range gives the same slots whole or cut in two, whatever now is', () => {
  const when = fc.record({
    cut: fc.integer({ min: 0, max: 12 }),
    hours: fc.integer({ min: -48, max: 24 * 15 }),
    minimumNotice: fc.integer({ min: 0, max: 3000 }),
    horizon: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(cases, when, ({ rule, query }, { cut, hours, minimumNotice, horizon }) => {
      const now = new Date(time(`${query.from}T00:00:00Z`) + hours * 3_600_000).toISOString();
      const whole = { ...query, now, minimumNotice, horizon };
      const middle = addDays(query.from, cut);
      const slots = slotsOf([rule], whole);
      expect([
        ...slotsOf([rule], { ...whole, to: middle }),
        ...slotsOf([rule], { ...whole, from: addDays(middle, 1) }),
      ]).toEqual(slots);
      const lastDay = addDays(localDay(now, query.timeZone), horizon);
      const open = (start: string) =>
        time(start) >= time(now) + minimumNotice * 60_000 && start.slice(0, 10) <= lastDay;
      expect(sample(slots)).toEqual(sample(slotsOf([rule], query)).filter(open));
    }),
    { numRuns: 200 },
  );
});
