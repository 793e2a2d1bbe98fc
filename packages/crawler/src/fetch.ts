import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { createGuard } from './address-guard.ts';
import type { AddressKind, AddressOutcome } from './facts.ts';
import { judge, wantedBytes, type Answer, type ByteLimits, type Verdict } from './fetch-answer.ts';
import { createExchange, type ExchangeLimits } from './fetch-exchange.ts';
import { createLane, type Lane } from './fetch-lane.ts';
import { siteNames, type SiteAddresses } from './fetch-site.ts';
import { crawlDelay, isAllowed, parseRobots, type RobotsRules } from './robots.ts';
import { cut } from './text.ts';

/** An address to ask, by its public name, and what for. */
export interface FetchRequest {
  readonly url: string;
  readonly kind: AddressKind;
}

/** What became of one address. Redirects are not followed: each hop is an address of its own. */
export interface Fetched {
  /** The address asked, without credentials nor fragment. */
  readonly url: string;
  readonly outcome: AddressOutcome;
  readonly reason?: string;
  readonly status?: number;
  /** Absolute address of one redirect hop; of a refused scheme, its text, cut. */
  readonly location?: string;
  /** Kept headers, names in lower case, values cut. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded; only when wanted, never in part but for the beginning of a document. */
  readonly body?: Uint8Array;
  /** Bytes announced or counted. */
  readonly size?: number;
  /** ISO day. */
  readonly fetchedOn: string;
  /** Requests sent for this address, robots.txt not counted. */
  readonly requests: number;
}

/** Asks one address. The site's faults are in the answer; it rejects when aborted, or for a fault of ours. */
export type FetchSite = (request: FetchRequest, signal?: AbortSignal) => Promise<Fetched>;

/** Limits of the collection; those of time in milliseconds. */
export interface Limits extends ExchangeLimits, ByteLimits {
  /** Waits before each new try of what may pass. */
  readonly backOff: readonly number[];
  /** Longest time spent waiting for one address. */
  readonly patience: number;
  /** Requests in flight, all hosts together. */
  readonly atOnce: number;
}

/** What an audit may ask, under which name and at which pace. */
export interface FetchOptions {
  readonly userAgent: string;
  /** Extra headers, sent to the site's own origins only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly site: SiteAddresses;
  readonly permittedPrivateHosts: readonly string[];
  readonly asksOtherHosts: boolean;
  /** Seconds between the requests to one host. */
  readonly delay: number;
  readonly concurrency: number;
  readonly ignoreRobotsErrors: boolean;
  now(): Date;
  readonly limits?: Partial<Limits>;
}

/** The only door to the audited site. */
export interface FetchClient {
  readonly fetch: FetchSite;
  readonly close: () => Promise<void>;
  /** Requests sent since the beginning, robots.txt included. */
  readonly requestCount: () => number;
}

const LIMITS: Limits = {
  body: 10_000_000,
  document: 1024,
  headers: 65_536,
  deadline: 15_000,
  connect: 10_000,
  backOff: [1000, 2000],
  patience: 30_000,
  atOnce: 8,
};

/** The limits of an audit whose times are divided by `haste`. */
export function limitsInHaste(haste: number): Limits {
  const { deadline, connect, backOff, patience } = LIMITS;
  return {
    ...LIMITS,
    ...{ deadline: deadline / haste, connect: connect / haste, patience: patience / haste },
    backOff: backOff.map((wait) => wait / haste),
  };
}

/** Product token that robots.txt files name us by. */
const AGENT = 'qualepref';

/** Redirects of robots.txt followed; beyond, RFC 9309 lets it count as absent. */
const ROBOTS_HOPS = 5;

/** How many times a failure is tried again; what is not listed would fail the same way. */
const RETRIES: Readonly<Record<string, number>> = { refused: 1, reset: 2, truncated: 2 };

/** Failures of the host itself: robots.txt says nothing of them, the address is as unreachable. */
const HOST_FAILURES: ReadonlySet<string> = new Set(['dns', 'refused', 'tls', 'connect', 'private']);

const KEPT_HEADERS =
  /^(?:content-(?:type|length|range|disposition|security-policy)|etag|last-modified|access-control-.*|x-frame-options|x-content-type-options)$/;
const MAX_HEADER = 1000;

type Robots = RobotsRules | Verdict;
type Asked = Verdict & Partial<Pick<Answer, 'status' | 'headers'>>;

