import type { Feed, FeedInfo } from './feed.ts';
import { shortHash } from './finding-number.ts';
import type { FeedSheet } from './feed-sheet.ts';

/** Where answers of a feed are kept; values are plain data. */
export interface FeedAnswers {
  readonly info: FeedInfo;
  /** `undefined` when that was never asked. */
  read(key: string): unknown;
}

/**
 * A feed that tells what it answers. A report is made again from the audit file
 * alone: the feed of that day is gone by then, but what the checks asked of it
 * was kept.
 *
 * @param keep is told each answer once; no answer is `null`
 */
export function recordedFeed(feed: Feed, keep: (key: string, value: unknown) => void): Feed {
  const told = new Set<string>();
  const tell = <T>(key: string, answer: T): T => {
    if (!told.has(key)) keep(key, answer ?? null);
    told.add(key);
    return answer;
  };
  return {
    info: feed.info,
    sheet: (number) => tell(keys.sheet(number), feed.sheet(number)),
    redirection: (number) => tell(keys.redirection(number), feed.redirection(number)),
    byTitle: (title) => tell(keys.byTitle(title), feed.byTitle(title)),
    candidates: (prints) => tell(keys.candidates(prints), feed.candidates(prints)),
    withPivot: (pivots) => tell(keys.withPivot(pivots), feed.withPivot(pivots)),
  };
}

/** The feed as far as it was asked; of anything else it knows nothing. */
export function replayedFeed(kept: FeedAnswers): Feed {
  const answer = (key: string): unknown => kept.read(key) ?? undefined;
  return {
    info: kept.info,
    sheet: (number) => answer(keys.sheet(number)) as FeedSheet | undefined,
    redirection: (number) => answer(keys.redirection(number)) as string | undefined,
    byTitle: (title) => (answer(keys.byTitle(title)) ?? []) as string[],
    candidates: (prints) => (answer(keys.candidates(prints)) ?? []) as ReturnType<Feed['candidates']>,
    withPivot: (pivots) => (answer(keys.withPivot(pivots)) ?? []) as ReturnType<Feed['withPivot']>,
  };
}

const keys = {
  sheet: (number: string) => `sheet ${number}`,
  redirection: (number: string) => `redirection ${number}`,
  byTitle: (title: string) => `title ${title}`,
  candidates: (prints: readonly number[]) => `candidates ${shortHash(prints.join(' '))}`,
  withPivot: (pivots: readonly string[]) => `pivots ${pivots.join(' ')}`,
};
