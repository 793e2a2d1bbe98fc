import type { Zone } from './facts.ts';
import { keepWithinBounds } from './read-bounds.ts';
import { parseTree, type ElementNode, type Node } from './read-tree.ts';
import { parseXhtml } from './read-xhtml.ts';
import { collapse, firstOf, joined } from './text.ts';

/** An element, as far as facts need it. Templates, scripts and styles are left out. */
export interface Tag {
  /** Lower case, but for SVG's own names. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly classes: readonly string[];
  readonly parent: Tag | null;
  readonly children: readonly Tag[];
  /** Closest element that is not inline, itself included. */
  readonly block: Tag;
  /** Line of the source, from 1. */
  readonly line: number;
  readonly zone: Zone;
  /** Inside `main`; in a page without it, outside any landmark. */
  readonly inMain: boolean;
  /** Not so: head, `noscript`, options. */
  readonly shown: boolean;
  readonly hasText: boolean;
  /** Told by assistive technologies: by the browser in a snapshot, as far as the source tells elsewhere. */
  readonly isExposed: boolean;
  /** Shown on the screen, likewise. */
  readonly isVisible: boolean;
  /** Its words are those of an icon font, which shows a picture in their place; in a snapshot only. */
  readonly isDrawn: boolean;
  /** Of a shadow tree, whose ids are its own; in a snapshot only. */
  readonly isShadowed: boolean;
  /** Accessible name, in a snapshot only. */
  readonly accessibleName: string | undefined;
  /** The one that a browser computes in a snapshot (`null`: none), the attribute elsewhere. */
  readonly role: string | null;
  /** Its content is `items.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** A run of text that nothing but inline elements interrupts. */
export interface Paragraph {
  /** The block that holds it. */
  readonly tag: Tag;
  readonly text: string;
  /** It is `items.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** A page laid flat, in document order: whoever walks it once is linear, however deep the page. */
export interface Dom {
  readonly tags: readonly Tag[];
  /** Elements and texts; blocks have a space on both sides. */
  readonly items: readonly (Tag | string)[];
  readonly paragraphs: readonly Paragraph[];
  /** Places in `items` where a line ends within a paragraph (`br`). */
  readonly breaks: ReadonlySet<number>;
  /** Addresses of its scripts, as written, with their lines. */
  readonly scripts: readonly { readonly src: string; readonly line: number }[];
}

type Draft = { -readonly [Key in keyof Tag]: Tag[Key] } & { children: Tag[] };

const LEFT_OUT = new Set(['template', 'style']);
const NOT_SHOWN = new Set('head title noscript select textarea datalist iframe object'.split(' '));
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark nobr q s samp small ' +
    'span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
);
/** How far an element looks for the list item, card or cell that holds it. */
const REACH = 20;

/**
 * Reads HTML as browsers do, and in a time that grows as its length does.
 *
 * @param options `isSnapshot`: whether it holds the marks of `probes/snapshot.ts`, which a page's own source can't bring;
 * `isXml`: whether it is served as XML
 */
export function parseDom(
  html: string,
  { isSnapshot = false, isXml = false }: { readonly isSnapshot?: boolean; readonly isXml?: boolean } = {},
): Dom {
  const root = isXml ? parseXhtml(html) : parseTree(keepWithinBounds(html));
  const lineOf = lineFinder(html);
  const tags: Draft[] = [];
  const items: (Tag | string)[] = [];
  const paragraphs: Paragraph[] = [];
  const breaks = new Set<number>();
  const scripts: { src: string; line: number }[] = [];
  let paragraphStart = 0;
  let texts = 0;

  const endParagraph = (tag: Tag): void => {
    let raw = '';
    for (let at = paragraphStart; at < items.length; at++) {
      const item = items[at];
      if (typeof item === 'string') raw += item;
    }
    const text = collapse(raw);
    if (text !== '') paragraphs.push({ tag, text, start: paragraphStart, end: items.length });
    items.push(' ');
    paragraphStart = items.length;
  };

  const stack: { nodes: readonly Node[]; at: number; tag: Draft | null; textsBefore: number }[] = [
    { nodes: root.children, at: 0, tag: null, textsBefore: 0 },
  ];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.nodes[frame.at++];
    const { tag } = frame;
    if (!node) {
      stack.pop();
      if (!tag) continue;
      if (tag.block === tag) endParagraph(tag);
      tag.hasText = texts > frame.textsBefore;
      tag.end = items.length;
    } else if (node.nodeType === 3) {
      items.push(node.data);
      if (/\S/.test(node.data)) texts++;
    } else if (node.nodeType !== 1) {
      continue;
    } else if (node.name === 'script') {
      const { src } = node.attributes;
      if (src !== undefined) scripts.push({ src, line: lineOf(node.start ?? 0) });
    } else if (!LEFT_OUT.has(node.name)) {
      const line = node.start === null ? (tag?.line ?? 1) : lineOf(node.start);
      const child = draft(node, tag, line, isSnapshot);
      if (child.block === child && tag) endParagraph(tag.block);
      tags.push(child);
      tag?.children.push(child);
      if (child.name === 'br') breaks.add(items.length);
      items.push(child.name === 'br' ? ' ' : child);
      child.start = items.length;
      stack.push({ nodes: node.children, at: 0, tag: child, textsBefore: texts });
    }
  }
  // What cheerio makes for a page outlives it until the next full collection of the heap: it must not hold the page.
  root.children = [];
  if (!tags.some((tag) => tag.inMain)) for (const tag of tags) tag.inMain = tag.shown && tag.zone === 'body';
  return { tags, items, paragraphs, breaks, scripts };
}

