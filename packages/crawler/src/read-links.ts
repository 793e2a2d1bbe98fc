import type { Addressing } from './address.ts';
import type { LeadFacts, LinkFacts, LinkKind, PlaceFacts } from './facts.ts';
import { closest, nameOf, textBetween, type Dom, type Tag } from './read-dom.ts';
import { collapse, cut } from './text.ts';

/** What gives a link its address. */
export interface LinkContext {
  readonly addressing: Addressing;
  /** Canonical address of the page. */
  readonly page: string;
  /** Address from which the page's relative links start. */
  readonly base: string;
  readonly placeOf: (tag: Tag) => PlaceFacts;
}

type Resolved = Pick<LinkFacts, 'kind' | 'url' | 'spelling'>;

const SCHEMES: Readonly<Record<string, LinkKind>> = {
  mailto: 'mail',
  tel: 'phone',
  sms: 'phone',
  callto: 'phone',
};
const HREF_LENGTH = 500;
const DETAIL_LENGTH = 500;

/** Links of the page and entries of its drop-down lists that hold an address, in document order. */
export function readLinks(dom: Dom, context: LinkContext): LinkFacts[] {
  return dom.tags.flatMap((tag) => {
    const href = hrefOf(tag) ?? listedAddress(tag);
    if (href === null) return [];
    const resolved = resolve(href, context);
    const isListed = tag.name === 'option';
    if (isListed && resolved.kind !== 'page' && resolved.kind !== 'document') return [];
    return {
      ...resolved,
      href: cut(href, HREF_LENGTH),
      text: tag.name === 'area' ? (tag.attributes['alt'] ?? '') : nameOf(dom, tag),
      detail: resolved.kind === 'document' ? detailOf(dom, tag) : '',
      ...context.placeOf(tag),
    };
  });
}

/** Where an `a` or an `area` leads, as written; `null` for anything else. */
export function hrefOf({ name, attributes }: Tag): string | null {
  const href = name === 'a' || name === 'area' ? (attributes['href'] ?? attributes['xlink:href']) : undefined;
  return href === undefined ? null : trimmed(href);
}

/** Without the spaces that browsers leave out; a no-break space is a part of the address. */
function trimmed(href: string): string {
  return href.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
}

/** Lists of documents are often forms: what they offer is not linked elsewhere. */
function listedAddress({ name, attributes }: Tag): string | null {
  const value = name === 'option' ? (attributes['value'] ?? '').trim() : '';
  return /^(?:https?:\/\/|\/(?!\/))./i.test(value) ? value : null;
}

function resolve(href: string, { addressing, page, base }: LinkContext): Resolved {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(href)?.[1]?.toLowerCase() ?? '';
  const kind = SCHEMES[scheme];
  if (kind) return { kind, url: null };
  const hasPlace = /#(?!!)/.test(href);
  if (hasPlace && href.startsWith('#')) return { kind: 'fragment', url: null };
  const url = addressing.canonical(href, base);
  if (url === null) return { kind: 'other', url: null };
  if (hasPlace && url === page) return { kind: 'fragment', url: null };
  const spelling = addressing.spelling(href, base);
  return { kind: addressing.kindOf(url), url, ...(spelling ? { spelling } : {}) };
}

const FRAMES: Readonly<Record<string, string>> = {
  iframe: 'src',
  frame: 'src',
  object: 'data',
  embed: 'src',
};
const RELATIONS = /(?:^|\s)(?:next|prev|start|up|contents|canonical)(?:\s|$)/i;

/** Frames, refreshes, and what the head says is next: pages that a reader gets to without a link. */
export function readLeads(dom: Dom, context: LinkContext): LeadFacts[] {
  const leads = new Map<string, LeadFacts>();
  for (const tag of dom.tags) {
    const href = leadOf(tag);
    if (href === null || href === '') continue;
    const isFrame = tag.name in FRAMES && tag.name !== 'frame';
    const lead = { ...resolve(href, context), isFrame };
    // What it shows of another site is the browser's affair.
    if (lead.kind !== 'page' && lead.kind !== 'document') continue;
    if (lead.url !== null && lead.url !== context.page && leads.get(lead.url)?.isFrame !== false)
      leads.set(lead.url, lead);
  }
  return [...leads.values()];
}

/** The address of ours that the page says is its own, when that is another; the first one counts. */
export function readCanonical(dom: Dom, { addressing, page, base }: LinkContext): string | null {
  const tag = dom.tags.find(
    ({ name, attributes }) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? ''),
  );
  const url = tag ? addressing.canonical(tag.attributes['href'] ?? '', base) : null;
  if (url === null || !addressing.isInternal(url)) return null;
  return url === page ? null : url;
}

function leadOf({ name, attributes }: Tag): string | null {
  const frame = FRAMES[name];
  if (frame !== undefined)
    return name === 'iframe' && attributes['srcdoc'] !== undefined ? null : (attributes[frame] ?? '').trim();
  if (name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '')) {
    return (
      /^\s*(?!\s)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i
        .exec(attributes['content'] ?? '')?.[1]
        ?.trim() ?? null
    );
  }
  if (name !== 'link') return null;
  const { rel = '', href = '', hreflang } = attributes;
  return RELATIONS.test(rel) || (/^alternate$/i.test(rel.trim()) && hreflang !== undefined)
    ? href.trim()
    : null;
}

/**
 * Format, size and date stand in the link, in its title, in a detail behind it,
 * or beside it in the same list item, cell or card.
 */
function detailOf(dom: Dom, tag: Tag): string {
  const { start, end, attributes } = tag;
  const parts = [textBetween(dom, start, end, DETAIL_LENGTH), attributes['aria-label'], attributes['title']];
  const texts = [...parts, textAround(dom, tag)].map((part) => collapse(part ?? ''));
  const distinct = texts.filter((text, at) => !texts.slice(0, at).some((earlier) => earlier.includes(text)));
  return cut(distinct.join(' ').trim(), DETAIL_LENGTH);
}

/** Text beside a link that is about no other link: what follows it, and what no link precedes. */
function textAround(dom: Dom, tag: Tag): string {
  const holder = closest(tag, isEntry) ?? closest(tag, ({ name }) => name === 'p');
  const { start, end } = holder ?? tag.parent ?? tag;
  const stops = (item: Tag): boolean => hrefOf(item) !== null || (!holder && startsOtherText(item));
  let first = tag.start - 1;
  while (first > start && !isStop(dom.items[first - 1], stops)) first--;
  let last = tag.end;
  while (last < end && !isStop(dom.items[last], stops)) last++;
  const before = first === start ? textBetween(dom, start, tag.start - 1, DETAIL_LENGTH) : '';
  return `${before} ${textBetween(dom, tag.end, last, DETAIL_LENGTH)}`;
}

function isStop(item: Tag | string | undefined, stops: (tag: Tag) => boolean): boolean {
  return typeof item === 'object' && stops(item);
}

/** A list item, a cell, a card: what is about one thing. */
export function isEntry({ name, classes }: Tag): boolean {
  return (
    /^(?:li|td|th|dd|figure)$/.test(name) || classes.some((word) => /^fr-(?:card|tile|download)$/.test(word))
  );
}

function startsOtherText(tag: Tag): boolean {
  return tag.block === tag && !tag.classes.includes('fr-link__detail');
}
