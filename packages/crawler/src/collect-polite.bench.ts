import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile } from './audit-file.ts';
import { collect, type Plan, type World } from './collect.ts';
import { client, closeAll, site as serve } from './fetch-testing.ts';
import { site } from './testing.ts';

afterEach(closeAll);

/** A tenth of a real audit: 2 s between two pages, 0.3 s to answer, 0.5 s in the browser. */
const DELAY = 0.2;
const LATENCY = 30;
const RENDERING = 50;

const RUBRICS = 8;
const LEAVES = 8;
const DOCUMENTS = 30;
const HOSTS = 16;
/** Of them, hosts that never answer; each link there costs the whole deadline. */
const SILENT = 2;
const DEADLINE = 1500;

const filler = Array.from({ length: 60 }, (_, n) => `<p class="fr-text">Paragraphe ${String(n)}.</p>`).join(
  '',
);
const page = (links: readonly string[]): string =>
  `<!doctype html><html lang="fr"><title>Page</title><main><h1>Page</h1>${filler}${links
    .map((href) => `<a href="${href}">${href}</a>`)
    .join(' ')}</main></html>`;

const late =
  (answer: RequestListener): RequestListener =>
  (request, response) =>
    void setTimeout(() => {
      answer(request, response);
    }, LATENCY);
const sends = (type: string, body: string): RequestListener =>
  late((_, response) => response.writeHead(200, { 'content-type': type }).end(body));

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** A site of some pages, documents and links to other hosts. */
async function scripted(): Promise<{ url: string; requests: () => number }> {
  const others = await Promise.all(
    range(HOSTS).map((host) => {
      const answer: RequestListener = host < SILENT ? () => undefined : sends('text/html', page([]));
      return serve(Object.fromEntries(range(40).map((n) => [`/${String(n)}`, answer])));
    }),
  );
  const away = (n: number): string => `${others[n % HOSTS]?.url ?? ''}/${String(Math.floor(n / HOSTS))}`;
  const paths: Record<string, RequestListener> = {
    '/': sends('text/html', page(range(RUBRICS).map((n) => `/r${String(n)}`))),
  };
  let leaf = 0;
  for (const rubric of range(RUBRICS)) {
    const leaves = range(LEAVES).map((n) => `/r${String(rubric)}/p${String(n)}`);
    paths[`/r${String(rubric)}`] = sends('text/html', page(leaves));
    for (const path of leaves) {
      paths[path] = sends('text/html', page([`/d${String(leaf % DOCUMENTS)}.pdf`, away(leaf)]));
      leaf += 1;
    }
  }
  for (const n of range(DOCUMENTS)) paths[`/d${String(n)}.pdf`] = sends('application/pdf', '%PDF-1.7');
  const { url, lines } = await serve(paths);
  return { url, requests: () => lines().length };
}

test('a polite audit costs its delays and little more', { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  const { url, requests } = await scripted();
  const file = AuditFile.open(join(dir, 'audit.sqlite'));
  const addressing = createAddressing({ address: url, aliases: [] });
  const plan: Plan = {
    site: site({ address: `${url}/`, maxPages: 2000, maxDocuments: 500, exhaustive: true }),
    start: `${url}/`,
    rules: { addressing, pinned: new Set(), deny: [] },
    context: { addressing, isListedProcedure: () => false, pinned: {} },
    concurrency: 1,
    signal: new AbortController().signal,
  };
  const { fetch } = client(url, { delay: DELAY, limits: { deadline: DEADLINE, longestPause: DEADLINE } });
  const world: World = {
    fetch,
    browser: () =>
      Promise.resolve({
        version: '1',
        sandboxed: true,
        render: async () => {
          await sleep(RENDERING);
          return { title: '', axe: [], skipLink: null, sheetViews: [] };
        },
        close: () => Promise.resolve(),
      }),
    now: () => new Date(),
    log: () => undefined,
  };
  try {
    file.beginRun(new Date().toISOString());
    const began = performance.now();
    await collect(plan, file, world);
    const wall = (performance.now() - began) / 1000;
    const delays = requests() * DELAY;
    process.stdout.write(
      `polite collection: ${wall.toFixed(1)} s for ${String(requests())} requests to the site, ${DELAY.toFixed(1)} s apart: ${(wall / delays).toFixed(3)}\n`,
    );
    expect(wall / delays).toBeLessThan(1.05);
  } finally {
    file.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
