import { readContent, type ContentFacts } from './content.ts';
import type { HeadingFacts, HtmlFacts, PlaceFacts, SheetView } from './facts.ts';
import { readBadges } from './read-badges.ts';
import { excessOf } from './read-bounds.ts';
import { readBrand } from './read-brand.ts';
import { readBreadcrumb } from './read-breadcrumb.ts';
import { declaresLate, decodeHtml, decodeXml, encodingOf, xmlEncodingOf } from './read-charset.ts';
import { readDoctype } from './read-doctype.ts';
import { closest, nameOf, parseDom, textBetween, type Dom, type Tag } from './read-dom.ts';
import { inEncoding } from './read-query.ts';
import { readFeatures } from './read-features.ts';
import { kindOfPage, type KindContext } from './read-kind.ts';
import { hrefOf, readCanonical, readLeads, readLinks } from './read-links.ts';
import { readListed } from './read-listed.ts';
import { readMentions } from './read-mentions.ts';
import { readNavigation } from './read-navigation.ts';
import { readPassages } from './read-passages.ts';
import { readPictures } from './read-pictures.ts';
import { placesOf } from './read-place.ts';
import { readComponents, readTemplate } from './read-shape.ts';
import { readSearchForm } from './read-search-form.ts';
import { readSheetMarks } from './read-sheet.ts';
import { readSkipLinks } from './read-skip-links.ts';
import { readStatement } from './read-statement.ts';
import { readSyntax } from './read-syntax.ts';
import { readUnsafe } from './read-unsafe.ts';
import { readUpdated } from './read-update.ts';
import { isXhtml, xhtmlFault, type XhtmlFault } from './read-xhtml.ts';
import { cut } from './text.ts';

/** What reading depends on beside the page itself. */
export type ReadContext = KindContext;

/** Where a page came from. */
export interface PageSource {
  readonly url: string;
  /** The header, as received. */
  readonly contentType: string | undefined;
  /** Its `Content-Security-Policy`, where it is known. */
  readonly policy?: string | undefined;
}

const TITLE_LENGTH = 1_000;
/** Characters of a link’s text, and links, of a sheet that a widget shows. */
const LINK_LENGTH = 300;
const VIEW_LINKS = 500;

/** What is odd in a page before it is read; only the last one does not keep it from being read. */
export type Oddity = XhtmlFault | 'late-charset';

/**
 * What is odd in a page before it is read: more elements or levels than can be
 * held, or XML that no browser shows, and it is not read; or a declaration of its
 * encoding that comes where no browser looks for it, and its text may be garbled.
 */
export function oddityOf(bytes: Uint8Array, contentType: string | undefined): Oddity | null {
  if (isXhtml(contentType)) return xhtmlFault(decodeXml(bytes, contentType));
  const excess = excessOf(decodeHtml(bytes, contentType));
  return excess ?? (declaresLate(bytes, contentType) ? 'late-charset' : null);
}

/** What becomes of a page that is odd; `null` when it is read all the same. */
export function refusalOf(oddity: Oddity | null): 'too_large' | 'invalid_content' | null {
  if (oddity === null || oddity === 'late-charset') return null;
  return oddity === 'elements' || oddity === 'levels' ? 'too_large' : 'invalid_content';
}

