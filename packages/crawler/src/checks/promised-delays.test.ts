import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { configured, page, passages, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { promisedDelays } from './promised-delays.ts';

const settings = configured({
  pages: { quality: '/Qualite' },
  delays: {
    email: { amount: 5, unit: 'ouvres', bound: 'inclusive' },
    letter: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
    feedback: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
  },
});
const quality = (...texts: string[]): PageFacts =>
  page({ passages: passages(...texts) }, { url: 'https://www.exemple.gouv.fr/Qualite' });
const propose = (...pages: PageFacts[]): Proposal | undefined =>
  proposalOf(promisedDelays, 'CTC-03', pages, settings);
const answer = (...texts: string[]): unknown => propose(quality(...texts))?.answer;

const EMAIL = 'Nous répondons aux courriels sous cinq jours ouvrés.';
const LETTER = 'Réponse à vos courriers dans un délai de 10 jours ouvrés.';
const FEEDBACK = 'Toute réclamation reçoit une réponse sous dix jours ouvrés.';

test('the three delays, as committed to, are proposed as sound', () => {
  expect(answer(EMAIL, LETTER, FEEDBACK)).toBe('conforme');
});

test('another number, or other days, is not what was committed to', () => {
  expect(answer('Nous répondons aux courriels sous huit jours ouvrés.', LETTER, FEEDBACK)).toBe(
    'non_conforme',
  );
  expect(answer('Nous répondons aux courriels sous 5 jours ouvrables.', LETTER, FEEDBACK)).toBe(
    'non_conforme',
  );
  expect(answer('Nous répondons aux courriels sous 48 heures.', LETTER, FEEDBACK)).toBe('non_conforme');
});

test('days that nobody qualified, or another bound, are for a person to read', () => {
  expect(answer('Nous répondons aux courriels sous 5 jours.', LETTER, FEEDBACK)).toBe('a_verifier');
  expect(answer('Nous répondons aux courriels en moins de 5 jours ouvrés.', LETTER, FEEDBACK)).toBe(
    'a_verifier',
  );
});

test('what is missing is named', () => {
  const proposal = propose(quality(EMAIL, LETTER));
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.why).toContain('les réclamations');
});

test('the channel is the one named nearest before the delay', () => {
  const text = 'Nous répondons aux courriels sous cinq jours ouvrés, aux courriers sous dix jours ouvrés.';
  expect(answer(text, FEEDBACK)).toBe('conforme');
});

const contact = (text: string): PageFacts =>
  page(read(`<main><h1>Contact</h1><p>${text}</p><textarea></textarea></main>`, { path: '/Contact' }), {
    url: 'https://www.exemple.gouv.fr/Contact',
  });

test('on the contact page, an answer without a channel is taken for that of the form, and told as such', () => {
  const told = (text: string): unknown => propose(contact(text), quality(LETTER, FEEDBACK));
  expect(told('Une réponse vous est donnée sous 5 jours ouvrés.')).toMatchObject({
    answer: 'conforme',
    excerpts: expect.arrayContaining([
      expect.objectContaining({
        about: 'Contact : sans dire à quoi l’on répond, comparé aux courriels',
      }),
    ]) as unknown,
  });
  expect(told('Une réponse vous est donnée sous 8 jours ouvrés.')).toMatchObject({ answer: 'non_conforme' });
  expect(told('Les élus ont une réponse sous 8 jours ouvrés.')).toMatchObject({ answer: 'a_verifier' });
  expect(told('Une réponse est donnée aux messages sous 8 jours ouvrés.')).toMatchObject({
    answer: 'non_conforme',
  });
});

test('a promise that does not say what is answered is shown, and settles nothing', () => {
  const aside = 'Nous répondons aux élus sous trois jours ouvrés.';
  expect(answer(EMAIL, LETTER, FEEDBACK, aside)).toBe('conforme');
  expect(propose(quality(aside))).toMatchObject({ answer: 'non_conforme', excerpts: [{ quote: aside }, {}] });
});

test('no delay on the pages where it is due is not sound; without those pages, a person looks', () => {
  expect(answer('Nous répondons à tous.')).toBe('non_conforme');
  expect(propose(page())?.answer).toBe('a_verifier');
});

test.each([
  'En un an, 96 % des courriels ont reçu une réponse en moins de cinq jours ouvrés.',
  'Le récépissé est envoyé sous trois jours ouvrés.',
  'Vous disposez de deux mois pour répondre au courrier.',
  'Sans réponse sous quatre mois, la demande est rejetée.',
  'Délai moyen constaté : 74 jours.',
])('« %s » promises no answer', (text) => {
  expect(answer(EMAIL, LETTER, FEEDBACK, text)).toBe('conforme');
});

test('what national sheets and acts say is not promised by the préfecture', () => {
  const [said] = passages('Réponse aux courriels sous 30 jours ouvrés.');
  const html = said ? { passages: [{ ...said, inSheet: true as const }] } : {};
  expect(propose(page(html), quality(EMAIL, LETTER, FEEDBACK))?.answer).toBe('conforme');
});
