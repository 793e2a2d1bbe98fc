import type { FeedbackState } from '@qualepref/core';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import type { PersonRows } from './person-store.ts';

/** What narrows a search besides the name; at least one of them. */
export interface PersonQuery {
  /** Last digits of a phone number. */
  readonly phoneEnd?: string;
  /** ISO day of the appointment, or on which a message was received. */
  readonly day?: string;
  /** Of the appointment or of the message. */
  readonly reference?: string;
}

/** An appointment that may be somebody’s. */
export interface AppointmentOfPerson {
  readonly id: string;
  readonly reference: string;
  readonly site: string;
  readonly procedure: string;
  /** Local time with its offset. */
  readonly start: string;
  readonly state: 'booked' | 'cancelled';
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A message that may be somebody’s. */
export interface FeedbackOfPerson {
  readonly reference: string;
  readonly site: string;
  readonly received_on: string;
  readonly state: FeedbackState;
  readonly name: string;
  readonly postal: string | null;
  readonly email: string | null;
}

/** What was found of a person. */
export interface FoundRows {
  readonly appointments: readonly AppointmentOfPerson[];
  readonly feedback: readonly FeedbackOfPerson[];
}

/** Appointments and messages that fit one of the criteria, whoever they name. */
export async function candidates(db: Db, { phoneEnd, day, reference }: PersonQuery): Promise<FoundRows> {
  const [phone, on, named] = [phoneEnd ?? null, day ?? null, reference ?? null];
  return {
    appointments: await appointmentsWhere(
      db,
      sql`right(regexp_replace(phone, '[^0-9]', '', 'g'), length(${phone}::text)) = ${phone}::text
        or slot.day = ${on}::date or reference = ${named}::text`,
    ),
    feedback: await feedbackWhere(db, sql`received_on = ${on}::date or reference = ${named}::text`),
  };
}

/** The appointments and messages of some ids and references, those that still name somebody. */
export async function namedRows(db: Db, { appointments, feedback }: PersonRows): Promise<FoundRows> {
  return {
    appointments: await appointmentsWhere(db, sql`appointment.id = any(${appointments}::uuid[])`),
    feedback: await feedbackWhere(db, sql`reference = any(${feedback}::text[])`),
  };
}

async function appointmentsWhere(
  db: Db,
  condition: RawBuilder<unknown>,
): Promise<readonly AppointmentOfPerson[]> {
  const { rows } = await sql<AppointmentOfPerson>`
    select appointment.id, reference, slot.site, slot.procedure, slot.start, state, name, phone, email
    from appointment join slot on slot.id = appointment.slot
    where name is not null and (${condition})
    order by slot.starts_at, reference`.execute(db);
  return rows;
}

async function feedbackWhere(db: Db, condition: RawBuilder<unknown>): Promise<readonly FeedbackOfPerson[]> {
  const { rows } = await sql<FeedbackOfPerson>`
    select reference, site, received_on, state, name, postal, email from feedback
    where name is not null and text is not null and (${condition})
    order by received_on, reference`.execute(db);
  return rows;
}
