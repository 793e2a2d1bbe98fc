import type { Dom, Tag } from './read-dom.ts';
import { collapse, fold } from './text.ts';

/** Elements and texts gone through for one text: a page may be made to hold nothing but empty elements. */
const STEPS = 5_000;

/** Collapsed text that an element shows, cut at `max` characters; what is hidden from the eye is left out. */
export function seenText({ items }: Dom, { isVisible, start, end }: Tag, max = 500): string {
  if (!isVisible) return '';
  let text = '';
  for (let at = start, left = STEPS; at < end && text.length < max && left > 0; at++, left--) {
    const item = items[at] ?? '';
    if (typeof item === 'string') text += item;
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
