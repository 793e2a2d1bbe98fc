import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayUnits, isCounted, type Calendar } from './calendar.ts';
import { addDays, dayNumber, isoDay } from './day.ts';
import {
  daysTaken,
  delayBounds,
  delayLabel,
  delaySchema,
  dueDate,
  isOnTime,
  type Delay,
  type DayUnit,
} from './delay.ts';
import { QualeprefError } from './error.ts';
import { holidayZones } from './holiday.ts';
import { parse } from './parse.ts';

const calendar = (over: Partial<Calendar> = {}): Calendar => ({ zone: 'metropole', closings: [], ...over });
const moselle = calendar({ zone: 'alsace-moselle' });
const delay = (over: Partial<Delay> = {}): Delay => ({
  amount: 5,
  unit: 'ouvres',
  bound: 'inclusive',
  ...over,
});

test.each([
  ['2026-11-24', 5, '2026-12-01', 'nothing in the way'],
  ['2026-11-24', 10, '2026-12-08', 'nothing in the way'],
  ['2026-11-21', 5, '2026-11-27', 'received on a weekend'],
  ['2026-11-10', 5, '2026-11-18', '11 November'],
  ['2026-04-30', 5, '2026-05-11', '1 and 8 May'],
  ['2026-04-30', 10, '2026-05-19', '1 May, 8 May and Ascension'],
  ['2026-05-13', 5, '2026-05-21', 'Ascension'],
  ['2026-12-22', 5, '2026-12-30', 'Christmas'],
  ['2026-12-24', 10, '2027-01-11', 'Christmas and New Year'],
  ['2027-03-25', 5, '2027-04-02', 'Easter Monday'],
])('received on %s, due in %i working days: %s (%s)', (received, amount, due) => {
  expect(dueDate(received, delay({ amount }), calendar())).toBe(due);
});

test.each([
  ['2026-12-22', '2026-12-30', '26 December is a Saturday'],
  ['2027-03-25', '2027-04-05', 'Good Friday'],
])('received on %s in Alsace-Moselle, due in 5 working days: %s (%s)', (received, due) => {
  expect(dueDate(received, delay(), moselle)).toBe(due);
});

test('a closing of the site puts the due date off', () => {
  const closed = calendar({ closings: ['2026-11-27'] });
  expect(dueDate('2026-11-24', delay(), closed)).toBe('2026-12-02');
});

test('in less than 5 days leaves four, in less than one leaves the day of receipt', () => {
  expect(dueDate('2026-11-24', delay({ bound: 'strict' }), calendar())).toBe('2026-11-30');
  expect(dueDate('2026-11-24', delay({ bound: 'strict', amount: 2 }), calendar())).toBe('2026-11-25');
  expect(dueDate('2026-11-24', delay({ bound: 'strict', amount: 1 }), calendar())).toBe('2026-11-24');
  expect(dueDate('2026-11-21', delay({ bound: 'strict', amount: 1 }), calendar())).toBe('2026-11-21');
});

test('each unit has its due date, and calendar days end on whatever day it is', () => {
  const due = (unit: DayUnit): string => dueDate('2026-12-22', delay({ unit }), calendar());
  expect(due('ouvres')).toBe('2026-12-30');
  expect(due('ouvrables')).toBe('2026-12-29');
  expect(due('calendaires')).toBe('2026-12-27');
});

test.each<[string, DayUnit, number]>([
  ['2026-11-24', 'ouvres', 0],
  ['2026-11-25', 'ouvres', 1],
  ['2026-11-27', 'ouvres', 3],
  ['2026-11-28', 'ouvres', 4],
  ['2026-11-29', 'ouvres', 4],
  ['2026-11-30', 'ouvres', 4],
  ['2026-12-01', 'ouvres', 5],
  ['2026-11-28', 'ouvrables', 4],
  ['2026-11-29', 'ouvrables', 5],
  ['2026-11-30', 'ouvrables', 5],
  ['2026-11-29', 'calendaires', 5],
])('received on Tuesday 24 November 2026 and answered on %s, in %s: %i days', (answered, unit, days) => {
  expect(daysTaken('2026-11-24', answered, unit, calendar())).toBe(days);
});

test('what came in on a day off and is answered at once took no day, on the next day off one', () => {
  expect(daysTaken('2026-11-21', '2026-11-21', 'ouvres', calendar())).toBe(0);
  expect(daysTaken('2026-11-21', '2026-11-22', 'ouvres', calendar())).toBe(1);
  expect(daysTaken('2026-11-21', '2026-11-23', 'ouvres', calendar())).toBe(1);
});

test('the due date is on time, the day after is not, even on a day off', () => {
  expect(isOnTime('2026-11-20', '2026-11-27', delay(), calendar())).toBe(true);
  expect(isOnTime('2026-11-20', '2026-11-28', delay(), calendar())).toBe(false);
  expect(isOnTime('2026-11-24', '2026-11-30', delay({ bound: 'strict' }), calendar())).toBe(true);
  expect(isOnTime('2026-11-24', '2026-12-01', delay({ bound: 'strict' }), calendar())).toBe(false);
  expect(isOnTime('2026-11-24', '2026-11-24', delay(), calendar())).toBe(true);
});

