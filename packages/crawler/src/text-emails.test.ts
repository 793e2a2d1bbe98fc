import { expect, test } from 'vitest';
import { read } from './testing-read.ts';
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
  ['mailto:accueil@exemple.fr?subject=Titre%20de%20séjour', 'accueil@exemple.fr'],
  ['MAILTO:Accueil@Exemple.fr', 'accueil@exemple.fr'],
  [
    'mailto:un@exemple.fr,deux@exemple.fr?cc=trois@exemple.fr',
    'un@exemple.fr deux@exemple.fr trois@exemple.fr',
  ],
  ['Accueil <accueil@exemple.fr>', 'accueil@exemple.fr'],
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
  ['pref-accueil [at] exemple.gouv.fr', 'pref-accueil@exemple.gouv.fr'],
  ['pref-accueil[at]exemple[dot]gouv[dot]fr', 'pref-accueil@exemple.gouv.fr'],
  ['accueil [at] exemple [dot] fr', 'accueil@exemple.fr'],
  ['accueil (at) exemple (point) fr', 'accueil@exemple.fr'],
  ['accueil(arobase)exemple(point)gouv(point)fr', 'accueil@exemple.gouv.fr'],
  ['accueil {at} exemple {dot} fr', 'accueil@exemple.fr'],
  ['accueil[AT]exemple[DOT]fr', 'accueil@exemple.fr'],
  ['accueil <at> exemple.fr', 'accueil@exemple.fr'],
  ['accueil [arrobase] exemple.fr', 'accueil@exemple.fr'],
  ['accueil [arobas] exemple.fr', 'accueil@exemple.fr'],
  ['accueil (a) exemple.fr', 'accueil@exemple.fr'],
  ['accueil ( @ ) exemple.fr', 'accueil@exemple.fr'],
  ['accueil@exemple(.)fr', 'accueil@exemple.fr'],
  ['accueil@exemple[.]gouv[.]fr', 'accueil@exemple.gouv.fr'],
  ['accueil arobase exemple.gouv.fr', 'accueil@exemple.gouv.fr'],
  ['accueil arobase exemple point fr', 'accueil@exemple.fr'],
  ['accueil arobase exemple point gouv point fr', 'accueil@exemple.gouv.fr'],
  ['Accueil Arobase Exemple Point Fr', 'accueil@exemple.fr'],
  ['pref tiret accueil arobase exemple point fr', 'pref-accueil@exemple.fr'],
  ['pref tiret bas accueil arobase exemple point fr', 'pref_accueil@exemple.fr'],
  ['pref underscore accueil arobase exemple.fr', 'pref_accueil@exemple.fr'],
  ['accueil at exemple dot fr', 'accueil@exemple.fr'],
  ['accueil at exemple dot gouv dot fr', 'accueil@exemple.gouv.fr'],
  ['accueil arobase exemple point fr point de contact', 'accueil@exemple.fr'],
  ['accueil arobase exemple.fr point de vente', 'accueil@exemple.fr'],
  ['accueil＠exemple.fr', 'accueil@exemple.fr'],
  ['accueil@\u200bexemple.gouv.fr', 'accueil@exemple.gouv.fr'],
  ['accueil@exemple\u200b.gouv\u200b.fr', 'accueil@exemple.gouv.fr'],
  ['accueil@exemple.\u00adgouv.fr', 'accueil@exemple.gouv.fr'],
  ['pref-sejour-rdv@hauts-de-brume.exemple.gouv.fr', 'pref-sejour-rdv@hauts-de-brume.exemple.gouv.fr'],
  ['sp-roc-sur-lande@haute-brume.gouv.fr', 'sp-roc-sur-lande@haute-brume.gouv.fr'],
  ['Bureau des élections : pref-elections@exemple.gouv.fr', 'pref-elections@exemple.gouv.fr'],
  ['Tél. 01 99 00 00 10 / accueil@exemple.fr', 'accueil@exemple.fr'],
  ['Courriel:accueil@exemple.fr', 'accueil@exemple.fr'],
  ['E-mail – accueil@exemple.fr', 'accueil@exemple.fr'],
  ['accueil@exemple.fr | greffe@exemple.fr', 'accueil@exemple.fr greffe@exemple.fr'],
  ['accueil@exemple.fr / greffe [at] exemple.fr', 'accueil@exemple.fr greffe@exemple.fr'],
  ['accueil@exemple.fr,greffe@exemple.fr', 'accueil@exemple.fr greffe@exemple.fr'],
  ['accueil@exemple.fr (du lundi au vendredi)', 'accueil@exemple.fr'],
  ['accueil@exemple.fr…', 'accueil@exemple.fr'],
  ['« accueil@exemple.fr », rubrique « séjour »', 'accueil@exemple.fr'],
  ['Écrire à : ddt-sea@exemple.gouv.fr !', 'ddt-sea@exemple.gouv.fr'],
  ['dupont%service@exemple.fr', 'dupont%service@exemple.fr'],
  ['prenom.nom@interieur.exemple.gouv.fr', 'prenom.nom@interieur.exemple.gouv.fr'],
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
  'voir le point de vente',
  'une arobase et un point',
  'l’arobase exemple point d’interrogation',
  'rendez-vous at home dot dot',
  'réunion at exemple.fr',
  'accueil arobase exemple point info-trafic',
  'accueil @',
  'accueil [at] exemple',
  'accueil(point)exemple(point)fr',
  'article (a) du code.',
])('« %s » holds no address', (text) => {
  expect(emailsIn(text)).toEqual([]);
});

test('an address reads the same through entities, markup or a place to break the line', () => {
  const texts = [
    'Écrire : accueil&#64;exemple&#46;fr',
    'Écrire : accueil&commat;exemple.fr',
    'Écrire : accueil@<wbr>exemple.fr',
    'Écrire : <span>accueil</span>@<span>exemple.fr</span>',
    'Écrire : <b>accueil@exemple</b>.fr',
    'Écrire : accueil&nbsp;@&nbsp;exemple.fr',
  ];
  for (const text of texts) {
    const said = read(`<main><p>${text}</p></main>`).passages.map((passage) => passage.text);
    expect(
      said.flatMap((one) => emailsIn(one).map(({ address }) => address)),
      text,
    ).toEqual(['accueil@exemple.fr']);
  }
});

test('one that is disguised is told, with its extract', () => {
  expect(emailsIn('Nous écrire : accueil [at] exemple.fr')).toEqual([
    { text: 'accueil [at] exemple.fr', index: 14, address: 'accueil@exemple.fr', isDisguised: true },
  ]);
  expect(emailsIn('accueil@exemple.fr')[0]?.isDisguised).toBe(false);
});

test.each(['a.', 'a@', 'a(at)', '@a.', 'a-', 'a point ', 'a tiret a arobase ', 'a at a dot '])(
  'much of « %s » freeze nothing',
  (piece) => {
    const before = performance.now();
    emailsIn(`@${piece.repeat(200_000 / piece.length)}`);
    expect(performance.now() - before).toBeLessThan(20_000);
  },
);
