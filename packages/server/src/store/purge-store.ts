import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** Forgets challenges that can be answered no more. */
export async function forgetChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('used_challenge').where('expires_at', '<=', now).execute();
}

/** Forgets what was not confirmed in time. */
export async function forgetPending(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('pending').where('expires_at', '<=', now).execute();
}

/** Forgets what the journal told before a time. */
export async function forgetJournal(db: Db, before: Date): Promise<number> {
  const gone = await db.deleteFrom('journal').where('at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/**
 * Takes away the appointments of days before an ISO day, and counts them by
 * site, month, procedure and what became of them.
 *
 * @returns how many
 */
export async function purgeAppointments(tx: Tx, before: string): Promise<number> {
  await sql`
    insert into tally (kind, site, "of", month, count)
    select 'appointment', slot.site,
      concat_ws(' ', appointment.procedure, appointment.booker, appointment.state, appointment.attendance),
      to_char(slot.day, 'YYYY-MM'), count(*)
    from appointment join slot on slot.id = appointment.slot
    where slot.day < ${before}
    group by 1, 2, 3, 4
    on conflict (kind, site, "of", month) do update set count = tally.count + excluded.count`.execute(tx);
  const gone = await tx
    .deleteFrom('appointment')
    .where('slot', 'in', tx.selectFrom('slot').select('id').where('day', '<', before))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Months, `2024-11`, in which feedback was received before an ISO day. */
export async function feedbackMonths(db: Db, before: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(sql<string>`to_char(received_on, 'YYYY-MM')`.as('month'))
    .where('received_on', '<', before)
    .distinct()
    .orderBy('month')
    .execute();
  return rows.map(({ month }) => month);
}

/** Months in which letters and e-mails of the log were received before an ISO day. */
export async function mailMonths(db: Db, before: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail_entry')
    .select(sql<string>`to_char(received_on, 'YYYY-MM')`.as('month'))
    .where('received_on', '<', before)
    .distinct()
    .orderBy('month')
    .execute();
  return rows.map(({ month }) => month);
}

/** Takes away feedback received before an ISO day, and counts it. */
export async function purgeFeedback(tx: Tx, before: string): Promise<number> {
  await sql`
    insert into tally (kind, site, "of", month, count)
    select 'feedback', site, concat_ws(' ', kind, channel, theme, state),
      to_char(received_on, 'YYYY-MM'), count(*)
    from feedback where received_on < ${before}
    group by 1, 2, 3, 4
    on conflict (kind, site, "of", month) do update set count = tally.count + excluded.count`.execute(tx);
  const gone = await tx.deleteFrom('feedback').where('received_on', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Takes away lines of the correspondence log received before an ISO day, and counts them. */
export async function purgeMailEntries(tx: Tx, before: string): Promise<number> {
  await sql`
    insert into tally (kind, site, "of", month, count)
    select 'mail', site, concat_ws(' ', channel, service), to_char(received_on, 'YYYY-MM'), count(*)
    from mail_entry where received_on < ${before}
    group by 1, 2, 3, 4
    on conflict (kind, site, "of", month) do update set count = tally.count + excluded.count`.execute(tx);
  const gone = await tx.deleteFrom('mail_entry').where('received_on', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** A figure as it is kept. */
export interface KeptMeasurement {
  readonly indicator: string;
  readonly site: string;
  readonly period: string;
  readonly part: string;
  readonly of: Readonly<Record<string, string>> | null;
  readonly value: object;
  readonly source: string | null;
}

/** Keeps computed figures that are not kept yet; one that is stays as it is. */
export async function keepMeasurements(
  tx: Tx,
  measurements: readonly KeptMeasurement[],
  now: Date,
): Promise<void> {
  if (measurements.length === 0) return;
  await tx
    .insertInto('measurement')
    .values(
      measurements.map(({ of, value, ...rest }) => ({
        ...rest,
        of: of === null ? null : JSON.stringify(of),
        value: JSON.stringify(value),
        origin: 'computed' as const,
        entered_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['indicator', 'site', 'period', 'part']).doNothing())
    .execute();
}
