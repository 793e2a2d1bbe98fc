import { setTimeout as sleep } from 'node:timers/promises';

/** A time given ran out. */
export class Late extends Error {}

/** Rejects with `Late` after `limit` milliseconds. */
export function within<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Late());
    }, limit);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/**
 * Rejects with `Late` once nothing was heard for `silence` milliseconds, or
 * after `most` in all: what goes on slowly on a busy machine is not what hangs.
 *
 * @param heardAt when something was last heard, in milliseconds since 1970
 */
export function whileHeard<T>(
  work: Promise<T>,
  heardAt: () => number,
  { silence, most }: { readonly silence: number; readonly most: number },
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const since = Date.now();
  const late = new Promise<never>((_resolve, reject) => {
    const watch = (): void => {
      const left = Math.min(since + most, Math.max(since, heardAt()) + silence) - Date.now();
      if (left > 0) timer = setTimeout(watch, left);
      else reject(new Late());
    };
    watch();
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/**
 * Stops while our own client waits for the site: only the browser's time counts.
 * Not for ever, since a page can always have something on its way: beyond its
 * patience, it goes on whoever is waited for.
 */
export class Clock {
  #left: number;
  #patience: number;
  #waiting = 0;
  #quietSince = Date.now();
  /** When it was last set going, or stopped. */
  #since = Date.now();
  #isStopped = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  readonly late: Promise<never>;
  #reject: (error: Error) => void = () => undefined;

  /**
   * @param deadline milliseconds of the browser's time
   * @param patience milliseconds during which it stops, at most
   */
  constructor(deadline: number, patience: number = Infinity) {
    this.#left = deadline;
    this.#patience = patience;
    this.late = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    // Whoever races with it hears of it; nobody else must.
    this.late.catch(() => undefined);
    this.#start();
  }

  async pausedFor<T>(work: Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#pause();
    try {
      return await work;
    } finally {
      if (--this.#waiting === 0) {
        this.#quietSince = Date.now();
        this.#resume();
      }
    }
  }

  /** Milliseconds of the browser's time that are left. */
  get left(): number {
    return this.#left - (this.#isStopped ? 0 : Date.now() - this.#since);
  }

  /** Resolves once nothing has been waited for during `span` milliseconds. */
  async quiet(span: number): Promise<void> {
    const left = (): number => (this.#waiting > 0 ? span : span - (Date.now() - this.#quietSince));
    // Whoever waits has a browser open; a wait that lost its race keeps no process from ending.
    for (let wait = span; wait > 0; wait = left()) await sleep(wait, undefined, { ref: false });
  }

  /** Ends the work that races with `late`, for a reason of its own. */
  fail(reason: Error): void {
    this.#reject(reason);
  }

  /** For good: nobody waits any more. */
  stop(): void {
    this.#halt();
    this.#isOver = true;
  }

  #halt(): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#left -= Date.now() - this.#since;
    this.#isStopped = true;
    this.#since = Date.now();
  }

  #pause(): void {
    if (this.#patience <= 0 || this.#isOver) return;
    this.#halt();
    if (this.#patience === Infinity) return;
    this.#timer = setTimeout(() => {
      this.#resume();
    }, this.#patience);
  }

  #resume(): void {
    if (!this.#isStopped || this.#isOver) return;
    clearTimeout(this.#timer);
    this.#patience -= Date.now() - this.#since;
    this.#start();
  }

  #start(): void {
    this.#isStopped = false;
    this.#since = Date.now();
    this.#timer = setTimeout(
      () => {
        this.#reject(new Late());
      },
      Math.max(0, this.#left),
    );
  }
}
