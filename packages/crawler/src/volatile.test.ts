import { expect, test } from 'vitest';
import { isSteady, steadySource } from './volatile.ts';

const alike = (one: string, other: string): boolean => steadySource(one) === steadySource(other);

test.each([
  [
    'a token of a form',
    '<input type="hidden" name="_csrf_token" value="a1b2">',
    '<input type="hidden" name="_csrf_token" value="c3d4">',
  ],
  ['a token of the head', `<meta name='csrf-token' content='a1'>`, `<meta name='csrf-token' content='b2'>`],
  ['a nonce', '<script nonce="a1">x()</script>', '<script nonce="b2">x()</script>'],
  [
    'a token of a script',
    '<script>var t={"csrfToken":"abcdefgh1"}</script>',
    '<script>var t={"csrfToken":"ijklmnop2"}</script>',
  ],
  [
    'a time of a script',
    '<script>start={timestamp: 1732440000}</script>',
    '<script>start={timestamp: 1732449999}</script>',
  ],
  ['a session of a link', '<a href="/x?PHPSESSID=a1&amp;y=2">', '<a href="/x?PHPSESSID=b2&amp;y=2">'],
  ['a date in figures', '<p>Mis à jour le 03/08/2026</p>', '<p>Mis à jour le 24/11/2026</p>'],
  [
    'a date in words, with its time',
    '<p>Nous sommes le mardi 24 novembre 2026, 10:32</p>',
    '<p>Nous sommes le 1er mars 2027 à 9 h 05</p>',
  ],
  [
    'a machine date',
    '<time datetime="2026-11-24T10:00:00Z">hier</time>',
    '<time datetime="2026-11-25">hier</time>',
  ],
  ['a counter', '<p>Page vue 1 234 fois</p>', '<p>Page vue 12 fois</p>'],
  ['a counter after its name', '<p>Visites : 12</p>', '<p>Visites : 13 000</p>'],
  [
    'a figure in a comment',
    '<!-- page 12 made in 0.31 s by 4f2a9c8b7d6e5f4a -->',
    '<!-- page 7 made in 1.02 s by 0000000000000001 -->',
  ],
])('%s may change without the page changing', (_what, one, other) => {
  expect(one).not.toBe(other);
  expect(alike(one, other)).toBe(true);
});

test.each([
  ['a text', '<p>Bonjour</p>', '<p>Bonsoir</p>'],
  ['a figure in a text', '<p>Tarif : 12 euros</p>', '<p>Tarif : 13 euros</p>'],
  ['opening hours', '<p>de 9 h 00 à 12 h 00</p>', '<p>de 9 h 30 à 12 h 00</p>'],
  ['an alternative', '<img src="/a.png" alt="Carte">', '<img src="/a.png" alt="">'],
  [
    'where a link leads, be it by its date',
    '<a href="/2026-11-24/avis">Avis</a>',
    '<a href="/2026-11-25/avis">Avis</a>',
  ],
  [
    'the version of a style sheet',
    '<link href="/a.css?v=3f2a9c8b7d6e5f4a">',
    '<link href="/a.css?v=4f2a9c8b7d6e5f4a">',
  ],
  ['the title, dated as it may be', '<title>Avis du 03/08/2026</title>', '<title>Avis du 04/08/2026</title>'],
  ['a style', '<style>p{width:1px}</style>', '<style>p{width:2px}</style>'],
  ['what a script does', '<script><!-- wait(10) //--></script>', '<script><!-- wait(20) //--></script>'],
  ['a field that people fill in', '<input name="age" value="12">', '<input name="age" value="13">'],
  ['an element more', '<p>a</p>', '<p>a</p><p></p>'],
])('%s is what the page says', (_what, one, other) => {
  expect(alike(one, other)).toBe(false);
});

test('a piece of source with nothing that may change is steady', () => {
  expect(isSteady('<img src="/2026/a.png" class="photo-3">')).toBe(true);
  expect(isSteady('<p class="pale">Publié le 3 août 2026</p>')).toBe(false);
});

test.each([
  ['comments left open', '<!--'],
  ['tags left open', '<a b="'],
  ['scripts left open', '<script>'],
  ['figures', '1 '],
  ['dates', '03/08/2026 à 1'],
  ['names of tokens', '<input name=csrf'],
  ['attributes', ' data-token-token='],
  ['sessions', '?sid='],
  ['token names in a script', '<script>token token="'],
])('megabytes of %s freeze nothing', (_what, piece) => {
  const before = performance.now();
  steadySource(piece.repeat(2_000_000 / piece.length));
  steadySource(`<a ${piece.repeat(2_000_000 / piece.length)}`);
  expect(performance.now() - before).toBeLessThan(20_000);
});
