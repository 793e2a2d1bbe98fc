import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsSocialSecurityNumber } from './sensitive-data.ts';

const keyOf = (number: string): string =>
  String(97n - (BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n)).padStart(2, '0');

const two = (number: number): string => String(number).padStart(2, '0');

/** The 13 first characters, in their parts. */
const parts = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    fc.nat(99).map(two),
    fc
      .oneof(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 20, max: 42 }),
        fc.integer({ min: 50, max: 99 }),
      )
      .map(two),
    fc.oneof(fc.integer({ min: 1, max: 99 }).map(two), fc.constantFrom('2A', '2B')),
    fc.nat(999).map((number) => String(number).padStart(3, '0')),
    fc.nat(999).map((number) => String(number).padStart(3, '0')),
  )
  .map((each): string[] => each);

const around = fc.string({ unit: 'grapheme' });

test('a number is found whatever its parts are separated by and whatever stands around it', () => {
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom('', ' ', '\u00A0', '\u202F', '.', '-', ' - ', '/', '–', '·', '_'),
      around,
      around,
      (of, separator, before, after) => {
        const text = [...of, keyOf(of.join(''))].join(separator);
        expect(holdsSocialSecurityNumber(`${before} ${text} ${after}`)).toBe(true);
        expect(holdsSocialSecurityNumber(before + text + after)).toBe(true);
        expect(holdsSocialSecurityNumber(text.toLowerCase())).toBe(true);
      },
    ),
  );
});

test('fifteen digits with another key are not a number', () => {
  fc.assert(
    fc.property(parts, fc.nat(99).map(two), (of, key) => {
      fc.pre(key !== keyOf(of.join('')));
      expect(holdsSocialSecurityNumber(of.join('') + key)).toBe(false);
    }),
  );
});

test.each([
  ['a man', '1 85 05 78 006 084 91', true],
  ['a woman', '2 69 05 49 588 157 80', true],
  ['somebody born in Corse-du-Sud', '1 85 05 2A 006 084 35', true],
  ['somebody born in Haute-Corse', '1 85 05 2B 006 084 62', true],
  ['a number given while waiting', '7 85 05 78 006 084 82', true],
])('the number of %s', (_, text, found) => {
  const compact = text.replaceAll(' ', '');
  expect(compact.slice(13)).toBe(keyOf(compact.slice(0, 13)));
  expect(holdsSocialSecurityNumber(`Mon numéro est le ${text}.`)).toBe(found);
});

test('a number in two lines, or before other digits, is found', () => {
  expect(holdsSocialSecurityNumber('1 85 05 78\n006 084 91')).toBe(true);
  expect(holdsSocialSecurityNumber('18505780060849101990012 34')).toBe(true);
  expect(holdsSocialSecurityNumber('0612 185057800608491')).toBe(true);
});

test('a number cut by words, or by more than three separators, is not found', () => {
  expect(holdsSocialSecurityNumber('1 85 05 78 006 084 clé 91')).toBe(false);
  expect(holdsSocialSecurityNumber('1 85 05 78 006 084   91')).toBe(true);
  expect(holdsSocialSecurityNumber('1 85 05 78 006 084    91')).toBe(false);
});

test('a number without its key, of no sex or of no month is not found', () => {
  expect(holdsSocialSecurityNumber('1850578006084')).toBe(false);
  for (const number of ['0850578006084', '5850578006084', '6850578006084', '9850578006084'])
    expect(holdsSocialSecurityNumber(number + keyOf(number))).toBe(false);
  for (const month of ['00', '13', '19', '43', '49'])
    expect(holdsSocialSecurityNumber(`185${month}78006084${keyOf(`185${month}78006084`)}`)).toBe(false);
});

test('other numbers that people give are not taken for one', () => {
  expect(holdsSocialSecurityNumber('')).toBe(false);
  expect(holdsSocialSecurityNumber('Appelez le 01 99 00 12 34 ou le 04 65 71 00 00.')).toBe(false);
  expect(holdsSocialSecurityNumber('Dossier 2026-11-24, numéro 123456789')).toBe(false);
});
