import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Counts one more in the window that `now` falls in, and says how many that
 * makes. The count is in the database: two processes share it.
 *
 * @param seconds length of the window
 */
export async function countOne(db: Db, bucket: string, seconds: number, now: Date): Promise<number> {
  const since = windowOf(seconds, now);
  const { count } = await db
    .insertInto('rate')
    .values({ bucket, since, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'since']).doUpdateSet({ count: sql<number>`rate.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes away the windows that ended before a time. */
export async function forgetRates(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('rate').where('since', '<', before).execute();
}

function windowOf(seconds: number, now: Date): Date {
  const length = seconds * 1000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
