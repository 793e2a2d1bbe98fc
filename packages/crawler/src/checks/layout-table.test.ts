import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { layoutTable } from './layout-table.ts';

const judge = (html: string): string[] => verdictLine(layoutTable, pageOf(html));

test('a layout table that says so and is one row passes', () => {
  expect(judge('<table role="presentation"><tr><td>Menu</td><td>Texte</td></tr></table>')).toEqual([
    'passed',
  ]);
});

test('one of several rows and columns is read by a person, for its order', () => {
  const rows = '<tr><td>Menu</td><td>Texte</td></tr>'.repeat(2);
  expect(judge(`<table role="none">${rows}</table>`)).toEqual(['cantTell', 'read-order']);
});

test('a layout table with the markup of data fails', () => {
  for (const inside of [
    '<caption>Menu</caption><tr><td>a</td></tr>',
    '<tr><th>a</th></tr>',
    '<tr><td headers="x">a</td></tr>',
  ])
    expect([inside, ...judge(`<table role="presentation">${inside}</table>`)]).toEqual([
      inside,
      'failed',
      'data-markup',
    ]);
});

test('a table that can only be of layout and does not say so fails', () => {
  expect(judge('<table><tr><td><h2>Menu</h2></td><td>Texte</td></tr></table>')).toEqual([
    'failed',
    'no-role',
  ]);
  const nested = '<table><tr><td>a</td><td>b</td></tr></table>';
  expect(judge(`<table><tr><td>${nested}</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>`)).toEqual([
    ...['failed', 'no-role', 'no-role'],
  ]);
});

test('an empty table, and a page of data tables, are not concerned', () => {
  expect(judge('<table><tr><td></td></tr></table>')).toEqual(['passed']);
  expect(judge('<table><tr><th>Site</th></tr><tr><td>Arles</td></tr></table>')).toEqual(['inapplicable']);
});
