import type { CDPSession, Page } from 'playwright-core';
import type { AxeResult } from '../axe-facts.ts';
import type { SeenPlace } from '../probes/kit.ts';

/** What a page set going when something was tried on it: all was stopped, nothing was sent. */
export interface Departure {
  /**
   * `page`: another address was asked for; `window`: one was opened; `dialog`: the browser's own asked something;
   * `data`: a script asked for something, where nothing may be.
   */
  readonly kind: 'page' | 'window' | 'dialog' | 'data';
  /** Address, or text of the dialog. */
  readonly detail: string;
}

/** What a pass may do with the page shown. Nothing that it asks leaves the machine. */
export interface Shown {
  readonly page: Page;
  readonly session: CDPSession;
  /** What axe-core said of the page. */
  readonly axe: readonly AxeResult[];
  /** Our world of the page, by its number. */
  readonly world: () => number;
  /** The page's own world, by its number; `undefined` says the same of the page itself. */
  readonly own: number | undefined;
  /** Where its corner stands on the screen, in CSS pixels. */
  readonly corner: () => Promise<{ readonly x: number; readonly y: number }>;
  /** Whether the Tab key goes elsewhere after the last stop: true of a frame with other stops around. */
  readonly leadsOut: boolean;
  /** What frames hold, as a page of its own; empty far down. */
  readonly frames: () => Promise<readonly Framed[]>;
  /** The value of an expression, in our world of the page: the kit is there as `qp`, what acts as `qa`. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** The same of a function that stands alone, called with plain data. */
  readonly call: <Args extends readonly unknown[], T>(
    run: (...args: Args) => T,
    ...args: Args
  ) => Promise<Awaited<T>>;
  /** The value of an expression in the page's own world. */
  readonly evaluateAmong: <T>(expression: string) => Promise<T>;
  /** Makes the kit's tree anew, once the page has changed. */
  readonly refresh: () => Promise<void>;
  /** What left since it was last asked. */
  readonly departures: () => Promise<Departure[]>;
  /** From now on, or no longer, the page asks for nothing at all. */
  readonly shut: (isShut: boolean) => void;
}

/** A frame of the page, and what it holds. */
export interface Framed {
  readonly shown: Shown;
  readonly at: SeenPlace;
  /** Name by which it is told; empty when it has none. */
  readonly name: string;
  /** What comes of a work on it; `undefined` when what it held goes away meanwhile. */
  readonly whileThere: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

/**
 * Tries something on the page, within its own limits of steps and time, and
 * says what it saw as plain data; `undefined` when there is nothing to try.
 */
export type Pass<Facts> = (shown: Shown) => Promise<Facts | undefined>;
