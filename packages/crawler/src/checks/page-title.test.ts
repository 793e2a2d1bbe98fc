import { expect, test } from 'vitest';
import type { HtmlFacts } from '../facts.ts';
import { page, pageProblems, passages, rendered, verdictLine } from '../testing.ts';
import { pageTitle } from './page-title.ts';

const judge = (facts: Partial<HtmlFacts>): string[] => verdictLine(pageTitle, page(facts));
const TEXT =
  'Le passeport se demande en mairie, avec une photo et un justificatif de domicile récent. '.repeat(3);

test('a title that says the subject passes', () => {
  expect(judge({})).toEqual(['passed']);
  expect(judge({ title: 'Demande de passeport', passages: passages(TEXT) })).toEqual(['passed']);
});

test('a page without a title fails', () => {
  expect(judge({ title: null })).toEqual(['failed', 'no-title']);
});

test('a title given by a script is one', () => {
  const given = (title: string): string[] =>
    verdictLine(pageTitle, page({ title: null }, { rendered: rendered({ title }) }));
  expect(given('Demande de passeport')).toEqual(['passed']);
  expect(given(' ')).toEqual(['failed', 'no-title']);
  expect(given('Sans titre')).toEqual(['failed', 'tool-title']);
});

test.each([
  ...['Sans titre', 'Untitled Document', 'Document', 'index', 'Page 3', 'https://www.exemple.gouv.fr/a'],
  ...['passeport.html', 'Formulaire_2026.docx', 'Nouvelle page', 'Sans titre - Les services de l’État'],
])('« %s » is what a tool leaves', (title) => {
  expect(judge({ title })).toEqual(['failed', 'tool-title']);
});

test.each([
  'Accueil',
  'Documents utiles',
  'Page d’accueil des étrangers',
  'Test de niveau',
  'Titre de séjour',
])('« %s » may be a subject', (title) => {
  expect(judge({ title })).toEqual(['passed']);
});

test('a title without a word of the page is for a person to read', () => {
  const facts = { title: 'Vehicle registration certificate', passages: passages(TEXT) };
  expect(judge(facts)).toEqual(['cantTell', 'off-topic']);
  expect(pageProblems(pageTitle, page(facts))[0]?.at.quote).toBe(facts.title);
});

test('another form of a word is the same word, a word of a heading counts', () => {
  expect(judge({ title: 'Demander ses papiers', passages: passages(TEXT) })).toEqual(['passed']);
  expect(judge({ title: 'Carte grise perdue', passages: passages(TEXT) })).toEqual(['cantTell', 'off-topic']);
  const headings = [{ level: 1, text: 'Carte grise', selector: 'h1', line: 1, zone: 'main' }] as const;
  expect(judge({ title: 'Carte grise perdue', passages: passages(TEXT), headings })).toEqual(['passed']);
});

test('of one word, or of a short page, nothing is said', () => {
  expect(judge({ title: 'Immatriculation', passages: passages(TEXT) })).toEqual(['passed']);
  expect(
    judge({ title: 'Carte grise perdue', passages: passages(TEXT.slice(0, 199)), headings: [] }),
  ).toEqual(['passed']);
  expect(
    judge({ title: 'Carte grise perdue', passages: passages(TEXT.slice(0, 200)), headings: [] }),
  ).toEqual([...['cantTell', 'off-topic']]);
});

test('the pages of a pager are one page', () => {
  expect(judge({ title: null, viewOf: 'https://www.exemple.gouv.fr/a' })).toEqual(['inapplicable']);
});
