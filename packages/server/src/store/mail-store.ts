import { randomUUID } from 'node:crypto';
import type { Language } from '@qualepref/core';
import type { Db } from './database.ts';
import type { SentMailRow } from './work-tables.ts';

/** What became of a message. */
export type MailState = SentMailRow['state'];

/** Notes that a message will leave on an occasion; false when it was noted before. */
export async function noteOccasion(db: Db, occasion: string, now: Date): Promise<boolean> {
  const noted = await db
    .insertInto('sent_mail')
    .values({ id: randomUUID(), occasion, state: 'waiting', sent_at: null, created_at: now })
    .onConflict((conflict) => conflict.column('occasion').doNothing())
    .executeTakeFirst();
  return noted.numInsertedOrUpdatedRows === 1n;
}

/** What became of the message of an occasion. */
export async function occasionOf(
  db: Db,
  occasion: string,
): Promise<Pick<SentMailRow, 'id' | 'state' | 'created_at'> | undefined> {
  return db
    .selectFrom('sent_mail')
    .select(['id', 'state', 'created_at'])
    .where('occasion', '=', occasion)
    .executeTakeFirst();
}

/**
 * Takes a message from one state to another.
 *
 * @returns false when it was no longer in the first: somebody else has it
 */
export async function moveMail(
  db: Db,
  id: string,
  { from, to, now }: { readonly from: MailState; readonly to: MailState; readonly now: Date },
): Promise<boolean> {
  const moved = await db
    .updateTable('sent_mail')
    .set({ state: to, ...(to === 'sent' ? { sent_at: now } : {}) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Forgets messages noted before a time. */
export async function forgetMail(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sent_mail').where('created_at', '<', before).execute();
}

/** Messages in each state, for who watches the service. */
export async function countMail(db: Db): Promise<ReadonlyMap<MailState, number>> {
  const rows = await db
    .selectFrom('sent_mail')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** What a message tells of an appointment. */
export interface MailedAppointment {
  readonly id: string;
  readonly reference: string;
  readonly site: string;
  readonly procedure: string;
  readonly start: string;
  readonly end: string;
  readonly state: 'booked' | 'cancelled';
  readonly sequence: number;
  readonly email: string;
  readonly language: string;
}

/** The appointment to write about; none when nobody can be written to. */
export async function mailedAppointment(db: Db, id: string): Promise<MailedAppointment | undefined> {
  const found = await db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select([
      ...(['appointment.id', 'appointment.reference', 'appointment.state', 'appointment.sequence'] as const),
      ...(['appointment.email', 'appointment.language'] as const),
      ...(['slot.site', 'slot.procedure', 'slot.start', 'slot.end'] as const),
    ])
    .where('appointment.id', '=', id)
    .executeTakeFirst();
  return found && found.email !== null ? { ...found, email: found.email } : undefined;
}

/** Appointments between two days, not begun, made before the day given, of people who have an address. */
export async function appointmentsToRecall(
  db: Db,
  {
    site,
    from,
    to,
    now,
  }: { readonly site: string; readonly from: string; readonly to: string; readonly now: Date },
): Promise<readonly { readonly id: string; readonly start: string; readonly booked_at: Date }[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .select(['appointment.id', 'slot.start', 'appointment.booked_at'])
    .where('slot.site', '=', site)
    .where('slot.day', '>=', from)
    .where('slot.day', '<=', to)
    .where('slot.starts_at', '>', now)
    .where('appointment.state', '=', 'booked')
    .where('appointment.email', 'is not', null)
    .execute();
}

/** The language that a person is written to in. */
export function languageFor(language: string): Language {
  return language === 'en' ? 'en' : 'fr';
}
