import type { Booker } from '@qualepref/core';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { AppointmentRow, SlotRow } from './booking-tables.ts';

/** An appointment with its slot. */
export type FoundAppointment = Selectable<AppointmentRow> &
  Pick<Selectable<SlotRow>, 'site' | 'start' | 'end' | 'starts_at' | 'ends_at'>;

/** The appointment of an id. */
export function findAppointment(db: Db | Tx, id: string): Promise<FoundAppointment | undefined> {
  return db
    .selectFrom('appointment')
    .innerJoin('slot', 'slot.id', 'appointment.slot')
    .selectAll('appointment')
    .select(['slot.site', 'slot.start', 'slot.end', 'slot.starts_at', 'slot.ends_at'])
    .where('appointment.id', '=', id)
    .executeTakeFirst();
}

/** The same, which nobody else changes until the transaction ends. */
export async function lockAppointment(tx: Tx, id: string): Promise<FoundAppointment | undefined> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute();
  return findAppointment(tx, id);
}

/**
 * How many live appointments a contact has for a procedure. Whoever asks for
 * the same contact waits until this transaction ends.
 */
export async function liveOfContact(
  tx: Tx,
  { procedure, contact }: { readonly procedure: string; readonly contact: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contact ${contact}`}, 0))`.execute(tx);
  const { count } = await tx
    .selectFrom('appointment')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('procedure', '=', procedure)
    .where('contact_key', '=', contact)
    .where('is_live', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}

/** Ends the appointments that are over: all of them, or those of a person or contact for a procedure. */
export async function endAppointments(
  db: Db | Tx,
  now: Date,
  of?: { readonly procedure: string; readonly person: string; readonly contact: string | null },
): Promise<void> {
  const over = db
    .updateTable('appointment')
    .from('slot')
    .set({ is_live: false })
    .whereRef('slot.id', '=', 'appointment.slot')
    .where('appointment.is_live', '=', true)
    .where('slot.ends_at', '<=', now);
  await (
    of === undefined
      ? over
      : over
          .where('appointment.procedure', '=', of.procedure)
          .where((row) =>
            row.or([
              row('appointment.person_key', '=', of.person),
              row('appointment.contact_key', '=', of.contact),
            ]),
          )
  ).execute();
}

/** Whether an appointment has a reference. */
export async function isReferenceTaken(tx: Tx, reference: string): Promise<boolean> {
  const found = await tx
    .selectFrom('appointment')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns false when the person has a live appointment for the procedure */
export async function keepAppointment(tx: Tx, appointment: Insertable<AppointmentRow>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appointment')
    .values(appointment)
    .onConflict((conflict) =>
      conflict.columns(['procedure', 'person_key']).where('is_live', '=', true).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes what a move or a cancellation changed. */
export async function changeAppointment(
  tx: Tx,
  id: string,
  change: Pick<Insertable<AppointmentRow>, 'slot' | 'booker' | 'state' | 'is_live'> &
    Partial<Pick<Insertable<AppointmentRow>, 'attendance'>>,
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set((row) => ({ ...change, sequence: row('sequence', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Notes that an appointment left a place, which returns to the public later. */
export async function leavePlace(
  tx: Tx,
  place: {
    readonly slot: number;
    readonly booker: Booker;
    readonly returns_at: Date;
    readonly appointment: string;
  },
): Promise<void> {
  await tx.insertInto('returning_place').values(place).execute();
}

/** Takes the places of a slot that an appointment left and that are not back yet. */
export async function takeLeftPlaces(
  tx: Tx,
  { slot, appointment }: { readonly slot: number; readonly appointment: string },
): Promise<readonly Booker[]> {
  const rows = await tx
    .deleteFrom('returning_place')
    .where('slot', '=', slot)
    .where('appointment', '=', appointment)
    .returning('booker')
    .execute();
  return rows.map(({ booker }) => booker);
}
