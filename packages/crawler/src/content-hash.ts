import { createHash } from 'node:crypto';
import type { HtmlFacts } from './facts.ts';
import { mainText } from './read-passages.ts';

/** Same for two addresses of one page, whatever tokens, counters and host names its code holds. */
export function contentHash({
  title,
  headings,
  passages,
}: Pick<HtmlFacts, 'title' | 'headings' | 'passages'>): string {
  const said = JSON.stringify([title, headings.map((heading) => heading.text), mainText({ passages })]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
