import { Refused } from './problem.ts';
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
  await check(world, `requests ${source}`, limits.requests);
  if (!isWrite) return;
  await check(world, `writes ${source}`, limits.writes);
  await check(world, 'writes', limits.allWrites);
}

async function check({ store, now }: World, bucket: string, most: number): Promise<void> {
  const at = now();
  if ((await countOne(store.db, bucket, MINUTE, at)) <= most) return;
  throw new Refused('too-many', { retryAfter: MINUTE - at.getUTCSeconds() });
}
