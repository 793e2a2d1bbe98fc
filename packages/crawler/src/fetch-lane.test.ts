import { expect, test } from 'vitest';
import {
  createLane,
  type Lane,
  type LaneClock,
  type LaneOptions,
  type Load,
  type Sign,
} from './fetch-lane.ts';

/** A clock that jumps to the next thing due as soon as nothing else happens. */
function clockOf(): LaneClock {
  let time = 0;
  const due: { at: number; wake: () => void }[] = [];
  const jump = (): void => {
    due.sort((a, b) => a.at - b.at);
    const next = due.shift();
    if (!next) return;
    time = Math.max(time, next.at);
    next.wake();
  };
  return {
    now: () => time,
    sleep: (wait, signal) =>
      new Promise<void>((resolve, reject) => {
        due.push({ at: time + wait, wake: resolve });
        signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
        setImmediate(jump);
      }),
  };
}

const lane = (options: Partial<LaneOptions> & { readonly clock: LaneClock }): Lane =>
  createLane({
    ...{ concurrency: 1, delay: 0, slow: 1000, longestPause: 60_000, refusedPause: 1000, refusals: 8 },
    ...options,
  });

/** Sends all these at once; gives the time from each start to the next, and how many were under way at most. */
async function run(
  host: Lane,
  clock: LaneClock,
  signs: readonly Sign[],
  { load = 'page', lasts = 5 }: { load?: Load; lasts?: number } = {},
): Promise<{ answers: (Sign | null)[]; gaps: number[]; most: number }> {
  const starts: number[] = [];
  let under = 0;
  let most = 0;
  const send = async (sign: Sign): Promise<Sign> => {
    starts.push(clock.now());
    under += 1;
    most = Math.max(most, under);
    await clock.sleep(lasts, undefined);
    under -= 1;
    return sign;
  };
  const turn = (sign: Sign) =>
    host.turn(
      load,
      () => send(sign),
      (heard) => heard,
      undefined,
    );
  const answers = await Promise.all(signs.map(turn));
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return { answers, gaps, most };
}

/** As `run`, with a lane of its own. */
function pace(
  options: Partial<LaneOptions>,
  signs: readonly Sign[],
  how?: Parameters<typeof run>[3],
): ReturnType<typeof run> {
  const clock = clockOf();
  return run(lane({ ...options, clock }), clock, signs, how);
}
const well = (count: number): Sign[] => Array<Sign>(count).fill('well');

test('a request begins a delay after the start of the one before', async () => {
  expect((await pace({ delay: 2 }, well(4), { lasts: 300 })).gaps).toEqual([2000, 2000, 2000]);
});

test('a request never begins before the end of the one before, unless several may be under way', async () => {
  expect(await pace({}, well(3), { lasts: 20 })).toMatchObject({ most: 1, gaps: [20, 20] });
  expect(await pace({ delay: 0.01 }, well(3), { lasts: 20 })).toMatchObject({ most: 1, gaps: [20, 20] });
  const together = await pace({ concurrency: 2, delay: 0.05 }, well(4), { lasts: 80 });
  expect(together).toMatchObject({ most: 2, gaps: [50, 50, 50] });
});

test('concurrency bounds the pages, four the assets, which do not wait', async () => {
  expect((await pace({ concurrency: 3 }, well(9))).most).toBe(3);
  expect(await pace({ delay: 60 }, well(5), { load: 'asset' })).toMatchObject({
    most: 4,
    gaps: [0, 0, 0, 5],
  });
});

test('a host may slow us down, never speed us up', async () => {
  const clock = clockOf();
  const host = lane({ delay: 2, clock });
  host.slowDownTo(6);
  host.slowDownTo(1);
  expect((await run(host, clock, well(3))).gaps).toEqual([6000, 6000]);
});

test('each failure doubles the pause, each sound answer halves it, down to the delay', async () => {
  const signs: Sign[] = ['trouble', 'refused', 'well', 'well', 'well', 'well'];
  expect((await pace({ delay: 2 }, signs)).gaps).toEqual([4000, 8000, 4000, 2000, 2000]);
  expect((await pace({ delay: 0 }, signs)).gaps).toEqual([5, 5, 5, 5, 5]);
});

