import type { FeedParagraph, FeedSheet, ParagraphKind } from './feed-sheet.ts';
import type { Passage } from './read-passages.ts';
import { sentencesOf, textKey, wordsOfSentence } from './sheet-words.ts';

/** A national sentence, and the one that stands in its place. */
export interface ChangedSentence {
  readonly national: string;
  readonly shown: string;
}

/** How the text that a page shows differs from the sheet of the feed. */
export interface SheetDifferences {
  /** Share of what every reader of the sheet is shown that stands in the page, by length; 1 when there is nothing such. */
  readonly share: number;
  /** National sentences that every reader is shown and that the page has not. */
  readonly missing: readonly string[];
  readonly changed: readonly ChangedSentence[];
  /** Sentences of the page that no part of the sheet says, with where they stand. */
  readonly added: readonly { readonly text: string; readonly passage: Passage }[];
}

/** What a site that republishes a sheet shows of it; notices, online services and the glossary may be left out. */
const SHOWN: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>([
  'paragraph',
  'item',
  'cell',
  'note',
  'introduction',
]);
/** Characters of a key under which a text may be found by chance. */
const TELLING = 20;
/** Words from which two sentences can be said to be the same one, changed. */
const WORDS = 4;
/** Words from which an addition is a text: a label needs no more. */
const ADDED_WORDS = 7;
/** Words that both have, twice over those of both together. */
const ALIKE = 0.6;
/** Sentences of one side that are aligned: of a page that is another text altogether, the first ones are enough. */
const MOST = 300;
const CELL_MARK = ' | ';

interface Sentence {
  readonly text: string;
  readonly key: string;
}
interface National extends Sentence {
  readonly isOwed: boolean;
}
interface Shown extends Sentence {
  readonly passage: Passage;
}

/**
 * Compares paragraph by paragraph, whatever their order, then sentence by
 * sentence what is left. What is shown for some answers only, or tells where to
 * go, may be absent: it is no gap.
 */
export function compareSheet(passages: readonly Passage[], sheet: FeedSheet): SheetDifferences {
  const pieces = passages.flatMap((passage) =>
    passage.text.split(CELL_MARK).map((text): Shown => ({ text, key: textKey(text), passage })),
  );
  const page = lookUp(pieces);
  const paragraphs = sheet.paragraphs.map((paragraph) => ({ ...paragraph, key: textKey(paragraph.text) }));
  const feed = lookUp([...paragraphs, keyed(sheet.title), ...sheet.shortTitles.map(keyed)]);

  const owed = paragraphs.filter(isOwed);
  const lost: National[] = [];
  let found = 0;
  for (const paragraph of paragraphs) {
    const { key, text, isLocal } = paragraph;
    if (isLocal || key === '') continue;
    const absent = page.has(key)
      ? []
      : sentencesOf(text)
          .map(keyed)
          .filter((one) => !page.has(one.key));
    if (isOwed(paragraph)) {
      found += key.length - absent.reduce((sum, one) => sum + one.key.length, 0);
      lost.push(...absent.map((one) => ({ ...one, isOwed: true })));
    } else lost.push(...absent.map((one) => ({ ...one, isOwed: false })));
  }
  const strange = pieces
    .filter(({ key }) => key !== '' && !feed.has(key))
    .flatMap(({ text, passage }) => sentencesOf(text).map((one): Shown => ({ ...keyed(one), passage })))
    .filter(({ key }) => !feed.has(key));

  const { changed, alone, left } = align(lost.slice(0, MOST), strange.slice(0, MOST));
  const total = owed.reduce((sum, { key }) => sum + key.length, 0);
  return {
    share: total === 0 ? 1 : Math.max(0, Math.min(1, found / total)),
    missing: alone.filter((one) => one.isOwed && one.key.length >= TELLING).map(({ text }) => text),
    changed,
    added: left
      .filter(({ text, key }) => key.length >= TELLING && wordsOfSentence(text).length >= ADDED_WORDS)
      .map(({ text, passage }) => ({ text, passage })),
  };
}

function isOwed({ kind, isConditional, isLocal }: FeedParagraph): boolean {
  return SHOWN.has(kind) && !isConditional && !isLocal;
}

function keyed(text: string): Sentence {
  return { text, key: textKey(text) };
}

/** Whether a text stands somewhere: as a paragraph of its own, or within others set together. */
function lookUp(parts: readonly Pick<Sentence, 'key'>[]): { has: (key: string) => boolean } {
  const keys = new Set(parts.map(({ key }) => key));
  const all = parts.map(({ key }) => key).join('');
  return { has: (key) => keys.has(key) || (key.length >= TELLING && all.includes(key)) };
}

/** Pairs each lost sentence with the strange one that shares most of its words. */
function align(
  lost: readonly National[],
  strange: readonly Shown[],
): { changed: ChangedSentence[]; alone: National[]; left: Shown[] } {
  const words = strange.map(({ text }) => new Set(wordsOfSentence(text)));
  const holders = new Map<string, number[]>();
  for (const [index, own] of words.entries()) {
    for (const word of own) {
      const known = holders.get(word);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
  }

  const pairs = lost.flatMap(({ text }, from) => {
    const own = new Set(wordsOfSentence(text));
    if (own.size < WORDS) return [];
    const shared = new Map<number, number>();
    for (const word of own)
      for (const to of holders.get(word) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1);
    return Array.from(shared, ([to, count]) => ({
      from,
      to,
      score: (2 * count) / (own.size + (words[to]?.size ?? 0)),
    })).filter(({ to, score }) => score >= ALIKE && (words[to]?.size ?? 0) >= WORDS);
  });
  const taken = { lost: new Set<number>(), strange: new Set<number>() };
  const changed = pairs
    .sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
    .flatMap(({ from, to }) => {
      const national = lost[from];
      const shown = strange[to];
      if (!national || !shown || taken.lost.has(from) || taken.strange.has(to)) return [];
      taken.lost.add(from);
      taken.strange.add(to);
      return { from, national: national.text, shown: shown.text };
    })
    .sort((a, b) => a.from - b.from)
    .map(({ national, shown }) => ({ national, shown }));
  return {
    changed,
    alone: lost.filter((_, index) => !taken.lost.has(index)),
    left: strange.filter((_, index) => !taken.strange.has(index)),
  };
}
