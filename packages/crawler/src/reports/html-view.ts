import { grid, type Defect, type Finding, type GridItem, type Owner } from '@qualepref/core';
import type { AddressFacts, AddressOutcome } from '../facts.ts';
import type { GridRow, Report } from '../report.ts';
import { commonEnding } from '../title-ending.ts';
import { html, link, quoted, type Html } from './html-tag.ts';

/** How much a report lists. */
interface Room {
  /** Defects that one list holds, and all of them: beyond, a list no longer helps a reader, and the file grows. */
  readonly list: number;
  readonly defects: number;
  /** Pages of its defects in all, and of one of them. */
  readonly pages: number;
  readonly least: number;
  readonly most: number;
}
const SCREEN: Room = { list: 300, defects: 600, pages: 3000, least: 5, most: 25 };
/** What is worth paper: what to mend first, with an example or two; the rest is looked up where it can be sorted. */
const PAPER: Room = { list: 30, defects: 80, pages: 240, least: 3, most: 3 };
/** Addresses of one outcome that the report lists. */
const ADDRESSES_SHOWN = 20;

/** One row of the grid with its item and its defects. */
export interface Row extends GridRow {
  readonly spec: GridItem;
  readonly defects: readonly Defect[];
}

/** Defects that the same people can mend, in the order of the report: proven first, then what is to be mended first. */
export interface Group {
  /** Anchor. */
  readonly id: string;
  readonly title: string;
  /** Who they are, and what to do with the list. */
  readonly advice: string;
  readonly defects: readonly Defect[];
  /** The first of them: beyond, a list no longer helps a reader. */
  readonly shown: readonly Defect[];
}

/** The report, with what every section looks up in it. */
export interface View {
  readonly report: Report;
  /** It is made to be printed: nothing is folded, and examples stand for all. */
  readonly isPaper: boolean;
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  /** How many pages of one defect are listed. */
  readonly pagesShown: number;
  /** Of the defects shown, those of the pages shown. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** By outcome, how many addresses there are and the first of them. */
  readonly gaps: ReadonlyMap<
    AddressOutcome,
    { readonly count: number; readonly first: readonly AddressFacts[] }
  >;
  /** Who can mend a defect. */
  groupOf(defect: Defect): Group | undefined;
  /** Where a defect stands in the report: its own place, or its group when it is not shown. */
  anchor(defect: Defect): string;
  /** A page of the site by its title, with its path; it opens where it was audited. */
  page(url: string): Html;
}

/** Looks up once what the sections need. */
export function viewOf(report: Report, isPaper = false): View {
  const room = isPaper ? PAPER : SCREEN;
  const groups = groupsOf(report.defects, room);
  const pagesShown = pagesOfEach(groups, room);
  const anchors = new Map(
    groups.flatMap((group) =>
      group.defects.map(({ id }, index) => [id, index < group.shown.length ? `defaut-${id}` : group.id]),
    ),
  );
  return {
    report,
    isPaper,
    rows: rowsOf(report),
    groups,
    pagesShown,
    groupOf: ({ owner, service }) =>
      groups.find(
        ({ defects: [first] }) =>
          first?.owner === owner && (owner !== 'content' || (first.service ?? '') === (service ?? '')),
      ),
    anchor: ({ id }) => anchors.get(id) ?? 'defauts',
    findings: shownFindings(report, groups, pagesShown),
    gaps: gapsOf(report),
    page: pageLinks(report),
  };
}

function rowsOf(report: Report): Row[] {
  const rows = new Map(report.grid.map((row) => [row.item, row]));
  const defectsOf = (row: GridRow): Defect[] =>
    row.findings.length === 0 ? [] : report.defects.filter(({ items }) => items.includes(row.item));
  return grid.flatMap((spec) => {
    const row = rows.get(spec.id);
    return row ? [{ ...row, spec, defects: defectsOf(row) }] : [];
  });
}

/** What a section shows is looked up in one reading: a large report does not fit in memory. */
function shownFindings(report: Report, groups: readonly Group[], pagesShown: number): Map<string, Finding[]> {
  const shown = new Map<string, Defect>();
  for (const group of groups) for (const defect of group.shown) shown.set(defect.id, defect);
  const wanted = new Map<string, { key: string; pages: ReadonlySet<string> }>();
  for (const { id, findings, pages } of shown.values()) {
    const place = { key: id, pages: new Set(pages.slice(0, pagesShown)) };
    for (const finding of findings) wanted.set(finding, place);
  }
  const found = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const place = wanted.get(finding.id);
    if (!place?.pages.has(finding.url)) continue;
    const own = found.get(place.key) ?? [];
    own.push(finding);
    found.set(place.key, own);
  }
  return found;
}

