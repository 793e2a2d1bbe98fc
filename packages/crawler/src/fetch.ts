import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { createGuard } from './address-guard.ts';
import type { AddressKind, AddressOutcome } from './facts.ts';
import { judge, wantedBytes, type Answer, type AskedKind, type Verdict } from './fetch-answer.ts';
import { createJar } from './fetch-cookies.ts';
import { createExchange } from './fetch-exchange.ts';
import { createLane, type Lane } from './fetch-lane.ts';
import { LIMITS, type Limits } from './fetch-limits.ts';
import { refusesHead, signOf, waitBefore, type Asked } from './fetch-retry.ts';
import { createRobots } from './fetch-robots.ts';
import type { Reuse } from './reuse.ts';
import { siteNames, type SiteAddresses, type StandIns } from './fetch-site.ts';
import { createGate, type AllowedHours } from './hours.ts';
import { cut } from './text.ts';

/** An address to ask, by its public name, and what for. */
export interface FetchRequest {
  readonly url: string;
  readonly kind: AddressKind;
  /**
   * Whether the whole body of a document is wanted; otherwise its beginning is
   * enough: one GET of a range tells type, size and first bytes, for which HEAD
   * would be a request more.
   */
  readonly isWhole?: boolean;
  /** What an earlier answer said it can be known again by: one that still holds is `ok`, without a body, with status 304. */
  readonly conditions?: Conditions;
  /** Whether what it would answer is known: nothing is sent, the answer is that it may be asked, with status 304. */
  readonly isKnown?: boolean;
}

/** Headers of a conditional request. */
export type Conditions = Readonly<Partial<Record<'if-none-match' | 'if-modified-since', string>>>;

/** What answers a conditional request whose answer has not changed. */
export const NOT_MODIFIED = 304;

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
  /** Decoded; only when wanted, never in part but for the beginning of a document: it is whole when `size` is its length. */
  readonly body?: Uint8Array;
  /** Bytes announced or counted. */
  readonly size?: number;
  /** ISO day. */
  readonly fetchedOn: string;
  /** Of a page: until its headers were there. */
  readonly milliseconds?: number;
  /** Of a page: names of the cookies that its answer left, sorted; absent when none. Their values are kept nowhere. */
  readonly cookies?: readonly string[];
  /** Requests sent for this address, robots.txt not counted. */
  readonly requests: number;
  /** In an audit that starts from a previous one: how it came to be known. */
  readonly reuse?: Reuse;
}

/** Asks one address. The site's faults are in the answer; it rejects when aborted, or for a fault of ours. */
export type FetchSite = (request: FetchRequest, signal?: AbortSignal) => Promise<Fetched>;

/** What an audit may ask, under which name and at which pace. */
export interface FetchOptions {
  readonly userAgent: string;
  /** Extra headers, sent to the site's own origins only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly site: SiteAddresses;
  /** None, unless told: for tests. */
  readonly standIns?: StandIns;
  readonly permittedPrivateHosts: readonly string[];
  readonly asksOtherHosts: boolean;
  /** Seconds between the starts of the requests to one host. */
  readonly delay: number;
  readonly concurrency: number;
  readonly ignoreRobotsErrors: boolean;
  /** Whether robots.txt is read; always, unless told. */
  readonly readsRobots?: boolean;
  /** When the audit may ask; always, unless told. */
  readonly hours?: AllowedHours | undefined;
  /** Told each time that the audit stops for its hours. */
  readonly onPause?: (until: Date) => void;
  readonly now: () => Date;
  readonly limits?: Partial<Limits>;
}

/** The only door to the audited site. */
export interface FetchClient {
  readonly fetch: FetchSite;
  readonly close: () => Promise<void>;
  /** Requests sent since the beginning, robots.txt included. */
  readonly requestCount: () => number;
}

const KEPT_HEADERS =
  /^(?:content-(?:type|length|range|disposition|security-policy)|etag|last-modified|access-control-.*|x-frame-options|x-content-type-options)$/;
const MAX_HEADER = 1000;
/** A policy that is cut forbids what the site allows: it is kept whole, or not at all. */
const MAX_POLICY = 16_384;

/** Requests for one address and one purpose, whatever happens. */
const MAX_REQUESTS = 5;

