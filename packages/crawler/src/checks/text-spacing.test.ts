import { expect, test } from 'vitest';
import { narrowed } from '../testing-narrow.ts';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { textSpacing } from './text-spacing.ts';

test('text that has room passes', () => {
  expect(verdictLine(textSpacing, narrowed())).toEqual(['passed']);
});

test('text cut fails', () => {
  expect(verdictLine(textSpacing, narrowed({ spacing: [{ ...PARAGRAPH, fault: 'cut' }] }))).toEqual([
    'failed',
    'cut',
  ]);
});

test('text over another, with dots, or gone whole, is for a person to look at', () => {
  expect(verdictLine(textSpacing, narrowed({ spacing: [{ ...PARAGRAPH, fault: 'covered' }] }))).toEqual([
    'cantTell',
    'covered',
  ]);
  expect(verdictLine(textSpacing, narrowed({ spacing: [{ ...PARAGRAPH, fault: 'ellipsis' }] }))).toEqual([
    'cantTell',
    'doubt',
  ]);
  expect(verdictLine(textSpacing, narrowed({ spacing: [{ ...PARAGRAPH, fault: 'gone' }] }))).toEqual([
    'cantTell',
    'doubt',
  ]);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textSpacing, tried({}))).toEqual(['inapplicable']);
  expect(verdictLine(textSpacing, tried({ narrow: { overflow: 0, beyond: [] } }))).toEqual(['inapplicable']);
});
