import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

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

/** Months, `2024-11`, of which a log has lines received before an ISO day. */
export async function monthsBefore(
  db: Db,
  log: 'feedback' | 'mail_entry',
  before: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom(log)
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
