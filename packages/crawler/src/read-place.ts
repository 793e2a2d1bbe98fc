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
  const known = new Map<Tag, readonly string[]>();
  const keysOf = (tag: Tag): readonly string[] => {
    const keys = known.get(tag) ?? findKeys(tag);
    known.set(tag, keys);
    return keys;
  };
  let inPage: ReadonlyMap<string, number> | undefined;
  const families = new Map<Tag, Siblings>();
  const steps = new Map<Tag, string>();

  const anchorOf = (tag: Tag): string | undefined => {
    const counts = (inPage ??= countKeys(tags, keysOf));
    return keysOf(tag).find((key) => counts.get(key) === 1);
  };

  const findStep = (tag: Tag, parent: Tag): string => {
    const siblings = families.get(parent) ?? siblingsIn(parent, keysOf);
    families.set(parent, siblings);
    const key = keysOf(tag).find((candidate) => siblings.counts.get(candidate) === 1);
    return key ?? `${escapeName(tag)}:nth-of-type(${String(siblings.ranks.get(tag) ?? 1)})`;
  };

  const stepOf = (tag: Tag, parent: Tag): string => {
    const step = steps.get(tag) ?? findStep(tag, parent);
    steps.set(tag, step);
    return step;
  };

  const selectorOf = (tag: Tag): string => {
    const way: string[] = [];
    for (let at: Tag | null = tag; at && way.length < MAX_STEPS; at = at.parent) {
      const anchor = anchorOf(at);
      if (anchor !== undefined) return [...way, anchor].reverse().join(' > ');
      way.push(at.parent ? stepOf(at, at.parent) : escapeName(at));
    }
    return way.reverse().join(' > ');
  };

  return (tag) => ({ selector: selectorOf(tag), line: tag.line, zone: tag.zone });
}

/** Simple selectors that match an element, the most telling first. */
function findKeys(tag: Tag): readonly string[] {
  const id = tag.attributes['id'] ?? '';
  const name = escapeName(tag);
  const classes = tag.classes.filter((word) => STABLE.test(word)).map((word) => `${name}.${word}`);
  const keys = [...(STABLE.test(id) ? [`#${id}`] : []), name, ...classes];
  return classes.length > 1 ? [...new Set(keys)] : keys;
}

/** Word's `o:p` is a name too. */
function escapeName({ name }: Tag): string {
  return /^[\w-]*$/.test(name) ? name : name.replace(/[^\w-]/g, '\\$&');
}

type KeysOf = (tag: Tag) => readonly string[];

function countKeys(tags: Iterable<Tag>, keysOf: KeysOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) for (const key of keysOf(tag)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function siblingsIn(parent: Tag, keysOf: KeysOf): Siblings {
  const ranks = new Map<Tag, number>();
  const met = new Map<string, number>();
  for (const child of parent.children) {
    const rank = (met.get(child.name) ?? 0) + 1;
    met.set(child.name, rank);
    ranks.set(child, rank);
  }
  return { counts: countKeys(parent.children, keysOf), ranks };
}
