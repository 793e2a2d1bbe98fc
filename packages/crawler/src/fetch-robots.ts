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

/** Asks them as they are needed, and again when a long audit has outlived them. */
export function createRobots(options: RobotsOptions): RobotsFiles {
  const files = new Map<string, { readonly readAt: number; readonly robots: Promise<Robots> }>();

  function fileFor(url: URL, signal: AbortSignal | undefined): Promise<Robots> {
    const origin = options.originOf(url);
    const now = options.now().getTime();
    const known = files.get(origin);
    if (known && now - known.readAt < options.life) return known.robots;
    const robots = read(new URL('/robots.txt', url), signal).catch((error: unknown) => {
      files.delete(origin);
      throw error;
    });
    files.set(origin, { readAt: now, robots });
    return robots;
  }

  async function read(first: URL, signal: AbortSignal | undefined): Promise<Robots> {
    let url = first;
    for (let hops = 0; hops <= HOPS; hops += 1) {
      const asked = await options.ask(url, signal);
      if (!asked) return UNREACHABLE;
      if (asked.outcome === 'ok') {
        const rules = parseRobots(robotsText(asked.body ?? new Uint8Array()));
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
