import { grid, type Defect, type Finding, type GridItem, type Owner } from '@qualepref/core';
import type { AddressFacts, AddressOutcome } from '../facts.ts';
import type { GridRow, Report } from '../report.ts';
import { html, link, quoted, type Html } from './html-tag.ts';

const DEFECTS_SHOWN = 300;
/** Pages of one defect that the report lists. */
export const PAGES_SHOWN = 25;
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
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  /** Of the defects shown, those of the pages shown. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** By outcome, how many addresses there are and the first of them. */
  readonly gaps: ReadonlyMap<
    AddressOutcome,
    { readonly count: number; readonly first: readonly AddressFacts[] }
  >;
  /** Where a defect stands in the report: its own place, or its group when it is not shown. */
  anchor(defect: Defect): string;
  /** A page of the site by its title, with its path; it opens where it was audited. */
  page(url: string): Html;
}

/** Looks up once what the sections need. */
export function viewOf(report: Report): View {
  const groups = groupsOf(report.defects);
  const anchors = new Map(
    groups.flatMap((group) =>
      group.defects.map(({ id }, index) => [id, index < DEFECTS_SHOWN ? `defaut-${id}` : group.id]),
    ),
  );
  return {
    report,
    rows: rowsOf(report),
    groups,
    anchor: ({ id }) => anchors.get(id) ?? 'defauts',
    findings: shownFindings(report, groups),
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
function shownFindings(report: Report, groups: readonly Group[]): Map<string, Finding[]> {
  const shown = new Map<string, Defect>();
  for (const group of groups) for (const defect of group.shown) shown.set(defect.id, defect);
  const wanted = new Map<string, { key: string; pages: ReadonlySet<string> }>();
  for (const { id, findings, pages } of shown.values()) {
    const first = new Set(pages.slice(0, PAGES_SHOWN));
    for (const finding of findings) wanted.set(finding, { key: id, pages: first });
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

function groupsOf(defects: readonly Defect[]): Group[] {
  const content = Map.groupBy(
    defects.filter(({ owner }) => owner === 'content'),
    ({ service }) => service ?? '',
  );
  const services = [...content].map(([service, own]) => ({
    title: service === '' ? 'Contributeurs du site' : service,
    advice: 'À corriger dans les pages, par ceux qui les rédigent.',
    defects: own,
  }));
  const elsewhere = (['template', 'document', 'third-party'] as const).map((owner) => ({
    ...ELSEWHERE[owner],
    defects: defects.filter((defect) => defect.owner === owner),
  }));
  return [...services, ...elsewhere]
    .filter((group) => group.defects.length > 0)
    .map((group, index) => ({
      id: `defauts-${String(index + 1)}`,
      shown: group.defects.slice(0, DEFECTS_SHOWN),
      ...group,
    }));
}

function pageLinks(report: Report): (url: string) => Html {
  const titles = new Map<string, string>();
  for (const { url, title } of report.addresses) if (title !== undefined) titles.set(url, title);
  const { address, servedBy } = report.site;
  const origin = URL.parse(address)?.origin;
  return (url) => {
    const parsed = URL.parse(url);
    if (parsed === null || parsed.origin !== origin) return link(url);
    const path = parsed.href.slice(parsed.origin.length);
    const opened = servedBy === undefined ? url : (URL.parse(path, servedBy)?.href ?? url);
    const title = titles.get(url)?.trim() ?? '';
    if (title === '') return link(opened, path);
    return html`${link(opened, title)} <span class="path">${quoted(path)}</span>`;
  };
}
