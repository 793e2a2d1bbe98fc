import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { popupOnLoad } from './popup-on-load.ts';

const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('a page that opens nothing passes', () => {
  expect(verdictLine(popupOnLoad, seen({}))).toEqual(['passed']);
});

test('a window that opens by itself fails', () => {
  expect(verdictLine(popupOnLoad, seen({ windows: { opened: 1 } }))).toEqual(['failed', 'popup']);
});
