import type { Target } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { priorityOf, shapeOf } from './discover.ts';
import type { Fetched } from './fetch.ts';
import { fetchOrStop } from './stop.ts';

/** Hops of one address followed at once because they only change its spelling. */
const SPELLINGS = 5;
/** Added to the priority of where a redirect leads. */
const AFTER_ALL = 100;
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

/** The stored chain is one of canonical addresses. */
export function leadingTo(fetched: Fetched, next: Target | undefined): Fetched {
  return next ? { ...fetched, location: next.url } : fetched;
}

/** Asks an address; follows at once the hops that lead to another spelling of the same one (scheme, www, index.php). */
export async function ask(
  target: Target,
  plan: Plan,
  world: World,
  isWhole = false,
): Promise<Fetched & { names: readonly string[] }> {
  const { addressing } = plan.rules;
  const { kind } = target;
  let fetched = await fetchOrStop({ url: target.url, kind, isWhole }, plan.signal, world);
  let requests = fetched.requests;
  const seen = new Set([target.url]);
  while (fetched.location !== undefined && seen.size <= SPELLINGS) {
    const { location } = fetched;
    if (seen.has(location) || addressing.canonical(location, target.url) !== target.url) break;
    seen.add(location);
    fetched = await fetchOrStop({ url: location, kind, isWhole }, plan.signal, world);
    requests += fetched.requests;
  }
  const names = [...seen].slice(1).flatMap((url) => addressing.spelling(url, url)?.url ?? []);
  return { ...fetched, requests, names };
}
