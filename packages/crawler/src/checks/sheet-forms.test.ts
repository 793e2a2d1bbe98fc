import { expect, test } from 'vitest';
import type { Settings } from '../check.ts';
import type { PageFacts } from '../facts.ts';
import { feedOf, feedSheet } from '../sheet-testing.ts';
import { link, page, passages, proposalOf, settings, sheet, siteLine } from '../testing.ts';
import { sheetForms } from './sheet-forms.ts';

const form = { number: 'R1', title: 'Avis médical', url: null, type: 'Formulaire', cerfa: '14880*02' };
const given = settings({ feed: feedOf([feedSheet({ services: [form] })]) });
const saying = (text: string): PageFacts =>
  page({ passages: passages(text), sheet: sheet({ linked: ['F1342'] }) });
const judge = (facts: PageFacts, settled: Settings = given): string[] =>
  siteLine(sheetForms, [facts], settled);
const answer = (facts: PageFacts, settled: Settings = given): string | undefined =>
  proposalOf(sheetForms, 'COM-12', [facts], settled)?.answer;

test('the version of the sheet passes, and is proposed as such', () => {
  expect(judge(saying('Remplissez le formulaire Cerfa n° 14880*02.'))).toEqual(['passed']);
  expect(answer(saying('Remplissez le formulaire Cerfa n° 14880*02.'))).toBe('conforme');
});

test('an older version fails, a newer one does not', () => {
  expect(judge(saying('Cerfa 14880*01'))).toEqual(['failed', 'old-form']);
  expect(answer(saying('Cerfa 14880*01'))).toBe('non_conforme');
  expect(judge(saying('Cerfa 14880 * 03'))).toEqual(['passed']);
});

test('the name of a file tells the version too', () => {
  const file = (url: string): PageFacts =>
    page({
      links: [link({ kind: 'document', url, text: 'Formulaire' })],
      sheet: sheet({ linked: ['F1342'] }),
    });
  expect(judge(file('https://www.exemple.gouv.fr/file/cerfa_14880-01.pdf'))).toEqual(['failed', 'old-form']);
  expect(judge(file('https://www.exemple.gouv.fr/file/cerfa_14880-02.pdf'))).toEqual(['passed']);
  expect(judge(file('https://www.exemple.gouv.fr/file/arrete_14880-01.pdf'))).toEqual(['inapplicable']);
});

test('the number of a notice is another form: it is to be looked for', () => {
  expect(judge(saying('Notice 51234*01'))).toEqual(['passed']);
  expect(answer(saying('Notice 51234*01'))).toBe('a_verifier');
});

test('a multiplication or a long number is no form', () => {
  expect(judge(saying('Soit 2 * 24 heures, dossier 123456*02.'))).toEqual(['inapplicable']);
});

test('without a feed the forms are listed to be compared', () => {
  const proposal = proposalOf(sheetForms, 'COM-12', [saying('Cerfa 14880*01')]);
  expect(proposal).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Cerfa 14880*01', quote: 'Cerfa 14880*01' }],
  });
  expect(proposal?.why).toContain('--feed');
});

test('a site without any form has nothing to keep up to date', () => {
  expect(proposalOf(sheetForms, 'COM-12', [page()])).toMatchObject({ answer: 'sans_objet' });
});
