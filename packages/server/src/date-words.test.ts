import { expect, test } from 'vitest';
import { clockTime, longDay, longTime, weekdayAndDay } from './date-words.ts';

test('a day is written as people write it, the first of a month by its rank in French', () => {
  expect(longDay('2026-12-01')).toBe('1er décembre 2026');
  expect(weekdayAndDay('2026-12-01')).toBe('mardi 1er décembre 2026');
  expect(weekdayAndDay('2026-12-01', 'en')).toBe('Tuesday 1 December 2026');
});

test('a time is that of the clock on the wall, in either language', () => {
  expect(clockTime('2026-11-24T09:05:00+01:00')).toBe('9\u00A0h\u00A005');
  expect(clockTime('14:30', 'en')).toBe('14:30');
});

test('an instant is told by the clock of where it is read', () => {
  const instant = new Date('2026-11-30T23:05:00Z');
  expect(longTime(instant, 'Europe/Paris')).toBe('1er décembre 2026 à 0\u00A0h\u00A005');
  expect(longTime(instant, 'Indian/Reunion')).toBe('1er décembre 2026 à 3\u00A0h\u00A005');
  expect(longTime(instant, 'America/Martinique')).toBe('30 novembre 2026 à 19\u00A0h\u00A005');
});
