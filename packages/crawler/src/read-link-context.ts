import { isGeneric, tells } from './link-words.ts';
import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';
import { seenText } from './read-text.ts';

/* The words around a link: what RGAA 6.1 lets tell where it leads. */

export const CONTEXT: RegExp = /^(?:p|li|td|th|dd|dt|h[1-6]|figcaption|caption|summary|blockquote)$/;

/** Paragraph, list item or cell that holds a link, else the block. */
export function holderOf(tag: Tag): Tag {
  return closest(tag, ({ name }) => CONTEXT.test(name)) ?? tag.block;
}

/** Whether the words around a link, its tooltip or its description may tell where it leads (RGAA's contexts but for headings). */
export function hasContext(dom: Dom, tag: Tag, isBare = false): boolean {
  const { attributes } = tag;
  if (tells(attributes['title'] ?? '') && !isGeneric(attributes['title'] ?? '')) return true;
  if ((attributes['aria-describedby'] ?? '').trim() !== '') return true;
  let seen = 0;
  for (let at: Tag | null = tag; at && seen < 12; at = at.parent, seen++) {
    const isWhole = at.name === 'body' || at.name === 'main';
    const isContext = CONTEXT.test(at.name) || (at === tag.block && (isBare || !isWhole));
    // What only points says nothing even of the block it is in: its own line must.
    const isBlock = isBare && !CONTEXT.test(at.name);
    const words = isWhole ? sentenceAround : isBlock ? lineAround : textAround;
    if (isContext && at !== tag && tells(words(dom, tag, at))) return true;
    if (at.name === 'td') {
      const row = at.parent;
      const cells = row?.children.filter(({ name }) => name === 'th') ?? [];
      if (cells.some((cell) => tells(seenText(dom, cell, 100)))) return true;
      const table = closest(at, ({ name }) => name === 'table');
      if (
        table &&
        dom.items
          .slice(table.start, Math.min(table.end, table.start + 200))
          .some((item) => typeof item === 'object' && item.name === 'th')
      )
        return true;
    }
    // A card or an article is understood as a whole.
    if (
      at.name === 'a'
        ? false
        : at.classes.some((word) => /(?:^|[-_])(?:card|tile|teaser)(?:$|[-_])/i.test(word))
    ) {
      if (tells(textAround(dom, tag, at))) return true;
    }
  }
  return false;
}

/** What stands in the run of text that holds a link, the link left out. */
function lineAround(dom: Dom, { start, end }: Tag): string {
  const run = dom.paragraphs.find((one) => one.start <= start && end <= one.end);
  if (!run) return '';
  return `${textBetween(dom, run.start, start - 1, 400)} ${textBetween(dom, end, run.end, 400)}`;
}

/** Of a page without paragraphs: what begins the sentence of a link, and what ends its line. */
function sentenceAround(dom: Dom, { start, end }: Tag): string {
  const run = dom.paragraphs.find((one) => one.start <= start && end <= one.end);
  if (!run) return '';
  const before = textBetween(dom, Math.max(run.start, start - 40), start - 1, 400);
  let stop = end;
  while (stop < run.end && !dom.breaks.has(stop)) stop++;
  return `${before.split(/[.!?…](?:\s+|$)/).at(-1) ?? ''} ${textBetween(dom, end, stop, 400)}`;
}

function textAround(dom: Dom, link: Tag, holder: Tag): string {
  return `${textBetween(dom, Math.max(holder.start, link.start - 400), link.start - 1, 400)} ${textBetween(dom, link.end, Math.min(holder.end, link.end + 400), 400)}`;
}