/** Opens the door; `close()` shuts it, whatever is still under way. */
export function createFetch(options: FetchOptions): FetchClient {
  const limits = { ...LIMITS, ...options.limits };
  const site = siteNames(options.site);
  const ownHeaders = lowerCase(options.headers);
  const guard = createGuard({
    permitted: new Set(options.permittedPrivateHosts),
    siteHosts: site.hosts,
    asksOtherHosts: options.asksOtherHosts,
  });
  const exchange = createExchange(guard, limits);
  const inFlight = new PQueue({ concurrency: limits.atOnce });
  const lanes = new Map<string, Lane>();
  const robotsFiles = new Map<string, Promise<Robots>>();
  let sent = 0;

  function laneOf({ host }: URL): Lane {
    const lane = lanes.get(host) ?? createLane(options.concurrency, options.delay);
    lanes.set(host, lane);
    return lane;
  }

  /** One request at the pace of its host. */
  function send(
    url: URL,
    kind: AddressKind,
    method: 'GET' | 'HEAD',
    signal: AbortSignal | undefined,
  ): Promise<Asked> {
    const target = site.servedAt(url);
    const headers = {
      ...(site.origins.has(target.origin) ? ownHeaders : {}),
      'user-agent': options.userAgent,
      accept: kind === 'page' ? 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5' : '*/*',
      'accept-language': 'fr',
      ...(kind === 'document'
        ? { range: `bytes=0-${String(limits.document - 1)}`, 'accept-encoding': 'identity' }
        : { 'accept-encoding': 'gzip, br, deflate' }),
    };
    const wants = (status: number, answered: Answer['headers']): number =>
      wantedBytes(kind, status, answered, limits);
    const run = async (): Promise<Asked> => {
      sent += 1;
      const answer = await exchange.send({ url: target, method, headers, wants }, signal);
      if ('outcome' in answer) return answer;
      const verdict = await judge(kind, answer, url, limits);
      return { status: answer.status, headers: answer.headers, ...verdict };
    };
    return laneOf(target).turn(kind === 'asset', () => inFlight.add(run), signal);
  }

  /** Tries again what may pass, a bounded number of times. */
  async function ask(
    url: URL,
    kind: AddressKind,
    signal?: AbortSignal,
  ): Promise<Asked & { requests: number }> {
    let method: 'GET' | 'HEAD' = kind === 'external' ? 'HEAD' : 'GET';
    let requests = 0;
    let waited = 0;
    for (let tries = 0; ; tries += 1) {
      let asked = await send(url, kind, method, signal);
      requests += 1;
      if (method === 'HEAD' && refusesHead(asked)) {
        method = 'GET';
        asked = await send(url, kind, method, signal);
        requests += 1;
      }
      const wait = waitBefore(tries, asked);
      waited += wait ?? 0;
      if (wait === null || waited > limits.patience) return { ...asked, requests };
      await sleep(wait, undefined, signal ? { signal } : {});
    }
  }

  function waitBefore(tries: number, { outcome, reason = '', status, headers }: Asked): number | null {
    const mayPass = outcome === 'server_error' || status === 429 || status === 503;
    const allowed = mayPass ? limits.backOff.length : (RETRIES[reason] ?? 0);
    const backOff = limits.backOff[tries];
    if (backOff === undefined || tries >= allowed) return null;
    return Math.max(backOff, mayPass ? retryAfter(headers?.['retry-after'], options.now()) : 0);
  }

  /** Asked once for each origin. */
  function robotsOf(url: URL, signal?: AbortSignal): Promise<Robots> {
    const { origin } = site.servedAt(url);
    const known = robotsFiles.get(origin);
    if (known) return known;
    const robots = readRobots(new URL('/robots.txt', url), signal).catch((error: unknown) => {
      robotsFiles.delete(origin);
      throw error;
    });
    robotsFiles.set(origin, robots);
    return robots;
  }

  async function readRobots(first: URL, signal?: AbortSignal): Promise<Robots> {
    const lane = laneOf(site.servedAt(first));
    let url = first;
    for (let hops = 0; hops <= ROBOTS_HOPS; hops += 1) {
      if (guard.checkUrl(site.servedAt(url))) return UNREACHABLE;
      const asked = await lane.enter(true, () => ask(url, 'asset', signal), signal);
      if (asked.outcome === 'ok') {
        const rules = parseRobots(new TextDecoder().decode(asked.body));
        lane.slowDownTo(crawlDelay(rules, AGENT) ?? 0);
        return rules;
      }
      if (asked.status !== undefined && asked.status >= 400 && asked.status <= 499) return parseRobots('');
      if (asked.reason === 'empty') return parseRobots('');
      if (asked.location === undefined || asked.outcome !== 'redirected') return unreachable(asked);
      url = site.publicName(new URL(asked.location));
    }
    return parseRobots('');
  }

  async function fetchSite({ url: written, kind }: FetchRequest, signal?: AbortSignal): Promise<Fetched> {
    const fetchedOn = options.now().toISOString().slice(0, 10);
    const nothing = { headers: {}, fetchedOn, requests: 0 };
    const url = URL.parse(written);
    if (!url) return { url: written, outcome: 'invalid_content', reason: 'address', ...nothing };
    url.username = url.password = url.hash = '';
    const unasked = (verdict: Verdict): Fetched => ({ url: url.href, ...verdict, ...nothing });

    const target = site.servedAt(url);
    const refusal = guard.checkUrl(target);
    if (refusal) return unasked({ outcome: 'out_of_scope', reason: refusal });
    const robots = await robotsOf(url, signal);
    if ('outcome' in robots) {
      if (!options.ignoreRobotsErrors) return unasked(robots);
    } else if (!isAllowed(robots, AGENT, url.pathname + url.search))
      return unasked({ outcome: 'refused_by_robots' });

    const asked = await laneOf(target).enter(kind === 'asset', () => ask(url, kind, signal), signal);
    const location =
      asked.outcome === 'redirected' && asked.location !== undefined
        ? { location: site.publicName(new URL(asked.location)).href }
        : {};
    return { ...asked, ...location, url: url.href, headers: kept(asked.headers), fetchedOn };
  }

  return { fetch: fetchSite, close: exchange.close, requestCount: () => sent };
}

const UNREACHABLE: Verdict = { outcome: 'refused_by_robots', reason: 'robots-unreachable' };

/** A host that cannot be reached is recorded as such; one that hides its rules forbids everything. */
function unreachable({ outcome, reason }: Asked): Verdict {
  return reason !== undefined && HOST_FAILURES.has(reason) ? { outcome, reason } : UNREACHABLE;
}

/** Whether a link checker must fall back to GET: many servers answer HEAD wrongly, or hang up. */
function refusesHead({ status, reason = '' }: Asked): boolean {
  return status === undefined
    ? ['reset', 'truncated', 'protocol'].includes(reason)
    : status >= 400 && status !== 429;
}

/** Milliseconds that the server asks us to wait; 0 when it says nothing that can be read. */
function retryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(wait) ? 0 : wait;
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function kept(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => KEPT_HEADERS.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, cut(value, MAX_HEADER)]));
}
