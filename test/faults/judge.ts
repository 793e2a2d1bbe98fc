import type { AddressFacts } from '@qualepref/crawler';
import { escapeHtml, type Fault, type Logged, type Seen, type WholeReport } from './fault.ts';
import { otherSites } from './hosts.ts';
import { pathOf, playedAt, SECRET, type FaultServer } from './server.ts';

/** What an audit of the faulty site left. */
export interface Played {
  readonly server: FaultServer;
  readonly report: WholeReport;
  /** Text of each file written and of what was printed, by name. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Names found where the audit was told to write, and beside. */
  readonly files: readonly string[];
  readonly code: number | null;
  /** Megabytes, at the highest; absent where the system does not tell. */
  readonly memory?: number;
  /** Seconds. */
  readonly duration: number;
  /** Seconds that each page kept the browser. */
  readonly renderings: ReadonlyMap<string, number>;
}

const MEGABYTE = 1_000_000;
const PAYLOADS = ['<script>globalThis', '<img src=x', '<svg onload', 'href="javascript:'];

/** Of which a timer counts whole ones: it may end as much too soon. */
const MILLISECOND = 0.001;

/** Milliseconds within which an answer may be read, at a pace of 1. */
const IN_TIME = 12_000;

/** How many times longer a page may take where all the checks of the project share the machine: only what freezes takes more. */
const CROWDED = 20;

/** Each fault that was not recorded as it must be, on one line. */
export function wrongFaults(played: Played): string[] {
  const { server, report, outputs } = played;
  const { stage } = server;
  const rows = new Map(report.addresses.map((row) => [keyOf(row.url, stage.origin), row]));
  const wrong = playedAt(stage).flatMap((fault) => {
    const row = rows.get(pathOf(fault));
    const requests = requestsOf(fault, server.log);
    const seen: Seen = { stage, row, rows, requests, report, outputs };
    const complaints = [
      ...wrongOutcome(fault, seen),
      ...wrongRules(fault, seen, played),
      ...(fault.judge?.(seen) ?? []),
    ];
    return complaints.map((complaint) => `${fault.id}: ${complaint}`);
  });
  const besides = otherSites.flatMap(({ id, address, outcomes }) => {
    const outcome = rows.get(address(stage))?.outcome ?? 'absent';
    return outcomes.includes(outcome as AddressFacts['outcome'])
      ? []
      : [`${id}: ${outcome}, not ${outcomes[0] ?? ''}`];
  });
  return [...wrong, ...besides];
}

function keyOf(url: string, origin: string): string {
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}

/** All that was asked for a fault, its queries and what lies below it included. */
function requestsOf(fault: Fault, log: readonly Logged[]): Logged[] {
  const own = [`/${fault.id}`, pathOf(fault)];
  return log.filter(
    ({ site, path }) =>
      site === 'main' &&
      own.some((start) => path.startsWith(start) && /^(?:$|[/?;])/.test(path.slice(start.length))),
  );
}

function wrongOutcome(
  { id, outcomes, isAsset, isEndless }: Fault,
  { row, rows, requests, stage }: Seen,
): string[] {
  if (!row) return isAsset === true ? [] : ['absent from the report'];
  const isRight = ({ outcome }: AddressFacts): boolean => outcomes.includes(outcome);
  if (isRight(row)) return [];
  // A server that its machine kept from answering in time is late indeed.
  const isLate = ({ at, sentAt = 0 }: Logged): boolean => (sentAt - at) * stage.haste > IN_TIME;
  if (row.outcome === 'timeout' && requests.some(isLate)) return [];
  if (isEndless === true && [...rows].some(([path, one]) => path.startsWith(`/${id}`) && isRight(one)))
    return [];
  return [
    `${row.outcome}${row.reason === undefined ? '' : ` (${row.reason})`}, not ${outcomes.join(' or ')}`,
  ];
}

