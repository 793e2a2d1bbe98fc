import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { pointerDown } from './pointer-down.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('what acts when let go passes', () => {
  expect(verdictLine(pointerDown, seen({ pointer: { ...heard } }))).toEqual(['passed']);
});

test('what acts when pressed fails', () => {
  expect(verdictLine(pointerDown, seen({ pointer: { ...heard, early: [P] } }))).toEqual(['failed', 'early']);
});

test('a page that does not listen to the mouse is not judged', () => {
  expect(verdictLine(pointerDown, seen({}))).toEqual(['inapplicable']);
});
