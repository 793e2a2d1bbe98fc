import { expect, test } from 'vitest';
import { feedOf, feedSheet, NATIONAL, sheetHtml } from '../sheet-testing.ts';
import { page, pageProblems, passages, settings, verdictLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetCopy } from './sheet-copy.ts';

const given = settings({ feed: feedOf([feedSheet()]) });
const LOCAL = 'La préfecture reçoit les demandes au guichet numéro quatre, le mardi et le jeudi matin.';
const judge = (...texts: readonly string[]): string[] =>
  verdictLine(sheetCopy, page({ passages: passages(...texts) }), given);

test('three paragraphs of the same sheet in a local page may be a copy', () => {
  expect(judge(LOCAL, ...NATIONAL.slice(0, 3))).toEqual(['cantTell', 'copied-text']);
  const [problem] = pageProblems(sheetCopy, page({ passages: passages(LOCAL, ...NATIONAL) }), given);
  expect(problem).toMatchObject({ params: { number: 'F1342', shared: 4 }, at: { quote: NATIONAL[0] } });
});

test('two may be the words of the law', () => {
  expect(judge(LOCAL, LOCAL, ...NATIONAL.slice(0, 2))).toEqual(['inapplicable']);
});

test('typography and spaces hide no copy, rows of a table neither', () => {
  expect(judge(...NATIONAL.map((text) => text.replaceAll('’', "'")))).toEqual(['cantTell', 'copied-text']);
  expect(judge(NATIONAL.join(' | '))).toEqual(['cantTell', 'copied-text']);
});

test('a page that shows the sheet with its marks is no copy', () => {
  expect(verdictLine(sheetCopy, pageOf(sheetHtml(feedSheet())), given)).toEqual(['inapplicable']);
});

test('what stands in the footer of every page is no copy', () => {
  const footer = passages(...NATIONAL).map((passage) => ({
    ...passage,
    inMain: false,
    zone: 'footer' as const,
  }));
  expect(verdictLine(sheetCopy, page({ passages: footer }), given)).toEqual(['inapplicable']);
});

test('without a feed nothing is compared', () => {
  expect(verdictLine(sheetCopy, page({ passages: passages(...NATIONAL) }))).toEqual(['inapplicable']);
});
