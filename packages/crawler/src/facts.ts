import type { ConformityLevel } from '@qualepref/core';
import type { Spelling } from './address.ts';
import type { AxeResult } from './axe-facts.ts';
import type { ContentFacts } from './content.ts';
import type { PlainAnswer } from './plain-answer.ts';
import type { BadgeFacts } from './read-badges.ts';
import type { Passage } from './read-passages.ts';
import type { BrandFacts } from './read-brand.ts';
import type { DoctypeFacts } from './read-doctype.ts';
import type { PictureFacts } from './read-pictures.ts';
import type { SearchFormFacts } from './read-search-form.ts';
import type { SyntaxFacts } from './read-syntax.ts';
import type { UnsafeFacts } from './read-unsafe.ts';
import type { LookFacts } from './render-look.ts';
import type { OpeningFacts } from './render-opening.ts';
import type { DocumentFacts } from './document.ts';
import type { Feature } from './read-features.ts';
import type { StatementFacts } from './read-statement.ts';

/**
 * What is known of one site once collection is closed. Plain data: it survives
 * JSON. A part that could not be collected is absent, never empty.
 */

/** What became of an address; the codes of a fault catalogue for crawlers. */
export type AddressOutcome =
  | 'ok'
  /** Led, by redirects, to another address that answers. */
  | 'redirected'
  /** 404 or 410. */
  | 'gone'
  /** 5xx but 503. */
  | 'server_error'
  /** 401, 403, 429, 451, 503 and unknown codes: a refusal, never a dead link. */
  | 'blocked'
  /** Refused, reset, TLS, DNS, cut short, or not proper HTTP. */
  | 'network_error'
  | 'timeout'
  | 'too_large'
  /** Another kind of document, recorded as such. */
  | 'not_html'
  /** An answer that cannot be read as what it says. */
  | 'invalid_content'
  | 'loop'
  | 'trap'
  /** Not asked for: another site, a private address, an unsafe scheme, a budget. */
  | 'out_of_scope'
  | 'refused_by_robots';

/** What an address is asked for. */
export type AddressKind =
  | 'page'
  /** A page that is only shown within others: read for its links, not judged as a page. */
  | 'frame'
  | 'document'
  | 'external'
  | 'sitemap'
  | 'asset';

/** One address and what became of it. */
export interface AddressFacts {
  readonly url: string;
  readonly kind: AddressKind;
  readonly depth: number;
  readonly outcome: AddressOutcome;
  /** Why, in one word: `dns`, `refused`, `tls`, `private`, `other-host`, `budget`, `never-asked`…; each has its French in outcome-text.ts. */
  readonly reason?: string;
  readonly status?: number;
  /** Address at the end of the redirects, or of the same content, when it is another one; of a refused target, its text. */
  readonly finalUrl?: string;
  /** Number of redirects followed. */
  readonly hops?: number;
  readonly contentType?: string;
  /** Bytes announced or counted. */
  readonly size?: number;
  /** What the first bytes say it is, for documents: `pdf`, `zip`, `ole`, `html`, `text`, `unknown`. */
  readonly magic?: DocumentKind;
  /** Of a whole document: what it says of itself to assistive technologies. */
  readonly document?: DocumentFacts;
  /** ISO day. */
  readonly fetchedOn?: string;
  readonly title?: string;
  /** Pages that link to it, sorted, at most 20. */
  readonly foundOn: readonly string[];
  /** Other names that it was met under, sorted, at most 20; those that answer the same content too. A session shows as `*`. */
  readonly aliases?: readonly string[];
  /** Of a sitemap: how many addresses of the site it lists. */
  readonly listed?: number;
}

export type DocumentKind = 'pdf' | 'zip' | 'ole' | 'html' | 'text' | 'unknown';

/** Part of a page, by its landmarks. `body` is what no landmark holds. */
export type Zone = 'header' | 'navigation' | 'main' | 'aside' | 'footer' | 'body';

export interface PlaceFacts {
  /** Unique CSS selector in the page. */
  readonly selector: string;
  /** Line of the source, from 1. */
  readonly line: number;
  readonly zone: Zone;
}

export type LinkKind =
  /** Same site, to be read as a page. */
  | 'page'
  /** Same site, a file. */
  | 'document'
  | 'external'
  | 'mail'
  | 'phone'
  /** A place of the same page. */
  | 'fragment'
  /** javascript:, data:, an address that does not parse… */
  | 'other';

export interface LinkFacts extends PlaceFacts {
  readonly kind: LinkKind;
  /** Canonical address; `null` when the href is not an address. */
  readonly url: string | null;
  /** As written, cut at 500 characters. */
  readonly href: string;
  /** Its name: text, alternatives of its images, aria-label; collapsed. */
  readonly text: string;
  /** For a document: the text that tells format, size and date (link text, detail beside it, title). */
  readonly detail: string;
  /** Outcome of its address; absent when it was never due to be asked. */
  readonly target?: LinkTarget;
  /** The name it gives the page, when that is not the canonical one. */
  readonly spelling?: Spelling;
}

