import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { tableCaption } from './table-caption.ts';

const ROWS =
  '<tr><th scope="col">Site</th><th scope="col">Délai</th></tr><tr><td>Arles</td><td>12</td></tr><tr><td>Istres</td><td>9</td></tr>';
const judge = (html: string): string[] => verdictLine(tableCaption, pageOf(html));

test('a caption that says what the table holds passes, and so does a table without a title', () => {
  expect(judge(`<table><caption>Délais par site</caption>${ROWS}</table>`)).toEqual(['passed']);
  expect(judge(`<p>Les délais varient.</p><table>${ROWS}</table>`)).toEqual(['passed']);
});

test('a first row over all columns is a caption that is none', () => {
  expect(judge(`<table><tr><td colspan="2">Délais par site</td></tr>${ROWS}</table>`)).toEqual([
    'failed',
    'fake-caption',
  ]);
  expect(judge(`<table><tr><td>Délais par site</td></tr>${ROWS}</table>`)).toEqual(['passed']);
  const pager = `<table><tr><th colspan="2">Délais</th></tr>${ROWS}</table>`;
  expect(judge(`<div class="navheader">${pager}</div>`)).toEqual(['passed']);
});

test('a numbered line right before the table is one too, unless the table has its caption', () => {
  expect(judge(`<p>Tableau 2 : délais par site</p><table>${ROWS}</table>`)).toEqual([
    'failed',
    'fake-caption',
  ]);
  expect(
    judge(`<p>Tableau 2 : délais par site</p><table><caption>Délais par site</caption>${ROWS}</table>`),
  ).toEqual(['passed']);
});

test('a caption that only says that it is a table fails', () => {
  for (const caption of ['Tableau', 'Tableau n° 1', 'table 2', 'Titre', '-'])
    expect([caption, ...judge(`<table><caption>${caption}</caption>${ROWS}</table>`)]).toEqual([
      caption,
      'failed',
      'empty-caption',
    ]);
});

test('a page without a data table is not concerned', () => {
  expect(judge('<p>Rien.</p>')).toEqual(['inapplicable']);
});
