import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import { countOne, countRequest } from './store/rate-store.ts';
import type { World } from './world.ts';

const MINUTE = 60;
/** Rows among which the count of all writes is spread. */
const PARTS = 16;

/**
 * Refuses what comes too often: from one network, and for writing from all of
 * them together.
 *
 * @param source keyed digest of the network, so that no address is stored
 * @throws Refused `too-many`
 */
export async function checkRate(world: World, source: string, isWrite: boolean): Promise<void> {
  const { requests, writes, allWrites } = world.settings.server.limits;
  const own = [{ bucket: `requests ${source}`, most: requests }];
  if (isWrite) own.push({ bucket: `writes ${source}`, most: writes });
  const at = world.now();
  const counters = {
    own,
    all: isWrite ? { bucket: 'writes', most: allWrites } : undefined,
    part: partOf(source),
    seconds: MINUTE,
  };
  if (!(await countRequest(world.store.db, counters, at))) throw tooMany(at, MINUTE);
}

/** Forms without script cost a robot no computing: few of them, over a longer time. */
const PLAIN = { most: 5, seconds: 600 } as const;

/**
 * Refuses forms without script that come too often from one network; within
 * the transaction of what they do, so that only what is done counts.
 *
 * @throws Refused `too-many`
 */
export async function checkPlainRate(world: World, tx: Tx, source: string): Promise<void> {
  const at = world.now();
  if ((await countOne(tx, `plain ${source}`, PLAIN.seconds, at)) > PLAIN.most)
    throw tooMany(at, PLAIN.seconds);
}

/** A network always counts in the same row: it has its own row to wait for already. */
function partOf(source: string): number {
  return (Buffer.from(source, 'base64url').at(0) ?? 0) % PARTS;
}

/** The refusal of what is to wait for the next window of some seconds. */
export function tooMany(at: Date, seconds: number): Refused {
  return new Refused('too-many', { retryAfter: seconds - (Math.floor(at.getTime() / 1000) % seconds) });
}
