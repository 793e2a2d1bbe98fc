import { expect, test } from 'vitest';
import { day, duration, moment, number, percent, plural } from './french.ts';

test('zero and one are singular, two is plural, and the number stays with its noun', () => {
  const pages = (count: number): string => plural(count, 'page', 'pages');
  expect([0, 1, 2].map(pages)).toEqual(['0\u00A0page', '1\u00A0page', '2\u00A0pages']);
});

test('thousands are set apart by a narrow no-break space', () => {
  expect(number(3000)).toBe('3\u202F000');
});

test('the first of a month is an ordinal, the others are not', () => {
  expect(day('2027-01-01')).toBe('1er janvier 2027');
  expect(day('2026-11-24')).toBe('24 novembre 2026');
  expect(day('2026-12-11')).toBe('11 décembre 2026');
});

test('a moment is told in Paris time', () => {
  expect(day('2026-11-24T23:30:00Z')).toBe('25 novembre 2026');
  expect(moment('2026-11-24T23:30:00Z')).toBe('25 novembre 2026 à 00:30');
});

test('a duration names two units at most', () => {
  expect(duration(59.4)).toBe('59\u00A0s');
  expect(duration(59.5)).toBe('1\u00A0min 0\u00A0s');
  expect(duration(3599)).toBe('59\u00A0min 59\u00A0s');
  expect(duration(3600)).toBe('1\u00A0h 0\u00A0min');
});

test('a percentage is rounded down, so that 100 % means all', () => {
  expect(percent(999, 1000)).toBe('99\u00A0%');
  expect(percent(1000, 1000)).toBe('100\u00A0%');
});
