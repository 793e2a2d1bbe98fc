import type { Outcome } from './finding.ts';
import type { GridItem } from './grid.ts';

/** The five values of a grid row. */
export type Verdict = 'conforme' | 'non_conforme' | 'a_verifier' | 'sans_objet' | 'non_verifie';

/** What a person decided; it overrules the audit. */
export interface Decision {
  readonly verdict: Verdict;
  readonly by: string;
  /** ISO day. */
  readonly date: string;
  readonly reason?: string;
}

/**
 * From the outcomes of all checks that bear on an item to its verdict. The only
 * such table of the project: first line that holds.
 *
 * @param outcomes every outcome met, in any order, with or without repeats
 */
export function verdictOf(
  item: Pick<GridItem, 'mode'>,
  outcomes: Iterable<Outcome>,
  decision?: Decision,
): Verdict {
  if (decision) return decision.verdict;
  const met = new Set(outcomes);
  if (met.has('failed')) return 'non_conforme';
  if (met.has('cantTell')) return 'a_verifier';
  if (met.has('passed')) return item.mode === 'automatic' ? 'conforme' : 'a_verifier';
  if (met.has('inapplicable') && !met.has('untested')) return 'sans_objet';
  return item.mode === 'manual' ? 'a_verifier' : 'non_verifie';
}

/** Counts for "n conformes sur m décidés, k restants". */
export interface Tally {
  readonly conforme: number;
  /** Conform or not conform. */
  readonly decided: number;
  /** To be checked by a person, or not checked. */
  readonly remaining: number;
  readonly notApplicable: number;
  /** Decided / applicable items, 0 to 1; a percentage of conformity may be printed from 0.9 on. */
  readonly coverage: number;
}

/** Counts the verdicts of a grid, or of one rubric. */
export function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict): number => verdicts.filter((v) => v === verdict).length;
  const conforme = count('conforme');
  const decided = conforme + count('non_conforme');
  const notApplicable = count('sans_objet');
  const applicable = verdicts.length - notApplicable;
  return {
    conforme,
    decided,
    remaining: applicable - decided,
    notApplicable,
    coverage: applicable === 0 ? 0 : decided / applicable,
  };
}
