import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Soak } from './soak.ts';

const SIZES = [500, 2_000, 5_000] as const;
const MEGABYTE = 1_000_000;
/** Outside Chromium, in megabytes: at 5,000 pages, on the day it was measured. Only a blow-up fails; the figures are printed. */
const MEASURED = 356;

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

test(
  'the memory and the time that a site takes are told, and the memory does not blow up',
  { timeout: 3_600_000 },
  () => {
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
    expect(last.peak / MEGABYTE).toBeLessThan(3 * MEASURED);
  },
);
