import { expect, test } from 'vitest';
import { feedOf, feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, pageProblems, passages, settings, sheet, verdictLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetAmounts } from './sheet-amounts.ts';

const given = settings({ feed: feedOf([feedSheet()]) });
const following = (text: string, linked = ['F1342']): ReturnType<typeof page> =>
  page({ passages: passages(text), sheet: sheet({ linked }) });
const judge = (text: string): string[] => verdictLine(sheetAmounts, following(text), given);

test('the amount of the sheet passes, however it is written', () => {
  expect(judge('Le timbre coûte 25 €.')).toEqual(['passed']);
  expect(judge('Le timbre coûte 25,00 euros.')).toEqual(['passed']);
});

test('an amount that the sheet has not is for a person to compare', () => {
  expect(judge('Le timbre coûte 20 €.')).toEqual(['cantTell', 'other-amount']);
  expect(pageProblems(sheetAmounts, following('Le timbre coûte 20 €.'), given)[0]).toMatchObject({
    params: { amount: '20 €', number: 'F1342', amounts: '25 €' },
    at: { quote: 'Le timbre coûte 20 €.' },
  });
});

test('a sheet that gives no price says nothing of those of the page', () => {
  const free = settings({ feed: feedOf([feedSheet({ values: ['10 ans'], paragraphs: [] })]) });
  expect(verdictLine(sheetAmounts, following('Le timbre coûte 20 €.'), free)).toEqual(['passed']);
});

test('beside a sheet, only what the site says of its own is compared', () => {
  const beside = (local: string): string[] =>
    verdictLine(
      sheetAmounts,
      pageOf(sheetHtml(feedSheet(), { inside: '<p>Il coûte 40 €.</p>', local })),
      given,
    );
  expect(beside('<h2>Ici</h2><p>Prévoyez 25 €.</p>')).toEqual(['passed']);
  expect(beside('<h2>Ici</h2><p>Prévoyez 30 €.</p>')).toEqual(['cantTell', 'other-amount']);
});

test('a page that follows several sheets, or none, is not concerned, nor any without a feed', () => {
  expect(verdictLine(sheetAmounts, following('20 €', ['F1', 'F2']), given)).toEqual(['inapplicable']);
  expect(verdictLine(sheetAmounts, following('20 €', []), given)).toEqual(['inapplicable']);
  expect(verdictLine(sheetAmounts, following('20 €'))).toEqual(['inapplicable']);
});
