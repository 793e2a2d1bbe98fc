import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import type { StatementFacts } from '../read-statement.ts';
import { page, pages, settings, siteLine, siteProblems } from '../testing.ts';
import { statement } from './statement.ts';

const URL = 'https://www.exemple.gouv.fr/Accessibilite';
const SOUND: StatementFacts = {
  parts: [
    ...(['contact', 'contact-way', 'contents', 'establishment', 'law', 'pages', 'remedies'] as const),
    ...(['remedies-way', 'results', 'state'] as const),
  ],
  ...{ level: 'partiellement', rate: 73, version: '4.1' },
  madeOn: { text: 'etablie le 12/03/2025', date: '2025-03-12' },
  updatedOn: null,
  pages: [{ text: 'Accueil', url: null }],
  plan: { lastYear: 2027 },
  actionPlan: { lastYear: 2026 },
};
const said = (partial: Partial<StatementFacts> = {}, html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ kind: 'accessibility', statement: { ...SOUND, ...partial }, ...html }, { url: URL });
const judge = (partial: Partial<StatementFacts>, today = '2026-11-24'): string[] =>
  siteLine(statement, [...pages(2), said(partial)], settings({ today }));
const on = (date: string | null): StatementFacts['madeOn'] => ({ text: `etablie le ${String(date)}`, date });

test('a whole and recent statement that every page leads to passes', () => {
  expect(judge({})).toEqual(['passed']);
});

test('a site without a statement fails', () => {
  expect(siteLine(statement, pages(2))).toEqual(['failed', 'no-statement']);
});

test('each part of the model that is missing is told', () => {
  expect(judge({ parts: SOUND.parts.filter((part) => part !== 'pages' && part !== 'law') })).toEqual([
    ...['failed', 'part-missing', 'part-missing'],
  ]);
});

test('a page whose mention leads elsewhere fails, a page without mention is another check’s', () => {
  const [sound] = page().html?.mentions ?? [];
  if (!sound) throw new Error('a sound page has its mention');
  const astray = page({ mentions: [{ ...sound, url: 'https://www.exemple.gouv.fr/Aide' }] });
  expect(siteLine(statement, [astray, said()])).toEqual(['failed', 'unreachable']);
  expect(siteLine(statement, [page({ mentions: [] }), said()])).toEqual(['passed']);
});

test('the level may not be above what the rate allows; below, it is to be explained', () => {
  expect(judge({ rate: 50 })).toEqual(['passed']);
  expect(judge({ rate: 49.9 })).toEqual(['failed', 'level-above-rate']);
  expect(judge({ rate: 100 })).toEqual(['cantTell', 'level-below-rate']);
  expect(judge({ rate: 12, level: 'non' })).toEqual(['failed', 'mention-mismatch']);
});

test('what does not read is for a person to look at', () => {
  expect(judge({ rate: null })).toEqual(['cantTell', 'no-rate']);
  expect(judge({ level: null })).toEqual(['cantTell', 'no-level']);
});

test('a mention that says another level than the statement fails once, with its number of pages', () => {
  const problems = siteProblems(statement, [...pages(2), said({ level: 'non', rate: 40 })]);
  expect(problems).toMatchObject([
    {
      code: 'mention-mismatch',
      params: { mention: 'partiellement', level: 'non', count: 3 },
      at: { url: URL },
    },
  ]);
});

test('a statement holds three years, to the day', () => {
  expect(judge({ madeOn: on('2023-11-24') })).toEqual(['passed']);
  expect(judge({ madeOn: on('2023-11-23') })).toEqual(['failed', 'over-date']);
  expect(judge({ madeOn: on('2023-11-23'), updatedOn: on('2026-01-01') })).toEqual(['cantTell', 'over-date']);
  expect(judge({ madeOn: null, updatedOn: on('2026-01-01') })).toEqual(['passed']);
});

test('a statement without a date fails, one to come or unreadable is to be looked at', () => {
  expect(judge({ madeOn: null })).toEqual(['failed', 'no-date']);
  expect(judge({ madeOn: on(null) })).toEqual(['cantTell', 'future-date']);
  expect(judge({ madeOn: on('2026-11-25') })).toEqual(['cantTell', 'future-date']);
  expect(judge({ madeOn: on('2026-11-24') })).toEqual(['passed']);
});

test('both plans are there, and cover the year', () => {
  expect(judge({ plan: null })).toEqual(['failed', 'no-plan']);
  expect(judge({ actionPlan: null })).toEqual(['failed', 'no-action-plan']);
  expect(judge({ plan: { lastYear: 2025 } })).toEqual(['failed', 'over-plan']);
  expect(judge({ plan: { lastYear: null }, actionPlan: { lastYear: null } })).toEqual(['passed']);
});

test('of several pages that pass for the statement, the fullest counts', () => {
  const thin = page({ kind: 'accessibility', statement: { ...SOUND, parts: [] } }, { url: `${URL}/2` });
  expect(siteLine(statement, [thin, said()])).toEqual(['passed']);
});

test('an extra view of a page is none of the site', () => {
  expect(siteLine(statement, [page({ viewOf: URL })])).toEqual(['inapplicable']);
});
