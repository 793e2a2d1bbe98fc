import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { focusVisible } from './focus-visible.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const walked = {
  stops: 9,
  isComplete: true,
  unmarked: [],
  unseen: [],
  traps: [],
  dropped: [],
  departing: [],
  disorder: [],
};
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('a page whose elements all show the focus passes', () => {
  expect(verdictLine(focusVisible, seen({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('each component that nothing marks fails', () => {
  expect(verdictLine(focusVisible, seen({ keyboard: { ...walked, unmarked: [P, P] } }))).toEqual([
    'failed',
    'unmarked',
    'unmarked',
  ]);
});

test('an element off the screen is for a person to try', () => {
  expect(verdictLine(focusVisible, seen({ keyboard: { ...walked, unseen: [P] } }))).toEqual([
    'cantTell',
    'unseen',
  ]);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(focusVisible, seen({}))).toEqual(['inapplicable']);
});
