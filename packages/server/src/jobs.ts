import { addDays, localDay } from '@qualepref/core';
import { sweep } from './booking.ts';
import { digestReaders, isDigestDay } from './digest.ts';
import { sendOnce } from './send-mail.ts';
import { endSessions } from './session.ts';
import { todayAt, zoneAt } from './site-time.ts';
import { forgetChallenges } from './store/challenge-store.ts';
import { forgetAnswers } from './store/idempotency-store.ts';
import { appointmentsToRecall } from './store/mail-store.ts';
import { forgetPending } from './store/pending-store.ts';
import { forgetRates } from './store/rate-store.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
/** Days before an appointment on which it is recalled. */
const RECALL = 2;
/** Hour of the day, where the préfecture is, from which the digest leaves. */
const DIGEST_HOUR = 7;

/** What is put away every minute; several processes may do it at once. */
export async function keepHouse(world: World): Promise<void> {
  const { db } = world.store;
  const now = world.now();
  await sweep(world);
  await forgetRates(db, new Date(now.getTime() - 2 * HOUR));
  await forgetAnswers(db, new Date(now.getTime() - 24 * HOUR));
  await forgetChallenges(db, now);
  await forgetPending(db, now);
  await endSessions(world, db);
}

/**
 * Recalls the appointments of tomorrow and the day after, each once for its
 * time. One that was made later than that needs no recalling.
 */
export async function remind(world: World): Promise<void> {
  const now = world.now();
  for (const { id: site } of world.settings.config.sites) {
    const zone = zoneAt(world, site);
    const today = todayAt(world, site);
    const coming = await appointmentsToRecall(world.store.db, {
      ...{ site, now },
      from: addDays(today, 1),
      to: addDays(today, RECALL),
    });
    for (const { id, start, booked_at } of coming) {
      if (addDays(localDay(booked_at.toISOString(), zone), RECALL) >= start.slice(0, 10)) continue;
      const job = { kind: 'appointment-reminder', of: id, occasion: start } as const;
      await world.store.db.transaction().execute((tx) => sendOnce(world, tx, job));
    }
  }
}

/** Has each reader told what falls due, once a working day, from seven o’clock. */
export async function sendDigests(world: World): Promise<void> {
  if (!isDigestDay(world) || hourOf(world) < DIGEST_HOUR) return;
  const occasion = todayAt(world);
  for (const { key } of await digestReaders(world))
    await world.store.db
      .transaction()
      .execute((tx) => sendOnce(world, tx, { kind: 'digest', of: key, occasion }));
}

function hourOf(world: World): number {
  const options = { hour: '2-digit', hourCycle: 'h23', timeZone: zoneAt(world) } as const;
  return Number(new Intl.DateTimeFormat('en-GB', options).format(world.now()));
}
