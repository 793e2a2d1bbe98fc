import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { page, siteLine, siteProblems } from '../testing.ts';
import { pageTitle } from './page-title.ts';

const SITE = 'https://www.exemple.gouv.fr';
const titled = (path: string, title: string | null, viewOf: string | null = null): PageFacts =>
  page({ title, viewOf }, { url: SITE + path });
const judge = (...pages: PageFacts[]): string[] => siteLine(pageTitle, pages);

test('pages with a title of their own pass', () => {
  expect(judge(titled('/a', 'Passeport'), titled('/b', 'Permis de conduire'))).toEqual(['passed']);
});

test('a page without a title fails, on that page', () => {
  const pages = [titled('/a', 'Passeport'), titled('/b', null)];
  expect(judge(...pages)).toEqual(['failed', 'no-title']);
  expect(siteProblems(pageTitle, pages)[0]?.at.url).toBe(`${SITE}/b`);
});

test('pages without a title do not share one', () => {
  expect(judge(titled('/a', null), titled('/b', null))).toEqual(['failed', 'no-title', 'no-title']);
});

test('a title shared by two pages fails on both, and each names another', () => {
  const pages = [titled('/a', 'Passeport'), titled('/b', 'Passeport'), titled('/c', 'Permis')];
  expect(judge(...pages)).toEqual(['failed', 'duplicate-title', 'duplicate-title']);
  expect(siteProblems(pageTitle, pages)).toMatchObject([
    { params: { count: 2, other: '/b' }, at: { url: `${SITE}/a`, quote: 'Passeport', cause: 'Passeport' } },
    { params: { count: 2, other: '/a' }, at: { url: `${SITE}/b`, quote: 'Passeport', cause: 'Passeport' } },
  ]);
});

test('case, accents and spaces do not make another title', () => {
  const pages = [titled('/a', 'État civil'), titled('/b', 'ETAT  CIVIL')];
  expect(judge(...pages)).toEqual(['failed', 'duplicate-title', 'duplicate-title']);
  expect(siteProblems(pageTitle, pages).map(({ at }) => at.cause)).toEqual(['État civil', 'État civil']);
});

test('the pages of a pager are one page', () => {
  const url = `${SITE}/a/(offset)/10`;
  expect(judge(titled('/a', 'Actualités'), titled('/a/(offset)/10', 'Actualités', `${SITE}/a`))).toEqual([
    'passed',
  ]);
  expect(judge(page({ title: null, viewOf: `${SITE}/a` }, { url }))).toEqual(['inapplicable']);
});
