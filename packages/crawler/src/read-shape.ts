import { createHash } from 'node:crypto';
import { Known } from './known.ts';
import type { Dom, Tag } from './read-dom.ts';

/** Below, pages of one template differ by what they say. */
const MAX_DEPTH = 8;
const WITHOUT_SHAPE = new Set('head script style link meta noscript title br'.split(' '));
/** Classes that say which page it is, or what the reader has just done, not what the element is. */
const PASSING = /\d{3}|(?:^|[-_])(?:active|current|selected|expanded|open|collapsed)$/;
/** Attributes whose value decides what assistive technology is told; of others, only whether they say something. */
const BY_VALUE =
  /^(?:role|type|lang|style|dir|tabindex|scope|target|aria-(?!label|labelledby|describedby|controls|owns|details|activedescendant).+)$/;
const BY_PRESENCE =
  /^(?:alt|title|href|for|headers|summary|autocomplete|placeholder|required|disabled|hidden|controls|autoplay|muted|usemap|contenteditable|accesskey|align|bgcolor|border|color|width|height|on[a-z]+|aria-.+)$/;

/** What of an attribute makes a kind. */
type Part = 'value' | 'presence' | 'nothing';

const parts = new Known<Part>();

function partOf(name: string): Part {
  if (BY_VALUE.test(name)) return 'value';
  return BY_PRESENCE.test(name) ? 'presence' : 'nothing';
}

/** Seen by a reader, although what is between their tags is not read as text. */
const SEEN = new Set('html iframe object select textarea'.split(' '));

/** Hash of what surrounds the main part: pages of one template share it. */
export function readTemplate({ tags }: Dom): string {
  const root = tags.find(({ name }) => name === 'body') ?? tags.find(({ parent }) => parent === null);
  return hash(root ? shapeOf(root, 0) : '');
}

/**
 * Hashes of the kinds of elements of the page, so that one page for each kind
 * shows a browser all of them. What makes an element fail makes it a kind: no
 * alternative, no text, no label, a style of its own.
 */
export function readComponents({ tags }: Dom): string[] {
  const labelled = new Set(
    tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes['for'] ?? []) : [])),
  );
  const kinds = new Set(
    tags.filter(({ shown, name }) => shown || SEEN.has(name)).map((tag) => kindOfElement(tag, labelled)),
  );
  return [...kinds].map((kind) => hashes.get(kind, hash)).sort();
}

/** Empty for what belongs to the main part, where a page has no `main` to stop at. */
function shapeOf(tag: Tag, depth: number): string {
  if (tag.inMain && tag.zone === 'main') return 'main';
  const inner = depth === MAX_DEPTH ? [] : tag.children.filter(({ name }) => !WITHOUT_SHAPE.has(name));
  // A menu of six entries and one of seven are the same menu.
  const shapes = new Set(inner.map((child) => shapeOf(child, depth + 1)).filter((shape) => shape !== ''));
  if (tag.inMain && shapes.size === 0) return '';
  return `${tag.name}${classesOf(tag)}(${[...shapes].join()})`;
}

function kindOfElement(tag: Tag, labelled: ReadonlySet<string>): string {
  const attributes: string[] = [];
  for (const [name, value = ''] of Object.entries(tag.attributes)) {
    const part = parts.get(name, partOf);
    if (part === 'value') attributes.push(`${name}=${value.trim()}`);
    else if (part === 'presence') attributes.push(value.trim() === '' ? `${name}=` : name);
  }
  const isLabelled = labelled.has(tag.attributes['id'] ?? '') || tag.parent?.name === 'label';
  return [
    `${tag.name}${classesOf(tag)}`,
    ...attributes.sort(),
    tag.hasText ? 'text' : '',
    isLabelled ? 'label' : '',
  ].join('\n');
}

function classesOf({ classes }: Tag): string {
  if (classes.length === 0) return '';
  return [...new Set(classes.filter((word) => !PASSING.test(word)))]
    .sort()
    .map((word) => `.${word}`)
    .join('');
}

const hashes = new Known<string>();

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
