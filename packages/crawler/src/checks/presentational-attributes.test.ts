import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { presentationalAttributes } from './presentational-attributes.ts';

test('looks that the sheet gives pass, and so do the sizes of images', () => {
  expect(
    verdictOf(presentationalAttributes, '<p class="c">a</p><img src="/a.png" alt="" width="1" height="1">'),
  ).toEqual(['passed']);
  expect(
    verdictOf(presentationalAttributes, '<svg color="red"><rect width="1"></rect></svg><u>a</u>'),
  ).toEqual(['passed']);
});

test('elements and attributes of look fail, once each', () => {
  expect(verdictOf(presentationalAttributes, '<center>a</center><center>b</center>')).toEqual([
    'failed',
    'look-element',
  ]);
  expect(verdictOf(presentationalAttributes, '<p align="left">a</p><td width="3">')).toEqual([
    'failed',
    'look-attribute',
  ]);
  expect(verdictOf(presentationalAttributes, '<table border="1"><tr><td>a</td></tr></table>')).toEqual([
    'failed',
    'look-attribute',
  ]);
});

test('the size of a frame or a field is for a person to weigh', () => {
  expect(verdictOf(presentationalAttributes, '<iframe title="a" width="3"></iframe>')).toEqual([
    'cantTell',
    'size-attribute',
  ]);
  expect(verdictOf(presentationalAttributes, '<input size="3">')).toEqual(['cantTell', 'size-attribute']);
});

test('spaces in a word, or in columns, fail; a row of letters that make no word does not', () => {
  expect(verdictOf(presentationalAttributes, '<p>Ville F E R M É E ce jour</p>')).toEqual([
    'failed',
    'spaced-letters',
  ]);
  for (const signs of ['A B C D E', 'X Y Z A B C U V W', 'P Z I J R K Q H L E'])
    expect([signs, ...verdictOf(presentationalAttributes, `<p>${signs}</p>`)]).toEqual([signs, 'passed']);
  expect(verdictOf(presentationalAttributes, '<p>a&nbsp;&nbsp;&nbsp;b<br>c&nbsp;&nbsp;&nbsp;d</p>')).toEqual([
    'failed',
    'spaced-columns',
  ]);
  expect(verdictOf(presentationalAttributes, '<p>a&nbsp;&nbsp;&nbsp;b</p>')).toEqual(['passed']);
});

test('what nobody is shown where scripts run is not judged', () => {
  const counter = '<noscript><img src="/c.gif" alt="" border="0"></noscript>';
  expect(verdictOf(presentationalAttributes, counter)).toEqual(['passed']);
});
