import { expect, test } from 'vitest';
import { hoursIn } from './text-hours.ts';

/** Days that have the same hours together: `12345 08:30-11:30 13:00-16:00; 6 09:00-12:00`; `?` when no day is said. */
function line(text: string): string {
  const { slots, daily } = hoursIn(text);
  const days = new Map<number, string>();
  for (const { day, from, to } of slots) days.set(day, `${days.get(day) ?? ''} ${from}-${to}`);
  const alike = Map.groupBy(days, ([, hours]) => hours);
  const told = [...alike].map(([hours, group]) => group.map(([day]) => String(day)).join('') + hours);
  const undated = daily.map(({ from, to }) => ` ${from}-${to}`).join('');
  return [...told, ...(undated === '' ? [] : [`?${undated}`])].join('; ');
}

const MORNINGS = '12345 08:30-11:30';
const FULL = '12345 08:30-12:00 13:00-16:00';

test.each([
  ['du lundi au vendredi de 8h30 à 11h30', MORNINGS],
  ['Du lundi au vendredi, de 8 h 30 à 11 h 30', MORNINGS],
  ['Du lundi au vendredi : 8h30-11h30', MORNINGS],
  ['Du lundi au vendredi : 8h30 – 11h30', MORNINGS],
  ['DU LUNDI AU VENDREDI DE 8H30 À 11H30', MORNINGS],
  ['du lundi au vendredi\u00a0: 8\u00a0h\u00a030 - 11\u00a0h\u00a030', MORNINGS],
  ['lundi à vendredi 08h30/11h30', MORNINGS],
  ['lundi-vendredi 8:30-11:30', MORNINGS],
  ['Lun. au ven. : 08:30 - 11:30', MORNINGS],
  ['lun-ven 8h30-11h30', MORNINGS],
  ['du lundi au vendredi entre 8h30 et 11h30', MORNINGS],
  ['du lundi au vendredi de 8 heures 30 à 11 heures 30', MORNINGS],
  ['du lundi au vendredi de 8h30 jusqu’à 11h30', MORNINGS],
  ['tous les jours ouvrés de 8h30 à 11h30', MORNINGS],
  ['en semaine de 8h30 à 11h30', MORNINGS],
  ['de 8h30 à 11h30, du lundi au vendredi', MORNINGS],
  ['8h30-11h30 du lundi au vendredi', MORNINGS],
  ['Ouvert du lundi au vendredi. De 8h30 à 11h30.', MORNINGS],
  ['Du lundi au vendredi\nde 8h30 à 11h30', MORNINGS],
  ['du lundi au vendredi matin de 8h30 à 11h30', MORNINGS],
  ['du lundi au vendredi, uniquement le matin, de 8h30 à 11h30', MORNINGS],
  ['du lundi au vendredi de 8h30 à 11h30 sans interruption', MORNINGS],
  ['du lundi au vendredi de 8h30 à 11h30 (hors jours fériés)', MORNINGS],
  ['les lundis, mardis, mercredis, jeudis et vendredis de 8h30 à 11h30', MORNINGS],
])('« %s » is every weekday in the morning: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['du lundi au vendredi de 8 h 30 à 12 h et de 13h à 16h', FULL],
  ['du lundi au vendredi : 8h30-12h / 13h-16h', FULL],
  ['du lundi au vendredi : 8h30-12h, 13h-16h', FULL],
  ['du lundi au vendredi : 8h30 - 12h | 13h - 16h', FULL],
  ['du lundi au vendredi de 8h30 à midi et de 13h à 16h', FULL],
  ['du lundi au vendredi le matin de 8h30 à 12h et l’après-midi de 13h à 16h', FULL],
  ['Lundi au vendredi\n8h30 - 12h00\n13h00 - 16h00', FULL],
  ['de 8h30 à 12h et de 13h à 16h du lundi au vendredi', FULL],
  ['8h30-12h du lundi au vendredi et 13h-16h', FULL],
  ['du lundi au vendredi de 8h30 à 16h (fermé de 12h à 13h)', FULL],
  ['du lundi au vendredi 8h30 12h : non', ''],
  ['9 h à 12 h 13 h à 16 h le lundi', '1 09:00-12:00 13:00-16:00'],
  ['lundi, mardi et jeudi : 8h30-12h', '124 08:30-12:00'],
  ['les lundi, mardi et jeudi de 8h30 à 12h', '124 08:30-12:00'],
  ['lundi / mardi / jeudi : 8h30-12h', '124 08:30-12:00'],
  ['le lundi et le jeudi de 8h30 à 12h', '14 08:30-12:00'],
  ['le lundi ainsi que le jeudi de 8h30 à 12h', '14 08:30-12:00'],
  ['lundi & jeudi 9h-12h', '14 09:00-12:00'],
  ['du lundi au mercredi et le vendredi de 9h à 12h', '1235 09:00-12:00'],
  ['du lundi au jeudi de 9h à 12h et le vendredi de 9h à 11h', '1234 09:00-12:00; 5 09:00-11:00'],
  ['8h30-12h du lundi au jeudi, 8h30-11h le vendredi', '1234 08:30-12:00; 5 08:30-11:00'],
  ['Lundi : 9h-12h ; mardi : 13h-16h', '1 09:00-12:00; 2 13:00-16:00'],
  ['Lundi | 8h30 - 12h\nMardi | 13h - 16h', '1 08:30-12:00; 2 13:00-16:00'],
  ['Lundi 8h30 - 12h 13h - 16h\nMardi 8h30 - 12h', '1 08:30-12:00 13:00-16:00; 2 08:30-12:00'],
  ['Lundi\t8h30-12h\nMardi\t8h30-12h\nMercredi\tFermé', '12 08:30-12:00'],
  ['LUNDI 8H30-12H00 13H30-16H00\nMARDI 8H30-12H00 FERMÉ', '1 08:30-12:00 13:30-16:00; 2 08:30-12:00'],
  ['Mercredi | Fermé | 13h30 - 16h00', '3 13:30-16:00'],
  ['lundi\n8h30 - 12h\nmardi\n8h30 - 12h', '12 08:30-12:00'],
  ['mercredi après-midi : 13h30-16h', '3 13:30-16:00'],
  ['mercredi de 9 à 12h', '3 09:00-12:00'],
  ['mercredi 9-12h', '3 09:00-12:00'],
  ['mercredi de 9h à 12', ''],
  ['tous les jours de 9h à 18h', '1234567 09:00-18:00'],
  ['7j/7 de 9h à 18h', '1234567 09:00-18:00'],
  ['7 jours sur 7, 24h/24', '1234567 00:00-24:00'],
  ['24 heures sur 24 et 7 jours sur 7', '1234567 00:00-24:00'],
  ['le week-end de 10h à 12h', '67 10:00-12:00'],
  ['samedi et dimanche : 10h-12h', '67 10:00-12:00'],
  ['du samedi au lundi de 10h à 12h', '167 10:00-12:00'],
  ['tous les jours ouvrables de 9h à 12h', '123456 09:00-12:00'],
  ['du lundi au dimanche de 18h à minuit', '1234567 18:00-24:00'],
  ['le lundi de minuit à 6h', '1 00:00-06:00'],
  ['tous les mardis de 14h à 17h', '2 14:00-17:00'],
  ['chaque mardi, de 14h00 à 17h00', '2 14:00-17:00'],
  ['le mardi de 14h à 17h. Le jeudi de 9h à 12h.', '2 14:00-17:00; 4 09:00-12:00'],
  ['Le mardi de 14h à 17h. De 9h à 12h le jeudi.', '2 14:00-17:00; 4 09:00-12:00'],
  ['Accueil ouvert du lundi au vendredi de 9h00 à 16h30 en continu', '12345 09:00-16:30'],
  ['Tél. 04 91 15 60 00 du lundi au vendredi de 9h à 12h', '12345 09:00-12:00'],
])('« %s » is opened %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  [
    'du lundi au vendredi de 9h à 12h et de 13h à 16h, fermé le mercredi après-midi',
    '1245 09:00-12:00 13:00-16:00; 3 09:00-12:00',
  ],
  [
    'du lundi au vendredi (fermé le mercredi après-midi) : 9h-12h, 13h-16h',
    '1245 09:00-12:00 13:00-16:00; 3 09:00-12:00',
  ],
  ['du lundi au vendredi de 9h à 12h, sauf le mercredi', '1245 09:00-12:00'],
  ['du lundi au vendredi, sauf le mercredi, de 9h à 12h', '1245 09:00-12:00'],
  ['du lundi au vendredi sauf mercredi : 9h-12h', '1245 09:00-12:00'],
  ['tous les jours sauf le week-end de 9h à 12h', '12345 09:00-12:00'],
  ['tous les jours de 9h à 12h sauf samedi et dimanche', '12345 09:00-12:00'],
  ['tous les jours, à l’exception du dimanche, de 9h à 12h', '123456 09:00-12:00'],
  ['du lundi au vendredi de 9h à 12h, excepté le jeudi', '1235 09:00-12:00'],
  ['du lundi au vendredi de 9h à 12h, sauf le vendredi : 9h-11h', '1234 09:00-12:00; 5 09:00-11:00'],
  ['du lundi au vendredi de 9h à 16h, sauf mercredi après-midi', '1245 09:00-16:00; 3 09:00-12:00'],
  ['9h-12h du lundi au vendredi sauf le mercredi', '1245 09:00-12:00'],
  ['Lundi : 9h-12h, fermé l’après-midi\nMardi : 9h-12h', '12 09:00-12:00'],
  ['Lundi : fermé\nMardi : 9h-12h', '2 09:00-12:00'],
  ['Lundi fermé, mardi 9h-12h', '2 09:00-12:00'],
  ['Fermé le lundi. Du mardi au vendredi de 9h à 12h', '2345 09:00-12:00'],
  ['fermé les samedis et dimanches', ''],
  ['du lundi au samedi de 9h à 12h. Fermeture hebdomadaire le samedi', '12345 09:00-12:00'],
])('« %s » leaves out what is closed: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['du lundi au vendredi 8.30-11.30', MORNINGS],
  ['du lundi au vendredi de 8.30 à 11.30', MORNINGS],
  ['Du lundi au vendredi : 8.30 h - 11.30 h', MORNINGS],
  ['lundi 8.30-12.00 / 13.15-16.45', '1 08:30-12:00 13:15-16:45'],
  ['Horaires : 8.30-12.00', '? 08:30-12:00'],
  ['Tarif : 8.30-12.00', ''],
  ['lundi : billets 8.30-12.00 €', ''],
  ['lundi 10.11-12.12', ''],
  ['lundi, version 8.30.12-9.00', ''],
  ['L M M J V 8h30-11h30', MORNINGS],
  ['L, M, M, J, V : 8h30-11h30', MORNINGS],
  ['L-M-M-J-V 8h30-11h30', MORNINGS],
  ['L / M / M / J / V : 8.30-11.30', MORNINGS],
  ['L.M.M.J.V. 8h30-11h30', MORNINGS],
  ['LMMJV 8h30-11h30', MORNINGS],
  ['L M M J V S 9h-12h', '123456 09:00-12:00'],
  ['L M M J V S D : 9h-12h', '1234567 09:00-12:00'],
  ['L-V 8h30-11h30', MORNINGS],
  ['L-V : 8h30-11h30', MORNINGS],
  ['Lu-Ve 8h30-11h30', MORNINGS],
  ['Lu au Ve : de 8h30 à 11h30', MORNINGS],
  ['Ma-Sa 9h-12h', '23456 09:00-12:00'],
  ['L M J 9h-12h', '? 09:00-12:00'],
  ['M J V S 9h-12h', '? 09:00-12:00'],
  ['Salle L-V, au 2e étage', ''],
  ['Je me dis : à 9h-12h', '? 09:00-12:00'],
])('« %s », in short, is %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  ['Ouvert de 9h à 12h', '? 09:00-12:00'],
  ['Horaires : 9h-12h et 14h-17h', '? 09:00-12:00 14:00-17:00'],
  ['tous les matins de 9h à 12h', '? 09:00-12:00'],
  ['le premier samedi du mois de 9h à 12h', ''],
  ['un mercredi sur deux de 9h à 12h', ''],
  ['le 1er lundi de chaque mois de 9h à 12h', ''],
  ['le lundi 24 novembre de 9h à 12h', ''],
  ['vendredi 1er mai : 9h-12h', ''],
  ['lundi 24/11 : 9h-12h', ''],
  ['réunion publique mardi prochain de 18h à 20h', ''],
])('« %s » is not every week: %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test.each([
  'du 12 au 15 mai',
  'sous 24 à 48 heures',
  'de 8 à 12 ans',
  'de 25h à 26h',
  'de 12h à 9h',
  'de 9h75 à 12h',
  'de 9h à 9h',
  'à 9h',
  'à partir de 9h',
  'avant 12h',
  'article 8-12',
  '04 91 15 60 00',
  '8-12 rue de Rome',
  'page 8 à 12',
  'ratio 1:2',
  'la mer, le mar et ses dim sum',
  'midi pile',
  'lundi',
  'du lundi au vendredi',
  'fermé',
  'ouvert',
])('« %s » tells no hours', (text) => {
  expect(line(text)).toBe('');
});

