import type { PublishedIndicator, Results } from '@qualepref/core';
import { expect, test } from 'vitest';
import { en } from './locales/results-view.en.ts';
import { fr } from './locales/results-view.fr.ts';
import { sampleResults } from './results-fixture.ts';
import { drawn, seriesOf, targetText, valueText } from './results-lines.ts';

const line = (over: Partial<PublishedIndicator>): PublishedIndicator => ({
  id: 'mail.taux',
  label: { fr: 'Courriels' },
  unit: 'aix',
  period: '2026-T3',
  value: { rate: 0.5 },
  footnotes: [],
  ...over,
});
const results = (...indicators: PublishedIndicator[]): Results => ({ ...sampleResults, indicators });
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00A0', ' ');

test('a value is written in its unit and language', () => {
  expect(plain(valueText({ numerator: 1999, denominator: 2000 }, 'fr', fr))).toBe('99,9 %');
  expect(plain(valueText({ points: -20.5 }, 'fr', fr))).toBe('−20,5 points');
  expect(plain(valueText({ days: 1 }, 'en', en))).toBe('1 day');
  expect(plain(valueText({ count: 12_500 }, 'fr', fr))).toBe('12 500');
});

test('a target is in the unit of the values, and of the value before when the last is missing', () => {
  const target = (over: Partial<PublishedIndicator>): string | undefined => {
    const [series] = seriesOf(results(line(over)), 'aix', []);
    return series && plain(targetText(series, 'fr', fr));
  };
  expect(target({ target: 0.95 })).toBe('95 %');
  expect(target({ target: 3, value: { days: 2 } })).toBe('3 jours');
  expect(target({ target: 4, value: { count: 2 } })).toBe('4');
  expect(target({ target: 3, value: null, previous: { period: '2026-T2', value: { days: 2 } } })).toBe(
    '3 jours',
  );
  expect(target({ target: 3, value: null })).toBeUndefined();
  expect(target({})).toBeUndefined();
});

test('periods of one indicator are one series, from the oldest on; those of another length or theme are not', () => {
  const all = results(
    line({ period: '2026-T3' }),
    line({ period: '2026-T1', previous: { period: '2025-T4', value: { rate: 0.4 } } }),
    line({ period: '2026-T2', value: null, footnotes: [{ fr: 'Suspendu' }] }),
    line({ period: '2025' }),
    line({ period: '2026-T3', of: { theme: 'attente' } }),
    line({ period: '2026-T3', unit: 'arles' }),
  );
  const periods = seriesOf(all, 'aix', []).map(({ points }) => points.map(({ period }) => period));
  expect(periods).toEqual([['2025-T4', '2026-T1', '2026-T2', '2026-T3'], ['2025'], ['2026-T3']]);
  expect(seriesOf(all, 'aix', ['recl.taux'])).toEqual([]);
});

test('a period without a line is known from the one after it', () => {
  const [series] = seriesOf(
    results(
      line({ period: '2026-T1' }),
      line({ period: '2026-T3', previous: { period: '2026-T2', value: { rate: 0.4 } } }),
    ),
    'aix',
    [],
  );
  expect(series?.points.map(({ period }) => period)).toEqual(['2026-T1', '2026-T2', '2026-T3']);
});

test('a drawing breaks where nothing was measured, and a flat one is in the middle', () => {
  const at = (...rates: (number | null)[]): string =>
    drawn(
      rates.map((rate, index) => ({
        period: `2026-0${String(index + 1)}`,
        value: rate === null ? null : { rate },
      })),
      100,
      10,
    );
  expect(at(0, 1)).toBe('M0.0 10.0h0L100.0 0.0h0');
  expect(at(0, null, 1)).toBe('M0.0 10.0h0M100.0 0.0h0');
  expect(at(0.5, 0.5)).toBe('M0.0 5.0h0L100.0 5.0h0');
});
