import { expect, test } from 'vitest';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { read } from '../testing-read.ts';
import { htmlValidity } from './html-validity.ts';

test('sound code passes', () => {
  expect(verdictLine(htmlValidity, page(read('<!doctype html><p id="a">a</p>')))).toEqual(['passed']);
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
