import { RECORDED } from '../render-recorder.ts';
import type { Shown } from './pass.ts';

/** The longest that timers of a page have still to wait, in milliseconds: of those that run once, and of those that come again. */
export interface PageWaits {
  readonly once: number;
  readonly again: number;
}

/**
 * What the page's scripts wait for just now.
 *
 * @param known timers, the first of the page, that are left aside
 */
export async function pageWaits({ evaluateAmong }: Shown, known = 0): Promise<PageWaits> {
  const told = await evaluateAmong<Partial<Record<keyof PageWaits, unknown>> | undefined>(
    `${RECORDED}?.waits(${String(known)})`,
  );
  return { once: Number(told?.once) || 0, again: Number(told?.again) || 0 };
}

/** How many timers the page has set up to now. */
export async function knownTimers({ evaluateAmong }: Shown): Promise<number> {
  return Number(await evaluateAmong<unknown>(`${RECORDED}?.known()`)) || 0;
}

/** How many frames the page has asked for up to now. */
export async function framesAsked({ evaluateAmong }: Shown): Promise<number> {
  return Number(await evaluateAmong<unknown>(`${RECORDED}?.frames()`)) || 0;
}
