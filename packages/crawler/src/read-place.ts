import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';

/** Ids and classes that a selector can hold as they are, and that the next visit will find again. */
const STABLE = /^[a-z_](?!.*\d{5})[\w-]{0,60}$/i;
/** Deeper, a selector helps nobody: it still matches, but maybe not that element alone. */
const MAX_STEPS = 60;

interface Siblings {
  readonly counts: ReadonlyMap<string, number>;
  /** Rank among the siblings of the same name, from 1. */
  readonly ranks: ReadonlyMap<Tag, number>;
}

/**
 * Says where elements stand. A selector starts at the closest element that an
 * id, a name or a class tells apart in the page, and goes down from there.
 */
export function placesOf({ tags }: Dom): (tag: Tag) => PlaceFacts {
  const inPage = countKeys(tags);
  const families = new Map<Tag, Siblings>();

  const anchorOf = (tag: Tag): string | undefined => keysOf(tag).find((key) => inPage.get(key) === 1);

  const stepOf = (tag: Tag, parent: Tag): string => {
    const siblings = families.get(parent) ?? siblingsIn(parent);
    families.set(parent, siblings);
    const key = keysOf(tag).find((candidate) => siblings.counts.get(candidate) === 1);
    return key ?? `${escapeName(tag)}:nth-of-type(${String(siblings.ranks.get(tag) ?? 1)})`;
  };

  const selectorOf = (tag: Tag): string => {
    const steps: string[] = [];
    for (let at: Tag | null = tag; at && steps.length < MAX_STEPS; at = at.parent) {
      const anchor = anchorOf(at);
      if (anchor !== undefined) return [...steps, anchor].reverse().join(' > ');
      steps.push(at.parent ? stepOf(at, at.parent) : escapeName(at));
    }
    return steps.reverse().join(' > ');
  };

  return (tag) => ({ selector: selectorOf(tag), line: tag.line, zone: tag.zone });
}

/** Simple selectors that match an element, the most telling first. */
function keysOf(tag: Tag): string[] {
  const id = tag.attributes['id'] ?? '';
  const name = escapeName(tag);
  const classes = tag.classes.filter((word) => STABLE.test(word)).map((word) => `${name}.${word}`);
  return [...(STABLE.test(id) ? [`#${id}`] : []), name, ...classes];
}

/** Word's `o:p` is a name too. */
function escapeName({ name }: Tag): string {
  return name.replace(/[^\w-]/g, '\\$&');
}

function countKeys(tags: Iterable<Tag>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) for (const key of new Set(keysOf(tag))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function siblingsIn(parent: Tag): Siblings {
  const ranks = new Map<Tag, number>();
  const met = new Map<string, number>();
  for (const child of parent.children) {
    const rank = (met.get(child.name) ?? 0) + 1;
    met.set(child.name, rank);
    ranks.set(child, rank);
  }
  return { counts: countKeys(parent.children), ranks };
}