const GIVEN_UP: Verdict = { outcome: 'blocked', reason: 'given-up' };

/** Opens the door; `close()` shuts it, whatever is still under way. */
export function createFetch(options: FetchOptions): FetchClient {
  const limits = { ...LIMITS, ...options.limits };
  const site = siteNames(options.site, options.standIns);
  const ownHeaders = lowerCase(options.headers);
  const guard = createGuard({
    permitted: new Set(options.permittedPrivateHosts),
    siteHosts: site.hosts,
    asksOtherHosts: options.asksOtherHosts,
  });
  const exchange = createExchange(guard, limits);
  const jar = createJar();
  const inFlight = new PQueue({ concurrency: limits.atOnce });
  const open = createGate({ ...options, glance: limits.glance });
  const lanes = new Map<string, Lane>();
  const robots = createRobots({
    originOf: (url) => site.servedAt(url).origin,
    ask: async (url, signal) =>
      guard.checkUrl(site.servedAt(url)) ? null : named(await ask(url, 'robots', signal)),
    slowDown: (url, delay) => {
      laneOf(site.servedAt(url)).slowDownTo(delay);
    },
    ignoreErrors: options.ignoreRobotsErrors,
    life: limits.robotsLife,
    now: options.now,
  });
  let sent = 0;

  /** A stranger is asked slowly and one address at a time; the site and our own machine, as the options say. */
  function laneOf({ host, hostname }: URL): Lane {
    const known = lanes.get(host);
    if (known) return known;
    const isStranger = !site.hosts.has(host) && !guard.isPermitted(hostname);
    const { concurrency, delay } = isStranger
      ? { concurrency: 1, delay: Math.max(options.delay, limits.elsewhere / 1000) }
      : options;
    const lane = createLane({ ...limits, concurrency, delay, isStranger, open });
    lanes.set(host, lane);
    return lane;
  }

  /** One request at the pace of its host; `null` once that host is given up. */
  function send(
    url: URL,
    kind: AskedKind,
    method: 'GET' | 'HEAD',
    { isRetry, isLenient }: { readonly isRetry: boolean; readonly isLenient: boolean },
    conditions: Conditions,
    signal: AbortSignal | undefined,
  ): Promise<(Asked & { readonly hasNewCookie?: boolean }) | null> {
    const target = site.servedAt(url);
    const isOwn = site.origins.has(target.origin);
    const run = async (): Promise<Asked & { readonly hasNewCookie?: boolean }> => {
      sent += 1;
      const answer = await exchange.send(
        {
          url: target,
          method,
          isLenient,
          headers: { ...headersFor(kind, isOwn ? ownHeaders : {}, jar.headerFor(target)), ...conditions },
          deadline: kind === 'whole' ? limits.longDeadline : limits.deadline,
          wants: (status, answered) => wantedBytes(kind, status, answered, limits),
        },
        signal,
      );
      if ('outcome' in answer) return answer;
      const hasNewCookie = jar.store(target, answer.cookies, options.now());
      if (answer.status === NOT_MODIFIED && Object.keys(conditions).length > 0)
        return { status: NOT_MODIFIED, headers: answer.headers, hasNewCookie, outcome: 'ok' };
      const verdict = await judge(kind, answer, url, limits);
      const { status, headers, milliseconds, cookies } = answer;
      const page =
        kind === 'page' ? { ...(milliseconds === undefined ? {} : { milliseconds }), cookies } : {};
      return { status, headers, hasNewCookie, ...page, ...verdict };
    };
    const load = kind === 'asset' || kind === 'robots' ? 'asset' : kind === 'whole' ? 'file' : 'page';
    return laneOf(target).turn(
      load,
      () => inFlight.add(run),
      (asked) => signOf(asked, method, isRetry),
      signal,
    );
  }

  function headersFor(
    kind: AskedKind,
    own: Readonly<Record<string, string>>,
    cookie: string | undefined,
  ): Record<string, string> {
    const cookies = [own['cookie'], cookie].filter((text) => text !== undefined).join('; ');
    return {
      ...own,
      'user-agent': options.userAgent,
      accept: kind === 'page' ? 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5' : '*/*',
      'accept-language': 'fr',
      ...(cookies === '' ? {} : { cookie: cookies }),
      ...(kind === 'document' ? { range: `bytes=0-${String(limits.document - 1)}` } : {}),
      'accept-encoding': PLAIN.has(kind) ? 'identity' : 'gzip, br, deflate',
    };
  }

  /**
   * Tries again what may pass, a bounded number of times. Its place is left to
   * other addresses of the host meanwhile: only this one has to wait.
   */
  async function ask(
    url: URL,
    kind: AskedKind,
    signal: AbortSignal | undefined,
    conditions: Conditions = {},
  ): Promise<Asked & { readonly requests: number }> {
    let method: 'GET' | 'HEAD' = kind === 'external' ? 'HEAD' : 'GET';
    let last: Asked = GIVEN_UP;
    let tries = 0;
    let waited = 0;
    let isKnown = false;
    for (let requests = 0; requests < MAX_REQUESTS; requests += 1) {
      const answer = await send(
        url,
        kind,
        method,
        { isRetry: tries > 0, isLenient: last.reason === 'protocol' },
        conditions,
        signal,
      );
      if (!answer) return { ...last, requests };
      const { hasNewCookie = false, ...asked } = answer;
      last = asked;
      if (method === 'HEAD' && refusesHead(asked)) method = 'GET';
      // A wall that lets through whoever brings back its cookie.
      else if (asked.outcome === 'redirected' && hasNewCookie && !isKnown) isKnown = true;
      else {
        const wait = waitBefore(tries, asked, limits, options.now());
        waited += wait ?? 0;
        if (wait === null || waited > limits.patience) return { ...asked, requests: requests + 1 };
        tries += 1;
        await sleep(wait, undefined, signal ? { signal } : {});
      }
    }
    return { ...last, requests: MAX_REQUESTS };
  }

  /** A redirect leads to a public name. */
  function named<T extends Asked>(asked: T): T {
    if (asked.outcome !== 'redirected' || asked.location === undefined) return asked;
    return { ...asked, location: site.publicName(new URL(asked.location)).href };
  }

  async function fetchSite(
    { url: written, kind, isWhole, conditions, isKnown }: FetchRequest,
    signal?: AbortSignal,
  ): Promise<Fetched> {
    const fetchedOn = options.now().toISOString().slice(0, 10);
    const nothing = { headers: {}, fetchedOn, requests: 0 };
    const url = URL.parse(written);
    if (!url) return { url: written, outcome: 'invalid_content', reason: 'address', ...nothing };
    url.username = url.password = url.hash = '';
    const unasked = (verdict: Verdict): Fetched => ({ url: url.href, ...verdict, ...nothing });

    const refusal = guard.checkUrl(site.servedAt(url));
    if (refusal) return unasked({ outcome: 'out_of_scope', reason: refusal });
    const forbidden = options.readsRobots === false ? null : await robots.refusal(url, signal);
    if (forbidden) return unasked(forbidden);

    if (isKnown === true) return { ...unasked({ outcome: 'ok' }), status: NOT_MODIFIED };

    const askedKind = kind === 'document' && isWhole === true ? 'whole' : kind;
    const { cookies = [], ...asked } = named(await ask(url, askedKind, signal, conditions));
    const left = namesOf(cookies);
    return {
      ...asked,
      ...(left.length === 0 ? {} : { cookies: left }),
      ...{ url: url.href, headers: kept(asked.headers), fetchedOn },
    };
  }

  return { fetch: fetchSite, close: exchange.close, requestCount: () => sent };
}

/** What is asked as it is stored: a part of a compressed file tells nothing of it. */
const PLAIN: ReadonlySet<AskedKind> = new Set(['document', 'whole', 'robots']);

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function kept(headers: Answer['headers'] = {}): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (!KEPT_HEADERS.test(name)) return [];
    if (name !== 'content-security-policy') return [[name, cut(value, MAX_HEADER)]];
    return value.length > MAX_POLICY ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** At most 20, cut. */
function namesOf(cookies: readonly string[]): string[] {
  const names = cookies.map((cookie) => cut((cookie.slice(0, MAX_HEADER).split('=')[0] ?? '').trim(), 60));
  return [...new Set(names.filter((name) => name !== ''))].sort().slice(0, 20);
}
