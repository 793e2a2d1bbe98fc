import { grid, type Defect, type Finding, type GridItem, type Owner } from '@qualepref/core';
import type { GridRow, Report } from '../report.ts';
import { html, link, quoted, type Html } from './html-tag.ts';

const DEFECTS_SHOWN = 300;

/** One row of the grid with its item and its defects. */
export interface Row extends GridRow {
  readonly spec: GridItem;
  readonly defects: readonly Defect[];
}

/** Defects that the same people can mend, in the order of the report: proven first, then the gravest. */
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
  readonly findings: ReadonlyMap<string, Finding>;
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
    findings: new Map(report.findings.map((finding) => [finding.id, finding])),
    page: pageLinks(report),
  };
}

function rowsOf(report: Report): Row[] {
  const rows = new Map(report.grid.map((row) => [row.item, row]));
  const causes = new Map(report.defects.flatMap((defect) => defect.findings.map((id) => [id, defect])));
  const defectsOf = (row: GridRow): Defect[] => {
    const own = new Set(row.findings.map((id) => causes.get(id)));
    return report.defects.filter((defect) => own.has(defect));
  };
  return grid.flatMap((spec) => {
    const row = rows.get(spec.id);
    return row ? [{ ...row, spec, defects: defectsOf(row) }] : [];
  });
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
  const titles = new Map(report.addresses.map(({ url, title }) => [url, title]));
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
