import { expect, test } from 'vitest';
import { documentKind } from './document-kind.ts';

const kind = (text: string): string => documentKind(Buffer.from(text, 'latin1'));

test('a PDF is known by its mark, even after a few bytes', () => {
  expect(kind('%PDF-1.7\n…')).toBe('pdf');
  expect(kind('\r\n\r\n%PDF-1.4')).toBe('pdf');
});

test('a page sent instead of a document is known as HTML', () => {
  expect(kind('<!DOCTYPE html><title>Absente</title>')).toBe('html');
  expect(kind('\n <html lang="fr">')).toBe('html');
});

test('office files are known by their containers', () => {
  expect(kind('PK\x03\x04…')).toBe('zip');
  expect(kind('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1…')).toBe('ole');
});

test('what has no mark is text, or unknown when it holds a null byte or nothing', () => {
  expect(kind('nom;commune\n')).toBe('text');
  expect(kind('\x00\x01')).toBe('unknown');
  expect(kind('')).toBe('unknown');
});
