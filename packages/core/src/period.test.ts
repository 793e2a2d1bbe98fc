import { expect, test } from 'vitest';
import { parseQuarter, quarterLabel, quarterOf } from './period.ts';

test('a quarter runs from its first day to its last', () => {
  expect(parseQuarter('2026-T1')).toEqual({
    id: '2026-T1',
    year: 2026,
    quarter: 1,
    start: '2026-01-01',
    end: '2026-03-31',
  });
  expect(parseQuarter('2026-T2')).toMatchObject({ start: '2026-04-01', end: '2026-06-30' });
  expect(parseQuarter('2026-T3')).toMatchObject({ start: '2026-07-01', end: '2026-09-30' });
  expect(parseQuarter('2026-T4')).toMatchObject({ start: '2026-10-01', end: '2026-12-31' });
});

test('the days on both sides of a boundary belong to two quarters', () => {
  const days = [
    '2025-12-31',
    '2026-01-01',
    '2026-03-31',
    '2026-04-01',
    '2026-06-30',
    '2026-07-01',
    '2026-09-30',
    '2026-10-01',
  ];
  expect(days.map((day) => quarterOf(day).id)).toEqual([
    '2025-T4',
    '2026-T1',
    '2026-T1',
    '2026-T2',
    '2026-T2',
    '2026-T3',
    '2026-T3',
    '2026-T4',
  ]);
});

test.each(['2026-T0', '2026-T5', '2026-4', '2026T4', '26-T4', '2026-t4', ' 2026-T4', '2026-T44', ''])(
  '« %s » is not a quarter',
  (id) => {
    expect(() => parseQuarter(id)).toThrow(expect.objectContaining({ code: 'period-quarter' }) as Error);
  },
);

test.each(['2026-13-01', '2026-00-10', '24/11/2026', 'demain'])('« %s » has no quarter', (day) => {
  expect(() => quarterOf(day)).toThrow(expect.objectContaining({ code: 'period-quarter' }) as Error);
});

test('a quarter reads as one says it in French', () => {
  expect(quarterLabel(parseQuarter('2026-T1'))).toBe('1er trimestre 2026');
  expect(quarterLabel(parseQuarter('2026-T4'))).toBe('4e trimestre 2026');
});
