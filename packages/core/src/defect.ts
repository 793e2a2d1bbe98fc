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
export function defectKey(
  finding: Pick<Finding, 'check' | 'code' | 'outcome' | 'owner' | 'service' | 'cause'>,
): string {
  return [
    finding.check,
    finding.code,
    finding.outcome,
    finding.owner,
    finding.service ?? '',
    finding.cause,
  ].join('\n');
}

/** A defect being gathered. */
interface Draft extends Omit<Defect, 'severity' | 'items' | 'findings' | 'pages'> {
  severity: Severity;
  items: readonly string[];
  findings: string[];
  pages: string[];
}

/**
 * Groups findings by cause; proven faults before doubts, then what is to be
 * mended first. Findings are read once and let go: a site may have tens of
 * thousands of defects, and what many of them say is held once.
 */
export function defectsOf(findings: Iterable<Finding>, idOf: (key: string) => string): Defect[] {
  const drafts = new Map<string, Draft>();
  const text = shared((one: string) => one);
  const list = shared((items: readonly string[]) => [...new Set(items)].sort());
  let page = '';
  for (const finding of findings) {
    // Those of a page come one after the other: its address is held once, not once a finding.
    if (finding.url !== page) page = finding.url;
    const id = idOf(defectKey(finding));
    const draft = drafts.get(id);
    if (!draft) {
      const { check, code, outcome, severity, owner, service, cause, message, items } = finding;
      drafts.set(id, {
        ...{ id, check: text(check), code: text(code), outcome, severity, owner },
        ...(service === undefined ? {} : { service: text(service) }),
        ...{
          cause,
          message: text(message),
          items: list(items),
          findings: [finding.id],
          pages: [page],
        },
      });
      continue;
    }
    if (bySeverity(finding.severity, draft.severity) < 0) draft.severity = finding.severity;
    if (finding.items.some((item) => !draft.items.includes(item)))
      draft.items = list([...draft.items, ...finding.items]);
    draft.findings.push(finding.id);
    if (draft.pages.at(-1) !== page) draft.pages.push(page);
  }
  for (const draft of drafts.values()) {
    // Arrays that grew have room to spare: these are kept.
    draft.findings = [...draft.findings].sort();
    draft.pages = [...new Set(draft.pages)].sort();
  }
  return [...drafts.values()].sort(byWeight);
}

/** Makes a value once for all that are alike. */
function shared<From, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<string, To>();
  return (from) => {
    const key = String(from);
    const made = known.get(key) ?? make(from);
    known.set(key, made);
    return made;
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
