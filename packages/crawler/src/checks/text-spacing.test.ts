import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { textSpacing } from './text-spacing.ts';

const room = { spacing: [], zoom: [], orientation: [] };

test('text that has room passes', () => {
  expect(verdictLine(textSpacing, tried({ textRoom: room }))).toEqual(['passed']);
});

test('text cut or covered fails', () => {
  expect(
    verdictLine(textSpacing, tried({ textRoom: { ...room, spacing: [{ ...PARAGRAPH, fault: 'cut' }] } })),
  ).toEqual(['failed', 'cut']);
  expect(
    verdictLine(textSpacing, tried({ textRoom: { ...room, spacing: [{ ...PARAGRAPH, fault: 'covered' }] } })),
  ).toEqual(['failed', 'covered']);
});

test('text with dots, or gone whole, is for a person to look at', () => {
  expect(
    verdictLine(
      textSpacing,
      tried({ textRoom: { ...room, spacing: [{ ...PARAGRAPH, fault: 'ellipsis' }] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
  expect(
    verdictLine(textSpacing, tried({ textRoom: { ...room, spacing: [{ ...PARAGRAPH, fault: 'gone' }] } })),
  ).toEqual(['cantTell', 'doubt']);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textSpacing, tried({}))).toEqual(['inapplicable']);
});
