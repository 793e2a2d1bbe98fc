import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QualeprefError } from './error.ts';
import { randomFrom } from './random.ts';
import { isReference, referenceOf } from './reference.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const reference = fc
  .record({
    code: fc.stringMatching(/^[A-Z]{2,8}$/),
    day: fc.constantFrom('2026-01-31', '2026-11-24', '2030-12-01'),
    seed: fc.string(),
  })
  .map(({ code, day, seed }) => referenceOf(code, day, randomFrom(seed)));

test('a reference has the code of the site, the month of reception, six drawn characters and a check', () => {
  expect(referenceOf('AIX', '2026-11-24', () => 0)).toBe('AIX-2611-222222K');
  expect(referenceOf('AIX', '2026-11-24', () => 0.9999999)).toMatch(/^AIX-2611-ZZZZZZ.$/);
  const numbers = [0, 0.1, 0.3, 0.5, 0.7, 0.9];
  expect(referenceOf('PR', '2026-02-03', () => numbers.shift() ?? 0)).toBe('PR-2602-25BHQW9');
});

test('every reference given is recognised, and has none of the characters that are mistaken for others', () => {
  fc.assert(
    fc.property(reference, (text) => {
      expect(isReference(text)).toBe(true);
      expect(text.split('-')[2]).toMatch(/^[2-9A-HJKMNP-Z]{7}$/);
    }),
  );
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(
      reference,
      fc.nat(),
      fc.constantFrom(...Array.from(ALPHABET), 'I', 'L', 'O', '0', '1', 'a'),
      (text, at, wrong) => {
        const place = at % text.length;
        fc.pre(text[place] !== wrong);
        expect(isReference(text.slice(0, place) + wrong + text.slice(place + 1))).toBe(false);
      },
    ),
  );
});

test('two characters swapped inside a part are always noticed', () => {
  fc.assert(
    fc.property(reference, fc.nat(2), fc.nat(), fc.nat(), (text, which, one, other) => {
      const parts = text.split('-');
      const part = Array.from(parts[which] ?? '');
      const [a, b] = [one % part.length, other % part.length];
      const [x = '', y = ''] = [part[a], part[b]];
      fc.pre(x !== y);
      part[a] = y;
      part[b] = x;
      expect(isReference(parts.with(which, part.join('')).join('-'))).toBe(false);
    }),
  );
});

test('what has another form is no reference', () => {
  const sound = referenceOf('AIX', '2026-11-24', () => 0);
  expect(isReference(sound)).toBe(true);
  for (const text of [
    '',
    `${sound} `,
    ` ${sound}`,
    sound.toLowerCase(),
    sound.replaceAll('-', ''),
    `${sound}2`,
  ])
    expect(isReference(text)).toBe(false);
});

test('the next reference cannot be told from the one before', () => {
  const random = randomFrom('order');
  const drawn = Array.from({ length: 200 }, () => referenceOf('AIX', '2026-11-24', random));
  expect(new Set(drawn).size).toBe(200);
  const rising = drawn.filter((text, at) => text > (drawn[at - 1] ?? '')).length;
  expect(Math.abs(rising - 100)).toBeLessThan(30);
});

test.each(['', 'A', 'ABCDEFGHI', 'Aix', 'ÎLE', 'A1'])('« %s » is no code of a site', (code) => {
  let thrown: unknown;
  try {
    referenceOf(code, '2026-11-24', () => 0);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(QualeprefError);
  expect((thrown as QualeprefError).code).toBe('reference-site');
  expect((thrown as QualeprefError).message.replaceAll('\u00A0', ' ')).toBe(
    `« ${code} » n’est pas un code de site. Attendu : de 2 à 8 lettres majuscules sans accent, par exemple AIX.`,
  );
});

test('codes of two and of eight letters are fine', () => {
  expect(isReference(referenceOf('PR', '2026-11-24', () => 0.5))).toBe(true);
  expect(isReference(referenceOf('ABCDEFGH', '2026-11-24', () => 0.5))).toBe(true);
});
