import { Refused } from './problem.ts';
import type { Db, Tx } from './store/database.ts';
import { countOne } from './store/rate-store.ts';
import type { World } from './world.ts';

const MINUTE = 60;

/**
 * Refuses what comes too often: from one network, and for writing from all of
 * them together.
 *
 * @param source keyed digest of the network, so that no address is stored
 * @throws Refused `too-many`
 */
export async function checkRate(world: World, source: string, isWrite: boolean): Promise<void> {
  const { limits } = world.settings.server;
  const { db } = world.store;
  await check(world, db, `requests ${source}`, limits.requests);
  if (!isWrite) return;
  await check(world, db, `writes ${source}`, limits.writes);
  await check(world, db, 'writes', limits.allWrites);
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
  await check(world, tx, `plain ${source}`, PLAIN.most, PLAIN.seconds);
}

async function check({ now }: World, db: Db, bucket: string, most: number, seconds = MINUTE): Promise<void> {
  const at = now();
  if ((await countOne(db, bucket, seconds, at)) <= most) return;
  throw new Refused('too-many', { retryAfter: seconds - (Math.floor(at.getTime() / 1000) % seconds) });
}
