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

/** Stops while our own client waits for the site: only the browser's time counts. */
export class Clock {
  #left: number;
  #waiting = 0;
  #since = Date.now();
  #timer: NodeJS.Timeout | undefined;
  readonly late: Promise<never>;
  #reject: (error: Error) => void = () => undefined;

  /** @param deadline milliseconds of the browser's time */
  constructor(deadline: number) {
    this.#left = deadline;
    this.late = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    // Whoever races with it hears of it; nobody else must.
    this.late.catch(() => undefined);
    this.#start();
  }

  async pausedFor<T>(work: Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.stop();
    try {
      return await work;
    } finally {
      if (--this.#waiting === 0) this.#start();
    }
  }

  /** Milliseconds of the browser's time that are left. */
  get left(): number {
    return this.#left - (this.#waiting > 0 ? 0 : Date.now() - this.#since);
  }

  /** Resolves once nothing has been waited for during `span` milliseconds. */
  async quiet(span: number): Promise<void> {
    const left = (): number => (this.#waiting > 0 ? span : span - (Date.now() - this.#since));
    // Whoever waits has a browser open; a wait that lost its race keeps no process from ending.
    for (let wait = span; wait > 0; wait = left()) await sleep(wait, undefined, { ref: false });
  }

  /** Ends the work that races with `late`, for a reason of its own. */
  fail(reason: Error): void {
    this.#reject(reason);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#left -= Date.now() - this.#since;
  }

  #start(): void {
    this.#since = Date.now();
    this.#timer = setTimeout(
      () => {
        this.#reject(new Late());
      },
      Math.max(0, this.#left),
    );
  }
}
