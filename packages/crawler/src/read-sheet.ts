import type { PlaceFacts, SheetMarks, ShownDate } from './facts.ts';
import { joinLabel, readSheetDate, readVerification } from './read-dates.ts';
import { closest, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { sheetAddress } from './sheet-address.ts';
import { cut, fold } from './text.ts';

const NUMBER_IN_ADDRESS =
  /(?:[?&]xml=|\/|#!?\/?(?:[A-Za-z]+\/page\/)?)(?<number>[FNR]\d{1,6})(?:\.xml)?(?=$|[/?#&])/;
const NUMBER = /^[FNR]\d{1,6}$/;
const SERVICE_PUBLIC = /\bservice-public\b|\bService Public\b/i;
const PUBLISHER = /direction de l' ?information legale et administrative|\bdila\b/;
/** What no accent changes of it: folding each line of a page would cost as much as reading it. */
const PUBLISHER_HINT = /direction de l|dila/i;
/** The annuaire's own date, under an address: « Vérifié le 18/05/2022 par la mairie ». */
const BY_SOMEBODY = /\d{4} par /;
/** In an alternative or the name of a file. */
const LOGO = /service[-_ ]?public(?!ation)/i;
const RAW_DATE = /\bmodified \d{4}-\d{2}-\d{2}/;
/** Class names of the DILA's own style sheets, on parts of a sheet. */
const DILA_CLASS = /^sp[A-Z]\w+$/;
/** A mention is a line, not a text. */
const LINE_LENGTH = 2_000;
const TEXT_LENGTH = 300;
/** Paragraphs between a publisher and the date printed beside it. */
const BESIDE = 2;

/** What of a page is the national sheet. */
interface Block {
  /** Whether an element says so; without one, it is the main part. */
  readonly isMarked: boolean;
  readonly tags: ReadonlySet<Tag>;
}

interface Publisher {
  readonly tag: Tag;
  readonly text: string;
  /** Index of the paragraph it stands in, or before. */
  readonly at: number;
}

/** Signs of a national sheet republished on this page; see `SheetMarks`. */
export function readSheetMarks(dom: Dom, url: string, placeOf: (tag: Tag) => PlaceFacts): SheetMarks {
  const block = blockOf(dom);
  const publisher = publisherOf(dom, block);
  const raw = dom.paragraphs.find(({ tag, text }) => block.tags.has(tag) && RAW_DATE.test(lineOf(text)));
  return {
    number: numberOf(dom, url),
    linked: linkedSheets(dom),
    container: containerOf(dom),
    publisher: publisher && {
      text: cut(publisher.text, TEXT_LENGTH),
      inBlock: block.tags.has(publisher.tag),
      ...placeOf(publisher.tag),
    },
    namesServicePublic: namesServicePublic(dom, block),
    verified: verificationOf(dom, block, publisher, placeOf),
    ...logoOf(dom, placeOf),
    rawDate: raw ? { text: RAW_DATE.exec(raw.text)?.[0] ?? '', ...placeOf(raw.tag) } : null,
  };
}

/** Elements of a national sheet, where one marks it; none otherwise. */
export function sheetTags({ tags }: Dom): ReadonlySet<Tag> {
  const marked = new Set<Tag>();
  for (const tag of tags) if (isWrapper(tag) || (tag.parent && marked.has(tag.parent))) marked.add(tag);
  return marked;
}

function blockOf(dom: Dom): Block {
  const { tags } = dom;
  const marked = sheetTags(dom);
  if (marked.size > 0) return { isMarked: true, tags: marked };
  return { isMarked: false, tags: new Set(tags.filter(({ inMain }) => inMain)) };
}

function isWrapper(tag: Tag): boolean {
  const { attributes, classes } = tag;
  const isNamed = attributes['id'] === 'comarquage' || classes.includes('comarquage');
  return tag.block === tag && (isNamed || NUMBER.test(attributes['data-fiche'] ?? ''));
}

/** Whether it holds a national sheet, or a part of one. */
export function isSheetPart(tag: Tag): boolean {
  return isWrapper(tag) || tag.classes.some((word) => DILA_CLASS.test(word));
}

function containerOf({ tags }: Dom): string | null {
  for (const { attributes, classes } of tags) {
    if (attributes['id'] === 'comarquage') return '#comarquage';
    const known = classes.find((word) => word === 'comarquage' || DILA_CLASS.test(word));
    if (known !== undefined) return `.${known}`;
  }
  return null;
}

/** A page that lists sheets by their numbers is none of them. */
function numberOf({ tags }: Dom, url: string): string | null {
  const inAddress = NUMBER_IN_ADDRESS.exec(url)?.groups?.['number'];
  if (inAddress !== undefined) return inAddress;
  const numbers = new Set(
    tags.map(({ attributes }) => attributes['data-fiche'] ?? '').filter((n) => NUMBER.test(n)),
  );
  const [number] = numbers;
  return number !== undefined && numbers.size === 1 ? number : null;
}

function linkedSheets({ tags }: Dom): string[] {
  const numbers = tags.flatMap((tag) => {
    const href = tag.inMain && tag.shown ? (hrefOf(tag) ?? '') : '';
    return sheetAddress(href)?.number ?? [];
  });
  return [...new Set(numbers)].sort();
}

/** In the sheet at best, its `title` attributes included; else in the main part; else anywhere. */
function publisherOf({ paragraphs, tags }: Dom, block: Block): Publisher | null {
  const lines = paragraphs
    .map(({ tag, text }, at): Publisher => ({ tag, text, at }))
    .filter(({ tag, text }) => tag.shown && isPublisher(text));
  const titled = tags.find((tag) => block.tags.has(tag) && isPublisher(tag.attributes['title'] ?? ''));
  return (
    lines.find(({ tag }) => block.tags.has(tag)) ??
    (titled && {
      tag: titled,
      text: titled.attributes['title'] ?? '',
      at: paragraphs.findIndex(({ end }) => end >= titled.start),
    }) ??
    lines.find(({ tag }) => tag.inMain) ??
    lines[0] ??
    null
  );
}

/** Whether a line names the DILA, in full or by its initials. */
export function isPublisher(text: string): boolean {
  const line = lineOf(text);
  return PUBLISHER_HINT.test(line) && PUBLISHER.test(fold(line));
}

function namesServicePublic({ paragraphs, tags }: Dom, block: Block): boolean {
  const counts = (tag: Tag): boolean => tag.shown && (block.tags.has(tag) || tag.zone === 'footer');
  return (
    paragraphs.some(({ tag, text }) => counts(tag) && SERVICE_PUBLIC.test(text)) ||
    tags.some((tag) => counts(tag) && sheetAddress(hrefOf(tag) ?? '') !== null)
  );
}

/**
 * The date closest to the publisher. Outside a marked block « Mis à jour le » is
 * the CMS's own, unless it stands in the very line that names the publisher.
 */
function verificationOf(
  { paragraphs }: Dom,
  block: Block,
  publisher: Publisher | null,
  placeOf: (tag: Tag) => PlaceFacts,
): ShownDate | null {
  const near = publisher && block.tags.has(publisher.tag) ? publisher.at : null;
  const dates = paragraphs.flatMap(({ tag, text }, at) => {
    const distance = near === null ? 0 : Math.abs(at - near);
    if (!tag.shown || !block.tags.has(tag) || (!block.isMarked && distance > BESIDE)) return [];
    const read = block.isMarked || at === near ? readSheetDate : readVerification;
    const line = joinLabel(lineOf(text), paragraphs[at + 1]?.text);
    const date = read(line);
    const isOthers = date !== null && BY_SOMEBODY.test(fold(line)) && !isPublisher(line);
    return date && !isOthers ? { tag, date, distance } : [];
  });
  const [closest] = dates.sort((a, b) => a.distance - b.distance);
  return closest ? { ...closest.date, ...placeOf(closest.tag) } : null;
}

/** Menus and footers show the logos of sites to go to: those are links among others. */
function logoOf({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): Pick<SheetMarks, 'logo'> {
  for (const tag of tags) {
    if (tag.name !== 'img' || !tag.inMain || !tag.shown) continue;
    const { alt = '', src = '' } = tag.attributes;
    const file = src.slice(0, 2_000).split(/[?#]/)[0]?.split('/').at(-1) ?? '';
    if (!LOGO.test(`${alt.slice(0, TEXT_LENGTH)} ${file}`)) continue;
    const link = closest(tag, (one) => hrefOf(one) !== null);
    return {
      logo: {
        text: cut(alt.trim(), TEXT_LENGTH),
        file: cut(file, TEXT_LENGTH),
        isLinked: link !== null,
        ...placeOf(tag),
      },
    };
  }
  return {};
}

function lineOf(text: string): string {
  return text.slice(0, LINE_LENGTH);
}
