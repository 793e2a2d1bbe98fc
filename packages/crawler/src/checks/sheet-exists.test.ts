import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { feedOf, feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, proposalOf, settings, siteLine, siteProblems } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetExists } from './sheet-exists.ts';

const TITLE = 'Carte de promeneur : première demande';
const given = settings({ feed: feedOf([feedSheet()], { F2: 'F1342', F3: 'F4' }) });
const shown = (number: string, title = TITLE): PageFacts => pageOf(sheetHtml(feedSheet({ number, title })));
const linking = (...addresses: string[]): PageFacts =>
  pageOf(`<main><p>${addresses.map((address) => `<a href="${address}">Lire</a>`).join(' ')}</p></main>`);
const SP = 'https://www.service-public.gouv.fr/particuliers/vosdroits';
const judge = (...pages: PageFacts[]): string[] => siteLine(sheetExists, pages, given);

test('a number that the source has passes, shown or linked to', () => {
  expect(
    judge(
      shown('F1342'),
      linking(`${SP}/F1342`, 'https://www.service-public.fr/particuliers/vosdroits/F1342'),
    ),
  ).toEqual(['passed']);
});

test('a number replaced by another passes', () => {
  expect(judge(shown('F2'))).toEqual(['passed']);
});

test('a withdrawn sheet fails, more gravely where it is shown than where it is linked to', () => {
  expect(judge(shown('F9'))).toEqual(['failed', 'sheet-gone']);
  expect(judge(shown('F3'))).toEqual(['failed', 'sheet-gone']);
  expect(judge(linking(`${SP}/F9`))).toEqual(['failed', 'linked-gone']);
});

test('a resource may have no file of its own', () => {
  expect(judge(linking(`${SP}/R9`))).toEqual(['inapplicable']);
});

test('a sheet of another audience than those of the feed is not said withdrawn', () => {
  const part = settings({ feed: feedOf([feedSheet()], {}, { audiences: ['particuliers'] }) });
  const company = linking('https://entreprendre.service-public.gouv.fr/vosdroits/F9');
  expect(siteLine(sheetExists, [company], part)).toEqual(['cantTell', 'sheet-unknown']);
  expect(siteLine(sheetExists, [company], given)).toEqual(['failed', 'linked-gone']);
  expect(siteLine(sheetExists, [linking(`${SP}/F9`)], part)).toEqual(['failed', 'linked-gone']);
});

test('a title that has nothing of that of the source is for a person to look at', () => {
  expect(judge(shown('F1342', 'Permis de chasser en forêt domaniale'))).toEqual([
    'cantTell',
    'title-differs',
  ]);
});

test.each([
  'Démarche : Carte de promeneur : première demande',
  'La carte de promeneur',
  'Première carte de promeneur',
])('« %s » is a title of the sheet', (title) => {
  expect(judge(shown('F1342', title))).toEqual(['passed']);
});

test('a short title that dossiers give the sheet is one of its titles', () => {
  const short = settings({ feed: feedOf([feedSheet({ shortTitles: ['Sentiers balisés'] })]) });
  expect(siteLine(sheetExists, [shown('F1342', 'Sentiers balisés')], short)).toEqual(['passed']);
});

test('the same sheet linked to twice in a page is told once, with the words of the link', () => {
  const problems = siteProblems(sheetExists, [linking(`${SP}/F9`, `${SP}/F9`)], given);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.at).toMatchObject({ quote: 'Lire', cause: 'F9' });
});

test('a page without a sheet is not concerned', () => {
  expect(judge(page())).toEqual(['inapplicable']);
});

test('without a feed the numbers are given to be looked for', () => {
  const proposal = proposalOf(sheetExists, 'COM-04', [linking(`${SP}/F9`), shown('F1342')]);
  expect(proposal).toMatchObject({ answer: 'non_verifie' });
  expect(proposal?.why).toContain('--feed');
  expect(proposal?.excerpts.map(({ about }) => about)).toEqual(['Fiche F1342', 'Fiche F9']);
  expect(proposalOf(sheetExists, 'COM-04', [shown('F1342')], given)).toBeUndefined();
});
