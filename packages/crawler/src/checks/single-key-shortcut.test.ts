import { expect, test } from 'vitest';
import { tried, verdictLine } from '../testing.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';

test('keys that do nothing alone pass', () => {
  expect(verdictLine(singleKeyShortcut, tried({ shortcuts: { keys: [], hasControl: false } }))).toEqual([
    'passed',
  ]);
});

test('a letter that acts fails, unless something may turn it off', () => {
  expect(verdictLine(singleKeyShortcut, tried({ shortcuts: { keys: ['s'], hasControl: false } }))).toEqual([
    'failed',
    'shortcut',
  ]);
  expect(verdictLine(singleKeyShortcut, tried({ shortcuts: { keys: ['s'], hasControl: true } }))).toEqual([
    'cantTell',
    'controlled',
  ]);
});

test('a page that listens to no key is not judged', () => {
  expect(verdictLine(singleKeyShortcut, tried({}))).toEqual(['inapplicable']);
});
