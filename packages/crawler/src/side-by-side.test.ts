import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const endless = (signal: AbortSignal): Promise<void> => sleep(60_000, undefined, { signal });

test('works run at once, and all end before the caller goes on', async () => {
  const ended: number[] = [];
  const lasting = (wait: number) => async (): Promise<void> => {
    await sleep(wait);
    ended.push(wait);
  };
  await sideBySide(new AbortController().signal, [lasting(30), lasting(10)]);
  expect(ended).toEqual([10, 30]);
});

test('a failure stops the others, waits for them, and is the one told', async () => {
  let isOver = false;
  const slow = async (signal: AbortSignal): Promise<void> => {
    await endless(signal).catch(() => undefined);
    await sleep(10);
    isOver = true;
    throw new Error('second');
  };
  const failing = (): Promise<void> => Promise.reject(new Error('first'));
  await expect(sideBySide(new AbortController().signal, [slow, failing])).rejects.toThrow('first');
  expect(isOver).toBe(true);
});

test('all are stopped from outside', async () => {
  const stop = new AbortController();
  const both = sideBySide(stop.signal, [endless, endless]);
  stop.abort();
  await expect(both).rejects.toThrow('aborted');
});
