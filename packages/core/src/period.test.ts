import { expect, test } from 'vitest';
import {
  holds,
  monthsOf,
  parsePeriod,
  parseQuarter,
  periodKinds,
  periodLabel,
  periodOf,
  periodTitle,
  quarterLabel,
  quarterOf,
  shiftPeriod,
} from './period.ts';

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
  expect(() => quarterOf(day)).toThrow(expect.objectContaining({ code: 'period' }) as Error);
});

test('a quarter reads as one says it in French', () => {
  expect(quarterLabel(parseQuarter('2026-T1'))).toBe('1er trimestre 2026');
  expect(quarterLabel(parseQuarter('2026-T4'))).toBe('4e trimestre 2026');
});

test.each([
  ['2026', 'year', '2026-01-01', '2026-12-31', '2026'],
  ['2026-S1', 'semester', '2026-01-01', '2026-06-30', '1er semestre 2026'],
  ['2026-S2', 'semester', '2026-07-01', '2026-12-31', '2e semestre 2026'],
  ['2026-T1', 'quarter', '2026-01-01', '2026-03-31', '1er trimestre 2026'],
  ['2028-02', 'month', '2028-02-01', '2028-02-29', 'février 2028'],
  ['2026-11', 'month', '2026-11-01', '2026-11-30', 'novembre 2026'],
  ['2026-12-01', 'day', '2026-12-01', '2026-12-01', '1er décembre 2026'],
  ['2026-11-24', 'day', '2026-11-24', '2026-11-24', '24 novembre 2026'],
])('« %s » is a period', (id, kind, start, end, label) => {
  const period = parsePeriod(id);
  expect(period).toMatchObject({ id, kind, start, end });
  expect(periodLabel(period)).toBe(label);
});

test.each([
  ['2026', '2026', '2026'],
  ['2026-S2', '2e semestre 2026', 'July to December 2026'],
  ['2026-T3', '3e trimestre 2026', 'July to September 2026'],
  ['2026-11', 'novembre 2026', 'November 2026'],
  ['2026-11-24', '24 novembre 2026', '24 November 2026'],
])('%s stands alone as « %s », in English as « %s »', (id, fr, en) => {
  expect([periodTitle(parsePeriod(id)), periodTitle(parsePeriod(id), 'en')]).toEqual([fr, en]);
});

test.each(['2026-S3', '2026-T0', '2026-13', '2026-02-29', '2100-02-29', '2026-04-31', '26', '2026-1', ''])(
  '« %s » is not a period',
  (id) => {
    expect(() => parsePeriod(id)).toThrow(expect.objectContaining({ code: 'period' }));
  },
);

test.each([
  ['2026', 1, '2027'],
  ['2026-S1', -1, '2025-S2'],
  ['2026-T4', 1, '2027-T1'],
  ['2026-T1', -5, '2024-T4'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 14, '2028-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
])('%s shifted by %i is %s', (id, count, expected) => {
  expect(shiftPeriod(parsePeriod(id), count).id).toBe(expected);
});

test('a day is held by its month, quarter, semester and year', () => {
  const day = parsePeriod('2024-02-29');
  for (const kind of periodKinds) expect(holds(periodOf(day.id, kind), day)).toBe(true);
  expect(periodKinds.map((kind) => periodOf(day.id, kind).id)).toEqual([
    '2024',
    '2024-S1',
    '2024-T1',
    '2024-02',
    '2024-02-29',
  ]);
});

test('a period is not held by its neighbour, nor by a part of itself', () => {
  expect(holds(parsePeriod('2026-T1'), parsePeriod('2026-04'))).toBe(false);
  expect(holds(parsePeriod('2026-T1'), parsePeriod('2026-S1'))).toBe(false);
  expect(holds(parsePeriod('2026-T1'), parsePeriod('2026-T1'))).toBe(true);
});

test('a semester has six months, a day is within one', () => {
  expect(monthsOf(parsePeriod('2026-S2')).map(({ id }) => id)).toEqual([
    ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
  ]);
  expect(monthsOf(parsePeriod('2026-02-28')).map(({ id }) => id)).toEqual(['2026-02']);
});
