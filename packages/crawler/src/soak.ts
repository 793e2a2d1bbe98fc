// Collects and judges a generated site in a process of its own, without network
// nor Chromium, and prints how much memory that took: a line of JSON.
import './memory.ts';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { defaultConfig } from '@qualepref/core';
import { createAddressing } from './address.ts';
import { judge, writeReports } from './judge.ts';
import { AuditFile } from './audit-file.ts';
import { collect, type Plan, type World } from './collect.ts';
import type { Fetched } from './fetch.ts';
import { generatedSite, type GeneratedSite } from './generated-site.ts';
import { site } from './testing.ts';

/** What one audit of a generated site took; bytes and milliseconds. */
export interface Soak {
  readonly pages: number;
  /** Pages really read. */
  readonly read: number;
  /** Of the whole run, and when the collection ended. */
  readonly peak: number;
  readonly collecting: number;
  /** Of the audit file. */
  readonly bytes: number;
  readonly collected: number;
  readonly judged: number;
  readonly findings: number;
  readonly addresses: number;
}

const [out = '.', count = '500'] = process.argv.slice(2);
const pages = Number(count);
let generated: GeneratedSite | undefined = generatedSite({ pages, seed: 'soak' });
const start = `${generated.address}/`;
const config = defaultConfig(start);
const addressing = createAddressing(config.site);
const plan: Plan = {
  site: site({ address: start, maxPages: 10 * pages, maxDocuments: 500 }),
  start,
  // A generated site numbers its pages: to the budgets of a real audit, they would be a trap.
  rules: { addressing, pinned: new Set(), deny: [], maxPerPattern: 10 * pages },
  context: { addressing, isListedProcedure: () => false, pinned: {} },
  concurrency: 1,
  signal: new AbortController().signal,
};

const answer = (url: string): Fetched => {
  const file = url.startsWith(start) ? generated?.file(new URL(url).pathname) : undefined;
  const common = { url, fetchedOn: '2026-11-24', requests: 1 };
  // The menus of a generated site lead to nothing: here they lead home, or every page would count a hundred dead links.
  if (!file && !/\/(?:Carte|Lien)-/.test(url))
    return { ...common, headers: {}, outcome: 'redirected', status: 302, location: start };
  if (!file) return { ...common, headers: {}, outcome: 'gone', status: 404 };
  const headers = { 'content-type': file.type };
  return { ...common, headers, outcome: 'ok', status: 200, body: file.body, size: file.body.byteLength };
};

let peak = 0;
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const world: World = {
  // A turn of the loop, as a network would give: what a page took can be let go.
  fetch: async ({ url }) => {
    await turn();
    look();
    return answer(url);
  },
  browser: () =>
    Promise.resolve({
      version: '1',
      sandboxed: true,
      render: () => Promise.resolve({ title: '', axe: [], skipLink: null, sheetViews: [] }),
      close: () => Promise.resolve(),
    }),
  now: () => new Date('2026-11-24T09:00:00Z'),
  log: () => undefined,
};

const began = performance.now();
// What the kernel saw, between two looks too.
const highest = (): number => Math.max(peak, process.resourceUsage().maxRSS * 1024);
const lap = (): number => Math.round(performance.now() - began);
const file = AuditFile.open(join(out, 'audit.sqlite'));
file.describe({ site: plan.site, settings: '' }, JSON.stringify(config));
file.beginRun(world.now().toISOString());
await collect(plan, file, world);
file.finish(world.now().toISOString());
// What stands for the site is no part of an audit.
generated = undefined;
const collected = lap();
const collecting = highest();
const timer = setInterval(look, 5);
const report = judge(file, () => undefined);
look();
await writeReports(report, out, ['json', 'html']);
look();
clearInterval(timer);
file.close();
const path = join(out, 'audit.sqlite');
const line: Soak = {
  pages,
  read: report.sample.read,
  peak: highest(),
  collecting,
  bytes: statSync(path).size,
  collected,
  judged: lap() - collected,
  findings: report.findings.length,
  addresses: report.addresses.length,
};
process.stdout.write(`${JSON.stringify(line)}\n`);
