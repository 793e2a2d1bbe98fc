import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Soak } from './soak.ts';

const SIZES = [500, 2_000, 5_000] as const;
const MEGABYTE = 1_000_000;
/** Outside Chromium, in megabytes: at 5,000 pages, and for each thousand pages more. */
const PEAK = 300;
const SLOPE = 5;

function soak(pages: number): Soak {
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  try {
    const script = join(import.meta.dirname, 'soak.ts');
    const args = ['--conditions=@qualepref/source', script, dir, String(pages)];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Soak;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test('memory does not grow with the site, and each page costs the same', { timeout: 3_600_000 }, () => {
  const runs = SIZES.map(soak);
  for (const { pages, peak, bytes, collected, judged, findings } of runs) {
    const each = ((collected + judged) / pages).toFixed(1);
    process.stdout.write(
      `${String(pages)} pages: ${(peak / MEGABYTE).toFixed(0)} MB at most, ${each} ms and ${(bytes / pages / 1000).toFixed(1)} kB of audit file a page, ${String(findings)} findings, judged and written in ${(judged / 1000).toFixed(1)} s\n`,
    );
  }
  const [first, , last] = runs;
  if (!first || !last) throw new Error('nothing was measured');
  const slope = (last.peak - first.peak) / MEGABYTE / ((last.pages - first.pages) / 1000);
  process.stdout.write(`memory: ${slope.toFixed(1)} MB for each thousand pages\n`);
  expect(last.peak / MEGABYTE).toBeLessThan(PEAK);
  expect(slope).toBeLessThan(SLOPE);
  expect(last.bytes / last.pages / (first.bytes / first.pages)).toBeLessThan(1.1);
});
