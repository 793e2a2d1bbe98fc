import { spokenIn } from './common-words.ts';
import type { PlaceFacts } from './facts.ts';
import {
  areWrittenAlike,
  detectLanguage,
  isCertain,
  shareOfSmallWords,
  type DetectedLanguage,
} from './language.ts';
import { closest, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { collapse, cut } from './text.ts';

/** A passage in another language than the one that the page declares for it. */
export interface PassageFacts extends PlaceFacts {
  /** As written on the closest element that declares one; empty when none does. */
  readonly declared: string;
  /** Whether that is declared for the passage, not for the page. */
  readonly isOwn: boolean;
  readonly detected: DetectedLanguage;
  /** Whether it is a block of its own, not words in a sentence. */
  readonly isBlock: boolean;
  /** A few words that everybody says, in a sentence between quotation marks or marked as of another language. */
  readonly isSpoken?: true;
  readonly text: string;
}

/** The languages of a page. */
export interface LanguageFacts {
  /** Of the text whose language no element of the body declares; `null` when there is too little. */
  readonly main: DetectedLanguage | null;
  /** Passages that say otherwise than declared, with certainty, at most 30. */
  readonly passages: readonly PassageFacts[];
  /** Elements of the body that declare a language, at most 200. */
  readonly declared: readonly (PlaceFacts & { readonly lang: string })[];
  /** The page declares none, and yet each of its texts has one, from an element around it. */
  readonly isCovered?: true;
  /** The page declares none but for XML, `xml:lang`: of HTML, browsers and screen readers pass it over. */
  readonly xmlOnly?: true;
}

/** Passages in another language that a page may have, without its own being in doubt. */
const FEW = 2;

/** Whether the small words of a text are those of a language, far more than those of the others. */
function isLikely(text: string, language: string, others: readonly PassageFacts[]): boolean {
  const share = shareOfSmallWords(text, language);
  const few = share / 2;
  return share >= 0.15 && others.every(({ detected }) => shareOfSmallWords(text, detected.language) < few);
}

interface Segment {
  readonly block: Tag;
  readonly holder: Tag | null;
  text: string;
}

/** What themes say in English until somebody translates them. */
const UNTRANSLATED =
  /^(?:skip to (?:the )?(?:main )?(?:content|navigation)|skip (?:navigation|main navigation)|toggle navigation|read more|back to top|scroll to top|primary menu|(?:open|close) menu)\W*$/i;

const MOST = 30;
const MAIN_LENGTH = 4_000;
const MIN_LETTERS = 40;
/** The text of the whole page may be shorter and still tell. */
const MIN_PAGE = 20;
/** Names, addresses and code are in no language. */
const LEFT_OUT = new Set(['code', 'pre', 'kbd', 'samp', 'address', 'cite', 'var', 'svg', 'math']);

/** Tells the language of each run of text and compares it with the one declared. */
export function readLanguages(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): LanguageFacts {
  const segments = segmentsOf(dom);
  const inherited = segments.filter(({ holder }) => holder === null || holder.name === 'html');
  const html = dom.tags.find(({ name }) => name === 'html');
  const pageLang = html?.attributes['lang'] ?? '';
  const main = detectLanguage(beginningOf(inherited) || alternatives(dom));
  // A page in English that tells itself French is at fault as a whole.
  const passages = main?.language === 'en' ? [] : untranslated(dom, pageLang, placeOf);
  const foreign = new Set<Tag>();
  // Elements some of whose text is in the language that they declare: what is not so is a passage of theirs.
  const rightly = new Set(
    segments.flatMap((segment) => {
      const { holder } = segment;
      if (!holder || holder.name === 'html' || segment.text.length < MIN_LETTERS) return [];
      return shareOfSmallWords(segment.text, subtag(holder.attributes['lang'] ?? '')) > 0.2 ? [holder] : [];
    }),
  );
  for (const { block, holder, text: passage } of segments) {
    if (passages.length >= MOST) break;
    const isDeclared = holder !== null && holder.name !== 'html';
    const own = isDeclared && !rightly.has(holder);
    const few = own ? passage : isDeclared ? '' : saidIn(passage);
    const spoken =
      few === '' ? null : spokenIn(few, subtag((isDeclared ? holder.attributes['lang'] : pageLang) ?? ''));
    if (spoken !== null) {
      passages.push({
        declared: (isDeclared ? holder.attributes['lang'] : pageLang) ?? '',
        ...{ isOwn: own, detected: certainly(spoken, few), isBlock: false, isSpoken: true },
        ...{ text: cut(few, 200), ...placeOf(own ? holder : block) },
      });
      continue;
    }
    if (passage.length < (own ? MIN_PAGE : MIN_LETTERS)) continue;
    const declared = (isDeclared ? holder.attributes['lang'] : pageLang) ?? '';
    // Most text is in the language of its page: small words tell so at once.
    const language = subtag(declared);
    if (shareOfSmallWords(passage, language) > 0.2) continue;
    const detected = detectLanguage(passage);
    if (!detected || detected.language === language || !isCertain(detected)) continue;
    if (areWrittenAlike(language, detected.language)) continue;
    if (!own && detected.letters < MIN_LETTERS) continue;
    const tag = own ? holder : block;
    const isBlock = tag.block === tag;
    if (!isDeclared) foreign.add(block);
    passages.push({ declared, isOwn: own, detected, isBlock, text: cut(passage, 200), ...placeOf(tag) });
  }
  // What is left of the page without them is in its language: they are passages, however long.
  const others = inherited.filter(({ block }) => !foreign.has(block)).map((segment) => segment.text);
  const rest = foreign.size > 0 ? detectLanguage(collapse(others.join(' ')).slice(0, MAIN_LENGTH)) : null;
  const isRest = rest?.language === subtag(pageLang) && isCertain(rest);
  const isFew = foreign.size > 0 && foreign.size <= FEW;
  const isUntold = !isRest && isFew && isLikely(others.join(' '), subtag(pageLang), passages);
  const declared = dom.tags
    .filter(
      ({ name, attributes, isExposed }) => name !== 'html' && isExposed && attributes['lang'] !== undefined,
    )
    .slice(0, 200)
    .map((tag) => ({ lang: tag.attributes['lang'] ?? '', ...placeOf(tag) }));
  const isUndeclared = pageLang.trim() === '';
  const isCovered =
    isUndeclared && segments.length > 0 && !inherited.some((segment) => isLetters(segment.text));
  const xmlOnly = isUndeclared && isLetters(html?.attributes['xml:lang']);
  return {
    main: isRest ? rest : main && main.letters >= MIN_PAGE && !isUntold ? main : null,
    ...{ passages, declared },
    ...(isCovered ? { isCovered } : {}),
    ...(xmlOnly ? { xmlOnly } : {}),
  };
}

/** Links and buttons that say words of a theme, in a page of another language than theirs: one for each. */
function untranslated(dom: Dom, pageLang: string, placeOf: (tag: Tag) => PlaceFacts): PassageFacts[] {
  if (/^(?:en)?$/.test(subtag(pageLang))) return [];
  const found = new Map<string, PassageFacts>();
  for (const tag of dom.tags) {
    if (!/^(?:a|button)$/.test(tag.name) || !tag.isExposed || !tag.shown) continue;
    const text = textBetween(dom, tag.start, tag.end, MIN_LETTERS);
    if (found.has(text) || !UNTRANSLATED.test(text)) continue;
    const marked = ({ attributes }: Tag): boolean => attributes['lang'] !== undefined;
    const holder = tagsBetween(dom, tag.start, tag.end).find((one) => marked(one)) ?? closest(tag, marked);
    if (holder && holder.name !== 'html') continue;
    const detected = certainly('en', text);
    const said = { declared: pageLang, isOwn: false, detected, isBlock: false, isSpoken: true as const };
    found.set(text, { ...said, text, ...placeOf(tag) });
  }
  return [...found.values()];
}

/** A language that words known by heart tell. */
function certainly(language: string, text: string): DetectedLanguage {
  const letters = text.replace(/\P{L}/gu, '').length;
  return { language, margin: 1, smallWords: 1, lead: 1, letters, words: text.split(' ').length };
}

/** A sentence between quotation marks, in the midst of others: « Allons, Madame ! » A name or a title ends otherwise. */
function saidIn(text: string): string {
  for (const [, said = ''] of text.slice(0, 5_000).matchAll(/[«"“]\s*([^«»"“”]{8,80}[.!?…])\s*[»"”]/gu)) {
    const words = said.match(/\p{L}+/gu) ?? [];
    const isTitle = words.slice(1).every((word) => /^\p{Lu}/u.test(word));
    if (words.length >= 3 && !isTitle && said.length < text.length / 2 + 10) return said;
  }
  return '';
}

/** What they say, as far as it is looked at. */
function beginningOf(segments: readonly Segment[]): string {
  let said = '';
  for (const { text } of segments) {
    if (said.length >= MAIN_LENGTH) break;
    said += said === '' ? text : ` ${text}`;
  }
  return said.slice(0, MAIN_LENGTH);
}

function isLetters(text: string | undefined): boolean {
  return text !== undefined && /\p{L}/u.test(text);
}

/** The language of a tag, without its region: `fr` of `fr-FR`. */
export function subtag(lang: string): string {
  return lang.trim().split('-')[0]?.toLowerCase() ?? '';
}

/** Runs of text of one block and one declared language, collapsed. */
function segmentsOf({ items }: Dom): Segment[] {
  const segments = new Map<Tag, Map<Tag | null, Segment>>();
  const list: Segment[] = [];
  const open: Tag[] = [];
  for (let at = 0; at < items.length; at++) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= at) open.pop();
    const item = items[at];
    if (typeof item === 'object') {
      // What nobody is told of, or what is no language, is left out with all that it holds.
      if (!item.isExposed || LEFT_OUT.has(item.name) || item.attributes['translate'] === 'no')
        at = item.end - 1;
      else if (item.end > at + 1) open.push(item);
      continue;
    }
    const tag = open.at(-1);
    if (item === undefined || !tag?.shown || !/\S/.test(item)) continue;
    const holder = open.findLast(({ attributes }) => attributes['lang'] !== undefined) ?? null;
    const { block } = tag;
    const own = segments.get(block) ?? new Map<Tag | null, Segment>();
    segments.set(block, own);
    const known = own.get(holder);
    if (known) known.text += ` ${item}`;
    else {
      const segment = { block, holder, text: item };
      own.set(holder, segment);
      list.push(segment);
    }
  }
  for (const segment of list) segment.text = collapse(segment.text);
  return list;
}

/** What a page without text says: its pictures and controls. */
function alternatives({ tags }: Dom): string {
  return tags
    .filter(({ isExposed }) => isExposed)
    .map(({ attributes }) => attributes['alt'] ?? attributes['aria-label'] ?? '')
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, MAIN_LENGTH);
}
