import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { keyboardReach } from './keyboard-reach.ts';

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
const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('what the keyboard does as well as the mouse passes', () => {
  expect(verdictLine(keyboardReach, seen({ pointer: { ...heard } }))).toEqual(['passed']);
});

test('what only a click sets going fails, by what it lacks', () => {
  expect(
    verdictLine(
      keyboardReach,
      seen({ pointer: { ...heard, mouseOnly: [{ ...P, lack: 'reach', hasRole: true, isProven: true }] } }),
    ),
  ).toEqual(['failed', 'unreachable']);
  expect(
    verdictLine(
      keyboardReach,
      seen({ pointer: { ...heard, mouseOnly: [{ ...P, lack: 'reach', hasRole: false, isProven: true }] } }),
    ),
  ).toEqual(['failed', 'unreachable-roleless']);
  expect(
    verdictLine(
      keyboardReach,
      seen({ pointer: { ...heard, mouseOnly: [{ ...P, lack: 'dead', hasRole: true, isProven: true }] } }),
    ),
  ).toEqual(['failed', 'dead']);
  expect(
    verdictLine(
      keyboardReach,
      seen({ pointer: { ...heard, mouseOnly: [{ ...P, lack: 'dead', hasRole: false, isProven: true }] } }),
    ),
  ).toEqual(['failed', 'dead-roleless']);
});

test('a listener that showed nothing is for a person to try', () => {
  expect(
    verdictLine(
      keyboardReach,
      seen({ pointer: { ...heard, mouseOnly: [{ ...P, lack: 'reach', hasRole: true, isProven: false }] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
});

test('a control that is told as text fails', () => {
  expect(verdictLine(keyboardReach, seen({ pointer: { ...heard, roleless: [P] } }))).toEqual([
    'failed',
    'roleless',
  ]);
});

test('an element that loses the focus at once fails', () => {
  expect(verdictLine(keyboardReach, seen({ keyboard: { ...walked, dropped: [P] } }))).toEqual([
    'failed',
    'dropped',
  ]);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(keyboardReach, seen({}))).toEqual(['inapplicable']);
});
