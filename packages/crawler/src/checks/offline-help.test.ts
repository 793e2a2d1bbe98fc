import { expect, test } from 'vitest';
import { page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { offlineHelp } from './offline-help.ts';

const answer = (text: string, path = '/Demarches/Passeport'): unknown =>
  proposalOf(offlineHelp, 'ACC-13', [page(read(`<main><h1>Titre</h1>${text}</main>`, { path }))])?.answer;

test.each([
  '<p>Sans accès à internet, appelez le 01 99 00 12 34.</p>',
  '<p>Un agent vous aide au <a href="/p">point numérique</a>.</p>',
  '<p>Maison France services : 2 rue Neuve, 39000 Exempleville.</p>',
  '<p>Besoin d’aide ? Venez au guichet.</p>',
])('%s is help with what it takes to reach it', (text) => {
  expect(answer(text)).toBe('conforme');
});

test('help that nothing leads to, or told far from the procedures, is for a person to look at', () => {
  expect(answer('<p>Les maisons France services vous aident.</p>')).toBe('a_verifier');
  expect(answer('<p>Sans internet, appelez le 01 99 00 12 34.</p>', '/Actualites/Aide')).toBe('a_verifier');
});

test('a number that costs more gives no help', () => {
  expect(answer('<p>Sans internet, appelez le 0 899 12 34 56.</p>')).toBe('a_verifier');
});

test('aid of another kind is none', () => {
  expect(answer('<p>L’aide juridictionnelle se demande en ligne.</p>')).toBe('non_conforme');
  expect(answer('<p>La démarche se fait sur internet.</p>')).toBe('non_conforme');
  expect(
    answer('<p>Consultez l’aide pour l’option en ligne de commande : elle règle la journalisation.</p>'),
  ).toBe('non_conforme');
});
