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

test('a named one, and a list without groups, are not concerned', () => {
  expect(judge(' label="Ouest"')).toEqual(['inapplicable']);
  expect(verdictLine(optgroup, pageOf('<select aria-label="Site"><option>Arles</option></select>'))).toEqual([
    'inapplicable',
  ]);
});
