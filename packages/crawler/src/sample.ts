import { createHash } from 'node:crypto';
import type { HtmlFacts, PageKind } from './facts.ts';

/** What the sample is chosen from: one small row a page. */
export interface SampleCandidate {
  readonly url: string;
  readonly kind: PageKind;
  readonly template: string;
  readonly components: readonly string[];
  readonly hasViews: boolean;
  readonly title: string;
}

/** Pages to open in the browser, sorted, and how many of them were drawn at random. */
export interface ChosenSample {
  readonly urls: readonly string[];
  readonly random: number;
}

/** Pages that an RGAA sample must hold, found by their title or address. */
const MANDATORY = [
  /contact/i,
  /mentions?.l[ée]gales?/i,
  /accessibilit/i,
  /plan.du.site/i,
  /\baide\b/i,
  /connexion|authentification/i,
];
/** Share of seeded random pages added to the sample (RGAA method, RGAA sample rules). */
const RANDOM_SHARE = 0.1;

/** The row that `chooseSample` needs of a page. */
export function candidateOf(url: string, html: HtmlFacts, hasViews: boolean): SampleCandidate {
  const { kind, template, components, title } = html;
  return { url, kind, template, components, hasViews, title: title ?? '' };
}

/**
 * Pages to open in the browser, sorted by address. Every shape of page and every
 * kind of element met on the site stands on at least one of them: a fault that
 * the HTML of an element carries (an image without alternative, an inline style)
 * makes a kind of its own. What only differs once scripts and styles ran can
 * be missed on the other pages; the seeded random part bounds that.
 *
 * @param pinned addresses always in
 * @param seed the site's address: the same site gives the same draw
 */
export function chooseSample(
  candidates: readonly SampleCandidate[],
  pinned: ReadonlySet<string>,
  seed: string,
): ChosenSample {
  const rows = [...candidates].sort((a, b) => (a.url < b.url ? -1 : 1));
  const chosen = new Set<string>();
  const covered = new Set<string>();
  const take = (row: SampleCandidate): void => {
    chosen.add(row.url);
    covered.add(row.template);
    for (const component of row.components) covered.add(component);
  };
  const isMandatory = ({ url, kind, title }: SampleCandidate): boolean =>
    kind === 'home' ||
    MANDATORY.some(
      (word) => word.test(title.split(' - ')[0] ?? '') || word.test(url.split('/').at(-1) ?? ''),
    );

  for (const row of rows) if (pinned.has(row.url) || row.hasViews || isMandatory(row)) take(row);
  // Recueils des actes: hundreds of alike lists, counted and not sampled unless their shape is new.
  const byGain = rows.filter((row) => row.kind !== 'acts').concat(rows.filter((row) => row.kind === 'acts'));
  for (const row of byGain) {
    const isNew = !covered.has(row.template) || row.components.some((component) => !covered.has(component));
    if (isNew) take(row);
  }
  const draw = (url: string): string => createHash('sha256').update(`${seed}\n${url}`).digest('hex');
  const rest = rows
    .filter((row) => !chosen.has(row.url))
    .sort((a, b) => (draw(a.url) < draw(b.url) ? -1 : 1));
  const drawn = rest.slice(0, Math.ceil(chosen.size * RANDOM_SHARE));
  for (const row of drawn) chosen.add(row.url);
  return { urls: [...chosen].sort(), random: drawn.length };
}

/**
 * A fault that only a browser sees and that nothing in the HTML announces can be
 * on pages outside the sample. The largest share of those pages it can be on and
 * still have escaped the draw with a probability of 5 %; 1 when none was drawn.
 */
export function missedShare(random: number): number {
  return random === 0 ? 1 : 1 - 0.05 ** (1 / random);
}
