import { expect, test } from 'vitest';
import { commonEnding } from './title-ending.ts';

const SITE = ' - Les services de l’État dans la Haute-Brume';

test('what more than half of the titles end with is the name of the site', () => {
  const titles = [`Contact${SITE}`, `Passeport - Démarches${SITE}`, `Accueil${SITE}`];
  expect(commonEnding([...titles, 'Sans suffixe', 'Une autre'])).toBe(SITE);
  expect(commonEnding([...titles, 'Sans suffixe', 'Une autre', 'Encore une'])).toBe('');
});

test('three titles at least make a custom', () => {
  expect(commonEnding([`Contact${SITE}`, `Passeport${SITE}`])).toBe('');
  expect(commonEnding([])).toBe('');
});

test('a hyphen within a name separates nothing', () => {
  expect(commonEnding(['Rendez-vous', 'Prenez rendez-vous', 'Les rendez-vous'])).toBe('');
});

test('a hostile title takes no time', () => {
  expect(commonEnding([' - '.repeat(50_000), ' -'.repeat(50_000), '- '.repeat(50_000)])).toBe('');
});
