import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/**
 * Every table that keeps the address of a member of the public, with the key of
 * its rows. A test compares it with the columns that the database has.
 */
export const personTables = { appointment: 'id', feedback: 'reference', pending: 'id' } as const;
type PersonTable = keyof typeof personTables;

const TABLES = Object.keys(personTables) as PersonTable[];

/** What exports leave out: digests, seals and keys of ours, which tell a person nothing. */
const OURS = ['person_key', 'contact_key', 'form'];

/** Addresses that are kept, each as it was written. */
export async function keptAddresses(db: Db): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of TABLES) {
    const { rows } = await sql<{ email: string }>`
      select distinct email from ${sql.table(table)} where email is not null`.execute(db);
    for (const { email } of rows) found.add(email);
  }
  return [...found];
}

/** Rows that are about one person: ids of appointments, references of feedback. */
export interface PersonRows {
  readonly appointments: readonly string[];
  readonly feedback: readonly string[];
}

/** What an export gives, by table. */
export type ExportedRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** All that is kept under an address, by table. Case makes no difference. */
export async function rowsOfPerson(db: Db, email: string): Promise<ExportedRows> {
  const { rows: pending } = await sql<Record<string, unknown>>`
    select * from pending where lower(email) = lower(${email}) order by id`.execute(db);
  return { ...(await rowsNamed(db, await rowsUnder(db, email))), pending: pending.map(withoutOurs) };
}

/** The rows that are kept under an address. */
export async function rowsUnder(db: Db, email: string): Promise<PersonRows> {
  const under = sql<boolean>`lower(email) = lower(${email})`;
  const appointments = await db.selectFrom('appointment').select('id').where(under).orderBy('id').execute();
  const feedback = await db.selectFrom('feedback').select('reference').where(under).execute();
  return {
    appointments: appointments.map(({ id }) => id),
    feedback: feedback.map(({ reference }) => reference).toSorted(),
  };
}

/** All that some rows hold, with the slots of the appointments. */
export async function rowsNamed(db: Db, { appointments, feedback }: PersonRows): Promise<ExportedRows> {
  const { rows: booked } = await sql<Record<string, unknown>>`
    select * from appointment where id = any(${appointments}::uuid[]) order by id`.execute(db);
  const { rows: told } = await sql<Record<string, unknown>>`
    select * from feedback where reference = any(${feedback}::text[]) order by reference`.execute(db);
  const { rows: slots } = await sql<Record<string, unknown>>`
    select distinct slot.id, slot.site, slot.procedure, slot.start, slot."end" from slot
    join appointment on appointment.slot = slot.id where appointment.id = any(${appointments}::uuid[])
    order by slot.id`.execute(db);
  return { appointment: booked.map(withoutOurs), feedback: told.map(withoutOurs), slot: slots };
}

function withoutOurs(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !OURS.includes(name)));
}

/** Of some appointments, those that are still to come. */
export async function comingAppointments(
  db: Db,
  ids: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select appointment.id from appointment join slot on slot.id = appointment.slot
    where appointment.id = any(${ids}::uuid[]) and state = 'booked' and slot.starts_at > ${now}
    order by appointment.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What stands in the place of a name or a postal address that was taken away. */
const ERASED = '(effacé)';

/**
 * Takes away who some rows are about and what they wrote. The rows stay, as
 * counts do: that a reply was due, and when it left, is no personal data.
 *
 * @returns how many rows held somebody
 */
export async function eraseRows(tx: Tx, { appointments, feedback }: PersonRows): Promise<number> {
  const booked = await tx
    .updateTable('appointment')
    .set({
      ...{ name: null, email: null, phone: null, is_live: false },
      person_key: sql<string>`'erased ' || id`,
      contact_key: sql<string>`'erased ' || id`,
    })
    .where(sql<boolean>`id = any(${appointments}::uuid[])`)
    .where(sql<boolean>`coalesce(name, email, phone) is not null`)
    .executeTakeFirst();
  const told = await tx
    .updateTable('feedback')
    .set({
      ...{ email: null, text: null, answer: null, erase_asked_on: null },
      name: sql<string | null>`case when name is null then null else ${ERASED} end`,
      postal: sql<string | null>`case when email is null and postal is null then null else ${ERASED} end`,
      history: sql<string>`(select jsonb_agg(
        case when step ? 'note' then jsonb_set(step, '{note}', to_jsonb(${ERASED}::text)) else step end order by at)
        from jsonb_array_elements(history) with ordinality as each (step, at))`,
    })
    .where(sql<boolean>`reference = any(${feedback}::text[])`)
    .where('text', 'is not', null)
    .executeTakeFirst();
  return Number(booked.numUpdatedRows) + Number(told.numUpdatedRows);
}

/** Takes away what waits to be confirmed by the holder of an address. @returns how many rows */
export async function erasePending(tx: Tx, email: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('pending')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Notes that some feedback is to be erased once it is answered.
 *
 * @returns how many were not noted before
 */
export async function deferErasure(tx: Tx, references: readonly string[], on: string): Promise<number> {
  if (references.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('feedback')
    .set({ erase_asked_on: on })
    .where('reference', 'in', [...references])
    .where('erase_asked_on', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
