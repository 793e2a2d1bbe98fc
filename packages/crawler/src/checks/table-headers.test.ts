import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { tableHeaders } from './table-headers.ts';

const judge = (table: string): string[] => verdictLine(tableHeaders, pageOf(table));
const row = (cells: string): string => `<tr>${cells}</tr>`;
const BODY = row('<td>Arles</td><td>12</td>') + row('<td>Istres</td><td>9</td>');

test('a table that declares its headers passes, by their scope or their id', () => {
  expect(
    judge(`<table>${row('<th scope="col">Site</th><th scope="col">Délai</th>')}${BODY}</table>`),
  ).toEqual(['passed']);
  expect(judge(`<table>${row('<th id="a">Site</th><th id="b">Délai</th>')}${BODY}</table>`)).toEqual([
    'passed',
  ]);
  expect(
    judge(
      `<table>${row('<td role="columnheader">Site</td><td role="columnheader">Délai</td>')}${BODY}</table>`,
    ),
  ).toEqual(['passed']);
});

test('rows that bold words head under an empty corner have headers that nobody declared', () => {
  const rows = (name: (text: string) => string): string =>
    ['Arles', 'Istres'].map((text) => row(`<td>${name(text)}</td><td>12</td>`)).join('');
  const head = row('<td></td><th scope="col">Délai</th>');
  expect(judge(`<table>${head}${rows((text) => `<b>${text}</b>`)}</table>`)).toEqual([
    'failed',
    'no-row-headers',
  ]);
  expect(judge(`<table>${head}${rows((text) => text)}</table>`)).toEqual(['passed']);
});

test('columns of figures under words, or a bold first row, are headers that nobody declared', () => {
  expect(judge(`<table>${row('<td>Site</td><td>Délai</td>')}${BODY}</table>`)).toEqual([
    'failed',
    'no-headers',
  ]);
  const words = row('<td>Arles</td><td>ouvert</td>') + row('<td>Istres</td><td>fermé</td>');
  expect(
    judge(`<table>${row('<td><b>Site</b></td><td><strong>État</strong></td>')}${words}</table>`),
  ).toEqual(['failed', 'no-headers']);
});

test('a table that may hold data or only place things is for a person to look at', () => {
  const words = row('<td>Arles</td><td>ouvert</td>') + row('<td>Istres</td><td>fermé</td>');
  expect(judge(`<table>${row('<td>Site</td><td>État</td>')}${words}</table>`)).toEqual([
    'cantTell',
    'maybe-headers',
  ]);
});

test('headers of several levels that nothing links fail, simple ones without scope are a doubt', () => {
  const levels =
    row('<th rowspan="2">Site</th><th colspan="2">Délai</th>') + row('<th>Été</th><th>Hiver</th>');
  const body = row('<td>Arles</td><td>12</td><td>9</td>');
  expect(judge(`<table>${levels}${body}</table>`)).toEqual(['failed', 'unlinked-headers']);
  expect(judge(`<table>${row('<th>Site</th><th>Délai</th>')}${BODY}</table>`)).toEqual([
    'cantTell',
    'maybe-unlinked',
  ]);
});

test('headers of columns and of rows without scope fail, one kind of them is a doubt', () => {
  const rows = row('<th>Arles</th><td>12</td>') + row('<th>Istres</th><td>9</td>');
  const judgeBoth = (first: string, body = rows): string[] => judge(`<table>${row(first)}${body}</table>`);
  expect(judgeBoth('<td></td><th>Délai</th>')).toEqual(['failed', 'unscoped-headers']);
  expect(judgeBoth('<th>Site</th><th>Délai</th>')).toEqual(['failed', 'unscoped-headers']);
  expect(judgeBoth('<td></td><th>Délai</th>', rows.replaceAll('<th>', '<th scope="row">'))).toEqual([
    'cantTell',
    'maybe-unlinked',
  ]);
  expect(judgeBoth('<td>Site</td><td>Délai</td>')).toEqual(['cantTell', 'maybe-unlinked']);
});

