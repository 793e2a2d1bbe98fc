import { expect, test } from 'vitest';
import { siteSections } from './reception-pages.ts';
import { configured } from './testing.ts';
import { read } from './testing-read.ts';

const { sites } = configured({
  sites: [
    {
      id: 'a',
      name: 'Exempleville',
      kind: 'prefecture',
      address: '1 place de l’Exemple, 39000 Exempleville',
    },
    {
      id: 'b',
      name: 'Saint-Modèle',
      kind: 'sous-prefecture',
      address: '4 bis bd du Modèle, 39100 Saint-Modèle',
    },
  ],
}).config;

/** Texts of each site, by its number. */
const sections = (main: string): Record<number, string[]> =>
  Object.fromEntries(
    siteSections(read(`<main>${main}</main>`), sites).map(({ site, passages }) => [
      site,
      passages.map(({ text }) => text),
    ]),
  );

test('a page whose title names a site is about it', () => {
  expect(sections('<h1>Sous-préfecture de Saint-Modèle</h1><p>Ouverte.</p>')[1]).toContain('Ouverte.');
});

test('a heading that names a site holds what follows, down to the next one of its level', () => {
  const found = sections(
    '<h1>Nous trouver</h1><h2>Préfecture, Exempleville</h2><p>A</p><h3>Horaires</h3><p>B</p><h2>Saint-Modèle</h2><p>C</p><h2>Presse</h2><p>D</p>',
  );
  expect(found[0]).toEqual(['Préfecture, Exempleville', 'A', 'Horaires', 'B']);
  expect(found[1]).toEqual(['Saint-Modèle', 'C']);
});

test('the address says whose section it is, however it is written', () => {
  const found = sections(
    '<h1>Accès</h1><h2>Ici</h2><p>4bis boulevard du Modèle 39100 SAINT-MODELE</p><p>Bus 2</p>',
  );
  expect(found[1]).toEqual(expect.arrayContaining(['Bus 2']));
});

test('a row of a table that names a site is its own', () => {
  const found = sections(
    '<h1>Horaires</h1><table><tr><td>Exempleville</td><td>9 h</td></tr><tr><td>Saint-Modèle</td><td>10 h</td></tr></table>',
  );
  expect(found).toEqual({ 0: ['Exempleville | 9 h'], 1: ['Saint-Modèle | 10 h'] });
});

test('a town named in a title about something else, or within a word, makes no section', () => {
  expect(sections('<h1>Travaux sur la route de Saint-Modèle</h1><p>De 9 h à 12 h.</p>')).toEqual({});
  expect(sections('<h1>Préfecture d’Exempleville-sur-Mer</h1><p>De 9 h à 12 h.</p>')).toEqual({});
});

test('the address of the configuration is told from another one under the name of the site', () => {
  const [section] = siteSections(
    read('<main><h1>Sous-préfecture de Saint-Modèle</h1><p>12 rue Neuve, 39100 Saint-Modèle</p></main>'),
    sites,
  );
  expect(section?.address).toBeNull();
  expect(section?.otherAddress?.text).toBe('12 rue Neuve, 39100 Saint-Modèle');
});

test('an address that no rule reads is looked for as written', () => {
  const odd = configured({
    sites: [{ id: 'a', name: 'A', kind: 'prefecture', address: 'Cité administrative, 00100 Brumeval' }],
  }).config.sites;
  const [section] = siteSections(read('<main><p>Cité administrative, 00100 BRUMEVAL</p></main>'), odd);
  expect(section?.address).not.toBeNull();
});

test('without sites, nothing is looked for', () => {
  expect(siteSections(read('<main><h1>Préfecture</h1></main>'), [])).toEqual([]);
});
