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
    .values({ bucket, since, part: 0, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'since', 'part']).doUpdateSet({ count: sql<number>`rate.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

/** How many are allowed of something in a window. */
export interface Limit {
  readonly bucket: string;
  readonly most: number;
}

/** What one request is counted in. */
export interface Counters {
  /** Of who asks. */
  readonly own: readonly Limit[];
  /** Of everybody together. */
  readonly all?: Limit | undefined;
  /** In which of its rows the count of everybody is raised: in one alone, all requests would queue. */
  readonly part: number;
  /** Length of the window. */
  readonly seconds: number;
}

/**
 * Counts a request in one statement, and says whether it is within its limits.
 * One that is over its own is not counted with everybody’s: a robot that is
 * refused must not shut others out. What others are counting at the same
 * moment may be missing from the count of all.
 */
export async function countRequest(
  db: Db,
  { own, all, part, seconds }: Counters,
  now: Date,
): Promise<boolean> {
  const since = windowOf(seconds, now);
  const rows = own.map(({ bucket }) => sql`(${bucket}, ${since}::timestamptz, 0, 1)`);
  const limits = own.map(({ bucket, most }) => sql`when ${bucket} then ${most}::int`);
  const { rows: counted } = await sql<{ fits: boolean }>`
    with own as (
      insert into rate (bucket, since, part, count) values ${sql.join(rows)}
      on conflict (bucket, since, part) do update set count = rate.count + 1
      returning count <= case bucket ${sql.join(limits, sql` `)} end as fits),
    everybody as (
      insert into rate (bucket, since, part, count)
      select ${all?.bucket ?? ''}, ${since}::timestamptz, ${part}::int, 1
      where ${all !== undefined}::boolean and (select bool_and(fits) from own)
      on conflict (bucket, since, part) do update set count = rate.count + 1
      returning count + coalesce((
        select sum(other.count) from rate as other
        where other.bucket = rate.bucket and other.since = rate.since and other.part <> rate.part
      ), 0) <= ${all?.most ?? 0}::int as fits)
    select (select bool_and(fits) from own) and coalesce((select fits from everybody), true) as fits`.execute(
    db,
  );
  return counted[0]?.fits === true;
}

/** Takes away the windows that ended before a time. */
export async function forgetRates(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('rate').where('since', '<', before).execute();
}

function windowOf(seconds: number, now: Date): Date {
  const length = seconds * 1000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
