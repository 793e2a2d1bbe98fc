import { letterFor } from './letters.ts';
import { MailRefused, MailUncertain, type Mailer } from './mail.ts';
import { enqueue, type MailJob } from './queue.ts';
import type { Tx } from './store/database.ts';
import { moveMail, noteOccasion, occasionOf } from './store/mail-store.ts';
import type { World } from './world.ts';

/** What a message is known by. */
function occasionKey({ kind, of, occasion }: MailJob): string {
  return `${kind} ${of} ${occasion}`;
}

/** Has a message sent that is asked for again and again until its time has passed: only the first asking counts. */
export async function sendOnce(world: World, tx: Tx, job: MailJob): Promise<void> {
  if (await noteOccasion(tx, occasionKey(job), world.now())) await enqueue(world.store, tx, 'mail', job);
}

/**
 * Sends the message of a job, once for its occasion, whatever dies in between.
 *
 * What is committed just before the first byte leaves is that it leaves. Found
 * again in that state, it is not sent a second time: between there and the
 * answer of the server, nobody can tell. Before, it is simply tried again.
 *
 * @throws whatever kept the message from leaving, for the queue to try later
 */
export async function sendMail(world: World, mailer: Mailer, job: MailJob): Promise<void> {
  const { store, now, log } = world;
  await noteOccasion(store.db, occasionKey(job), now());
  const noted = await occasionOf(store.db, occasionKey(job));
  if (noted?.state !== 'waiting') {
    if (noted?.state === 'handed') log('mail-uncertain', { job: job.kind });
    return;
  }
  const { id } = noted;
  const letter = await letterFor(world, job);
  if (!letter) {
    await moveMail(store.db, id, { from: 'waiting', to: 'dropped', now: now() });
    return;
  }
  const handing = { isBegun: false };
  try {
    await mailer.deliver(letter, async () => {
      handing.isBegun = await moveMail(store.db, id, { from: 'waiting', to: 'handed', now: now() });
      if (!handing.isBegun) throw new Error('Another worker sends this message.');
    });
  } catch (error) {
    if (error instanceof MailUncertain) {
      log('mail-uncertain', { job: job.kind });
      return;
    }
    const isRefused = error instanceof MailRefused;
    const from = handing.isBegun ? 'handed' : 'waiting';
    const to = isRefused ? 'refused' : 'waiting';
    if (from !== to) await settle(() => moveMail(store.db, id, { from, to, now: now() }));
    if (!isRefused) throw error;
    log('mail-refused', { job: job.kind });
    return;
  }
  await settle(() => moveMail(store.db, id, { from: 'handed', to: 'sent', now: now() }));
  log('mail-sent', { job: job.kind });
}

const TRIES = 10;
const PAUSE = 500;

/** What is known only here is written even if the database is away for a moment. */
async function settle(write: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tried));
    }
  }
}
