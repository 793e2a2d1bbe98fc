import { withoutSlash, type Addressing } from './address.ts';
import type { HtmlFacts, LinkFacts, PageKind } from './facts.ts';
import { fold } from './text.ts';

/** What the kind of a page depends on beside the page itself. */
export interface KindContext {
  readonly addressing: Addressing;
  /** Whether the configuration lists this canonical address as a procedure. */
  isListedProcedure(url: string): boolean;
  /** Canonical addresses that the configuration gives: no other page is then taken for them. */
  readonly pinned: { readonly accessibility?: string; readonly legal?: string };
}

type Content = Pick<HtmlFacts, 'title' | 'headings' | 'breadcrumb' | 'links' | 'viewOf'> & {
  /** Whether its main part shows cards that lead to pages. */
  readonly hasCards: boolean;
};

/** Contributors number a rubric when its name is taken: `Demarches2`. */
const PROCEDURES = /^(?:vos |les )?demarches(?: administratives)?\d*$/;
const ACTS = /^raa(?: .*|\d*)$|\brecueils? des actes\b/;
const NAMES = {
  legal: /^mentions? legales?$/,
  accessibility:
    /^(?:declaration (?:d'|de conformite d')?)?accessibilite(?: numerique)?(?: ?:? (?:totalement|partiellement|non) conforme)?$/,
};

/** What kind of page it is: see `PageKind`. */
export function kindOfPage(url: string, content: Content, context: KindContext): PageKind {
  const path = pathWords(url);
  const trail = content.breadcrumb.map(fold).filter((name, at) => at > 0 || name !== 'accueil');
  if (path.length === 0) return 'home';
  if (context.isListedProcedure(url)) return 'procedure';
  if (isNamed('legal', url, path, content, context)) return 'legal';
  if (isNamed('accessibility', url, path, content, context)) return 'accessibility';
  if ([...path, ...trail].some((name) => ACTS.test(name))) return 'acts';
  const hasChildren = content.links.some((link) => isChild(link, url, context.addressing));
  const isBelowProcedures = [path, trail].some(
    (names) => names.length > 1 && PROCEDURES.test(names[0] ?? ''),
  );
  if (isBelowProcedures && !hasChildren && content.viewOf === null) return 'procedure';
  return hasChildren || content.hasCards ? 'listing' : 'other';
}

function isNamed(
  kind: 'legal' | 'accessibility',
  url: string,
  path: readonly string[],
  { title, headings }: Content,
  { pinned }: KindContext,
): boolean {
  const wanted = pinned[kind];
  if (wanted !== undefined) return withoutSlash(wanted) === withoutSlash(url);
  // « Accessibilité » among the procedures is about buildings.
  if (PROCEDURES.test(path[0] ?? '')) return false;
  const leaf = (title ?? '').split(/ [-–—|] /)[0] ?? '';
  const names = [path.at(-1) ?? '', leaf, headings.find(({ level }) => level === 1)?.text ?? ''];
  return names.some((name) => NAMES[kind].test(fold(name)));
}

function isChild(link: LinkFacts, url: string, addressing: Addressing): boolean {
  if (link.kind !== 'page' || link.url === null || !['main', 'body'].includes(link.zone)) return false;
  const bare = withoutSlash(url);
  const rest = link.url.startsWith(`${bare}/`) ? link.url.slice(bare.length + 1) : '';
  return rest !== '' && addressing.viewOf(link.url) !== bare;
}

/** `/Demarches-administratives/Étrangers` → `['demarches administratives', 'etrangers']`. */
function pathWords(url: string): string[] {
  return new URL(url).pathname
    .split('/')
    .filter(Boolean)
    .map((segment) => fold(decode(segment).replace(/[-_]/g, ' ')));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
