import type { Dom, Tag } from './read-dom.ts';
import { collapse, fold, joined } from './text.ts';

/** Elements and texts gone through for one text: a page may be made to hold nothing but empty elements. */
const STEPS = 5_000;

/** Collapsed text that an element shows, cut at `max` characters; what is hidden from the eye is left out. */
export function seenText({ items }: Dom, { isVisible, start, end }: Tag, max = 500): string {
  if (!isVisible) return '';
  let text = '';
  for (let at = start, left = STEPS; at < end && text.length < max && left > 0; at++, left--) {
    const item = items[at] ?? '';
    if (typeof item === 'string') text = joined(text, item);
    else if (!item.isVisible) at = Math.max(at, item.end - 1);
  }
  return collapse(text).slice(0, max);
}

/** Words and numbers of a text, without case, accents or punctuation. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same as one line, for lists of phrases. */
export function plain(text: string): string {
  return wordsOf(text).join(' ');
}

/** The ways to tell words apart: by their signs, without the signs within them (« rendez-vous »), and by capitals and figures (« FranceConnect », « 9h30 »). */
const CUTS: readonly ((text: string) => string)[] = [
  plain,
  (text) => plain(text.replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s]{1,3}(?=[\p{L}\p{N}])/gu, '')),
  (text) => plain(text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')),
];

/** Whether a name takes up a text shown, word for word but for its signs; a word cut by a full stop, « Av. », may be said whole. */
export function holdsText(name: string, shown: string): boolean {
  if (CUTS.some((cut) => ` ${cut(name)} `.includes(` ${cut(shown)} `))) return true;
  const words = [...fold(shown).matchAll(/([\p{L}\p{N}]+)(\.?)/gu)];
  const said = wordsOf(name);
  const isSaid = ([, word = '', stop]: RegExpExecArray, full = ''): boolean =>
    full === word || (stop === '.' && /\p{L}/u.test(word) && full.startsWith(word));
  return words.length > 0 && said.some((_, from) => words.every((word, at) => isSaid(word, said[from + at])));
}
