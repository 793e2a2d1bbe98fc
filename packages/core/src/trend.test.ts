import { expect, test } from 'vitest';
import type { MeasuredValue } from './measurement.ts';
import { numberOf, smallSample, statusOf, trendOf, trendThreshold } from './trend.ts';

const ratio = (numerator: number, denominator: number): MeasuredValue => ({
  kind: 'ratio',
  numerator,
  denominator,
});
const mean = (total: number, count: number): MeasuredValue => ({ kind: 'mean', total, count });
const count = (number: number): MeasuredValue => ({ kind: 'count', count: number });
const rate = (number: number): MeasuredValue => ({ kind: 'published-rate', rate: number });

test('a value is one number, and none when there is nothing to divide by', () => {
  expect(numberOf(ratio(19, 20))).toBe(0.95);
  expect(numberOf(ratio(0, 0))).toBeUndefined();
  expect(numberOf(mean(24, 10))).toBe(2.4);
  expect(numberOf(mean(0, 0))).toBeUndefined();
  expect(numberOf(count(0))).toBe(0);
  expect(numberOf(rate(0.98))).toBe(0.98);
  expect(numberOf({ kind: 'published-mean', mean: 2.4 })).toBe(2.4);
});

test('a rate changes from a point on', () => {
  expect(trendOf(ratio(96, 100), ratio(95, 100), 'higher')).toBe('better');
  expect(trendOf(ratio(959, 1000), ratio(950, 1000), 'higher')).toBe('stable');
  expect(trendOf(ratio(94, 100), ratio(95, 100), 'higher')).toBe('worse');
  expect(trendOf(ratio(941, 1000), ratio(950, 1000), 'higher')).toBe('stable');
  expect(trendOf(rate(0.29), rate(0.28), 'higher')).toBe('better');
});

test('where lower is better, less is better', () => {
  expect(trendOf(mean(23, 10), mean(24, 10), 'lower')).toBe('better');
  expect(trendOf(mean(25, 10), mean(24, 10), 'lower')).toBe('worse');
  expect(trendOf(mean(245, 100), mean(240, 100), 'lower')).toBe('stable');
});

test('a count changes with one case, and not without', () => {
  expect(trendOf(count(8), count(7), 'higher')).toBe('better');
  expect(trendOf(count(7), count(7), 'higher')).toBe('stable');
  expect(trendOf(count(6), count(7), 'higher')).toBe('worse');
});

test('the threshold is a setting, and no change is none even with a threshold of zero', () => {
  const threshold = { rate: 0.05, mean: 0, count: 2 };
  expect(trendOf(ratio(99, 100), ratio(95, 100), 'higher', { threshold })).toBe('stable');
  expect(trendOf(ratio(100, 100), ratio(95, 100), 'higher', { threshold })).toBe('better');
  expect(trendOf(mean(2, 1), mean(2, 1), 'higher', { threshold })).toBe('stable');
  expect(trendThreshold.value).toEqual({ rate: 0.01, mean: 0.1, count: 1 });
  expect(trendThreshold.provenance.origin).toBe('X');
});

test('a published rate compares with one that has its counts, and with nothing else', () => {
  expect(trendOf(ratio(99, 100), rate(0.94), 'higher')).toBe('better');
  expect(trendOf({ kind: 'published-mean', mean: 2 }, mean(24, 10), 'lower')).toBe('better');
  expect(trendOf(count(1), rate(0.94), 'higher')).toBe('unknown');
  expect(trendOf(mean(2, 1), count(2), 'higher')).toBe('unknown');
});

test('without a value now or before, the trend is unknown', () => {
  expect(trendOf(null, count(1), 'higher')).toBe('unknown');
  expect(trendOf(count(1), undefined, 'higher')).toBe('unknown');
  expect(trendOf(ratio(0, 0), ratio(1, 1), 'higher')).toBe('unknown');
  expect(trendOf(ratio(1, 1), ratio(0, 0), 'higher')).toBe('unknown');
});

test('a target is met when it is reached', () => {
  expect(statusOf(ratio(95, 100), 0.95, 'higher')).toBe('met');
  expect(statusOf(ratio(949999, 1000000), 0.95, 'higher')).toBe('missed');
  expect(statusOf(mean(5, 1), 5, 'lower')).toBe('met');
  expect(statusOf(mean(501, 100), 5, 'lower')).toBe('missed');
});

test('a share that equals its target meets it, whatever the decimals', () => {
  for (let percent = 0; percent <= 100; percent++) {
    const target = Number(`${String(percent)}e-2`);
    expect(statusOf(ratio(percent, 100), target, 'higher')).toBe('met');
    expect(statusOf(ratio(percent * 7, 700), target, 'lower')).toBe('met');
    if (percent > 0)
      expect(statusOf(ratio(percent * 10_000 - 1, 1_000_000), target, 'higher')).toBe('missed');
  }
});

test('no target and no value are told apart', () => {
  expect(statusOf(ratio(1, 1), undefined, 'higher')).toBe('no-target');
  expect(statusOf(null, undefined, 'higher')).toBe('no-target');
  expect(statusOf(null, 0.5, 'higher')).toBe('no-value');
  expect(statusOf(ratio(0, 0), 0.5, 'higher')).toBe('no-value');
});

test('a sample is small under thirty cases, by our own proposal', () => {
  expect(smallSample).toMatchObject({ value: 30, provenance: { origin: 'X' } });
});
