import { expect, test } from 'vitest';
import { postalAddressesIn, sameAddress, type ReadAddress } from './text-addresses.ts';

/** `66 | rue Saint-Sébastien | CS 80001 | 13006 Marseille`, `cedex` behind. */
const line = (text: string): string => postalAddressesIn(text).map(shown).join(' + ');

function shown({ number, street, box, postalCode, town, isCedex }: ReadAddress): string {
  const place = `${postalCode} ${town}${isCedex ? ' cedex' : ''}`;
  return [number, street, box, place].filter((part) => part !== null).join(' | ');
}

const TANNEURS = '66 | rue des Tanneurs | 13006 Marseille';

test.each([
  ['66 rue des Tanneurs, 13006 Marseille', TANNEURS],
  ['66, rue des Tanneurs 13006 Marseille', TANNEURS],
  ['66 rue des Tanneurs - 13006 Marseille', TANNEURS],
  ['66 rue des Tanneurs – 13006 Marseille', TANNEURS],
  ['66 rue des Tanneurs\n13006 Marseille', TANNEURS],
  ['Préfecture\n66 rue des Tanneurs\n13006 Marseille', TANNEURS],
  ['Adresse : 66 rue des Tanneurs 13006 Marseille.', TANNEURS],
  ['66\u00a0rue des Tanneurs, 13006\u00a0Marseille', TANNEURS],
  ['(66 rue des Tanneurs, 13006 Marseille)', TANNEURS],
  ['66 rue des Tanneurs | 13006 Marseille', TANNEURS],
  ['66 rue des Tanneurs, 13006 Marseille Tél. 04 91 15 60 00', TANNEURS],
  ['66 rue des Tanneurs, 13006 Marseille Téléphone 04', TANNEURS],
  ['66 rue des Tanneurs, 13006 Marseille France', TANNEURS],
  ['66 rue des Tanneurs, 13006 Marseille Ouvert le lundi', TANNEURS],
  ['66 rue des Tanneurs, 13006 Marseille (métro Castellane)', TANNEURS],
  ['66 RUE DES TANNEURS 13006 MARSEILLE', '66 | RUE DES TANNEURS | 13006 MARSEILLE'],
  ['66 bis rue des Tanneurs, 13006 Marseille', '66 bis | rue des Tanneurs | 13006 Marseille'],
  ['66bis rue des Tanneurs, 13006 Marseille', '66bis | rue des Tanneurs | 13006 Marseille'],
  ['66 B rue des Tanneurs, 13006 Marseille', '66 B | rue des Tanneurs | 13006 Marseille'],
  ['66-68 rue des Tanneurs, 13006 Marseille', '66-68 | rue des Tanneurs | 13006 Marseille'],
  ['66 / 68 rue des Tanneurs, 13006 Marseille', '66/68 | rue des Tanneurs | 13006 Marseille'],
  ['2 bd Paul Peytral, 13006 Marseille', '2 | bd Paul Peytral | 13006 Marseille'],
  ['2 bd. Paul-Peytral 13006 Marseille', '2 | bd. Paul-Peytral | 13006 Marseille'],
  ['24 av. de la Gare, 13200 Arles', '24 | av. de la Gare | 13200 Arles'],
  ['24, avenue de la Gare\n13200 Arles', '24 | avenue de la Gare | 13200 Arles'],
  ['1 pl. du Marché 13800 Istres', '1 | pl. du Marché | 13800 Istres'],
  ['1 place du 4 Septembre, 13800 Istres', '1 | place du 4 Septembre | 13800 Istres'],
  [
    '455 avenue Pierre Brossolette, 13100 Aix-en-Provence',
    '455 | avenue Pierre Brossolette | 13100 Aix-en-Provence',
  ],
  ['3 allée des Pins, 13560 Sénas', '3 | allée des Pins | 13560 Sénas'],
  ['3 allées des Pins, 13560 Sénas', '3 | allées des Pins | 13560 Sénas'],
  ['4 quai du Port 13500 Martigues', '4 | quai du Port | 13500 Martigues'],
  ['5 chemin de l’Étang, 13500 Martigues', '5 | chemin de l’Étang | 13500 Martigues'],
  ['6 impasse des Lilas 13600 La Ciotat', '6 | impasse des Lilas | 13600 La Ciotat'],
  ['7 rte de Paris, 76600 Le Havre', '7 | rte de Paris | 76600 Le Havre'],
  ['8 cours Gambetta 84800 L’Isle-sur-la-Sorgue', '8 | cours Gambetta | 84800 L’Isle-sur-la-Sorgue'],
  ['9 rue Victor-Hugo 97400 Saint-Denis', '9 | rue Victor-Hugo | 97400 Saint-Denis'],
  ['9 rue Victor-Hugo 97410 Saint Pierre', '9 | rue Victor-Hugo | 97410 Saint Pierre'],
  ['10 cours Napoléon 20000 Ajaccio', '10 | cours Napoléon | 20000 Ajaccio'],
  ['11 rue Haute 01000 Bourg-en-Bresse', '11 | rue Haute | 01000 Bourg-en-Bresse'],
  ['11 rue Haute 98800 Nouméa', '11 | rue Haute | 98800 Nouméa'],
  ['12 rue Basse 92130 Issy les Moulineaux', '12 | rue Basse | 92130 Issy les Moulineaux'],
  ['12 rue Basse 94000 Créteil Cedex', '12 | rue Basse | 94000 Créteil cedex'],
  [
    'Place Félix-Baret, CS 80001, 13282 Marseille Cedex 06',
    'Place Félix-Baret | CS 80001 | 13282 Marseille cedex',
  ],
  [
    'Place Félix-Baret - CS 80001 - 13282 MARSEILLE CEDEX 06',
    'Place Félix-Baret | CS 80001 | 13282 MARSEILLE cedex',
  ],
  [
    'place Félix-Baret CS 80001 13282 Marseille cedex 6',
    'place Félix-Baret | CS 80001 | 13282 Marseille cedex',
  ],
  ['2 rue Noire\nCS 80001\n13282 Marseille cedex 06', '2 | rue Noire | CS 80001 | 13282 Marseille cedex'],
  ['CS 80001\n2 rue Noire\n13282 Marseille cedex 06', '2 | rue Noire | CS 80001 | 13282 Marseille cedex'],
  ['2 rue Noire, BP 12, 13200 Arles', '2 | rue Noire | BP 12 | 13200 Arles'],
  ['BP 12\n13200 Arles', 'BP 12 | 13200 Arles'],
  ['TSA 12 345 - 13200 Arles', 'TSA 12 345 | 13200 Arles'],
  ['2 rue Noire, bâtiment B, 13200 Arles', '2 | rue Noire | 13200 Arles'],
  ['2 rue Noire\n1er étage\n13200 Arles', '2 | rue Noire | 13200 Arles'],
  [
    '2 rue Noire, 13200 Arles ; 3 rue Claire, 13800 Istres',
    '2 | rue Noire | 13200 Arles + 3 | rue Claire | 13800 Istres',
  ],
  ['2 rue Noire, 13200 - Arles', '2 | rue Noire | 13200 Arles'],
  ['2 rue Noire, 13200, Arles', '2 | rue Noire | 13200 Arles'],
  ['Ouvert de 8 h à 12 h\n2 rue Noire\n13200 Arles', '2 | rue Noire | 13200 Arles'],
  ['Avenue Claire, Quartier Noir, 13800 Istres', 'Avenue Claire | 13800 Istres'],
  ['ZA Noire, 13400 Aubagne', 'ZA Noire | 13400 Aubagne'],
  ['66  rue Noire  13006  Marseille', '66 | rue Noire | 13006 Marseille'],
  ['Esplanade Charles de Gaulle, 13200 Arles', 'Esplanade Charles de Gaulle | 13200 Arles'],
])('« %s » is %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  '13006 Marseille',
  'à Marseille (13006)',
  'La préfecture de Marseille',
  '66 rue des Tanneurs',
  '66 rue des Tanneurs, Marseille',
  '66 rue des Tanneurs, 1300 Marseille',
  '66 rue des Tanneurs, 130060 Marseille',
  '66 rue des Tanneurs, 00123 Marseille',
  '66 rue des Tanneurs, 99123 Marseille',
  '66 rue des Tanneurs : 13006 habitants',
  '66 rue des Tanneurs, 13006 euros',
  '2 rue Noire, cerfa 13006 Demande',
  '2 rue Noire, n° 13006 Marseille',
  '2 rue Noire, dossier 13006 Marseille',
  '2 rue Noire. Référence : 13006 Marseille',
  '2 rue Noire : 12,13006 Marseille',
  'en cours de validité, 13006 Marseille',
  'à la place de la carte, 13006 Marseille',
  'en voie de disparition 13006 Marseille',
  'par mail ou courrier 13006 Marseille',
  'La Cité est grande. Merci. 2026',
  'cerfa 15646*01 Demande',
  '04 91 15 60 00',
  'SIRET 130 012 024 00018 Marseille',
  'les 13006 Électeurs',
  '2 rue Noire\n\n\n\n\n\n\n13200 Arles',
])('« %s » is no address', (text) => {
  expect(line(text)).toBe('');
});

