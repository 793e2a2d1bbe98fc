import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { QualeprefError } from '@qualepref/core';
import { feedSentence, FEED_MAX_AGE, staleSentence } from './feed-age.ts';
import { openFeed, type OpenFeed } from './feed-file.ts';
import { currentFeed, feedFolderFor } from './feed-folder.ts';
import { isAddress, updateFeed, type FeedRequest } from './feed-update.ts';

/** How an audit asks for its feed. */
export interface AuditFeed {
  /** Folder that `feed update` keeps, folder or zip of XML files, or address of a zip. */
  readonly feed?: string | undefined;
  /** Hours. */
  readonly feedMaxAge?: number | undefined;
  readonly allowPrivate?: boolean | undefined;
}

/** What is told while a feed is made ready. */
export interface AuditFeedHooks {
  /** Tells the user. */
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly progress: FeedRequest['progress'];
}

/**
 * The feed that an audit compares with, or `null` when none was asked for. What
 * is no folder of `feed update` is first made into one, in the user's cache,
 * where the next audit finds it. When its address does not answer, the last one
 * is used, and its age decides what may still be judged. Whoever gets it closes it.
 *
 * @throws QualeprefError `feed-…`, `disk-full`, `folder-unwritable`; Interrupted
 */
export async function openFeedFor(
  { feed: place, feedMaxAge = FEED_MAX_AGE, allowPrivate }: AuditFeed,
  hooks: AuditFeedHooks,
): Promise<OpenFeed | null> {
  if (place === undefined) return null;
  const { now, say } = hooks;
  const opened = openFeed(kept(place) ?? (await made(place, allowPrivate === true, hooks)));
  say(feedSentence(opened.info, now()));
  const stale = staleSentence(opened.info, now(), feedMaxAge);
  if (stale !== null) say(stale);
  return opened;
}

/** The file of a feed that is named as it is, or by the folder that holds it. */
function kept(place: string): string | null {
  if (isAddress(place)) return null;
  return /\.sqlite$/i.test(place) && statSync(place, { throwIfNoEntry: false })?.isFile() === true
    ? place
    : currentFeed(place);
}

async function made(place: string, allowPrivate: boolean, hooks: AuditFeedHooks): Promise<string> {
  const folder = feedFolderFor(isAddress(place) ? place : resolve(place));
  try {
    return (await updateFeed({ ...hooks, folder, places: [place], allowPrivate })).path;
  } catch (error) {
    const last = currentFeed(folder);
    if (!(error instanceof QualeprefError && error.code === 'feed-download') || last === null) throw error;
    hooks.say(`${error.message} C’est lui qui sert à cet audit.`);
    return last;
  }
}
