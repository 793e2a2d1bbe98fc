import { expect, test } from 'vitest';
import { narrowed } from '../testing-narrow.ts';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { orientation } from './orientation.ts';

test('a page that reads both ways passes', () => {
  expect(verdictLine(orientation, narrowed())).toEqual(['passed']);
});

test('a page on its side, or replaced by a request to turn the screen, fails', () => {
  expect(verdictLine(orientation, narrowed({ orientation: [{ ...PARAGRAPH, fault: 'turned' }] }))).toEqual([
    'failed',
    'turned',
  ]);
  expect(verdictLine(orientation, narrowed({ orientation: [{ ...PARAGRAPH, fault: 'absent' }] }))).toEqual([
    'failed',
    'absent',
  ]);
});

test('a page without text is not judged', () => {
  expect(verdictLine(orientation, tried({}))).toEqual(['inapplicable']);
  expect(verdictLine(orientation, tried({ narrow: { overflow: 0, beyond: [] } }))).toEqual(['inapplicable']);
});
