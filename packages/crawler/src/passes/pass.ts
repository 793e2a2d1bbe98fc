import type { CDPSession, Page } from 'playwright-core';
import type { AxeResult } from '../facts.ts';

/** What a pass may do with the page shown. Nothing that it asks leaves the machine. */
export interface Shown {
  readonly page: Page;
  readonly session: CDPSession;
  /** What axe-core said of the page. */
  readonly axe: readonly AxeResult[];
  /** The value of an expression, in our world of the page: the kit is there as `qp`. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** The same of a function that stands alone, called with plain data. */
  readonly call: <Args extends readonly unknown[], T>(
    run: (...args: Args) => T,
    ...args: Args
  ) => Promise<Awaited<T>>;
  /** Makes the kit's tree anew, once the page has changed. */
  readonly refresh: () => Promise<void>;
}

/**
 * Tries something on the page, within its own limits of steps and time, and
 * says what it saw as plain data.
 */
export type Pass<Facts> = (shown: Shown) => Promise<Facts>;
