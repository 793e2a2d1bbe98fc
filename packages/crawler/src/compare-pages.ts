import type { ComparedAddress, ComparedAudit } from './compare-side.ts';

/** The pages of two audits of one site, one beside the other. */
export interface PagePairs {
  /** Pages that were read under one address, and are now read under another. */
  readonly moves: ReadonlyMap<string, string>;
  /** The later address of an earlier page or target; its own when it did not move. */
  readonly later: (url: string) => string;
  /** The earlier address of a later page. */
  readonly earlier: (url: string) => string;
}

/** An audit with its addresses at hand. */
export interface Addressed {
  readonly known: ReadonlyMap<string, ComparedAddress>;
  /** Those that were read as pages. */
  readonly read: ReadonlyMap<string, ComparedAddress>;
}

/** Sets the addresses of an audit at hand. */
export function addressed({ addresses }: Pick<ComparedAudit, 'addresses'>): Addressed {
  const read = addresses.filter(
    ({ kind, look }) => kind === 'page' && look !== 'none' && look !== 'answered',
  );
  return { known: byUrl(addresses), read: byUrl(read) };
}

/**
 * Finds the pages that moved: an earlier page that is read no more under its
 * address is the new page to which it leads, that bears its address among its
 * other names, or that alone bears its title on both sides. One page moves to
 * one page: what joins a page that was already there did not move, it went.
 */
export function pairPages(before: Addressed, after: Addressed): PagePairs {
  const moves = new Map<string, string>();
  const back = new Map<string, string>();
  const isFresh = (url: string): boolean => after.read.has(url) && !before.read.has(url) && !back.has(url);
  const move = (from: string, to: string | undefined): void => {
    if (to === undefined || moves.has(from) || !isFresh(to)) return;
    moves.set(from, to);
    back.set(to, from);
  };
  const left = [...before.read.values()].filter(({ url }) => !after.read.has(url));
  const named = new Map<string, string>();
  for (const { url, names = [] } of after.read.values()) for (const name of names) named.set(name, url);
  for (const { url } of left) move(url, after.known.get(url)?.to);
  for (const { url } of left) move(url, named.get(url));
  for (const { url, names = [] } of left) move(url, names.find(isFresh));
  const [old, now] = [byTitle(before.read), byTitle(after.read)];
  for (const { url, title = '' } of left) {
    // A page that could not be read this time is still where it was.
    const there = after.known.get(url);
    const hasLeft = there === undefined || there.isGone === true;
    if (hasLeft && old.get(title) === url) move(url, now.get(title) ?? undefined);
  }
  return {
    moves,
    later: (url) => moves.get(url) ?? url,
    earlier: (url) => back.get(url) ?? url,
  };
}

function byUrl(addresses: readonly ComparedAddress[]): Map<string, ComparedAddress> {
  return new Map(addresses.map((address) => [address.url, address]));
}

/** The only page that bears each title; `null` where there are several. */
function byTitle(pages: ReadonlyMap<string, ComparedAddress>): Map<string, string | null> {
  const titles = new Map<string, string | null>();
  for (const { url, title = '' } of pages.values()) {
    if (title.trim() !== '') titles.set(title, titles.has(title) ? null : url);
  }
  return titles;
}
