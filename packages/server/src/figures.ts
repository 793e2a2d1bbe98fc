import { createHash } from 'node:crypto';
import {
  calendarOf,
  consolidateAll,
  feedbackMeasurements,
  indicators,
  mailMeasurements,
  parsePeriod,
  publishedLabel,
  resultsOf,
  shiftPeriod,
  type Calendar,
  type Config,
  type Measurement,
  type Results,
} from '@qualepref/core';
import { todayOf } from './agent-places.ts';
import type { Db, Tx } from './store/database.ts';
import { listFeedback } from './store/feedback-store.ts';
import { listMail } from './store/correspondence-store.ts';
import {
  forgetComputed,
  keepMeasurement,
  listMeasurements,
  listSuspensions,
} from './store/measurement-store.ts';
import { insertPublication } from './store/publishing-store.ts';
import type { World } from './world.ts';

/** Indicators that the follow-up tables give: nobody enters them. */
export const computedIndicators: readonly string[] = [
  ...['recl.taux', 'recl.delai', 'recl.volume'],
  ...['mail.taux', 'mail.delai', 'courrier.taux', 'courrier.delai'],
];

/** What results are published for: the units, else each site by itself. */
export function unitsOf({ units, sites }: Config): readonly {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly string[];
}[] {
  return units.length > 0 ? units : sites.map(({ id, name }) => ({ id, name, sites: [id] }));
}

/**
 * Computes the figures of a month from the log of feedback and that of letters
 * and e-mails, in the place of those computed before. What a person entered stays.
 *
 * @param month `2026-11`
 * @param sites ids
 * @returns how many were computed
 */
export async function computeMonth(
  world: World,
  tx: Tx,
  month: string,
  sites: readonly string[],
): Promise<number> {
  const measurements = await measuredIn(world, tx, month, sites);
  await forgetComputed(tx, month, sites);
  let count = 0;
  for (const measurement of measurements)
    if (await keepMeasurement(tx, measurement, { origin: 'computed', at: world.now() })) count += 1;
  return count;
}

async function measuredIn(
  world: World,
  db: Db,
  month: string,
  sites: readonly string[],
): Promise<readonly Measurement[]> {
  const { config } = world.settings;
  const { start, end } = parsePeriod(month);
  const narrow = { sites, from: start, to: end };
  const today = todayOf(world);
  const of = (site: string): Calendar =>
    calendarOf(config.sites.find(({ id }) => id === site) ?? { zone: 'metropole', closings: [] });
  const { delays } = config;
  const feedback = (await listFeedback(db, narrow)).map((kept) => kept.feedback);
  return [
    ...feedbackMeasurements(feedback, { today, delay: delays.feedback, calendarOf: of, period: month }),
    ...mailMeasurements(await listMail(db, narrow), {
      ...{ today, calendarOf: of, period: month },
      delays: { email: delays.email, letter: delays.letter },
    }),
  ];
}

/**
 * The results of some periods, as the public would see them.
 *
 * @param periods ids
 */
export async function resultsNow(world: World, db: Db, periods: readonly string[]): Promise<Results> {
  const { config } = world.settings;
  const units = unitsOf(config);
  const before = periods.map((period) => shiftPeriod(parsePeriod(period), -1).id);
  const measurements = (await listMeasurements(db)).map(({ measurement }) => measurement);
  const suspensions = (await listSuspensions(db)).map(({ from, to, reason, indicators: ids, sites }) => ({
    ...{ from, to, reason },
    ...(ids === undefined ? {} : { indicators: ids }),
    ...(sites === undefined ? {} : { sites }),
  }));
  const consolidated = consolidateAll(measurements, {
    ...{ indicators, units, suspensions },
    periods: [...new Set([...periods, ...before])],
  });
  return resultsOf(consolidated, {
    ...{ indicators, units, periods, publishedOn: todayOf(world) },
    ...(config.label === undefined ? {} : { label: publishedLabel(config.label) }),
  });
}

/** Publishes the results of some periods. */
export async function publish(
  world: World,
  tx: Tx,
  periods: readonly string[],
  account: string,
): Promise<Results> {
  const results = await resultsNow(world, tx, periods);
  const etag = createHash('sha256').update(JSON.stringify(results)).digest('base64url').slice(0, 22);
  await insertPublication(tx, { at: world.now(), account, results, etag });
  return results;
}
