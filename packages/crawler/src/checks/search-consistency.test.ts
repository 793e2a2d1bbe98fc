import { expect, test } from 'vitest';
import type { NavigationFacts, PageFacts } from '../facts.ts';
import { navigation, page, pages, siteLine, siteProblems } from '../testing.ts';
import { searchConsistency } from './search-consistency.ts';

const url = 'https://www.exemple.gouv.fr/odd';
const odd = (partial: Partial<NavigationFacts>, html: Parameters<typeof page>[0] = {}): PageFacts =>
  page({ navigation: navigation(partial), ...html }, { url });
const judge = (...facts: PageFacts[]): string[] => siteLine(searchConsistency, facts);
const footer: NavigationFacts['searches'][number] = {
  ...{ selector: 'footer form', line: 90, zone: 'footer', area: 'footer', side: 'after' },
  ...{ before: [], after: [] },
};
const between = (before: readonly string[], after: readonly string[]): Partial<NavigationFacts> => ({
  searches: navigation().searches.map((one) => ({ ...one, before, after })),
});

test('a search at the same place on each page passes', () => {
  expect(judge(...pages(6))).toEqual(['passed']);
});

test('a page of the site without the search fails', () => {
  const facts = [...pages(5), odd({ searches: [] })];
  expect(judge(...facts)).toEqual(['failed', 'missing']);
  expect(siteProblems(searchConsistency, facts)).toMatchObject([{ params: { count: 5 }, at: { url } }]);
});

test('a page in another dress is for a person to look at', () => {
  expect(judge(...pages(5), odd({ menu: null, searches: [] }))).toEqual(['cantTell', 'maybe-missing']);
});

test('a search that moves fails, on the home page it may', () => {
  expect(judge(...pages(5), odd({ searches: [footer] }))).toEqual(['failed', 'moved']);
  expect(judge(...pages(5), odd({ searches: [footer] }, { kind: 'home' }))).toEqual(['passed']);
});

test('a site without a search is not concerned, nor one whose search is a page’s content', () => {
  const without = pages(5).map(({ url: own }) =>
    page({ navigation: navigation({ searches: [] }) }, { url: own }),
  );
  expect(judge(...without)).toEqual(['passed']);
  const inside = { ...footer, area: 'main', side: 'inside' } as const;
  expect(judge(...without, odd({ searches: [inside] }), odd({ searches: [inside] }))).toEqual(['passed']);
});

test('one page alone proves nothing of the others', () => {
  const without = pages(5).map(({ url: own }) =>
    page({ navigation: navigation({ searches: [] }) }, { url: own }),
  );
  expect(judge(...without, odd({}))).toEqual(['passed']);
  expect(judge(...without, odd({}), odd({}))).toContain('missing');
});

test('an extra view of a page is none of the set', () => {
  expect(judge(page({ viewOf: url }))).toEqual(['inapplicable']);
});

test('in a page that marks no main part, what surrounds the search tells alone', () => {
  expect(judge(...pages(5), odd({ searches: [{ ...footer, side: 'unknown' }] }))).toEqual([
    'failed',
    'moved',
  ]);
  expect(judge(...pages(5), odd({ searches: [{ ...footer, area: 'header', side: 'unknown' }] }))).toEqual([
    'passed',
  ]);
});

test('a page that has it at the usual place may have it elsewhere too', () => {
  expect(judge(...pages(5), odd({ searches: [footer, ...navigation().searches] }))).toEqual(['passed']);
});

test('a search that comes after what it comes before on the other pages fails, on the home page it may', () => {
  const turned = between(['prefecture', 'menu'], []);
  expect(judge(...pages(5), odd(turned))).toEqual(['failed', 'reordered']);
  expect(siteProblems(searchConsistency, [...pages(5), odd(turned)])).toMatchObject([
    { params: { neighbour: 'menu', here: 'après', usual: 'avant', count: 5 }, at: { url } },
  ]);
  expect(judge(...pages(5), odd(between([], ['menu', 'prefecture'])))).toEqual(['failed', 'reordered']);
  expect(judge(...pages(5), odd(turned, { kind: 'home' }))).toEqual(['passed']);
});

test('neighbours left out, of that page only, or on both sides are no other order', () => {
  expect(judge(...pages(5), odd(between([], [])))).toEqual(['passed']);
  expect(judge(...pages(5), odd(between(['prefecture', 'mon compte'], ['menu'])))).toEqual(['passed']);
  expect(judge(...pages(5), odd(between(['prefecture', 'menu'], ['menu'])))).toEqual(['passed']);
});

test('where pages are few or disagree, no order is the odd one', () => {
  const turned = odd(between(['prefecture', 'menu'], []));
  expect(judge(...pages(3), turned)).toEqual(['passed']);
  expect(judge(...pages(5), turned, turned)).toEqual(['passed']);
});
