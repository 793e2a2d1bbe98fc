import type { Passage } from './read-passages.ts';
import { cut, fold } from './text.ts';

/**
 * The first passage of the main part that says it, with what stands under it
 * when it is a title; `null` when nothing does.
 *
 * @param pattern of folded text
 */
export function quoteOf(passages: readonly Passage[], pattern: RegExp, length: number): string | null {
  const main = passages.filter(({ inMain }) => inMain);
  const at = main.findIndex(({ text }) => pattern.test(fold(text)));
  const found = main[at];
  if (!found) return null;
  const next = main[at + 1];
  if (found.kind === 'heading' && next && next.kind !== 'heading')
    return cut(`${found.text} : ${next.text}`, length);
  // In a long paragraph, what is looked for may stand far from its beginning.
  const place = pattern.exec(fold(found.text))?.index ?? 0;
  return place + length / 2 < length
    ? cut(found.text, length)
    : cut(`…${found.text.slice(place - length / 4)}`, length);
}
