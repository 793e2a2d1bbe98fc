import { expect, test } from 'vitest';
import { holdsText } from './read-text.ts';

test('a name takes up a text shown word for word, in its order', () => {
  expect(holdsText('Passeport : renouveler', 'Passeport')).toBe(true);
  expect(holdsText('Prendre un rendez-vous', 'Prendre rendez-vous')).toBe(false);
  expect(holdsText('Newsletters', 'Newsletter')).toBe(false);
  expect(holdsText('20 21', '2021')).toBe(false);
});

test('signs, capitals and figures cut words, or do not', () => {
  for (const [name, shown] of [
    ['Prendre rendez vous', 'Prendre rendez-vous'],
    ['Envoyer un email', 'E-mail'],
    ['Se connecter avec France Connect', 'FranceConnect'],
    ['FranceConnect', 'France Connect'],
    ['Créneau de 9 h 30', '9h30'],
    ['R.S.A. : demander', 'RSA'],
  ] as const)
    expect([name, holdsText(name, shown)]).toEqual([name, true]);
});

test('a word cut by a full stop may be said whole', () => {
  expect(holdsText('Avenue de la Gare', 'Av. de la Gare')).toBe(true);
  expect(holdsText('Monsieur Martin', 'M. Martin')).toBe(true);
  expect(holdsText('Avenue de la Gare', 'Av de la Gare')).toBe(false);
  expect(holdsText('Boulevard de la Gare', 'Av. de la Gare')).toBe(false);
  expect(holdsText('Article 120', 'Article 12.')).toBe(false);
});
