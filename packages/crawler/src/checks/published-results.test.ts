import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { read } from '../testing-read.ts';
import { configured, page, proposalOf, settings, siteLine, siteProblems } from '../testing.ts';
import { publishedResults } from './published-results.ts';

const given = (today = '2026-11-24') => configured({ pages: { quality: '/Qualite' } }, today);
const quality = (main: string, path = '/Qualite/Resultats'): PageFacts =>
  page(read(`<!doctype html><body><main><h1>Résultats</h1>${main}</main></body>`, { path }), {
    url: `https://www.exemple.gouv.fr${path}`,
  });
const table = (...rows: readonly string[]): string =>
  `<table>${['Indicateur|Période|Valeur|Cible', ...rows]
    .map((row) => `<tr><td>${row.split('|').join('</td><td>')}</td></tr>`)
    .join('')}</table>`;
const heading = (text: string) => ({ level: 1, text, selector: 'h1', line: 1, zone: 'main' as const });
const judge = (main: string, today?: string): string[] =>
  siteLine(publishedResults, [quality(main)], given(today));
const proposal = (main: string) => proposalOf(publishedResults, 'RES-04', [quality(main)], given());

test('results of the last quarter pass, and are proposed as whole', () => {
  const main = table('Courriels|3e trimestre 2026|96 %|90 %');
  expect(judge(main)).toEqual(['passed']);
  expect(proposal(main)).toMatchObject({
    answer: 'conforme',
    excerpts: [{ quote: 'Courriels : 96 % (cible 90 %), 3e trimestre 2026' }],
  });
});

test('three months after the end of the quarter they are too old, the day before not', () => {
  const main = table('Courriels|3e trimestre 2026|96 %|90 %');
  expect(judge(main, '2026-12-30')).toEqual(['passed']);
  expect(judge(main, '2026-12-31')).toEqual(['failed', 'stale']);
});

test('results of a year have twelve months', () => {
  const main = table('Satisfaction|2025|87 %|75 %');
  expect(judge(main, '2026-12-31')).toEqual(['passed']);
  expect(judge(main, '2027-01-01')).toEqual(['failed', 'stale']);
});

test('the oldest is told, with the number of those too old', () => {
  const main = table(
    'Courriels|T1 2026|96 %|90 %',
    'Appels|T4 2025|81 %|80 %',
    'Courriers|T3 2026|91 %|90 %',
  );
  expect(siteProblems(publishedResults, [quality(main)], given())).toMatchObject([
    {
      code: 'stale',
      params: { name: 'Appels', count: 2, period: '4e trimestre 2025', limit: 3 },
      at: { quote: 'Appels' },
    },
  ]);
});

test('earlier values of an indicator are history, where a later one stands in a table', () => {
  const history = table('Courriels|T1 2025|92 %|90 %', 'Courriels|T3 2026|96 %|90 %');
  expect(judge(history)).toEqual(['passed']);
  expect(judge(table('Appels|T1 2025|92 %|90 %', 'Courriels|T3 2026|96 %|90 %'))).toEqual([
    'failed',
    'stale',
  ]);
});

test('a page of another year is an archive, as long as there are later results', () => {
  const archive = quality(table('Appels|T1 2025|92 %|90 %'), '/Qualite/2025');
  const titled = {
    ...archive,
    html: archive.html && { ...archive.html, headings: [heading('Résultats 2025')] },
  } as PageFacts;
  const now = quality(table('Courriels|T3 2026|96 %|90 %'));
  expect(siteLine(publishedResults, [now, titled], given())).toEqual(['passed']);
  expect(siteLine(publishedResults, [titled], given())).toEqual(['failed', 'stale']);
});

test('a period without its year is to be looked at, and the indicator is not whole', () => {
  const main = table('Courriels|Troisième trimestre|96 %|90 %');
  expect(judge(main)).toEqual(['cantTell', 'undated']);
  expect(proposal(main)).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ quote: 'Courriels : pas de période datée' }],
  });
});

test('an indicator without its target or its value is told', () => {
  const main = table('Courriels|T3 2026|96 %|-', 'Appels|T3 2026|-|80 %', 'Courriers|T3 2026|91 %|');
  expect(proposal(main)?.excerpts.map(({ quote }) => quote)).toEqual([
    'Courriels : pas de cible',
    'Appels : pas de valeur',
    'Courriers : une case du tableau est vide',
  ]);
  expect(judge(main)).toEqual(['passed']);
});

test('where no table nor badge gives results, the documents are to be opened', () => {
  const main = '<p><a href="/contenu/telechargement/1/1/file/r.pdf">Résultats du T3 2026 (PDF)</a></p>';
  expect(judge(main)).toEqual(['cantTell', 'no-figure']);
  expect(proposal(main)).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Document lié', quote: 'Résultats du T3 2026 (PDF)' }],
  });
});

test('tables of other pages are no results', () => {
  const other = quality(table('Courriels|T1 2020|96 %|90 %'), '/Collectivites/Dotations');
  expect(siteLine(publishedResults, [other], given())).toEqual(['inapplicable']);
});

test('a page of results that was not read is to be opened, one that nobody knows is to be configured', () => {
  const why = (of = given()) => proposalOf(publishedResults, 'RES-05', [], of);
  expect(why()).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('n’a pas été lue') as string,
  });
  expect(why(settings())?.why).toContain('qualepref.yml (pages.results)');
});
