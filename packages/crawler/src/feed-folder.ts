import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { diskError } from './disk.ts';

/** Feeds that are kept, the one in use among them. */
const KEPT = 3;
/** Named by the instant it was made at, so that the newest is the last in the order of names. */
const NAME = /^feed-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite$/;
/** With the journal that a death leaves beside it. */
const UNFINISHED = /^building-[\w-]+\.sqlite(?:-journal)?$/;
/** Milliseconds: whoever was writing it is dead. */
const ABANDONED = 3_600_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the feed is kept unless told: the user's cache folder, from which everything can be made again. */
export function defaultFeedFolder(environment: Environment = process.env): string {
  const { XDG_CACHE_HOME: cache = '' } = environment;
  return join(cache === '' ? join(homedir(), '.cache') : cache, 'qualepref', 'feed');
}

/** Where what was made of another place is kept, beside the official feed. */
export function feedFolderFor(place: string, environment: Environment = process.env): string {
  const name = createHash('sha256').update(place).digest('hex').slice(0, 16);
  return join(defaultFeedFolder(environment), name);
}

/** The file of the feed in use in a folder, if there is one. */
export function currentFeed(folder: string): string | null {
  const name = feedsIn(folder).at(-1);
  return name === undefined ? null : join(folder, name);
}

/** Oldest first. */
function feedsIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => NAME.test(name))
    .sort();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Where a feed is written until it is whole. @param token that no other process uses */
export function unfinishedFeed(folder: string, token: string): string {
  return join(folder, `building-${token}.sqlite`);
}

/**
 * Puts a finished file in the place of the feed in use, at once, and removes
 * what is no longer kept.
 *
 * @param at instant it was made at; the feed in use is the latest
 * @returns its path
 * @throws QualeprefError `disk-full`, `folder-unwritable`
 */
export function installFeed(folder: string, finished: string, at: Date): string {
  const path = join(folder, `feed-${at.toISOString().replace(/[:.]/g, '-')}.sqlite`);
  try {
    renameSync(finished, path);
  } catch (cause) {
    throw diskError(path, cause);
  }
  for (const name of feedsIn(folder).slice(0, -KEPT)) remove(join(folder, name));
  removeUnfinished(folder, at);
  return path;
}

function removeUnfinished(folder: string, at: Date): void {
  for (const name of namesIn(folder).filter((candidate) => UNFINISHED.test(candidate))) {
    const path = join(folder, name);
    const { mtimeMs = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (at.getTime() - mtimeMs > ABANDONED) remove(path);
  }
}

/** What an audit has open can't be removed on every system: the next update will. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It only takes room.
  }
}
