import { typeset, type Outcome, type Verdict } from '@qualepref/core';
import { collapse, cut } from './text.ts';

/** Something to look at: a page, and what it says of the item. */
export interface Excerpt {
  readonly url: string;
  /** French: what it is about, « Sous-préfecture d’Istres ». */
  readonly about?: string;
  /** The page's own words. */
  readonly quote?: string;
}

/**
 * What a person needs to decide one grid item in under a minute: an answer,
 * why, and what it rests on. The audit proposes; only checks of automatic items
 * decide.
 */
export interface Proposal {
  readonly item: string;
  /**
   * `a_verifier` when nothing can be proposed; `non_verifie` when the
   * configuration or the collection lacks what it takes.
   */
  readonly answer: Verdict;
  /** French sentence of at most 80 words; of `non_verifie`, what to configure or to ask for. */
  readonly why: string;
  /** The most telling first. */
  readonly excerpts: readonly Excerpt[];
}

/** A proposal as reports show it. */
export interface KeptProposal extends Omit<Proposal, 'item'> {
  /** Excerpts left out. */
  readonly more: number;
}

const EXCERPTS = 20;
const QUOTE_LENGTH = 300;

/** Cuts what is too long to be read, and sets the spaces of French. */
export function keptProposal({ answer, why, excerpts }: Proposal): KeptProposal {
  return {
    answer,
    why: typeset(why),
    excerpts: excerpts.slice(0, EXCERPTS).map(({ url, about, quote }) => ({
      url,
      ...(about === undefined ? {} : { about: cut(collapse(about), QUOTE_LENGTH) }),
      ...(quote === undefined ? {} : { quote: cut(collapse(quote), QUOTE_LENGTH) }),
    })),
    more: Math.max(0, excerpts.length - EXCERPTS),
  };
}

/** What a proposal counts for among the answers of the checks: nothing proposed is settled before a person decides. */
export const proposalOutcomes: Readonly<Record<Verdict, Outcome>> = {
  conforme: 'passed',
  non_conforme: 'cantTell',
  a_verifier: 'cantTell',
  sans_objet: 'inapplicable',
  non_verifie: 'untested',
};

/** The answers, the one to read first first. */
const FIRST: readonly Verdict[] = ['non_conforme', 'a_verifier', 'non_verifie', 'conforme', 'sans_objet'];

/** Of several checks that propose for one item, the most demanding first. */
export function byDemand(proposals: readonly KeptProposal[]): KeptProposal[] {
  return proposals.toSorted((a, b) => FIRST.indexOf(a.answer) - FIRST.indexOf(b.answer));
}
