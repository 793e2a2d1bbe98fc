import { expect, test } from 'vitest';
import { beyondBudget, budgetsOf, isTrap, listOf, pagerPattern, patternOf, type Shaped } from './trap.ts';

const SITE = 'https://www.exemple.gouv.fr';
const pattern = (path: string): string => patternOf(SITE + path);

test.each([
  ['/agenda/2026/11', '/agenda/2027/1'],
  ['/agenda/2026-11-24', '/agenda/2027-01-03'],
  ['/agenda/novembre-2026', '/agenda/janvier-2027'],
  ['/agenda/Août-2026', '/agenda/d%C3%A9cembre-2026'],
  ['/agenda?mois=2026-11', '/agenda?mois=2027-01'],
  ['/annuaire?theme=logement', '/annuaire?theme=logement&ville=roc'],
  ['/annuaire?f[0]=a', '/annuaire?f[0]=a&f[1]=b'],
  ['/Page?xml=F1342', '/Page?xml=N358'],
  ['/agenda/lundi-30-novembre-2026', '/agenda/mardi-1-decembre-2026'],
  ['/agenda/nov-2026', '/agenda/jan-2027'],
  ['/agenda/12-fev', '/agenda/1-juil'],
  ['/a/b', '/a/b/a/b'],
  ['/a/b/c/d/b/c', '/a/c/d/b/c/d'],
  ['/suite/suite', '/suite/suite/suite/suite'],
  ['/s/0a1b2c3d4e5f6a7b/accueil', '/s/99887766554433aa/accueil'],
  ['/p/550e8400-e29b-41d4-a716-446655440000', '/p/123e4567-e89b-12d3-a456-426614174000'],
])('%s and %s have one shape', (one, other) => {
  expect(pattern(one)).toBe(pattern(other));
});

test.each([
  ['/Demarches/Passeport', '/Demarches/Permis'],
  ['/Publications', '/Publications?annee=2026'],
  ['/Tourisme/mer', '/Tourisme/mars'],
  ['/a/b/c', '/a/c/b'],
  ['/a/b/a', '/b/c/b'],
  ['/Lettre/2026/n-1/2026', '/Lettre/2026/n-1/page/2026'],
  ['/spip.php?article12', '/spip.php?rubrique3'],
  ['/Actualites/Conference-du-24-novembre-2026', '/Actualites/Reunion-du-24-novembre-2026'],
  ['/Politiques/loi-2015-912-du-17-aout', '/Politiques/loi-1905-relative-aux-cultes'],
  ['/recherche?jeton=0a1b2c3d4e5f6a7b', '/recherche?page=2'],
])('%s and %s have two', (one, other) => {
  expect(pattern(one)).not.toBe(pattern(other));
});

test('a path that says the same segments four times is a trap, three times is not', () => {
  expect(isTrap(`${SITE}/a/suite/suite/suite/suite`, [])).toBe('repeat');
  expect(isTrap(`${SITE}/a/suite/suite/suite`, [])).toBeNull();
  expect(isTrap(`${SITE}/a/b/a/b/a/b/a/b`, [])).toBe('repeat');
  expect(isTrap(`${SITE}/a/b/a/b/a/b`, [])).toBeNull();
  expect(isTrap(`${SITE}/2026/11/24/12`, [])).toBeNull();
});

test('a path of thirty segments is read, a longer one is a trap', () => {
  const path = (length: number): string => Array.from({ length }, (_, at) => `/s${String(at)}x`).join('');
  expect(isTrap(SITE + path(30), [])).toBeNull();
  expect(isTrap(SITE + path(31), [])).toBe('repeat');
});

test('what is sixty links away from the start goes on for ever', () => {
  expect(isTrap(`${SITE}/x`, Array<string>(59).fill('/y'))).toBeNull();
  expect(isTrap(`${SITE}/x`, Array<string>(60).fill('/y'))).toBe('far');
});

test.each([
  ['/Actualites?page=2', '/Actualites'],
  ['/Publications/Liste?offset=10', '/Publications/Liste'],
  ['/spip/rubrique3?debut_articles=20', '/spip/rubrique3'],
])('%s is one more page of the list %s', (path, list) => {
  expect(listOf(SITE + path)).toBe(SITE + list);
});

test.each([
  '/?page=12',
  '/index.php?page=12',
  '/Actualites?page=accueil',
  '/Actualites?theme=3&page=2',
  '/Actualites',
])('%s may be a page of its own: it is no page of a list', (path) => {
  expect(listOf(SITE + path)).toBeNull();
});

const shaped = (count: number, isBred: boolean, shape = '/agenda?'): Shaped[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ url: `${SITE}/agenda?m=${String(at)}`, kind: 'page', depth: 1, priority: 2 },
    ...{ pattern: shape, isBred },
  }));
const BUDGETS = { bred: 5, alike: 50, pager: 3 };

test('addresses that only breed one another are cut at the budget of their shape', () => {
  const cut = beyondBudget(shaped(7, true), new Map(), BUDGETS);
  expect([...cut]).toEqual([5, 6].map((at) => [`${SITE}/agenda?m=${String(at)}`, 'pattern']));
});

test('what was asked before counts', () => {
  const counts = new Map([['/agenda?', { all: 8, bred: 4 }]]);
  expect(beyondBudget(shaped(2, true), counts, BUDGETS).size).toBe(1);
});

test('a shape has a tenth of the audit, and no less than what breeds itself', () => {
  expect(budgetsOf(2000, 50)).toMatchObject({ bred: 50, alike: 200 });
  expect(budgetsOf(100, 50)).toMatchObject({ bred: 50, alike: 50 });
});

test('addresses that are listed elsewhere are read as far as the share of their shape', () => {
  expect(beyondBudget(shaped(50, false), new Map(), BUDGETS).size).toBe(0);
  expect([...beyondBudget(shaped(51, false), new Map(), BUDGETS).values()]).toEqual(['alike']);
});

test('random values are cut sooner', () => {
  expect(beyondBudget(shaped(2, true, '/x?*'), new Map(), BUDGETS).size).toBe(1);
});

test('each list has its own pages, a few of them are read', () => {
  const pages = [
    ...shaped(4, true, pagerPattern(`${SITE}/RAA`)),
    ...shaped(3, true, pagerPattern(`${SITE}/Actualites`)),
  ].map((page, at) => ({ ...page, url: `${page.url}/${String(at)}` }));
  expect([...beyondBudget(pages, new Map(), BUDGETS).values()]).toEqual(['pager']);
});
