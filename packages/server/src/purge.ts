import { addMonths } from '@qualepref/core';
import { expireBackups } from './backup-folder.ts';
import { feedbackFigures, mailFigures } from './figures.ts';
import { eraseAnswered } from './person.ts';
import { todayAt } from './site-time.ts';
import type { Tx } from './store/database.ts';
import { forgetJournal } from './store/journal-store.ts';
import { forgetMail } from './store/mail-store.ts';
import { keepNewMeasurements } from './store/measurement-store.ts';
import { monthsBefore, purgeAppointments, purgeFeedback, purgeMailEntries } from './store/purge-store.ts';
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
  const since = (months: number): string => addMonths(todayAt(world), -months);
  const gone = await store.db.transaction().execute(async (tx) => {
    await keepFigures(world, tx, since(retention.feedback));
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
async function keepFigures(world: World, tx: Tx, before: string): Promise<void> {
  const at = world.now();
  for (const month of await monthsBefore(tx, 'feedback', before))
    await keepNewMeasurements(tx, await feedbackFigures(world, tx, { month }), at);
  for (const month of await monthsBefore(tx, 'mail_entry', before))
    await keepNewMeasurements(tx, await mailFigures(world, tx, { month }), at);
}
