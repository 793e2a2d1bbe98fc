import type { HoldAnswer } from '@qualepref/core';

const MINUTE = 60_000;
/** How long a hold lasts for a device whose clock is wrong. */
const USUAL = 15 * MINUTE;
const LONGEST = 120 * MINUTE;
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
    const now = this.#host.now();
    const lasts = Date.parse(hold.expiresAt) - now;
    this.hold = hold;
    this.ends = now + (lasts > 0 && lasts < LONGEST ? lasts : USUAL);
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
