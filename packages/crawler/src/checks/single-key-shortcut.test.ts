import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { singleKeyShortcut } from './single-key-shortcut.ts';

const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('keys that do nothing alone pass', () => {
  expect(verdictLine(singleKeyShortcut, seen({ shortcuts: { keys: [], hasControl: false } }))).toEqual([
    'passed',
  ]);
});

test('a letter that acts fails, unless something may turn it off', () => {
  expect(verdictLine(singleKeyShortcut, seen({ shortcuts: { keys: ['s'], hasControl: false } }))).toEqual([
    'failed',
    'shortcut',
  ]);
  expect(verdictLine(singleKeyShortcut, seen({ shortcuts: { keys: ['s'], hasControl: true } }))).toEqual([
    'cantTell',
    'controlled',
  ]);
});

test('a page that listens to no key is not judged', () => {
  expect(verdictLine(singleKeyShortcut, seen({}))).toEqual(['inapplicable']);
});
