import type { MailEntry } from '@qualepref/core';
import type { Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { MailEntryRow } from './quality-tables.ts';

/** What the log is narrowed to. */
export interface MailQuery {
  /** Ids. */
  readonly sites?: readonly string[];
  readonly service?: string | undefined;
  /** ISO days of reception, included. */
  readonly from?: string;
  readonly to?: string;
  readonly isWaiting?: boolean;
}

/** The lines of the correspondence log, the oldest first. */
export async function listMail(db: Db, narrow: MailQuery = {}): Promise<MailEntry[]> {
  const { sites, service, from, to, isWaiting } = narrow;
  if (sites?.length === 0) return [];
  let query = db.selectFrom('mail_entry').selectAll().orderBy('received_on').orderBy('id');
  if (sites) query = query.where('site', 'in', [...sites]);
  if (service !== undefined) query = query.where('service', '=', service);
  if (from !== undefined) query = query.where('received_on', '>=', from);
  if (to !== undefined) query = query.where('received_on', '<=', to);
  if (isWaiting) query = query.where('answered_on', 'is', null);
  return (await query.execute()).map(entryOf);
}

/** The line of a number. */
export async function findMail(db: Db, id: string): Promise<MailEntry | undefined> {
  const row = await db.selectFrom('mail_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row && entryOf(row);
}

/** @returns false when the number is taken, and nothing was written */
export async function insertMail(tx: Tx, entry: MailEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail_entry')
    .values({
      ...{ id: entry.id, channel: entry.channel, site: entry.site, service: entry.service },
      ...{ received_on: entry.receivedOn, subject: entry.subject },
      ...{ answered_on: entry.answeredOn ?? null, template: entry.template ?? null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Notes the answer to a letter or an e-mail. */
export async function setAnswer(
  tx: Tx,
  id: string,
  { answeredOn, template }: Pick<MailEntry, 'answeredOn' | 'template'>,
): Promise<void> {
  await tx
    .updateTable('mail_entry')
    .set({ answered_on: answeredOn ?? null, template: template ?? null })
    .where('id', '=', id)
    .execute();
}

/** The last number of a year, among those like `2026-00417`; undefined before the first. */
export async function lastNumber(db: Db, year: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mail_entry')
    .select((entry) => entry.fn.max('id').as('last'))
    .where('id', '~', `^${year}-[0-9]{5}$`)
    .executeTakeFirst();
  return row?.last ?? undefined;
}

function entryOf({ received_on, answered_on, template, ...row }: Selectable<MailEntryRow>): MailEntry {
  const { id, channel, site, service, subject } = row;
  return {
    ...{ id, channel, site, service, subject, receivedOn: received_on },
    ...(answered_on === null ? { answeredOn: undefined } : { answeredOn: answered_on }),
    ...(template === null ? { template: undefined } : { template }),
  };
}
