import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { pointerDown } from './pointer-down.ts';

const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };

test('what acts when let go passes', () => {
  expect(verdictLine(pointerDown, tried({ pointer: { ...heard } }))).toEqual(['passed']);
});

test('a command that acts when pressed fails, by its tag or by its role', () => {
  for (const html of ['<button type="button">Payer', '<div class="b" role="button" tabindex="0">Payer'])
    expect(
      verdictLine(pointerDown, tried({ pointer: { ...heard, early: [{ ...PARAGRAPH, html }] } })),
    ).toEqual(['failed', 'early']);
});

test('another box that acts when pressed is for a person to try', () => {
  expect(verdictLine(pointerDown, tried({ pointer: { ...heard, early: [PARAGRAPH] } }))).toEqual([
    'cantTell',
    'doubt',
  ]);
});

test('a page that does not listen to the mouse is not judged', () => {
  expect(verdictLine(pointerDown, tried({}))).toEqual(['inapplicable']);
});
