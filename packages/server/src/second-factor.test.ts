import { expect, test } from 'vitest';
import { codeAt } from './second-factor.ts';

test('a code is the one that RFC 6238 gives', () => {
  const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeAt(key, Math.floor(59 / 30))).toBe('287082');
  expect(codeAt(key, Math.floor(1_111_111_109 / 30))).toBe('081804');
  expect(codeAt(key, Math.floor(20_000_000_000 / 30))).toBe('353130');
});
