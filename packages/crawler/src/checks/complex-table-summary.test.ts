import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { complexTableSummary } from './complex-table-summary.ts';

const LEVELS =
  '<tr><th rowspan="2" id="a">Site</th><th colspan="2" id="b">Délai</th></tr><tr><th id="c">Été</th><th id="d">Hiver</th></tr><tr><td>Arles</td><td>12</td><td>9</td></tr>';
const judge = (html: string): string[] => verdictLine(complexTableSummary, pageOf(html));

test('a table of several levels without a summary fails', () => {
  expect(judge(`<table><caption>Délais</caption>${LEVELS}</table>`)).toEqual(['failed', 'no-summary']);
});

test('one that has a summary is read by a person', () => {
  expect(judge(`<table summary="Les délais, par saison">${LEVELS}</table>`)).toEqual([
    'cantTell',
    'read-summary',
  ]);
  expect(judge(`<p id="r">Par saison.</p><table aria-describedby="r">${LEVELS}</table>`)).toEqual([
    'cantTell',
    'read-summary',
  ]);
});

test('of several levels, a summary that repeats the title fails', () => {
  expect(judge(`<table summary="Délais"><caption>Délais</caption>${LEVELS}</table>`)).toEqual([
    'failed',
    'empty-summary',
  ]);
});

test('of one level, a summary that repeats the title, or only says that it is one, is no proven fault', () => {
  const row = '<tr><th scope="col">Site</th></tr><tr><td>Arles</td></tr>';
  expect(judge(`<table summary="Délais"><caption>Délais</caption>${row}</table>`)).toEqual([
    'cantTell',
    'empty-summary',
  ]);
  expect(judge(`<table summary="Résumé du tableau">${row}</table>`)).toEqual(['cantTell', 'empty-summary']);
  expect(judge(`<table summary="Un site par ligne">${row}</table>`)).toEqual(['passed']);
});

test('a simple table is not concerned', () => {
  expect(
    judge('<table><tr><th>Site</th><th>Délai</th></tr><tr><td>Arles</td><td>12</td></tr></table>'),
  ).toEqual(['inapplicable']);
});
