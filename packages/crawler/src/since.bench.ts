import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '@qualepref/core';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { judge } from './judge.ts';
import { AuditFile } from './audit-file.ts';
import { collect, type Plan, type World } from './collect.ts';
import type { Fetched, FetchRequest } from './fetch.ts';
import { generatedSite, type GeneratedFile, type GeneratedSite } from './generated-site.ts';
import { openBrowser, type PageBrowser } from './render.ts';
import { sinceOf } from './since.ts';
import { site } from './testing.ts';
import { VERSION } from './version.ts';

/* Figures are printed; what is asserted leaves room for a machine that others use too. */

const PAGES = Number(process.env['BENCH_PAGES'] ?? 100) * 5;
const MINUTES = 60_000;
/** One page of twenty. */
const CHANGED = 20;
const TARGET = 0.1;

/** Milliseconds of processor time, by stage. */
interface Cost {
  readonly rendering: number;
  readonly judging: number;
  readonly opened: number;
  readonly path: string;
}

/** Processor time of the browsers now running, in milliseconds; 0 where the system does not tell. */
function cpuOfBrowsers(): number {
  const rows = new Map<number, { parent: number; time: number }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
      rows.set(Number(pid), {
        parent: Number(fields[1]),
        time: (Number(fields[11]) + Number(fields[12])) * 10,
      });
    } catch {
      // It ended meanwhile.
    }
  }
  let sum = 0;
  for (const [pid, { time }] of rows) {
    let up = pid;
    while (up > 1 && up !== process.pid) up = rows.get(up)?.parent ?? 0;
    if (up === process.pid && pid !== process.pid) sum += time;
  }
  return sum;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A page of twenty says something else in the next quarter. */
function fileIn(generated: GeneratedSite, quarter: number, path: string): GeneratedFile | undefined {
  const file = generated.file(path);
  const at = generated.pages.indexOf(path);
  if (!file || quarter === 1 || at % CHANGED !== 1) return file;
  const body = new TextDecoder().decode(file.body).replace('</main>', '<p>Un paragraphe de plus.</p></main>');
  return { ...file, body: Buffer.from(body) };
}

async function quarterOf(
  generated: GeneratedSite,
  quarter: number,
  exhaustive: boolean,
  dir: string,
  previous?: string,
): Promise<Cost> {
  const start = `${generated.address}/`;
  const config = defaultConfig(start);
  const addressing = createAddressing(config.site);
  const browsers: PageBrowser[] = [];
  const probe = await openBrowser();
  await probe.close();
  const before = previous === undefined ? undefined : AuditFile.read(previous);
  const since = before && sinceOf(before, config, VERSION, probe);
  const plan: Plan = {
    // Documents are asked for and read while pages are shown: that is not what is measured.
    site: site({ address: start, maxPages: 10 * PAGES, maxDocuments: 0, exhaustive }),
    start,
    rules: { addressing, pinned: new Set(), deny: [] },
    context: { addressing, isListedProcedure: () => false, pinned: {} },
    concurrency: 1,
    signal: new AbortController().signal,
    ...(since ? { since } : {}),
  };
  const answer = ({ url }: FetchRequest): Fetched => {
    const file = url.startsWith(start)
      ? fileIn(generated, quarter, decodeURI(new URL(url).pathname))
      : undefined;
    const common = { url, fetchedOn: '2026-11-24', requests: 1 };
    if (!file && !/\/(?:Carte|Lien)-/.test(url))
      return { ...common, headers: {}, outcome: 'redirected', status: 302, location: start };
    if (!file) return { ...common, headers: {}, outcome: 'gone', status: 404 };
    const headers = { 'content-type': file.type };
    return { ...common, headers, outcome: 'ok', status: 200, body: file.body, size: file.body.byteLength };
  };
  // The stage of the browser begins when the first is asked for, or what was seen is looked up.
  let began = 0;
  const world: World = {
    fetch: (request) => Promise.resolve(answer(request)),
    browser: async () => {
      const browser = await openBrowser();
      browsers.push(browser);
      return browser;
    },
    now: () => new Date('2026-11-24T09:00:00Z'),
    log: () => undefined,
  };
  const path = join(dir, `${String(quarter)}-${String(exhaustive)}.sqlite`);
  const file = AuditFile.open(path);
  const keepSample = file.keepSample.bind(file);
  file.keepSample = (sample) => {
    began = cpu();
    keepSample(sample);
  };
  file.describe({ site: plan.site, settings: '' }, JSON.stringify(config));
  file.addVersions({ qualepref: VERSION });
  file.beginRun(world.now().toISOString());
  await collect(plan, file, world);
  const rendering = cpu() - began + cpuOfBrowsers();
  await Promise.all(browsers.map((browser) => browser.close()));
  file.finish(world.now().toISOString());
  const judged = cpu();
  const report = judge(file, () => undefined);
  const judging = cpu() - judged;
  expect(report.findings.length).toBeGreaterThan(0);
  const { opened } = file.renderings;
  file.close();
  before?.close();
  return { rendering, judging, opened, path };
}

test.each([
  ['every page opened', true],
  ['the structural sample opened', false],
])(
  'the next quarter of a site of which a page of twenty changed, %s, costs a fraction of the first',
  async (what, exhaustive) => {
    const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
    try {
      const generated = generatedSite({ pages: PAGES, seed: 'trimestre' });
      const first = await quarterOf(generated, 1, exhaustive, dir);
      const next = await quarterOf(generated, 2, exhaustive, dir, first.path);
      const sum = ({ rendering, judging }: Cost): number => rendering + judging;
      const ratio = sum(next) / sum(first);
      const told = ({ rendering, judging, opened }: Cost): string =>
        `${(rendering / 1000).toFixed(1)} s to render (${String(opened)} pages opened) and ${(judging / 1000).toFixed(1)} s to judge`;
      process.stdout.write(
        `next quarter, ${String(PAGES)} pages, ${what}: first ${told(first)}; next ${told(next)}; processor × ${ratio.toFixed(3)}\n`,
      );
      if (exhaustive) expect(ratio).toBeLessThan(2 * TARGET);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
  60 * MINUTES,
);
