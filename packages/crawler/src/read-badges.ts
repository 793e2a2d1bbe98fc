import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';

/** A badge of results, as the source of the page holds it. */
export interface BadgeFacts extends PlaceFacts {
  /** Address of its results file as written; `null` when it holds them or a script gives them. */
  readonly src: string | null;
}

const BADGE = 'qp-results-badge';
const MAX = 5;

/** The badges of a page. */
export function readBadges({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): BadgeFacts[] {
  return tags
    .filter(({ name }) => name === BADGE)
    .slice(0, MAX)
    .map((tag) => ({ ...placeOf(tag), src: tag.attributes['src']?.slice(0, 500) ?? null }));
}
