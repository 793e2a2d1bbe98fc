import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import PQueue from 'p-queue';
import { Agent, request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile } from './audit-file.ts';
import { collect, type Plan, type World } from './collect.ts';
import { client, closeAll } from './fetch-testing.ts';
import { generatedSite } from './generated-site.ts';
import { serveGenerated } from './generated-server-fixture.ts';
import { installed } from './installed-fixture.ts';
import { site as siteInfo } from './testing.ts';

afterEach(closeAll);

const PAGES = Number(process.env['BENCH_PAGES'] ?? 200);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const CONCURRENCY = 4;
/** Menus and cards lead to nothing: neither loop asks for them. */
const LEFT_OUT = ['Rubrique-', 'Sujet-', 'Outil-', 'Carte-', 'Lien-', 'Pied/', 'Liste', 'Aide-', 'contenu/'];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function costOf(pages: number, loop: () => Promise<number>): Promise<Cost> {
  const own = process.cpuUsage();
  const since = performance.now();
  expect(await loop()).toBe(pages);
  const wall = performance.now() - since;
  const { user, system } = process.cpuUsage(own);
  return { wall: wall / pages, cpu: (user + system) / 1000 / pages };
}

/** As little as can be: asks, parses once, writes the body, follows the links. */
async function bare(home: string, known: ReadonlySet<string>, dir: string): Promise<number> {
  const queue = new PQueue({ concurrency: CONCURRENCY });
  const dispatcher = new Agent();
  const seen = new Set<string>();
  let read = 0;
  const visit = async (url: string): Promise<void> => {
    const { body } = await request(url, { dispatcher });
    const text = await body.text();
    read += 1;
    writeFileSync(join(dir, `${String(read)}.html`), text);
    const $ = load(text);
    for (const link of $('a[href]')) {
      const next = new URL($(link).attr('href') ?? '', url);
      next.hash = '';
      if (next.origin === new URL(home).origin && known.has(next.pathname)) add(next.href);
    }
  };
  const add = (url: string): void => {
    if (seen.has(url)) return;
    seen.add(url);
    void queue.add(() => visit(url));
  };
  add(`${home}/`);
  await queue.onIdle();
  await dispatcher.close();
  return read;
}

/** What of Crawlee's crawler of pages is used here. */
interface Crawlee {
  readonly CheerioCrawler: new (
    options: object,
    configuration: unknown,
  ) => { run(urls: readonly string[]): Promise<{ readonly requestsFinished: number }> };
  readonly Configuration: new (options: object) => unknown;
}

/** Crawlee as its documentation has it: asks, parses once, keeps the body, follows the links. */
async function crawlee(
  { CheerioCrawler, Configuration }: Crawlee,
  home: string,
  known: ReadonlySet<string>,
  dir: string,
): Promise<number> {
  const storageClientOptions = { localDataDirectory: dir };
  let read = 0;
  const crawler = new CheerioCrawler(
    {
      maxConcurrency: CONCURRENCY,
      minConcurrency: CONCURRENCY,
      requestHandler: async ({ body, enqueueLinks }: { body: string; enqueueLinks: Enqueue }) => {
        read += 1;
        writeFileSync(join(dir, `${String(read)}.html`), body);
        await enqueueLinks({
          transformRequestFunction: (one) => known.has(new URL(one.url).pathname) && one,
        });
      },
    },
    new Configuration({ storageClientOptions }),
  );
  await crawler.run([`${home}/`]);
  return read;
}
type Enqueue = (options: {
  transformRequestFunction: (request: { readonly url: string }) => unknown;
}) => Promise<unknown>;

/** The collection of an audit, without browser nor checks. */
async function ours(home: string, dir: string): Promise<number> {
  const start = `${home}/`;
  const addressing = createAddressing({ address: home, aliases: [] });
  const file = AuditFile.open(join(dir, 'audit.sqlite'));
  const plan: Plan = {
    site: siteInfo({ address: start, maxPages: 100 * PAGES, maxDocuments: 0, asksOtherHosts: false }),
    start,
    rules: {
      addressing,
      pinned: new Set(),
      deny: LEFT_OUT.map((path) => start + path),
      maxPerPattern: 10 * PAGES,
    },
    context: { addressing, isListedProcedure: () => false, pinned: {} },
    concurrency: CONCURRENCY,
    signal: new AbortController().signal,
  };
  const world: World = {
    fetch: client(home, { concurrency: CONCURRENCY }).fetch,
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
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(plan, file, world);
  const read = file.pageCount;
  file.close();
  return read;
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const least = (values: readonly number[]): number => Math.min(...values);

test('collecting costs a bounded number of times the least loop that reads as much', async () => {
  const server = await serveGenerated(PAGES);
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  try {
    const { home } = server;
    const known = new Set(generatedSite({ pages: PAGES, seed: 'banc', faultless: true }).pages);
    process.env['CRAWLEE_LOG_LEVEL'] = 'ERROR';
    const folder = installed('@crawlee/cheerio');
    const other = folder === undefined ? undefined : (createRequire(join(folder, 'x'))(folder) as Crawlee);
    if (!other) say('Crawlee is not installed: BENCH_TOOLS names a folder where it is');
    const rounds: { theirs: Cost; own: Cost }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const theirs = await costOf(PAGES, () => bare(home, known, dir));
      const own = await costOf(PAGES, () => ours(home, mkdtempSync(join(dir, 'audit-'))));
      rounds.push({ theirs, own });
      if (other) {
        const { wall, cpu } = await costOf(PAGES, () =>
          crawlee(other, home, known, mkdtempSync(join(dir, 'crawlee-'))),
        );
        say(`Crawlee ${wall.toFixed(1)} ms a page (${cpu.toFixed(1)} of processor)`);
      }
      say(
        `collecting, ${String(PAGES)} pages: least loop ${theirs.wall.toFixed(1)} ms a page (${theirs.cpu.toFixed(1)} of processor), ours ${own.wall.toFixed(1)} (${own.cpu.toFixed(1)})`,
      );
    }
    const ratio = (of: 'wall' | 'cpu'): number =>
      least(rounds.map(({ own }) => own[of])) / least(rounds.map(({ theirs }) => theirs[of]));
    say(
      `collecting against the least loop: × ${ratio('wall').toFixed(2)} (processor × ${ratio('cpu').toFixed(2)})`,
    );
    expect(ratio('cpu')).toBeLessThan(20);
  } finally {
    server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 600_000);
