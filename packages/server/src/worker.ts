import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { planAudits, runAudit, type AuditJob } from './audits.ts';
import { keepHouse, remind, sendDigests } from './jobs.ts';
import { placeOf } from './log.ts';
import { createMailer, type Mailer } from './mail.ts';
import type { Metrics } from './metrics.ts';
import { purge } from './purge.ts';
import { mailKinds, queues, type MailJob, type Queue } from './queue.ts';
import { sendMail } from './send-mail.ts';
import type { Job } from './store/database.ts';
import type { World } from './world.ts';

/** Work that comes back by itself: what, and when (five fields of cron, French time). */
const ROUNDS = {
  house: { queue: 'housekeeping', cron: '* * * * *', work: keepHouse },
  purge: {
    queue: 'housekeeping',
    cron: '17 3 * * *',
    work: (world: World) => purge(world).then(() => undefined),
  },
  reminders: { queue: 'reminders', cron: '*/10 * * * *', work: remind },
  digest: { queue: 'digest', cron: '*/10 * * * *', work: sendDigests },
  audits: { queue: 'housekeeping', cron: '5 * * * *', work: planAudits },
} as const satisfies Record<
  string,
  { readonly queue: Queue; readonly cron: string; readonly work: (world: World) => Promise<void> }
>;
type Round = keyof typeof ROUNDS;
const rounds = Object.keys(ROUNDS) as Round[];

/** Seconds between two looks into a queue. */
const LOOK = { pollingIntervalSeconds: 2 } as const;
/** Milliseconds that work at hand is given to end. */
const PATIENCE = 10_000;

/** A process that works. */
export interface Worker {
  /** Lets the work at hand end, for some seconds at most; an audit is stopped and goes on elsewhere. */
  stop: () => Promise<void>;
}

/** Takes work from the queues until it is stopped. */
export async function startWorker(
  world: World,
  metrics: Pick<Metrics, 'job'>,
  mailer: Mailer = createMailer(world.settings.smtpUrl, join(world.settings.data, 'courriels')),
): Promise<Worker> {
  const { boss } = world.store;
  const stopping = new AbortController();
  const told = async (queue: Queue, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      metrics.job(queue, 'done');
    } catch (error) {
      metrics.job(queue, 'failed');
      if (!stopping.signal.aborted) world.log('job-failed', { job: queue, error: placeOf(error) });
      throw error;
    }
  };
  boss.on('error', (error) => world.log('queue-error', { error: placeOf(error) }));
  for (const round of rounds) {
    const { queue, cron } = ROUNDS[round];
    await boss.schedule(queue, cron, { round }, { tz: 'Europe/Paris', key: round });
  }
  for (const queue of ['housekeeping', 'reminders', 'digest'] as const)
    await boss.work(queue, LOOK, ([job]: Job<{ round?: unknown }>[]) => {
      const round = rounds.find((each) => each === job?.data.round);
      return told(queue, () => (round ? ROUNDS[round].work(world) : Promise.resolve()));
    });
  await boss.work('mail', { ...LOOK, localConcurrency: 2 }, ([job]: Job<MailJob>[]) =>
    told('mail', () => (isMailJob(job?.data) ? sendMail(world, mailer, job.data) : Promise.resolve())),
  );
  await boss.work('audit', LOOK, ([job]: Job<AuditJob>[]) =>
    told('audit', () =>
      job ? runAudit(world, job.data, AbortSignal.any([job.signal, stopping.signal])) : Promise.resolve(),
    ),
  );
  // A machine that is off at night purges when it is started.
  await boss.send('housekeeping', { round: 'purge' satisfies Round });
  return {
    stop: async () => {
      stopping.abort();
      const ended = Promise.all(queues.map((queue) => boss.offWork(queue, { wait: true })));
      await Promise.race([ended, setTimeout(PATIENCE, undefined, { ref: false })]);
    },
  };
}

function isMailJob(data: MailJob | undefined): data is MailJob {
  return mailKinds.some((kind) => kind === data?.kind);
}