/** What the HTML alone says of a page. Never throws, whatever the bytes. */
export function readHtml(bytes: Uint8Array, source: PageSource, context: ReadContext): HtmlFacts {
  const isXml = isXhtml(source.contentType);
  const encoding = (isXml ? xmlEncodingOf : encodingOf)(bytes, source.contentType);
  const addressing = inEncoding(context.addressing, encoding);
  const text = (isXml ? decodeXml : decodeHtml)(bytes, source.contentType);
  const dom = parseDom(text, { isXml });
  const placeOf = placesOf(dom);
  const url = addressing.canonical(source.url, source.url) ?? source.url;
  const base = baseOf(dom, source.url);
  const titles = dom.tags.filter(
    (tag) => tag.name === 'title' && !closest(tag, ({ name }) => name === 'svg'),
  );
  const [title = '', otherTitle = ''] = titles
    .slice(0, 2)
    .map(({ start, end }) => cut(textBetween(dom, start, end, TITLE_LENGTH + 1), TITLE_LENGTH));
  const urlOf = (link: Tag): string | null => addressing.canonical(hrefOf(link) ?? '', base);
  const linkContext = { addressing, page: url, base, placeOf };
  const badges = readBadges(dom, placeOf);
  const listed = readListed(dom, linkContext);
  const pictures = readPictures(dom);
  const searchForm = readSearchForm(dom, base);
  const unsafe = readUnsafe(dom, { url, base, policy: source.policy }, placeOf);
  const content = {
    title: title === '' ? null : title,
    headings: readHeadings(dom, placeOf),
    links: readLinks(dom, linkContext),
    breadcrumb: readBreadcrumb(dom),
    viewOf: addressing.viewOf(url),
  };
  const hasCards = dom.tags.some(({ inMain, classes }) => inMain && classes.includes('fr-card'));
  const kind = kindOfPage(url, { ...content, hasCards }, context);
  return {
    ...content,
    kind,
    leads: readLeads(dom, linkContext),
    canonical: readCanonical(dom, linkContext),
    ...(otherTitle === '' ? {} : { otherTitle }),
    doctype: readDoctype(text),
    // What is well-formed has none of these faults, and may write what HTML does not know.
    syntax: isXml ? [] : readSyntax(text),
    lang: readLang(dom, isXml),
    updated: readUpdated(dom, placeOf),
    mentions: readMentions(dom, urlOf, placeOf),
    statement: kind === 'accessibility' ? readStatement(dom, urlOf) : null,
    skipLinks: readSkipLinks(dom, placeOf),
    navigation: readNavigation(dom, urlOf, placeOf),
    brand: readBrand(dom, placeOf),
    ...(pictures.length > 0 ? { pictures } : {}),
    ...(searchForm ? { searchForm } : {}),
    ...(unsafe.length > 0 ? { unsafe } : {}),
    sheet: readSheetMarks(dom, url, placeOf),
    views: [],
    ...(badges.length === 0 ? {} : { badges }),
    ...(listed.length === 0 ? {} : { listed }),
    passages: readPassages(dom, isHeading),
    template: readTemplate(dom),
    features: readFeatures(dom),
    components: readComponents(dom),
    content: readContent(dom, { placeOf, url }),
  };
}

/** What a browser shows of a page, from the snapshot it made. Never throws, whatever the page. */
export function readRendered(snapshot: string, url: string): ContentFacts {
  const dom = parseDom(snapshot, { isSnapshot: true });
  return readContent(dom, { placeOf: placesOf(dom), url });
}

/** The sheet that a browser shows, from the HTML it made. */
export function readSheetView(
  html: string,
  url: string,
): Required<Pick<SheetView, 'sheet' | 'passages' | 'links'>> {
  const dom = parseDom(html);
  const sheet = readSheetMarks(dom, url, placesOf(dom));
  const passages = readPassages(dom, isHeading).filter(({ inMain }) => inMain);
  const base = baseOf(dom, url);
  const links = dom.tags.flatMap((tag) => {
    const href = tag.inMain && tag.shown ? hrefOf(tag) : null;
    const address = href === null ? null : URL.parse(href, base);
    return address && /^https?:$/.test(address.protocol)
      ? { url: address.href, text: cut(nameOf(dom, tag), LINK_LENGTH) }
      : [];
  });
  return { sheet, passages, links: links.slice(0, VIEW_LINKS) };
}

function readLang({ tags }: Dom, isXml: boolean): string | null {
  const { attributes = {} } = tags.find(({ name }) => name === 'html') ?? {};
  const written = (isXml ? attributes['xml:lang'] : undefined) ?? attributes['lang'];
  return written?.trim() || null;
}

/** As browsers do: the first one that has an address, unless links could not start from it. */
function baseOf({ tags }: Dom, url: string): string {
  const tag = tags.find(
    (one) =>
      one.name === 'base' &&
      one.attributes['href'] !== undefined &&
      !closest(one, ({ name }) => name === 'svg'),
  );
  const base = URL.parse(tag?.attributes['href'] ?? '', url);
  return base && !/^(?:data|javascript):$/.test(base.protocol) ? base.href : url;
}

function readHeadings(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): HeadingFacts[] {
  return dom.tags.flatMap((tag) => {
    const level = tag.shown ? levelOf(tag) : null;
    return level === null ? [] : { level, text: nameOf(dom, tag), ...placeOf(tag) };
  });
}

function levelOf({ name, attributes }: Tag): number | null {
  const { role } = attributes;
  const native = name.startsWith('h') ? /^h([1-6])$/.exec(name)?.[1] : undefined;
  if (role === undefined && native !== undefined) return Number(native);
  if (role !== 'heading') return null;
  const written = Number(attributes['aria-level']);
  if (Number.isInteger(written) && written > 0) return written;
  return Number(native ?? 2);
}

function isHeading(tag: Tag): boolean {
  return tag.shown && levelOf(tag) !== null;
}
