import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine, walked } from '../testing.ts';
import { keyboardTrap } from './keyboard-trap.ts';

test('a page gone through from end to end passes', () => {
  expect(verdictLine(keyboardTrap, tried({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('what keeps the keyboard fails', () => {
  expect(verdictLine(keyboardTrap, tried({ keyboard: { ...walked, traps: [PARAGRAPH] } }))).toEqual([
    'failed',
    'trap',
  ]);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(keyboardTrap, tried({}))).toEqual(['inapplicable']);
});
