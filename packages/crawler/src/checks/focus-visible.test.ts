import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine, walked } from '../testing.ts';
import { focusVisible } from './focus-visible.ts';

test('a page whose elements all show the focus passes', () => {
  expect(verdictLine(focusVisible, tried({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('each component that nothing marks fails', () => {
  expect(
    verdictLine(focusVisible, tried({ keyboard: { ...walked, unmarked: [PARAGRAPH, PARAGRAPH] } })),
  ).toEqual(['failed', 'unmarked', 'unmarked']);
});

test('an element off the screen is for a person to try', () => {
  expect(verdictLine(focusVisible, tried({ keyboard: { ...walked, unseen: [PARAGRAPH] } }))).toEqual([
    'cantTell',
    'unseen',
  ]);
});

test('one that was looked at with the focus, and is not shown, fails', () => {
  const unseen = [{ ...PARAGRAPH, isSure: true as const }];
  expect(verdictLine(focusVisible, tried({ keyboard: { ...walked, unseen } }))).toEqual(['failed', 'hidden']);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(focusVisible, tried({}))).toEqual(['inapplicable']);
});
