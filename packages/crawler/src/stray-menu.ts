import type { HtmlFacts } from './facts.ts';

/** A page, and what it links to. */
export interface LinkingPage {
  readonly url: string;
  readonly links: readonly Pick<HtmlFacts['links'][number], 'kind' | 'url'>[];
}

/** One link alone may lead to a rubric named as the one above it. */
const MENU = 2;

/**
 * Links of a menu written without their first slash, which start anew from each
 * page they are on: below `/a/`, that `/` leads to beside `/b/`, stand `/a/a/`
 * and `/a/b/`. No page that exists holds itself and its neighbours.
 *
 * @param above the page that led to this one; asked for only when it may tell
 */
export function strayMenu(page: LinkingPage, above?: () => LinkingPage | undefined): ReadonlySet<string> {
  const own = endingsOf(page);
  const name = nameOf(page.url);
  if (own.size < MENU || ![...own.keys()].some((ending) => nameOf(ending) === name)) return NONE;
  const other = above?.();
  if (!other) return NONE;
  const start = folderOf(other.url);
  if (folderOf(page.url) === start) return NONE;
  const offered = endingsOf(other);
  const self = page.url.startsWith(start) ? page.url.slice(start.length) : '';
  const shared = [...own].filter(([ending]) => offered.has(ending));
  const holdsItself = offered.has(self) && own.has(self);
  return holdsItself && shared.length >= MENU ? new Set(shared.map(([, url]) => url)) : NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** What the addresses below the folder of a page add to it, and the addresses. */
function endingsOf({ url: page, links }: LinkingPage): Map<string, string> {
  const folder = folderOf(page);
  const found = new Map<string, string>();
  for (const { kind, url } of links)
    if (kind === 'page' && url?.startsWith(folder) === true && url.length > folder.length)
      found.set(url.slice(folder.length), url);
  return found;
}

function folderOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The last word of an address. */
function nameOf(url: string): string {
  return /([^/]*)\/?$/.exec(url.replace(/[?#].*$/s, ''))?.[1] ?? '';
}