test('a table of one row or column, of layout or hidden, is not concerned', () => {
  for (const table of [
    '<p>Aucun tableau.</p>',
    `<table>${row('<td>Arles</td><td>12</td>')}</table>`,
    `<table role="presentation">${row('<td>Site</td><td>Délai</td>')}${BODY}</table>`,
    `<table hidden>${row('<td>Site</td><td>Délai</td>')}${BODY}</table>`,
  ])
    expect([table, ...judge(table)]).toEqual([table, 'inapplicable']);
});

test('a cell or two marked as headers say nothing of levels: a bar of links made of a table is not judged as data', () => {
  const bar = (before: string, after: string): string =>
    row('<th colspan="3">Chapitre 1</th>') + row(`<td>${before}</td><th> </th><td>${after}</td>`);
  for (const [before, after] of [
    ['<a href="/0">Précédent</a>', '<a href="/2">Suivant</a>'],
    [
      '<a href="/0"><img src="p.png" alt="Précédent"></a>',
      '<a href="/2"><img src="s.png" alt="Suivant"></a>',
    ],
  ] as const)
    expect(judge(`<table>${bar(before, after)}</table>`)).toEqual(['cantTell', 'maybe-unlinked']);
  const named =
    row('<th colspan="3">Chapitre 1</th>') + row('<td>Précédent</td><th>Manuel</th><td>Suivant</td>');
  expect(judge(`<table>${named}</table>`)).toEqual(['cantTell', 'maybe-unlinked']);
});

test('a header under or beside which no cell comes fails, one that a cell names does not', () => {
  const bare = row('<th>Site</th><th>Délai</th>');
  expect(judge(`<table>${bare}${row('<td>Arles</td>')}</table>`)).toContain('lone-header');
  const head = row('<th id="a" scope="col">Site</th><th id="b" scope="col">Délai</th>');
  expect(judge(`<table>${head}${row('<td>Arles</td>')}${row('<td>Istres</td>')}</table>`)).toEqual([
    'failed',
    'lone-header',
  ]);
  expect(judge(`<table>${head}${row('<td headers="a b">Arles</td>')}</table>`)).toEqual(['passed']);
  expect(judge(`<table>${head}${row('<td colspan="2">Arles</td>')}</table>`)).toEqual(['passed']);
  const named = '<th scope="row">Arles</th><td>12</td>';
  expect(judge(`<table>${head}${row(named)}</table>`)).toEqual(['passed']);
  expect(judge(`<table role="grid">${head}${row('<td>Arles</td>')}</table>`)).toEqual(['passed']);
  expect(judge(`<table>${head}</table>`)).toEqual(['passed']);
});

test('a header made with a role must have cells under it too', () => {
  const cell = (role: string, text: string, more = ''): string => `<div role="${role}" ${more}>${text}</div>`;
  const line = (cells: string): string => `<div role="row">${cells}</div>`;
  const table = (...rows: string[]): string[] => judge(`<div role="table">${rows.join('')}</div>`);
  const head = line(cell('columnheader', 'Site') + cell('columnheader', 'Délai'));
  const whole = line(cell('rowheader', 'Arles') + cell('cell', '12'));
  expect(table(head, line(cell('cell', 'Arles')), line(cell('cell', 'Istres')))).toEqual([
    'failed',
    'lone-header',
  ]);
  expect(table(head, line(cell('cell', 'Arles')), whole)).toEqual(['inapplicable']);
  expect(table(head, line(cell('cell', 'Arles', 'aria-colspan="2"')))).toEqual(['inapplicable']);
  expect(table(head)).toEqual(['inapplicable']);
});

test('a scope that is none fails, the four of HTML pass', () => {
  const head = (scope: string): string[] =>
    judge(`<table>${row(`<th scope="${scope}">Site</th><th scope="col">Délai</th>`)}${BODY}</table>`);
  expect(head('column')).toEqual(['failed', 'bad-scope']);
  expect(head('COLGROUP')).toEqual(['passed']);
});

test('a cell that names its headers is under no other one', () => {
  const table = (cell: string): string[] =>
    judge(
      `<table><tr><th id="a">Guichet</th><th id="b">Heure</th></tr><tr><td>Titres</td>${cell}</tr></table>`,
    );
  expect(table('<td headers="a">9 h</td>')).toEqual(['failed', 'lone-header']);
  expect(table('<td headers="b">9 h</td>')).toEqual(['passed']);
  expect(table('<td headers="">9 h</td>')).toEqual(['passed']);
});
