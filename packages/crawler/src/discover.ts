import type { Addressing } from './address.ts';
import type { Target } from './audit-file.ts';
import type { HtmlFacts } from './facts.ts';
import { Known } from './known.ts';
import { strayMenu, type LinkingPage } from './stray-menu.ts';
import { isTrap, listOf, pagerPattern, patternOf, type TrapReason } from './trap.ts';

/** What decides which addresses are asked, and in which order. */
export interface DiscoveryRules {
  readonly addressing: Addressing;
  /** Canonical addresses that the configuration names. */
  readonly pinned: ReadonlySet<string>;
  /** Beginnings of canonical addresses never requested. */
  readonly deny: readonly string[];
  /** Pages read of one shape of address that breeds itself; `MAX_PER_PATTERN` unless told. */
  readonly maxPerPattern?: number;
  /** Files asked of one folder; `MAX_PER_FOLDER` unless told. */
  readonly maxPerFolder?: number;
  /** Addresses asked on other sites; `MAX_LINKS` unless told. */
  readonly maxLinks?: number;
}

/** A page that is being read, as the queue knows it. */
export interface Parent {
  readonly url: string;
  readonly depth: number;
  /** Shapes of the addresses that led to it, its own the last. */
  readonly lineage: readonly string[];
  /** The page that led to it, where it was read. */
  readonly above?: () => LinkingPage | undefined;
}

/** Where a page leads. */
export interface Discovered {
  readonly targets: readonly Target[];
  /** Hash-bang views of pages: page and view. */
  readonly views: readonly (readonly [string, string])[];
  /** Other names of pages: page and name. */
  readonly aliases: readonly (readonly [string, string])[];
  /** Addresses made without end, seen as such at once: never queued. */
  readonly traps: readonly (readonly [string, TrapReason])[];
}

const SHEET_VIEW = /#!\/?[A-Za-z]+\/page\/[FNR]\d{1,6}$/;
const PROCEDURES = /^\/(?:index\.php\/)?(?:vos-|les-)?d(?:e|%C3%A9)marches/i;
/** What the grid looks for, wherever the site keeps it. */
const GRID_PAGES =
  /^\/(?:[^?]*\/)?(?:mentions?-legales?|accessibilite|declaration-d-accessibilite|(?:demarche-)?qualite|horaires[^/?]*|plan-du-site|donnees-personnelles|gestion-des-cookies|contact(?:ez-nous)?|(?:suggestions|reclamations)[^/?]*)\/?$/;
/** Collections of acts: hundreds of pages that nobody reads in order. */
const ACTS = /\/(?:raa(?![a-z])|recueils?[-_]des[-_]actes)/i;

/** Other names and views that one page brings, and traps: a page can make them without end, and none is asked. */
const MAX_ASIDE = 1_000;

/** Reads where the links of a page lead; its extra views and lists come after what people read. */
export function discover(html: HtmlFacts, parent: Parent, rules: DiscoveryRules): Discovered {
  const { addressing } = rules;
  const targets = new Map<string, Target>();
  const traps = new Map<string, TrapReason>();
  const views: (readonly [string, string])[] = [];
  const aliases: (readonly [string, string])[] = [];
  const lineage = new Set(parent.lineage);
  const strayed = strayMenu({ url: parent.url, links: html.links }, parent.above);
  const seen = new Set<string>();
  const links = html.links.map((link) => ({ ...link, isFrame: false }));
  for (const { kind, url, spelling, isFrame } of [...links, ...html.leads]) {
    if (url === null || (kind !== 'page' && kind !== 'document' && kind !== 'external')) continue;
    const address = addressing.fetchable(url);
    if (spelling !== undefined) {
      if (spelling.hasSession) traps.set(spelling.url, 'session');
      aliases.push([address, spelling.url]);
    }
    if (url !== address && SHEET_VIEW.test(url)) views.push([address, url]);
    if (seen.has(address)) continue;
    seen.add(address);
    const trap = kind !== 'page' ? null : strayed.has(url) ? 'menu' : isTrap(address, parent.lineage);
    if (trap) traps.set(address, trap);
    else
      targets.set(address, {
        ...targetOf(address, kind, parent, lineage, rules),
        ...(isFrame && { isFrame }),
      });
  }
  return {
    targets: [...targets.values()],
    views: views.slice(0, MAX_ASIDE),
    aliases: aliases.slice(0, MAX_ASIDE),
    traps: [...traps].slice(0, MAX_ASIDE),
  };
}

function targetOf(
  url: string,
  kind: Target['kind'],
  { url: parent, depth }: Parent,
  lineage: ReadonlySet<string>,
  rules: DiscoveryRules,
): Target {
  const base = { url, kind, depth: depth + 1, priority: priorityOf(url, rules) };
  if (kind !== 'page') return base;
  const pattern = shapeOf(url, rules);
  return { ...base, pattern, isBred: lineage.has(pattern), parent };
}

/** The shape that a budget counts an address under. */
export function shapeOf(url: string, { addressing }: DiscoveryRules): string {
  return shapes.get(url, () => {
    const view = addressing.viewOf(url);
    if (view !== null) return pagerPattern(view);
    const list = listOf(url);
    // By its shape: lists made without end would each bring their pages.
    return list === null ? patternOf(url) : pagerPattern(patternOf(list));
  });
}

/** The address alone says both, and each page of a site leads to what its menus lead to. */
const shapes = new Known<string>();
const priorities = new Known<number>();

/** What configuration and grid need, then procedures, then the rest, then lists, their pagers and the acts. */
export function priorityOf(url: string, { addressing, pinned }: DiscoveryRules): number {
  if (pinned.has(url)) return 0;
  return priorities.get(url, () => {
    const { pathname } = new URL(url);
    if (addressing.viewOf(url) !== null || ACTS.test(pathname)) return 3;
    if (GRID_PAGES.test(pathname.toLowerCase())) return 0;
    return PROCEDURES.test(pathname) ? 1 : 2;
  });
}

/** Why an address is not asked at all, or `null` when it is. */
export function refusal(url: string, { addressing, deny }: DiscoveryRules): 'denied' | 'never-asked' | null {
  if (deny.some((prefix) => url.startsWith(prefix))) return 'denied';
  return addressing.neverAsked(url) ? 'never-asked' : null;
}
