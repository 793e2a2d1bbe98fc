import type { AddressOutcome, LinkFacts, LinkTarget } from './facts.ts';

/** The audit chose not to ask: nothing is known of what stands there. */
const NOT_ASKED: ReadonlySet<AddressOutcome> = new Set<AddressOutcome>([
  'out_of_scope',
  'refused_by_robots',
  'trap',
]);

/** What became of the address of a link; `undefined` when it was not asked. */
export function askedTarget({ target }: LinkFacts): LinkTarget | undefined {
  return target && !NOT_ASKED.has(target.outcome) ? target : undefined;
}

/** An absent page or an unknown host: all else may be meant for the audit alone, or over in an hour. */
export function isDead({ outcome, reason }: LinkTarget): boolean {
  return outcome === 'gone' || reason === 'dns';
}

/** Something came, a page or a document. */
export function answers({ outcome }: Pick<LinkTarget, 'outcome'>): boolean {
  return outcome === 'ok' || outcome === 'redirected' || outcome === 'not_html';
}
