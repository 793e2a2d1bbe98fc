import { createHash } from 'node:crypto';
import {
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
import { calendarAt, todayAt } from './site-time.ts';
import type { Db, Tx } from './store/database.ts';
import { listFeedback } from './store/feedback-store.ts';
import { listMail } from './store/correspondence-store.ts';
import {
  forgetComputed,
  keepMeasurement,
  listMeasurements,
  listSuspensions,
} from './store/measurement-store.ts';
import { insertPublication } from './store/publication-store.ts';
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
  const scope = { month, sites };
  const measurements = [
    ...(await feedbackFigures(world, tx, scope)),
    ...(await mailFigures(world, tx, scope)),
  ];
  await forgetComputed(tx, month, sites);
  let count = 0;
  for (const measurement of measurements)
    if (await keepMeasurement(tx, measurement, 'computed', world.now())) count += 1;
  return count;
}

/** What figures are computed of. */
interface Scope {
  /** `2026-11`. */
  readonly month: string;
  /** Ids; all without them. */
  readonly sites?: readonly string[];
}

/** The figures that the log of feedback gives of a month. */
export async function feedbackFigures(world: World, db: Db, scope: Scope): Promise<readonly Measurement[]> {
  const feedback = (await listFeedback(db, rowsOf(scope))).map((kept) => kept.feedback);
  return feedbackMeasurements(feedback, {
    ...settingOf(world, scope),
    delay: world.settings.config.delays.feedback,
  });
}

/** The figures that the log of letters and e-mails gives of a month. */
export async function mailFigures(world: World, db: Db, scope: Scope): Promise<readonly Measurement[]> {
  const { email, letter } = world.settings.config.delays;
  return mailMeasurements(await listMail(db, rowsOf(scope)), {
    ...settingOf(world, scope),
    delays: { email, letter },
  });
}

function rowsOf({
  month,
  ...sites
}: Scope): Omit<Scope, 'month'> & { readonly from: string; readonly to: string } {
  const { start: from, end: to } = parsePeriod(month);
  return { ...sites, from, to };
}

function settingOf(world: World, { month: period }: Scope) {
  return { period, today: todayAt(world), calendarOf: (site: string): Calendar => calendarAt(world, site) };
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
    ...{ indicators, units, periods, publishedOn: todayAt(world) },
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
