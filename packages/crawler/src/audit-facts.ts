import type { AddressRow, AuditFile, RenderFailure } from './audit-file.ts';
import { collapse, cut } from './text.ts';
import type {
  AddressFacts,
  AddressOutcome,
  Facts,
  HtmlFacts,
  LinkTarget,
  PageFacts,
  RenderedFacts,
  SiteInfo,
} from './facts.ts';

/** A page that exists and could not be read; the others are absent, elsewhere, or none of our business. */
const UNREADABLE: ReadonlySet<AddressOutcome> = new Set<AddressOutcome>([
  'blocked',
  'server_error',
  'network_error',
  'timeout',
  'too_large',
  'invalid_content',
  'loop',
]);
const FOUND_ON = 20;
const HOPS = 20;
const ALIASES = 20;
/** As the one that is read. */
const TITLE_LENGTH = 1_000;

/**
 * Reads a closed collection, one page in memory at a time: joins the links of
 * a page with what became of their addresses, follows the stored redirects, and
 * leaves out what answers the same bytes as another page.
 */
export function factsOf(file: AuditFile, site: SiteInfo): Facts {
  const rows = new Map<string, AddressRow>();
  for (const row of file.addresses()) rows.set(row.url, row);
  const twins = twinsOf(file.bodies(), file.sayingTheSame(), rows);
  const sample = new Set(file.sample?.urls);
  const views = file.views();

  const targetOf = (url: string): LinkTarget | undefined => {
    const row = rows.get(url);
    return row && resolve(row, rows, twins);
  };

  return {
    site,
    listedLeft: file.listedLeft ?? 0,
    *pages() {
      const read = file.pages();
      for (const row of rows.values()) {
        if (row.kind !== 'page') continue;
        if (row.done && UNREADABLE.has(row.outcome)) yield unreadablePage(row, site);
      }
      for (const { url, html } of read) {
        const row = rows.get(url);
        if (!row || twins.has(url)) continue;
        yield readPage(
          row,
          site,
          join(html, targetOf, views.get(url) ?? []),
          sample.has(url),
          file.rendered(url),
        );
      }
    },
    *addresses() {
      const foundOn = sources(file);
      const aliases = file.aliases();
      for (const [twin, url] of twins) aliases.set(url, [...(aliases.get(url) ?? []), twin].sort());
      for (const row of rows.values()) {
        const { done, location, ...facts } = row;
        const rendered = file.rendered(row.url);
        yield {
          ...facts,
          ...resolve(row, rows, twins),
          ...shownTitle(rendered),
          ...unsettled(rendered),
          ...recordedAsDocument(row),
          foundOn: foundOn.get(row.url) ?? [],
          aliases: (aliases.get(row.url) ?? []).slice(0, ALIASES),
        } satisfies AddressFacts;
      }
    },
  };
}

/** A file that answers is read by no check of pages: its outcome says so, unless its bytes are those of a page. */
function recordedAsDocument({ kind, outcome, magic }: AddressRow): Partial<Pick<AddressFacts, 'outcome'>> {
  return kind === 'document' && outcome === 'ok' && magic !== 'html' ? { outcome: 'not_html' } : {};
}

/** The title that a script wrote is the one that readers see. */
function shownTitle(rendered: RenderedFacts | RenderFailure | undefined): Pick<AddressFacts, 'title'> {
  const title = rendered && 'title' in rendered ? collapse(rendered.title) : '';
  return title === '' ? {} : { title: cut(title, TITLE_LENGTH) };
}

/** A page that never settles is one that a reader may never see, however well its HTML reads. */
function unsettled(
  rendered: RenderedFacts | RenderFailure | undefined,
): Partial<Pick<AddressFacts, 'outcome' | 'reason'>> {
  if (!rendered || !('failure' in rendered)) return {};
  const { outcome, failure } = rendered;
  return outcome === 'timeout' || outcome === 'loop' ? { outcome, reason: failure } : {};
}

function readPage(
  row: AddressRow,
  site: SiteInfo,
  html: HtmlFacts,
  inSample: boolean,
  rendered: RenderedFacts | RenderFailure | undefined,
): PageFacts {
  const base = { url: row.url, depth: row.depth, fetchedOn: row.fetchedOn ?? site.startedOn, html, inSample };
  if (!rendered) return base;
  if (!('failure' in rendered)) return { ...base, rendered };
  return { ...base, failure: { part: 'rendered', outcome: rendered.outcome, reason: rendered.failure } };
}

