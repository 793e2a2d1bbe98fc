import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/** The pace at which one host is asked. */
export interface Lane {
  /** Takes a place among the addresses of the host: of pages `concurrency` at once, of assets four. */
  enter<T>(isAsset: boolean, visit: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** Sends one request when its turn comes: not before the delay has gone by since the last one ended. */
  turn<T>(isAsset: boolean, send: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** Never goes faster than this, in seconds. */
  slowDownTo(delay: number): void;
}

/** The style sheets and images of a page are one visit, as in a browser. */
const ASSETS_AT_ONCE = 4;

/** Opens the lane of one host; `delay` in seconds. */
export function createLane(concurrency: number, delay: number): Lane {
  const pages = new PQueue({ concurrency });
  const assets = new PQueue({ concurrency: ASSETS_AT_ONCE });
  let pause = delay * 1000;
  let free = 0;

  return {
    enter: (isAsset, visit, signal) => (isAsset ? assets : pages).add(visit, signal ? { signal } : {}),

    async turn(isAsset, send, signal) {
      if (isAsset) return send();
      const wait = free - performance.now();
      // Taken at once, so that two requests that wait do not start together.
      free = Math.max(free, performance.now()) + pause;
      if (wait > 0) await sleep(Math.ceil(wait), undefined, signal ? { signal } : {});
      try {
        return await send();
      } finally {
        free = Math.max(free, performance.now() + pause);
      }
    },

    slowDownTo(seconds) {
      pause = Math.max(pause, seconds * 1000);
    },
  };
}
