import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { textZoom200 } from './text-zoom-200.ts';

const room = { spacing: [], zoom: [], orientation: [] };

test('text that has room passes', () => {
  expect(verdictLine(textZoom200, tried({ textRoom: room }))).toEqual(['passed']);
});

test('text cut, covered or that does not grow fails', () => {
  expect(
    verdictLine(textZoom200, tried({ textRoom: { ...room, zoom: [{ ...PARAGRAPH, fault: 'cut' }] } })),
  ).toEqual(['failed', 'cut']);
  expect(
    verdictLine(textZoom200, tried({ textRoom: { ...room, zoom: [{ ...PARAGRAPH, fault: 'covered' }] } })),
  ).toEqual(['failed', 'covered']);
  expect(
    verdictLine(textZoom200, tried({ textRoom: { ...room, zoom: [{ ...PARAGRAPH, fault: 'still' }] } })),
  ).toEqual(['failed', 'still']);
});

test('text with dots, or gone whole, is for a person to look at', () => {
  expect(
    verdictLine(textZoom200, tried({ textRoom: { ...room, zoom: [{ ...PARAGRAPH, fault: 'ellipsis' }] } })),
  ).toEqual(['cantTell', 'doubt']);
  expect(
    verdictLine(textZoom200, tried({ textRoom: { ...room, zoom: [{ ...PARAGRAPH, fault: 'gone' }] } })),
  ).toEqual(['cantTell', 'doubt']);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textZoom200, tried({}))).toEqual(['inapplicable']);
});
