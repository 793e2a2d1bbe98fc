import { expect, test } from 'vitest';
import { tried, verdictLine } from '../testing.ts';
import { popupOnLoad } from './popup-on-load.ts';

test('a page that opens nothing passes', () => {
  expect(verdictLine(popupOnLoad, tried({}))).toEqual(['passed']);
});

test('a window that opens by itself fails', () => {
  expect(verdictLine(popupOnLoad, tried({ windows: { opened: 1 } }))).toEqual(['failed', 'popup']);
});
