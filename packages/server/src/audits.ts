import {
  closeSync,
  existsSync,
  globSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { audit, AUDIT_FILE, AuditFile, Interrupted, loadConfig } from '@qualepref/crawler';
import { QualeprefError, quarterOf, type Config } from '@qualepref/core';
import { placeOf } from './log.ts';
import { enqueue } from './queue.ts';
import { todayAt } from './site-time.ts';
import {
  changeRun,
  keepSnapshot,
  planRun,
  runBefore,
  runOf,
  snapshotOf,
  type AuditRun,
} from './store/audit-store.ts';
import type { World } from './world.ts';

/** What a job of the queue `audit` holds. */
export interface AuditJob {
  readonly run: string;
}

const PIECE = 1024 * 1024;
/** Milliseconds between two copies of the file into the database. */
const BETWEEN = 2 * 60_000;

/** Begins the audit of the quarter on every declared site that has none; one job a site. */
export async function planAudits(world: World): Promise<void> {
  const campaign = quarterOf(todayAt(world)).id;
  for (const { site } of await declaredSites(world))
    await world.store.db.transaction().execute(async (tx) => {
      const run = await planRun(tx, { site: site.address, campaign, now: world.now() });
      if (run !== undefined) await enqueue(world.store, tx, 'audit', { run } satisfies AuditJob);
    });
}

/** The site of the configuration, and those of the folder of others. */
async function declaredSites({ settings }: World): Promise<readonly Config[]> {
  const { config, audits } = settings;
  if (audits.folder === undefined) return [config];
  const paths = globSync('*.yml', { cwd: audits.folder }).sort();
  const others = await Promise.all(paths.map((path) => loadConfig(join(audits.folder ?? '', path))));
  return [config, ...others.filter(({ site }) => site.address !== config.site.address)];
}

/**
 * Runs an audit, or goes on with it from where this or another worker left it.
 * The file is local; a copy goes into the database every two minutes and at the
 * end, so that a worker that dies loses two minutes of work and no more.
 *
 * @param signal stops it; the job is then given to another worker
 * @throws what may pass: the queue tries again. What cannot is kept with the run
 */
export async function runAudit(
  world: World,
  { run: id }: AuditJob,
  signal: AbortSignal,
  { between = BETWEEN }: { /** Milliseconds. */ readonly between?: number } = {},
): Promise<void> {
  const { db } = world.store;
  const run = await runOf(db, id);
  if (!run || run.state === 'ended' || run.state === 'failed') return;
  const config = (await declaredSites(world)).find(({ site }) => site.address === run.site);
  if (!config) return fail(world, run, `Le site ${run.site} n’est plus déclaré : rien n’a été audité.`);
  const out = join(world.settings.data, 'audits', `${new URL(run.site).hostname}-${run.campaign}`);
  mkdirSync(out, { recursive: true });
  await changeRun(db, id, { state: 'running', problem: null });
  const path = join(out, AUDIT_FILE);
  await takeSnapshot(world, run, path);
  try {
    if (!isReported(path)) await collect(world, { run, config, out, signal, between });
  } catch (error) {
    if (!(error instanceof QualeprefError) || isPassing(error)) throw error;
    return fail(world, run, error.message);
  }
  await keepSnapshot(db, id, piecesOf(path), world.now());
  await changeRun(db, id, { state: 'ended', ended_at: world.now(), problem: null });
}

interface Collection {
  readonly run: AuditRun;
  readonly config: Config;
  readonly out: string;
  readonly signal: AbortSignal;
  readonly between: number;
}

async function collect(world: World, { run, config, out, signal, between }: Collection): Promise<void> {
  const since = await previousOf(world, run, out);
  let timer: NodeJS.Timeout | undefined;
  let copying = Promise.resolve();
  const request = {
    ...{ config, out, start: config.site.address, campaign: run.campaign },
    ...(since === undefined ? {} : { since }),
    formats: ['html', 'json'] as const,
    exhaustive: false,
    allowPrivate: world.settings.audits.allowPrivate,
    ignoreRobotsErrors: false,
  };
  const hooks = {
    signal,
    now: world.now,
    progress: () => undefined,
    announce: () => undefined,
    mishap: (error: unknown) => world.log('audit-mishap', { error: placeOf(error) }),
    opened: (file: Pick<AuditFile, 'copyTo'>) => {
      clearInterval(timer);
      timer = setInterval(() => {
        copying = copying.then(() => snapshot(world, run.id, file, out));
      }, between);
    },
  };
  try {
    await audit({ ...request, startAfresh: false }, hooks).catch((error: unknown) => {
      // Begun by another version, or with another configuration: what it collected is of no use.
      if (!(error instanceof QualeprefError) || !['audit-other', 'audit-format'].includes(error.code))
        throw error;
      return audit({ ...request, startAfresh: true }, hooks);
    });
  } finally {
    clearInterval(timer);
    await copying;
  }
}

/** A copy that fails is made again two minutes later. */
async function snapshot(
  world: World,
  run: string,
  file: Pick<AuditFile, 'copyTo'>,
  out: string,
): Promise<void> {
  const copy = join(out, 'copie.sqlite');
  try {
    await file.copyTo(copy);
    await keepSnapshot(world.store.db, run, piecesOf(copy), world.now());
  } catch (error) {
    world.log('audit-snapshot-failed', { error: placeOf(error) });
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Takes the copy of the database unless the file here is newer: this worker died, and nobody went on. */
async function takeSnapshot(world: World, run: AuditRun, path: string): Promise<void> {
  const { snapshot_at } = run;
  if (snapshot_at === null) return;
  if (existsSync(path) && newest(path) >= snapshot_at.getTime()) return;
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  await writePieces(world, run.id, path);
}

/** When the file was last written; what is being written lies beside it. */
function newest(path: string): number {
  const times = ['', '-wal'].map(
    (suffix) => statSync(path + suffix, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}

async function previousOf(world: World, run: AuditRun, out: string): Promise<string | undefined> {
  const before = await runBefore(world.store.db, run.site, run.campaign);
  if (!before) return undefined;
  const path = join(out, `precedent-${before.campaign}.sqlite`);
  if (!existsSync(path)) await writePieces(world, before.id, path);
  return path;
}

async function writePieces({ store }: World, run: string, path: string): Promise<void> {
  const part = `${path}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    for await (const piece of snapshotOf(store.db, run)) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

/** The bytes of a file, a piece at a time. */
function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Whether the audit ended before this process could say so. */
function isReported(path: string): boolean {
  if (!existsSync(path)) return false;
  const file = AuditFile.read(path);
  try {
    return file.isReported;
  } finally {
    file.close();
  }
}

/** What asking again later can mend; what the configuration or the machine gets wrong stays wrong. */
function isPassing(error: QualeprefError): boolean {
  return error instanceof Interrupted || ['start-unreachable', 'audit-locked'].includes(error.code);
}

async function fail({ store, now }: World, { id }: AuditRun, problem: string): Promise<void> {
  await changeRun(store.db, id, { state: 'failed', ended_at: now(), problem });
}
