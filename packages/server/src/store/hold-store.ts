import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { HoldRow } from './booking-tables.ts';

/** A hold as it is kept. */
export type StoredHold = Selectable<HoldRow>;

/** Keeps a hold. */
export async function keepHold(tx: Tx, hold: Insertable<HoldRow>): Promise<void> {
  await tx.insertInto('hold').values(hold).execute();
}

/** Takes a hold away. Its place is then up to who took it: to give back, or to keep for an appointment. */
export function takeHold(tx: Tx, id: string): Promise<StoredHold | undefined> {
  return tx.deleteFrom('hold').where('id', '=', id).returningAll().executeTakeFirst();
}

/** Makes a live hold last longer, the first time only. */
export function lengthenHold(
  tx: Tx,
  id: string,
  { now, minutes }: { readonly now: Date; readonly minutes: number },
): Promise<StoredHold | undefined> {
  return tx
    .updateTable('hold')
    .set({
      is_extended: true,
      expires_at: sql<Date>`expires_at + ${minutes}::int * interval '1 minute'`,
    })
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .where('is_extended', '=', false)
    .returningAll()
    .executeTakeFirst();
}

/** Whether a hold is live. */
export async function isHeld(tx: Tx, id: string, now: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('hold')
    .select('id')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * How many places a network holds, or took for good since a time. Whoever asks
 * for the same network waits until this transaction ends: two requests at once
 * do not both find the last place that it may have.
 */
export async function placesOfSource(
  tx: Tx,
  source: string,
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`source ${source}`}, 0))`.execute(tx);
  const { rows } = await sql<{ places: number }>`
    select (select count(*) from hold where source = ${source} and expires_at > ${now})::int
      + (select count(*) from place_taken where source = ${source} and taken_at > ${since})::int as places`.execute(
    tx,
  );
  return rows[0]?.places ?? 0;
}

/** Remembers that a network took a place for good. */
export async function noteTaken(tx: Tx, source: string, now: Date): Promise<void> {
  await tx.insertInto('place_taken').values({ source, taken_at: now }).execute();
}

/** Forgets what was taken before a time. */
export async function forgetTaken(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('place_taken').where('taken_at', '<=', before).execute();
}
