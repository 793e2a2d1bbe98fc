import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { defaultConfig, grid } from '@qualepref/core';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile } from './audit-file.ts';
import { judge } from './judge.ts';
import { collect } from './collect.ts';
import type { Fetched } from './fetch.ts';
import { generatedSite } from './generated-site.ts';
import { site as siteInfo } from './testing.ts';

const PAGES = Number(process.env['BENCH_PAGES'] ?? 3_000);
/** Half an hour of requests two seconds apart. */
const REQUESTS = 900;
/** Documents asked besides pages. */
const DOCUMENTS = 100;

test(
  'half an hour of polite requests decides most of what the machine decides alone',
  async () => {
    const generated = generatedSite({ pages: PAGES, seed: 'demi-heure' });
    const start = `${generated.address}/`;
    const config = defaultConfig(start);
    const addressing = createAddressing(config.site);
    const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
    let requests = 0;
    const fetch = async ({ url }: { readonly url: string }): Promise<Fetched> => {
      await turn();
      requests += 1;
      const common = { url, fetchedOn: '2026-11-24', requests: 1 };
      const file = url.startsWith(start) ? generated.file(new URL(url).pathname) : undefined;
      if (!file) return { ...common, headers: {}, outcome: 'gone', status: 404 };
      const headers = { 'content-type': file.type };
      return { ...common, headers, outcome: 'ok', status: 200, body: file.body, size: file.body.byteLength };
    };
    const file = AuditFile.open(join(dir, 'audit.sqlite'));
    try {
      const maxPages = REQUESTS - DOCUMENTS;
      const info = siteInfo({ address: start, maxPages, maxDocuments: DOCUMENTS, asksOtherHosts: false });
      file.describe({ site: info, settings: '' }, JSON.stringify(config));
      file.beginRun('2026-11-24T09:00:00Z');
      await collect(
        {
          site: info,
          start,
          rules: { addressing, pinned: new Set(), deny: [], maxPerPattern: 10 * PAGES },
          context: { addressing, isListedProcedure: () => false, pinned: {} },
          concurrency: 1,
          signal: new AbortController().signal,
        },
        file,
        {
          fetch,
          browser: () =>
            Promise.resolve({
              version: '1',
              sandboxed: true,
              render: () => Promise.resolve({ title: '', axe: [], skipLink: null, sheetViews: [] }),
              close: () => Promise.resolve(),
            }),
          now: () => new Date('2026-11-24T09:00:00Z'),
          log: () => undefined,
        },
      );
      file.finish('2026-11-24T09:30:00Z');
      const { grid: rows } = judge(file, () => undefined);
      const automatic = new Set(grid.filter(({ mode }) => mode === 'automatic').map(({ id }) => id));
      const own = rows.filter(({ item }) => automatic.has(item));
      const decided = own.filter(({ verdict }) => verdict !== 'a_verifier' && verdict !== 'non_verifie');
      const open = own
        .filter((row) => !decided.includes(row))
        .map(({ item, verdict }) => `${item} ${verdict}`);
      process.stdout.write(
        `half an hour on ${String(PAGES)} pages: ${String(requests)} requests, ${String(decided.length)} of ${String(own.length)} automatic items decided; left: ${open.join(', ')}\n`,
      );
      expect(requests).toBeLessThanOrEqual(REQUESTS * 1.2);
      expect(decided.length / own.length).toBeGreaterThan(0.5);
    } finally {
      file.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
  30 * 60_000,
);
