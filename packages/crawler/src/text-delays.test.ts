import { dayUnits } from '@qualepref/core';
import { expect, test } from 'vitest';
import { delayOf, delaysIn } from './text-delays.ts';

/** `5..8 jours`, `< 5 ouvres`, `15 jours max`. */
const line = (text: string): string =>
  delaysIn(text)
    .map(({ count, least, unit, bound, isMax }) => {
      const figure = least === null ? String(count) : `${String(least)}..${String(count)}`;
      return `${bound === 'strict' ? '< ' : ''}${figure} ${unit}${isMax ? ' max' : ''}`;
    })
    .join(' ');

test.each([
  ['Une réponse vous est faite sous cinq jours ouvrés.', '5 ouvres max'],
  ['sous 5 jours ouvrés', '5 ouvres max'],
  ['sous cinq (5) jours ouvrés', '5 ouvres max'],
  ['sous 15 jours ouvrables', '15 ouvrables max'],
  ['sous 10 jours calendaires', '10 calendaires max'],
  ['sous 15 (quinze) jours', '15 jours max'],
  ['sous\u00a048\u00a0h', '48 heures max'],
  ['sous 48 heures', '48 heures max'],
  ['sous 48h', '48 heures max'],
  ['sous quarante-huit heures', '48 heures max'],
  ['sous 24 à 48 heures', '24..48 heures max'],
  ['sous huitaine de jours', '8 jours max'],
  ['sous un mois', '1 mois max'],
  ['sous deux mois', '2 mois max'],
  ['sous une semaine', '1 semaines max'],
  ['SOUS 5 JOURS OUVRES', '5 ouvres max'],
  ['sous 5 jours-ouvrés', '5 ouvres max'],
  ['sous 5 jours francs', '5 jours max'],
  ['dans les 5 jours ouvrés', '5 ouvres max'],
  ['dans les quinze jours', '15 jours max'],
  ['dans les 24 heures', '24 heures max'],
  ['dans un délai de 15 jours', '15 jours'],
  ['dans un délai maximum de 15 jours', '15 jours max'],
  ['dans un délai maximal de deux mois', '2 mois max'],
  ['dans un délai de 15 jours maximum', '15 jours max'],
  ['dans un délai de 15 jours au plus', '15 jours max'],
  ['dans un délai moyen de trois semaines', '3 semaines'],
  ['dans un délai de moins de 5 jours ouvrés', '< 5 ouvres max'],
  ['dans un délai inférieur à 10 jours', '< 10 jours max'],
  ['dans un délai d’un mois', '1 mois'],
  ['dans un délai d’environ deux mois', '2 mois'],
  ['dans un délai de 5 à 8 jours', '5..8 jours'],
  ['dans un délai de deux à trois semaines', '2..3 semaines'],
  ['dans un délai de 3 semaines à 2 mois', '2 mois'],
  ['Délai : 48 heures', '48 heures'],
  ['Délai de traitement : 3 mois', '3 mois'],
  ['Délai de réponse : 5 à 8 jours', '5..8 jours'],
  ['Délai moyen d’instruction : quatre mois', '4 mois'],
  ['Délai de traitement : entre 2 et 4 mois', '2..4 mois'],
  ['délai de réponse : 5j ouvrés', '5 ouvres'],
  ['sous 8j', '8 jours max'],
  ['Le délai est de 6 semaines', '6 semaines'],
  ['Le délai d’obtention est de 30 jours', '30 jours'],
  ['Les délais sont actuellement de 12 semaines', '12 semaines'],
  ['Le délai de délivrance varie de 2 à 4 mois', '2..4 mois'],
  ['délai d’instruction de deux mois', '2 mois'],
  ['délai de réponse de 10 jours', '10 jours'],
  ['Comptez 10 jours', '10 jours'],
  ['il faut compter environ 3 semaines', '3 semaines'],
  ['comptez une quinzaine de jours', '15 jours'],
  ['comptez une dizaine de jours', '10 jours'],
  ['comptez 2 ans', '2 ans'],
  ['au bout de deux mois, votre demande est rejetée', '2 mois'],
  ['d’ici 8 jours', '8 jours max'],
  ['Délai de traitement : moins de 3 semaines', '< 3 semaines max'],
  ['réponse sous moins de 3 jours', '< 3 jours max'],
  ['traité en moins de 72 heures', '< 72 heures max'],
  ['Votre dossier est instruit en 4 mois', '4 mois'],
  ['Nous répondons en 3 jours ouvrés', '3 ouvres'],
  ['Réponse en 10 jours', '10 jours'],
  ['vous recevrez un courrier 15 jours après', '15 jours'],
  ['Un accusé de réception vous parvient en 24 heures', '24 heures'],
  ['Nos agents répondent en une semaine', '1 semaines'],
  ['Temps d’attente : trois semaines', '3 semaines'],
  ['Vous êtes rappelé : 2 jours ouvrés', '2 ouvres'],
  ['Réponse : 5 jours ; réclamation : 10 jours', '5 jours 10 jours'],
  [
    'Courriels : réponse sous 5 jours ouvrés. Courriers : réponse sous 15 jours ouvrés.',
    '5 ouvres max 15 ouvres max',
  ],
])('« %s » promises %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  'titre valable 10 ans',
  'La carte est valable dix ans.',
  'passeport d’une validité de 5 ans',
  'La durée de validité est de 15 ans',
  'visa de 3 mois',
  'un visa de long séjour de 12 mois',
  'un séjour de plus de 3 mois',
  'titre de séjour de 4 ans',
  'carte de résident de 10 ans',
  'permis de conduire valable 15 ans',
  'enfant de 12 ans',
  'mineur de 16 ans',
  'âgé de 18 ans',
  'les personnes de 65 ans et plus',
  'à partir de 16 ans',
  'justificatif de domicile de moins de 3 mois',
  'un justificatif datant de moins de 6 mois',
  'photographie de moins de 6 mois',
  'Le contrôle doit dater de moins de 6 mois le jour de la demande.',
  'un certificat médical de moins d’un mois délivré par un médecin',
  'vous recevez une convocation au moins 15 jours avant la réunion',
  'à demander dans les 2 mois précédant l’expiration',
  'dépôt au plus tard 3 mois avant la date de fin',
  'Si le délai s’achève un jour férié, il est reporté d’un jour.',
  'marié depuis 4 ans',
  'il y a deux mois',
  'pendant 2 mois',
  'durant trois semaines',
  'depuis 5 ans',
  'La formation dure deux jours',
  'un stage de 2 jours',
  'peine de 3 ans de prison',
  'puni de six mois d’emprisonnement',
  'contrat de 12 mois',
  'un bail de 3 ans',
  'ouvert 24h/24 et 7 jours sur 7',
  'tous les 15 jours',
  'toutes les deux semaines',
  'de 8 h à 12 h',
  '8h30 - 12h00',
  'pendant 5 ans de résidence',
  '5 ans de résidence en France',
  'garantie de 2 ans',
  '35 heures par semaine',
  '10 jours de congés',
  '3 jours consécutifs',
  'les 12 derniers mois',
  'Les documents sont conservés pendant 6 mois',
  'La suspension du permis est de 6 mois',
  'fermé pour 3 semaines',
  'un congé de 2 semaines',
  'article 15',
  'réponse 7j/7',
  'la réponse en page 5 j',
  '15 joursnaux',
  '3 moissons',
  'un jour, un homme',
  'version 2.15 jours',
  '0 jours',
])('« %s » promises nothing', (text) => {
  expect(line(text)).toBe('');
});

