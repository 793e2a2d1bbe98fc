import { expect, test } from 'vitest';
import type { HtmlFacts, LinkFacts, PageFacts } from '../facts.ts';
import { link, navigation, page, pages, siteLine, siteProblems } from '../testing.ts';
import { sitemapPage } from './sitemap-page.ts';

const SITE = 'https://www.exemple.gouv.fr';
const to = (path: string, partial: Partial<LinkFacts> = {}): LinkFacts =>
  link({ url: `${SITE}/${path}`, text: path, ...partial });
const WHOLE = ['Actualites', 'Demarches/Passeport', 'Publications', 'Contact', 'Qualite'].map((path) =>
  to(path),
);
const map = (links: readonly LinkFacts[], html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ title: 'Plan du site - Les services de l’État', links, ...html }, { url: `${SITE}/Plan-du-site` });
const judge = (...facts: PageFacts[]): string[] => siteLine(sitemapPage, facts);

test('a site map that leads to each rubric, and that each page leads to, passes', () => {
  expect(judge(...pages(6), map(WHOLE))).toEqual(['passed']);
});

test('a rubric of the menu that the map leaves out fails, a page below it stands for it', () => {
  const facts = [...pages(6), map([...WHOLE.slice(0, 2), ...WHOLE.slice(3), to('Aide')])];
  expect(judge(...facts)).toEqual(['failed', 'rubric-missing']);
  expect(siteProblems(sitemapPage, facts)).toMatchObject([
    { params: { count: '1', names: 'Publications' }, at: { url: `${SITE}/Plan-du-site` } },
  ]);
});

test('a map inside a landmark of its own is read too', () => {
  const paths = ['Actualites', 'Demarches', 'Publications'];
  const menu = paths.map((path) => to(path, { zone: 'navigation' }));
  const rest = ['a', 'b', 'c', 'd', 'e'].map((path) => to(path));
  expect(judge(...pages(6), map([...menu, ...menu, ...rest]))).toEqual(['passed']);
  expect(judge(...pages(6), map([...menu, ...rest]))).toEqual(['failed', 'rubric-missing']);
});

test('of a map that a script makes, nothing is said', () => {
  expect(judge(...pages(6), map(WHOLE.slice(0, 1)))).toEqual(['passed']);
});

test('an entry that leads nowhere fails, one that only refuses does not', () => {
  const dead = (outcome: 'gone' | 'blocked'): LinkFacts => to('Contact', { target: { outcome } });
  expect(judge(...pages(6), map([...WHOLE, dead('gone')]))).toEqual(['failed', 'dead-entry']);
  expect(judge(...pages(6), map([...WHOLE, dead('blocked')]))).toEqual(['passed']);
});

test('beyond five names, the message says that there are more', () => {
  const dead = Array.from({ length: 9 }, (_, i) => to(`p${String(i)}`, { target: { outcome: 'gone' } }));
  expect(siteProblems(sitemapPage, [...pages(6), map([...WHOLE, ...dead])])).toMatchObject([
    { params: { count: 'plus de 5', names: 'p0, p1, p2, p3, p4…' } },
  ]);
});

test('a page that does not lead to the map fails', () => {
  const odd = page({ navigation: navigation({ sitemaps: [] }) }, { url: `${SITE}/odd` });
  expect(judge(...pages(6), odd)).toEqual(['failed', 'missing']);
});

test('a site without a map is asked for one, not by the RGAA', () => {
  const without = (count: number): PageFacts[] =>
    pages(count).map(({ url }) => page({ navigation: navigation({ sitemaps: [] }) }, { url }));
  expect(judge(...without(5))).toEqual(['failed', 'no-sitemap']);
  expect(judge(...without(4))).toEqual(['passed']);
  expect(sitemapPage.codes['no-sitemap']?.rgaa).toBeUndefined();
});

test('an extra view of a page is none of the set', () => {
  expect(judge(page({ viewOf: `${SITE}/a` }))).toEqual(['inapplicable']);
});

test('a link to the site map that comes after what it comes before on the other pages fails', () => {
  const sitemaps = navigation().sitemaps.map((one) => ({
    ...one,
    ...{ before: ['prefecture', 'accessibilite'], after: ['mentions legales'] },
  }));
  const odd = page({ navigation: navigation({ sitemaps }) }, { url: `${SITE}/odd` });
  expect(judge(...pages(6), odd)).toEqual(['failed', 'reordered']);
});
