import { fromKysely } from './store/database.ts';
import type { QueueOptions, Store, Tx } from './store/database.ts';

/** Every kind of background work, by hand. */
export const queues = ['mail', 'housekeeping', 'reminders', 'digest', 'audit'] as const;
/** One of them. */
export type Queue = (typeof queues)[number];

/** Seconds after which the work of a process that died is given to another. */
const HEARTBEAT = 30;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** What differs from one queue to the next; seconds. */
const OPTIONS: Readonly<Record<Queue, QueueOptions>> = {
  // A mail server may be down for a night: from half a minute, every half hour for more than a day.
  mail: { retryLimit: 60, retryDelay: 30, retryDelayMax: HOUR / 2, deleteAfterSeconds: DAY },
  // What is missed is done at the next turn.
  housekeeping: { retryLimit: 0, deleteAfterSeconds: HOUR },
  reminders: { retryLimit: 0, deleteAfterSeconds: HOUR },
  digest: { retryLimit: 0, deleteAfterSeconds: HOUR },
  // Judging a large site keeps the process busy for a while; collecting it takes a night.
  audit: { retryLimit: 8, retryDelay: 60, heartbeatSeconds: 300, expireInSeconds: DAY - 1 },
};

/** Makes the queues that are not there yet, and gives them their options. */
export async function prepareQueues({ boss }: Pick<Store, 'boss'>): Promise<void> {
  for (const name of queues) {
    const options = { retryBackoff: true, heartbeatSeconds: HEARTBEAT, ...OPTIONS[name] };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
}

/** Messages that people are sent. */
export const mailKinds = [
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-reminder',
  'appointment-to-confirm',
  'feedback-received',
  'feedback-to-confirm',
  'feedback-answered',
  'digest',
  'person-to-confirm',
] as const;

/**
 * A message to send. It names what it is about and holds no personal data: the
 * worker reads the address when it sends, and one that was erased meanwhile is
 * sent nothing.
 */
export interface MailJob {
  readonly kind: (typeof mailKinds)[number];
  /**
   * Id of the appointment, reference of the feedback, id of what waits to be confirmed, keyed digest of who receives the
   * digest.
   */
  readonly of: string;
  /** What makes it another message than the one before: the sequence of an appointment, a day. */
  readonly occasion: string;
}

/** Puts a job in a queue within a transaction: it is there exactly if the rest is. */
export async function enqueue(
  { boss }: Pick<Store, 'boss'>,
  tx: Tx,
  queue: Queue,
  data: object,
  options: { readonly startAfter?: Date; readonly singletonKey?: string } = {},
): Promise<void> {
  await boss.send(queue, data, { ...options, db: fromKysely(tx) });
}

/** Has a message sent, once for its occasion. */
export async function sendLater(store: Pick<Store, 'boss'>, tx: Tx, job: MailJob): Promise<void> {
  await enqueue(store, tx, 'mail', job, { singletonKey: `${job.kind} ${job.of} ${job.occasion}` });
}
