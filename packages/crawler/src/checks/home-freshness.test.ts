import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { page, passages, proposalOf } from '../testing.ts';
import { homeFreshness } from './home-freshness.ts';

const home = (...texts: string[]): PageFacts =>
  page(
    {
      kind: 'home',
      headings: [{ level: 1, text: 'Accueil', selector: 'h1', line: 9, zone: 'main' }],
      passages: passages(...texts),
    },
    { url: 'https://www.exemple.gouv.fr/' },
  );
const answer = (...texts: string[]): Proposal | undefined =>
  proposalOf(homeFreshness, 'TEC-06', [home(...texts)]);

test.each([
  ['Inscriptions ouvertes jusqu’au 30 septembre 2026.'],
  ['La préfecture sera fermée le 11 novembre 2026.'],
  ['Consultation du public du 1er au 30 juin 2026.'],
  ['Prochaine réunion : mardi 3 mars 2026.'],
  ['Date limite de dépôt : 23/11/2026'],
])('« %s » is out of date on 24 November 2026', (text) => {
  expect(answer(text)).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ about: 'Accueil', quote: text }],
  });
});

test.each([
  ['Inscriptions ouvertes jusqu’au 24 novembre 2026.'],
  ['Publié le 12/11/2026'],
  ['Mis à jour le 03/08/2026'],
  ['12 novembre 2026'],
  ['Arrêté préfectoral du 3 mars 2026 relatif à la sécheresse'],
  ['Le forum s’est tenu le 3 mars 2026.'],
  ['Guichet ouvert depuis le 3 mars 2026.'],
  ['La préfecture a été fondée en 1800.'],
  ['Aucun chiffre ici.'],
])('« %s » is not', (text) => {
  expect(answer(text)).toMatchObject({ answer: 'conforme' });
});

test('a date gone by of which nothing tells whether it is over is to be read', () => {
  expect(answer('Cérémonie au monument aux morts, 11 novembre 2026')).toMatchObject({ answer: 'a_verifier' });
  // The year is not written: it may be next year’s.
  expect(answer('La préfecture sera fermée le 11 novembre.')).toMatchObject({ answer: 'a_verifier' });
});

test('what is announced as to come comes first', () => {
  const { excerpts = [] } = answer('Cérémonie, 11 novembre 2026', 'Candidatez avant le 2 mai 2026.') ?? {};
  expect(excerpts.map(({ quote }) => quote)).toEqual([
    'Candidatez avant le 2 mai 2026.',
    'Cérémonie, 11 novembre 2026',
  ]);
});

test('without its home page, a site is to be opened; other pages are not read', () => {
  const other = page({ passages: passages('Inscriptions jusqu’au 30 juin 2026.') });
  expect(proposalOf(homeFreshness, 'TEC-06', [other])).toMatchObject({ answer: 'a_verifier' });
});
