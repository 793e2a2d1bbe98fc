import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Clock, Late, whileHeard, within } from './deadline.ts';

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Late ? 'late' : 'failed'),
  );

test('work that ends in time is itself, other work is late', async () => {
  expect(await within(Promise.resolve('fait'), 1_000)).toBe('fait');
  expect(await outcome(within(sleep(5_000, undefined, { ref: false }), 20))).toBe('late');
});

test('the time spent waiting for the site does not count', async () => {
  const clock = new Clock(200);
  await clock.pausedFor(sleep(400));
  expect(await Promise.race([outcome(clock.late), sleep(50, 'en cours')])).toBe('en cours');
  expect(await outcome(clock.late)).toBe('late');
});

test('it stops no longer than its patience, all in all', async () => {
  const clock = new Clock(100, 150);
  const since = Date.now();
  await clock.pausedFor(sleep(100));
  const endless = clock.pausedFor(sleep(2_000, undefined, { ref: false }));
  expect(await Promise.race([outcome(clock.late), endless.then(() => 'en attente')])).toBe('late');
  expect(Date.now() - since).toBeGreaterThanOrEqual(245);
  expect(clock.left).toBeLessThanOrEqual(0);
});

test('once it is stopped for good, what it waited for sets nothing going again', async () => {
  const clock = new Clock(50);
  const asset = clock.pausedFor(sleep(20));
  clock.stop();
  await asset;
  expect(await Promise.race([outcome(clock.late), sleep(150, 'en cours')])).toBe('en cours');
});

test('it is quiet once nothing has been waited for during the span', async () => {
  const clock = new Clock(60_000);
  const since = Date.now();
  const asset = clock.pausedFor(sleep(300));
  await clock.quiet(100);
  await asset;
  expect(Date.now() - since).toBeGreaterThanOrEqual(395);
  clock.stop();
});

test('work that is heard of goes on beyond a silence, not beyond its time', async () => {
  vi.useFakeTimers();
  try {
    let heardAt = Date.now();
    const limits = { silence: 100, most: 1_000 };
    const said = outcome(whileHeard(new Promise(() => undefined), () => heardAt, limits));
    const over = vi.fn();
    void said.then(over);
    for (let spent = 0; spent < 950; spent += 50) {
      heardAt = Date.now();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(over).not.toHaveBeenCalled();
    heardAt = Date.now();
    await vi.advanceTimersByTimeAsync(50);
    expect(await said).toBe('late');
  } finally {
    vi.useRealTimers();
  }
});

test('work of which nothing is heard is late', async () => {
  const limits = { silence: 50, most: 60_000 };
  expect(await outcome(whileHeard(new Promise(() => undefined), () => 0, limits))).toBe('late');
  expect(await whileHeard(Promise.resolve('fait'), () => 0, limits)).toBe('fait');
});
