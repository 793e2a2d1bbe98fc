import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const skipLinks = (html: string): unknown[] =>
  read(html).skipLinks.map(({ fragment, hasTarget }) => [fragment, hasTarget]);

test('a link to a place of the page, met first, is a skip link; its target may be missing', () => {
  expect(skipLinks('<a href="#main">Contenu</a><a href="#menu">Menu</a><main id="main">')).toEqual([
    ['main', true],
    ['menu', false],
  ]);
});

test('a target is an id, an old anchor, or the top; its name may be encoded', () => {
  expect(
    skipLinks(
      '<a href="#a">1</a><a href="#%C3%A9t%C3%A9">2</a><a href="#top">3</a><a name="a"></a><p id="été">',
    ),
  ).toEqual([
    ['a', true],
    ['%C3%A9t%C3%A9', true],
    ['top', true],
  ]);
});

test('bare # and hash-bang views skip nothing', () => {
  expect(skipLinks('<a href="#">x</a><a href="#!/particuliers/page/F1">y</a>')).toEqual([]);
});

test('the fifth focusable element still counts, the sixth does not', () => {
  const before = (count: number): string => '<a href="/">x</a>'.repeat(count - 4);
  const others = '<button>x</button><input><select></select><div tabindex="0"></div>';
  expect(skipLinks(`${others}${before(4)}<a href="#a">x</a>`)).toHaveLength(1);
  expect(skipLinks(`${others}${before(5)}<a href="#a">x</a>`)).toHaveLength(0);
});

test('a table of contents is none, in the main part or in a menu that leads elsewhere too', () => {
  expect(skipLinks('<main><ul><li><a href="#a">x</a></ul><p id="a"></main>')).toEqual([]);
  expect(skipLinks('<nav><a href="/b">Page</a><a href="#a">x</a></nav><p id="a">')).toEqual([]);
  expect(skipLinks('<nav><a href="#a">Contenu</a><a href="#b">Menu</a></nav><p id="a">')).toHaveLength(2);
});

test('what the keyboard does not reach is not counted', () => {
  const unreached =
    '<a>x</a><input type="hidden"><button disabled>x</button><a href="/" tabindex="-1">x</a><noscript><a href="/">x</a></noscript>';
  expect(skipLinks(`${unreached.repeat(10)}<a href="#a">x</a>`)).toHaveLength(1);
});

test('the design system’s part counts wherever it stands', () => {
  const html = `${'<a href="/">x</a>'.repeat(10)}<div class="fr-skiplinks"><ul><li><a href="#a">x</a></ul></div>`;
  expect(skipLinks(html)).toEqual([['a', false]]);
});

test('a link said to lead to the content is told apart when it aims at a part beside it', () => {
  const aims = (aside: string, name = 'Aller au contenu'): unknown =>
    read(`<a href="#a">${name}</a><aside>${aside}</aside><p>Le bureau ouvre lundi.</p>`).skipLinks[0]
      ?.isBeside;
  expect(aims('<p id="a">Le journal du mois.</p>')).toBe(true);
  // An empty anchor at its end stands before the content.
  expect(aims('<p>Le journal du mois.</p><span id="a"></span>')).toBeUndefined();
  expect(aims('<p id="a">Le journal du mois.</p>', 'Aller au journal')).toBeUndefined();
  expect(read('<a href="#a">Contenu</a><aside><p id="a">Tout est là.</p></aside>').skipLinks).toMatchObject([
    { hasTarget: true },
  ]);
});
