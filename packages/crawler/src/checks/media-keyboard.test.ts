import { expect, test } from 'vitest';
import { shownVerdictOf } from '../testing-read.ts';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { mediaKeyboard } from './media-keyboard.ts';

test('a video that only a click starts fails', () => {
  expect(verdictLine(mediaKeyboard, tried({ sound: { automatic: [], mouseOnly: [PARAGRAPH] } }))).toEqual([
    'failed',
    'mouse-only',
  ]);
});

test('a page without such a video is not judged', () => {
  expect(verdictLine(mediaKeyboard, tried({ sound: { automatic: [], mouseOnly: [] } }))).toEqual([
    'inapplicable',
  ]);
  expect(verdictLine(mediaKeyboard, tried({}))).toEqual(['inapplicable']);
});

test('a drawing or an object is for a person to try', () => {
  expect(shownVerdictOf(mediaKeyboard, '<canvas></canvas>')).toEqual(['cantTell', 'try-keyboard']);
});
