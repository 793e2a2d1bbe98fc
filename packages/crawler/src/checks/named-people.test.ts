import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { configured, page, passages, proposalOf, settings } from '../testing.ts';
import { namedPeople } from './named-people.ts';

const SITE = 'https://www.exemple.gouv.fr';
const saying = (texts: readonly string[], html: Partial<HtmlFacts> = {}, path = '/Organigramme'): PageFacts =>
  page({ kind: 'other', breadcrumb: [], passages: passages(...texts), ...html }, { url: SITE + path });
const cited = (text: string, html: Partial<HtmlFacts> = {}): string[] =>
  (proposalOf(namedPeople, 'CLA-04', [saying([text], html)])?.excerpts ?? []).map(({ about }) => about ?? '');

test.each([
  ['Préfète : Mme Aline Brunoy', 'Mme Aline Brunoy'],
  ['Directrice de la publication : Aline Brunoy', 'Aline Brunoy'],
  ['M. Paul de Lande, secrétaire général, vous répond.', 'M. Paul de Lande'],
  ['Aline Brunoy, sous-préfète de Roc-sur-Lande', 'Aline Brunoy'],
  ['Contact M. Paul Lande', 'M. Paul Lande'],
  ['Le bureau de M. Paul Lande vous reçoit.', 'M. Paul Lande'],
  ['Directeur des services : Paul Lande', 'Paul Lande'],
  ['Préfecture des Deux-Rives : Aline Brunoy, secrétaire générale', 'Aline Brunoy'],
  ['Société Nuages Paisibles. Directrice de la publication : Aline Brunoy', 'Aline Brunoy'],
  ['Monsieur Jean-Marc Estève dirige le bureau.', 'Monsieur Jean-Marc Estève'],
])('« %s » cites %s', (text, who) => {
  expect(cited(text).map((about) => about.trim())).toEqual([who]);
});

test.each([
  'La préfète de la Haute-Brume signe l’arrêté.',
  'Écrivez à la secrétaire générale.',
  'Rue Jean Moulin, 00100 Brumeval',
  'Prenez rendez-vous au guichet.',
  'Document d’Anna M. Dorel, reproduit avec son accord.',
  'Les auteurs sont J.H.M. Dorel et une autre.',
  'Faites Control-M. Sur la droite apparaît le plan.',
  'Société Orange Bleue Conseil, directeur de la publication : voir les mentions.',
  'Nuages Paisibles Company, pour la secrétaire générale',
  'Hébergeur : Nuages Paisibles Hébergement, choisi par la directrice de cabinet',
  'Préfecture des Deux-Rives, bureau du secrétaire général',
])('« %s » cites nobody by name', (text) => {
  expect(cited(text)).toEqual([]);
});

test('news and acts tell of people as they were', () => {
  expect(cited('M. Paul Lande', { breadcrumb: ['Accueil', 'Actualités', 'Visite'] })).toEqual([]);
  expect(cited('M. Paul Lande', { kind: 'acts' })).toEqual([]);
});

test('who left according to the configuration comes first, who came back does not', () => {
  const people = [
    { role: 'quality-manager', name: 'Paul Lande', until: '2026-06-30' },
    { role: 'committee-chair', name: 'Aline Brunoy', position: 'secrétaire générale adjointe' },
  ];
  const pages = [
    saying(['Préfète : Mme Rose Aubert'], {}, '/a'),
    saying(['Contact qualité : Paul LANDE'], {}, '/b'),
  ];
  expect(proposalOf(namedPeople, 'CLA-04', pages, configured({ people }))).toMatchObject({
    answer: 'a_verifier',
    why: expect.stringContaining('rôle est fini') as string,
    excerpts: [{ url: `${SITE}/b`, about: 'Paul Lande : rôle fini' }, { url: `${SITE}/a` }],
  });
  const back = [...people, { role: 'committee-chair', name: 'Paul Lande', since: '2026-07-01' }];
  expect(proposalOf(namedPeople, 'CLA-04', pages, configured({ people: back }))?.why).toContain(
    'En fonction',
  );
  expect(proposalOf(namedPeople, 'CLA-04', pages, configured({ people }, '2026-06-30'))?.why).toContain(
    'Paul Lande',
  );
});

test('without names in the configuration, the key to fill in is named', () => {
  expect(proposalOf(namedPeople, 'CLA-04', [], settings())).toMatchObject({
    answer: 'a_verifier',
    why: expect.stringContaining('qualepref.yml (people)') as string,
  });
});

test('somebody cited on many pages is told once', () => {
  const pages = ['/a', '/b'].map((path) => saying(['Préfète : Mme Rose Aubert'], {}, path));
  expect(proposalOf(namedPeople, 'CLA-04', pages)?.excerpts).toHaveLength(1);
});
