import { AFTER_ALL } from './audit-file-queue.ts';
import type { AuditFile, Target } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { priorityOf, shapeOf } from './discover.ts';
import type { Fetched } from './fetch.ts';
import { NOT_MODIFIED } from './fetch.ts';
import { askAgain, revived, type Refetched } from './since-known.ts';
import { vouchedFor } from './since-page.ts';
import { fetchOrStop } from './stop.ts';

/** Hops of one address followed at once because they only change its spelling. */
const SPELLINGS = 5;
/** A chain of redirects that makes its addresses as it goes ends here: each hop waits for those before it. */
const MAX_HOPS = 20;

/** A redirect leads to an address of its own: each is asked once, and loops are seen in the stored chain. */
export function nextHop(target: Target, { location }: Fetched, { rules }: Plan): Target | undefined {
  const url = location === undefined ? null : rules.addressing.canonical(location, target.url);
  if (url === null || target.priority >= AFTER_ALL * MAX_HOPS) return undefined;
  const kind = rules.addressing.isInternal(url)
    ? target.kind === 'external'
      ? 'page'
      : target.kind
    : 'external';
  const address = rules.addressing.fetchable(url);
  const priority = AFTER_ALL * (1 + Math.floor(target.priority / AFTER_ALL)) + priorityOf(address, rules);
  // A chain is followed before the next depth, whatever the budget leaves of that one; last, so that
  // the order within a depth never depends on who answered first.
  const next: Target = { url: address, kind, depth: target.depth, priority };
  return kind === 'page' ? { ...next, pattern: shapeOf(address, rules), parent: target.url } : next;
}

/** Redirects that a wall is made of at most: the page, and what gives the cookie. */
const WALL = 5;

/**
 * The address to ask once more, where a redirect closes a circle in which a cookie
 * was given: a wall lets through whoever brings it back. Once for each address: a
 * server that gives a cookie each time leads nowhere.
 */
export function behindWall(
  { url }: Target,
  { cookies }: Fetched,
  next: Target | undefined,
  file: AuditFile,
): string | undefined {
  if (next?.kind !== 'page' || file.wasReopened(url)) return undefined;
  let hasCookie = cookies !== undefined;
  for (let row = file.row(next.url), hops = 0; row?.location !== undefined && hops < WALL; hops += 1) {
    hasCookie ||= row.cookies !== undefined;
    if (row.location === url) return hasCookie && !file.wasReopened(next.url) ? next.url : undefined;
    row = file.row(row.location);
  }
  return undefined;
}

/** The stored chain is one of canonical addresses. */
export function leadingTo(fetched: Fetched, next: Target | undefined): Fetched {
  return next ? { ...fetched, location: next.url } : fetched;
}

/** Asks an address; follows at once the hops that lead to another spelling of the same one (scheme, www, index.php). */
export async function ask(
  target: Target,
  plan: Plan,
  file: AuditFile,
  world: World,
  isWhole = false,
): Promise<Refetched & { names: readonly string[] }> {
  const vouched = await vouch(target, plan, file, world);
  if (vouched) return { ...vouched, names: [] };
  const { addressing } = plan.rules;
  const { kind } = target;
  let fetched = await askAgain({ url: target.url, kind, isWhole }, target.url, plan, world);
  let requests = fetched.requests;
  const seen = new Set([target.url]);
  while (fetched.location !== undefined && seen.size <= SPELLINGS) {
    const { location } = fetched;
    if (seen.has(location) || addressing.canonical(location, target.url) !== target.url) break;
    seen.add(location);
    fetched = await askAgain({ url: location, kind, isWhole }, target.url, plan, world);
    requests += fetched.requests;
  }
  const names = [...seen].slice(1).flatMap((url) => addressing.spelling(url, url)?.url ?? []);
  return { ...fetched, requests, names };
}

/** The answer of a page that need not be asked: it may be, and the days that the site gives vouch for what is known. */
async function vouch(
  target: Target,
  plan: Plan,
  file: AuditFile,
  world: World,
): Promise<Refetched | undefined> {
  const found = vouchedFor(target, plan, file, world.now().toISOString().slice(0, 10));
  if (!found) return undefined;
  // What robots.txt or the guard now forbid is not taken from a file either.
  const { url, kind } = target;
  const allowed = await fetchOrStop({ url, kind, isKnown: true }, plan.signal, world);
  return allowed.status === NOT_MODIFIED ? revived(found.known, allowed, found.how) : allowed;
}
