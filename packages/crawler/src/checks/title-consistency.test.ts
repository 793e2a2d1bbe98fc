import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { page, siteLine, siteProblems } from '../testing.ts';
import { titleConsistency } from './title-consistency.ts';

const SITE = 'https://www.exemple.gouv.fr';
const NAME = 'Les services de l’État';
const titled = (path: string, title: string | null, viewOf: string | null = null): PageFacts =>
  page({ title, viewOf, kind: path === '/' ? 'home' : 'other' }, { url: SITE + path });
const judge = (...pages: PageFacts[]): string[] => siteLine(titleConsistency, pages);
const named = ['a', 'b', 'c', 'd', 'e'].map((subject) => titled(`/${subject}`, `${subject} - ${NAME}`));

test('pages with a title of their own pass', () => {
  expect(judge(titled('/a', 'Passeport'), titled('/b', 'Permis de conduire'))).toEqual(['passed']);
  expect(judge(...named)).toEqual(['passed']);
});

test('pages without a title do not share one', () => {
  expect(judge(titled('/a', null), titled('/b', null))).toEqual(['inapplicable']);
});

test('a title shared by two pages fails on both, and each names another', () => {
  const pages = [titled('/a', 'Passeport'), titled('/b', 'Passeport'), titled('/c', 'Permis')];
  expect(judge(...pages)).toEqual(['failed', 'duplicate-title', 'duplicate-title']);
  expect(siteProblems(titleConsistency, pages)).toMatchObject([
    { params: { count: 2, other: '/b' }, at: { url: `${SITE}/a`, quote: 'Passeport', cause: 'Passeport' } },
    { params: { count: 2, other: '/a' }, at: { url: `${SITE}/b`, quote: 'Passeport', cause: 'Passeport' } },
  ]);
});

test('case, accents and spaces do not make another title', () => {
  const pages = [titled('/a', 'État civil'), titled('/b', 'ETAT  CIVIL')];
  expect(judge(...pages)).toEqual(['failed', 'duplicate-title', 'duplicate-title']);
  expect(siteProblems(titleConsistency, pages).map(({ at }) => at.cause)).toEqual([
    'État civil',
    'État civil',
  ]);
});

test('a page whose title is the site’s name alone fails, the home page does not', () => {
  expect(judge(...named, titled('/', NAME))).toEqual(['passed']);
  expect(judge(...named, titled('/x', NAME))).toEqual(['failed', 'site-name-only']);
  expect(judge(...named, titled('/x', NAME), titled('/y', NAME))).toEqual([
    ...['failed', 'site-name-only', 'site-name-only'],
  ]);
});

test('a title that leaves out the site’s name, first or last, is for a person to weigh', () => {
  expect(judge(...named, titled('/x', 'Permis'))).toEqual(['cantTell', 'no-site-name']);
  const first = ['a', 'b', 'c', 'd', 'e'].map((subject) => titled(`/${subject}`, `${NAME} | ${subject}`));
  expect(judge(...first, titled('/x', 'Permis'))).toEqual(['cantTell', 'no-site-name']);
  expect(judge(...named.slice(2), titled('/x', 'Permis'))).toEqual(['passed']);
});

test('a list whose next pages have its title is told once', () => {
  const list = `${SITE}/a`;
  const views = [10, 20].map((at) => titled(`/a/(offset)/${String(at)}`, 'Actualités', list));
  expect(judge(titled('/a', 'Actualités'), ...views)).toEqual(['cantTell', 'same-pager-title']);
  expect(judge(titled('/a', 'Actualités'), titled('/a/(offset)/10', 'Actualités, page 2', list))).toEqual([
    'passed',
  ]);
});
