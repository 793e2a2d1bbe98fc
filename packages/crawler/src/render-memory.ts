import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from 'playwright-core';
import { within } from './deadline.ts';
import { freeAll } from './heap.ts';

/** A page took more memory than pages need. */
export class Greedy extends Error {}

/** Why such a page is not judged. */
export const MEMORY = 'memory';

/** Limits of a watch, in bytes. */
export interface MemoryLimits {
  /** Of a browser with all its processes. */
  readonly browser: number;
  /** Of our own process, while a page makes it hold what it says and sends. */
  readonly ours: number;
  /** What our own process must have grown by, for the page to be the cause. */
  readonly growth: number;
}

/** A page of a préfecture takes a fifth of this in its browser, one of 8 MB of text more than half; an audit 350 MB. */
const LIMITS: MemoryLimits = { browser: 2_000_000_000, ours: 480_000_000, growth: 100_000_000 };
/** Between two looks, in milliseconds. */
const LOOK = 150;

/**
 * Watches what memory is taken while a browser shows a page. The machine is the
 * audit's too, and the system may well choose the audit to die of it. What a page
 * writes in its console or sends comes to our own process, which refuses none of it.
 * Where the system does not tell (elsewhere than on Linux), the browser is not watched.
 *
 * @param stop told once; the browser is killed, as it may not hear anything any more
 * @returns ends the watch
 */
export function watchMemory(
  browser: Browser,
  stop: (reason: Greedy) => void,
  limits: MemoryLimits = LIMITS,
): () => void {
  const before = process.memoryUsage.rss();
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const isOurs = (): boolean => {
      const ours = process.memoryUsage.rss();
      return ours > limits.ours && ours - before > limits.growth;
    };
    // Most of it may be dead: no page is to blame for that.
    if (isOurs()) freeAll();
    if (isOurs() || (await memoryOf(browser)) > limits.browser) {
      if (isOver) return;
      isOver = true;
      stop(new Greedy());
      killBrowser(browser);
    } else if (!isOver) timer = setTimeout(() => void look(), LOOK).unref();
  };
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

interface Processes {
  readonly session: CDPSession;
  /** The process that all the others hang on. */
  readonly root: number;
  /** As they were last told. */
  all: readonly number[];
}

const known = new WeakMap<Browser, Processes>();

/** Learns which processes a browser has, before a page can keep it from telling. */
export async function noteProcesses(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const root = processInfo.find(({ type }) => type === 'browser');
  if (root) known.set(browser, { session, root: root.id, all: processInfo.map(({ id }) => id) });
}

/** Bytes of all its processes; of those that it had, when it is too busy to tell. */
async function memoryOf(browser: Browser): Promise<number> {
  const processes = known.get(browser);
  if (!processes) return 0;
  try {
    const { processInfo } = await within(processes.session.send('SystemInfo.getProcessInfo'), LOOK);
    processes.all = processInfo.map(({ id }) => id);
  } catch {
    // Too busy, or dead.
  }
  return processes.all.reduce((sum, pid) => sum + bytesOf(pid), 0);
}

/** Bytes that a process does not share with its program's file; 0 when that is not told. */
function bytesOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'latin1');
    return 1024 * (sizeIn(status, 'RssAnon') + sizeIn(status, 'RssShmem'));
  } catch {
    // It has ended, or the system is another one.
    return 0;
  }
}

function sizeIn(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

/** Ends a browser that does not close: what it still has to tell would go on filling our memory. */
export function killBrowser(browser: Browser): void {
  const processes = known.get(browser);
  if (!processes || !browser.isConnected()) return;
  try {
    process.kill(processes.root, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
