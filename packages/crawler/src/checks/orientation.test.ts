import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { orientation } from './orientation.ts';

const room = { spacing: [], zoom: [], orientation: [] };

test('a page that reads both ways passes', () => {
  expect(verdictLine(orientation, tried({ textRoom: room }))).toEqual(['passed']);
});

test('a page on its side, or replaced by a request to turn the screen, fails', () => {
  expect(
    verdictLine(
      orientation,
      tried({ textRoom: { ...room, orientation: [{ ...PARAGRAPH, fault: 'turned' }] } }),
    ),
  ).toEqual(['failed', 'turned']);
  expect(
    verdictLine(
      orientation,
      tried({ textRoom: { ...room, orientation: [{ ...PARAGRAPH, fault: 'absent' }] } }),
    ),
  ).toEqual(['failed', 'absent']);
});

test('a page without text is not judged', () => {
  expect(verdictLine(orientation, tried({}))).toEqual(['inapplicable']);
});
