import type { Booker } from '@qualepref/core';
import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { SlotRow } from './booking-tables.ts';

/** A slot as it is kept. */
export type StoredSlot = Selectable<SlotRow>;

/** What a slot is known by. */
export interface SlotName {
  readonly site: string;
  readonly procedure: string;
  /** Local time with its offset. */
  readonly start: string;
}

/** When a place can be taken. */
export interface TakeTerms {
  readonly booker: Booker;
  readonly now: Date;
  /** First instant at which a slot may begin. */
  readonly earliest: Date;
  /** Last ISO day. */
  readonly lastDay: string;
}

/** How the counters of a slot change. */
export interface SlotChange {
  readonly taken?: number;
  readonly comingBack?: number;
  readonly takenPublic?: number;
}

/**
 * Takes a place if there is one: one update, whose condition the database
 * checks on the row that it changes. That is what prevents overbooking.
 *
 * @returns the slot as it then is; nothing when it gives no place
 */
export function takePlace(
  tx: Tx,
  { site, procedure, start }: SlotName,
  { booker, now, earliest, lastDay }: TakeTerms,
): Promise<StoredSlot | undefined> {
  const free = tx
    .updateTable('slot')
    .set((slot) => ({
      taken: slot('taken', '+', 1),
      ...(booker === 'public' ? { taken_public: slot('taken_public', '+', 1) } : {}),
    }))
    .where('site', '=', site)
    .where('procedure', '=', procedure)
    .where('start', '=', start)
    .where('starts_at', '>=', earliest)
    .where('day', '<=', lastDay);
  const open =
    booker === 'agent'
      ? free.whereRef('taken', '<', 'planned')
      : free
          .where('opens_at', '<=', now)
          .where(sql<boolean>`taken + coming_back < planned`)
          .whereRef('taken_public', '<', 'public_capacity');
  return open.returningAll().executeTakeFirst();
}

/** Changes what a slot counts. A place given back that the rules no longer open is gone. */
export async function changeSlot(
  tx: Tx,
  slot: number,
  { taken = 0, comingBack = 0, takenPublic = 0 }: SlotChange,
): Promise<void> {
  await tx
    .updateTable('slot')
    .set((row) => ({
      taken: row('taken', '+', taken),
      capacity: sql<number>`greatest(planned, taken + ${taken}::int)`,
      coming_back: row('coming_back', '+', comingBack),
      taken_public: row('taken_public', '+', takenPublic),
    }))
    .where('id', '=', slot)
    .execute();
}

/** A slot, and what there is of it besides its counters. */
export interface SlotState extends StoredSlot {
  /** Places held by people who are filling in a form, and of these those of the public. */
  readonly held: number;
  readonly held_public: number;
  /** Whether `settleSlot` has something to give back. */
  readonly is_due: boolean;
}

/** The state of a slot, in one query: full slots are asked for the most. */
export async function slotState(
  tx: Tx,
  { site, procedure, start }: SlotName,
  now: Date,
): Promise<SlotState | undefined> {
  const { rows } = await sql<SlotState>`
    select slot.*, live.*, (due.holds > 0 or exists (
      select from returning_place where returning_place.slot = slot.id and returns_at <= ${now})) as is_due
    from slot,
      lateral (
        select count(*)::int as held, count(*) filter (where booker = 'public')::int as held_public
        from hold where hold.slot = slot.id and expires_at > ${now}) as live,
      lateral (select count(*) as holds from hold where hold.slot = slot.id and expires_at <= ${now}) as due
    where site = ${site} and procedure = ${procedure} and start = ${start}`.execute(tx);
  return rows[0];
}

/** The slot of an id, which is there. */
export function slotById(db: Db | Tx, id: number): Promise<StoredSlot> {
  return db.selectFrom('slot').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * Gives a slot back the places of holds that have expired, and to the public
 * those that return to it. Who takes the row away gives its place back: two
 * that try at once never give it twice, and neither waits for the other.
 *
 * @returns whether anything changed
 */
export async function settleSlot(tx: Tx, slot: number, now: Date): Promise<boolean> {
  const expired = await tx
    .deleteFrom('hold')
    .where('id', 'in', (from) =>
      from
        .selectFrom('hold')
        .select('id')
        .where('slot', '=', slot)
        .where('expires_at', '<=', now)
        .forUpdate()
        .skipLocked(),
    )
    .returning('booker')
    .execute();
  const returned = await tx
    .deleteFrom('returning_place')
    .where('id', 'in', (from) =>
      from
        .selectFrom('returning_place')
        .select('id')
        .where('slot', '=', slot)
        .where('returns_at', '<=', now)
        .forUpdate()
        .skipLocked(),
    )
    .returning('booker')
    .execute();
  if (expired.length + returned.length === 0) return false;
  const ofPublic = [...expired, ...returned].filter(({ booker }) => booker === 'public').length;
  await changeSlot(tx, slot, {
    taken: -expired.length,
    comingBack: -returned.length,
    takenPublic: -ofPublic,
  });
  return true;
}

/** Slots that `settleSlot` has something to give back to. */
export async function slotsToSettle(db: Db, now: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('hold')
    .select('slot')
    .where('expires_at', '<=', now)
    .union(db.selectFrom('returning_place').select('slot').where('returns_at', '<=', now))
    .execute();
  return rows.map(({ slot }) => slot);
}

/** What free slots are asked for. */
export interface FreeQuery extends TakeTerms {
  readonly site: string;
  readonly procedure: string;
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
}

/** A slot with its free places. */
export interface FreeSlot {
  readonly start: string;
  readonly end: string;
  readonly places: number;
}

/** The slots that have a place, in the order of time. What is due to be given back counts as if it were. */
export async function findFreeSlots(
  db: Db,
  { site, procedure, from, to, booker, now, earliest, lastDay }: FreeQuery,
  most?: number,
): Promise<readonly FreeSlot[]> {
  const ofAll = sql`planned - taken + coalesce(expired.places, 0)`;
  const places =
    booker === 'agent'
      ? ofAll
      : sql`least(${ofAll} - coming_back + coalesce(returned.places, 0),
          public_capacity - taken_public + coalesce(expired.of_public, 0) + coalesce(returned.of_public, 0))`;
  const { rows } = await sql<FreeSlot>`
    with expired as (
      select slot, count(*)::int as places, count(*) filter (where booker = 'public')::int as of_public
      from hold where expires_at <= ${now} group by slot),
    returned as (
      select slot, count(*)::int as places, count(*) filter (where booker = 'public')::int as of_public
      from returning_place where returns_at <= ${now} group by slot)
    select start, "end", (${places})::int as places
    from slot left join expired on expired.slot = slot.id left join returned on returned.slot = slot.id
    where site = ${site} and procedure = ${procedure}
      and day between ${from}::date and least(${to}::date, ${lastDay}::date)
      and starts_at >= ${earliest} and (${booker === 'agent'} or opens_at <= ${now}) and ${places} > 0
    order by starts_at
    limit ${most ?? null}`.execute(db);
  return rows;
}
