import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { ariaReferences } from './aria-references.ts';

const judge = (attributes: string): string[] =>
  verdictOf(ariaReferences, `<h2 id="a">Contact</h2><section ${attributes}><p>Texte</p></section>`);

test('a name written elsewhere passes when one of its ids is borne', () => {
  expect(judge('aria-labelledby="a"')).toEqual(['passed']);
  expect(judge('aria-labelledby="b a"')).toEqual(['passed']);
  expect(judge('aria-labelledby=" "')).toEqual(['passed']);
});

test('one that nothing bears fails, unless the element is hidden', () => {
  expect(judge('aria-labelledby="b"')).toEqual(['failed', 'dead-name']);
  expect(judge('aria-labelledby="b" hidden')).toEqual(['passed']);
});

test('a description may come later', () => {
  expect(judge('aria-describedby="b"')).toEqual(['cantTell', 'dead-description-id']);
  expect(judge('aria-describedby="a"')).toEqual(['passed']);
});
