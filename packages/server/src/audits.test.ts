import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, type Config } from '@qualepref/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planAudits, runAudit, type AuditJob } from './audits.ts';
import { emptyServer } from './engines-fixture.ts';
import { exampleConfig, type Trial } from './testing.ts';
import { waiting } from './work-fixture.ts';

const PAGES = 12;
let site: Server;
let trial: Trial;
let folders: string[];
const asked: string[] = [];

beforeAll(async () => {
  const links = Array.from(
    { length: PAGES },
    (_, at) => `<a href="/page-${String(at)}">Page ${String(at)}</a>`,
  );
  site = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    // Slow enough to be stopped on the way.
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="fr"><head><title>Page ${String(request.url)}</title></head><body><main><h1>Page ${String(request.url)}</h1>${links.join('')}</main></body></html>`,
      );
    }, 100);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address() as { port: number };
  folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `qualepref-audit-${name}-`)));
  trial = await emptyServer({
    config: audited(`http://127.0.0.1:${String(port)}`),
    settings: { data: folders[0] ?? '', audits: { allowPrivate: true } },
  });
}, 60_000);
afterAll(() => {
  site.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function audited(address: string): Config {
  const parsed = parseConfig({ site: { address } });
  if (!('config' in parsed)) throw new Error('unsound');
  return { ...exampleConfig, site: parsed.config.site };
}

const runs = () =>
  trial.world.store.db
    .selectFrom('audit_run')
    .select(['state', 'campaign', 'snapshot_at', 'problem'])
    .execute();

test('the quarter is planned once, whatever asks for it', async () => {
  await planAudits(trial.world);
  await planAudits(trial.world);
  expect(await runs()).toMatchObject([{ state: 'waiting', campaign: '2026-T4' }]);
  expect(await waiting<AuditJob>(trial.world, 'audit')).toHaveLength(1);
});

test('another worker goes on from the last copy, and asks no page of it again', async () => {
  const [job] = await waiting<AuditJob>(trial.world, 'audit');
  if (!job) throw new Error('no job');
  const stop = new AbortController();
  const first = runAudit(trial.world, job, stop.signal, { between: 100 });
  await expect
    .poll(async () => (await runs())[0]?.snapshot_at && asked.length > 6, { timeout: 40_000, interval: 20 })
    .toBe(true);
  stop.abort();
  await expect(first).rejects.toThrow();
  const before = asked.length;
  expect(before).toBeLessThan(PAGES);

  // Another machine: nothing of the first is on its disk.
  const [, data = ''] = folders;
  const world = { ...trial.world, settings: { ...trial.world.settings, data } };
  await runAudit(world, job, new AbortController().signal);
  expect(await runs()).toMatchObject([{ state: 'ended', problem: null }]);
  const pages = asked.filter((path) => path.startsWith('/page-'));
  expect(new Set(pages).size).toBe(PAGES);
  // The one that was under way, and those read since the last copy.
  expect(pages.length).toBeLessThan(PAGES + 5);
  const [out = ''] = readdirSync(join(data, 'audits'));
  expect(readdirSync(join(data, 'audits', out))).toEqual(
    expect.arrayContaining(['audit.sqlite', 'report.html', 'report.json']),
  );
}, 90_000);

test('a job that comes again after the end does nothing', async () => {
  const [job] = await waiting<AuditJob>(trial.world, 'audit');
  const before = asked.length;
  if (job) await runAudit(trial.world, job, new AbortController().signal);
  expect(asked).toHaveLength(before);
});

test('a site that can never be audited is said to have failed, and why', async () => {
  await trial.world.store.db.deleteFrom('audit_run').execute();
  await trial.world.store.boss.deleteAllJobs('audit');
  const settings = { ...trial.world.settings, audits: { allowPrivate: false } };
  await planAudits(trial.world);
  const [job] = await waiting<AuditJob>(trial.world, 'audit');
  if (job) await runAudit({ ...trial.world, settings }, job, new AbortController().signal);
  expect(await runs()).toMatchObject([
    { state: 'failed', problem: expect.stringContaining('adresse privée') },
  ]);
});
