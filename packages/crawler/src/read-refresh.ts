import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';

/** A refresh that the page announces in its head. */
export interface RefreshFacts extends PlaceFacts {
  readonly seconds: number;
  /** Where it leads, as written; `null` when the page is loaded again. */
  readonly href: string | null;
}

/** Who is given twenty hours is not hurried (RGAA 13.1), in seconds. */
const LONG = 72_000;

/** Whether the refresh that a browser obeys, the first, leaves too little time. */
export function isHurried([first]: readonly RefreshFacts[]): boolean {
  return first !== undefined && first.seconds > 0 && first.seconds <= LONG;
}

/** The refreshes that a browser obeys, in document order; it obeys the first one. */
export function readRefreshes({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): RefreshFacts[] {
  return tags.flatMap((tag) => {
    const { name, attributes } = tag;
    if (name !== 'meta' || !/^refresh$/i.test(attributes['http-equiv'] ?? '')) return [];
    const read = /^\s*(\d+)(?:\.[\d.]*)?(?=[;,\s]|$)\s*(?:[;,\s]\s*(?:url\s*=\s*)?["']?([^"']*))?/i.exec(
      attributes['content'] ?? '',
    );
    if (!read) return [];
    const href = read[2]?.trim();
    return { seconds: Number(read[1]), href: href ? href.slice(0, 500) : null, ...placeOf(tag) };
  });
}
