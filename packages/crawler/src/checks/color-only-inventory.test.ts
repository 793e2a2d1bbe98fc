import { expect, test } from 'vitest';
import type { ColourKey } from '../probes/colour-keys.ts';
import { pageOf, shownVerdictOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { colorOnlyInventory } from './color-only-inventory.ts';

const judge = (text: string): string[] =>
  verdictLine(colorOnlyInventory, pageOf(`<main><p>${text}</p></main>`));

test('a rule that rests on a colour alone fails, in French as in English', () => {
  for (const text of [
    'Les champs en rouge sont obligatoires.',
    'Les jours affichés en vert sont disponibles.',
    'Fields marked in red are required.',
    'Green slots are available.',
  ])
    expect([text, ...judge(text)]).toEqual([text, 'failed', 'colour-alone']);
});

test('a rule that names another mark is for a person to look at', () => {
  for (const text of [
    'Les champs en rouge, suivis d’un astérisque, sont obligatoires.',
    'Les dates en gras et en vert sont disponibles.',
    'On ne lit pas un texte écrit en rouge sur fond noir. La gêne est fréquente.',
  ])
    expect([text, ...judge(text)]).toEqual([text, 'cantTell', 'read-colour']);
});

test('what a picture shows in a colour may be told by more, and be on no page of the site', () => {
  for (const text of [
    'Les zones en rouge sur la carte sont inondables.',
    'Gray areas are kept, all that the mask leaves is lost.',
  ])
    expect([text, ...judge(text)]).toEqual([text, 'cantTell', 'read-colour']);
});

test('colours that tell nothing apart are no rule', () => {
  for (const text of [
    'La carte grise est un document.',
    'Le numéro vert est gratuit.',
    'Vigilance orange canicule.',
    'Livret rouge de la gendarmerie',
  ])
    expect([text, ...judge(text)]).toEqual([text, 'inapplicable']);
});

test('a page whose rendering, kept by --since, looked for no key is judged by its words, as one that no browser opened', () => {
  const rule = '<main><p>Les champs en rouge sont obligatoires.</p></main>';
  expect(shownVerdictOf(colorOnlyInventory, rule, { colourKeys: [] })).toEqual(['failed', 'colour-alone']);
  expect(shownVerdictOf(colorOnlyInventory, rule, {})).toEqual(['failed', 'colour-alone']);
});

test('a key of two colours fails where they alone tell things apart, and is for a person to look at where more does', () => {
  const text = 'Les guichets en vert sont ouverts, ceux en rouge ferment à midi.';
  const judgeKey = (isAlone: boolean, html = ''): string[] => {
    const place = { selector: 'p', zone: 'main', component: 'p', html: `<p>${text}` } as const;
    const colourKeys: ColourKey[] = [{ ...place, text, isAlone }];
    return shownVerdictOf(colorOnlyInventory, html, { colourKeys });
  };
  expect(judgeKey(true)).toEqual(['failed', 'colour-key']);
  expect(judgeKey(false)).toEqual(['passed']);
  expect(judgeKey(false, `<main><p>${text}</p></main>`)).toEqual(['cantTell', 'read-colour']);
});
