import type { AuditFile, Target } from './audit-file.ts';
import type { Plan } from './collect.ts';
import type { HtmlFacts, PageKind, Zone } from './facts.ts';
import type { Fetched } from './fetch.ts';
import { decodeHtml } from './read-charset.ts';
import type { Reuse } from './reuse.ts';
import { hashOf, isDue, knownOf, type Known } from './since-known.ts';
import type { Since } from './since.ts';
import { steadySource } from './volatile.ts';

/** Facts of a page that the previous audit read from the same bytes, in the same way. */
export function knownFacts(
  since: Since,
  url: string,
  { body, headers }: Fetched,
  isRespelled: boolean,
): HtmlFacts | undefined {
  const known = since.readsAlike && !isRespelled ? knownOf(since, { url, kind: 'page' }) : undefined;
  if (!known || known.isRespelled || !body || known.bodyHash !== hashOf(body)) return undefined;
  if (known.answer.headers['content-type'] !== headers['content-type']) return undefined;
  return htmlOf(since.file, url);
}

/** How a page that was sent again stands to what the previous audit read. */
export function howSent(since: Since, url: string, { body, headers, fetchedOn }: Fetched): Reuse {
  const known = knownOf(since, { url, kind: 'page' });
  const reuse = (how: Reuse['how']): Reuse => ({ how, age: 0, knownOn: fetchedOn });
  if (!known?.body || !body) return reuse('new');
  if (isDue(known, fetchedOn)) return reuse('due');
  const isSame =
    known.bodyHash === hashOf(body) ||
    steadySource(decodeHtml(known.body, known.answer.headers['content-type'])) ===
      steadySource(decodeHtml(body, headers['content-type']));
  return reuse(isSame ? 'same' : 'changed');
}

/**
 * What vouches for a page, so that it need not be asked: the day of its last
 * change, from a sitemap or a list read today, earlier than the day when its
 * content was last known. Such a day speaks for the page's own text: it holds as
 * long as what surrounds the text has not changed either, seen on the start page,
 * and never for a list, which its engine makes anew from the pages that it lists.
 */
export function vouchedFor(
  { url, kind, depth }: Target,
  { since }: Pick<Plan, 'since'>,
  file: AuditFile,
  today: string,
): { readonly known: Known; readonly how: 'sitemap' | 'listing' } | undefined {
  if (!since || kind !== 'page' || depth === 0) return undefined;
  const changed = file.dayOf(url);
  if (!changed || !hasSameSurroundings(since, file)) return undefined;
  const known = knownOf(since, { url, kind });
  if (!known || known.isRespelled || isDue(known, today) || changed.day >= known.knownOn) return undefined;
  const html = htmlOf(since.file, url);
  if (!html || isList(html)) return undefined;
  return { known, how: changed.source };
}

const OWN_ZONES: ReadonlySet<Zone> = new Set<Zone>(['main', 'aside']);
const LISTS: ReadonlySet<PageKind> = new Set<PageKind>(['home', 'listing', 'acts']);
/** Pages of the site that the main part of a page may lead to without being a list. */
const MAX_LEADS = 20;

function isList({ kind, viewOf, listed, links }: HtmlFacts): boolean {
  if (LISTS.has(kind) || viewOf !== null || listed !== undefined) return true;
  return links.filter((link) => link.kind === 'page' && OWN_ZONES.has(link.zone)).length > MAX_LEADS;
}

/** Facts that a file may have damaged. */
function htmlOf(file: AuditFile, url: string): HtmlFacts | undefined {
  try {
    return file.html(url);
  } catch {
    return undefined;
  }
}

/** Each file is asked once whether its start page still stands among the same things: it is read first, and does not change. */
const surroundings = new WeakMap<AuditFile, boolean>();

function hasSameSurroundings({ file: previous }: Since, file: AuditFile): boolean {
  const known = surroundings.get(file);
  if (known !== undefined) return known;
  const starts = file.firstPages();
  const isSame = starts.length > 0 && starts.every((url) => surround(file, url) === surround(previous, url));
  surroundings.set(file, isSame);
  return isSame;
}

/** What a page shares with the others of its site: header, menus, footer, and the shape of all that. */
function surround(file: AuditFile, url: string): string | undefined {
  const html = htmlOf(file, url);
  if (!html) return undefined;
  const shared = <T extends { readonly zone: Zone }>(parts: readonly T[]): readonly T[] =>
    parts.filter(({ zone }) => !OWN_ZONES.has(zone));
  const links = shared(html.links).map(({ url: to, href, text }) => [to ?? href, steadySource(text)]);
  const headings = shared(html.headings).map(({ text }) => steadySource(text));
  const mentions = shared(html.mentions).map(({ text }) => text);
  const skips = html.skipLinks.map(({ text, fragment, hasTarget }) => [text, fragment, hasTarget]);
  return JSON.stringify([html.lang, html.template, links, headings, mentions, skips]);
}
