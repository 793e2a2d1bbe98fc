import { expect, test } from 'vitest';
import type { NavigationFacts, PageFacts } from '../facts.ts';
import { navigation, page, pages, siteLine, siteProblems } from '../testing.ts';
import { navigationConsistency } from './navigation-consistency.ts';

const url = 'https://www.exemple.gouv.fr/odd';
const menu = (partial: Partial<NonNullable<NavigationFacts['menu']>>): Partial<NavigationFacts> => {
  const { menu: sound } = navigation();
  return { menu: sound && { ...sound, ...partial } };
};
const odd = (partial: Partial<NavigationFacts>): PageFacts =>
  page({ navigation: navigation(partial) }, { url });
const judge = (...facts: PageFacts[]): string[] => siteLine(navigationConsistency, facts);
const named = (...names: string[]): { text: string; url: string }[] =>
  names.map((text) => ({ text, url: `https://www.exemple.gouv.fr/${text}` }));

test('menus at the same place in the same order pass', () => {
  expect(judge(...pages(6))).toEqual(['passed']);
});

test('a menu that stands elsewhere fails on that page', () => {
  const facts = [...pages(5), odd(menu({ area: 'footer', side: 'after' }))];
  expect(judge(...facts)).toEqual(['failed', 'menu-moved']);
  expect(siteProblems(navigationConsistency, facts)).toMatchObject([
    {
      params: {
        here: 'dans le pied de page, après le contenu',
        usual: 'dans l’en-tête, avant le contenu',
        count: 5,
      },
      at: { url },
    },
  ]);
});

test('entries in another order fail, entries left out do not', () => {
  const reordered = menu({ entries: named('Démarches', 'Actualités', 'Publications') });
  expect(judge(...pages(5), odd(reordered))).toEqual(['failed', 'menu-reordered']);
  expect(judge(...pages(5), odd(menu({ entries: named('Actualités', 'Publications') })))).toEqual(['passed']);
  expect(judge(...pages(5), odd(menu({ entries: named('Actualités', 'Lettre', 'Démarches') })))).toEqual([
    'passed',
  ]);
});

test('entries that stand twice are not compared', () => {
  const twice = menu({ entries: named('Démarches', 'Actualités', 'Démarches') });
  expect(judge(...pages(5), odd(twice))).toEqual(['passed']);
});

test('another menu and the home page are not of the set', () => {
  const other = menu({ area: 'footer', side: 'after', entries: named('X', 'Y', 'Z') });
  expect(judge(...pages(5), odd(other))).toEqual(['passed']);
  const home = page({ kind: 'home', navigation: navigation(menu({ area: 'main' })) }, { url });
  expect(judge(...pages(5), home)).toEqual(['passed']);
  expect(judge(home)).toEqual(['inapplicable']);
});

test('where pages are few or disagree, none is the odd one', () => {
  const moved = odd(menu({ area: 'footer', side: 'after' }));
  expect(judge(...pages(3), moved)).toEqual(['passed']);
  expect(judge(...pages(5), moved, moved, moved)).toEqual(['passed']);
});

test('in a page that marks no main part, what surrounds the menu tells alone', () => {
  expect(judge(...pages(5), odd(menu({ side: 'unknown' })))).toEqual(['passed']);
  expect(judge(...pages(5), odd(menu({ side: 'unknown', area: 'footer' })))).toEqual([
    'failed',
    'menu-moved',
  ]);
});