function unreadablePage(row: AddressRow, site: SiteInfo): PageFacts {
  const { url, depth, outcome, reason } = row;
  return {
    url,
    depth,
    fetchedOn: row.fetchedOn ?? site.startedOn,
    inSample: false,
    failure: { part: 'html', outcome, ...(reason === undefined ? {} : { reason }) },
  };
}

function join(
  html: HtmlFacts,
  targetOf: (url: string) => LinkTarget | undefined,
  views: readonly string[],
): HtmlFacts {
  const links = html.links.map((link) => {
    const target = link.url === null ? undefined : targetOf(withoutView(link.url));
    return target ? { ...link, target } : link;
  });
  return { ...html, links, views };
}

function withoutView(url: string): string {
  const mark = url.indexOf('#!');
  return mark < 0 ? url : url.slice(0, mark);
}

/** Follows the stored redirects of an address to what they end on. */
function resolve(
  row: AddressRow,
  rows: ReadonlyMap<string, AddressRow>,
  twins: ReadonlyMap<string, string>,
): LinkTarget {
  if (!row.done) return { outcome: 'out_of_scope', reason: 'budget' };
  const twin = twins.get(row.url);
  // It answers, by itself: only its content is another's.
  if (twin !== undefined) return { reason: 'same-content', ...own(row), finalUrl: twin, hops: 0 };
  const seen = new Set([row.url]);
  let end: AddressRow | undefined = row;
  let finalUrl: string | undefined;
  while (end?.outcome === 'redirected' && end.location !== undefined && seen.size <= HOPS) {
    finalUrl = end.location;
    if (seen.has(finalUrl)) return { ...own(row), outcome: 'loop', finalUrl, hops: seen.size };
    seen.add(finalUrl);
    end = rows.get(finalUrl);
  }
  const hops = seen.size - 1;
  // A target refused for its scheme is told, as text.
  if (finalUrl === undefined && row.outcome === 'out_of_scope' && row.location !== undefined)
    return { ...own(row), finalUrl: row.location };
  if (finalUrl === undefined) return own(row);
  const led = { finalUrl, hops };
  if (seen.size > HOPS) return { ...own(row), outcome: 'loop', ...led };
  // Where it leads was not asked: it answers with a redirect, and that is all that is known.
  if (!end?.done || (end.outcome === 'out_of_scope' && end.reason !== 'private'))
    return { ...own(row), outcome: 'redirected', ...led };
  const isFine = end.outcome === 'ok' || end.outcome === 'not_html';
  return { ...own(end), outcome: isFine ? 'redirected' : end.outcome, ...led };
}

function own(row: AddressRow): LinkTarget {
  const { outcome, reason, status, contentType, size, magic } = row;
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(size === undefined ? {} : { size }),
    ...(magic === undefined ? {} : { magic }),
  };
}

/**
 * Addresses that answer the very same bytes are one page (with and without a
 * final slash, `/` and `/index.html`), and so are those that say the same when
 * one declares to be the other: from the others to the first met.
 */
function twinsOf(
  bodies: ReadonlyMap<string, string>,
  sayingTheSame: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, AddressRow>,
): Map<string, string> {
  const depthOf = (url: string): number => rows.get(url)?.depth ?? 0;
  const first = new Map<string, string>();
  for (const [url, hash] of bodies) {
    const known = first.get(hash);
    if (known === undefined || depthOf(url) < depthOf(known)) first.set(hash, url);
  }
  const twins = new Map<string, string>();
  for (const [url, hash] of bodies) {
    const known = first.get(hash);
    if (known !== undefined && known !== url) twins.set(url, known);
  }
  for (const [url, other] of sayingTheSame) {
    const end = twins.get(other) ?? other;
    // A page that others lead to stays, so that no way ends on a name.
    if (!twins.has(url) && end !== url && !leadsTo(twins, url)) twins.set(url, end);
  }
  return twins;
}

function leadsTo(twins: ReadonlyMap<string, string>, url: string): boolean {
  return [...twins.values()].includes(url);
}

/** The first pages, by address, that link to each address. */
function sources(file: AuditFile): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { url, html } of file.pages(true)) {
    for (const target of new Set(
      [...html.links, ...html.leads].map((link) => (link.url === null ? null : withoutView(link.url))),
    )) {
      if (target === null) continue;
      const list = found.get(target) ?? [];
      if (list.length < FOUND_ON) list.push(url);
      found.set(target, list);
    }
  }
  return found;
}