/** Where a page leads without a link to follow: a frame, a refresh, `rel=next`. */
export type LeadFacts = Pick<LinkFacts, 'kind' | 'url' | 'spelling'> & { readonly isFrame: boolean };

export type LinkTarget = Pick<
  AddressFacts,
  'outcome' | 'reason' | 'status' | 'finalUrl' | 'hops' | 'contentType' | 'size' | 'magic' | 'document'
>;

export interface HeadingFacts extends PlaceFacts {
  readonly level: number;
  readonly text: string;
}

/**
 * What kind of page it is. `procedure`: the configuration lists it, or its
 * breadcrumb or first path segment is Démarches and it is a leaf.
 */
export type PageKind = 'home' | 'procedure' | 'legal' | 'accessibility' | 'acts' | 'listing' | 'other';

/** Accessibility statement mention: « Accessibilité : partiellement conforme ». */
export interface MentionFacts extends PlaceFacts {
  readonly text: string;
  /** `null` when the word Accessibilité stands there without one of the three levels. */
  readonly level: ConformityLevel | null;
  /** Address of the statement when the mention is a link. */
  readonly url: string | null;
}

export interface SkipLinkFacts extends PlaceFacts {
  readonly text: string;
  /** Id aimed at. */
  readonly fragment: string;
  /** Whether an element has that id. */
  readonly hasTarget: boolean;
  /** It says that it leads to the content, and aims at a part beside it. */
  readonly isBeside?: true;
}

/** A date as a page shows it. */
export interface ShownDate extends PlaceFacts {
  /** As shown, label included: « Vérifié le 20 juin 2017 ». */
  readonly text: string;
  /** ISO day; `null` when it can't be read. */
  readonly date: string | null;
}

/**
 * Signs of a national sheet republished on the page (co-marquage). Two of them
 * make a co-marked page.
 */
export interface SheetMarks {
  /** Sheet number that the address or an attribute of the block holds. */
  readonly number: string | null;
  /** Sheets of service-public that the main part links to: `F1342`. */
  readonly linked: readonly string[];
  /** A container class of a known implementation. */
  readonly container: string | null;
  /** « Direction de l’information légale et administrative » or DILA, and where. */
  readonly publisher: (PlaceFacts & { readonly text: string; readonly inBlock: boolean }) | null;
  /** Service-Public named in the block or in the page's footer. */
  readonly namesServicePublic: boolean;
  /** « Vérifié le » or « Mis à jour le » beside the publisher. */
  readonly verified: ShownDate | null;
  /** Raw value of the feed left in the page: « modified 2016-12-13 ». */
  readonly rawDate: (PlaceFacts & { readonly text: string }) | null;
  /** Logo of Service-Public, by its alternative or its file; absent of a page that shows none. */
  readonly logo?: PlaceFacts & {
    /** Its alternative; empty without one. */
    readonly text: string;
    /** Name of its file. */
    readonly file: string;
    readonly isLinked: boolean;
  };
}

/** Where a means of navigation stands: in which part of the page, before or after its main part. */
export interface NavigationPlace extends PlaceFacts {
  /** The landmark around it, its own navigation left out. */
  readonly area: Zone;
  /** Of the main part; `unknown` in a page that marks none. */
  readonly side: 'before' | 'inside' | 'after' | 'unknown';
}