test('only qualified days, and weeks, can be counted', () => {
  const delay = (text: string) => delaysIn(text).map(delayOf);
  expect(delay('sous 5 jours ouvrés')).toEqual([{ amount: 5, unit: 'ouvres', bound: 'inclusive' }]);
  expect(delay('réponse en moins de 5 jours ouvrables')).toEqual([
    { amount: 5, unit: 'ouvrables', bound: 'strict' },
  ]);
  expect(delay('sous 2 semaines')).toEqual([{ amount: 14, unit: 'calendaires', bound: 'inclusive' }]);
  expect(delay('sous 5 jours, 48 heures ou 2 mois')).toEqual([null]);
  expect(dayUnits.map((unit) => delaysIn(`sous 3 jours ${unit}`).map(delayOf))).toEqual(
    dayUnits.map((unit) => [{ amount: 3, unit, bound: 'inclusive' }]),
  );
});

test('the extract is that of the text, where it stands', () => {
  expect(delaysIn('Vous aurez une réponse sous cinq jours ouvrés.')).toMatchObject([
    { text: 'cinq jours ouvrés', index: 28 },
  ]);
});

test.each(['5 ', 'un ', 'delai de ', 'sous 5 a ', '5 jours ', 'vingt et ', 'une dizaine '])(
  'much of « %s » freeze nothing',
  (piece) => {
    const before = performance.now();
    delaysIn(piece.repeat(200_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(20_000);
  },
);
