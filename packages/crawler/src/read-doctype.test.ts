import { expect, test } from 'vitest';
import { readDoctype } from './read-doctype.ts';

test('a document type is read at the very beginning, after blanks and comments only', () => {
  expect(readDoctype('<!DOCTYPE html><html>')).toEqual({ text: 'DOCTYPE html', isLate: false });
  expect(readDoctype('\uFEFF\n<!-- modèle -->\n<!doctype\n html>')).toEqual({
    text: 'doctype html',
    isLate: false,
  });
  expect(readDoctype('<?xml version="1.0"?><!DOCTYPE html>').text).toBe('DOCTYPE html');
});

test('a page without one, or with one in a comment, has none', () => {
  expect(readDoctype('<html><body>')).toEqual({ text: null, isLate: false });
  expect(readDoctype('<html><!-- <!doctype html> -->')).toEqual({ text: null, isLate: false });
});

test('one that comes after the first tag is late', () => {
  expect(readDoctype('<html><!doctype html><body>')).toEqual({ text: null, isLate: true });
});

test('a comment that never ends holds nothing up', () => {
  expect(readDoctype(`<!--${'-'.repeat(200_000)}`)).toEqual({ text: null, isLate: false });
});

test('blanks that lead to no document type hold nothing up', () => {
  expect(readDoctype(`${' '.repeat(100_000)}<html>`)).toEqual({ text: null, isLate: false });
  expect(readDoctype(`${' \n'.repeat(50_000)}<!doctype html>`).text).toBe('doctype html');
});
