import type { Owner, Severity } from './finding.ts';

/** What the order of mending depends on. */
export interface Mendable {
  readonly severity: Severity;
  readonly owner: Owner;
  /** Distinct pages that have the fault. */
  readonly pages: readonly unknown[];
}

/** What a fault costs whoever meets it. */
const HARM: Readonly<Record<Severity, number>> = { blocking: 16, major: 4, minor: 1, info: 0 };

/** How much of the mending is in the hands of those who read the report. */
const HANDS: Readonly<Record<Owner, number>> = {
  content: 1,
  /** Its source must be found and published again. */
  document: 0.8,
  /** One request to the site’s administrator, who decides when. */
  template: 0.6,
  /** Somebody else’s site: it can be told, or no longer linked to. */
  'third-party': 0.3,
};

/**
 * What to mend first: harm × reach × who can mend it. Reach is counted in powers
 * of ten, so that one step of severity weighs as much as a thousand pages.
 */
export function priorityOf({ severity, owner, pages }: Mendable): number {
  const reach = pages.length === 0 ? 0 : 1 + Math.log10(pages.length);
  return HARM[severity] * reach * HANDS[owner];
}
