import { expect, test } from 'vitest';
import { read } from './testing-read.ts';
import { generalHours, withColumnDays } from './text-hours-columns.ts';

const passagesOf = (rows: readonly string[]): ReturnType<typeof read>['passages'] =>
  read(
    `<main><h1>Horaires</h1><table>${rows
      .map(
        (row) => `<tr>${row.replaceAll(/[^|]+/g, (cell) => `<td>${cell.trim()}</td>`).replaceAll('|', '')}`,
      )
      .join('')}</table></main>`,
  ).passages;
const rowsOf = (...rows: readonly string[]): readonly string[] =>
  withColumnDays(passagesOf(rows)).flatMap(({ kind, text }) => (kind === 'row' ? [text] : []));

test('the days that head a column are told with the hours below', () => {
  expect(rowsOf('Service | Lundi à jeudi | Vendredi', 'Accueil | 8 h 30 - 16 h 30 | 8 h 30 - 12 h')).toEqual([
    'Service | Lundi à jeudi | Vendredi',
    'Accueil | Lundi à jeudi : 8 h 30 - 16 h 30 | Vendredi : 8 h 30 - 12 h',
  ]);
});

test('what is no hours of a day stays, and a closed cell closes nothing but itself', () => {
  expect(rowsOf('Service | Lundi | Mardi | Téléphone', 'Accueil | 9h-12h | Fermé | 04 00 00 00 00')).toEqual([
    'Service | Lundi | Mardi | Téléphone',
    'Accueil | Lundi : 9h-12h | 04 00 00 00 00',
  ]);
});

test('a corner that is empty moves no day', () => {
  expect(rowsOf('| Lundi | Mardi', 'Matin | 9h-12h | 8h-12h')).toEqual([
    'Lundi | Mardi',
    'Matin | Lundi : 9h-12h | Mardi : 8h-12h',
  ]);
});

test('a table of days alone has no corner', () => {
  expect(rowsOf('Lundi | Mardi', '9h-12h | 8h-12h')).toEqual([
    'Lundi | Mardi',
    'Lundi : 9h-12h | Mardi : 8h-12h',
  ]);
});

test('a header stands until the next one', () => {
  const rows = rowsOf('Service | Lundi', 'Accueil | 9h-12h', 'Service | Mardi', 'Greffe | 8h-12h');
  expect(rows.filter((row) => row.includes(':'))).toEqual([
    'Accueil | Lundi : 9h-12h',
    'Greffe | Mardi : 8h-12h',
  ]);
});

test.each([
  ['a row that lacks a cell', ['Service | Lundi | Mardi | Jeudi', 'Accueil | 9h-12h | 8h-12h']],
  ['a row that tells its own days', ['Service | Lundi | Mardi', 'Greffe | le jeudi 9h-12h | fermé']],
  ['a row of a day', ['Lundi | permanence', 'Mardi | 9h-12h']],
  ['a header that tells hours', ['Lundi | Mardi 8h-12h', 'Greffe | 9h-12h']],
  ['a day of one month', ['Service | Premier lundi du mois', 'Greffe | 9h-12h']],
  [
    'a sentence on a day',
    ['Service | Le lundi, présentez-vous avec la convocation reçue', 'Greffe | 9h-12h'],
  ],
  ['a table without days', ['Service | Matin', 'Accueil | 9h-12h']],
])('nothing is guessed of %s', (_, rows) => {
  expect(rowsOf(...rows)).toEqual(rows.map((row) => row.replaceAll(/ ?\| ?/g, ' | ')));
});

const tableRows = (...rows: readonly string[]): readonly string[] =>
  withColumnDays(
    read(`<main><table>${rows.map((row) => `<tr>${row}`).join('')}</table></main>`).passages,
  ).map(({ text }) => text);