function wrongRules({ rules = {} }: Fault, { row, requests, stage }: Seen, { renderings }: Played): string[] {
  const patience = stage.haste === 1 ? 1 : CROWDED;
  const { maxRequests = Infinity, minGap = 0, maxSeconds = 60, neverAsked, title, finalPath } = rules;
  const starts = requests.map(({ at }) => at);
  const gaps = starts.slice(1).map((at, i) => (at - (starts[i] ?? 0)) / 1_000);
  const seconds = requests.map(({ at, endedAt }) => (endedAt - at) / 1_000);
  const longest = Math.max(0, ...seconds, renderings.get(row?.url ?? '') ?? 0);
  const bytes = Math.max(0, ...requests.map((request) => request.bytes));
  return [
    ...(requests.length > maxRequests
      ? [`${String(requests.length)} requests, of ${String(maxRequests)}`]
      : []),
    ...(neverAsked === true && requests.length > 0 ? ['requested'] : []),
    ...gaps.filter((gap) => gap < minGap - MILLISECOND).map((gap) => `asked again after ${gap.toFixed(1)} s`),
    ...(longest > maxSeconds * patience ? [`${longest.toFixed(1)} s, of ${String(maxSeconds)}`] : []),
    ...(bytes > 100 * MEGABYTE ? [`${String(bytes)} bytes sent`] : []),
    ...(title !== undefined && row?.title !== title ? [`title ${JSON.stringify(row?.title)}`] : []),
    ...(finalPath !== undefined && row?.finalUrl !== stage.origin + finalPath
      ? [`ends on ${row?.finalUrl ?? 'nothing'}`]
      : []),
  ];
}

/** Each rule of the whole run that was broken, on one line. */
export function brokenRules(played: Played): string[] {
  const { server, outputs, files, code, memory = 0, duration } = played;
  const { log, intrusions } = server;
  const counts = new Map<string, number>();
  for (const { site, path } of log) counts.set(`${site} ${path}`, (counts.get(`${site} ${path}`) ?? 0) + 1);
  const each = (rule: string, found: readonly Logged[]): string[] =>
    found.slice(0, 5).map(({ method, path }) => `${rule}: ${method} ${path}`);
  return [
    ...(code === 0 ? [] : [`exit code ${String(code)}`]),
    ...(duration <= 1_200 ? [] : [`${String(duration)} s in all`]),
    ...(memory <= 600 ? [] : [`${String(memory)} MB of memory`]),
    ...intrusions.map((text) => `a private address was contacted: ${text}`),
    ...[...counts].filter(([, n]) => n > 10).map(([path, n]) => `asked ${String(n)} times: ${path}`),
    ...(server.busiest() <= 8 ? [] : [`${String(server.busiest())} requests at once`]),
    ...each(
      'forbidden',
      log.filter(({ path }) => path.startsWith('/private/')),
    ),
    ...each(
      'method',
      log.filter(({ method }) => method !== 'GET' && method !== 'HEAD'),
    ),
    ...each(
      'credential',
      log.filter(({ headers }) => headers.authorization ?? headers['proxy-authorization']),
    ),
    ...each(
      'not named',
      log.filter(({ headers }) => !/\bqualepref\b/.test(headers['user-agent'] ?? '')),
    ),
    ...each(
      'beyond the linked page',
      log.filter(({ site, path }) => site === 'other' && path.startsWith('/deep/')),
    ),
    ...(['main', 'other'] as const).flatMap((name) => {
      const first = log.find(({ site }) => site === name);
      return first === undefined || first.path === '/robots.txt'
        ? []
        : [`${name}: ${first.path} before robots.txt`];
    }),
    ...[...outputs].flatMap(([name, text]) => hostileIn(text).map((what) => `${name} holds ${what}`)),
    ...files
      .filter((name) => !/^(?:[\w.-]*\.yml|out|audit\.sqlite|report\.\w+)$/.test(name))
      .map((name) => `written beside: ${name}`),
  ];
}

function hostileIn(text: string): string[] {
  const control = /[^\P{Cc}\t\n]/u.exec(text)?.[0];
  return [
    ...(control === undefined ? [] : [`a control character ${escapeHtml(JSON.stringify(control))}`]),
    ...(text.includes(SECRET) ? ['what a private neighbour says'] : []),
    ...(/\broot:[^:\s]*:0:0:/.test(text) ? ['a file of this machine'] : []),
    ...(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
      ? ['half a character']
      : []),
    ...PAYLOADS.filter(
      (payload) => text.startsWith('<!') && text.toLowerCase().includes(payload.toLowerCase()),
    ),
  ];
}
