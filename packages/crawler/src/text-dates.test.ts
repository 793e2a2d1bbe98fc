import { expect, test } from 'vitest';
import { datesIn, type ReadDate } from './text-dates.ts';

const read = (text: string): ReadDate[] => datesIn(text, { today: '2026-11-24' });

/** `2026-03`, `2026-03-01`, `a..b`, `..b` and `a..`, with `§` for the date of a law and `~` for a year guessed. */
const line = (text: string): string => read(text).map(shown).join(' ');

function shown({ from, to, kind, precision, isLegal, isYearGuessed }: ReadDate): string {
  const length = { day: 10, month: 7, year: 4 }[precision];
  const [start, end] = [from, to].map((day) => day?.slice(0, length) ?? '');
  const span = kind === 'point' ? start : `${String(start)}..${String(end)}`;
  return `${isLegal ? '§' : ''}${isYearGuessed ? '~' : ''}${String(span)}`;
}

test.each([
  ['Le guichet ferme le 24 novembre 2026.', '2026-11-24'],
  ['24 novembre 2026', '2026-11-24'],
  ['Réunion le mardi 24 novembre 2026 à 14 h', '2026-11-24'],
  ['le 1er janvier 2027', '2027-01-01'],
  ['le 1 er janvier 2027', '2027-01-01'],
  ['le premier janvier 2027', '2027-01-01'],
  ['LE 1ER FÉVRIER 2027', '2027-02-01'],
  ['le 3 fevrier 2027', '2027-02-03'],
  ['le 3 aout 2026', '2026-08-03'],
  ['le 3\u00a0août\u00a02026', '2026-08-03'],
  ['le 3 aou\u0302t 2026', '2026-08-03'],
  ['le 3août 2026', '2026-08-03'],
  ['le 3 août, 2026', '2026-08-03'],
  ['le 12 janv. 2027', '2027-01-12'],
  ['le 12 sept. 2026', '2026-09-12'],
  ['le 12 déc 2026', '2026-12-12'],
  ['le 29 février 2028', '2028-02-29'],
  ['03/08/2026', '2026-08-03'],
  ['3/8/2026', '2026-08-03'],
  ['03.08.2026', '2026-08-03'],
  ['03-08-2026', '2026-08-03'],
  ['le 3-08-26', '2026-08-03'],
  ['03/08/26', '2026-08-03'],
  ['le 03.08.26', '2026-08-03'],
  ['le 12/05/98', '1998-05-12'],
  ['2026-08-03', '2026-08-03'],
  ['2026-08-03T10:00:00', '2026-08-03'],
  ['PDF - 0,81 Mo - 13/08/2026', '2026-08-13'],
  ['Publié le 01/02/2020, modifié le 03/08/2026', '2020-02-01 2026-08-03'],
  ['le 14 juin2026', '2026-06-14'],
  ['le 1ᵉʳ janvier 2027', '2027-01-01'],
  ['(24 novembre 2026)', '2026-11-24'],
  ['Arrivée prévue : 24 novembre 2026 ; départ : 25 novembre 2026', '2026-11-24 2026-11-25'],
  ['permanence le 03/12', '~2026-12-03'],
])('« %s » gives the days %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['du 12 au 15 mai 2026', '2026-05-12..2026-05-15'],
  ['du 12 mai au 15 juin 2026', '2026-05-12..2026-06-15'],
  ['du 12 mai 2026 au 15 juin 2027', '2026-05-12..2027-06-15'],
  ['du lundi 11 au vendredi 15 mai 2026 inclus', '2026-05-11..2026-05-15'],
  ['du lundi 11 mai au vendredi 15 mai 2026', '2026-05-11..2026-05-15'],
  ['du 1er au 5 mars 2027', '2027-03-01..2027-03-05'],
  ['du 20 décembre au 3 janvier 2027', '2026-12-20..2027-01-03'],
  ['entre le 2 et le 9 avril 2027', '2027-04-02..2027-04-09'],
  ['entre le 2 avril et le 9 mai 2027', '2027-04-02..2027-05-09'],
  ['du 03/08/2026 au 15/08/2026', '2026-08-03..2026-08-15'],
  ['du 03/08 au 15/08/2026', '2026-08-03..2026-08-15'],
  ['de janvier à mars 2027', '2027-01..2027-03'],
  ['de novembre 2026 à mars 2027', '2026-11..2027-03'],
  ['de novembre à février 2027', '2026-11..2027-02'],
  ['entre 2024 et 2026', '2024..2026'],
  ['de 2024 à 2026', '2024..2026'],
  ['du 12 inclus au 15 mai 2026', '2026-05-12..2026-05-15'],
  ['du 24 novembre jusqu’au 2 décembre 2026', '2026-11-24..2026-12-02'],
  ['du 2026-11-24 au 2026-12-02', '2026-11-24..2026-12-02'],
  ['les 12 et 13 mai 2026', '2026-05-12 2026-05-13'],
  ['les 12, 13 et 14 mai 2026', '2026-05-12 2026-05-13 2026-05-14'],
  ['les dimanches 14 et 21 juin 2026', '2026-06-14 2026-06-21'],
  ['mercredi 14, jeudi 15 et vendredi 16 octobre 2026', '2026-10-14 2026-10-15 2026-10-16'],
  ['les lundi 11 et mardi 12 mai 2026', '2026-05-11 2026-05-12'],
])('« %s » gives %s: several days', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['jusqu’au 30 juin 2027', '..2027-06-30'],
  ["jusqu'au mercredi 30 juin 2027", '..2027-06-30'],
  ['avant le 30 juin 2027', '..2027-06-30'],
  ['au plus tard le 30 juin 2027', '..2027-06-30'],
  ['d’ici au 30 juin 2027', '..2027-06-30'],
  ['jusqu’en mars 2027', '..2027-03'],
  ['jusqu’à fin mars 2027', '..2027-03'],
  ['jusqu’en 2028', '..2028'],
  ['d’ici à 2028', '..2028'],
  ['avant fin 2027', '..2027'],
  ['jusqu’au 31/12/2026', '..2026-12-31'],
  ['à compter du 1er janvier 2027', '2027-01-01..'],
  ['à partir du lundi 4 janvier 2027', '2027-01-04..'],
  ['depuis le 3 août 2026', '2026-08-03..'],
  ['depuis janvier 2024', '2024-01..'],
  ['depuis 2024', '2024..'],
  ['dès le 2 mai 2027', '2027-05-02..'],
  ['dès septembre 2027', '2027-09..'],
  ['à partir de mars 2027', '2027-03..'],
  ['à compter du 01/03/2027', '2027-03-01..'],
])('« %s » is open at one end: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['en mars 2027', '2027-03'],
  ['Mars 2027', '2027-03'],
  ['courant mai 2027', '2027-05'],
  ['au mois de mai 2027', '2027-05'],
  ['fin mai', '~2027-05'],
  ['en décembre', '~2026-12'],
  ['en 2027', '2027'],
  ['au cours de l’année 2027', '2027'],
  ['l’exercice 2025', '2025'],
  ['la campagne 2027', '2027'],
])('« %s » is a month or a year: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['le 1er janvier', '~2027-01-01'],
  ['le 25 mai', '~2027-05-25'],
  ['le 26 mai', '~2026-05-26'],
  ['mardi 3 mars', '~2026-03-03'],
  ['mercredi 3 mars', '~2027-03-03'],
  ['jusqu’au 30 juin', '~..2026-06-30'],
  ['du 12 au 15 mai', '~2027-05-12..2027-05-15'],
  ['du 20 décembre au 3 janvier', '~2026-12-20..2027-01-03'],
  ['les 3 et 4 décembre', '~2026-12-03 ~2026-12-04'],
])('« %s » without its year is the nearest that fits: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['la loi n° 78-17 du 6 janvier 1978', '§1978-01-06'],
  ['le décret n°2019-768 du 24 juillet 2019', '§2019-07-24'],
  ['l’arrêté du 12 mai 2026', '§2026-05-12'],
  ['l’arrêté préfectoral du 12 mai 2026', '§2026-05-12'],
  ['l’arrêté préfectoral n° 2026-118 du 12 mai 2026', '§2026-05-12'],
  ['la circulaire n° 6411-SG du 7 juillet 2023', '§2023-07-07'],
  ['le règlement (UE) 2016/679 du 27 avril 2016', '§2016-04-27'],
  ['l’ordonnance du 7/12/2020', '§2020-12-07'],
  ['l’accord franco-algérien du 27 décembre 1968', '§1968-12-27'],
  ['la convention de La Haye du 5 octobre 1961', '§1961-10-05'],
  ['n° 2005-102 du 11 février 2005', '§2005-02-11'],
  ['la loi s’applique à compter du 6 janvier 2027', '2027-01-06..'],
  ['l’enquête ouverte par arrêté se tient du 3 au 7 mai 2027', '2027-05-03..2027-05-07'],
])('« %s »: the date of a text is marked, that of its effect is not: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  'le 31 avril 2026',
  'le 29 février 2026',
  '32/13/2026',
  '2026-02-30',
  'le 45 mars 2026',
  'article L. 611-1',
  'article R. 421-3-1 du code',
  'article 12-05-2020',
  'chapitre 3 mars',
  'le week-end du 14/15 juin 2026',
  '04 91 15 60 00',
  '04.91.15.60.00',
  '04-91-15-60-00',
  '04/91/15/60/00',
  '01.02.03.04.05',
  'SIRET 130 012 024 00018',
  '13006 Marseille',
  '2 026 euros',
  'PDF - 1,05 Mo',
  'version 3.10.2024',
  'v. 12.05.26',
  'version 1.2.26',
  'adresse 10.12.20.26',
  'cerfa n° 15646*01',
  'dossier 2026-118',
  '24h/24 et 7j/7',
  'ouvert 24/7',
  'de 8h30 à 12h',
  'une moitié (1/2)',
  'rue du 8 mai 1945',
  '12 avenue du 11 novembre 1918',
  'place du 4 septembre',
  'boulevard du 14 juillet',
  'la planète Mars',
  'Avril en tête',
  'mai',
  '2 000 dossiers',
  'en 2000 exemplaires',
  '2026 personnes',
  'de 1900 euros',
  '3 brumaire 2026',
  'le 12 de chaque mois',
  'maintenant',
  'la marsouine du 3 marseille 2026',
  'https://www.exemple.gouv.fr/2026/08/03/avis',
  'photo_2026-08-03x.jpg',
])('« %s » is no date', (text) => {
  expect(line(text)).toBe('');
});

