import { expect, test } from 'vitest';
import type { ProbeFacts } from '../probes/index.ts';
import type { SeenPlace } from '../probes/kit.ts';
import { page, rendered, tried, verdictLine, walked } from '../testing.ts';
import { hiddenFocusable } from './hidden-focusable.ts';

const PLACE: SeenPlace = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Fermé' };
const judge = (probes: ProbeFacts): string[] =>
  verdictLine(hiddenFocusable, page({}, { rendered: rendered({ probes }) }));
const hidden = (letters: number, hasTurn = false): ProbeFacts => ({
  hiddenText: [{ ...PLACE, text: 'Fermé', letters, hasTurn }],
});
const unseen = (html: string): ProbeFacts => ({ hiddenText: [], unseenFocus: [{ ...PLACE, html }] });

test('a page where nothing is hidden amiss passes', () => {
  expect(judge({ hiddenText: [], unseenFocus: [] })).toEqual(['passed']);
});

test('a sentence that only the eye gets fails, fewer letters are for a person to weigh', () => {
  expect(judge(hidden(60))).toEqual(['failed', 'unread-text']);
  expect(judge(hidden(59))).toEqual(['cantTell', 'read-hidden-text']);
});

test('a slide that waits for its turn is for a person to see', () => {
  expect(judge(hidden(60, true))).toEqual(['cantTell', 'read-hidden-text']);
});

test('what takes the focus out of sight is for a person to try', () => {
  expect(judge(unseen('<button>Fermer'))).toEqual(['cantTell', 'unseen-focus']);
});

test('a skip link, and a field drawn by its label, are let be', () => {
  expect(judge(unseen('<a class="fr-link" href="#contenu">'))).toEqual(['passed']);
  expect(judge(unseen('<input type="checkbox">'))).toEqual(['passed']);
});

test('a link that says nothing without the words hidden from all fails, one that says enough does not', () => {
  const lost = (name: string, words: string): string[] =>
    judge({ lostWords: [{ ...PLACE, name, hidden: words }] });
  expect(lost('Lire la suite', 'sur le rugby')).toEqual(['failed', 'lost-words']);
  expect(lost('Lire la suite sur le rugby', 'sur le rugby')).toEqual(['passed']);
  expect(lost('Lire la suite', 'en savoir plus')).toEqual(['passed']);
  expect(lost('Télécharger', 'Chargement en cours')).toEqual(['passed']);
});

test('a stop that keeps the keyboard where nobody is told of it fails', () => {
  expect(verdictLine(hiddenFocusable, tried({ keyboard: { ...walked, hushed: [PLACE] } }))).toEqual([
    'failed',
    'unheard-focus',
  ]);
  expect(verdictLine(hiddenFocusable, tried({ keyboard: walked }))).toEqual(['passed']);
});
