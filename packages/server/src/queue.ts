import { fromKysely } from './store/database.ts';
import type { Store, Tx } from './store/database.ts';

/** Every kind of background work, by hand. */
export const queues = ['mail', 'housekeeping', 'reminders', 'digest', 'publication', 'audit'] as const;
export type Queue = (typeof queues)[number];

/** Seconds after which the work of a process that died is given to another. */
const HEARTBEAT = 30;

/** Makes the queues that are not there yet. */
export async function prepareQueues({ boss }: Pick<Store, 'boss'>): Promise<void> {
  for (const name of queues)
    await boss.createQueue(name, {
      retryLimit: 8,
      retryDelay: 30,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT,
    });
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
] as const;

/**
 * A message to send. It names what it is about and holds no personal data: the
 * worker reads the address when it sends, and one that was erased meanwhile is
 * sent nothing.
 */
export interface MailJob {
  readonly kind: (typeof mailKinds)[number];
  /** Id of the appointment, reference of the feedback, id of the account. */
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
