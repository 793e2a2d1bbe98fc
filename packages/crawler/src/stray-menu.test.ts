import { expect, test } from 'vitest';
import { strayMenu, type LinkingPage } from './stray-menu.ts';

const SITE = 'https://a.fr';
const page = (path: string, ...hrefs: string[]): LinkingPage => ({
  url: SITE + path,
  links: hrefs.map((href) => ({ kind: 'page' as const, url: new URL(href, SITE + path).href })),
});
const strayed = (own: LinkingPage, above: LinkingPage): string[] =>
  [...strayMenu(own, () => above)].map((url) => url.slice(SITE.length)).sort();

const MENU = ['contact/', 'plan/', 'aide/'];

test('a menu that starts anew below one of its own pages is seen there, and nothing else of the page', () => {
  expect(
    strayed(page('/contact/', ...MENU, '/demarches/', 'formulaire/'), page('/', ...MENU, '/demarches/')),
  ).toEqual(['/contact/aide/', '/contact/contact/', '/contact/plan/']);
});

test('also below a page that is none of it, one level further down', () => {
  const page1 = page('/demarches/passeport/', ...MENU);
  expect(strayed(page1, page('/', ...MENU, '/demarches/passeport/'))).toEqual([]);
  expect(strayed(page('/demarches/passeport/plan/', ...MENU), page1)).toHaveLength(3);
});

test('and when its links have several words', () => {
  const long = ['vie/contact/', 'vie/plan/'];
  expect(strayed(page('/vie/contact/', ...long), page('/', ...long))).toEqual([
    '/vie/contact/vie/contact/',
    '/vie/contact/vie/plan/',
  ]);
});

test.each<[string, LinkingPage, LinkingPage]>([
  [
    'a rubric named as the one above it',
    page('/agenda/', 'agenda/', 'lieux/'),
    page('/', 'agenda/', 'contact/'),
  ],
  [
    'sections that hold the same rubrics',
    page('/ville/', 'contact/', 'plan/'),
    page('/', 'ville/', 'contact/', 'plan/'),
  ],
  ['a menu with its slash', page('/contact/', '/contact/', '/plan/'), page('/', '/contact/', '/plan/')],
  ['pages without a last slash', page('/contact', 'contact', 'plan'), page('/', 'contact', 'plan')],
  ['a link alone', page('/contact/', 'contact/'), page('/', 'contact/')],
])('%s is none', (_, own, above) => {
  expect(strayed(own, above)).toEqual([]);
});

test('the page above is looked at only where a page holds its own name', () => {
  const above = (): never => {
    throw new Error('looked at');
  };
  expect(strayMenu(page('/a/', 'b/', 'c/'), above).size).toBe(0);
});
