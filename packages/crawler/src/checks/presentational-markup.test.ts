import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { presentationalMarkup } from './presentational-markup.ts';

test('paragraphs, breaks and groups that mean something pass', () => {
  expect(verdictOf(presentationalMarkup, '<p>a<br>b</p><p id="x">&nbsp;</p>')).toEqual(['passed']);
  expect(verdictOf(presentationalMarkup, '<fieldset><legend>a</legend><input></fieldset>')).toEqual([
    'passed',
  ]);
  expect(verdictOf(presentationalMarkup, '<blockquote>a</blockquote>')).toEqual(['passed']);
});

test('those that only make room or draw a frame fail', () => {
  expect(verdictOf(presentationalMarkup, '<p>&nbsp;</p>')).toEqual(['failed', 'empty-paragraphs']);
  expect(verdictOf(presentationalMarkup, '<p><br></p>')).toEqual(['failed', 'empty-paragraphs']);
  expect(verdictOf(presentationalMarkup, '<p>a<br><br><br>b</p>')).toEqual(['failed', 'many-breaks']);
  expect(verdictOf(presentationalMarkup, '<fieldset>a</fieldset>')).toEqual(['failed', 'bare-fieldset']);
  expect(verdictOf(presentationalMarkup, '<fieldset><legend>a</legend>b</fieldset>')).toEqual([
    'failed',
    'empty-fieldset',
  ]);
});

test('a part of a form that a legend tells, and that holds no field, is for a person to weigh', () => {
  const form = '<form><fieldset><legend>a</legend>b</fieldset><input></form>';
  expect(verdictOf(presentationalMarkup, form)).toEqual(['cantTell', 'told-fieldset']);
});

test('long lines that only breaks separate are paragraphs, short ones may be an address', () => {
  const lines = (text: string, many = 4): string[] =>
    verdictOf(
      presentationalMarkup,
      `<div>${Array.from({ length: many }, () => text).join('<br><br>')}</div>`,
    );
  const text = 'Apportez une photographie récente.';
  expect(lines(text)).toEqual(['failed', 'broken-paragraphs']);
  expect(lines(text, 3)).toEqual(['cantTell', 'double-breaks']);
  expect(lines('Place de la Paix')).toEqual(['cantTell', 'double-breaks']);
});

test('two breaks in a row, or a list in a quotation, are for a person to weigh', () => {
  expect(verdictOf(presentationalMarkup, '<p>a<br><br>b</p>')).toEqual(['cantTell', 'double-breaks']);
  expect(verdictOf(presentationalMarkup, '<blockquote><ul><li>a</li></ul></blockquote>')).toEqual([
    'cantTell',
    'indented-quote',
  ]);
});

test('the blank lines of a listing part no paragraphs', () => {
  const lines = Array.from({ length: 5 }, () => 'LARGEUR 15 et HAUTEUR 5 de la grille du clavier');
  expect(verdictOf(presentationalMarkup, `<p>${lines.join('<br><br>')}</p>`)).toEqual([
    'failed',
    'broken-paragraphs',
  ]);
  expect(verdictOf(presentationalMarkup, `<p><code>${lines.join('<br><br>')}</code></p>`)).toEqual([
    'passed',
  ]);
});

test('breaks between blocks part no paragraphs of theirs', () => {
  const part = '<p>La mairie propose ces services administratifs.</p><br><br>';
  const html = `<div>${Array.from({ length: 4 }, () => part).join('')}</div>`;
  expect(verdictOf(presentationalMarkup, html)).toEqual(['cantTell', 'double-breaks']);
});

test('in a form, a group without a legend or a field is a fault of its legend too', () => {
  expect(verdictOf(presentationalMarkup, '<form><fieldset>a</fieldset></form>')).toEqual([
    'failed',
    'bare-form-fieldset',
  ]);
});