test.each([
  ['Uniquement sur rendez-vous', 'only'],
  ['sur rendez-vous uniquement', 'only'],
  ['exclusivement sur rdv', 'only'],
  ['L’accueil se fait seulement sur rendez-vous.', 'only'],
  ['Rendez-vous obligatoire', 'only'],
  ['aucun accueil sans rendez-vous', 'only'],
  ['Nous ne recevons plus sans rendez-vous', 'only'],
  ['le public n’est reçu que sur rendez-vous', 'only'],
  ['lundi 9h-12h sur rendez-vous', 'possible'],
  ['avec ou sans rendez-vous', 'possible'],
  ['sans rendez-vous', null],
  ['du lundi au vendredi de 9h à 12h', null],
  ['Prendre un rendez-vous', null],
])('« %s » says of appointments: %s', (text, expected) => {
  expect(hoursIn(text).appointment).toBe(expected);
});

test('closed days and halves are told', () => {
  expect(hoursIn('fermé le mercredi après-midi').closed).toEqual([{ day: 3, half: 'afternoon' }]);
  expect(hoursIn('Samedi : fermé').closed).toEqual([{ day: 6, half: 'day' }]);
  expect(hoursIn('fermé le samedi et le dimanche').closed.map(({ day }) => day)).toEqual([6, 7]);
  expect(hoursIn('Le jeudi : fermé le matin').closed).toEqual([{ day: 4, half: 'morning' }]);
});

test('the extract goes from the first to the last of what tells the hours', () => {
  const text = 'Accueil : du lundi au vendredi de 8 h 30 à 11 h 30, hors congés.';
  expect(hoursIn(text)).toMatchObject({ text: 'lundi au vendredi de 8 h 30 à 11 h 30, hors', index: 13 });
  expect(hoursIn('Bonjour')).toMatchObject({ text: '', index: 0 });
});

test.each([
  'lundi ',
  '8h',
  '8h-9h ',
  'lundi au ',
  'sauf lundi 8h-9h ',
  'ferme lundi ',
  'mardi 8h-9h sauf jeudi ',
  'uniquement ',
  'entre 9h et ',
  '8.30-12.00 ',
  'l m m j ',
  'lu-ve ',
])('much of « %s » freeze nothing', (piece) => {
  const before = performance.now();
  hoursIn(piece.repeat(200_000 / piece.length));
  expect(performance.now() - before).toBeLessThan(20_000);
});
