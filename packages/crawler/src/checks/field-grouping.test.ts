import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { pageProblems, verdictLine } from '../testing.ts';
import { fieldGrouping } from './field-grouping.ts';

const RADIOS =
  '<label><input type="radio" name="q"> Oui</label><label><input type="radio" name="q"> Non</label>';
const judge = (html: string): string[] => verdictLine(fieldGrouping, pageOf(`<form>${html}</form>`));

test('radio buttons in a group that asks the question are left to a person to read', () => {
  expect(judge(`<fieldset><legend>Avez-vous déjà un titre ?</legend>${RADIOS}</fieldset>`)).toEqual([
    'cantTell',
    'read-legend',
  ]);
  expect(judge(`<div role="radiogroup" aria-label="Avez-vous déjà un titre ?">${RADIOS}</div>`)).toEqual([
    'cantTell',
    'read-legend',
  ]);
});

test('radio buttons of one question that no group holds fail', () => {
  expect(judge(`<p>Avez-vous déjà un titre ?</p>${RADIOS}`)).toEqual(['failed', 'no-group']);
  const bare = pageOf('<form><input type="radio" name="q"> Oui <input type="radio" name="q"> Non</form>');
  expect(pageProblems(fieldGrouping, bare)[0]?.params).toEqual({
    labels: 'sans étiquette, « q » dans le code',
  });
  const week = pageOf(`<form>${'<label><input type="radio" name="h">9 h</label>'.repeat(3)}</form>`);
  expect(pageProblems(fieldGrouping, week)[0]?.params).toEqual({ labels: '9 h' });
});

test('boxes of one name, and the parts of a date, that no group holds fail', () => {
  const boxes = RADIOS.replaceAll('radio', 'checkbox');
  expect(judge(boxes)).toEqual(['failed', 'no-group']);
  expect(judge(boxes.replace('"q"', '"r"'))).toEqual(['inapplicable']);
  const date = ['Jour (exemple : 14)', 'Mois', 'Année']
    .map((label) => `<label>${label} <input></label>`)
    .join('');
  expect(judge(date)).toEqual(['failed', 'no-group']);
  expect(judge(date.replace('Mois', 'Prénom'))).toEqual(['inapplicable']);
  expect(judge(`<fieldset><legend>Date de naissance</legend>${date}</fieldset>`)).toEqual([
    'cantTell',
    'read-legend',
  ]);
});

test('a label around its field that names it too is read once, and the nearest of several tells the part of a date', () => {
  const box = (id: string, words: string): string =>
    `<label for="${id}"><input id="${id}" type="checkbox" name="q"> ${words}</label>`;
  expect(judge(box('a', 'Un justificatif de domicile') + box('b', 'Trois photographies d’identité'))).toEqual(
    ['failed', 'no-group'],
  );
  const date =
    '<label for="j">Délivré le</label><label for="j">Jour</label><input id="j"><label>Mois <input></label><label>Année <input></label>';
  expect(judge(date)).toEqual(['failed', 'no-group']);
});

test('outside a form, boxes are of one question where one is asked right before them', () => {
  const boxes = RADIOS.replaceAll('radio', 'checkbox');
  const alone = (html: string): string[] => verdictLine(fieldGrouping, pageOf(html));
  expect(alone(`<h2>Quelles pièces avez-vous ?</h2>${boxes}`)).toEqual(['failed', 'no-group']);
  expect(alone(`<h2>Fonds de carte</h2>${boxes}`)).toEqual(['inapplicable']);
  expect(alone(`<p>Est-ce ouvert ?</p><p>Le matin seulement.</p>${boxes}`)).toEqual(['inapplicable']);
});

test('parts of a date that say which one, and fields said with their question, need no group', () => {
  const parts = (of: string): string =>
    ['Jour', 'Mois', 'Année'].map((part) => `<label>${part}${of} <input></label>`).join('');
  expect(judge(parts(' (obligatoire)'))).toEqual(['failed', 'no-group']);
  expect(judge(parts(' de naissance'))).toEqual(['inapplicable']);
  const told = RADIOS.replaceAll('<input', '<input aria-describedby="t"');
  expect(judge(`<p id="t">Avez-vous déjà un titre ?</p>${told}`)).toEqual(['inapplicable']);
});

test('labels that say the question themselves need no group, nor does one button alone', () => {
  const long = RADIOS.replaceAll('> ', '> Avez-vous déjà un titre de séjour en cours : ');
  expect(judge(long)).toEqual(['inapplicable']);
  expect(judge('<label><input type="radio" name="q"> Oui</label>')).toEqual(['inapplicable']);
});

test('a group without a legend fails, a wrapper of one field does not', () => {
  expect(judge(`<fieldset>${RADIOS}</fieldset>`)).toEqual(['failed', 'no-legend']);
  expect(judge(`<div role="group">${RADIOS}</div>`)).toEqual(['failed', 'no-legend']);
  expect(judge(`<fieldset><legend></legend>${RADIOS}</fieldset>`)).toEqual(['failed', 'empty-legend']);
  expect(judge('<fieldset><legend></legend></fieldset>')).toEqual(['failed', 'empty-legend']);
  expect(judge('<fieldset><label>Nom <input></label><label>Objet <input></label></fieldset>')).toEqual([
    'cantTell',
    'maybe-no-legend',
  ]);
  expect(judge('<fieldset hidden><legend></legend></fieldset>')).toEqual(['inapplicable']);
  expect(judge('<div role="group"><label>Nom <input></label></div>')).toEqual(['passed']);
  expect(judge('<fieldset disabled><label>Nom <input></label></fieldset>')).toEqual(['passed']);
});

test('a legend that says nothing fails', () => {
  expect(judge(`<fieldset><legend>Options</legend>${RADIOS}</fieldset>`)).toEqual(['failed', 'vague-legend']);
});
