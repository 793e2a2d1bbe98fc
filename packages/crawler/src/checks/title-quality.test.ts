import { expect, test } from 'vitest';
import { page, passages, verdictLine } from '../testing.ts';
import { titleQuality } from './title-quality.ts';

const TEXT =
  'Le passeport se demande dans toutes les mairies équipées. Prenez rendez-vous, remplissez la demande en ligne, puis venez avec une photo récente et votre ancien titre. Le délai varie selon la saison : comptez un mois en hiver, deux en été. Le retrait se fait dans la même mairie.';
const judge = (title: string | null, text = TEXT): string[] =>
  verdictLine(titleQuality, page({ title, passages: passages(text), links: [] }));

test('a title that names the subject passes, by any of its words', () => {
  for (const title of [
    'Passeport',
    'Passeports et visas',
    'Demander son titre',
    'Mairie - Les services de l’État',
    'Saisir un titre de passeport',
  ])
    expect([title, ...judge(title)]).toEqual([title, 'passed']);
});

test('a title that nobody wrote fails', () => {
  for (const title of [
    'Untitled document',
    'Nouvelle page 2',
    'index.html',
    'https://www.exemple.gouv.fr/a',
    '…',
    'Sans titre',
    'Insert title here',
    'Saisissez un titre ici',
  ])
    expect([title, ...judge(title)]).toEqual([title, 'failed', 'empty-title']);
});

test('a number is a title where the page is headed by it', () => {
  const at = (heading: string): string[] => {
    const headings = [{ level: 1, text: heading, selector: 'h1', line: 1, zone: 'main' as const }];
    return verdictLine(titleQuality, page({ title: '3939', passages: passages(TEXT), links: [], headings }));
  };
  expect(at('3939')).toEqual(['passed']);
  expect(at('Passeport')).toEqual(['failed', 'empty-title']);
});

test('the title of a home page fails elsewhere, where the page speaks of something else', () => {
  const at = (path: string, heading = 'Passeport'): string[] => {
    const headings = [{ level: 1, text: heading, selector: 'h1', line: 1, zone: 'main' as const }];
    const facts = page({ title: 'Accueil', passages: passages(TEXT), links: [], headings });
    return verdictLine(titleQuality, { ...facts, url: `https://www.exemple.gouv.fr${path}` });
  };
  expect(at('/Demarches/Passeport')).toEqual(['failed', 'home-title']);
  expect(at('/Demarches/Passeport', 'Bienvenue')).not.toContain('home-title');
  for (const path of ['/', '/fr/', '/index.php', '/Accueil'])
    expect([path, at(path)]).not.toContain('home-title');
});

test('a title that shares no word with the page fails, unless the page is too short to tell', () => {
  expect(judge('Fermeture exceptionnelle du cinéma')).toEqual(['failed', 'other-subject']);
  expect(judge('Fermeture exceptionnelle du cinéma', 'Passeport.')).toEqual(['passed']);
});

test('a page that says that the site is out of order may say it in other words than its title', () => {
  const down = (heading: string): string[] => {
    const headings = [{ level: 1, text: heading, selector: 'h1', line: 1, zone: 'main' as const }];
    return verdictLine(
      titleQuality,
      page({ title: 'Erreur serveur', headings, passages: passages(TEXT), links: [] }),
    );
  };
  expect(down('Service indisponible')).toEqual(['passed']);
  expect(down('Horaires du guichet')).toEqual(['failed', 'other-subject']);
});

test('one word before the name of the site may be near to those of the page, and is not accused', () => {
  expect(judge('Voyages - Préfecture de l’Orne')).toEqual(['passed']);
  expect(judge('Fermeture du cinéma - Préfecture de l’Orne')).toEqual(['failed', 'other-subject']);
});

test('a page without a title is another check’s', () => {
  expect(judge(null)).toEqual(['inapplicable']);
});

test('the title of a page of answers says that it is one, or what was searched for', () => {
  const at = (title: string, heading: string): string[] => {
    const headings = [{ level: 1, text: heading, selector: 'h1', line: 1, zone: 'main' as const }];
    return verdictLine(titleQuality, page({ title, passages: passages(TEXT), links: [], headings }));
  };
  for (const heading of [
    'Résultats de la recherche',
    'Résultats pour « piscine » à la préfecture de l’Exemple',
    'Search results for “pool” at the prefecture of Exemple',
  ])
    expect([heading, ...at('Préfecture de l’Exemple', heading)]).toEqual([
      heading,
      'failed',
      'results-title',
    ]);
  for (const title of ['Recherche de passeport', 'Passeport - Préfecture de l’Exemple'])
    expect([title, ...at(title, 'Résultats pour « passeport »')]).toEqual([title, 'passed']);
  // Not answers to a search of the site.
  for (const heading of [
    'Résultats de la recherche agronomique',
    'Recherche pour la médecine',
    'Résultats pour l’année passée',
    'Résultats',
  ])
    expect([heading, ...at('Passeport et agronomie', heading)]).toEqual([heading, 'passed']);
});

test('of two titles, the one that browsers tell must have something of the page when the other has', () => {
  const of = (title: string, otherTitle: string): string[] =>
    verdictLine(titleQuality, page({ title, otherTitle, passages: passages(TEXT), links: [], headings: [] }));
  expect(of('Modèle de départ', 'Demande de passeport en mairie')).toEqual(['failed', 'passed-over-title']);
  expect(of('Demande de passeport', 'Modèle de départ')).toEqual(['passed']);
  expect(of('Préfecture de l’Exemple', 'Autre chose')).toEqual(['passed']);
});
