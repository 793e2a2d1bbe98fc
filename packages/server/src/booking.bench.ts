import { randomUUID } from 'node:crypto';
import type { Challenge, Config, HoldAnswer } from '@qualepref/core';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { challengeFor } from './challenge.ts';
import { createApp } from './app.ts';
import { openNow, ruleOf, unlimited } from './booking-fixture.ts';
import { proofOf } from './public-fixture.ts';
import { startCluster, type Cluster } from './postgres-fixture.ts';
import { listen, type Served } from './serve.ts';
import { settingsOf } from './settings.ts';
import { exampleConfig, exampleEnvironment, tryServer, type Trial } from './testing.ts';

/* Figures are printed. Limits are against freezing: goals are in docs/benchmarks.md. */

const SITES = 5;
const PROCEDURES = 10;
const PER_SECOND = 50;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6);
const READS = 200;
/** Milliseconds: twenty times the goals. */
const SLOWEST_BOOKING = 3000;
const SLOWEST_PAGE = 600;

const [firstSite] = exampleConfig.sites;
const [firstProcedure] = exampleConfig.procedures;
if (!firstSite || !firstProcedure || !exampleConfig.server) throw new Error('The example has changed.');
const siteIds = Array.from({ length: SITES }, (_, at) => `site-${String(at)}`);
const procedureIds = Array.from({ length: PROCEDURES }, (_, at) => `demarche-${String(at)}`);
const config: Config = {
  ...exampleConfig,
  sites: siteIds.map((id) => ({ ...firstSite, id })),
  procedures: procedureIds.map((id) => ({ ...firstProcedure, id, sites: siteIds })),
  server: { ...exampleConfig.server, codes: {}, challenge: 1 },
};
const rules = siteIds.flatMap((site) =>
  procedureIds.map((procedure) => ruleOf({ site, procedure, every: 15, capacity: 5 })),
);

let cluster: Cluster;
let trial: Trial;
let server: Served;
let plain: Served;
beforeAll(async () => {
  cluster = await startCluster();
  const settings = unlimited(settingsOf(config, exampleEnvironment));
  trial = await tryServer({ url: cluster.url, config, settings });
  const started = performance.now();
  await openNow(trial.world, ...rules);
  const { count } = await trial.world.store.db
    .selectFrom('slot')
    .select((slot) => slot.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  console.log(`${String(count)} slots made in ${inWords(performance.now() - started)}`);
  server = await listen(createApp(trial.world), { host: '127.0.0.1', port: 0 });
  const handler = new Hono();
  handler.post('*', async (context) => context.json(await context.req.json<object>()));
  handler.get('*', (context) => context.json({ slots: [] }));
  plain = await listen(handler as never, { host: '127.0.0.1', port: 0 });
}, 300_000);
afterAll(async () => {
  await plain.close();
  await server.close();
  await trial.close();
  await cluster.close();
}, 60_000);

test('fifty bookings a second', async () => {
  const count = PER_SECOND * SECONDS;
  const proofs: string[] = [];
  const starts = await trial.world.store.db
    .selectFrom('slot')
    .select(['site', 'procedure', 'start'])
    .where('day', '>=', '2026-11-27')
    .where('day', '<=', '2026-12-18')
    .orderBy('id')
    .execute();
  for (let at = 0; at < count; at += 1) {
    const challenge: Challenge = await challengeFor(trial.world, 'booking');
    proofs.push(await proofOf(challenge));
  }
  const holding: number[] = [];
  const booking: number[] = [];
  await atRate(count, async (at) => {
    const held = await timed(holding, server, '/holds', starts[(at * 37) % starts.length] ?? {});
    await timed(booking, server, '/appointments', {
      hold: (held as HoldAnswer).id,
      name: `Personne ${String(at)}`,
      email: `personne-${String(at)}@exemple.fr`,
      language: 'fr',
      proof: proofs[at],
    });
  });
  const reference: number[] = [];
  await atRate(count, async (at) => {
    await timed(reference, plain, '/holds', { at });
    await timed(reference, plain, '/appointments', { at });
  });
  tell('hold', holding);
  tell('appointment', booking);
  tell('plain handler', reference);
  expect(booking).toHaveLength(count);
  expect(percentile(booking, 0.95)).toBeLessThan(SLOWEST_BOOKING);
}, 300_000);

test('a page of slots out of a year of them', async () => {
  const pages: number[] = [];
  const reference: number[] = [];
  for (let at = 0; at < READS; at += 1) {
    const site = siteIds[at % SITES] ?? '';
    const procedure = procedureIds[at % PROCEDURES] ?? '';
    const query = `/slots?site=${site}&procedure=${procedure}&from=2026-11-25&to=2027-01-25`;
    const { slots } = (await timed(pages, server, query)) as { slots: readonly object[] };
    expect(slots.length).toBeGreaterThan(400);
    await timed(reference, plain, query);
  }
  tell('slots', pages);
  tell('plain handler', reference);
  expect(percentile(pages, 0.95)).toBeLessThan(SLOWEST_PAGE);
}, 120_000);

/** Begins one every so often, whether or not those before have ended, as people do. */
async function atRate(count: number, one: (at: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let at = 0; at < count; at += 1) {
    const wait = begun + (at * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(one(at));
  }
  await Promise.all(all);
}

/** The answer, and the milliseconds that it took among the others. */
async function timed(times: number[], { port }: Served, path: string, body?: object): Promise<unknown> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${String(port)}/api/v1${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  });
  const answer: unknown = await response.json();
  times.push(performance.now() - started);
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

function percentile(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

function tell(what: string, times: readonly number[]): void {
  console.log(
    `${what}: p50 ${inWords(percentile(times, 0.5))}, p95 ${inWords(percentile(times, 0.95))}, ${String(times.length)} times`,
  );
}

function inWords(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
