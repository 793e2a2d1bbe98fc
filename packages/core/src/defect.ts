import { bySeverity, type Finding, type Owner, type Severity } from './finding.ts';
import { priorityOf } from './priority.ts';

/** Findings of one cause: the same component on 480 pages is one defect with its pages. */
export interface Defect {
  /** Stable across quarters: made of check, code, owner, service and cause. */
  readonly id: string;
  readonly check: string;
  readonly code: string;
  readonly outcome: Finding['outcome'];
  readonly severity: Severity;
  readonly owner: Owner;
  readonly service?: string;
  readonly cause: string;
  readonly message: string;
  readonly items: readonly string[];
  readonly findings: readonly string[];
  /** Distinct pages, sorted. */
  readonly pages: readonly string[];
}

/** From this share of the pages on, a fault comes from the template. */
export const TEMPLATE_SHARE = 0.9;
/** Below this many pages a share says nothing. */
export const TEMPLATE_PAGES = 5;

/**
 * Whether a fault that stands on `failing` of the `having` pages that could
 * have it comes from the site's template, which a local contributor can't mend.
 */
export function isTemplateFault(failing: number, having: number): boolean {
  return having >= TEMPLATE_PAGES && failing / having >= TEMPLATE_SHARE;
}

/** What makes two findings one defect. */
export function defectKey(finding: Omit<Finding, 'id'>): string {
  return [
    finding.check,
    finding.code,
    finding.outcome,
    finding.owner,
    finding.service ?? '',
    finding.cause,
  ].join('\n');
}

/** A defect being gathered: of its findings, only what it keeps is held. */
interface Group {
  readonly first: Finding;
  severity: Severity;
  readonly items: Set<string>;
  readonly findings: string[];
  readonly pages: string[];
}

/**
 * Groups findings by cause; proven faults before doubts, then what is to be
 * mended first. Findings are read once and let go.
 */
export function defectsOf(findings: Iterable<Finding>, idOf: (key: string) => string): Defect[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = idOf(defectKey(finding));
    const group = groups.get(key) ?? {
      first: finding,
      severity: finding.severity,
      items: new Set(),
      findings: [],
      pages: [],
    };
    groups.set(key, group);
    if (bySeverity(finding.severity, group.severity) < 0) group.severity = finding.severity;
    for (const item of finding.items) group.items.add(item);
    group.findings.push(finding.id);
    if (group.pages.at(-1) !== finding.url) group.pages.push(finding.url);
  }
  return [...groups].map(([id, group]) => defectOf(id, group)).sort(byWeight);
}

function defectOf(id: string, { first, severity, items, findings, pages }: Group): Defect {
  const { check, code, outcome, owner, service, cause, message } = first;
  return {
    ...{ id, check, code, outcome, severity, owner, cause, message },
    ...(service === undefined ? {} : { service }),
    items: [...items].sort(),
    findings: findings.sort(),
    pages: [...new Set(pages)].sort(),
  };
}

function byWeight(a: Defect, b: Defect): number {
  const proven = Number(b.outcome === 'failed') - Number(a.outcome === 'failed');
  return (
    proven ||
    priorityOf(b) - priorityOf(a) ||
    bySeverity(a.severity, b.severity) ||
    b.pages.length - a.pages.length ||
    (a.id < b.id ? -1 : 1)
  );
}
