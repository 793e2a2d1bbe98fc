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

/** All that is kept under an address, by table. Case makes no difference. */
export async function rowsOfPerson(
  db: Db,
  email: string,
): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> {
  const of: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where lower(email) = lower(${email})
      order by ${sql.ref(personTables[table])}`.execute(db);
    of[table] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !OURS.includes(name))),
    );
  }
  const { rows: slots } = await sql<Record<string, unknown>>`
    select slot.id, slot.site, slot.procedure, slot.start, slot."end" from slot
    join appointment on appointment.slot = slot.id where lower(appointment.email) = lower(${email})
    order by slot.id`.execute(db);
  return { ...of, slot: slots };
}

/** Ids of appointments of a person that are still to come. */
export async function comingAppointments(db: Db, email: string, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select appointment.id from appointment join slot on slot.id = appointment.slot
    where lower(email) = lower(${email}) and state = 'booked' and slot.starts_at > ${now}
    order by appointment.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What stands in the place of a name or a postal address that was taken away. */
const ERASED = '(effacé)';

/**
 * Takes away who an address belongs to and what they wrote. The rows stay, as
 * counts do: that a reply was due, and when it left, is no personal data.
 *
 * @returns how many rows
 */
export async function erasePerson(tx: Tx, email: string): Promise<number> {
  const appointments = await tx
    .updateTable('appointment')
    .set({
      ...{ name: null, email: null, phone: null, is_live: false },
      person_key: sql<string>`'erased ' || id`,
      contact_key: sql<string>`'erased ' || id`,
    })
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  const feedback = await tx
    .updateTable('feedback')
    .set({
      ...{ email: null, text: null, answer: null },
      name: sql<string | null>`case when name is null then null else ${ERASED} end`,
      postal: ERASED,
      history: sql<string>`(select jsonb_agg(
        case when step ? 'note' then jsonb_set(step, '{note}', to_jsonb(${ERASED}::text)) else step end order by at)
        from jsonb_array_elements(history) with ordinality as each (step, at))`,
    })
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  const pending = await tx
    .deleteFrom('pending')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return (
    Number(appointments.numUpdatedRows) + Number(feedback.numUpdatedRows) + Number(pending.numDeletedRows)
  );
}
