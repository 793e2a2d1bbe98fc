import { expect, test } from 'vitest';
import { bareAcronyms } from './acronyms.ts';
import { passages } from './testing.ts';

const bare = (...texts: readonly string[]): string[] =>
  bareAcronyms(passages(...texts), 10).map(({ acronym }) => acronym);

test.each([
  ['Votre dossier est instruit par le CERT.', 'CERT'],
  ['Adressez le formulaire à la DREETS.', 'DREETS'],
  ['Demandez votre VPF en ligne.', 'VPF'],
  ['La C.A.F. verse cette aide.', 'C.A.F.'],
  ['La DDT, la chambre et les maires se réunissent.', 'DDT'],
])('« %s » leaves %s bare', (text, acronym) => {
  expect(bare(text)).toEqual([acronym]);
});

test.each([
  'Le centre d’expertise et de ressources des titres (CERT) instruit votre dossier.',
  'Le CERT (centre d’expertise et de ressources des titres) instruit votre dossier.',
  'La direction départementale des territoires, dite DDT, instruit votre dossier.',
  'DDT : direction départementale des territoires',
  'Agence nationale des titres sécurisés « ANTS »',
])('« %s » writes its acronym out', (text) => {
  expect(bare(text)).toEqual([]);
});

test('written out earlier in the page, an acronym may stand alone; later, it may not', () => {
  const long = 'La direction départementale des territoires vous répond.';
  expect(bare(long, 'Écrivez à la DDT.')).toEqual([]);
  expect(bare('Écrivez à la DDT.', long)).toEqual(['DDT']);
});

test.each([
  'Envoyez un SMS, ou un fichier PDF de 2 MO.',
  '14 rue du Pont, BP 12, 00100 BRUME CEDEX',
  'Madame Marie DURAND, préfète',
  'M. DURAND',
  'Louis XIV et le XIX siècle',
  'Ne venez PAS sans rendez-vous',
  'La route RD 12 est fermée',
  'Une plaque de la forme AB-123-CD',
  'Un justificatif : quittance EDF, image BMP ou TIFF',
  'PIÈCES À FOURNIR AU CERT',
  'Le numéro F1342, le cerfa n° 12100*02',
  'contact@CERT.exemple.fr',
])('« %s » has no acronym to write out', (text) => {
  expect(bare(text)).toEqual([]);
});

test('a word that begins a sentence is no first name', () => {
  expect(bare('Le CERT instruit.')).toEqual(['CERT']);
});

test('each acronym is told once, with the words around it, and no more than asked for', () => {
  const found = bareAcronyms(passages('Le CERT instruit, puis le CERT répond, avec la DDT et la CAF.'), 2);
  expect(found.map(({ acronym }) => acronym)).toEqual(['CERT', 'DDT']);
  expect(found[0]?.quote).toBe('Le CERT instruit, puis le CERT répond, avec la DDT et la CAF.');
});

test('of a long text, whole words are quoted on both sides', () => {
  const text = `${'avant '.repeat(30)}le CERT ${'après '.repeat(30)}`;
  expect(bareAcronyms(passages(text), 1)[0]?.quote).toBe(
    'avant avant avant avant le CERT après après après après',
  );
});

test('a text of acronyms without end is read in a time that does not explode', () => {
  const since = performance.now();
  bareAcronyms(passages('ABCD (EFGH '.repeat(5_000), 'A.B.C.'.repeat(9_000)), 6);
  expect(performance.now() - since).toBeLessThan(4_000);
});
