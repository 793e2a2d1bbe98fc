import { expect, test } from 'vitest';
import { phoneTariffOf, phoneTariffRules } from './phone-tariff.ts';

test.each([
  ['01 99 00 12 34', 'ordinary'],
  ['04 65 71 12 34', 'ordinary'],
  ['0970830707', 'ordinary'],
  ['0799001234', 'ordinary'],
  ['0 800 99 00 12', 'free'],
  ['0 805 99 00 12', 'free'],
  ['0 806 99 00 12', 'ordinary'],
  ['0 809 99 00 12', 'ordinary'],
  ['0 810 99 00 12', 'surcharged'],
  ['0 820 99 00 12', 'surcharged'],
  ['0 892 99 00 12', 'surcharged'],
  ['0 836 99 00 12', 'unproven'],
  ['118 000', 'surcharged'],
  ['116 006', 'free'],
  ['30 10', 'free'],
  ['3114', 'free'],
  ['39 39', 'ordinary'],
  ['32 30', 'ordinary'],
  ['36 99', 'unproven'],
  ['1099', 'unproven'],
  ['01 99 00 12', 'unproven'],
  ['01 99 00 12 34 5', 'unproven'],
  ['', 'unproven'],
])('%s is %s', (number, tariff) => {
  expect(phoneTariffOf(number)).toBe(tariff);
});

test.each([
  '0820990012',
  '08 20 99 00 12',
  '08.20.99.00.12',
  '0\u00a0820\u00a0990\u00a0012',
  '+33 820 99 00 12',
  '+33 (0)8 20 99 00 12',
  '0033 820 990 012',
])('a surcharged number is recognised when written %s', (number) => {
  expect(phoneTariffOf(number)).toBe('surcharged');
});

test('departments overseas are in the national plan, other countries prove nothing', () => {
  expect(phoneTariffOf('+262 262 99 00 12')).toBe('ordinary');
  expect(phoneTariffOf('+590 590 99 00 12')).toBe('ordinary');
  expect(phoneTariffOf('+594 594 99 00 12')).toBe('ordinary');
  expect(phoneTariffOf('+596 820 99 00 12')).toBe('surcharged');
  expect(phoneTariffOf('+32 2 990 12 34')).toBe('unproven');
  expect(phoneTariffOf('+689 40 99 00 12')).toBe('unproven');
});

test('a préfecture adds the numbers that it knows', () => {
  const rules = [{ digits: 12, tariff: 'ordinary', starts: ['+68940'] } as const, ...phoneTariffRules.value];
  expect(phoneTariffOf('+689 40 99 00 12', rules)).toBe('ordinary');
  expect(phoneTariffOf('+689 44 99 00 12', rules)).toBe('unproven');
  expect(phoneTariffOf('01 99 00 12 34', [])).toBe('unproven');
});
