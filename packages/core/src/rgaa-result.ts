import { rgaa, type RgaaCriterion } from './rgaa.ts';

/**
 * What an automatic audit may say of a criterion: never that it is met. Order
 * of the table of results, the gravest first.
 */
export const rgaaResults = [
  'non_conforme',
  'a_verifier',
  'aucun_defaut',
  'non_applicable',
  'non_teste',
] as const;
export type RgaaResult = (typeof rgaaResults)[number];

export const rgaaResultLabels: Readonly<Record<RgaaResult, string>> = {
  non_conforme: 'non conforme',
  a_verifier: 'à vérifier',
  aucun_defaut: 'aucun défaut relevé (test automatique)',
  non_applicable: 'non applicable',
  non_teste: 'non testé',
};

/** What was seen of one criterion, on a page or on a set of pages. */
export interface RgaaEvidence {
  /** Proven failures, and things for a person to look at. */
  readonly failed: number;
  readonly doubts: number;
  /** Whether something that the criterion is about was met; `undefined` when that is not known everywhere. */
  readonly isInScope: boolean | undefined;
  /** Whether a check that bears on it has looked. */
  readonly isChecked: boolean;
}

/** The result of a criterion, first line that holds. */
export function rgaaResultOf(
  { reach }: Pick<RgaaCriterion, 'reach'>,
  { failed, doubts, isInScope, isChecked }: RgaaEvidence,
): RgaaResult {
  if (failed > 0) return 'non_conforme';
  if (isInScope === false) return 'non_applicable';
  if (doubts > 0) return 'a_verifier';
  if (!isChecked || reach === 'nothing') return 'non_teste';
  return reach === 'list' ? 'a_verifier' : 'aucun_defaut';
}

/** A count of criteria over a count of criteria. */
export interface RgaaRate {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The highest rate that the pages looked at can still reach: every criterion
 * that applies and of which no failure is proven, over those that apply. An
 * upper bound, never a rate of conformity.
 */
export function highestRate(results: Iterable<RgaaResult>): RgaaRate {
  let applicable = 0;
  let failed = 0;
  for (const result of results) {
    if (result !== 'non_applicable') applicable += 1;
    if (result === 'non_conforme') failed += 1;
  }
  return { numerator: applicable - failed, denominator: applicable };
}

/** Percent rounded up to a tenth: an upper bound stays one. `null` when nothing applies. */
export function ratePercent({ numerator, denominator }: RgaaRate): number | null {
  return denominator === 0 ? null : Math.ceil((numerator * 1000) / denominator) / 10;
}

/**
 * Criteria without object on a page: those whose selector matched nothing.
 *
 * @param matched ids of the criteria whose selector matched; `undefined` when nobody looked
 */
export function outOfScope(
  matched: readonly string[] | undefined,
  criteria: readonly RgaaCriterion[] = rgaa.criteria,
): ReadonlySet<string> {
  if (matched === undefined) return new Set();
  const met = new Set(matched);
  return new Set(criteria.flatMap(({ id, scope }) => (scope !== undefined && !met.has(id) ? [id] : [])));
}
