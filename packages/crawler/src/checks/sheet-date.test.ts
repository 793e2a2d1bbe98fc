import { expect, test } from 'vitest';
import type { Settings } from '../check.ts';
import type { PageFacts } from '../facts.ts';
import { feedOf, feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, proposalOf, settings, siteLine, siteProblems } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetDate } from './sheet-date.ts';

const feed = feedOf([feedSheet()]);
const given = settings({ feed });
const shownOn = (date: string, number = 'F1342'): PageFacts =>
  pageOf(sheetHtml(feedSheet({ number }), { date }));
const judge = (date: string, settled: Settings = given): string[] =>
  siteLine(sheetDate, [shownOn(date)], settled);

test('a sheet with the date of the source passes', () => {
  expect(judge('1er octobre 2026')).toEqual(['passed']);
  expect(proposalOf(sheetDate, 'COM-03', [shownOn('01/10/2026')], given)).toBeUndefined();
});

test('an old date that the source has too is no fault', () => {
  const old = settings({ feed: feedOf([feedSheet({ date: '2019-03-08' })]) });
  expect(judge('8 mars 2019', old)).toEqual(['passed']);
});

test('two days apart are the same version, three to seven are a few days, more is late', () => {
  expect(judge('29 septembre 2026')).toEqual(['passed']);
  expect(judge('28 septembre 2026')).toEqual(['failed', 'date-behind']);
  expect(judge('24 septembre 2026')).toEqual(['failed', 'date-behind']);
  expect(judge('23 septembre 2026')).toEqual(['failed', 'date-late']);
});

test('a sheet renewed the day before may not have reached the site yet', () => {
  const renewed = (date: string): Settings => settings({ feed: feedOf([feedSheet({ date })]) });
  expect(judge('8 mars 2019', renewed('2026-11-23'))).toEqual(['passed']);
  expect(judge('8 mars 2019', renewed('2026-11-20'))).toEqual(['failed', 'date-behind']);
});

test('a page ahead of the source is for a person to look at, from three days on', () => {
  expect(judge('3 octobre 2026')).toEqual(['passed']);
  expect(judge('4 octobre 2026')).toEqual(['cantTell', 'date-newer']);
});

test('a sheet whose number the source does not know is not compared', () => {
  expect(siteLine(sheetDate, [shownOn('1er octobre 2026', 'F9')], given)).toEqual([
    'cantTell',
    'date-unmatched',
  ]);
});

test('a number replaced by another is compared with that one', () => {
  const moved = settings({ feed: feedOf([feedSheet({ date: '2026-09-30' })], { F9: 'F1342' }) });
  expect(siteLine(sheetDate, [shownOn('30 septembre 2026', 'F9')], moved)).toEqual(['passed']);
});

test('the evidence is the date shown, where it stands', () => {
  const [problem] = siteProblems(sheetDate, [shownOn('23 septembre 2026')], given);
  expect(problem).toMatchObject({
    params: { number: 'F1342', shown: '23 septembre 2026', source: '1er octobre 2026' },
    at: { quote: 'Vérifié le 23 septembre 2026', place: { zone: 'main' } },
  });
});

test('a date that is missing or cannot be read is judged elsewhere', () => {
  expect(judge('32/13/2026')).toEqual(['inapplicable']);
});

test('a page that shows no sheet is not concerned', () => {
  expect(siteLine(sheetDate, [page()], given)).toEqual(['inapplicable']);
});

test('without a feed only the age is told, the oldest first, and nothing is judged', () => {
  const pages = [shownOn('1er octobre 2026'), shownOn('8 mars 2019')];
  expect(siteLine(sheetDate, pages)).toEqual(['passed']);
  const proposal = proposalOf(sheetDate, 'COM-03', pages);
  expect(proposal).toMatchObject({ answer: 'non_verifie' });
  expect(proposal?.why).toContain('--feed');
  expect(proposal?.excerpts.map(({ quote }) => quote)).toEqual([
    expect.stringContaining('8 mars 2019'),
    expect.stringContaining('54\u00a0jours'),
  ]);
});

test('a feed that is too old judges nothing, and its reason is told', () => {
  const old = settings({ feed, feedState: { usable: false, why: 'Le flux a plus de 48 h.' } });
  expect(judge('8 mars 2019', old)).toEqual(['passed']);
  expect(proposalOf(sheetDate, 'COM-03', [shownOn('8 mars 2019')], old)?.why).toContain(
    'Le flux a plus de 48 h.',
  );
});
