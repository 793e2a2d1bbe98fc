import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/database.ts';

/** What every route and job is given; a test gives its own clock and draws. */
export interface World {
  readonly settings: Settings;
  readonly store: Store;
  readonly now: () => Date;
  /** From 0 included to 1 excluded. */
  readonly random: () => number;
  readonly log: Log;
}
