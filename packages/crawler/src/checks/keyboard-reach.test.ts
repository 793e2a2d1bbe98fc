import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine, walked } from '../testing.ts';
import { keyboardReach } from './keyboard-reach.ts';

const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };

test('what the keyboard does as well as the mouse passes', () => {
  expect(verdictLine(keyboardReach, tried({ pointer: { ...heard } }))).toEqual(['passed']);
});

test('what only a click sets going fails, by what it lacks', () => {
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: { ...heard, mouseOnly: [{ ...PARAGRAPH, lack: 'reach', hasRole: true, isProven: true }] },
      }),
    ),
  ).toEqual(['failed', 'unreachable']);
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: { ...heard, mouseOnly: [{ ...PARAGRAPH, lack: 'reach', hasRole: false, isProven: true }] },
      }),
    ),
  ).toEqual(['failed', 'unreachable-roleless']);
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: {
          ...heard,
          mouseOnly: [{ ...PARAGRAPH, lack: 'reach', hasRole: false, isProven: true, isNarrow: true }],
        },
      }),
    ),
  ).toEqual(['failed', 'unreachable-narrow']);
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: { ...heard, mouseOnly: [{ ...PARAGRAPH, lack: 'dead', hasRole: true, isProven: true }] },
      }),
    ),
  ).toEqual(['failed', 'dead']);
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: { ...heard, mouseOnly: [{ ...PARAGRAPH, lack: 'dead', hasRole: false, isProven: true }] },
      }),
    ),
  ).toEqual(['failed', 'dead-roleless']);
});

test('a listener that showed nothing is for a person to try', () => {
  expect(
    verdictLine(
      keyboardReach,
      tried({
        pointer: { ...heard, mouseOnly: [{ ...PARAGRAPH, lack: 'reach', hasRole: true, isProven: false }] },
      }),
    ),
  ).toEqual(['cantTell', 'doubt']);
});

test('a control that is told as text fails', () => {
  expect(verdictLine(keyboardReach, tried({ pointer: { ...heard, roleless: [PARAGRAPH] } }))).toEqual([
    'failed',
    'roleless',
  ]);
});

test('an element that loses the focus at once fails', () => {
  expect(verdictLine(keyboardReach, tried({ keyboard: { ...walked, dropped: [PARAGRAPH] } }))).toEqual([
    'failed',
    'dropped',
  ]);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(keyboardReach, tried({}))).toEqual(['inapplicable']);
});
