import { expect, test } from 'vitest';
import { passes } from '../passes/index.ts';
import { probes } from './index.ts';

test('no probe has the name of a pass: what broke down is told by name alone', () => {
  const names = [...Object.keys(probes), ...Object.keys(passes), 'snapshot'];
  expect(names).toEqual([...new Set(names)]);
});
