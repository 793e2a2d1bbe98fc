import type { Dom, Tag } from './read-dom.ts';
import { collapse, fold } from './text.ts';

/** Collapsed text that an element shows, cut at `max` characters; what is hidden from the eye is left out. */
export function seenText(dom: Dom, tag: Tag, max = 500): string {
  return tag.isVisible ? textWhere(dom, tag, max, ({ isVisible }) => isVisible) : '';
}

/** Collapsed text that assistive technologies tell of an element, alternatives of its images included. */
export function toldText(dom: Dom, tag: Tag, max = 500): string {
  return tag.isExposed ? textWhere(dom, tag, max, ({ isExposed }) => isExposed, true) : '';
}

function textWhere(
  { items }: Dom,
  { start, end }: Tag,
  max: number,
  keeps: (tag: Tag) => boolean,
  withImages = false,
): string {
  let text = '';
  for (let at = start; at < end && text.length < max; at++) {
    const item = items[at] ?? '';
    if (typeof item === 'string') text += item;
    else if (!keeps(item)) at = Math.max(at, item.end - 1);
    else if (withImages && item.name === 'img')
      text += ` ${item.accessibleName ?? item.attributes['alt'] ?? ''} `;
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
