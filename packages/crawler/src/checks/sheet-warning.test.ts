import { expect, test } from 'vitest';
import type { FeedWarning } from '../feed-sheet.ts';
import { feedOf, feedSheet, NATIONAL, sheetHtml } from '../sheet-testing.ts';
import { page, settings, verdictLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetWarning } from './sheet-warning.ts';

const TEXT =
  'Un décret change le prix de la carte à partir du printemps. La fiche sera mise à jour à cette date.';
const warning = (date: string | null): FeedWarning => ({ title: 'Prix de la carte', text: TEXT, date });
const judge = (date: string | null, shown: { text?: string; date?: string } = {}): string[] =>
  verdictLine(
    sheetWarning,
    pageOf(
      sheetHtml(feedSheet(), {
        inside: [shown.text ?? '', ...NATIONAL].map((text) => `<p>${text}</p>`).join(''),
        date: shown.date ?? '1er octobre 2026',
      }),
    ),
    settings({ feed: feedOf([feedSheet({ warnings: [warning(date)] })]) }),
  );

test('a notice that is shown passes, set anew or in part', () => {
  expect(judge('2026-10-15', { text: TEXT })).toEqual(['passed']);
  expect(judge('2026-10-15', { text: 'La fiche sera mise à jour à cette date' })).toEqual(['passed']);
});

test('a notice newer than the sheet shown and not there fails', () => {
  expect(judge('2026-10-02')).toEqual(['failed', 'warning-missing']);
});

test('one that is not newer may stand behind a button', () => {
  expect(judge('2026-10-01')).toEqual(['cantTell', 'warning-unseen']);
  expect(judge(null)).toEqual(['cantTell', 'warning-unseen']);
});

test('one published two days before may not have reached the site yet', () => {
  expect(judge('2026-11-22')).toEqual(['passed']);
  expect(judge('2026-11-21')).toEqual(['failed', 'warning-missing']);
});

test('a sheet without a notice passes', () => {
  expect(
    verdictLine(sheetWarning, pageOf(sheetHtml(feedSheet())), settings({ feed: feedOf([feedSheet()]) })),
  ).toEqual(['passed']);
});

test('a page that shows no sheet is not concerned', () => {
  expect(verdictLine(sheetWarning, page())).toEqual(['inapplicable']);
});
