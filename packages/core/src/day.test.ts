import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayNumber, daysBetween, isoDay, weekdayOf } from './day.ts';

test('day numbers begin with 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2026-11-24')).toBe(20781);
});

test.each(['2026-02-30', '2026-13-01', '2026-2-3', '24/11/2026', '2026-11-24T00:00', ''])(
  '« %s » is no day',
  (day) => {
    expect(() => dayNumber(day)).toThrow(expect.objectContaining({ code: 'day' }));
  },
);

test('a day number gives back its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
      expect(dayNumber(isoDay(number))).toBe(number);
    }),
  );
});

test('the week goes from Monday 1 to Sunday 7, also before 1970', () => {
  const weekday = (day: string): number => weekdayOf(dayNumber(day));
  expect(weekday('2026-11-23')).toBe(1);
  expect(weekday('2026-11-29')).toBe(7);
  expect(weekday('1970-01-01')).toBe(4);
  expect(weekday('1969-12-28')).toBe(7);
});

test('days are added across months and leap days', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});

test('months are added, and a short month gives its last day', () => {
  expect(addMonths('2020-01-15', 18)).toBe('2021-07-15');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
  expect(addMonths('2026-12-31', 0)).toBe('2026-12-31');
});
