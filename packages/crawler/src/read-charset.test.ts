import { expect, test } from 'vitest';
import { declaresLate, decodeHtml } from './read-charset.ts';

const TITLE = 'Démarches à la préfecture';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('latin-1 by header is windows-1252, as in browsers', () => {
  const bytes = Uint8Array.of(...latin(`${TITLE} : l`), 0x92, 0x80);
  expect(decodeHtml(bytes, 'text/html; charset=ISO-8859-1')).toBe(`${TITLE} : l’€`);
});

test.each([
  '<meta charset="windows-1252">',
  '<meta charset="x-user-defined">',
  "<META CharSet='windows-1252' />",
  '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
  '<!-- <meta charset=utf-8> --><meta charset=windows-1252>',
  '<?xml version="1.0" encoding="ISO-8859-1"?><meta charset="utf-8">',
])('without a header, %s decides', (meta) => {
  expect(decodeHtml(latin(`${meta}${TITLE}`), 'text/html')).toContain(TITLE);
});

test('the header wins over the meta', () => {
  expect(decodeHtml(utf8(`<meta charset=iso-8859-1>${TITLE}`), 'TEXT/HTML;Charset="UTF-8"')).toContain(TITLE);
});

test('a byte order mark wins over the header, and is no text', () => {
  expect(decodeHtml(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(TITLE)), 'text/html; charset=windows-1252')).toBe(
    TITLE,
  );
  expect(decodeHtml(Uint8Array.of(0xff, 0xfe, 0xe9, 0), undefined)).toBe('é');
});

test('without a name that exists, valid UTF-8 is UTF-8 and the rest windows-1252', () => {
  expect(decodeHtml(utf8(TITLE), 'text/html; charset=klingon')).toBe(TITLE);
  expect(decodeHtml(latin(TITLE), undefined)).toBe(TITLE);
});

test('a declaration after the first 1,024 bytes is not read', () => {
  const late = `${' '.repeat(1_024)}<meta charset=koi8-r>${TITLE}`;
  expect(decodeHtml(utf8(late), undefined)).toContain(TITLE);
  expect(decodeHtml(utf8(late.trim()), undefined)).not.toContain(TITLE);
});

test('bytes that mean nothing become replacement characters', () => {
  expect(decodeHtml(Uint8Array.of(0x61, 0xff, 0x62), 'text/html; charset=utf-8')).toBe('a\uFFFDb');
});

test('a declaration beyond what browsers look at is late, unless something before it decides', () => {
  const far = (meta: string): Uint8Array => latin(`<!-- ${'x'.repeat(1_100)} -->${meta}${TITLE}`);
  const meta = '<meta charset="windows-1252">';
  expect(declaresLate(far(meta), 'text/html')).toBe(true);
  expect(declaresLate(latin(meta + TITLE), 'text/html')).toBe(false);
  expect(declaresLate(far(''), 'text/html')).toBe(false);
  expect(declaresLate(far(meta), 'text/html; charset=utf-8')).toBe(false);
  expect(declaresLate(Uint8Array.of(0xef, 0xbb, 0xbf, ...far(meta)), 'text/html')).toBe(false);
});
