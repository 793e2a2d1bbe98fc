import type { HtmlFacts, PageFacts } from './facts.ts';
import { fold } from './text.ts';

/** Where a page leads, kept as numbers: the addresses would be too long. */
export interface ReachRow {
  readonly url: string;
  readonly isHome: boolean;
  /** It lists the pages of the site: nobody is led by it. */
  readonly isMap: boolean;
  readonly key: number;
  readonly links: readonly number[];
  /** Whether all its links were kept, and followed by the audit. */
  readonly isWhole: boolean;
}

/** Numbers kept of a page: 1 KB. */
const MAX_LINKS = 250;
const MAP = /^(?:le )?plan (?:du|de|de ce) site\b/;

/** The row of a page; an extra view of another one leads where that one does. */
export function reachRow({ url, html }: Pick<PageFacts, 'url'> & { readonly html: HtmlFacts }): ReachRow {
  const led = new Set<number>();
  for (const { kind, url: to, target } of html.links) {
    if (kind !== 'page' || to === null) continue;
    led.add(keyOf(to));
    if (target?.finalUrl !== undefined) led.add(keyOf(target.finalUrl));
  }
  const links = [...led];
  return {
    url,
    isHome: html.kind === 'home',
    isMap: MAP.test(fold(html.title ?? '')),
    key: keyOf(html.viewOf ?? url),
    links: links.slice(0, MAX_LINKS),
    isWhole: links.length <= MAX_LINKS && !isCut({ html }),
  };
}

/** Whether the audit left pages unread for want of time: what was not seen may be there. */
export function isCut({ html }: { readonly html: Pick<HtmlFacts, 'links'> }): boolean {
  return html.links.some(
    ({ kind, target }) =>
      kind === 'page' &&
      target !== undefined &&
      (target.reason === 'budget' || target.outcome === 'network_error' || target.outcome === 'timeout'),
  );
}

/**
 * Clicks from the home page to each page, the site map left out; a page that no
 * such way leads to is absent. `null` when the home page was not read.
 */
export function clicksFromHome(rows: readonly ReachRow[]): ReadonlyMap<string, number> | null {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  let level = rows.filter(({ isHome }) => isHome);
  if (level.length === 0) return null;
  const clicks = new Map<string, number>();
  const met = new Set(level.map(({ key }) => key));
  for (let count = 0; level.length > 0; count++) {
    for (const { url } of level) clicks.set(url, count);
    const next: ReachRow[] = [];
    // A link met again leads nowhere new: a level of thousands of pages has a million of them.
    for (const { isMap, links } of level)
      for (const key of isMap ? [] : links) {
        if (met.has(key)) continue;
        met.add(key);
        next.push(...(byKey.get(key) ?? []));
      }
    level = next;
  }
  return clicks;
}

/** The number that stands for an address: FNV-1a, 32 bits. */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
