import type { Passage } from './read-passages.ts';
import { cut } from './text.ts';

/** What can be counted of how a text is written: hints, no judgment. */
export interface Readability {
  readonly sentences: number;
  /** Words a sentence, on average. */
  readonly mean: number;
  /** Shares of the sentences, 0 to 1. */
  readonly long: number;
  readonly passive: number;
  /** Share of the words. */
  readonly heavy: number;
  /** The longest sentence, cut. */
  readonly longest: string;
}

/**
 * Above which a reader is held up. Guides to plain French advise 15 to 20 words a
 * sentence; the rest is a proposal of this project.
 */
const READABLE = { mean: 20, long: 0.15, passive: 0.4, heavy: 0.12 } as const;

/** Words from which a sentence is long, letters from which a word is. */
const LONG = 30;
const HEAVY = 12;
/** Shorter, it is a label. */
const LEAST = 4;
/** Fewer sentences tell nothing. */
const ENOUGH = 5;
const QUOTE = 250;
const PASSIVE =
  /(?<![\p{L}’'])(?:est|sont|sera|seront|soit|soient|été|être|était|étaient)(?: [\p{L}]+ment)? [\p{L}]{2,}(?:é|ée|és|ées|ie|is|ises?|ites?|it|its|ues?|us|ertes?|erts?)(?: [\p{L}]+ment)? (?:par|sous|dans|à|en|au|aux|avec|pour|sur|de|auprès)(?!\p{L})/u;
/** Where the participle tells a state or a movement, and no passive. */
const STATE = /(?:est|sont) (?:situé|ouvert|fermé|accessible|venu|arrivé|parti|né|allé|entré|devenu|resté)/u;

/** Counts over the sentences of a text; `null` when there are too few. */
export function readabilityOf(passages: readonly Pick<Passage, 'text' | 'kind'>[]): Readability | null {
  const sentences = passages
    .filter(({ kind }) => kind === 'text' || kind === 'item')
    .flatMap(({ text }) => text.split(/(?<=[.!?…]) (?=[\p{Lu}«])|(?<=;)\s/u))
    .map((text) => ({ text, words: text.match(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*/gu) ?? [] }))
    .filter(({ words }) => words.length >= LEAST);
  if (sentences.length < ENOUGH) return null;
  const words = sentences.flatMap((sentence) => sentence.words);
  const share = (test: (sentence: (typeof sentences)[number]) => boolean): number =>
    sentences.filter(test).length / sentences.length;
  const longest = sentences.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  return {
    sentences: sentences.length,
    mean: words.length / sentences.length,
    long: share((sentence) => sentence.words.length >= LONG),
    passive: share(({ text }) => PASSIVE.test(text) && !STATE.test(text)),
    heavy: words.filter((word) => word.replace(/^\p{L}[’']/u, '').length >= HEAVY).length / words.length,
    longest: cut(longest.text, QUOTE),
  };
}

/** Hints above the limits, in French; none for a text that reads well. */
export function hintsOf({ mean, long, passive, heavy }: Readability): string[] {
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  return [
    ...(mean > READABLE.mean ? [`${String(Math.round(mean))} mots par phrase`] : []),
    ...(long > READABLE.long ? [`${percent(long)} de phrases de ${String(LONG)} mots et plus`] : []),
    ...(passive > READABLE.passive ? [`${percent(passive)} de phrases au passif`] : []),
    ...(heavy > READABLE.heavy ? [`${percent(heavy)} de mots de ${String(HEAVY)} lettres et plus`] : []),
  ];
}
