import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { movingContent } from './moving-content.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const still = { moving: [], scripted: null, scriptedAt: null, hasControl: false };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('what moves without a way to stop it fails, with its flashes to look at', () => {
  expect(verdictLine(movingContent, seen({ motion: { ...still, moving: [{ ...P, by: 'style' }] } }))).toEqual(
    ['failed', 'moving', 'cantTell', 'flash'],
  );
});

test('what a script changes fails, by text or by look', () => {
  expect(verdictLine(movingContent, seen({ motion: { ...still, scripted: 'text', scriptedAt: P } }))).toEqual(
    ['failed', 'changing'],
  );
  expect(verdictLine(movingContent, seen({ motion: { ...still, scripted: 'look', scriptedAt: P } }))).toEqual(
    ['failed', 'moving'],
  );
});

test('what may be stopped is for a person to try', () => {
  expect(
    verdictLine(
      movingContent,
      seen({ motion: { ...still, scripted: 'text', scriptedAt: P, hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled']);
  expect(
    verdictLine(
      movingContent,
      seen({ motion: { ...still, moving: [{ ...P, by: 'picture' }], hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled', 'flash']);
});

test('a page that keeps still is not judged', () => {
  expect(verdictLine(movingContent, seen({}))).toEqual(['inapplicable']);
});
