import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLane } from './fetch-lane.ts';

/** Runs visits of one request each; gives when each began and how many were under way at most. */
async function run(lane: ReturnType<typeof createLane>, visits: number, isAsset = false, lasts = 5) {
  const starts: number[] = [];
  let under = 0;
  let most = 0;
  const send = async () => {
    starts.push(performance.now());
    under += 1;
    most = Math.max(most, under);
    await sleep(lasts);
    under -= 1;
  };
  const visit = () => lane.enter(isAsset, () => lane.turn(isAsset, send, undefined), undefined);
  await Promise.all(Array.from({ length: visits }, visit));
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return { gaps, most };
}

test('a request begins a delay after the end of the one before', async () => {
  const { gaps, most } = await run(createLane(1, 0.05), 3);
  expect(most).toBe(1);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(54);
});

test('requests allowed at once do not start together either', async () => {
  const { gaps, most } = await run(createLane(2, 0.05), 4, false, 80);
  expect(most).toBe(2);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(49);
});

test('concurrency bounds the pages, four the assets, which do not wait', async () => {
  expect((await run(createLane(3, 0), 9)).most).toBe(3);
  expect((await run(createLane(1, 60), 9, true)).most).toBe(4);
});

test('a host may slow us down, never speed us up', async () => {
  const lane = createLane(1, 0.02);
  lane.slowDownTo(0.06);
  lane.slowDownTo(0.01);
  expect(Math.min(...(await run(lane, 3)).gaps)).toBeGreaterThanOrEqual(64);
});

test('a wait ends when the audit is stopped', async () => {
  const lane = createLane(1, 60);
  const stop = new AbortController();
  await lane.turn(false, () => sleep(1), stop.signal);
  const waiting = lane.turn(false, () => sleep(1), stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow('aborted');
});
