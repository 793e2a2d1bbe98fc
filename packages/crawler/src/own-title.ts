import type { HtmlFacts } from './facts.ts';
import { cut } from './text.ts';

/** Enough to know a page by; a longer heading is a sentence. */
const LENGTH = 120;

/** What a page calls itself: its main heading, or else what its title says before the name of the site; cut. */
export function ownTitle({ headings, title }: Pick<HtmlFacts, 'headings' | 'title'>): string {
  const main = headings.find(({ level }) => level === 1)?.text;
  return cut(main ?? title?.split(/ [-–|] /, 1)[0] ?? '', LENGTH);
}
