import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countDays,
  dayUnits,
  isBusinessDay,
  isCounted,
  isWorkingDay,
  nextDay,
  previousDay,
  workingDays,
  type Calendar,
} from './calendar.ts';
import { addDays, daysBetween, isoDay, dayNumber } from './day.ts';
import { holidayZones } from './holiday.ts';
import { parsePeriod } from './period.ts';

const calendar = (over: Partial<Calendar> = {}): Calendar => ({ zone: 'metropole', closings: [], ...over });
const moselle = calendar({ zone: 'alsace-moselle' });

const workingDaysIn = (period: string, in_: Calendar): number => {
  const { start, end } = parsePeriod(period);
  return workingDays(start, end, in_);
};

test.each([
  ['2024', 252, 250],
  ['2025', 251, 249],
  ['2026', 252, 251],
  ['2027', 254, 253],
  ['2028', 251, 249],
  ['2029', 252, 250],
  ['2030', 251, 249],
  ['2026-T1', 63, 63],
  ['2026-T2', 60, 59],
  ['2026-T3', 65, 65],
  ['2026-T4', 64, 64],
  ['2027-T1', 62, 61],
  ['2027-T2', 63, 63],
  ['2027-T3', 65, 65],
  ['2027-T4', 64, 64],
])('%s has %i working days in métropole, %i in Alsace-Moselle', (period, metropole, alsaceMoselle) => {
  expect(workingDaysIn(period, calendar())).toBe(metropole);
  expect(workingDaysIn(period, moselle)).toBe(alsaceMoselle);
});

test('a working day is a Monday to Friday, a business day a Monday to Saturday', () => {
  const week = Array.from({ length: 7 }, (_, at) => addDays('2026-11-23', at));
  expect(week.map((day) => isWorkingDay(day, calendar()))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(week.map((day) => isBusinessDay(day, calendar()))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('a public holiday of the zone is neither a working nor a business day', () => {
  expect(isWorkingDay('2027-03-26', calendar())).toBe(true);
  expect(isWorkingDay('2027-03-26', moselle)).toBe(false);
  expect(isBusinessDay('2026-12-26', calendar())).toBe(true);
  expect(isBusinessDay('2026-12-26', moselle)).toBe(false);
});

test('a closing of the site is neither a working nor a business day, the days around it are', () => {
  const closed = calendar({ closings: ['2026-12-05', '2026-11-27'] });
  expect(isWorkingDay('2026-11-26', closed)).toBe(true);
  expect(isWorkingDay('2026-11-27', closed)).toBe(false);
  expect(isBusinessDay('2026-11-28', closed)).toBe(true);
  expect(isBusinessDay('2026-12-05', closed)).toBe(false);
});

test('calendar days leave nothing out', () => {
  const closed = calendar({ closings: ['2026-12-25'] });
  expect(isCounted('2026-12-25', 'calendaires', closed)).toBe(true);
  expect(countDays('2026-01-01', '2026-12-31', 'calendaires', closed)).toBe(365);
});

test('both ends are counted', () => {
  expect(workingDays('2026-11-23', '2026-11-27', calendar())).toBe(5);
  expect(workingDays('2026-11-24', '2026-11-24', calendar())).toBe(1);
  expect(workingDays('2026-11-28', '2026-11-29', calendar())).toBe(0);
  expect(countDays('2026-11-23', '2026-11-29', 'ouvrables', calendar())).toBe(6);
});

test('an end before the start counts no day', () => {
  expect(workingDays('2026-11-27', '2026-11-23', calendar())).toBe(0);
});

test.each(['2026-02-30', ''])('« %s » is refused: no such day exists', (day) => {
  const refused = expect.objectContaining({ code: 'day' });
  expect(() => isWorkingDay(day, calendar())).toThrow(refused);
  expect(() => workingDays(day, '2026-03-01', calendar())).toThrow(refused);
  expect(() => workingDays('2026-03-01', day, calendar())).toThrow(refused);
  expect(() => nextDay(day, 'ouvres', calendar())).toThrow(refused);
});

test('the next and the previous day jump what is off, and never stay where they are', () => {
  const around = (day: string, unit: (typeof dayUnits)[number]): string[] => [
    previousDay(day, unit, calendar()),
    nextDay(day, unit, calendar()),
  ];
  expect(around('2026-12-25', 'ouvres')).toEqual(['2026-12-24', '2026-12-28']);
  expect(around('2026-12-25', 'ouvrables')).toEqual(['2026-12-24', '2026-12-26']);
  expect(around('2026-12-25', 'calendaires')).toEqual(['2026-12-24', '2026-12-26']);
  expect(around('2026-11-24', 'ouvres')).toEqual(['2026-11-23', '2026-11-25']);
  expect(around('2026-11-23', 'ouvres')).toEqual(['2026-11-20', '2026-11-24']);
});

const FIRST = dayNumber('2000-01-01');
const someDay = fc.integer({ min: FIRST, max: dayNumber('2100-11-30') }).map(isoDay);
const someUnit = fc.constantFrom(...dayUnits);
const someCase = fc
  .tuple(
    someDay,
    fc.constantFrom(...holidayZones),
    fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 8 }),
  )
  .map(([day, zone, offs]) => ({ day, in_: { zone, closings: offs.map((off) => addDays(day, off)) } }));

test('what is counted up to a day and after it is what is counted in all', () => {
  fc.assert(
    fc.property(
      someCase,
      someUnit,
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      ({ day, in_ }, unit, one, other) => {
        const middle = addDays(day, one);
        const end = addDays(middle, other);
        const after = countDays(addDays(middle, 1), end, unit, in_);
        expect(countDays(day, middle, unit, in_) + after).toBe(countDays(day, end, unit, in_));
      },
    ),
  );
});

test('there are never more working days than business days, nor than calendar days', () => {
  fc.assert(
    fc.property(someCase, fc.nat({ max: 60 }), ({ day, in_ }, length) => {
      const end = addDays(day, length);
      const business = countDays(day, end, 'ouvrables', in_);
      expect(workingDays(day, end, in_)).toBeLessThanOrEqual(business);
      expect(business).toBeLessThanOrEqual(countDays(day, end, 'calendaires', in_));
      expect(countDays(day, end, 'calendaires', in_)).toBe(daysBetween(day, end) + 1);
    }),
  );
});

test('between a day and the next one of a unit nothing counts, and the way back is the same', () => {
  fc.assert(
    fc.property(someCase, someUnit, ({ day, in_ }, unit) => {
      const next = nextDay(day, unit, in_);
      expect(next > day && isCounted(next, unit, in_)).toBe(true);
      expect(countDays(addDays(day, 1), next, unit, in_)).toBe(1);
      expect(previousDay(next, unit, in_)).toBe(
        isCounted(day, unit, in_) ? day : previousDay(day, unit, in_),
      );
    }),
  );
});