test('the extract is that of the text, where it stands', () => {
  const text = 'Fermé du lundi 11 au vendredi 15 mai 2026, puis le 1er juin 2026.';
  const [first, second] = read(text);
  expect(first).toMatchObject({ text: 'du lundi 11 au vendredi 15 mai 2026', index: 6 });
  expect(second).toMatchObject({ text: '1er juin 2026', index: text.indexOf('1er') });
});

test('the full stop of a sentence is not that of a month', () => {
  expect(read('jusqu’au 14 mai.')[0]?.text).toBe('14 mai');
  expect(read('le 14 sept. 2026')[0]?.text).toBe('14 sept. 2026');
});

test('a weekday that is not that of the date is told', () => {
  expect(read('le mardi 24 novembre 2026')).toMatchObject([{ isWeekdayWrong: false }]);
  expect(read('le lundi 24 novembre 2026')).toMatchObject([{ isWeekdayWrong: true }]);
  expect(read('du lundi 12 au vendredi 15 mai 2026')).toMatchObject([{ isWeekdayWrong: true }]);
});

test.each(['du 12 ', '1/1/', 'mai ', 'le 1er, ', 'loi n° 1 ', 'entre le lundi ', '2026-'])(
  'much of « %s » freeze nothing',
  (piece) => {
    const before = performance.now();
    read(piece.repeat(200_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(20_000);
  },
);
