import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { optgroup } from './optgroup.ts';

const judge = (attributes: string): string[] =>
  verdictLine(
    optgroup,
    pageOf(`<select aria-label="Site"><optgroup${attributes}><option>Arles</option></optgroup></select>`),
  );

test('a group of options without a name fails', () => {
  expect(judge('')).toEqual(['failed', 'unnamed']);
  expect(judge(' label=" "')).toEqual(['failed', 'unnamed']);
});

test('options that nobody can choose are titles of others when there are two', () => {
  const list = (options: string): string[] =>
    verdictLine(optgroup, pageOf(`<select aria-label="Site">${options}</select>`));
  const group = (name: string): string => `<option disabled>${name}</option><option>Arles</option>`;
  expect(list(group('Ouest') + group('Est'))).toEqual(['failed', 'headed']);
  expect(list(group('Choisir'))).toEqual(['inapplicable']);
});

test('a named one, and a list without groups, are not concerned', () => {
  expect(judge(' label="Ouest"')).toEqual(['inapplicable']);
  expect(verdictLine(optgroup, pageOf('<select aria-label="Site"><option>Arles</option></select>'))).toEqual([
    'inapplicable',
  ]);
});
