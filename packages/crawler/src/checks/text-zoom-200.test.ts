import { expect, test } from 'vitest';
import { narrowed } from '../testing-narrow.ts';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { textZoom200 } from './text-zoom-200.ts';

test('text that has room passes', () => {
  expect(verdictLine(textZoom200, narrowed())).toEqual(['passed']);
});

test('text cut, covered or that does not grow fails', () => {
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'cut' }] }))).toEqual([
    'failed',
    'cut',
  ]);
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'covered' }] }))).toEqual([
    'failed',
    'covered',
  ]);
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'still' }] }))).toEqual([
    'failed',
    'still',
  ]);
});

test('text with dots, or gone whole, is for a person to look at', () => {
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'ellipsis' }] }))).toEqual([
    'cantTell',
    'doubt',
  ]);
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'gone' }] }))).toEqual([
    'cantTell',
    'doubt',
  ]);
});

test('text that grows less than the zoom is for a person to look at', () => {
  expect(verdictLine(textZoom200, narrowed({ zoom: [{ ...PARAGRAPH, fault: 'slow' }] }))).toEqual([
    'cantTell',
    'slow',
  ]);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textZoom200, tried({}))).toEqual(['inapplicable']);
  expect(verdictLine(textZoom200, tried({ narrow: { overflow: 0, beyond: [] } }))).toEqual(['inapplicable']);
});
