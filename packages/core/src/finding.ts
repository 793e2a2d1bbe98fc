/** The W3C's words (EARL 1.0) for what a check can answer. */
export type Outcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested';

/** `blocking`: an obligation or wrong information; `info`: said, never counted. */
export type Severity = 'blocking' | 'major' | 'minor' | 'info';

/** Who can mend it: a contributing service, the site's template, a document's author, somebody else's site. */
export type Owner = 'content' | 'template' | 'document' | 'third-party';

/** Where in a page a fault stands. Texts come from the site: they are data, escape them. */
export interface Place {
  /** CSS selector. */
  readonly selector?: string;
  /** Line of the HTML source, from 1. */
  readonly line?: number;
  /** Extract of the page: a link's target, a title, an element's source. */
  readonly quote?: string;
}

/** One fault, or one thing a person must look at, on one page. */
export interface Finding {
  /** Stable across quarters: made of check, code, page and cause, never of a line number. */
  readonly id: string;
  readonly check: string;
  /** `axe/image-alt` for the rules of axe-core. */
  readonly code: string;
  readonly outcome: 'failed' | 'cantTell';
  readonly severity: Severity;
  readonly url: string;
  readonly where: Place;
  /** What the findings of one defect share: a target, a component, a title; empty when the whole page is meant. */
  readonly cause: string;
  /** French; ends with what to do. */
  readonly message: string;
  /** Grid items it bears on. */
  readonly items: readonly string[];
  /** RGAA criteria (`8.6`) and tests (`8.6.1`). */
  readonly rgaa: readonly string[];
  readonly rgaaTests: readonly string[];
  /** ACT rule ids. */
  readonly act: readonly string[];
  /** axe-core rule ids. */
  readonly axe: readonly string[];
  readonly owner: Owner;
  /** Contributing service, from the longest matching prefix of the configuration. */
  readonly service?: string;
}

const RANK: Record<Severity, number> = { blocking: 3, major: 2, minor: 1, info: 0 };

/** Whether `severity` reaches `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] >= RANK[threshold];
}

/** Sorts the gravest first. */
export function bySeverity(a: Severity, b: Severity): number {
  return RANK[b] - RANK[a];
}
