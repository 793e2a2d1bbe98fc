import { expect, test } from 'vitest';
import { shorten } from './text-shorten.ts';

test('what fits is left alone, to the last character', () => {
  expect(shorten('Corriger le lien.', 17)).toBe('Corriger le lien.');
});

test('a long sentence stops where it says what is wrong, before what to do', () => {
  const message =
    'La fiche nationale ne nomme pas sa source\u00A0: afficher sous la fiche «\u00A0Direction de l’information\u00A0».';
  expect(shorten(message, 80)).toBe('La fiche nationale ne nomme pas sa source…');
});

test('whole sentences come before a colon', () => {
  const message =
    'Le texte national de la fiche F870 a été modifié. À la source\u00A0: «\u00A0Elle est à conserver\u00A0».';
  expect(shorten(message, 70)).toBe('Le texte national de la fiche F870 a été modifié…');
});

test('a stop within a quote or a bracket is none', () => {
  const message =
    'Le téléphone affiché («\u00A0Tél. 01 99 00 00 00. Poste 12\u00A0») n’est pas celui du service.';
  expect(shorten(message, 60)).toBe('Le téléphone affiché («\u00A0Tél. 01 99 00 00 00. Poste 12\u00A0»)…');
});

test('no word is cut, even in a sentence without a stop', () => {
  expect(shorten('Les horaires de chaque site et de chaque service sont affichés', 58)).toBe(
    'Les horaires de chaque site et de chaque service sont…',
  );
  expect(shorten('Oui\u00A0: compléter la page des coordonnées du service', 20)).toBe(
    'Oui\u00A0: compléter la…',
  );
});

test('only a text without a space is cut anywhere, never within a character', () => {
  expect(shorten('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(shorten('😀'.repeat(9), 6).isWellFormed()).toBe(true);
});

test('a hostile text takes no time', () => {
  expect(shorten(`${' .'.repeat(50_000)}«`, 60_000).length).toBeLessThan(60_001);
  expect(shorten(' '.repeat(100_000), 90_000)).toBe('…');
});
