import type { HoldAnswer } from '@qualepref/core';

const MINUTE = 60_000;
/** Minutes left at which the time is said aloud; never in between. */
const CALM_MOMENTS = [5, 1];

/** A place kept while the form is filled in, and how long it still is. */
export class KeptSlot {
  hold: HoldAnswer | undefined;
  /** When it lapses, by the clock of the device. */
  ends = 0;
  /** Minutes, rounded down; below zero once it has lapsed. */
  minutesLeft = 0;
  /** What is to be said aloud: the minutes left, or what has just happened. */
  said: number | 'extended' | 'lapsed' | undefined;

  readonly #host: { readonly now: () => number; requestUpdate(): void };
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: { readonly now: () => number; requestUpdate(): void }) {
    this.#host = host;
  }

  get isLapsed(): boolean {
    return this.minutesLeft < 0;
  }

  begin(hold: HoldAnswer): void {
    this.end();
    this.hold = hold;
    // What is left, not when it ends: the clock of the device may be wrong.
    this.ends = this.#host.now() + hold.secondsLeft * 1000;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  /** It is given back, or has become an appointment. */
  end(): void {
    clearInterval(this.#timer);
    this.hold = undefined;
    this.said = undefined;
  }

  #tick(): void {
    const left = Math.floor((this.ends - this.#host.now()) / MINUTE);
    if (left === this.minutesLeft) return;
    this.minutesLeft = left;
    if (left < 0) {
      clearInterval(this.#timer);
      this.said = 'lapsed';
    } else if (CALM_MOMENTS.includes(left)) {
      this.said = left;
    }
    this.#host.requestUpdate();
  }
}