test('an address that fails each time it is tried slows its host once', async () => {
  const signs: Sign[] = ['trouble', 'nothing', 'nothing', 'well', 'well'];
  expect((await pace({ delay: 2 }, signs)).gaps).toEqual([4000, 4000, 4000, 2000]);
});

test('a pause has a longest, which a longer delay outdoes', async () => {
  const failures = Array<Sign>(4).fill('trouble');
  expect((await pace({ delay: 40, longestPause: 60_000 }, failures)).gaps).toEqual([60_000, 60_000, 60_000]);
  expect((await pace({ delay: 90, longestPause: 60_000 }, failures)).gaps).toEqual([90_000, 90_000, 90_000]);
});

test('a slow answer is followed by a rest as long as itself, an ordinary one is not', async () => {
  expect((await pace({ delay: 2 }, well(2), { lasts: 5000 })).gaps).toEqual([10_000]);
  expect((await pace({ delay: 0 }, well(2), { lasts: 1001 })).gaps).toEqual([2002]);
  expect((await pace({ delay: 0 }, well(2), { lasts: 1000 })).gaps).toEqual([1000]);
});

test('a request that fails after a long time is a failure and no slow answer', async () => {
  expect((await pace({ delay: 2 }, ['trouble', 'well'], { lasts: 15_000 })).gaps).toEqual([15_000]);
  expect((await pace({ delay: 0 }, ['trouble', 'well'], { lasts: 15_000 })).gaps).toEqual([15_000]);
});

test('a large file takes its time without a sign of pain', async () => {
  expect((await pace({ delay: 2 }, well(2), { load: 'file', lasts: 5000 })).gaps).toEqual([5000]);
});

test('a stranger that fails eight times in a row is given up as one that refuses; the site is not', async () => {
  const failures = Array<Sign>(9).fill('trouble');
  expect((await pace({ isStranger: true }, failures)).answers).toEqual([...failures.slice(1), null]);
  expect((await pace({}, failures)).answers).toEqual(failures);
});

test('a host that says twice in a row that we come too often is slowed down, even without a delay', async () => {
  expect((await pace({}, ['busy', 'well', 'busy', 'well'])).gaps).toEqual([5, 5, 5]);
  expect((await pace({}, ['busy', 'busy', 'busy', 'well', 'well'])).gaps).toEqual([5, 1000, 2000, 1000]);
});

test('a host is given up after eight refused answers in a row, not after seven nor with a sound one between', async () => {
  const refused = (count: number): Sign[] => Array<Sign>(count).fill('refused');
  const never = await pace({}, [...refused(7), 'well', ...refused(7), 'trouble', 'well']);
  expect(never.answers).not.toContain(null);
  const given = await pace({}, [...refused(3), 'trouble', 'busy', ...refused(4), 'well', 'well']);
  expect(given.answers.slice(0, 9)).not.toContain(null);
  expect(given.answers.slice(9)).toEqual([null, null]);
});

test('assets refused say nothing of the pages; one that is served does', async () => {
  const clock = clockOf();
  const host = lane({ refusals: 2, clock });
  const asset = { load: 'asset' as const };
  await run(host, clock, ['refused', 'refused', 'refused'], asset);
  await run(host, clock, ['refused']);
  await run(host, clock, ['well'], asset);
  expect((await run(host, clock, ['refused', 'well'])).answers).toEqual(['refused', 'well']);
  await run(host, clock, ['refused', 'refused']);
  expect((await run(host, clock, ['well'], asset)).answers).toEqual([null]);
});

test('a wait ends when the audit is stopped', async () => {
  const host = createLane({
    ...{ concurrency: 1, delay: 60, slow: 1000, longestPause: 60_000, refusedPause: 1000, refusals: 8 },
  });
  const stop = new AbortController();
  const turn = (signal?: AbortSignal) =>
    host.turn(
      'page',
      () => Promise.resolve(1),
      () => 'well',
      signal,
    );
  await turn();
  const waiting = turn(stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow('aborted');
});

test('nothing is sent before it may be', async () => {
  let isOpen = false;
  const clock = clockOf();
  const open = async (): Promise<void> => {
    await clock.sleep(30, undefined);
    isOpen = true;
  };
  const host = lane({ clock, open });
  for (const load of ['page', 'asset'] as const) {
    isOpen = false;
    const send = () => Promise.resolve(isOpen);
    expect(await host.turn(load, send, () => 'well', undefined)).toBe(true);
  }
});
