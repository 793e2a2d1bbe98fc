import { expect, test } from 'vitest';
import type { PageKind } from './facts.ts';
import { read } from './testing-read.ts';

const kind = (path: string, html = '', context: Parameters<typeof read>[1] = {}): PageKind =>
  read(html, { path, ...context }).kind;
const trail = (...names: string[]): string =>
  `<nav class="fr-breadcrumb"><ol>${names.map((name) => `<li><a>${name}</a>`).join('')}</ol></nav>`;
const main = (inside: string): string => `<main>${inside}</main>`;

test('the root is the home page', () => {
  expect(kind('/')).toBe('home');
  expect(kind('/index.php/')).toBe('home');
});

test.each([
  '/Demarches/Passeport',
  '/Demarches-administratives/Etrangers/Visa',
  '/D%C3%A9marches/Passeport',
  '/Demarches2/x',
])('%s is a procedure by its address', (path) => {
  expect(kind(path)).toBe('procedure');
});

test('a procedure is known by its breadcrumb, with or without Accueil', () => {
  expect(kind('/a', trail('Accueil', 'Démarches administratives', 'Passeport'))).toBe('procedure');
  expect(kind('/a', trail('Démarches', 'Passeport'))).toBe('procedure');
  expect(kind('/a', trail('Accueil', 'Publications', 'Démarches'))).toBe('other');
});

test('the rubric itself is no procedure, nor is a page above others', () => {
  expect(kind('/Demarches')).toBe('other');
  expect(kind('/Demarches/Etrangers', main('<a href="/Demarches/Etrangers/Visa">Visa</a>'))).toBe('listing');
});

test('a final slash changes nothing', () => {
  expect(kind('/Demarches/Etrangers/', main('<a href="/Demarches/Etrangers/Visa/">x</a>'))).toBe('listing');
  expect(kind('/Demarches/Visa/', main('<a href="/Demarches/Visa/">x</a>'))).toBe('procedure');
  expect(kind('/Demarches/Visa/', main('<a href="/Demarches/Visa/(offset)/10">x</a>'))).toBe('procedure');
  expect(kind('/Demarches/Visa/(offset)/10/')).not.toBe('procedure');
});

test('a menu, a pager and a neighbour put no page below', () => {
  const links = main('<a href="/Demarches/Etrangers/(offset)/10">2</a><a href="/Demarches/Etrangers2">x</a>');
  expect(
    kind('/Demarches/Etrangers', `<nav><a href="/Demarches/Etrangers/Visa">Visa</a></nav>${links}`),
  ).toBe('procedure');
});

test('a page of a list is no procedure', () => {
  expect(kind('/Demarches/Etrangers/(offset)/10')).toBe('other');
});

test('what the configuration lists is a procedure, children or not', () => {
  const context = { isListedProcedure: (url: string) => url.endsWith('/a') };
  expect(kind('/a', main('<a href="/a/b">b</a>'), context)).toBe('procedure');
  expect(kind('/b', '', context)).toBe('other');
});

test('the legal notice and the statement are known by address, title or heading', () => {
  expect(kind('/Footer/Mentions-legales')).toBe('legal');
  expect(kind('/x', '<title>Mentions légales - Les services de l’État</title>')).toBe('legal');
  expect(kind('/Accessibilite')).toBe('accessibility');
  expect(kind('/x', '<h1>Déclaration d’accessibilité</h1>')).toBe('accessibility');
  expect(kind('/x', '<h1>Accessibilité : partiellement conforme</h1>')).toBe('accessibility');
  expect(kind('/x', '<h1>Accessibilité des commerces</h1>')).toBe('other');
  expect(kind('/Demarches/Accessibilite')).toBe('procedure');
});

test('where the configuration pins one, no other page is it', () => {
  const pinned = { legal: 'https://www.exemple.gouv.fr/Infos' };
  expect(kind('/Infos', '', { pinned })).toBe('legal');
  expect(kind('/Infos/', '', { pinned })).toBe('legal');
  expect(kind('/Mentions-legales', '', { pinned })).toBe('other');
});

test('recueils des actes administratifs are acts', () => {
  expect(kind('/Publications/RAA/2026')).toBe('acts');
  expect(kind('/Publications/RAA-et-Archives')).toBe('acts');
  expect(kind('/x', trail('Accueil', 'Recueil des actes administratifs', 'Août'))).toBe('acts');
  expect(kind('/Publications/Contraaste')).toBe('other');
});

test('cards in the main part make a list', () => {
  expect(kind('/Actualites', main('<div class="fr-card"><a href="/x">x</a></div>'))).toBe('listing');
  expect(kind('/Actualites', '<footer><div class="fr-card"></div></footer>')).toBe('other');
});
