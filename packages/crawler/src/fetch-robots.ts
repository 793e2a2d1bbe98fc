import type { Verdict } from './fetch-answer.ts';
import type { Asked } from './fetch-retry.ts';
import { crawlDelay, isAllowed, parseRobots, robotsText, type RobotsRules } from './robots.ts';

/** What robots.txt files allow, each asked once for its origin. */
export interface RobotsFiles {
  /** Why the address may not be asked, or `null` when it may. */
  refusal(url: URL, signal: AbortSignal | undefined): Promise<Verdict | null>;
}

/** What reading a robots.txt needs of the client. */
export interface RobotsOptions {
  /** Origin that really answers for an address: one file for each. */
  originOf(url: URL): string;
  /** Asks one hop; `null` when the address may not be asked. Its redirects bear public names. */
  ask(url: URL, signal: AbortSignal | undefined): Promise<Asked | null>;
  slowDown(url: URL, delay: number): void;
  readonly ignoreErrors: boolean;
  /** How long a file holds, in milliseconds. */
  readonly life: number;
  readonly now: () => Date;
}

/** Product token that robots.txt files name us by. */
const AGENT = 'qualepref';

/** Redirects followed; beyond, RFC 9309 lets the file count as absent. */
const HOPS = 5;

/** Failures of the host itself: robots.txt says nothing of them, the address is as unreachable. */
const HOST_FAILURES: ReadonlySet<string> = new Set(['dns', 'refused', 'tls', 'connect', 'private', 'proxy']);

const UNREACHABLE: Verdict = { outcome: 'refused_by_robots', reason: 'robots-unreachable' };
const FREE = parseRobots('');

type Robots = RobotsRules | Verdict;

/**
 * Bytes of the files whose rules are kept; each counts for this much at least.
 * Rules take some fifteen times the bytes of their file, and a page may lead to
 * thousands of hosts of 500 kB each. The site's own are used all the time: it is
 * those of hosts long past that are forgotten, and asked again if need be.
 */
const KEPT = 2_000_000;
const LEAST = 500;

interface File {
  readonly readAt: number;
  readonly robots: Promise<Robots>;
  /** Nothing until it is read. */
  bytes: number;
}

/** Asks them as they are needed, and again when a long audit has outlived them. */
export function createRobots(options: RobotsOptions): RobotsFiles {
  /** The last used at the end. */
  const files = new Map<string, File>();

  function fileFor(url: URL, signal: AbortSignal | undefined): Promise<Robots> {
    const origin = options.originOf(url);
    const now = options.now().getTime();
    const known = files.get(origin);
    files.delete(origin);
    if (known && now - known.readAt < options.life) {
      files.set(origin, known);
      return known.robots;
    }
    const weigh = (bytes: number): void => {
      file.bytes = Math.max(LEAST, bytes);
      forget();
    };
    const robots = read(new URL('/robots.txt', url), weigh, signal).catch((error: unknown) => {
      files.delete(origin);
      throw error;
    });
    const file: File = { readAt: now, robots, bytes: LEAST };
    files.set(origin, file);
    return robots;
  }

  /** Those used least lately; whoever waits for one has it in hand. */
  function forget(): void {
    let kept = 0;
    for (const [origin, { bytes }] of [...files].reverse()) {
      kept += bytes;
      if (kept > KEPT) files.delete(origin);
    }
  }

  async function read(
    first: URL,
    weigh: (bytes: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Robots> {
    let url = first;
    for (let hops = 0; hops <= HOPS; hops += 1) {
      const asked = await options.ask(url, signal);
      if (!asked) return UNREACHABLE;
      if (asked.outcome === 'ok') {
        const body = asked.body ?? new Uint8Array();
        weigh(body.byteLength);
        const rules = parseRobots(robotsText(body));
        options.slowDown(first, crawlDelay(rules, AGENT) ?? 0);
        return rules;
      }
      if (asked.status !== undefined && asked.status >= 400 && asked.status <= 499) return FREE;
      if (asked.reason === 'empty') return FREE;
      if (asked.location === undefined || asked.outcome !== 'redirected') return unreachable(asked);
      url = new URL(asked.location);
    }
    return FREE;
  }

  return {
    async refusal(url, signal) {
      const robots = await fileFor(url, signal);
      if ('outcome' in robots) return options.ignoreErrors ? null : robots;
      return isAllowed(robots, AGENT, url.pathname + url.search) ? null : { outcome: 'refused_by_robots' };
    },
  };
}

/** A host that cannot be reached is recorded as such; one that hides its rules forbids everything. */
function unreachable({ outcome, reason }: Asked): Verdict {
  return reason !== undefined && HOST_FAILURES.has(reason) ? { outcome, reason } : UNREACHABLE;
}
