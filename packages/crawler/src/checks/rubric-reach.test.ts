import { expect, test } from 'vitest';
import type { HtmlFacts, LinkFacts, PageFacts } from '../facts.ts';
import { configured, link, page, proposalOf, settings, siteLine, siteProblems } from '../testing.ts';
import { rubricReach } from './rubric-reach.ts';

const SITE = 'https://www.exemple.gouv.fr';
const LABEL = {
  ...{ name: 'Qual-e-Pref', family: 'qual-e-pref', obtained: '2025-03-02' },
  ...{ scope: { fr: 'accueil' }, sites: ['prefecture'], modules: [1] },
};
const given = (pages: object, label: object = {}) => configured({ pages, label: { ...LABEL, ...label } });
const QUALITY = given({ quality: '/Qualite' });
const titled = (
  path: string,
  text: string,
  to: readonly (string | LinkFacts)[],
  html: Partial<HtmlFacts> = {},
) =>
  page(
    {
      kind: path === '/' ? 'home' : 'other',
      title: text,
      headings: [{ level: 1, text, selector: 'h1', line: 1, zone: 'main' }],
      links: to.map((each) => (typeof each === 'string' ? link({ url: SITE + each }) : each)),
      ...html,
    },
    { url: SITE + path },
  );
const MENU = ['/m1', '/m2', '/m3', '/m4'];
/** A site whose pages lead one to the next, the home page first. */
const chain = (...paths: readonly string[]): PageFacts[] =>
  paths.map((path, at) => titled(path, path, [...paths.slice(at + 1, at + 2), ...(at === 0 ? MENU : [])]));
const left = link({ url: `${SITE}/suite`, target: { outcome: 'out_of_scope', reason: 'budget' } });

test('a pinned page three clicks away passes, four clicks away fails', () => {
  expect(siteLine(rubricReach, chain('/', '/a', '/b', '/Qualite'), QUALITY)).toEqual(['passed']);
  const far = chain('/', '/a', '/b', '/c', '/Qualite');
  expect(siteLine(rubricReach, far, QUALITY)).toEqual(['failed', 'quality-far']);
  expect(siteProblems(rubricReach, far, QUALITY)).toMatchObject([
    { params: { clicks: 4, limit: 3 }, at: { url: `${SITE}/` } },
  ]);
});

test('a page that only the site map leads to is apart', () => {
  const pages = [
    titled('/', 'Accueil', ['/plan', ...MENU]),
    titled('/plan', 'Plan du site', ['/Qualite']),
    titled('/Qualite', 'Démarche qualité', []),
  ];
  expect(siteLine(rubricReach, pages, QUALITY)).toEqual(['failed', 'quality-apart']);
});

test('where the audit left pages unread, there may be a shorter way', () => {
  const pages = chain('/', '/a', '/b', '/c', '/Qualite');
  const cut = [...pages, titled('/d', 'Autre', [left])];
  expect(siteLine(rubricReach, cut, QUALITY)).toEqual(['cantTell', 'quality-far']);
});

test('where a script makes the menus of the home page, there may be a shorter way', () => {
  const [, ...others] = chain('/', '/a', '/b', '/c', '/Qualite');
  const home = (to: readonly string[]): PageFacts => titled('/', 'Accueil', ['/a', ...to]);
  expect(siteLine(rubricReach, [home(MENU), ...others], QUALITY)).toEqual(['failed', 'quality-far']);
  expect(siteLine(rubricReach, [home(MENU.slice(1)), ...others], QUALITY)).toEqual([
    'cantTell',
    'quality-far',
  ]);
});

test('without the home page, no number of clicks is known', () => {
  expect(siteLine(rubricReach, chain('/a', '/Qualite'), QUALITY)).toEqual(['cantTell', 'quality-apart']);
});

test('a pinned page that was not read is to be opened, one that a link found absent fails', () => {
  expect(siteLine(rubricReach, chain('/', '/a'), QUALITY)).toEqual(['cantTell', 'quality-unread']);
  const dead = (outcome: 'gone' | 'blocked'): PageFacts[] => [
    titled('/', 'Accueil', [link({ url: `${SITE}/Qualite`, target: { outcome } })]),
  ];
  expect(siteLine(rubricReach, dead('gone'), QUALITY)).toEqual(['failed', 'quality-gone']);
  expect(siteLine(rubricReach, dead('blocked'), QUALITY)).toEqual(['cantTell', 'quality-unread']);
});

test('a page that nothing pins is found by its title', () => {
  const pages = [titled('/', 'Accueil', ['/q']), titled('/q', 'La démarche qualité de la préfecture', [])];
  expect(siteLine(rubricReach, pages, given({}))).toEqual(['passed']);
});

test('of a site of five pages read whole that has none, it is said; of four, or of a part, nothing is certain', () => {
  const pages = chain('/', '/a', '/b', '/c', '/d');
  expect(siteLine(rubricReach, pages, given({}))).toEqual(['failed', 'quality-missing']);
  expect(siteLine(rubricReach, pages.slice(1), given({}))).toEqual(['cantTell', 'quality-unread']);
  const cut = [...pages, titled('/e', 'Autre', [left])];
  expect(siteLine(rubricReach, cut, given({}))).toEqual(['cantTell', 'quality-unread']);
});

test('the rubric of local authorities is asked of a label that has module 4', () => {
  const pages = chain('/', '/Qualite', '/b', '/c', '/d');
  const four = given({ quality: '/Qualite' }, { modules: [1, 4] });
  expect(siteLine(rubricReach, pages, four)).toEqual(['failed', 'localAuthorities-missing']);
  expect(siteLine(rubricReach, pages, QUALITY)).toEqual(['passed']);
  expect(proposalOf(rubricReach, 'COL-01', pages, QUALITY)?.answer).toBe('sans_objet');
  expect(proposalOf(rubricReach, 'COL-01', pages, settings())?.answer).toBe('non_verifie');
  expect(proposalOf(rubricReach, 'COL-01', pages, four)).toBeUndefined();
});

test.each([
  'Collectivités',
  'Espace collectivités',
  'Relations avec les collectivités territoriales',
  'Élus',
])('« %s » is a rubric for local authorities', (title) => {
  const pages = [
    titled('/', 'Accueil', ['/x', '/Qualite']),
    titled('/x', title, []),
    titled('/Qualite', 'Q', []),
  ];
  expect(siteLine(rubricReach, pages, given({ quality: '/Qualite' }, { modules: [1, 4] }))).toEqual([
    'passed',
  ]);
});
