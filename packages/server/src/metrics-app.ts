import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';
import { queues } from './queue.ts';
import { isAnswering } from './store/database.ts';
import { countMail } from './store/mail-store.ts';
import type { RequestFacts } from './request-facts.ts';
import type { World } from './world.ts';

/** What is served to who watches this process: its counts, and whether it can work. */
export function createMetricsApp({ store }: World, metrics: Metrics): Hono<RequestFacts> {
  const app = new Hono<RequestFacts>();
  app.get('/metrics', async (context) => {
    for (const [state, count] of await countMail(store.db)) metrics.mail(state, count);
    for (const { name, queuedCount } of await store.boss.getQueues([...queues]))
      metrics.waiting(name, queuedCount);
    return context.body(await metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' });
  });
  app.get('/ready', async (context) =>
    (await isAnswering(store.db)) ? context.text('ok') : context.text('base', 503),
  );
  return app;
}
