import type { Settings } from './check.ts';
import type { Feed } from './feed.ts';
import type { FeedSheet } from './feed-sheet.ts';

/** Kinds of office, in the words of the feed, that a préfecture answers for. */
export const OWN_PIVOTS: readonly string[] = ['prefecture', 'sous_pref', 'prefecture_greffe_associations'];

const DAY = 86_400_000;
/** Days for which a site may keep what it fetched: a cache of a day, and the day itself. */
const CACHE = 2;
/** Days after which a sheet that was not renewed is no delay any more but a breakdown. */
const LATE = 7;

/** The sheet that a number leads to today. */
export interface CurrentSheet {
  readonly sheet: FeedSheet;
  /** Whether it took the place of the number asked for. */
  readonly isRedirected: boolean;
}

const lastAsked = new WeakMap<Feed, Map<string, CurrentSheet | null>>();
/** Several checks ask for the sheets of the same page one after the other. */
const AT_HAND = 16;

/** A feed that verdicts may rest on; `null` when there is none, or it is too old. */
export function usableFeed({ feed, feedState }: Settings): Feed | null {
  return feed && feedState?.usable !== false ? feed : null;
}

/** Why nothing is judged by the feed, and what to do. French sentence. */
export function withoutFeed({ feed, feedState }: Settings): string {
  if (feed && feedState?.usable === false) return feedState.why;
  return 'Aucun flux de la DILA n’a été donné à l’audit : indiquer le flux avec --feed.';
}

/** What a number leads to, redirections followed; `null` when the source has it no more. */
export function currentSheet(feed: Feed, number: string): CurrentSheet | null {
  let recent = lastAsked.get(feed);
  if (!recent) {
    recent = new Map<string, CurrentSheet | null>();
    lastAsked.set(feed, recent);
  }
  const known = recent.get(number);
  if (known !== undefined) return known;
  const found = lookUp(feed, number);
  if (recent.size >= AT_HAND) recent.clear();
  recent.set(number, found);
  return found;
}

function lookUp(feed: Feed, number: string): CurrentSheet | null {
  const own = feed.sheet(number);
  if (own) return { sheet: own, isRedirected: false };
  const target = feed.redirection(number);
  const sheet = target === undefined ? undefined : feed.sheet(target);
  return sheet ? { sheet, isRedirected: true } : null;
}

/** How a shown date of verification stands to that of the source. */
export type Lateness =
  /** The same, or as a cache explains it. */
  | 'same'
  /** The new version has been out for a few days, or differs by a few. */
  | 'behind'
  | 'late'
  /** The page is ahead of the feed. */
  | 'newer';

/**
 * What counts is for how long the source has had a newer date, not how old the
 * one shown is: a sheet verified yesterday makes the page of the year before
 * one day late.
 *
 * @param shown ISO day on the page
 * @param source ISO day of the feed
 * @param readOn ISO day on which the page was read
 */
export function latenessOf(shown: string, source: string, readOn: string): Lateness {
  const gap = days(shown, source);
  const late = Math.min(gap, days(source, readOn));
  if (late > LATE) return 'late';
  if (late > CACHE) return 'behind';
  return gap < -CACHE ? 'newer' : 'same';
}

/** Whether the source has had it for so short a time that a site may not have fetched it yet. */
export function isJustOut(source: string, readOn: string): boolean {
  return days(source, readOn) <= CACHE;
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
