import { expect, test } from 'vitest';
import { joinLabel, readSheetDate, readUpdate, readVerification } from './read-dates.ts';

test.each([
  ['Mis à jour le 03/08/2026', '2026-08-03'],
  ['Mise à jour le 3 août 2026', '2026-08-03'],
  ['Modifié le 1er août 2026', '2026-08-01'],
  ['MODIFIÉE LE 1ER AOÛT 2026', '2026-08-01'],
  ['Dernière mise à jour : 2026-08-03', '2026-08-03'],
  ['Derniere mise a jour le : lundi 3 aout 2026', '2026-08-03'],
  ['Dernière mise à jour du contenu le 3\u00a0février 2026 à 10 h', '2026-02-03'],
  ['Publié le 01/02/2020, mis à jour le 03/08/2026', '2026-08-03'],
  ['Publié le 1er février 2020 - Mis à jour le 03/08/2026', '2026-08-03'],
  ['Page mise à jour le 29/02/2028', '2028-02-29'],
])('« %s » is the day %s', (text, date) => {
  expect(readUpdate(text)?.date).toBe(date);
});

test.each([
  '32/13/2026',
  '29/02/2026',
  '31 avril 2026',
  '3 brumaire 2026',
  '03/08/26',
  'modified 2016-12-13',
  'jj/mm/aaaa',
  '',
])('a label followed by « %s » is a date that cannot be read', (written) => {
  expect(readUpdate(`Mis à jour le ${written}`)).toEqual({
    text: `Mis à jour le ${written}`.trim(),
    date: null,
  });
});

test.each([
  'Publié le 03/08/2026',
  'Les tarifs ont été mis à jour le 3 août 2026.',
  'Mise à jour :',
  'Mise à jour des listes électorales',
  'Modifié le code de la route',
  'Liste (mise à jour le 03/08/2026)',
])('« %s » is no date of the page', (text) => {
  expect(readUpdate(text)).toBeNull();
});

test('the date is shown with its label and nothing after', () => {
  expect(readUpdate('Publié le 01/02/2020 - Mis à jour le 3 août 2026 par le service')?.text).toBe(
    'Mis à jour le 3 août 2026',
  );
});

test('a sheet has its date anywhere in the line, under either label', () => {
  const line = 'Direction de l’information légale - Vérifié le 20 juin 2017';
  expect(readSheetDate(line)).toEqual({ text: 'Vérifié le 20 juin 2017', date: '2017-06-20' });
  expect(readSheetDate('Mis à jour le 3 mars 2017')?.date).toBe('2017-03-03');
  expect(readVerification(line)?.date).toBe('2017-06-20');
  expect(readVerification('Mis à jour le 3 mars 2017')).toBeNull();
});

test('a label alone is joined with the date that follows, and with nothing else', () => {
  expect(joinLabel('Mis à jour le', '03/08/2026')).toBe('Mis à jour le 03/08/2026');
  expect(joinLabel('Mis à jour le', 'Sommaire')).toBe('Mis à jour le');
  expect(joinLabel('Horaires', '03/08/2026')).toBe('Horaires');
});
