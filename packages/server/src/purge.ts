import {
  addMonths,
  breakdownKey,
  calendarOf,
  feedbackMeasurements,
  mailMeasurements,
  parsePeriod,
  type Calendar,
  type Measurement,
} from '@qualepref/core';
import { expireBackups } from './backup-folder.ts';
import { todayOf } from './digest.ts';
import { eraseAnswered } from './person.ts';
import type { Tx } from './store/database.ts';
import { mailEntries } from './store/digest-store.ts';
import { listFeedback } from './store/feedback-store.ts';
import { forgetMail } from './store/mail-store.ts';
import {
  feedbackMonths,
  forgetJournal,
  keepMeasurements,
  mailMonths,
  purgeAppointments,
  purgeFeedback,
  purgeMailEntries,
} from './store/purge-store.ts';
import type { World } from './world.ts';

/** What a purge took away. */
export interface Purged {
  readonly appointments: number;
  readonly feedback: number;
  /** Feedback whose person asked to be erased once it was answered. */
  readonly answered: number;
  readonly mail: number;
  readonly journal: number;
  readonly backups: number;
}

/**
 * Takes away what has been kept as long as it may be: rows and backups. What
 * indicators count of a month is kept as figures before its first row goes, so
 * that no statistic changes; running it twice does no more than once.
 */
export async function purge(world: World): Promise<Purged> {
  const { store, settings, now } = world;
  const { retention } = settings.server;
  const today = todayOf(world);
  const since = (months: number): string => addMonths(today, -months);
  const gone = await store.db.transaction().execute(async (tx) => {
    await keepFigures(world, tx, since(retention.feedback), today);
    return {
      appointments: await purgeAppointments(tx, since(retention.appointments)),
      feedback: await purgeFeedback(tx, since(retention.feedback)),
      answered: await eraseAnswered(world, tx),
      mail: await purgeMailEntries(tx, since(retention.feedback)),
    };
  });
  const journal = new Date(`${since(retention.journal)}T00:00:00Z`);
  await forgetMail(store.db, journal);
  return {
    ...gone,
    journal: await forgetJournal(store.db, journal),
    backups: expireBackups(settings.data, now()),
  };
}

/** Figures of the months that are about to lose rows; those of a month that lost some before are there already. */
async function keepFigures(world: World, tx: Tx, before: string, today: string): Promise<void> {
  const { config } = world.settings;
  const calendars = new Map(config.sites.map((site) => [site.id, calendarOf(site)]));
  const calendar = (site: string): Calendar => calendars.get(site) ?? { zone: 'metropole', closings: [] };
  const setting = { today, calendarOf: calendar };
  const { email, letter, feedback: delay } = config.delays;
  for (const period of await feedbackMonths(tx, before)) {
    const { start: from, end: to } = parsePeriod(period);
    const rows = (await listFeedback(tx, { from, to })).map(({ feedback }) => feedback);
    await keep(tx, feedbackMeasurements(rows, { ...setting, delay, period }), world.now());
  }
  for (const period of await mailMonths(tx, before)) {
    const { start: from, end: to } = parsePeriod(period);
    const rows = await mailEntries(tx, { from, to });
    await keep(tx, mailMeasurements(rows, { ...setting, delays: { email, letter }, period }), world.now());
  }
}

async function keep(tx: Tx, measurements: readonly Measurement[], now: Date): Promise<void> {
  await keepMeasurements(
    tx,
    measurements.map(({ indicator, site, period, of, value, source }) => ({
      ...{ indicator, site, period, value },
      part: breakdownKey(of),
      of: (of as Readonly<Record<string, string>> | undefined) ?? null,
      source: source ?? null,
    })),
    now,
  );
}
