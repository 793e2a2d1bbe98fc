import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, foldTitle, MIN_FINGERPRINT, normaliseParagraph } from './feed-fingerprint.ts';

const SAID = 'Le dossier se dépose au guichet ou par courrier, dans un délai de deux mois.';

test('what typesetting changes does not change a fingerprint', () => {
  const typed = 'L\'usager dit "oui" - et dépose sa demande 2 fois, au guichet ou par courrier';
  const set = 'L’usager dit « oui » – et dépose sa demande 2 fois, au guichet ou par\n  courrier.';
  expect(normaliseParagraph(set)).toBe(normaliseParagraph(typed));
  expect(fingerprint(set)).toBe(fingerprint(typed));
  expect(fingerprint(`${SAID} `)).toBe(fingerprint(SAID));
  expect(fingerprint(SAID.normalize('NFD').replace('dossier', 'dos\u00ADsier'))).toBe(fingerprint(SAID));
});

test('a space that an exponent or a link brings does not change a fingerprint', () => {
  expect(fingerprint(SAID.replace('deux', '2 e'))).toBe(fingerprint(SAID.replace('deux', '2e')));
});

test('a word, an accent, a figure or a capital changes it', () => {
  for (const other of [
    SAID.replace('deux', 'trois'),
    SAID.replace('dépose', 'depose'),
    SAID.replace('courrier', 'Courrier'),
    SAID.replace('guichet', 'guichet n° 2'),
  ])
    expect(fingerprint(other)).not.toBe(fingerprint(SAID));
});

test('a paragraph shorter than the least length has none, at that length it has one', () => {
  expect(fingerprint('a'.repeat(MIN_FINGERPRINT))).not.toBeNull();
  expect(fingerprint(`${'a'.repeat(MIN_FINGERPRINT - 1)}.`)).toBeNull();
});

test('any text gives a whole number of 32 bits, and is normalised once for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = fingerprint(text + SAID) ?? -1;
      const normalised = normaliseParagraph(text);
      return found === found >>> 0 && normaliseParagraph(normalised) === normalised;
    }),
  );
});

test('a text made of ends or of spaces takes no time', () => {
  expect(normaliseParagraph('. '.repeat(50_000))).toBe('');
  expect(normaliseParagraph(`${'. '.repeat(50_000)}a`)).toHaveLength(100_001);
});

test('titles are looked up without case, accents nor quotation marks', () => {
  expect(foldTitle('Carte de séjour « visiteur » : où la demander ?')).toBe(
    foldTitle('CARTE DE SEJOUR "visiteur" : ou la demander'),
  );
});
