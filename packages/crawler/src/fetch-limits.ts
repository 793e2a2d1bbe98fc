import type { ByteLimits } from './fetch-answer.ts';
import type { ExchangeLimits } from './fetch-exchange.ts';
import type { PaceLimits } from './fetch-lane.ts';

/** Limits of the collection; those of time in milliseconds, of size in bytes. */
export interface Limits extends ExchangeLimits, ByteLimits, PaceLimits {
  /** For one request and its whole answer: a limit on each read never ends a slow drip. */
  readonly deadline: number;
  /** The same, of a document asked whole. */
  readonly longDeadline: number;
  /** Waits before each new try of what may pass. */
  readonly backOff: readonly number[];
  /** Longest time spent waiting for one address. */
  readonly patience: number;
  /** Requests in flight, all hosts together. */
  readonly atOnce: number;
  /** Least time between two requests to a host that is not the site's. */
  readonly elsewhere: number;
  /** How long a robots.txt holds. */
  readonly robotsLife: number;
  /** Between two looks at the clock, outside the allowed hours: a machine may sleep meanwhile. */
  readonly glance: number;
}

/** What holds unless told otherwise. */
export const LIMITS: Limits = {
  body: 10_000_000,
  sitemap: 52_428_800,
  document: 1024,
  whole: 20_000_000,
  robots: 524_288,
  ratio: 300,
  headers: 65_536,
  deadline: 15_000,
  longDeadline: 60_000,
  firstByte: 12_000,
  connect: 10_000,
  backOff: [1000, 2000],
  patience: 30_000,
  atOnce: 8,
  slow: 1000,
  longestPause: 10_000,
  refusedPause: 1000,
  refusals: 8,
  elsewhere: 2000,
  robotsLife: 86_400_000,
  glance: 30_000,
};

const TIMES = [
  ...(['deadline', 'longDeadline', 'firstByte', 'connect', 'patience', 'slow', 'longestPause'] as const),
  ...(['refusedPause', 'elsewhere'] as const),
];

/** The limits of an audit whose times are divided by `haste`. */
export function limitsInHaste(haste: number): Limits {
  const times = Object.fromEntries(TIMES.map((name) => [name, LIMITS[name] / haste]));
  return { ...LIMITS, ...times, backOff: LIMITS.backOff.map((wait) => wait / haste) };
}
