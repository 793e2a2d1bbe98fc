import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts of itself; labels are patterns and codes, never values. */
export interface Metrics {
  readonly request: (
    labels: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ) => void;
  readonly job: (queue: string, outcome: 'done' | 'failed') => void;
  /** How many messages are in a state. */
  readonly mail: (state: string, count: number) => void;
  /** How many jobs wait in a queue. */
  readonly waiting: (queue: string, count: number) => void;
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
}

/** Counts that begin at nothing, apart from those of any other process or test. */
export function createMetrics(now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const took = new Histogram({
    name: 'qualepref_request_seconds',
    help: 'Durée des réponses',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  });
  const jobs = new Counter({
    name: 'qualepref_jobs_total',
    help: 'Travaux de fond',
    labelNames: ['queue', 'outcome'],
    registers,
  });
  const mail = new Gauge({
    name: 'qualepref_mail',
    help: 'Courriels par état ; « handed » : parti sans réponse du serveur',
    labelNames: ['state'],
    registers,
  });
  const waiting = new Gauge({
    name: 'qualepref_jobs_waiting',
    help: 'Travaux en attente',
    labelNames: ['queue'],
    registers,
  });
  new Gauge({ name: 'qualepref_started_seconds', help: 'Démarrage du processus', registers }).set(
    now().getTime() / 1000,
  );
  return {
    request: ({ method, route, status }, seconds) => took.observe({ method, route, status }, seconds),
    job: (queue, outcome) => jobs.inc({ queue, outcome }),
    mail: (state, count) => mail.set({ state }, count),
    waiting: (queue, count) => waiting.set({ queue }, count),
    text: () => registry.metrics(),
  };
}
