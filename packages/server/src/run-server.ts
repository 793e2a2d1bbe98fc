import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import { jsonLog } from './log.ts';
import { createMetricsApp } from './metrics-app.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { prepareQueues } from './queue.ts';
import { listen, type Served } from './serve.ts';
import type { Settings } from './settings.ts';
import { embeddedFolder, migrate, openStore, type Store } from './store/database.ts';
import { loadWidgets } from './widget-files.ts';
import { startWorker, type Worker } from './worker.ts';
import type { World } from './world.ts';

/** Milliseconds for the queue to note what ended. */
const PATIENCE = 5000;

/** Opens the database, brings it up to date and makes the queues. */
export async function openUpToDate(settings: Settings, isWorker = false): Promise<Store> {
  const { databaseUrl, data } = settings;
  const store = await openStore({ url: databaseUrl, folder: embeddedFolder(data), isWorker });
  try {
    await migrate(store);
    await prepareQueues(store);
    return store;
  } catch (error) {
    await store.boss.stop({ graceful: false });
    await store.close();
    throw error;
  }
}

/** What a command works with, on a database that is up to date. */
function worldOf(settings: Settings, store: Store): World {
  const now = () => new Date();
  const log = jsonLog((line) => process.stderr.write(line), now);
  return { settings, store, now, random, log };
}

/**
 * From 0 included to 1 excluded, and not to be foretold: people see references
 * that were drawn, which must not tell when the next place returns.
 */
function random(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}

/** Runs an act on the database, then leaves it. */
export async function withWorld<Result>(
  settings: Settings,
  act: (world: World) => Promise<Result>,
): Promise<Result> {
  const store = await openUpToDate(settings);
  try {
    return await act(worldOf(settings, store));
  } finally {
    await store.boss.stop({ graceful: false });
    await store.close();
  }
}

/**
 * Serves, or works, or both, until a signal says to stop.
 *
 * @param parts the embedded database has one process for both
 * @param say told once it is ready
 * @returns the exit code of the signal
 */
export async function runUntilStopped(
  settings: Settings,
  parts: { readonly serves: boolean; readonly works: boolean },
  say: (line: string) => void,
): Promise<number> {
  const signal = stopped();
  // Before the database: what is missing is said at once.
  const widgets = parts.serves && settings.serves.public ? await loadWidgets(settings.widgets) : undefined;
  const store = await openUpToDate(settings, parts.works);
  const world = worldOf(settings, store);
  const metrics = createMetrics(world.now);
  const open: (Served | Worker)[] = [];
  try {
    if (parts.works) {
      open.push(await startWorker(world, metrics));
      say('Travaux de fond en cours.');
    }
    if (parts.serves) {
      const served = await listen(createApp(world, metrics, widgets), settings);
      open.push(served);
      say(`Service ouvert : http://${settings.host}:${String(served.port)}/`);
    }
    const measured = await serveMetrics(world, metrics);
    if (measured) open.push(measured);
    const code = await signal;
    world.log('stopping');
    return code;
  } finally {
    // What comes in first: nothing new is begun while the rest ends.
    for (const each of open.reverse()) await ('close' in each ? each.close() : each.stop());
    await store.boss.stop({ graceful: true, timeout: PATIENCE, close: false });
    await store.close();
  }
}

/** On this machine only: what is counted is nobody else’s business. */
async function serveMetrics(world: World, metrics: Metrics): Promise<Served | undefined> {
  const { metricsPort: port } = world.settings;
  if (port === undefined) return undefined;
  return listen(createMetricsApp(world, metrics), { host: '127.0.0.1', port });
}

function stopped(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
