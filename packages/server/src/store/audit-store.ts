import { randomUUID } from 'node:crypto';
import type { Db, Tx } from './database.ts';
import type { AuditRunRow } from './work-tables.ts';

/** An audit, its file aside. */
export type AuditRun = Pick<AuditRunRow, 'id' | 'site' | 'campaign' | 'state' | 'snapshot_at'>;

/** @returns the id of the new run; nothing when the site has one for the campaign */
export async function planRun(
  tx: Tx,
  { site, campaign, now }: { readonly site: string; readonly campaign: string; readonly now: Date },
): Promise<string | undefined> {
  const planned = await tx
    .insertInto('audit_run')
    .values({
      ...{ id: randomUUID(), site, campaign, state: 'waiting', created_at: now },
      ...{ ended_at: null, snapshot_at: null, problem: null },
    })
    .onConflict((conflict) => conflict.columns(['site', 'campaign']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return planned?.id;
}

const COLUMNS = ['id', 'site', 'campaign', 'state', 'snapshot_at'] as const;

/** The audit of an id. */
export async function runOf(db: Db, id: string): Promise<AuditRun | undefined> {
  return db.selectFrom('audit_run').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The audit of the site that ended last before a campaign. */
export async function runBefore(db: Db, site: string, campaign: string): Promise<AuditRun | undefined> {
  return db
    .selectFrom('audit_run')
    .select(COLUMNS)
    .where('site', '=', site)
    .where('campaign', '<', campaign)
    .where('state', '=', 'ended')
    .orderBy('campaign', 'desc')
    .executeTakeFirst();
}

/** @param problem why it failed, in French; it names no person */
export async function changeRun(
  db: Db,
  id: string,
  change: {
    readonly state: AuditRun['state'];
    readonly ended_at?: Date;
    readonly problem?: string | null;
  },
): Promise<void> {
  await db.updateTable('audit_run').set(change).where('id', '=', id).execute();
}

/** Keeps a file piece by piece in the place of the one before, whole or not at all. */
export async function keepSnapshot(
  db: Db,
  run: string,
  pieces: Iterable<Uint8Array>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('audit_chunk').where('run', '=', run).execute();
    let number = 0;
    for (const bytes of pieces) {
      await tx.insertInto('audit_chunk').values({ run, number, bytes }).execute();
      number += 1;
    }
    await tx.updateTable('audit_run').set({ snapshot_at: now }).where('id', '=', run).execute();
  });
}

/** The pieces of the file that is kept, in order, one at a time. */
export async function* snapshotOf(db: Db, run: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const piece = await db
      .selectFrom('audit_chunk')
      .select('bytes')
      .where('run', '=', run)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!piece) return;
    yield piece.bytes;
  }
}
