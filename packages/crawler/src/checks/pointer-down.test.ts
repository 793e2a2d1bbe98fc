import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { pointerDown } from './pointer-down.ts';

const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };

test('what acts when let go passes', () => {
  expect(verdictLine(pointerDown, tried({ pointer: { ...heard } }))).toEqual(['passed']);
});

test('what acts when pressed fails', () => {
  expect(verdictLine(pointerDown, tried({ pointer: { ...heard, early: [PARAGRAPH] } }))).toEqual([
    'failed',
    'early',
  ]);
});

test('a page that does not listen to the mouse is not judged', () => {
  expect(verdictLine(pointerDown, tried({}))).toEqual(['inapplicable']);
});
