import { expect, test } from 'vitest';
import { page, verdictLine } from '../testing.ts';
import { doctype } from './doctype.ts';

const judge = (text: string | null, isLate = false): string[] =>
  verdictLine(doctype, page({ doctype: { text, isLate } }));

test('the document type of HTML passes, and so do those of HTML 4 and XHTML', () => {
  for (const text of [
    'doctype html',
    'DOCTYPE HTML',
    'doctype html SYSTEM "about:legacy-compat"',
    'DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"',
    'DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"',
  ])
    expect([text, ...judge(text)]).toEqual([text, 'passed']);
});

test('a page without one fails, and so does one that comes too late', () => {
  expect(judge(null)).toEqual(['failed', 'no-doctype']);
  expect(judge(null, true)).toEqual(['failed', 'not-first']);
});

test('another one fails', () => {
  expect(judge('doctype svg')).toEqual(['failed', 'invalid-doctype']);
  expect(judge('doctype html transitional')).toEqual(['failed', 'invalid-doctype']);
});
