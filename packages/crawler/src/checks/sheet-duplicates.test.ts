import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { configured, page, proposalOf, sheet } from '../testing.ts';
import { sheetDuplicates } from './sheet-duplicates.ts';

let count = 0;
const titled = (text: string, html: Partial<HtmlFacts> = {}): PageFacts =>
  page(
    { headings: [{ level: 1, text, selector: 'h1', line: 1, zone: 'main' }], ...html },
    { url: `https://www.exemple.gouv.fr/Demarches/${String(++count)}` },
  );
const showing = (number: string): Partial<HtmlFacts> => ({
  sheet: sheet({ number, container: '#comarquage' }),
});
const answer = (...pages: PageFacts[]): string | undefined =>
  proposalOf(sheetDuplicates, 'COM-09', pages)?.answer;

test('procedures with pages of their own are as they should be', () => {
  expect(answer(titled('Passeport', showing('F1')), titled('Carte grise', showing('F2')))).toBe('conforme');
});

test('the same sheet shown by two pages is one procedure twice', () => {
  const pages = [
    titled('Passeport', showing('F1')),
    titled('Titre de voyage', showing('F1')),
    titled('Visa'),
  ];
  const proposal = proposalOf(sheetDuplicates, 'COM-09', pages);
  expect(proposal).toMatchObject({ answer: 'non_conforme' });
  expect(proposal?.excerpts.map(({ quote }) => quote)).toEqual(['Passeport', 'Titre de voyage']);
});

test('a page that the configuration gives for the sheet that another shows is one of two', () => {
  const own = titled('Passeport');
  const given = configured({
    procedures: [{ label: { fr: 'Passeport' }, sheet: 'F1', page: new URL(own.url).pathname }],
  });
  expect(proposalOf(sheetDuplicates, 'COM-09', [own, titled('Titre', showing('F1'))], given)?.answer).toBe(
    'non_conforme',
  );
});

test('two pages that link to the same sheet may treat two sides of it', () => {
  const linked = { sheet: sheet({ linked: ['F1'] }) };
  expect(answer(titled('Passeport d’un majeur', linked), titled('Passeport d’un mineur', linked))).toBe(
    'conforme',
  );
});

test('titles made of the same words are for a person to look at', () => {
  expect(answer(titled('Demande de carte grise'), titled('Carte grise : demander'))).toBe('a_verifier');
});

test('a title of one word, or with another number, is no duplicate', () => {
  expect(answer(titled('Armes'), titled('Les armes'))).toBe('conforme');
  expect(answer(titled('Carte grise étape 1'), titled('Carte grise étape 2'))).toBe('conforme');
});

test('the next page of a list, and what is no procedure, are not compared', () => {
  const pager = { viewOf: 'https://www.exemple.gouv.fr/Demarches/1' };
  expect(answer(titled('Carte grise demande'), titled('Carte grise demande', pager))).toBe('conforme');
  expect(answer(titled('Carte grise demande', { kind: 'other' }))).toBeUndefined();
});
