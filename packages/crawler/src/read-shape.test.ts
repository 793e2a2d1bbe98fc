import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const template = (html: string): string => read(html).template;
const components = (html: string): number => read(`<main>${html}</main>`).components.length - components0;
const components0 = read('<main></main>').components.length;

test('pages of one template share its hash, whatever they say and however long their menu', () => {
  const page = (menu: string, main: string): string =>
    `<header class="b a"><nav><ul>${menu}</ul></nav></header><main>${main}</main><footer><p>x</p></footer>`;
  const one = template(page('<li><a href=/>Accueil</a>', '<h1>Passeport</h1>'));
  expect(
    template(page('<li class="menu--active"><a href=/>A</a><li><a href=/b id="b">B</a>', '<p>Visa</p>')),
  ).toBe(one);
  expect(template(page('<li><a href=/>Accueil</a>', '').replace('b a', 'a b'))).toBe(one);
  expect(template(page('<li><button>Accueil</button>', ''))).not.toBe(one);
  expect(one).toMatch(/^[\da-f]{16}$/);
});

test('without main, what no landmark holds is left out of the template', () => {
  expect(template('<header>x</header><div><p>a</p></div>')).toBe(
    template('<header>x</header><div><ul></ul></div>'),
  );
  expect(template('<header>x</header>')).not.toBe(template('<footer>x</footer>'));
});

test.each([
  ['<p>a</p><p>b</p>', 1],
  ['<p>a</p><p></p>', 2],
  ['<p class="x y">a</p><p class="y x">b</p>', 1],
  ['<p class="item-123">a</p><p class="item-456">b</p>', 1],
  ['<img alt="a"><img alt="b">', 1],
  ['<img alt="a"><img alt=""><img>', 3],
  ['<p>a</p><p style="color: red">b</p>', 2],
  ['<p lang="en">a</p><p lang="de">b</p>', 2],
  ['<a href="/a">a</a><a href="/b" id="b">b</a>', 1],
  ['<i aria-label="a">a</i><i aria-label="b">b</i><i aria-expanded="true">c</i>', 2],
])('%s makes %d kinds of elements', (html, count) => {
  expect(components(html)).toBe(count);
});

test('an element of the header, or the language of the page, makes a kind too', () => {
  const main = '<main><p>x</p></main>';
  expect(read(`<header><b>x</b></header>${main}`).components).not.toEqual(read(main).components);
  expect(read(`<html lang="fr">${main}`).components).not.toEqual(read(`<html>${main}`).components);
});

test('a frame without a title is a kind', () => {
  const frame = (title: string): string => `<main><iframe src="/plan"${title}></iframe></main>`;
  expect(read(frame(' title="Plan"')).components).not.toEqual(read(frame('')).components);
});

test('a field with its label and one without are two kinds', () => {
  const field = '<input id="a" type="email">';
  const labelled = read(`<main><label for="a">Adresse</label>${field}</main>`).components;
  const bare = read(`<main><label for="b">Adresse</label>${field}</main>`).components;
  expect(labelled).not.toEqual(bare);
});
