import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { keyboardTrap } from './keyboard-trap.ts';

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

test('a page gone through from end to end passes', () => {
  expect(verdictLine(keyboardTrap, seen({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('what keeps the keyboard fails', () => {
  expect(verdictLine(keyboardTrap, seen({ keyboard: { ...walked, traps: [P] } }))).toEqual([
    'failed',
    'trap',
  ]);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(keyboardTrap, seen({}))).toEqual(['inapplicable']);
});
