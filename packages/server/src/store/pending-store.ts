import type { Db, Tx } from './database.ts';
import type { PendingRow } from './work-tables.ts';

/** Keeps what a person began until they confirm it by the link that their address is sent. */
export async function keepPending(tx: Tx, row: PendingRow): Promise<void> {
  await tx.insertInto('pending').values(row).execute();
}

/** What waits to be confirmed, if it still does. */
export async function pendingOf(db: Db, id: string, now: Date): Promise<PendingRow | undefined> {
  return db
    .selectFrom('pending')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Takes what waits, once: whoever comes second finds nothing. */
export async function takePending(
  tx: Tx,
  id: string,
  kind: PendingRow['kind'],
  now: Date,
): Promise<PendingRow | undefined> {
  return tx
    .deleteFrom('pending')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Forgets what was not confirmed in time. */
export async function forgetPending(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('pending').where('expires_at', '<=', now).execute();
}
