import * as v from 'valibot';
import type { Outcome } from './finding.ts';
import type { GridItem } from './grid.ts';
import type { Sourced } from './provenance.ts';
import { isoDay, list, oneOf, periodId, section, text } from './schema.ts';

/** The five values of a grid row. */
export const verdicts = ['conforme', 'non_conforme', 'a_verifier', 'sans_objet', 'non_verifie'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What a person decided; it overrules the audit. `a_verifier` takes an earlier
 * decision back; `non_verifie` is for machines only.
 */
export const decisionSchema = section({
  verdict: oneOf(['conforme', 'non_conforme', 'sans_objet', 'a_verifier']),
  by: text(),
  date: isoDay,
  reason: v.optional(text()),
  /** Addresses and names of documents on which it rests. */
  evidence: v.optional(list(text(), 'de preuves')),
  /** The earlier campaign whose decision is taken again: « comme 2026-T3 ». */
  sameAs: v.optional(periodId),
});
export type Decision = v.InferOutput<typeof decisionSchema>;

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
  /** Decided / applicable items, 0 to 1. */
  readonly coverage: number;
}

/** Counts the verdicts of a grid, or of one rubric. */
export function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict): number => verdicts.filter((value) => value === verdict).length;
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

/** Share of the applicable items to decide before a percentage of conformity may be shown, 0 to 1. */
export const conformityCoverage: Sourced<number> = {
  value: 0.9,
  provenance: {
    origin: 'X',
    source: 'Sous neuf points décidés sur dix, un pourcentage tromperait. Aucun texte lu ne fixe ce seuil.',
  },
};

/** Conformity as it is printed, and its rate where one may be shown. */
export interface Conformity {
  /** « 4 conformes sur 6 décidés, 5 restants ». */
  readonly text: string;
  readonly rate: { readonly numerator: number; readonly denominator: number } | null;
}

/**
 * Conform items out of those decided.
 *
 * @param coverage share of the applicable items to decide before there is a rate, by default `conformityCoverage`
 */
export function conformity(counts: Tally, coverage: number): Conformity {
  const { conforme, decided, remaining } = counts;
  const isShown = decided > 0 && counts.coverage >= coverage;
  return {
    text: `${agreed(conforme, 'conforme')} sur ${agreed(decided, 'décidé')}, ${agreed(remaining, 'restant')}`,
    rate: isShown ? { numerator: conforme, denominator: decided } : null,
  };
}

function agreed(count: number, word: string): string {
  return `${String(count)}\u00A0${word}${count > 1 ? 's' : ''}`;
}
