import { expect, test } from 'vitest';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { read } from '../testing-read.ts';
import { htmlValidity } from './html-validity.ts';

test('sound code passes', () => {
  expect(verdictLine(htmlValidity, page(read('<!doctype html><p id="a">a</p>')))).toEqual(['passed']);
});

test('an anchor left open fails once: the copies of it that the parser nests are no other fault', () => {
  const nesting = [{ selector: 'ul > a', parent: 'ul', child: 'a' }];
  const facts = read('<!doctype html><p><a id="a"/></p><ul><li>Un</li></ul>');
  expect(verdictLine(htmlValidity, page(facts, { rendered: rendered({ nesting }) }))).toEqual([
    'failed',
    'unclosed-tag',
  ]);
  const closed = read('<!doctype html><p><a id="a"></a></p><ul><li>Un</li></ul>');
  expect(verdictLine(htmlValidity, page(closed, { rendered: rendered({ nesting }) }))).toEqual([
    'failed',
    'nesting',
  ]);
});

test('an identifier looked for and borne by nothing is no double', () => {
  const facts = page(read('<!doctype html><input aria-labelledby="a" aria-describedby="b">'));
  expect(verdictLine(htmlValidity, facts)).toEqual(['passed']);
});

test('an empty identifier fails, and its second use is the same fault', () => {
  const facts = page(read('<!doctype html><a id="" href="/a">a</a><a id="" href="/b">b</a>'));
  expect(verdictLine(htmlValidity, facts)).toEqual(['failed', 'empty-id']);
});

test('each fault of the source fails, with its line', () => {
  const facts = page(read('<!doctype html>\n<p id="a">a</p>\n<p id="a" id="b">b</div>'));
  expect(verdictLine(htmlValidity, facts)).toEqual(['failed', 'double-id', 'double-attribute', 'stray-end']);
  const [, attribute] = pageProblems(htmlValidity, facts);
  expect(attribute?.at.place?.line).toBe(3);
  expect(attribute?.params).toEqual({ tag: 'p', attribute: 'id' });
});

test('an element where it may not be fails, once a browser has shown it', () => {
  const nesting = [{ selector: 'span > div', parent: 'span', child: 'div' }];
  expect(verdictLine(htmlValidity, page({}, { rendered: rendered({ nesting }) }))).toEqual([
    'failed',
    'nesting',
  ]);
});
