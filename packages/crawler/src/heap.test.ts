import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { freeDead, freePage } from './heap.ts';

const used = (): number => getHeapStatistics().used_heap_size / 1_000_000;
/** About a megabyte. */
const little = (): object[] => Array.from({ length: 8_000 }, (_, at) => ({ at, more: [at] }));
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

test('what a page leaves dead is freed before the next one', () => {
  freePage();
  const before = used();
  const held = { rows: little() };
  expect(used() - before).toBeGreaterThan(0.7);
  held.rows = [];
  freePage();
  expect(held.rows).toEqual([]);
  expect(used() - before).toBeLessThan(0.5);
});
