import { readUpdate } from './read-dates.ts';
import { closest, type Dom, type Tag } from './read-dom.ts';
import { hrefOf, isEntry, type LinkContext } from './read-links.ts';

/** Longer, a paragraph that holds a date is a text. */
const MAX_LENGTH = 200;

/**
 * Pages that this one lists with the day of their last change: cards and list
 * items of the main part that lead to one page only and say « Mis à jour le … ».
 */
export function readListed(dom: Dom, { addressing, page, base }: LinkContext): [url: string, day: string][] {
  const days = new Map<Tag, string>();
  for (const { tag, text } of dom.paragraphs) {
    if (!tag.shown || !tag.inMain || text.length > MAX_LENGTH) continue;
    const day = readUpdate(text)?.date ?? null;
    const entry = day === null ? null : closest(tag, isEntry);
    // The latest one holds: an older day would vouch for more than is known.
    if (entry && day !== null && day > (days.get(entry) ?? '')) days.set(entry, day);
  }
  if (days.size === 0) return [];
  const leads = new Map<Tag, Set<string>>();
  for (const tag of dom.tags) {
    const href = tag.inMain ? hrefOf(tag) : null;
    const entry = href === null ? null : closest(tag, isEntry);
    const url = entry && days.has(entry) ? addressing.canonical(href ?? '', base) : null;
    if (entry && url !== null) leads.set(entry, (leads.get(entry) ?? new Set()).add(url));
  }
  return [...days].flatMap(([entry, day]) => {
    const [url, ...others] = leads.get(entry) ?? [];
    const isOne = url !== undefined && others.length === 0 && url !== page;
    return isOne && addressing.kindOf(url) === 'page' ? [[addressing.fetchable(url), day]] : [];
  });
}
