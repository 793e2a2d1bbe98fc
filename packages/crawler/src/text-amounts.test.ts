import { expect, test } from 'vitest';
import { amountsIn } from './text-amounts.ts';

test.each([
  ['Le timbre coûte 25 €.', [2500]],
  ['de 86,50 € à 1 250 euros', [8650, 125_000]],
  ['Soit 12€50 par personne', [1250]],
  ['1.500 €', [150_000]],
  ['3 eurosceptiques, 25 ans', []],
  ['25 000 habitants', []],
])('%s', (text, cents) => {
  expect(amountsIn(text).map((amount) => amount.cents)).toEqual(cents);
});

test('a text made of figures takes no time', () => {
  expect(amountsIn(`${'1 '.repeat(20_000)}€`)).toHaveLength(1);
});