/** Collapsed text of an element, cut at `max` characters; alternatives of images count, hidden icons do not. */
export function nameOf({ items }: Dom, tag: Tag, max = 1_000): string {
  if (tag.accessibleName !== undefined) return firstOf(tag.accessibleName, max);
  const label = collapse(tag.attributes['aria-label'] ?? '');
  if (label !== '') return firstOf(label, max);
  let text = '';
  for (let at = tag.start; at < tag.end && text.length < max; at++) {
    const item = items[at] ?? '';
    if (typeof item === 'string') text = joined(text, item);
    else if (item.attributes['aria-hidden'] === 'true') at = item.end - 1;
    else if (item.name === 'img') text += item.attributes['alt'] ?? '';
  }
  return firstOf(collapse(text) || collapse(tag.attributes['title'] ?? ''), max);
}

/** Collapsed text of `items.slice(start, end)`, cut at `max` characters. */
export function textBetween({ items }: Dom, start: number, end: number, max: number): string {
  let text = '';
  for (let at = start; at < end && text.length < max; at++) {
    const item = items[at];
    if (typeof item === 'string') text = joined(text, item);
  }
  return firstOf(collapse(text), max);
}

/** Elements that begin in `items.slice(start, end)`. */
export function tagsBetween({ items }: Dom, start: number, end: number): Tag[] {
  return items.slice(start, end).filter((item) => typeof item === 'object');
}

/** The element itself or the closest ancestor that `test` accepts, not far away. */
export function closest(tag: Tag, test: (tag: Tag) => boolean): Tag | null {
  let found: Tag | null = tag;
  for (let step = 0; found && !test(found); step++) found = step < REACH ? found.parent : null;
  return found;
}

function draft(node: ElementNode, parent: Tag | null, line: number, isSnapshot: boolean): Draft {
  const { name, attributes, marks } = node;
  const classes = wordsIn(attributes['class'] ?? '');
  const zone = zoneOf(name, attributes, classes, parent?.zone ?? 'body');
  const tag: Omit<Draft, 'block'> = {
    name,
    attributes,
    classes,
    parent,
    line,
    zone,
    children: [],
    inMain: (parent?.inMain ?? false) || isMain(name, attributes),
    shown: (parent?.shown ?? true) && !NOT_SHOWN.has(name),
    hasText: false,
    ...(isSnapshot ? seenBy(marks) : guessed(attributes, parent)),
    start: 0,
    end: 0,
  };
  const whole = tag as Draft;
  whole.block = INLINE.has(name) && parent ? parent.block : whole;
  return whole;
}

function wordsIn(list: string): string[] {
  if (list === '') return [];
  return /\s/.test(list) ? list.split(/\s+/).filter((word) => word !== '') : [list];
}

type Seen = Pick<Tag, 'isExposed' | 'isVisible' | 'isDrawn' | 'isShadowed' | 'accessibleName' | 'role'>;

function seenBy(marks: Tag['attributes']): Seen {
  return {
    isExposed: marks['qp-hidden'] === undefined,
    isVisible: marks['qp-unseen'] === undefined,
    isDrawn: marks['qp-drawn'] !== undefined,
    isShadowed: marks['qp-shadowed'] !== undefined,
    accessibleName: marks['qp-name'],
    role: marks['qp-role'] || null,
  };
}

/** As far as the source tells: style sheets may hide more. */
function guessed(attributes: Tag['attributes'], parent: Tag | null): Seen {
  const { style } = attributes;
  const isVisible =
    (parent?.isVisible ?? true) &&
    attributes['hidden'] === undefined &&
    (style === undefined ||
      !/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style));
  return {
    isVisible,
    isExposed: isVisible && (parent?.isExposed ?? true) && attributes['aria-hidden'] !== 'true',
    isDrawn: false,
    isShadowed: parent?.isShadowed ?? false,
    accessibleName: undefined,
    role: attributes['role']?.trim().split(/\s+/)[0] ?? null,
  };
}

/** The closest landmark; a `header` or `footer` inside another one is only that part's own. */
function zoneOf(name: string, attributes: Tag['attributes'], classes: readonly string[], around: Zone): Zone {
  const role = attributes['role'];
  if (name === 'nav' || role === 'navigation' || classes.includes('fr-breadcrumb')) return 'navigation';
  if (isMain(name, attributes)) return 'main';
  if (name === 'aside' || role === 'complementary') return 'aside';
  if (role === 'banner' || classes.includes('fr-header') || (name === 'header' && around === 'body'))
    return 'header';
  if (role === 'contentinfo' || classes.includes('fr-footer') || (name === 'footer' && around === 'body'))
    return 'footer';
  return around;
}

function isMain(name: string, attributes: Tag['attributes']): boolean {
  return name === 'main' || attributes['role'] === 'main' || attributes['id'] === 'main';
}

function lineFinder(html: string): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = html.indexOf('\n'); at !== -1; at = html.indexOf('\n', at + 1)) breaks.push(at);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** The last one that starts before `tag`, of elements in document order. */
export function lastBefore(tags: readonly Tag[], tag: Tag): Tag | undefined {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.start ?? 0) < tag.start) low = middle + 1;
    else high = middle;
  }
  return tags[low - 1];
}
