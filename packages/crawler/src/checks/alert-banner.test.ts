import { expect, test } from 'vitest';
import type { Passage } from '../read-passages.ts';
import { page, passages, proposalOf, siteLine } from '../testing.ts';
import { alertBanner } from './alert-banner.ts';

const SITE = 'https://www.exemple.gouv.fr';
const home = page(
  { kind: 'home', passages: passages('En cas d’événement majeur, FR-Alert.') },
  { url: `${SITE}/` },
);
const heading = (text: string): Passage[] => passages(text).map((each) => ({ ...each, kind: 'heading' }));

test('the guide comes with the home page first, then the pages about alerts', () => {
  const alerts = page({ passages: heading('Être alerté en cas de crise') }, { url: `${SITE}/Alerte` });
  expect(proposalOf(alertBanner, 'RSX-04', [alerts, home])).toMatchObject({
    answer: 'a_verifier',
    excerpts: [
      { url: `${SITE}/`, about: 'Page d’accueil', quote: 'En cas d’événement majeur, FR-Alert.' },
      { url: `${SITE}/Alerte`, about: 'Page sur les alertes' },
    ],
  });
});

test.each([
  'Numéros d’urgence',
  'En cas d’urgence',
  'Urgence : se mettre à l’abri',
  'Gestion de crise',
  'Vigilance orange',
  'Recevoir une alerte',
])('a heading « %s » is about alerts', (text) => {
  expect(proposalOf(alertBanner, 'RSX-04', [page({ passages: heading(text) })])?.excerpts).toHaveLength(1);
});

test.each([
  'Sélection de l’urgence du dossier',
  'Passeport en urgence',
  'Protection des lanceurs d’alerte',
  'La crise du logement',
  'Évacuation des eaux usées',
])('a heading « %s » is about something else', (text) => {
  expect(proposalOf(alertBanner, 'RSX-04', [page({ passages: heading(text) })])?.excerpts).toEqual([]);
});

test('a page that says the word in passing is not to be opened, and without pages the guide stands alone', () => {
  const other = page({ passages: passages('Demandez votre titre en urgence.') });
  expect(proposalOf(alertBanner, 'RSX-04', [other])?.excerpts).toEqual([]);
  expect(siteLine(alertBanner, [other])).toEqual(['inapplicable']);
});
