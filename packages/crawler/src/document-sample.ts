import { createHash } from 'node:crypto';
import type { HtmlFacts } from './facts.ts';

/** Collections of acts: nominative, hence never kept whole. */
const ACTS = /\/raa(?![a-z])|recueils?[-_ ]des[-_ ]actes/i;

/**
 * Documents to read whole; of the others, the beginning is enough. Each has its
 * own rank in the draw: a document added to the site moves none of the others
 * in or out but the last.
 *
 * @param excluded addresses never kept, whatever their name
 * @param seed the site's address: the same site gives the same draw
 */
export function chooseDocuments(
  urls: readonly string[],
  size: number,
  excluded: ReadonlySet<string>,
  seed: string,
): string[] {
  const rank = (url: string): string => createHash('sha256').update(`${seed}\n${url}`).digest('hex');
  return urls
    .filter((url) => !excluded.has(url) && !ACTS.test(url))
    .map((url) => ({ url, rank: rank(url) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ url }) => url)
    .sort();
}

/** Documents that the lists of acts lead to. */
export function documentsOfActs(
  pages: Iterable<{ readonly html: Pick<HtmlFacts, 'kind' | 'links'> }>,
): Set<string> {
  const urls = new Set<string>();
  for (const { html } of pages) {
    if (html.kind !== 'acts') continue;
    for (const { kind, url } of html.links) if (kind === 'document' && url !== null) urls.add(url);
  }
  return urls;
}
