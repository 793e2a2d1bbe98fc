import { expect, test } from 'vitest';
import type { Passage } from './read-passages.ts';
import {
  alterationOf,
  changesAmount,
  moreOf,
  quoteOf,
  sidesIn,
  sidesOf,
  toldApart,
} from './sheet-evidence.ts';
import { feedSheet } from './sheet-testing.ts';

const pair = (national: string, shown: string): { national: string; shown: string } => ({ national, shown });

test('both sentences stand side by side with the words changed, gone and new', () => {
  expect(sidesOf(pair('La carte vaut 10 ans', 'La belle carte vaut ans')).changes).toBe(
    '«\u00A0belle\u00A0» ajouté, «\u00A010\u00A0» retiré',
  );
  expect(quoteOf(pair('Un', 'Deux'))).toBe('Source : Un / Page : Deux');
});

test('an extract gives its two sentences back, whatever stands in that of the page', () => {
  const both = pair('Un', 'Deux / Page : trois');
  expect(sidesIn(quoteOf(both))).toEqual(both);
  expect(sidesIn('Un / Page : Deux')).toBeNull();
  expect(sidesIn('Source : Un')).toBeNull();
});

test('words gone or replaced change a sentence, words added extend it, notes on links do neither', () => {
  const of = (shown: string): string => alterationOf(pair('Voir le guide des pièces', shown));
  expect(of('Voir le guide')).toBe('changed');
  expect(of('Voir la liste des pièces')).toBe('changed');
  expect(of('Voir le guide complet des pièces')).toBe('extended');
  expect(of('Voir le guide (s’ouvre dans un nouvel onglet) des pièces')).toBe('none');
  expect(of('Voir le guide PDF 1,2 Mo des pièces')).toBe('none');
});

test('beyond three changes, the rest is not named', () => {
  const { changes } = sidesOf(pair('a 1 b 1 c 1 d 1', 'a 2 b 2 c 2 d 2'));
  expect(changes.match(/devenu/g)).toHaveLength(3);
  expect(changes).toMatch(/, …$/);
});

test('what is not told one by one is counted', () => {
  expect([moreOf([]), moreOf([1]), moreOf([1, 2])]).toEqual([
    '',
    ' et une autre phrase',
    ' et 2 autres phrases',
  ]);
});

test('an amount is changed when a value of the sheet has become another number', () => {
  const sheet = feedSheet({ values: ['10 ans', 'gratuit'] });
  expect(changesAmount(pair('Elle vaut 10 ans au plus', 'Elle vaut 15 ans au plus'), sheet)).toBe(true);
  expect(changesAmount(pair('Elle vaut 10 ans au plus', 'Elle vaut 110 ans au plus'), sheet)).toBe(true);
  expect(changesAmount(pair('Elle vaut 10 ans au plus', 'Elle vaut 10 ans au moins'), sheet)).toBe(false);
  expect(changesAmount(pair('Au guichet 3 pendant 10 ans', 'Au guichet 4 pendant 10 ans'), sheet)).toBe(
    false,
  );
  expect(changesAmount(pair('C’est gratuit au guichet', 'C’est payant au guichet'), sheet)).toBe(false);
});

const at = (text: string, kind: Passage['kind'], heading: number): Passage => ({
  ...{ text, kind, heading, zone: 'main', inMain: true, line: 1 },
});

test('a text under a heading that the sheet has not is told apart, and so is what surrounds every sheet', () => {
  const national = at(feedSheet().title, 'heading', 0);
  const local = at('En Haute-Brume', 'heading', 1);
  const isApart = (text: string, heading: number): boolean =>
    toldApart([national, local], feedSheet())({ text, passage: at(text, 'text', heading) });
  expect(isApart('La préfecture demande deux enveloppes.', 1)).toBe(true);
  expect(isApart('La préfecture demande deux enveloppes.', 0)).toBe(false);
  expect(isApart('La préfecture demande deux enveloppes.', -1)).toBe(false);
  expect(isApart('Lire la fiche complète sur son site', 0)).toBe(true);
  expect(isApart('Vérifié le 3 mars 2026 par la source', 0)).toBe(true);
});
