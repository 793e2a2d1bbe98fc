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
 * address is the new page to which it leads, that led to it, that bears its
 * address among its other names, or that alone says the same or bears its title
 * on both sides. One page moves to one page: what joins a page that was already
 * there did not move, it went.
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
  const leaving = new Set(left.map(({ url }) => url));
  // A short address that led to the page has become its own.
  for (const { url, to = '' } of before.known.values()) if (leaving.has(to)) move(to, url);
  for (const sign of [
    ({ content = '' }: ComparedAddress) => content,
    ({ title = '' }: ComparedAddress) => title,
  ]) {
    const [old, now] = [bySign(before.read, sign), bySign(after.read, sign)];
    for (const page of left) {
      // A page that could not be read this time is still where it was.
      const there = after.known.get(page.url);
      const hasLeft = there === undefined || there.isGone === true;
      if (hasLeft && old.get(sign(page)) === page.url) move(page.url, now.get(sign(page)) ?? undefined);
    }
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

/** The only page that bears each sign, its title or what it says; `null` where there are several. */
function bySign(
  pages: ReadonlyMap<string, ComparedAddress>,
  sign: (page: ComparedAddress) => string,
): Map<string, string | null> {
  const signs = new Map<string, string | null>();
  for (const page of pages.values()) {
    const own = sign(page);
    if (own.trim() !== '') signs.set(own, signs.has(own) ? null : page.url);
  }
  return signs;
}
