import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { fakeList } from './fake-list.ts';

test('a list passes, and so do lines without a mark', () => {
  expect(verdictOf(fakeList, '<ul><li>- un</li><li>- deux</li></ul>')).toEqual(['passed']);
  expect(verdictOf(fakeList, '<p>un<br>deux<br>trois</p>')).toEqual(['passed']);
});

test('three lines with one mark fail', () => {
  expect(verdictOf(fakeList, '<p>- un<br>- deux<br>- trois</p>')).toEqual(['failed', 'fake-bullets']);
  expect(verdictOf(fakeList, '<p>• un</p><p>• deux</p><p>• trois</p>')).toEqual(['failed', 'fake-bullets']);
});

test('three numbers in a row fail', () => {
  expect(verdictOf(fakeList, '<p>1. un<br>2. deux<br>3. trois</p>')).toEqual(['failed', 'fake-numbers']);
  expect(verdictOf(fakeList, '<p>a) un</p><p>b) deux</p><p>c) trois</p>')).toEqual([
    'failed',
    'fake-numbers',
  ]);
  expect(verdictOf(fakeList, '<p>1. un<br>4. deux<br>9. trois</p>')).toEqual(['passed']);
});

test('the dot of a word processor and a slash after a number are marks too', () => {
  expect(verdictOf(fakeList, '<p>·&nbsp; un</p><p>·&nbsp; deux</p><p>·&nbsp; trois</p>')).toEqual([
    'failed',
    'fake-bullets',
  ]);
  expect(verdictOf(fakeList, '<p>1/ un<br>2/ deux<br>3/ trois</p>')).toEqual(['failed', 'fake-numbers']);
  expect(verdictOf(fakeList, '<p>1/2 part<br>2/3 part<br>3/4 part</p>')).toEqual(['passed']);
});

test('two lines, or long ones, are for a person to weigh', () => {
  expect(verdictOf(fakeList, '<p>- un<br>- deux</p>')).toEqual(['cantTell', 'fake-items']);
});

test('notes numbered after their calls are no list that must be one', () => {
  const notes = '<p>(1) un<br>(2) deux<br>(3) trois</p>';
  expect(verdictOf(fakeList, notes)).toEqual(['failed', 'fake-numbers']);
  expect(verdictOf(fakeList, `<table><tr><td>Délai (1)</td></tr></table>${notes}`)).toEqual([
    'cantTell',
    'fake-items',
  ]);
});