/** What stands around a means of navigation in the same header or footer: links by their names, and the main menu. */
export interface Neighbours {
  /** Written before it in the source, the nearest last, at most 8. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The means a page gives to go through the site. */
export interface NavigationFacts {
  /** Main menu: its entries of the first level, at most 30; `null` address for what opens those below. */
  readonly menu:
    | (NavigationPlace & {
        readonly entries: readonly { readonly text: string; readonly url: string | null }[];
      })
    | null;
  /** Search of the site: the first of each place. */
  readonly searches: readonly (NavigationPlace & Neighbours)[];
  /** Links to the site map: the first of each place. */
  readonly sitemaps: readonly (NavigationPlace & Neighbours & { readonly url: string | null })[];
}

/** What the HTML alone says of a page. */
export interface HtmlFacts {
  readonly kind: PageKind;
  readonly title: string | null;
  /** What a second `title` element says, which browsers pass over; absent when there is none. */
  readonly otherTitle?: string;
  readonly doctype: DoctypeFacts;
  /** Faults of writing in the source. */
  readonly syntax: readonly SyntaxFacts[];
  readonly lang: string | null;
  readonly headings: readonly HeadingFacts[];
  readonly links: readonly LinkFacts[];
  readonly leads: readonly LeadFacts[];
  /** Canonical address that the page declares as its own, when it is another one of the site. */
  readonly canonical: string | null;
  readonly breadcrumb: readonly string[];
  /** Date printed by the CMS under the title: « Mis à jour le 03/08/2026 ». */
  readonly updated: ShownDate | null;
  /** Mentions of the accessibility level, in any zone. */
  readonly mentions: readonly MentionFacts[];
  /** What the accessibility statement says; `null` on any other page. */
  readonly statement: StatementFacts | null;
  /** Links to a place of the page among the first five focusable elements. */
  readonly skipLinks: readonly SkipLinkFacts[];
  readonly navigation: NavigationFacts;
  readonly brand: BrandFacts;
  /** Images of its main part, at most 30; absent when there is none. */
  readonly pictures?: readonly PictureFacts[];
  /** Absent when the page has no search that could be tried. */
  readonly searchForm?: SearchFormFacts;
  /** What it asks for in clear, at most 20; absent when nothing. */
  readonly unsafe?: readonly UnsafeFacts[];
  readonly sheet: SheetMarks;
  /** Hash-bang views of this page that the site links to: `#!/particuliers/page/F1342`. */
  readonly views: readonly string[];
  /** What it says, menus left out: 60,000 characters of its main part, 4,000 of what stands around. */
  readonly passages: readonly Passage[];
  /** Pages that it lists with the ISO day of their last change (« Mis à jour le … »); absent when there is none. */
  readonly listed?: readonly (readonly [url: string, day: string])[];
  /** Badges of results; absent when there is none. */
  readonly badges?: readonly BadgeFacts[];
  /** Hash of the shape of the page outside its main part. */
  readonly template: string;
  /** What its main part holds that is judged in its own way. */
  readonly features: readonly Feature[];
  /** Hashes of the kinds of elements it holds. */
  readonly components: readonly string[];
  /** Whether the page is an extra view (pager, sorting) of another address. */
  readonly viewOf: string | null;
  readonly content: ContentFacts;
}

/** What only a browser sees. */
export interface RenderedFacts extends LookFacts {
  readonly title: string;
  /** Absent when nobody listened to it. */
  readonly opening?: OpeningFacts;
  readonly axe: readonly AxeResult[];
  /** Skip link met among the first Tab stops; `null` when there is none. */
  readonly skipLink: {
    readonly selector: string;
    readonly text: string;
    /** Seen on the screen while it has the focus. */
    readonly visible: boolean;
    /** After Enter, the next Tab goes on from the content aimed at. */
    readonly reaches: boolean;
    /** Kept from assistive technologies. */
    readonly isUntold?: true;
    /** The Tab key passes it over. */
    readonly isOut?: true;
  } | null;
  /** Hash-bang views opened, with the marks of the sheet shown. */
  readonly sheetViews: readonly SheetView[];
  /** Hosts that count visits, asked by the page and answered empty so that an audit is not one; absent when there is none. */
  readonly audience?: readonly string[];
}

export interface SheetView {
  readonly url: string;
  /** Whether the widget filled its container. */
  readonly filled: boolean;
  readonly sheet: SheetMarks;
  /** What it shows; absent of a view that an earlier version opened. */
  readonly passages?: readonly Passage[];
  /** Links of its main part, likewise. */
  readonly links?: readonly SheetLink[];
  /** Errors that scripts of the site left without an answer as it was opened, where nothing was withheld from them; absent when there is none. */
  readonly errors?: readonly string[];
}

/** A link of a national sheet. */
export interface SheetLink {
  /** Absolute address, as written. */
  readonly url: string;
  readonly text: string;
}

/** All that is known of one page. */
export interface PageFacts {
  readonly url: string;
  readonly depth: number;
  /** ISO day on which it was read. */
  readonly fetchedOn: string;
  /** Absent when the page exists and could not be read: `failure` says why. */
  readonly html?: HtmlFacts;
  /** Absent when the page is not in the sample, or could not be rendered. */
  readonly rendered?: RenderedFacts;
  /** Until the headers of its answer were there; absent when it was not asked for again. Differs from one audit to the next. */
  readonly milliseconds?: number;
  /** Names of the cookies that its answer left; absent when none. */
  readonly cookies?: readonly string[];
  /** Of the home page: what its address answers in http; absent when that was not asked. */
  readonly plain?: PlainAnswer;
  /** Whether a browser was due to open it. */
  readonly inSample: boolean;
  readonly failure?: {
    readonly part: 'html' | 'rendered';
    readonly outcome: AddressOutcome;
    readonly reason?: string;
  };
}

/** Reads a closed collection, one row at a time. */
export interface Facts {
  readonly site: SiteInfo;
  pages(): Iterable<PageFacts>;
  addresses(): Iterable<AddressFacts>;
  /** Addresses that sitemaps alone know and that were too many to be listed here. */
  readonly listedLeft?: number;
  /** Whether there were more addresses than are kept. */
  readonly isCut?: boolean;
}

/** What was audited, and under which limits. */
export interface SiteInfo {
  /** Public address, under which pages are named. */
  readonly address: string;
  readonly servedBy?: string;
  /** Campaign, `2026-T4`. */
  readonly campaign: string;
  /** ISO day of the first request. */
  readonly startedOn: string;
  readonly maxPages: number;
  readonly maxDocuments: number;
  readonly exhaustive: boolean;
  /** Whether other hosts were asked (not when the audited host is private). */
  readonly asksOtherHosts: boolean;
  /** Whether Chromium ran with its sandbox. */
  readonly sandboxed: boolean;
}
