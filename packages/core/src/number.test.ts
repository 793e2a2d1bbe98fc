import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, formatPercent } from './number.ts';

const plain = (text: string): string => text.replaceAll('\u00A0', '~');

test.each([
  [2, '2'],
  [2.4, '2,4'],
  [2.04, '2'],
  [2.05, '2,1'],
  [1.45, '1,5'],
  [-1.45, '−1,5'],
  [0, '0'],
  [-0, '0'],
  [-0.04, '0'],
  [999.96, '1~000'],
  [12500, '12~500'],
  [1234567.8, '1~234~567,8'],
])('%s is written « %s » in French', (value, expected) => {
  expect(plain(formatNumber(value))).toBe(expected);
});

test('English has a point and commas', () => {
  expect(formatNumber(1234567.85, { lang: 'en' })).toBe('1,234,567.9');
  expect(formatNumber(-2.4, { lang: 'en' })).toBe('−2.4');
});

test('decimals are at most as many as asked, and zeros at the end are left out', () => {
  expect(formatNumber(5.21, { decimals: 2 })).toBe('5,21');
  expect(formatNumber(5.2, { decimals: 2 })).toBe('5,2');
  expect(formatNumber(5.5, { decimals: 0 })).toBe('6');
  expect(formatNumber(5.49, { decimals: 0 })).toBe('5');
  expect(formatNumber(100, { decimals: 0 })).toBe('100');
});

test('a percentage has its no-break space in French and none in English', () => {
  expect(formatPercent(0.99)).toBe('99\u00A0%');
  expect(formatPercent(0.9516)).toBe('95,2\u00A0%');
  expect(formatPercent(0.9516, { decimals: 2 })).toBe('95,16\u00A0%');
  expect(formatPercent(0.9516, { lang: 'en' })).toBe('95.2%');
});

test('100 % means all of them', () => {
  expect(plain(formatPercent(1))).toBe('100~%');
  expect(plain(formatPercent(0.9996))).toBe('99,9~%');
  expect(plain(formatPercent(0.9994))).toBe('99,9~%');
  expect(plain(formatPercent(0.996, { decimals: 0 }))).toBe('99~%');
  expect(plain(formatPercent(0.994, { decimals: 0 }))).toBe('99~%');
});

test('0 % means none of them', () => {
  expect(plain(formatPercent(0))).toBe('0~%');
  expect(plain(formatPercent(0.0004))).toBe('0,1~%');
  expect(plain(formatPercent(0.001, { decimals: 0 }))).toBe('1~%');
});

test('whatever the counts, a share is 100 % or 0 % only when it is', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), fc.nat(3), (part, rest, decimals) => {
      const written = formatPercent(part / (part + rest), { decimals });
      expect(written).not.toBe('100\u00A0%');
      expect(written === '0\u00A0%').toBe(part === 0);
    }),
  );
});
