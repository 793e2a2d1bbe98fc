import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { shownVerdictOf } from '../testing-read.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { mediaKeyboard } from './media-keyboard.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('a video that only a click starts fails', () => {
  expect(verdictLine(mediaKeyboard, seen({ sound: { automatic: [], mouseOnly: [P] } }))).toEqual([
    'failed',
    'mouse-only',
  ]);
});

test('a page without such a video is not judged', () => {
  expect(verdictLine(mediaKeyboard, seen({ sound: { automatic: [], mouseOnly: [] } }))).toEqual([
    'inapplicable',
  ]);
  expect(verdictLine(mediaKeyboard, seen({}))).toEqual(['inapplicable']);
});

test('a drawing or an object is for a person to try', () => {
  expect(shownVerdictOf(mediaKeyboard, '<canvas></canvas>')).toEqual(['cantTell', 'try-keyboard']);
});
