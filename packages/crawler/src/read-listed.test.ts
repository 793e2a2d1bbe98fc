import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import type { HtmlFacts } from './facts.ts';
import { readHtml } from './read.ts';

const HOME = 'https://www.exemple.gouv.fr';
const addressing = createAddressing({ address: HOME, aliases: [] });
const listed = (main: string, around = ''): HtmlFacts['listed'] =>
  readHtml(
    Buffer.from(`<!doctype html><title>Liste</title>${around}<main><h1>Liste</h1>${main}</main>`),
    { url: `${HOME}/Liste`, contentType: 'text/html; charset=utf-8' },
    { addressing, isListedProcedure: () => false, pinned: {} },
  ).listed;
const card = (links: string, detail: string): string =>
  `<div class="fr-card"><h2>${links}</h2><p>Un texte de deux lignes.</p><p class="fr-card__detail">${detail}</p></div>`;

test('a card or a list item tells when the page it leads to was changed', () => {
  const main = `${card('<a href="/a#haut">A</a>', 'Mis à jour le 03/08/2026')}
    <ul><li><a href="/index.php/b">B</a> - Mis à jour le 3 septembre 2026</li></ul>`;
  expect(listed(main)).toEqual([
    [`${HOME}/a`, '2026-08-03'],
    [`${HOME}/b`, '2026-09-03'],
  ]);
});

test('two links to one page are about that page; of two days, the latest is kept', () => {
  const detail = 'Mis à jour le 03/08/2026</p><p>Modifié le 04/08/2026';
  expect(listed(card('<a href="/a">A</a> <a href="/a">Lire</a>', detail))).toEqual([
    [`${HOME}/a`, '2026-08-04'],
  ]);
});

test.each([
  ['a day of publication', card('<a href="/a">A</a>', 'Publié le 03/08/2026')],
  ['an impossible day', card('<a href="/a">A</a>', 'Mis à jour le 32/08/2026')],
  [
    'an entry that leads to two pages',
    card('<a href="/a">A</a> <a href="/b">B</a>', 'Mis à jour le 03/08/2026'),
  ],
  ['a document', card('<a href="/a.pdf">A</a>', 'Mis à jour le 03/08/2026')],
  ['another site', card('<a href="https://autre.fr/">A</a>', 'Mis à jour le 03/08/2026')],
  ['the page itself', card('<a href="/Liste">A</a>', 'Mis à jour le 03/08/2026')],
  ['a day of the page, in no entry', '<p>Mis à jour le 03/08/2026</p><p><a href="/a">A</a></p>'],
])('%s tells nothing of a page', (_what, main) => {
  expect(listed(main)).toBeUndefined();
});

test('menus and footers list nothing', () => {
  const menu = '<nav><ul><li><a href="/a">A</a> Mis à jour le 03/08/2026</li></ul></nav>';
  expect(listed('', `<header>${menu}</header>`)).toBeUndefined();
});
