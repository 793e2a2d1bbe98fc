import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { freeDead } from './heap.ts';

const used = (): number => getHeapStatistics().used_heap_size / 1_000_000;
/** Some hundred megabytes. */
const much = (): object[] => Array.from({ length: 1_500_000 }, (_, at) => ({ at, more: [at] }));

test('what a long work leaves dead is freed, although the loop never turns', () => {
  freeDead(1_000);
  const before = used();
  const held = { rows: much() };
  expect(used() - before).toBeGreaterThan(100);
  held.rows = [];
  freeDead(999);
  expect(used() - before).toBeGreaterThan(100);
  freeDead(1);
  expect(held.rows).toEqual([]);
  expect(used() - before).toBeLessThan(20);
});
