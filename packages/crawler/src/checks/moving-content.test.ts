import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { movingContent } from './moving-content.ts';

const still = { moving: [], scripted: null, scriptedAt: null, hasControl: false };

test('what moves without a way to stop it fails, with its flashes to look at', () => {
  expect(
    verdictLine(movingContent, tried({ motion: { ...still, moving: [{ ...PARAGRAPH, by: 'style' }] } })),
  ).toEqual(['failed', 'moving', 'cantTell', 'flash']);
});

test('what a script changes fails, by text or by look', () => {
  expect(
    verdictLine(movingContent, tried({ motion: { ...still, scripted: 'text', scriptedAt: PARAGRAPH } })),
  ).toEqual(['failed', 'changing']);
  expect(
    verdictLine(movingContent, tried({ motion: { ...still, scripted: 'look', scriptedAt: PARAGRAPH } })),
  ).toEqual(['failed', 'moving']);
});

test('what may be stopped is for a person to try', () => {
  expect(
    verdictLine(
      movingContent,
      tried({ motion: { ...still, scripted: 'text', scriptedAt: PARAGRAPH, hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled']);
  expect(
    verdictLine(
      movingContent,
      tried({ motion: { ...still, moving: [{ ...PARAGRAPH, by: 'picture' }], hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled', 'flash']);
});

test('a text that changes alone on its page has no other to be read beside it', () => {
  const motion = { ...still, scripted: 'text', scriptedAt: PARAGRAPH, isAlone: true } as const;
  expect(verdictLine(movingContent, tried({ motion }))).toEqual(['cantTell', 'alone']);
});

test('a page that keeps still is not judged', () => {
  expect(verdictLine(movingContent, tried({}))).toEqual(['inapplicable']);
});
