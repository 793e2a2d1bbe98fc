import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { openFeed } from './feed-file.ts';
import { fingerprint } from './feed-fingerprint.ts';
import { largeSheet, zipOf } from './feed-testing.ts';

/** Of the largest published feed; a smaller share unless told, as `FEED_SHARE=1`. */
const WHOLE = { files: 5_536, bytes: 25_000 };
const SHARE = Number(process.env['FEED_SHARE'] ?? 0.1);
const FILES = Math.round(WHOLE.files * SHARE);
/** Far more than what was measured (12, 1 and 1): against a blow-up, not for tuning. */
const SLOWEST = { update: 60, open: 1_000, page: 40 };
/** Megabytes, more than three times what was measured. */
const LARGEST = 600;

interface Update {
  readonly path: string;
  /** Milliseconds of the processor, and of the clock. */
  readonly cpu: number;
  readonly took: number;
  /** Megabytes. */
  readonly peak: number;
}

const sheets = (): [string, string][] =>
  Array.from({ length: FILES }, (_, n) => [`F${String(n)}.xml`, largeSheet(`F${String(n)}`, WHOLE.bytes)]);

/** Milliseconds of the processor that some work takes here. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test(
  'a whole feed is read for a bounded number of times what its XML alone takes',
  { timeout: 600_000 },
  () => {
    const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
    try {
      const files = sheets();
      writeFileSync(join(dir, 'flux.zip'), zipOf(Object.fromEntries(files)));
      const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
      const bare = cost(() => {
        for (const [, text] of files) new SaxesParser({ xmlns: false }).write(text).close();
      });
      // In a process of its own, as the command has: its memory is not that of this one.
      const script = `
      const { updateFeed } = await import(${JSON.stringify(join(import.meta.dirname, 'feed-update.ts'))});
      // Not the system's own figure, in which the process that started this one counts.
      let peak = 0;
      const progress = () => (peak = Math.max(peak, process.memoryUsage.rss() / 1e6));
      const began = performance.now();
      const { path } = await updateFeed({ folder: process.argv[1], places: [process.argv[2]], now: () => new Date(),
        allowPrivate: false, signal: new AbortController().signal, progress });
      const { user, system } = process.cpuUsage();
      process.stdout.write(JSON.stringify({ path, cpu: (user + system) / 1000, peak, took: performance.now() - began }));`;
      const args = [
        '--conditions=@qualepref/source',
        '--input-type=module',
        '--import',
        join(import.meta.dirname, 'memory.ts'),
      ];
      const printed = execFileSync(process.execPath, [
        ...args,
        '-e',
        script,
        join(dir, 'flux'),
        join(dir, 'flux.zip'),
      ]);
      const { path, cpu, peak, took } = JSON.parse(printed.toString()) as Update;
      const began = performance.now();
      const feed = openFeed(path);
      const opening = performance.now() - began;
      const pages = Math.min(FILES, 200);
      const each =
        cost(() => {
          for (let n = 0; n < pages; n += 1) {
            const paragraphs = feed.sheet(`F${String(n)}`)?.paragraphs ?? [];
            expect(
              feed.candidates(paragraphs.flatMap(({ text }) => fingerprint(text) ?? []))[0]?.number,
            ).toBeDefined();
          }
        }) / pages;
      feed.close();
      process.stdout.write(
        `${String(FILES)} files, ${(bytes / 1e6).toFixed(0)} MB: ${(took / 1000).toFixed(1)} s, ${(cpu / 1000).toFixed(1)} s of processor, ${(cpu / bare).toFixed(1)} times saxes alone, ${peak.toFixed(0)} MB at most; opened again in ${opening.toFixed(1)} ms; ${each.toFixed(1)} ms to find the sheet of a page\n`,
      );
      expect(cpu / bare).toBeLessThan(SLOWEST.update);
      expect(opening).toBeLessThan(SLOWEST.open);
      expect(each).toBeLessThan(SLOWEST.page);
      expect(peak).toBeLessThan(LARGEST);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
