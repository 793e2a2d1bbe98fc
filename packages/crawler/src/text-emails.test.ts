import { expect, test } from 'vitest';
import { emailsIn } from './text-emails.ts';

test.each([
  ['accueil@exemple.gouv.fr', 'accueil@exemple.gouv.fr'],
  ['Courriel : Pref-Accueil@Exemple.gouv.fr.', 'pref-accueil@exemple.gouv.fr'],
  ['écrire à pref_titres.sejour@pref13.exemple.gouv.fr,', 'pref_titres.sejour@pref13.exemple.gouv.fr'],
  ['<a+b@exemple.fr>', 'a+b@exemple.fr'],
  ['un@exemple.fr ou deux@exemple.fr', 'un@exemple.fr deux@exemple.fr'],
  ['un@exemple.fr;deux@exemple.fr', 'un@exemple.fr deux@exemple.fr'],
  ['accueil [at] exemple.fr', 'accueil@exemple.fr'],
  ['accueil(arobase)exemple.fr', 'accueil@exemple.fr'],
  ['accueil {a} exemple.fr', 'accueil@exemple.fr'],
  ['accueil @ exemple.fr', 'accueil@exemple.fr'],
])('« %s » gives %s', (text, expected) => {
  expect(
    emailsIn(text)
      .map(({ address }) => address)
      .join(' '),
  ).toBe(expected);
});

test.each([
  '@prefet13',
  'a@b',
  'accueil@',
  'prix @ 12',
  'accueil@exemple..fr',
  'deux..points@exemple.fr',
  'un@deux@exemple.fr',
  'accueil at exemple.fr',
  'https://exemple.fr/a',
])('« %s » holds no address', (text) => {
  expect(emailsIn(text)).toEqual([]);
});

test('one that is disguised is told, with its extract', () => {
  expect(emailsIn('Nous écrire : accueil [at] exemple.fr')).toEqual([
    { text: 'accueil [at] exemple.fr', index: 14, address: 'accueil@exemple.fr', isDisguised: true },
  ]);
  expect(emailsIn('accueil@exemple.fr')[0]?.isDisguised).toBe(false);
});

test.each(['a.', 'a@', 'a(at)', '@a.', 'a-'])('much of « %s » freeze nothing', (piece) => {
  const before = performance.now();
  emailsIn(`@${piece.repeat(200_000 / piece.length)}`);
  expect(performance.now() - before).toBeLessThan(20_000);
});
