import { expect, test } from 'vitest';
import { spokenIn } from './common-words.ts';

test('a few words that everybody says tell their language', () => {
  expect(spokenIn('Bonne année !', 'nl')).toBe('fr');
  expect(spokenIn('Thank you very much, my friends', 'fr')).toBe('en');
  expect(spokenIn('Guten Abend, Frau Müller', 'fr')).toBe('de');
});

test('names, rare words, and words of the language declared tell nothing', () => {
  expect(spokenIn('Buenos Aires', 'fr')).toBeNull();
  expect(spokenIn('Bonne année', 'fr')).toBeNull();
  expect(spokenIn('Le bonjour de Monsieur Martin', 'fr')).toBeNull();
  expect(spokenIn('France Services', 'en')).toBeNull();
  expect(spokenIn('Bonjour', 'en')).toBeNull();
  expect(spokenIn('Bonne année', 'br')).toBeNull();
});
