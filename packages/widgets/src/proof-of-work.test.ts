import type { Challenge } from '@qualepref/core';
import { expect, test, vi } from 'vitest';
import { prove } from './proof-of-work.ts';

async function challengeOf(number: number, maxnumber = 20_000): Promise<Challenge> {
  const salt = 'a1b2?expires=1796000000';
  const bytes = new TextEncoder().encode(`${salt}${String(number)}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { algorithm: 'SHA-256', challenge: hex, salt, signature: 'signed', maxnumber };
}

const here = { openWorker: () => undefined };
const numberIn = (proof: string) => (JSON.parse(atob(proof)) as { number: number }).number;

test('the proof is the JSON of ALTCHA in base 64', async () => {
  const challenge = await challengeOf(1234);
  const { maxnumber, ...rest } = challenge;
  expect(JSON.parse(atob(await prove(challenge, here)))).toEqual({
    ...rest,
    number: 1234,
    took: expect.any(Number),
  });
});

test('the first and the largest number are tried, and none beyond', async () => {
  expect(numberIn(await prove(await challengeOf(0), here))).toBe(0);
  expect(numberIn(await prove(await challengeOf(100, 100), here))).toBe(100);
  await expect(prove(await challengeOf(101, 100), here)).rejects.toThrow('no solution');
});

test('a worker searches where there can be one', async () => {
  const opened = vi.spyOn(globalThis, 'Worker');
  expect(numberIn(await prove(await challengeOf(5000)))).toBe(5000);
  expect(opened).toHaveBeenCalledOnce();
  opened.mockRestore();
});

test('a worker that does not start leaves the search to the page', async () => {
  const openWorker = () => new Worker('/no-such-worker.js', { type: 'module' });
  expect(numberIn(await prove(await challengeOf(50), { openWorker }))).toBe(50);
});

test('the page is never held for long', async () => {
  const long: number[] = [];
  const observer = new PerformanceObserver((list) => {
    long.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  let turns = 0;
  const counter = setInterval(() => turns++, 4);
  await prove(await challengeOf(60_000, 60_000), here);
  clearInterval(counter);
  observer.disconnect();
  // A search in one go would hold it for seconds; what the machine does else is not counted.
  expect(long.filter((duration) => duration > 1000)).toEqual([]);
  expect(turns).toBeGreaterThan(5);
});

test.each(['worker', 'page'])('a search on the %s stops when it is no longer wanted', async (where) => {
  const stop = new AbortController();
  const proof = prove(await challengeOf(5_000_000, 5_000_000), {
    signal: stop.signal,
    ...(where === 'page' ? here : {}),
  });
  setTimeout(() => {
    stop.abort(new Error('gone'));
  }, 50);
  await expect(proof).rejects.toThrow('gone');
});
