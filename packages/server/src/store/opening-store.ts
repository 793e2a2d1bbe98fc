import { randomUUID } from 'node:crypto';
import type { OpeningRule, Slot } from '@qualepref/core';
import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { OpeningRuleRow } from './booking-tables.ts';

/** A site and procedure. */
export interface PlaceName {
  readonly site: string;
  readonly procedure: string;
}

/** An opening rule as it is stored. */
export type StoredRule = Selectable<OpeningRuleRow>;

/** Until when slots were made, and with what. */
export interface OpeningState {
  /** ISO day. */
  readonly openedTo: string;
  readonly madeWith: string;
}

/** The opening rules of a place, the oldest first. */
export function rulesOf(db: Db | Tx, { site, procedure }: PlaceName): Promise<readonly StoredRule[]> {
  return db
    .selectFrom('opening_rule')
    .selectAll()
    .where('site', '=', site)
    .where('procedure', '=', procedure)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The opening rules of a site. */
export function rulesAt(db: Db, site: string): Promise<readonly StoredRule[]> {
  return db
    .selectFrom('opening_rule')
    .selectAll()
    .where('site', '=', site)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** An opening rule by its id, which changes with the rule. */
export function ruleNamed(db: Db | Tx, id: string): Promise<StoredRule | undefined> {
  return db.selectFrom('opening_rule').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whoever changes the same place waits until this transaction ends. */
export async function lockPlace(tx: Tx, { site, procedure }: PlaceName): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`opening ${site} ${procedure}`}, 0))`.execute(tx);
}

/** Makes these the opening rules of a place. */
export async function keepRules(
  tx: Tx,
  { site, procedure }: PlaceName,
  rules: readonly OpeningRule[],
  { openedTo, madeWith, now }: OpeningState & { readonly now: Date },
): Promise<void> {
  await tx.deleteFrom('opening_rule').where('site', '=', site).where('procedure', '=', procedure).execute();
  if (rules.length === 0) return;
  await tx
    .insertInto('opening_rule')
    .values(
      rules.map((rule, at) => ({
        id: randomUUID(),
        ...{ site, procedure, opened_to: openedTo, made_with: madeWith },
        rule: JSON.stringify(rule),
        // A millisecond apart, so that they keep their order.
        created_at: new Date(now.getTime() + at),
      })),
    )
    .execute();
}

/** The places that have opening rules, with how far their slots go. */
export async function openedPlaces(db: Db): Promise<readonly (PlaceName & OpeningState)[]> {
  const rows = await db
    .selectFrom('opening_rule')
    .select((row) => ['site', 'procedure', 'made_with', row.fn.min('opened_to').as('opened_to')])
    .groupBy(['site', 'procedure', 'made_with'])
    .execute();
  return rows.map(({ site, procedure, made_with, opened_to }) => ({
    ...{ site, procedure },
    ...{ madeWith: made_with, openedTo: opened_to },
  }));
}

/** A slot as the rules give it, and when the public sees it. */
export interface PlannedSlot extends Slot {
  readonly opensAt: Date;
}

/**
 * Makes the slots of a place between two days those planned. One that is there
 * keeps what is taken of it and the moment when it opens; one that is planned no
 * longer goes, or keeps what is taken of it and gives nothing more.
 *
 * @param from ISO day, as `to`, both included; what has begun is left alone
 */
export async function planSlots(
  tx: Tx,
  { site, procedure }: PlaceName,
  slots: readonly PlannedSlot[],
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Date },
): Promise<void> {
  const json = JSON.stringify(
    slots.map(({ start, end, capacity, publicCapacity, opensAt }) => ({
      ...{ start, capacity, public_capacity: publicCapacity, opens_at: opensAt },
      end_: end,
    })),
  );
  const planned = sql`jsonb_to_recordset(${json}::jsonb)
    as planned (start text, end_ text, capacity int, public_capacity int, opens_at timestamptz)`;
  await sql`
    insert into slot (site, procedure, start, "end", starts_at, ends_at, day, planned, capacity, public_capacity, opens_at)
    select ${site}, ${procedure}, start, end_, start::timestamptz, end_::timestamptz, left(start, 10)::date,
      capacity, capacity, public_capacity, opens_at
    from ${planned}
    on conflict (site, procedure, start) do update set
      "end" = excluded."end", ends_at = excluded.ends_at, planned = excluded.planned,
      capacity = greatest(excluded.planned, slot.taken), public_capacity = excluded.public_capacity,
      opens_at = case when slot.planned = 0 then excluded.opens_at else slot.opens_at end
    where (slot.planned, slot.public_capacity, slot."end")
      is distinct from (excluded.planned, excluded.public_capacity, excluded."end")`.execute(tx);
  await sql`
    update slot set planned = 0, capacity = taken, public_capacity = 0
    where site = ${site} and procedure = ${procedure} and day between ${from}::date and ${to}::date
      and starts_at > ${now} and planned > 0
      and start not in (select start from ${planned})`.execute(tx);
  await sql`
    delete from slot
    where site = ${site} and procedure = ${procedure} and day between ${from}::date and ${to}::date
      and starts_at > ${now} and planned = 0 and taken = 0
      and not exists (select from hold where hold.slot = slot.id)
      and not exists (select from returning_place where returning_place.slot = slot.id)
      and not exists (select from appointment where appointment.slot = slot.id)`.execute(tx);
}

/** Notes how far the slots of a place go. */
export async function noteOpened(
  tx: Tx,
  { site, procedure }: PlaceName,
  { openedTo, madeWith }: OpeningState,
): Promise<void> {
  await tx
    .updateTable('opening_rule')
    .set({ opened_to: openedTo, made_with: madeWith })
    .where('site', '=', site)
    .where('procedure', '=', procedure)
    .execute();
}
