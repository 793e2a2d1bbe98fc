import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/**
 * How one request went, for the pace of its host: a sound answer, a failure, a
 * refusal, a word that we come too often, or nothing new.
 */
export type Sign = 'well' | 'trouble' | 'nothing' | 'refused' | 'busy';

/** What is asked: a page, a large file whose time says nothing of the server's health, or a part of a page. */
export type Load = 'page' | 'file' | 'asset';

/** The pace at which one host is asked. */
export interface Lane {
  /**
   * Sends one request when its turn comes: `concurrency` at once, each a pause
   * after the start of the one before; of assets four at once, without pause.
   *
   * @returns `null`, and nothing is sent, once the host is given up
   */
  turn<T>(
    load: Load,
    send: () => Promise<T>,
    signOf: (answer: T) => Sign,
    signal: AbortSignal | undefined,
  ): Promise<T | null>;
  /** Never goes faster than this, in seconds. */
  slowDownTo(delay: number): void;
}

/** Times in milliseconds. */
export interface PaceLimits {
  /** An answer that takes longer shows a server in pain. */
  readonly slow: number;
  /** No host is asked more rarely, unless its delay says so. */
  readonly longestPause: number;
  /** Least pause once a host has said twice in a row that we come too often. */
  readonly refusedPause: number;
  /** Refused answers in a row after which a host is given up. */
  readonly refusals: number;
}

/** What the pace of one host begins with. */
export interface LaneOptions extends PaceLimits {
  readonly concurrency: number;
  /** Seconds between the starts of two requests. */
  readonly delay: number;
  /** Whether a failure counts as a refusal; of the site itself each page is worth a try. */
  readonly isStranger?: boolean;
  /** Resolves when a request may be sent at all. */
  readonly open?: (signal: AbortSignal | undefined) => Promise<void>;
  readonly clock?: LaneClock;
}

/** Milliseconds that only go forward, and a way to let some go by. */
export interface LaneClock {
  now(): number;
  sleep(wait: number, signal: AbortSignal | undefined): Promise<unknown>;
}

const CLOCK: LaneClock = {
  now: () => performance.now(),
  sleep: (wait, signal) => sleep(Math.ceil(wait), undefined, signal ? { signal } : {}),
};

/** The style sheets and images of a page are one visit, as in a browser. */
const ASSETS_AT_ONCE = 4;
/** A fragile server is busy with us half of the time at most. */
const REST = 2;

/**
 * Opens the lane of one host. Its pause doubles with each failure and halves
 * with each sound answer, down to the delay: what was asked for is the fastest
 * we ever go. Assets neither wait nor count, but for the sound ones: a site may
 * forbid its fonts to robots and welcome them on its pages.
 */
export function createLane(options: LaneOptions): Lane {
  const { slow, longestPause, refusedPause, refusals, isStranger = false, clock = CLOCK } = options;
  const pages = new PQueue({ concurrency: options.concurrency });
  const assets = new PQueue({ concurrency: ASSETS_AT_ONCE });
  let delay = options.delay * 1000;
  let pause = delay;
  let last = -Infinity;
  let refused = 0;
  let busy = 0;

  const longest = (): number => Math.max(longestPause, delay);
  const left = (): number => last + pause - clock.now();
  const isGivenUp = (): boolean => refused >= refusals;

  async function awaitTurn(signal: AbortSignal | undefined): Promise<number> {
    // Of two that wake together, the second finds the turn taken and waits again.
    for (let wait = left(); wait > 0; wait = left()) await clock.sleep(wait, signal);
    last = clock.now();
    return last;
  }

  function hear(sign: Sign, took: number): void {
    if (sign === 'nothing') return;
    if (sign === 'well') refused = 0;
    else if (sign !== 'trouble' || isStranger) refused += 1;
    busy = sign === 'busy' ? busy + 1 : 0;
    if (sign === 'well')
      pause = Math.max(delay, pause / 2, took > slow ? Math.min(longest(), REST * took) : 0);
    else pause = Math.min(longest(), Math.max(2 * pause, busy > 1 ? refusedPause : 0));
  }

  async function paced<T>(
    load: Load,
    send: () => Promise<T>,
    signOf: (answer: T) => Sign,
    signal: AbortSignal | undefined,
  ): Promise<T | null> {
    await options.open?.(signal);
    if (isGivenUp()) return null;
    const start = await awaitTurn(signal);
    if (isGivenUp()) return null;
    const answer = await send();
    hear(signOf(answer), load === 'file' ? 0 : clock.now() - start);
    return answer;
  }

  async function atOnce<T>(
    send: () => Promise<T>,
    signOf: (answer: T) => Sign,
    signal: AbortSignal | undefined,
  ): Promise<T | null> {
    await options.open?.(signal);
    if (isGivenUp()) return null;
    const answer = await send();
    if (signOf(answer) === 'well') refused = 0;
    return answer;
  }

  return {
    async turn(load, send, signOf, signal) {
      if (isGivenUp()) return null;
      const stop = signal ? { signal } : {};
      if (load === 'asset') return assets.add(() => atOnce(send, signOf, signal), stop);
      return pages.add(() => paced(load, send, signOf, signal), stop);
    },

    slowDownTo(seconds) {
      delay = Math.max(delay, seconds * 1000);
      pause = Math.max(pause, delay);
    },
  };
}
