import { createHash } from 'node:crypto';
import type { HtmlFacts } from './facts.ts';

/** Same for two addresses of one page, whatever tokens, counters and host names its code holds. */
export function contentHash({
  title,
  headings,
  text,
}: Pick<HtmlFacts, 'title' | 'headings' | 'text'>): string {
  const said = JSON.stringify([title, headings.map((heading) => heading.text), text]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
