import { expect, test } from 'vitest';
import { sentencesOf, textKey, wordChanges, wordSegments } from './sheet-words.ts';

test('a key ignores typesetting, spaces and case', () => {
  expect(textKey('L’ « acte » coûte 25 € !')).toBe(textKey("l' acte COÛTE 25€"));
});

test('sentences end before a capital, a number or a quotation', () => {
  expect(sentencesOf('Un. Deux ? 3 jours. « Quatre ».')).toEqual([
    'Un.',
    'Deux ?',
    '3 jours.',
    '« Quatre ».',
  ]);
  expect(sentencesOf('L’art. premier vaut etc. et suite.')).toHaveLength(1);
});

test('words changed, gone and new are told in order', () => {
  expect(wordChanges('valable 10 ans en France', 'valable 15 ans en France')).toEqual([
    { before: '10', after: '15' },
  ]);
  expect(wordChanges('une photo récente et un timbre', 'une photo et un seul timbre')).toEqual([
    { before: 'récente', after: '' },
    { before: '', after: 'seul' },
  ]);
});

test('typography, case and signs are no change of words', () => {
  expect(wordChanges('L’acte, gratuit', "l'acte gratuit.")).toEqual([]);
});

test('long texts are told apart by what is between their common ends', () => {
  const many = (word: string): string => Array.from({ length: 200 }, (_, i) => word + String(i)).join(' ');
  expect(wordChanges(`Un ${many('a')} fin`, `Un ${many('b')} fin`)).toEqual([
    { before: many('a'), after: many('b') },
  ]);
});

test('the runs of words of both texts, put end to end, are the texts', () => {
  const segments = wordSegments('La carte vaut 10 ans, en France', 'La belle carte vaut 15 ans en France');
  expect(segments).toEqual([
    { before: 'La', after: 'La', isSame: true },
    { before: '', after: 'belle', isSame: false },
    { before: 'carte vaut', after: 'carte vaut', isSame: true },
    { before: '10', after: '15', isSame: false },
    { before: 'ans, en France', after: 'ans en France', isSame: true },
  ]);
  expect(wordSegments('', '')).toEqual([]);
});
