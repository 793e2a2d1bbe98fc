import type { HtmlFacts, PageFacts, SheetLink, SheetMarks } from './facts.ts';
import type { Passage } from './read-passages.ts';

/** A national sheet as one address of the site shows it: in the page, or by a widget. */
export interface ShownSheet {
  /** The page, or the view of its widget. */
  readonly url: string;
  readonly marks: SheetMarks;
  /** The number that the address or the block holds, or the only sheet of service-public linked to. */
  readonly number: string | null;
  /** What stands in its block; in the whole main part where no element marks one. */
  readonly passages: readonly Passage[];
  /** What the page says beside the block; nothing where no element marks one. */
  readonly around: readonly Passage[];
  /** Whether an element marks the block: what stands in it is then the sheet. */
  readonly isMarked: boolean;
  /** Whether all of the text was kept. */
  readonly isWhole: boolean;
  readonly links: readonly SheetLink[];
  /** Headings of the page, its title included: one of them may name the sheet from outside the block. */
  readonly titles: readonly string[];
}

/** The end of a text that was cut as the page was read. */
const CUT = /…$/;
const LONG = 50_000;
/** Headings under which a sheet tells where to go: sites put their own addresses there. */
const LOCAL_HEADING =
  /^(?:où s['’](?:adresser|informer|renseigner)|qui peut m['’]aider|qui contacter|nous contacter|contacts?\b|dans (?:le|la|les|votre|notre) département)/iu;

/** Two signs of a national sheet; a page that hosts the widget holds none until a browser fills it. */
export function showsSheet({ sheet, views }: Pick<HtmlFacts, 'sheet' | 'views'>): boolean {
  const signs = [sheet.number, sheet.container, sheet.linked[0], sheet.publisher?.inBlock, sheet.verified];
  return views.length === 0 && signs.filter(Boolean).length >= 2;
}

/** The national sheets that a page shows, by itself or in the views that a browser opened. */
export function shownSheets({
  url,
  html,
  rendered,
}: Pick<PageFacts, 'url' | 'html' | 'rendered'>): ShownSheet[] {
  if (!html) return [];
  const titles = [...(html.title === null ? [] : [html.title]), ...html.headings.map(({ text }) => text)];
  const shown: ShownSheet[] = [];
  if (showsSheet(html)) {
    const links = html.links.flatMap(({ url: to, text, zone }) =>
      to === null || zone === 'header' || zone === 'navigation' || zone === 'footer'
        ? []
        : [{ url: to, text }],
    );
    shown.push(sheetOf({ url, marks: html.sheet, passages: html.passages, links, titles }));
  }
  for (const { url: view, filled, sheet: marks, passages, links = [] } of rendered?.sheetViews ?? []) {
    if (filled && passages) shown.push(sheetOf({ url: view, marks, passages, links, titles: [] }));
  }
  return shown;
}

function sheetOf({
  passages: all,
  ...rest
}: Pick<ShownSheet, 'url' | 'marks' | 'passages' | 'links' | 'titles'>): ShownSheet {
  const { marks } = rest;
  const main = all.filter(({ inMain }) => inMain);
  const block = all.filter(({ inSheet }) => inSheet);
  const isMarked = block.length > 0;
  const [linked] = marks.linked;
  return {
    ...rest,
    number: marks.number ?? (marks.linked.length === 1 ? (linked ?? null) : null),
    passages: isMarked ? block : main,
    around: isMarked ? main.filter(({ inSheet }) => !inSheet) : [],
    isMarked,
    isWhole: !CUT.test(main.at(-1)?.text ?? '') || lengthOf(main) < LONG,
  };
}

/** Whether what stands under it is where to go. */
export function isLocalHeading(text: string): boolean {
  return LOCAL_HEADING.test(text);
}

/** Passages of a block under headings that tell where to go. */
export function localParts(passages: readonly Passage[]): Passage[] {
  let isLocal = false;
  return passages.filter(({ kind, text }) => {
    if (kind === 'heading') isLocal = isLocalHeading(text);
    return isLocal && kind !== 'heading';
  });
}

function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0);
}
