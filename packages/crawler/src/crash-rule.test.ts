import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile, type FlightPart } from './audit-file.ts';
import { collect, type World } from './collect.ts';
import { site } from './testing.ts';

const HOME = 'https://a.fr/';
const A = `${HOME}a`;
const PAGE = `<!doctype html><title>Page</title><main>${['/a', '/b', '/c'].map((href) => `<a href="${href}">lien</a>`).join('')}</main>`;
let dir: string;
let file: AuditFile;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
});
afterEach(() => {
  file.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A run that dies with a page under way: nothing is closed, the next one finds it so. */
function die(times: number, part: FlightPart, url: string): void {
  for (let n = 0; n < times; n++) {
    file.beginRun('2026-11-24T09:00:00Z');
    file.depart(part, url);
  }
}

/** What an audit reads and opens, in order; a browser whose processes are ended under `killed` says so once. */
async function run(killed?: string): Promise<{ read: string[]; opened: string[]; atOnce: number[] }> {
  const read: string[] = [];
  const opened: string[] = [];
  const atOnce: number[] = [];
  let open = 0;
  const common = { headers: { 'content-type': 'text/html' }, fetchedOn: '2026-11-24', requests: 1 };
  const world: World = {
    fetch: ({ url, kind }) => {
      if (kind === 'page') read.push(new URL(url).pathname);
      return Promise.resolve({ ...common, url, outcome: 'ok', status: 200, body: Buffer.from(PAGE + url) });
    },
    browser: () =>
      Promise.resolve({
        version: '1',
        sandboxed: true,
        render: async ({ url }) => {
          atOnce.push(++open);
          opened.push(new URL(url).pathname);
          await Promise.resolve();
          open -= 1;
          const isKilled = url === killed && opened.filter((path) => path === '/a').length === 1;
          if (isKilled) return { outcome: 'network_error', failure: 'crash' };
          return { title: '', axe: [], skipLink: null, sheetViews: [] };
        },
        close: () => Promise.resolve(),
      }),
    now: () => new Date('2026-11-24T09:00:00Z'),
    log: () => undefined,
  };
  const addressing = createAddressing({ address: HOME, aliases: [] });
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(
    {
      site: site({ exhaustive: true }),
      start: HOME,
      rules: { addressing, pinned: new Set(), deny: [] },
      context: { addressing, isListedProcedure: () => false, pinned: {} },
      concurrency: 1,
      signal: new AbortController().signal,
    },
    file,
    world,
  );
  return { read, opened, atOnce };
}

test('a page under way at one death keeps its place', async () => {
  die(1, 'html', A);
  expect((await run()).read).toEqual(['/', '/a', '/b', '/c']);
});

test('a page under way at two deaths is read last, and is read', async () => {
  die(2, 'html', A);
  expect((await run()).read).toEqual(['/', '/b', '/c', '/a']);
  expect(file.row(A)?.outcome).toBe('ok');
});

test('a page that kills while it is alone is given up, and says why', async () => {
  die(3, 'html', A);
  expect((await run()).read).toEqual(['/', '/b', '/c']);
  expect(file.row(A)).toMatchObject({ outcome: 'network_error', reason: 'crash' });
});

test('so it goes in the browser: last and alone after two deaths, given up after a third', async () => {
  die(2, 'rendered', A);
  const { opened, atOnce } = await run();
  expect(opened.at(-1)).toBe('/a');
  expect(atOnce.at(-1)).toBe(1);
  expect(file.rendered(A)).toMatchObject({ title: '' });
});

test('a page given up by the browser has its reason', async () => {
  die(3, 'rendered', A);
  expect((await run()).opened).not.toContain('/a');
  expect(file.rendered(A)).toEqual({ outcome: 'network_error', failure: 'crash' });
});

test('an orderly end is no death', async () => {
  for (let n = 0; n < 3; n++) {
    file.beginRun('2026-11-24T09:00:00Z');
    file.depart('html', A);
    file.close();
    file = AuditFile.open(join(dir, 'audit.sqlite'));
  }
  expect((await run()).read).toEqual(['/', '/a', '/b', '/c']);
});

test('a browser ended from outside costs its page nothing: it is opened again', async () => {
  expect((await run(A)).opened.filter((path) => path === '/a')).toHaveLength(2);
  expect(file.rendered(A)).toMatchObject({ title: '' });
});
