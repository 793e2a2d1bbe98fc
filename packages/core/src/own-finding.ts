import type { Severity } from './finding.ts';

/** What became of a person’s own finding; `withdrawn`: it was none. */
export const ownFindingStates = ['open', 'mended', 'withdrawn'] as const;
export type OwnFindingState = (typeof ownFindingStates)[number];

/** What a person saw that no check did. */
export interface OwnFinding {
  /** Stable across quarters. */
  readonly id: string;
  /** Of the grid. */
  readonly item: string;
  /** An address, or where else it was seen. */
  readonly page?: string;
  /** French: what was seen. */
  readonly what: string;
  readonly severity: Severity;
  /** Who is to mend it. */
  readonly service?: string;
  readonly state: OwnFindingState;
  readonly by: string;
  /** ISO day. */
  readonly date: string;
  /** The earlier campaign in which it was first seen, `2026-T3`. */
  readonly sameAs?: string;
}

/** The findings that stand, the last word on each: neither mended nor withdrawn. */
export function standingFindings(all: readonly OwnFinding[]): readonly OwnFinding[] {
  const last = new Map(all.map((finding) => [finding.id, finding]));
  return [...last.values()].filter(({ state }) => state === 'open');
}

/** Those that say of their item that it does not conform: what is only told says nothing of it. */
export function countedFindings(all: readonly OwnFinding[]): readonly OwnFinding[] {
  return standingFindings(all).filter(({ severity }) => severity !== 'info');
}
