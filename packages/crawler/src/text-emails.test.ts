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
  ['accueil [arobase] exemple.fr', 'accueil@exemple.fr'],
  ['accueil (at) exemple.fr', 'accueil@exemple.fr'],
  ['accueil[@]exemple.fr', 'accueil@exemple.fr'],
  ['ACCUEIL@EXEMPLE.FR', 'accueil@exemple.fr'],
  ['mél. : accueil@exemple.fr', 'accueil@exemple.fr'],
  ['mailto:accueil@exemple.fr', 'accueil@exemple.fr'],
  ['(accueil@exemple.fr)', 'accueil@exemple.fr'],
  ['« accueil@exemple.fr »', 'accueil@exemple.fr'],
  ['accueil@exemple.fr?', 'accueil@exemple.fr'],
  ['accueil@exemple.fr, 04 91 15 60 00', 'accueil@exemple.fr'],
  ['accueil@exemple.fr\nstandard@exemple.fr', 'accueil@exemple.fr standard@exemple.fr'],
  ['sp-arles@exemple.gouv.fr', 'sp-arles@exemple.gouv.fr'],
  ['a@b.fr', 'a@b.fr'],
  ['a1@b2.fr', 'a1@b2.fr'],
  ['pref.sous-pref_2@a-b.exemple.re', 'pref.sous-pref_2@a-b.exemple.re'],
  ['accueil@exemple.museum', 'accueil@exemple.museum'],
  ['l’adresse accueil@exemple.fr', 'accueil@exemple.fr'],
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
  'accueil@exemple',
  'accueil@.fr',
  '.accueil@',
  'accueil@exemple.f',
  'accueil@exemple.123',
  'accueil@-exemple.fr',
  'accueilé@exemple.fr',
  'accueil@exemple.fr@autre.fr',
  'rendez-vous (à) midi.net',
  '10 @ 12 euros',
  'twitter : @prefecture',
  'suivre @exemple.fr',
  'rappel (a) et (b)',
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
