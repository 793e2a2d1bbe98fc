import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qualepref, runScript, type Ended, type RunOptions } from '../command-line.ts';
import type { WholeReport } from './fault.ts';
import type { HastyRequest } from './hasty.ts';
import type { Played } from './judge.ts';
import { robotsCases } from './robots.ts';
import { serveFaults, serveRobots } from './server.ts';

/** Commands side by side: each starts a browser. */
const AT_ONCE = 3;
const HASTY = join(import.meta.dirname, 'hasty.ts');

/** How the catalogue is played. */
export interface Pace {
  /** What deadlines, and the slowness of the servers, are divided by; 1 runs the command itself. */
  readonly haste: number;
  readonly maxPages: number;
  readonly maxPerPattern: number;
  readonly concurrency: number;
}

/** Audits the faulty site whole. */
export async function playFaults(pace: Pace): Promise<Played> {
  const server = await serveFaults(pace.haste);
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  const renderings = new Map<string, { first: number; last: number }>();
  let memory: number | undefined;
  const began = performance.now();
  try {
    const ended = await auditAll([server.stage.origin], dir, pace, {
      watch: (line, child) => {
        memory = peakMemory(child.pid) ?? memory;
        note(line, renderings);
      },
    });
    const out = join(dir, '0');
    const read = (name: string): string => readFileSync(join(out, name), 'utf8');
    return {
      server,
      report: JSON.parse(read('report.json')) as WholeReport,
      outputs: new Map([
        ['report.json', read('report.json')],
        ['report.html', read('report.html')],
        ['stdout', ended.map(({ stdout }) => stdout).join('')],
        ['stderr', ended.map(({ stderr }) => stderr).join('')],
      ]),
      files: [...readdirSync(dir).filter((name) => name !== '0'), ...readdirSync(out)],
      code: Math.max(...ended.map(({ code }) => code ?? 1)),
      ...(memory === undefined ? {} : { memory }),
      duration: Math.round((performance.now() - began) / 1_000),
      renderings: new Map([...renderings].map(([url, { first, last }]) => [url, (last - first) / 1_000])),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Audits one site a case of robots.txt; answers each rule that was broken. */
export async function playRobots(pace: Pace): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  const sites = await Promise.all(robotsCases.map(serveRobots));
  try {
    await auditAll(
      sites.map(({ origin }) => origin),
      dir,
      pace,
    );
    return robotsCases.flatMap(({ id, open, closed, minGap = 0 }, i) => {
      const asked = sites[i]?.asked ?? [];
      const pages = asked.filter(({ path }) => !path.startsWith('/robots.txt'));
      const wrong = [
        ['/open', open] as const,
        ['/closed', closed] as const,
        ['/', open === null ? null : open || closed] as const,
      ].filter(
        ([path, expected]) => expected !== null && asked.some((one) => one.path === path) !== expected,
      );
      // From what the first pause was counted from at the earliest: of two requests, this server may have heard the first late.
      const since = asked[asked.findIndex((one) => !one.path.startsWith('/robots.txt')) - 1]?.at ?? 0;
      const hasty = pages.some(({ at }, n) => at - since < n * minGap);
      return [
        ...wrong.map(
          ([path, expected]) => `${id}: ${path} ${expected === true ? 'not requested' : 'requested'}`,
        ),
        ...(asked[0]?.path === '/robots.txt' ? [] : [`${id}: robots.txt is not asked first`]),
        ...(hasty ? [`${id}: asked too soon`] : []),
      ];
    });
  } finally {
    for (const site of sites) site.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One folder an audit, named by its number. */
async function auditAll(
  origins: readonly string[],
  dir: string,
  { haste, maxPages, maxPerPattern, concurrency }: Pace,
  options: RunOptions = {},
): Promise<Ended[]> {
  const audits = origins.map((origin, i) => {
    const config = join(dir, `${String(i)}.yml`);
    writeFileSync(
      config,
      `site:\n  address: ${origin}\ncrawl:\n  maxPages: ${String(maxPages)}\n  maxPerPattern: ${String(maxPerPattern)}\n  concurrency: ${String(concurrency)}\n`,
    );
    mkdirSync(join(dir, String(i)));
    return { config, out: join(dir, String(i)) };
  });
  if (haste !== 1) {
    const request: HastyRequest = { haste, exhaustive: true, audits };
    return [await runScript(HASTY, [JSON.stringify(request)], options)];
  }
  const ended: Ended[] = [];
  const due = [...audits];
  const work = async (): Promise<void> => {
    for (let next = due.shift(); next; next = due.shift()) {
      const { config, out } = next;
      const args = ['audit', '--config', config, '--out', out, '--allow-private', '--exhaustive', '--json'];
      ended.push(await qualepref(args, options));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ended;
}

/** Megabytes, at the highest since the process began. */
function peakMemory(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_000);
  } catch {
    return undefined;
  }
}

/** When a page was first and last said to be in the browser. */
function note(line: string, renderings: Map<string, { first: number; last: number }>): void {
  if (!line.includes('"stage":"render"')) return;
  const { url } = JSON.parse(line) as { url?: string };
  if (url === undefined) return;
  const last = performance.now();
  renderings.set(url, { first: renderings.get(url)?.first ?? last, last });
}
