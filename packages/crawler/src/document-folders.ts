import { shuffled } from './draw.ts';
import type { HtmlFacts } from './facts.ts';

/**
 * Files asked of one list: the newest are those that readers come for. Fifty,
 * that five lists fill the whole budget of documents at least. A proposal of
 * this project.
 */
export const MAX_PER_FOLDER = 50;
/** Of the acts, as many in all, drawn: years of them are alike. */
const ACTS = /\/raa(?![a-z])|recueils?[-_ ]des[-_ ]actes/i;

interface Placed {
  readonly url: string;
  /** The first page, by address, that lists it. */
  readonly folder: string;
  /** Day shown beside it, then its number in the engine: the larger, the newer. */
  readonly day: string;
  readonly number: number;
}

/**
 * Of the documents that wait, those that are counted and not asked: beyond the
 * newest of their list, and acts beyond a draw that is the same each time.
 *
 * @param seed the site's address
 */
export function beyondNewest(
  waiting: readonly string[],
  pages: Iterable<{ readonly url: string; readonly html: Pick<HtmlFacts, 'kind' | 'links' | 'viewOf'> }>,
  max: number,
  seed: string,
): { readonly folder: string[]; readonly acts: string[] } {
  const due = new Set(waiting);
  const placed = new Map<string, Placed>();
  const acts = new Set(waiting.filter((url) => ACTS.test(url)));
  for (const { url: page, html } of pages) {
    for (const { kind, url, detail, text } of html.links) {
      if (kind !== 'document' || url === null || !due.has(url)) continue;
      if (html.kind === 'acts') acts.add(url);
      const folder = html.viewOf ?? page;
      const known = placed.get(url);
      if (known && known.folder <= folder) continue;
      placed.set(url, { url, folder, day: dayIn(`${detail} ${text}`), number: numberIn(url) });
    }
  }
  const folders = Map.groupBy(
    [...placed.values()].filter(({ url }) => !acts.has(url)),
    ({ folder }) => folder,
  );
  return {
    folder: [...folders.values()].flatMap((files) =>
      files
        .sort(newestFirst)
        .slice(max)
        .map(({ url }) => url),
    ),
    acts: shuffled(acts, seed, String).slice(max),
  };
}

function newestFirst(a: Placed, b: Placed): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return b.number - a.number || (a.url < b.url ? -1 : 1);
}

/** « PDF - 0,81 Mb - 13/08/2026 » → `2026-08-13`; empty when there is none: the oldest. */
function dayIn(text: string): string {
  const [, day = '', month = '', year = ''] = /(?<!\d)(\d{2})\/(\d{2})\/(\d{4})(?!\d)/.exec(text) ?? [];
  return year === '' ? '' : `${year}-${month}-${day}`;
}

/** `/contenu/telechargement/65012/…` → 65012. */
function numberIn(url: string): number {
  return Number(/\/(?:contenu\/telechargement|content\/download)\/(\d{1,12})\//.exec(url)?.[1] ?? 0);
}