test('an answer before what it answers is refused, with both days', () => {
  const refusal = (from: () => unknown): unknown => {
    try {
      return from();
    } catch (error) {
      return error instanceof QualeprefError ? [error.code, error.message] : error;
    }
  };
  const expected = [
    'delay-order',
    'La réponse du 2026-11-23 est datée d’avant la réception, le 2026-11-24. Corriger l’une des deux dates.',
  ];
  expect(refusal(() => daysTaken('2026-11-24', '2026-11-23', 'ouvres', calendar()))).toEqual(expected);
  expect(refusal(() => isOnTime('2026-11-24', '2026-11-23', delay(), calendar()))).toEqual(expected);
});

test('a day that does not exist is refused', () => {
  const refused = expect.objectContaining({ code: 'day' });
  expect(() => dueDate('2026-02-30', delay(), calendar())).toThrow(refused);
  expect(() => isOnTime('2026-02-01', '2026-02-30', delay(), calendar())).toThrow(refused);
  expect(() => daysTaken('2026-02-30', '2026-03-01', 'ouvres', calendar())).toThrow(refused);
});

test.each<[Partial<Delay>, string]>([
  [{ amount: 10 }, '10 jours ouvrés'],
  [{ amount: 2, unit: 'ouvrables' }, '2 jours ouvrables'],
  [{ amount: 1 }, '1 jour ouvré'],
  [{ amount: 15, unit: 'calendaires' }, '15 jours calendaires'],
  [{ bound: 'strict' }, 'moins de 5 jours ouvrés'],
  [{ bound: 'strict', amount: 2 }, 'moins de 2 jours ouvrés'],
  [{ bound: 'strict', amount: 1, unit: 'calendaires' }, 'moins d’un jour calendaire'],
])('%j reads « %s »', (over, label) => {
  expect(delayLabel(delay(over))).toBe(label);
});

test('a delay has an amount of at least one day, a known unit and a known bound', () => {
  expect(parse(delaySchema, delay({ amount: 1 }))).toEqual({ value: delay({ amount: 1 }) });
  const paths = (value: unknown): unknown => {
    const result = parse(delaySchema, value);
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(paths(delay({ amount: 0 }))).toEqual(['amount']);
  expect(paths(delay({ amount: 1.5 }))).toEqual(['amount']);
  expect(paths({ ...delay(), unit: 'heures' })).toEqual(['unit']);
  expect(paths({ ...delay(), bound: 'large' })).toEqual(['bound']);
  expect(paths({ amount: 5, unit: 'ouvres' })).toEqual(['bound']);
});

const someDay = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2100-11-30') }).map(isoDay);
const someDelay = fc.record({
  amount: fc.integer({ min: 1, max: 15 }),
  unit: fc.constantFrom(...dayUnits),
  bound: fc.constantFrom(...delayBounds),
});
const someCase = fc
  .record({
    received: someDay,
    zone: fc.constantFrom(...holidayZones),
    offs: fc.array(fc.integer({ min: -3, max: 30 }), { maxLength: 8 }),
    within: someDelay,
  })
  .map(({ received, zone, offs, within }) => ({
    received,
    within,
    in_: { zone, closings: offs.map((off) => addDays(received, off)) },
  }));
const lastRank = ({ amount, bound }: Delay): number => (bound === 'strict' ? amount - 1 : amount);

test('a due date is a day of its unit, save within less than one day', () => {
  fc.assert(
    fc.property(someCase, ({ received, within, in_ }) => {
      const due = dueDate(received, within, in_);
      expect(lastRank(within) === 0 ? due === received : isCounted(due, within.unit, in_)).toBe(true);
    }),
  );
});

test('what is received later, or has longer, is never due earlier', () => {
  fc.assert(
    fc.property(someCase, fc.nat({ max: 10 }), ({ received, within, in_ }, more) => {
      const due = dueDate(received, within, in_);
      expect(dueDate(addDays(received, more), within, in_) >= due).toBe(true);
      const longer = { ...within, amount: within.amount + 1 };
      expect(dueDate(received, longer, in_) > due).toBe(true);
    }),
  );
});

test('a day off more never brings a due date nearer', () => {
  fc.assert(
    fc.property(someCase, fc.integer({ min: -3, max: 30 }), ({ received, within, in_ }, off) => {
      const closed = { ...in_, closings: [...in_.closings, addDays(received, off)] };
      expect(dueDate(received, within, closed) >= dueDate(received, within, in_)).toBe(true);
      const national = { ...in_, zone: 'metropole' as const };
      expect(dueDate(received, within, in_) >= dueDate(received, within, national)).toBe(true);
    }),
  );
});

test('in less than n + 1 days is in n days', () => {
  fc.assert(
    fc.property(someCase, ({ received, within, in_ }) => {
      const inclusive: Delay = { ...within, bound: 'inclusive' };
      const strict: Delay = { ...within, bound: 'strict', amount: within.amount + 1 };
      expect(dueDate(received, strict, in_)).toBe(dueDate(received, inclusive, in_));
    }),
  );
});

test('an answer on the due date takes the whole delay, and on time means no more than that', () => {
  fc.assert(
    fc.property(someCase, fc.nat({ max: 40 }), ({ received, within, in_ }, wait) => {
      const due = dueDate(received, within, in_);
      expect(daysTaken(received, due, within.unit, in_)).toBe(lastRank(within));
      const answered = addDays(received, wait);
      const onTime = isOnTime(received, answered, within, in_);
      expect(onTime).toBe(answered <= due);
      expect(onTime).toBe(daysTaken(received, answered, within.unit, in_) <= lastRank(within));
    }),
  );
});
