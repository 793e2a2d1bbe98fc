import { tagsBetween, type Dom } from './read-dom.ts';

/** What makes a page worth looking at apart from its template. */
export type Feature = 'form' | 'table' | 'media';

const MEDIA = new Set(['video', 'audio', 'iframe', 'object', 'embed']);

/** What the main part holds that is judged in its own way, sorted. */
export function readFeatures(dom: Dom): Feature[] {
  const found = new Set<Feature>();
  for (const tag of dom.tags) {
    if (!tag.inMain) continue;
    if (tag.name === 'form') found.add('form');
    else if (MEDIA.has(tag.name)) found.add('media');
    else if (tag.name === 'table' && tagsBetween(dom, tag.start, tag.end).some(({ name }) => name === 'td'))
      found.add('table');
  }
  return [...found].sort();
}