function gapsOf(report: Report): View['gaps'] {
  const gaps = new Map<AddressOutcome, { count: number; first: AddressFacts[] }>();
  for (const address of report.addresses) {
    const gap = gaps.get(address.outcome) ?? { count: 0, first: [] };
    gaps.set(address.outcome, gap);
    gap.count += 1;
    if (gap.first.length < ADDRESSES_SHOWN) gap.first.push(address);
  }
  return gaps;
}

const ELSEWHERE: Readonly<Record<Exclude<Owner, 'content'>, Pick<Group, 'title' | 'advice'>>> = {
  template: {
    title: 'À signaler à l’administrateur national du site',
    advice: 'Ces défauts viennent du modèle de page : les contributeurs locaux ne peuvent pas les corriger.',
  },
  document: {
    title: 'Dans les documents',
    advice: 'À corriger dans le fichier d’origine par le service qui l’a produit, puis à republier.',
  },
  'third-party': {
    title: 'Chez d’autres sites',
    advice: 'La cause est hors de votre site : le signaler à l’autre site, ou retirer le lien.',
  },
};

/** To those who write the pages. */
export const CONTENT_ADVICE = 'À corriger dans les pages, par ceux qui les rédigent.';

function groupsOf(defects: readonly Defect[], room: Room): Group[] {
  const content = Map.groupBy(
    defects.filter(({ owner }) => owner === 'content'),
    ({ service }) => service ?? '',
  );
  const services = [...content].map(([service, own]) => ({
    title: service === '' ? 'Contributeurs du site' : service,
    advice: CONTENT_ADVICE,
    defects: own,
  }));
  const elsewhere = (['template', 'document', 'third-party'] as const).map((owner) => ({
    ...ELSEWHERE[owner],
    defects: defects.filter((defect) => defect.owner === owner),
  }));
  const all = [...services, ...elsewhere].filter((group) => group.defects.length > 0);
  const shares = sharesOf(
    all.map((group) => group.defects.length),
    room,
  );
  return all.map((group, index) => ({
    id: `defauts-${String(index + 1)}`,
    shown: group.defects.slice(0, shares[index]),
    ...group,
  }));
}

/** How many of each list are shown: what a short list leaves goes to the long ones. */
export function sharesOf(lengths: readonly number[], { list, defects }: Room = SCREEN): number[] {
  const shares = lengths.map(() => 0);
  let left = defects;
  const order = [...lengths.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  for (const [rank, index] of order.entries()) {
    const fair = Math.max(1, Math.floor(left / (order.length - rank)));
    const share = Math.min(lengths[index] ?? 0, list, fair);
    shares[index] = share;
    left -= share;
  }
  return shares;
}

/** The more defects there are, the fewer pages of each. */
function pagesOfEach(groups: readonly Group[], { pages, least, most }: Room): number {
  const defects = groups.reduce((sum, { shown }) => sum + shown.length, 0);
  return Math.max(least, Math.min(most, Math.floor(pages / Math.max(1, defects))));
}

function pageLinks(report: Report): (url: string) => Html {
  const titles = new Map<string, string>();
  for (const { url, title } of report.addresses) if (title !== undefined) titles.set(url, title);
  const ending = commonEnding(titles.values());
  const { address, servedBy } = report.site;
  const origin = URL.parse(address)?.origin;
  return (url) => {
    const parsed = URL.parse(url);
    if (parsed === null || parsed.origin !== origin) return link(url);
    const path = parsed.href.slice(parsed.origin.length);
    const opened = servedBy === undefined ? url : (URL.parse(path, servedBy)?.href ?? url);
    const title = named(titles.get(url) ?? '', ending);
    if (title === '') return link(opened, path);
    return html`${link(opened, title)} <span class="path">${quoted(path)}</span>`;
  };
}

/** The name of the site, the same on every page, drowns that of the page. */
function named(title: string, ending: string): string {
  const name = ending !== '' && title.endsWith(ending) ? title.slice(0, -ending.length) : title;
  return name.trim();
}
