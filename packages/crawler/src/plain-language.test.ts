import { expect, test } from 'vitest';
import { hintsOf, readabilityOf } from './plain-language.ts';
import { passages } from './testing.ts';

const PLAIN =
  'Prenez rendez-vous en ligne. Venez avec votre carte. Gardez le reçu que nous vous donnons. Payez par carte au guichet. Vous recevez un message.';
const hints = (text: string): string[] => {
  const read = readabilityOf(passages(text));
  return read ? hintsOf(read) : ['too short'];
};
const words = (count: number): string => `Vous ${'venez tôt '.repeat((count - 1) / 2).trim()}.`;

test('short sentences of everyday words give no hint', () => {
  expect(hints(PLAIN)).toEqual([]);
});

test('fewer than five sentences tell nothing, labels are none', () => {
  expect(
    readabilityOf(passages('Venez avec votre carte.', 'Un guichet', 'Payez par carte au guichet.')),
  ).toBeNull();
});

test('twenty words a sentence are not too many, more are', () => {
  const mean = (count: number): string[] => hints(Array.from({ length: 5 }, () => words(count)).join(' '));
  expect(mean(19)).toEqual([]);
  expect(mean(21)).toEqual(['21 mots par phrase']);
  expect(mean(31)).toEqual(['31 mots par phrase', '100 % de phrases de 30 mots et plus']);
});

test('the passive is told, a state is none', () => {
  expect(hints('La demande est transmise par le bureau. Le titre sera remis au guichet. '.repeat(4))).toEqual(
    ['100 % de phrases au passif'],
  );
  expect(hints('La préfecture est située à Brumeval. Le guichet est ouvert à tous. '.repeat(4))).toEqual([]);
});

test('long words are told', () => {
  const text = 'Les établissements conventionnés transmettent leurs justificatifs. '.repeat(6);
  expect(hints(text)).toEqual(['67 % de mots de 12 lettres et plus']);
});

test('the longest sentence is the one to show', () => {
  expect(readabilityOf(passages(`${PLAIN} ${words(25)}`))?.longest).toBe(words(25));
});

test('a text made to last is read in a time that does not explode', () => {
  const since = performance.now();
  readabilityOf(passages('est mot '.repeat(8_000), 'a'.repeat(60_000), '; '.repeat(30_000)));
  expect(performance.now() - since).toBeLessThan(4_000);
});
