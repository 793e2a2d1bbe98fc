import { shuffled } from './draw.ts';
import type { HtmlFacts } from './facts.ts';

/** Collections of acts: nominative, hence never kept whole. */
const ACTS = /\/raa(?![a-z])|recueils?[-_ ]des[-_ ]actes/i;

/**
 * Documents to read whole; of the others, the beginning is enough.
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
  const sound = urls.filter((url) => !excluded.has(url) && !ACTS.test(url));
  return shuffled(sound, seed, String).slice(0, size).sort();
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