test('what stands between the street and the town is kept', () => {
  const [address] = postalAddressesIn('2 rue Noire, bâtiment B\nCS 80001\n13200 Arles');
  expect(address).toMatchObject({ complement: 'bâtiment B', box: 'CS 80001' });
  expect(postalAddressesIn('2 rue Noire, 13200 Arles')[0]?.complement).toBeNull();
});

test('the extract is that of the text, where it stands', () => {
  const text = 'Accueil : 2 rue Noire, 13282 Marseille cedex 06, métro B.';
  expect(postalAddressesIn(text)).toMatchObject([
    { text: '2 rue Noire, 13282 Marseille cedex 06', index: 10 },
  ]);
});

const same = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => postalAddressesIn(text)[0]);
  return a !== undefined && b !== undefined && sameAddress(a, b);
};

test.each([
  ['2 bd Paul Peytral 13006 Marseille', '2, boulevard Paul-Peytral - 13006 MARSEILLE'],
  ['24 av. de la Gare 13200 Arles', '24 avenue de la gare, 13200 Arles'],
  ['66 rue St-Sébastien 13006 Marseille', '66 RUE SAINT SEBASTIEN 13006 Marseille'],
  ['66 rue Ste Anne 13006 Marseille', '66 rue Sainte-Anne 13006 Marseille'],
  ['1 pl. du Gal de Gaulle 13200 Arles', '1 place Général-de-Gaulle 13200 Arles'],
  ['3 allées des Pins 13560 Sénas', '3 all. des Pins 13560 Sénas'],
  ['66bis rue Noire 13006 Marseille', '66 bis rue Noire 13006 Marseille'],
  ['Place Félix-Baret CS 80001 13282 Marseille cedex 06', 'place Félix Baret 13006 Marseille'],
  ['5 chemin de l’Étang 13500 Martigues', "5 chemin de l'Etang 13500 Martigues"],
])('« %s » and « %s » are one door', (one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  ['2 rue Noire 13006 Marseille', '4 rue Noire 13006 Marseille'],
  ['2 rue Noire 13006 Marseille', '2 bis rue Noire 13006 Marseille'],
  ['2 rue Noire 13006 Marseille', '2 rue Claire 13006 Marseille'],
  ['2 rue Noire 13006 Marseille', '2 place Noire 13006 Marseille'],
  ['2 rue Noire 13006 Marseille', '2 rue Noire 13001 Marseille'],
  ['2 rue Noire 13282 Marseille cedex', '2 rue Noire 84000 Avignon'],
  ['BP 12 13200 Arles', 'BP 12 13200 Arles'],
  ['Place Noire 13200 Arles', '1 place Noire 13200 Arles'],
])('« %s » and « %s » are not proven to be one door', (one, other) => {
  expect(same(one, other)).toBe(false);
});

test.each(['13006 Marseille ', '2 rue ', '2 rue A ', '13006 A de ', 'CS 1 ', '1-1 ', 'place A '])(
  'much of « %s » freeze nothing',
  (piece) => {
    const before = performance.now();
    postalAddressesIn(piece.repeat(200_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(20_000);
  },
);
