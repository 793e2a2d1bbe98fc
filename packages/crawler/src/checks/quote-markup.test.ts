import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { quoteMarkup } from './quote-markup.ts';

test('a quotation that is marked passes, and so does a short one', () => {
  expect(
    verdictOf(
      quoteMarkup,
      '<blockquote><p>« mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot »</p></blockquote>',
    ),
  ).toEqual(['passed']);
  expect(verdictOf(quoteMarkup, '<p>« Ouvert »</p>')).toEqual(['passed']);
});

test('a long paragraph between quotation marks is for a person to weigh', () => {
  expect(
    verdictOf(
      quoteMarkup,
      '<p>« mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot »</p>',
    ),
  ).toEqual(['cantTell', 'long-quote']);
});
