import { verdictsOf, type Campaign } from './campaign.ts';
import { QualeprefError } from './error.ts';
import type { Decision, Verdict } from './verdict.ts';

/**
 * What became of an item from one campaign to the next. `new` and `removed`
 * are said of one that was not in the grid, or did not apply; `undecided` of
 * one that was not judged in both.
 */
export const itemChanges = ['same', 'improved', 'worsened', 'new', 'removed', 'undecided'] as const;
export type ItemChange = (typeof itemChanges)[number];

export interface ItemComparison {
  readonly item: string;
  readonly change: ItemChange;
  readonly before?: Verdict;
  readonly after?: Verdict;
}

/**
 * Sets two campaigns of one grid, and of one site, side by side: the items of
 * the later one in its order, then those that it no longer has.
 *
 * @throws QualeprefError `campaign-mismatch` when they are of two grids or two sites
 */
export function compareCampaigns(earlier: Campaign, later: Campaign): readonly ItemComparison[] {
  refuseMismatch(earlier, later);
  const before = verdictsOf(earlier);
  const after = verdictsOf(later);
  const verdictIn = (rows: typeof before, item: string): Verdict | undefined =>
    rows.find((row) => row.item === item)?.verdict;
  return [
    ...after.map(({ item, verdict }) => comparison(item, verdictIn(before, item), verdict)),
    ...before
      .filter(({ item }) => verdictIn(after, item) === undefined)
      .map(({ item, verdict }) => comparison(item, verdict, undefined)),
  ];
}

function comparison(item: string, before: Verdict | undefined, after: Verdict | undefined): ItemComparison {
  return {
    item,
    change: changeOf(before, after),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function changeOf(before: Verdict | undefined, after: Verdict | undefined): ItemChange {
  if (before === undefined) return 'new';
  if (after === undefined) return 'removed';
  if (isOpen(before) || isOpen(after)) return 'undecided';
  if (before === after) return 'same';
  if (before === 'sans_objet') return 'new';
  if (after === 'sans_objet') return 'removed';
  return after === 'conforme' ? 'improved' : 'worsened';
}

function isOpen(verdict: Verdict): boolean {
  return verdict === 'a_verifier' || verdict === 'non_verifie';
}

/** A decision to take again, and whose author and date are those of who accepts it. */
export interface Proposal {
  readonly item: string;
  readonly answer: Omit<Decision, 'by' | 'date'>;
}

/**
 * The decisions of an earlier campaign that hold again, because the machine
 * says the same of the same evidence; all others are to be taken anew, those
 * without evidence of a machine among them. `sameAs` names the campaign in
 * which a person really judged.
 *
 * @throws QualeprefError `campaign-mismatch` when they are of two grids or two sites
 */
export function propose(earlier: Campaign, current: Campaign): readonly Proposal[] {
  refuseMismatch(earlier, current);
  const before = verdictsOf(earlier);
  const now = verdictsOf(current);
  return current.rows.flatMap(({ item, verdict, evidence }) => {
    const old = earlier.rows.find((row) => row.item === item);
    const decision = before.find((row) => row.item === item)?.decision;
    const isDecided = now.some((row) => row.item === item && row.decision);
    const isUnchanged = evidence !== undefined && old?.evidence === evidence && old.verdict === verdict;
    if (isDecided || !isUnchanged || !decision || isOpen(decision.verdict)) return [];
    const { by, date, ...answer } = decision;
    return { item, answer: { ...answer, sameAs: answer.sameAs ?? earlier.period } };
  });
}

function refuseMismatch(earlier: Campaign, later: Campaign): void {
  if (earlier.grid === later.grid && earlier.site === later.site) return;
  throw new QualeprefError(
    'campaign-mismatch',
    `Les campagnes ${earlier.id} et ${later.id} ne sont pas de la même grille ou du même site : elles ne se comparent pas.`,
  );
}
