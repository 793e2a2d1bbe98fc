import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ExportCost } from './exports-soak.ts';
import type { Soak } from './soak.ts';

const PAGES = Number(process.env['BENCH_PAGES'] ?? 2_000);
const MEGABYTE = 1_000_000;
/** Of our process, and of the browser that it started. */
const MOST = 500;

/** Memory of the processes below one, in bytes: what several share counts once. 0 where the system does not tell. */
function memoryBelow(root: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1])]),
  );
  let sum = 0;
  for (const pid of parents.keys()) {
    let up = parents.get(pid);
    while (up !== undefined && up !== root) up = parents.get(up);
    if (up === root)
      sum += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0);
  }
  return sum * 1024;
}

/** Empty when the process ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const script = (name: string): string[] => [
  '--conditions=@qualepref/source',
  join(import.meta.dirname, name),
];

async function cost(args: readonly string[]): Promise<ExportCost & { readonly browser: number }> {
  const child = spawn(process.execPath, [...script('exports-soak.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let browser = 0;
  const timer = setInterval(() => {
    if (process.platform === 'linux') browser = Math.max(browser, memoryBelow(child.pid ?? 0));
  }, 200);
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  clearInterval(timer);
  return { ...(JSON.parse(said.trim().split('\n').at(-1) ?? '') as ExportCost), browser };
}

test(
  'each export of a large site stays within its memory',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
    const audit = join(dir, 'audit.sqlite');
    try {
      const soak = execFileSync(process.execPath, [...script('soak.ts'), dir, String(PAGES)], {
        encoding: 'utf8',
      });
      const { read: pages, findings } = JSON.parse(soak) as Soak;
      process.stdout.write(`${String(pages)} pages read, ${String(findings)} findings\n`);
      const out = (name: string): string[] => ['--out', join(dir, name)];
      const report = (format: string): string[] => ['report', audit, '--format', format, ...out(format)];
      const exports: readonly (readonly [name: string, args: readonly string[]])[] = [
        ...['json', 'html', 'csv', 'summary', 'pdf', 'summary,pdf'].map(
          (format) => [format, report(format)] as const,
        ),
        ['xlsx', ['grid', 'export', audit, '--out', join(dir, 'xlsx')]],
        ['compare', ['compare', dir, dir, '--quiet', ...out('compare')]],
      ];
      let baseline = 0;
      for (const [name, args] of exports) {
        const { code, took, processor, memory, browser } = await cost(args);
        if (baseline === 0) baseline = processor;
        process.stdout.write(
          `${name}: ${(took / 1000).toFixed(1)} s, processor ${(processor / 1000).toFixed(1)} s, ${(processor / baseline).toFixed(2)} × json; ${(memory / MEGABYTE).toFixed(0)} MB and ${(browser / MEGABYTE).toFixed(0)} of a browser; ${(sizeOf(join(dir, name)) / MEGABYTE).toFixed(2)} MB written\n`,
        );
        expect(code, name).toBe(0);
        expect(memory / MEGABYTE, name).toBeLessThan(MOST);
        expect(browser / MEGABYTE, name).toBeLessThan(MOST);
      }
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
  60 * 60_000,
);

/** Bytes of a file, or of the files of a folder. */
function sizeOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
