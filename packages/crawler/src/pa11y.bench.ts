import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findChromium } from './chromium.ts';
import { generatedSite } from './generated-site.ts';
import { serveGenerated } from './generated-server-fixture.ts';
import { installed } from './installed-fixture.ts';

const PAGES = Number(process.env['BENCH_PAGES'] ?? 50);

/** Runs a whole command: milliseconds, and what it printed. */
async function costOf(args: readonly string[]): Promise<{ readonly wall: number; readonly out: string }> {
  const since = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { wall: performance.now() - since, out };
}

test('judging a list of pages is told beside pa11y-ci on the same pages, where it is installed', async () => {
  const folder = installed('pa11y-ci');
  if (folder === undefined) {
    process.stdout.write('pa11y-ci is not installed: BENCH_TOOLS names a folder where it is\n');
    return;
  }
  const site = generatedSite({ pages: PAGES, seed: 'banc', faultless: true });
  const server = await serveGenerated(PAGES);
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  try {
    const urls = site.pages.map((path) => new URL(path, server.home).href);
    writeFileSync(join(dir, 'pages.txt'), urls.join('\n'));
    const executablePath = findChromium();
    const launch = { ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] };
    const defaults = { runners: ['axe'], concurrency: 2, chromeLaunchConfig: launch };
    writeFileSync(join(dir, 'pa11y.json'), JSON.stringify({ defaults, urls }));
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      bin: string | Readonly<Record<string, string>>;
    };
    const command = join(folder, typeof bin === 'string' ? bin : (bin['pa11y-ci'] ?? ''));
    const theirs = await costOf([command, '--json', '--config', join(dir, 'pa11y.json')]);
    const own = await costOf([
      ...['--conditions=@qualepref/source', join(import.meta.dirname, 'cli.ts')],
      ...['audit', '--single', '--allow-private', '--format', 'jsonl', '--urls', join(dir, 'pages.txt')],
    ]);
    const read = (JSON.parse(theirs.out) as { total: number }).total;
    const answered = own.out.split('\n').filter((line) => line.startsWith('{"url":'));
    expect([read, answered.length]).toEqual([PAGES, PAGES]);
    const each = (wall: number): string => `${(wall / PAGES).toFixed(0)} ms a page`;
    process.stdout.write(
      `${String(PAGES)} pages: pa11y-ci with axe-core ${each(theirs.wall)}; --single, every look and check ${each(own.wall)}: × ${(own.wall / theirs.wall).toFixed(2)}\n`,
    );
  } finally {
    server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 1_800_000);
