import type { AddressRow, AuditFile, RenderFailure } from './audit-file.ts';
import { Known } from './known.ts';
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
import { Scratch } from './scratch.ts';
import { collapse, cut } from './text.ts';

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
/** Rows of addresses kept in memory, at most twice that. */
const AT_HAND = 2_000;
const HOPS = 20;
const ALIASES = 20;
const LEFT: LinkTarget = { outcome: 'out_of_scope', reason: 'budget' };
/** As the one that is read. */
const TITLE_LENGTH = 1_000;

/**
 * Reads a closed collection, one page in memory at a time: joins the links of
 * a page with what became of their addresses, follows the stored redirects, and
 * leaves out what answers the same bytes as another page.
 */
export function factsOf(file: AuditFile, site: SiteInfo, scratch: Scratch = new Scratch()): Facts {
  // The menus of a site lead to the same addresses from every page: these stay at hand, the others come and go.
  const rows = new Known<AddressRow | undefined>(AT_HAND);
  const rowOf: RowOf = (url) => rows.get(url, (one) => file.row(one));
  const targets = new Known<LinkTarget | undefined>(AT_HAND);
  const twins = twinsOf(file.sameBytes(), file.sayingTheSame());
  const sample = new Set(file.sample?.urls);
  const views = file.views();
  const plain = file.plainAnswer;

  // Of too many addresses, those that are kept nowhere.
  const beyond: LinkTarget | undefined = file.isCut ? LEFT : undefined;
  const targetOf = (url: string): LinkTarget | undefined =>
    targets.get(url, (one) => targetIn(rowOf, twins, one)) ?? beyond;

  let hasSources = false;
  /** The pages that were read; who reads them all leaves behind which of them lead to each address. */
  function* read(): Generator<{ url: string; html: HtmlFacts }> {
    for (const page of file.pages(true)) {
      if (!hasSources) scratch.addFound(led(page.html), page.url);
      yield page;
    }
    hasSources = true;
  }

  return {
    site,
    listedLeft: file.listedLeft ?? 0,
    isCut: file.isCut,
    *pages() {
      for (const row of file.addresses()) {
        if (row.kind !== 'page') continue;
        if (row.done && UNREADABLE.has(row.outcome)) yield unreadablePage(row, site);
      }
      for (const { url, html } of read()) {
        const row = rowOf(url);
        if (!row || row.kind === 'frame' || twins.has(url)) continue;
        const joined = join(html, targetOf, views.get(url) ?? []);
        const page = readPage(row, site, joined, sample.has(url), file.rendered(url));
        yield html.kind === 'home' && plain !== undefined ? { ...page, plain } : page;
      }
    },
    *addresses() {
      for (const pages = read(); !hasSources; pages.next());
      const namesOf = Map.groupBy(twins.keys(), (twin) => twins.get(twin) ?? twin);
      for (const row of file.addresses()) {
        const { done, location, milliseconds, cookies, ...facts } = row;
        const rendered = file.rendered(row.url);
        yield {
          ...facts,
          ...resolve(row, rowOf, twins),
          ...shownTitle(rendered),
          ...unsettled(rendered),
          ...recordedAsDocument(row),
          foundOn: scratch.foundOn(row.url),
          aliases: [...file.aliases(row.url), ...(namesOf.get(row.url) ?? [])].sort().slice(0, ALIASES),
        } satisfies AddressFacts;
      }
    },
  };
}

/** What became of the addresses that the configuration gives, whether or not a link leads to them. */
export function targetsOf(file: AuditFile): (url: string) => LinkTarget | undefined {
  return (url) => targetIn((address) => file.row(address), new Map(), url);
}

function targetIn(rowOf: RowOf, twins: ReadonlyMap<string, string>, url: string): LinkTarget | undefined {
  const row = rowOf(url);
  return row && resolve(row, rowOf, twins);
}

type RowOf = (url: string) => AddressRow | undefined;

/** A file that answers is read by no check of pages: its outcome says so, unless its bytes are those of a page. */
function recordedAsDocument({
  kind,
  outcome,
  magic,
  contentType = 'text/html',
}: AddressRow): Partial<Pick<AddressFacts, 'outcome' | 'reason'>> {
  if (kind !== 'document' || outcome !== 'ok') return {};
  if (magic !== 'html') return { outcome: 'not_html' };
  // Whoever opens it as the file that it is said to be sees nothing.
  return /html|^$/i.test(contentType) ? {} : { outcome: 'invalid_content', reason: 'page' };
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
  const { milliseconds, cookies } = row;
  const base = {
    ...{ url: row.url, depth: row.depth, fetchedOn: row.fetchedOn ?? site.startedOn, html, inSample },
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(cookies === undefined ? {} : { cookies }),
  };
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
  for (const link of html.links) {
    const target = link.url === null ? undefined : targetOf(withoutView(link.url));
    // What was just unpacked is nobody else's: a copy of each link of each page would cost as much as all this.
    if (target) Object.assign(link, { target });
  }
  return { ...html, views };
}

function withoutView(url: string): string {
  const mark = url.indexOf('#!');
  return mark < 0 ? url : url.slice(0, mark);
}

/** Follows the stored redirects of an address to what they end on. */
function resolve(row: AddressRow, rowOf: RowOf, twins: ReadonlyMap<string, string>): LinkTarget {
  if (!row.done) return LEFT;
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
    end = rowOf(finalUrl);
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
  const { outcome, reason, status, contentType, size, magic, document } = row;
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(size === undefined ? {} : { size }),
    ...(magic === undefined ? {} : { magic }),
    ...(document === undefined ? {} : { document }),
  };
}

/**
 * Addresses that answer the very same bytes are one page (with and without a
 * final slash, `/` and `/index.html`), and so are those that say the same when
 * one declares to be the other: from the others to the first met.
 */
function twinsOf(
  sameBytes: ReadonlyMap<string, string>,
  sayingTheSame: ReadonlyMap<string, string>,
): Map<string, string> {
  const twins = new Map(sameBytes);
  // A page that others lead to stays, so that no way ends on a name.
  const ends = new Set(twins.values());
  for (const [url, other] of sayingTheSame) {
    const end = twins.get(other) ?? other;
    if (twins.has(url) || end === url || ends.has(url)) continue;
    twins.set(url, end);
    ends.add(end);
  }
  return twins;
}

/** Addresses that a page leads to. */
function led({ links, leads }: HtmlFacts): string[] {
  return [...links, ...leads].flatMap(({ url }) => (url === null ? [] : withoutView(url)));
}
