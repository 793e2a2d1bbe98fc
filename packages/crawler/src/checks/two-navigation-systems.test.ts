import { expect, test } from 'vitest';
import type { NavigationFacts, PageFacts } from '../facts.ts';
import { navigation, page, pages, siteLine, siteProblems } from '../testing.ts';
import { twoNavigationSystems } from './two-navigation-systems.ts';

const url = 'https://www.exemple.gouv.fr/odd';
const odd = (partial: Partial<NavigationFacts>): PageFacts =>
  page({ navigation: navigation(partial) }, { url });
const judge = (...facts: PageFacts[]): string[] => siteLine(twoNavigationSystems, facts);

test('two of the three means are enough', () => {
  expect(judge(...pages(10))).toEqual(['passed']);
  expect(judge(...pages(10), odd({ searches: [] }))).toEqual(['passed']);
  expect(judge(...pages(10), odd({ sitemaps: [] }))).toEqual(['passed']);
});

test('a page of the site that gives one means only fails, and says which', () => {
  const facts = [...pages(10), odd({ searches: [], sitemaps: [] })];
  expect(judge(...facts)).toEqual(['failed', 'one-system']);
  expect(siteProblems(twoNavigationSystems, facts)).toMatchObject([
    { params: { found: 'un menu' }, at: { url, cause: '0123456789abcdef' } },
  ]);
});

test('a site whose every page has a menu only fails on each', () => {
  const facts = pages(10).map(({ url: own }) =>
    page({ navigation: navigation({ searches: [], sitemaps: [] }) }, { url: own }),
  );
  expect(siteProblems(twoNavigationSystems, facts)).toHaveLength(10);
});

test('a page that does not wear the site’s dress is for a person to look at', () => {
  expect(judge(...pages(10), odd({ menu: null, searches: [], sitemaps: [] }))).toEqual([
    'cantTell',
    'no-system',
  ]);
  expect(judge(...pages(10), odd({ menu: null, searches: [] }))).toEqual(['cantTell', 'no-system']);
});

test('a very small site needs no second means', () => {
  const small = odd({ searches: [], sitemaps: [] });
  expect(judge(...pages(8), small)).toEqual(['passed']);
  expect(judge(...pages(9), small)).toEqual(['failed', 'one-system']);
});

test('an extra view of a page is none of the set', () => {
  expect(judge(page({ viewOf: url }))).toEqual(['inapplicable']);
});
