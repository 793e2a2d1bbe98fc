import type { Addressing } from './address.ts';
import type { Target } from './audit-file.ts';
import type { HtmlFacts, LinkFacts } from './facts.ts';

/** What decides which addresses are asked, and in which order. */
export interface DiscoveryRules {
  readonly addressing: Addressing;
  /** Canonical addresses that the configuration names. */
  readonly pinned: ReadonlySet<string>;
  /** Beginnings of canonical addresses never requested. */
  readonly deny: readonly string[];
}

/** Where a page leads: addresses to ask, and hash-bang views of pages. */
export interface Discovered {
  readonly targets: readonly Target[];
  /** Page and view. */
  readonly views: readonly (readonly [string, string])[];
}

const SHEET_VIEW = /#!\/?[A-Za-z]+\/page\/[FNR]\d{1,6}$/;

/** Reads where the links of a page lead; its extra views and lists come after what people read. */
export function discover(html: HtmlFacts, depth: number, rules: DiscoveryRules): Discovered {
  const targets = new Map<string, Target>();
  const views: (readonly [string, string])[] = [];
  for (const link of html.links) {
    const target = targetOf(link, depth + 1, rules);
    if (!target) continue;
    if (link.url !== null && SHEET_VIEW.test(link.url)) views.push([target.url, link.url]);
    if (!targets.has(target.url)) targets.set(target.url, target);
  }
  return { targets: [...targets.values()], views };
}

function targetOf({ kind, url }: LinkFacts, depth: number, rules: DiscoveryRules): Target | null {
  if (url === null || (kind !== 'page' && kind !== 'document' && kind !== 'external')) return null;
  const address = rules.addressing.fetchable(url);
  return { url: address, kind, depth, priority: priorityOf(address, rules) };
}

/** What the configuration needs, then procedures, then the rest, then lists and their pagers. */
export function priorityOf(url: string, { addressing, pinned }: DiscoveryRules): number {
  if (pinned.has(url)) return 0;
  if (addressing.viewOf(url) !== null) return 3;
  return /^\/d(e|%C3%A9)marches/i.test(new URL(url).pathname) ? 1 : 2;
}

/** Why an address is not asked at all, or `null` when it is. */
export function refusal(url: string, { addressing, deny }: DiscoveryRules): 'denied' | 'never-asked' | null {
  if (deny.some((prefix) => url.startsWith(prefix))) return 'denied';
  return addressing.neverAsked(url) ? 'never-asked' : null;
}
