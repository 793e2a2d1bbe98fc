import { expect, test } from 'vitest';
import { dayByKey, weeksOf } from './calendar-grid.ts';

const bounds = { min: '2026-11-24', max: '2027-01-23' };
const by = (key: string, day = '2026-12-16') => dayByKey(key, day, bounds);

test('keys walk the days as the APG says', () => {
  expect(by('ArrowRight')).toBe('2026-12-17');
  expect(by('ArrowLeft')).toBe('2026-12-15');
  expect(by('ArrowDown')).toBe('2026-12-23');
  expect(by('ArrowUp')).toBe('2026-12-09');
  expect(by('Home')).toBe('2026-12-14');
  expect(by('End')).toBe('2026-12-20');
  expect(by('PageDown')).toBe('2027-01-16');
  expect(by('PageUp', '2026-12-31')).toBe('2026-11-30');
  expect(by('a')).toBeUndefined();
});

test('no key leaves what can be booked', () => {
  expect(by('PageUp')).toBe('2026-11-24');
  expect(by('ArrowLeft', '2026-11-24')).toBe('2026-11-24');
  expect(by('ArrowDown', '2027-01-20')).toBe('2027-01-23');
});

test('from right to left, the arrows follow the eye', () => {
  const key = (name: string) => dayByKey(name, '2026-12-16', { ...bounds, isRightToLeft: true });
  expect(key('ArrowRight')).toBe('2026-12-15');
  expect(key('ArrowLeft')).toBe('2026-12-17');
});

test('a month is whole weeks from Monday, also when the clocks change', () => {
  expect(weeksOf('2026-10-25').map((week) => week.map((day) => day?.slice(8) ?? '').join(' '))).toEqual([
    '   01 02 03 04',
    '05 06 07 08 09 10 11',
    '12 13 14 15 16 17 18',
    '19 20 21 22 23 24 25',
    '26 27 28 29 30 31 ',
  ]);
  expect(weeksOf('2027-03-28').at(-1)).toEqual([
    '2027-03-29',
    '2027-03-30',
    '2027-03-31',
    ...Array(4).fill(undefined),
  ]);
});
