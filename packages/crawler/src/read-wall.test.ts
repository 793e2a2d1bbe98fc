import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const TEXT =
  '<p>Le bureau des associations reçoit sur rendez-vous, le lundi et le jeudi matin, au deuxième étage.</p>';
const MENU = '<nav><ul><li><a href="/dons">Dons</a></li><li><a href="/legs">Legs</a></li></ul></nav>';
const wall = (html: string): string | undefined => read(html).content.wall?.selector;

test('a menu, an aside or a list of links before the text is a wall when nothing leads past it', () => {
  expect(wall(MENU + TEXT)).toBe('nav');
  expect(wall(`<a href="suite.html">Suite</a><aside>Le journal du mois.</aside>${TEXT}`)).toBe('aside');
  expect(wall(`<ol><li><a>Un</a></li><li><a href="deux.html">Deux</a></li></ol>${TEXT}`)).toBe('ol');
});

test('a heading within the menu leads past nothing, nor does one that nobody is told of', () => {
  expect(wall(`<nav><h1>Pages</h1><a href="/dons">Dons</a></nav>${TEXT}`)).toBe('nav');
  expect(wall(`${MENU}<h1 aria-hidden="true">Associations</h1>${TEXT}`)).toBe('nav');
});

test.each([
  ['a heading', `${MENU}<h1>Associations</h1>${TEXT}`],
  ['a heading above its contents', `<h1>Associations</h1><ul><li><a href="/dons">Dons</a></li></ul>${TEXT}`],
  ['a main part', `${MENU}<main>${TEXT}</main>`],
  ['a main part by its role', `${MENU}<div role="main">${TEXT}</div>`],
  ['a named section', `${MENU}<section aria-label="Associations">${TEXT}</section>`],
  ['a link to a place of the page', `<a href="#t">Contenu</a>${MENU}<div id="t">${TEXT}</div>`],
  ['a button', `<button>Replier le menu</button>${MENU}${TEXT}`],
  ['a component', `${MENU}<x-repli></x-repli>${TEXT}`],
])('%s may lead past it', (_, html) => {
  expect(wall(html)).toBeUndefined();
});

test('what stands after the text, or leads to other sites only, is in nobody’s way', () => {
  expect(wall(TEXT + MENU)).toBeUndefined();
  expect(wall(MENU.replaceAll('"/', '"https://ailleurs.example/') + TEXT)).toBeUndefined();
  expect(wall(`<ul><li><a href="/dons">Dons</a> jusqu’au 3 mai</li></ul>${TEXT}`)).toBeUndefined();
  expect(wall(`${MENU}<p>Fermé.</p>`)).toBeUndefined();
});
