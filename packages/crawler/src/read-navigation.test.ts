import { expect, test } from 'vitest';
import type { NavigationFacts } from './facts.ts';
import { read } from './testing-read.ts';

const navigation = (body: string): NavigationFacts => read(`<body>${body}</body>`).navigation;
const entries = (body: string): string[] | undefined =>
  navigation(body).menu?.entries.map(({ text }) => text);
const MENU = '<nav><ul><li><a href="/a">A</a><li><a href="/b">B</a></ul></nav>';

test('a menu is a navigation landmark, with where it stands', () => {
  const { menu } = navigation(`<header>${MENU}</header><main></main>`);
  expect(menu).toMatchObject({ area: 'header', side: 'before', zone: 'navigation' });
  expect(menu?.entries).toEqual([
    { text: 'A', url: 'https://www.exemple.gouv.fr/a' },
    { text: 'B', url: 'https://www.exemple.gouv.fr/b' },
  ]);
  expect(navigation(`<main></main>${MENU}`).menu).toMatchObject({ area: 'body', side: 'after' });
});

test('only the first level counts, with the buttons that open the others', () => {
  const nested = `<nav><ul>
    <li><button aria-expanded="false">Démarches</button><ul><li><a href="/d/1">Un</a><li><a href="/d/2">Deux</a></ul>
    <li><a href="/b">B</a></ul></nav>`;
  expect(entries(nested)).toEqual(['Démarches', 'B']);
});

test('breadcrumb, skip links, footer and main part hold no menu', () => {
  expect(entries(`<nav class="fr-breadcrumb">${MENU}</nav>`)).toBeUndefined();
  expect(entries('<nav><a href="#main">Contenu</a><a href="#menu">Menu</a></nav>')).toBeUndefined();
  expect(entries(`<footer>${MENU}</footer>`)).toBeUndefined();
  expect(entries(`<main>${MENU}</main>`)).toBeUndefined();
});

test('of several menus, the largest is the main one, and the first of two alike', () => {
  const small = '<nav><a href="/x">X</a><a href="/y">Y</a></nav>';
  const large = '<nav><a href="/1">1</a><a href="/2">2</a><a href="/3">3</a></nav>';
  expect(entries(small + large)).toEqual(['1', '2', '3']);
  expect(entries(small + MENU)).toEqual(['X', 'Y']);
});

test('without a landmark, a list of the header is the menu', () => {
  const list = '<ul><li><a href="/a">A</a><li><a href="/b">B</a><li><a href="/c">C</a></ul>';
  expect(entries(`<header>${list}</header>`)).toEqual(['A', 'B', 'C']);
  expect(entries(list)).toBeUndefined();
});

test.each([
  ['<form role="search"><input></form>'],
  ['<input type="search">'],
  ['<form action="/recherche"><input></form>'],
  ['<input name="SearchText">'],
  ['<button>Rechercher</button>'],
  ['<a href="/r">Recherche avancée</a>'],
])('%s is a search', (html) => {
  expect(navigation(`<header>${html}</header><main></main>`).searches).toMatchObject([{ area: 'header' }]);
});

test.each([
  ['<input type="hidden" name="search">'],
  ['<form action="/contact"><input name="nom"></form>'],
  ['<a href="/r">Avis de recherche</a>'],
])('%s is no search', (html) => {
  expect(navigation(`<header>${html}</header>`).searches).toEqual([]);
});

test('a link to the site map is known by its name; the first of each place is kept', () => {
  const link = '<a href="/plan">Plan du site</a>';
  expect(navigation(`<main>${link}</main><footer>${link}${link}</footer>`).sitemaps).toMatchObject([
    { url: 'https://www.exemple.gouv.fr/plan', area: 'main', side: 'inside' },
    { url: 'https://www.exemple.gouv.fr/plan', area: 'footer', side: 'after' },
  ]);
  expect(navigation('<footer><a href="/x">Plan de vigilance</a></footer>').sitemaps).toEqual([]);
  expect(navigation(`<ol class="fr-breadcrumb"><li>${link}</ol>`).sitemaps).toEqual([]);
});

test('a page that marks no main part says nothing of what comes before it', () => {
  expect(navigation(`<header>${MENU}</header>`).menu?.side).toBe('unknown');
});

test('without any of these, what bears the name of a menu is one, even where no main part is marked', () => {
  const list = '<ul><li><a href="/a">A</a><li><a href="/b">B</a><li><a href="/c">C</a></ul>';
  for (const name of ['id="nav"', 'class="bloc menu"', 'id="menu-principal"', 'id="main-menu"'])
    expect(entries(`<div ${name}>${list}</div><p>Texte</p>`)).toEqual(['A', 'B', 'C']);
  expect(entries(`<div id="nav"><a href="/a">A</a></div>`)).toBeUndefined();
  expect(entries(`<div class="navire">${list}</div>`)).toBeUndefined();
  expect(entries(`<main><div class="menu">${list}</div></main>`)).toBeUndefined();
});

test('around a search or a link to the site map, what the same header or footer holds is named, the menu as one', () => {
  const header = `<header><a href="/">Préfecture</a><form role="search"><a href="/aide">Aide</a></form><a href="/compte">Mon compte</a>${MENU}</header>`;
  const footer =
    '<footer><a href="/plan">Plan du site</a><a href="#haut">Haut</a><a href="/a">Accessibilité</a></footer>';
  const { searches, sitemaps } = navigation(`${header}<main><a href="/x">X</a></main>${footer}`);
  expect(searches).toMatchObject([{ before: ['prefecture'], after: ['mon compte', 'menu'] }]);
  expect(sitemaps).toMatchObject([{ before: [], after: ['accessibilite'] }]);
  expect(
    navigation('<main><a href="/x">X</a><a href="/plan">Plan du site</a></main>').sitemaps,
  ).toMatchObject([{ before: [], after: [] }]);
});