test('a day over two columns heads both, and hours over several days are those of each', () => {
  expect(
    tableRows(
      '<th>Service<th colspan="2">Lundi<th colspan="2">Mardi',
      '<th><th>Matin<th>Après-midi<th>Matin<th>Après-midi',
      '<td>Accueil<td>9h-12h<td>14h-16h<td>9h-11h<td>Fermé',
    ),
  ).toEqual([
    'Service | Lundi | Mardi',
    'Matin | Après-midi | Matin | Après-midi',
    'Accueil | Lundi : 9h-12h | Lundi : 14h-16h | Mardi : 9h-11h',
  ]);
  expect(
    tableRows('<th>Service<th>Lundi<th>Mardi<th>Mercredi', '<td>Accueil<td colspan="2">9h-12h<td>8h-11h')[1],
  ).toBe('Accueil | Lundi, Mardi : 9h-12h | Mercredi : 8h-11h');
});

test('an empty cell moves no hours, nor does a cell over several rows', () => {
  expect(tableRows('<th>Service<th>Lundi<th>Mardi', '<td>Accueil<td><td>9h-12h')[1]).toBe(
    'Accueil | Mardi : 9h-12h',
  );
  expect(
    tableRows(
      '<th>Lieu<th>Service<th>Lundi<th>Mardi',
      '<td rowspan="2">Brumeval<td>Accueil<td>9h-12h<td>8h-12h',
      '<td>Greffe<td>9h-11h<td>8h-11h',
    )[2],
  ).toBe('Greffe | Lundi : 9h-11h | Mardi : 8h-11h');
});

test('a cell of two paragraphs has one day', () => {
  expect(tableRows('<th>Service<th>Lundi<th>Mardi', '<td>Accueil<td><p>9h-12h<p>14h-16h<td>8h-12h')[1]).toBe(
    'Accueil | Lundi : 9h-12h | Lundi : 14h-16h | Mardi : 8h-12h',
  );
});

test('hours that straddle a day and something else are given to nobody', () => {
  expect(tableRows('<th>Service<th>Lundi<th>Lieu', '<td>Accueil<td colspan="2">9h-12h')[1]).toBe(
    'Accueil | 9h-12h',
  );
});

test('a header may name the days by their initials', () => {
  expect(
    rowsOf('Service | L | M | M | J | V', 'Accueil | 9h-12h | 8h-12h | 9h-11h | 9h-12h | 8h-11h')[1],
  ).toBe(
    'Accueil | Lundi : 9h-12h | Mardi : 8h-12h | Mercredi : 9h-11h | Jeudi : 9h-12h | Vendredi : 8h-11h',
  );
  expect(rowsOf('Service | L | M | J', 'Accueil | 9h-12h | 8h-12h | 9h-11h')[1]).toBe(
    'Accueil | 9h-12h | 8h-12h | 9h-11h',
  );
});

test('spans without measure cost nothing', () => {
  const rows = Array.from({ length: 300 }, () => '<td colspan="1000000" rowspan="1000000">9h-12h<td>Lundi');
  expect(tableRows(...rows)).toHaveLength(300);
});

test('a text between two tables ends the header of the first', () => {
  const { passages } = read(
    '<main><table><tr><th>Service<th>Lundi</table><p>Tarifs</p><table><tr><td>Accueil<td>9h-12h</table></main>',
  );
  expect(withColumnDays(passages).map(({ text }) => text)).toContain('Accueil | 9h-12h');
});

const kept = (...rows: readonly string[]): readonly string[] =>
  generalHours(passagesOf(rows)).flatMap(({ kind, text }) => (kind === 'row' ? [text] : []));

test('among services, the row of the site itself tells its hours', () => {
  expect(kept('Accueil général | Lundi : 9h-16h', 'Étrangers | Lundi : 9h-12h')).toEqual([
    'Accueil général | Lundi : 9h-16h',
  ]);
  expect(
    generalHours(passagesOf(['Accueil | Lundi : 9h-16h', 'Greffe | 8h-9h'])).map(({ kind }) => kind),
  ).toEqual(['heading', 'row']);
});

test('no row is chosen when none or several are called so, or when it tells no hours', () => {
  for (const rows of [
    ['Étrangers | Lundi : 9h-16h', 'Greffe | Lundi : 9h-12h'],
    ['Accueil | Lundi : 9h-16h', 'Préfecture | Lundi : 9h-12h'],
    ['Accueil | 04 00 00 00 00', 'Greffe | Lundi : 9h-12h'],
  ])
    expect(kept(...rows)).toEqual(rows);
});
