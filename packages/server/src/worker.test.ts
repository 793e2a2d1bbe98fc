import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailer } from './mail.ts';
import { createMetrics } from './metrics.ts';
import { startCluster, type Cluster } from './postgres-fixture.ts';
import { startSmtp, type Smtp, type SmtpAnswer } from './smtp-fixture.ts';
import { exampleConfig, exampleEnvironment, tryServer, type Trial } from './testing.ts';
import { complain } from './work-fixture.ts';
import { startWorker, type Worker } from './worker.ts';

let cluster: Cluster;
let smtp: Smtp;
let trial: Trial;
let data: string;
let worker: Worker | undefined;
let child: ChildProcess | undefined;
const email = 'camille.exemple@courriel.example';

beforeAll(async () => {
  cluster = await startCluster();
  smtp = await startSmtp();
  data = mkdtempSync(join(tmpdir(), 'qualepref-worker-'));
  writeFileSync(join(data, 'qualepref.yml'), JSON.stringify(exampleConfig));
  trial = await tryServer({ url: cluster.url, settings: { data } });
}, 60_000);
beforeEach(async () => {
  await trial.world.store.boss.deleteAllJobs('mail');
  await trial.world.store.db.deleteFrom('sent_mail').execute();
});
afterEach(async () => {
  await worker?.stop();
  child?.kill('SIGKILL');
  worker = child = undefined;
  smtp.messages.length = 0;
});
afterAll(async () => {
  await trial.close();
  await smtp.close();
  await cluster.close();
  rmSync(data, { recursive: true });
});

/** The command, as an administrator runs it. */
async function startProcess(env: Record<string, string> = {}): Promise<ChildProcess> {
  const main = join(import.meta.dirname, 'main.ts');
  const config = join(data, 'qualepref.yml');
  const args = ['--conditions=@qualepref/source', main, '--config', config, 'worker'];
  const started = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ...exampleEnvironment,
      ...{ DATABASE_URL: cluster.url, SMTP_URL: smtp.url, QUALEPREF_DATA: data },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(started.stdout, 'data');
  return started;
}

/** Has the mail server think at this point until it is told to go on. */
function thinkAt(at: SmtpAnswer['at']): { readonly reached: Promise<void>; readonly goOn: () => void } {
  const reached = Promise.withResolvers<undefined>();
  const until = Promise.withResolvers<undefined>();
  smtp.answers.push({ at, until: until.promise, reached: () => reached.resolve(undefined) });
  return { reached: reached.promise, goOn: () => until.resolve(undefined) };
}

/** As after the time that the queue waits before it gives the work of the dead to another. */
async function passHeartbeat(): Promise<void> {
  const { db, boss } = trial.world.store;
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`.execute(
    db,
  );
  await boss.supervise('mail');
  await sql`update pgboss.job set start_after = now() where name = 'mail'`.execute(db);
}

async function workHere(): Promise<void> {
  const { world } = trial;
  worker = await startWorker(world, createMetrics(world.now), createMailer(smtp.url, data));
}

const state = async () =>
  (await trial.world.store.db.selectFrom('sent_mail').select('state').execute()).map((row) => row.state);
const jobState = async () =>
  (
    await sql<{ state: string }>`select state from pgboss.job where name = 'mail'`.execute(
      trial.world.store.db,
    )
  ).rows.map((row) => row.state);
const patience = { timeout: 40_000, interval: 100 };

test('killed before its message left, a worker leaves it to another, and it leaves once', async () => {
  const { reached, goOn } = thinkAt('recipient');
  await complain(trial.world, { email });
  child = await startProcess();
  await reached;
  child.kill('SIGKILL');
  goOn();
  await passHeartbeat();
  await workHere();
  await expect.poll(state, patience).toEqual(['sent']);
  expect(smtp.messages).toHaveLength(1);
}, 90_000);

test('killed once its message left, before it heard that it was taken, it leaves no second one', async () => {
  const { reached, goOn } = thinkAt('message');
  await complain(trial.world, { email });
  child = await startProcess();
  await reached;
  child.kill('SIGKILL');
  goOn();
  // What the queue does once the heartbeat has stopped; the test above waits for that itself.
  await sql`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`.execute(
    trial.world.store.db,
  );
  await workHere();
  await expect.poll(jobState, patience).toEqual(['completed']);
  expect(smtp.messages).toHaveLength(1);
  expect(await state()).toEqual(['handed']);
}, 90_000);

test('a database that dies while a message leaves is told of it when it is back', async () => {
  const { reached, goOn } = thinkAt('message');
  await complain(trial.world, { email });
  await workHere();
  await reached;
  await cluster.kill();
  goOn();
  await cluster.restart();
  await expect.poll(() => state().catch(() => []), patience).toEqual(['sent']);
  expect(smtp.messages).toHaveLength(1);
}, 90_000);

test('mail waits for a server that is down', async () => {
  const port = Number(new URL(smtp.url).port);
  await smtp.close();
  await complain(trial.world, { email });
  await workHere();
  await expect.poll(jobState, patience).toEqual(['retry']);
  smtp = await startSmtp(port);
  await sql`update pgboss.job set start_after = now() where name = 'mail'`.execute(trial.world.store.db);
  await expect.poll(state, patience).toEqual(['sent']);
  expect(smtp.messages).toHaveLength(1);
}, 90_000);

test('told to stop, a worker ends with the code of the signal; what it counts is read on this machine', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  child = await startProcess({ METRICS_PORT: String(port) });
  const read = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);
  await expect
    .poll(
      () =>
        read('/ready').then(
          ({ status }) => status,
          () => 0,
        ),
      patience,
    )
    .toBe(200);
  const metrics = await (await read('/metrics')).text();
  expect(metrics).toContain('qualepref_jobs_waiting{queue="mail"}');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(143);
}, 90_000);
