import { bySeverity, type Finding, type Owner, type Severity } from './finding.ts';

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

/** Groups findings by cause; proven faults before doubts, the gravest first, then the most widespread. */
export function defectsOf(findings: Iterable<Finding>, idOf: (key: string) => string): Defect[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = defectKey(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups].map(([key, group]) => defectOf(idOf(key), group)).sort(byWeight);
}

function defectOf(id: string, group: readonly Finding[]): Defect {
  const [first] = group as [Finding];
  const { check, code, outcome, owner, service, cause, message } = first;
  const severity = group.map((f) => f.severity).sort(bySeverity)[0] ?? first.severity;
  return {
    ...{ id, check, code, outcome, severity, owner, cause, message },
    ...(service === undefined ? {} : { service }),
    items: [...new Set(group.flatMap((f) => f.items))].sort(),
    findings: group.map((f) => f.id).sort(),
    pages: [...new Set(group.map((f) => f.url))].sort(),
  };
}

function byWeight(a: Defect, b: Defect): number {
  const proven = Number(b.outcome === 'failed') - Number(a.outcome === 'failed');
  return (
    proven || bySeverity(a.severity, b.severity) || b.pages.length - a.pages.length || (a.id < b.id ? -1 : 1)
  );
}
