import { breakdownKey, type MeasuredValue, type Measurement, type Suspension } from '@qualepref/core';
import type { Insertable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { MeasurementRow } from './quality-tables.ts';

/** A figure with where it comes from. */
export interface KeptMeasurement {
  readonly measurement: Measurement;
  readonly origin: 'computed' | 'entered';
}

/** The figures of some sites, all of them without it. */
export async function listMeasurements(db: Db, sites?: readonly string[]): Promise<KeptMeasurement[]> {
  if (sites?.length === 0) return [];
  let query = db
    .selectFrom('measurement')
    .selectAll()
    .orderBy('indicator')
    .orderBy('period')
    .orderBy('site')
    .orderBy('part');
  if (sites) query = query.where('site', 'in', [...sites]);
  return (await query.execute()).map(({ indicator, site, period, of, value, source, origin }) => ({
    origin,
    measurement: {
      ...{ indicator, site, period, value: value as MeasuredValue },
      ...(of === null ? {} : { of: of }),
      ...(source === null ? {} : { source }),
    },
  }));
}

/**
 * Keeps a figure in the place of the one before; one that was computed leaves
 * alone one that a person entered.
 *
 * @returns whether it was kept
 */
export async function keepMeasurement(
  tx: Tx,
  measurement: Measurement,
  origin: KeptMeasurement['origin'],
  at: Date,
): Promise<boolean> {
  const row = rowOf(measurement, origin, at);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('measurement')
    .values(row)
    .onConflict((conflict) => {
      const update = conflict.columns(KEY).doUpdateSet(row);
      return origin === 'computed' ? update.where('measurement.origin', '=', 'computed') : update;
    })
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Keeps computed figures of which none is kept yet; one that is stays as it is. */
export async function keepNewMeasurements(
  tx: Tx,
  measurements: readonly Measurement[],
  at: Date,
): Promise<void> {
  if (measurements.length === 0) return;
  await tx
    .insertInto('measurement')
    .values(measurements.map((measurement) => rowOf(measurement, 'computed', at)))
    .onConflict((conflict) => conflict.columns(KEY).doNothing())
    .execute();
}

const KEY = ['indicator', 'site', 'period', 'part'] as const;

function rowOf(
  { indicator, site, period, of, value, source }: Measurement,
  origin: KeptMeasurement['origin'],
  at: Date,
): Insertable<MeasurementRow> {
  return {
    ...{ indicator, site, period, part: breakdownKey(of), origin, entered_at: at },
    of: of === undefined ? null : JSON.stringify(of),
    ...{ value: JSON.stringify(value), source: source ?? null },
  };
}

/** Takes a figure away. */
export async function removeMeasurement(
  tx: Tx,
  { indicator, site, period, of }: Pick<Measurement, 'indicator' | 'site' | 'period' | 'of'>,
): Promise<void> {
  await tx
    .deleteFrom('measurement')
    .where('indicator', '=', indicator)
    .where('site', '=', site)
    .where('period', '=', period)
    .where('part', '=', breakdownKey(of))
    .execute();
}

/** Takes away what was computed of a month for some sites, before it is computed again. */
export async function forgetComputed(tx: Tx, period: string, sites: readonly string[]): Promise<void> {
  if (sites.length === 0) return;
  await tx
    .deleteFrom('measurement')
    .where('origin', '=', 'computed')
    .where('period', '=', period)
    .where('site', 'in', [...sites])
    .execute();
}

/** A suspension with its id. */
export interface KeptSuspension extends Suspension {
  readonly id: string;
}

/** The oldest first. */
export async function listSuspensions(db: Db): Promise<KeptSuspension[]> {
  const rows = await db.selectFrom('suspension').selectAll().orderBy('from_month').orderBy('id').execute();
  return rows.map(({ id, from_month, to_month, reason, indicators, sites }) => ({
    ...{ id, from: from_month, to: to_month, reason },
    ...(indicators.length === 0 ? {} : { indicators: [...indicators] }),
    ...(sites.length === 0 ? {} : { sites: [...sites] }),
  }));
}

/** Adds a suspension. */
export async function insertSuspension(tx: Tx, suspension: KeptSuspension): Promise<void> {
  const { id, from, to, reason, indicators = [], sites = [] } = suspension;
  await tx
    .insertInto('suspension')
    .values({
      ...{ id, from_month: from, to_month: to, reason: JSON.stringify(reason) },
      ...{ indicators: JSON.stringify(indicators), sites: JSON.stringify(sites) },
    })
    .execute();
}

/** Takes a suspension away. */
export async function removeSuspension(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('suspension').where('id', '=', id).execute();
}
