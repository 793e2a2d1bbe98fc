import { shuffled } from './draw.ts';
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
  /** The largest template first; absent from files written before it was kept. */
  readonly templates?: readonly TemplateSample[];
}

/** What of one template was opened in the browser, and what may have been missed. */
export interface TemplateSample {
  /** The first of its pages that were opened, or else of its pages, by address. */
  readonly example: string;
  readonly pages: number;
  readonly rendered: number;
  /**
   * Pages that can bear a fault which only a browser sees, which nothing in the
   * HTML announces and which no page opened shows, at a risk of 5 % (see
   * `missedPages`). A fault of the template itself is on every page: one is enough.
   */
  readonly mayMiss: number;
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
  const rest = rows.map(({ url }) => url).filter((url) => !chosen.has(url));
  const random = new Set(shuffled(rest, seed, String).slice(0, Math.ceil(chosen.size * RANDOM_SHARE)));
  for (const url of random) chosen.add(url);
  return { urls: [...chosen].sort(), random: random.size, templates: templatesOf(rows, chosen, random) };
}

/** Every page, when all of them are opened. */
export function wholeSample(candidates: readonly SampleCandidate[]): ChosenSample {
  const rows = [...candidates].sort((a, b) => (a.url < b.url ? -1 : 1));
  const urls = rows.map(({ url }) => url);
  return { urls, random: 0, templates: templatesOf(rows, new Set(urls), new Set()) };
}

function templatesOf(
  rows: readonly SampleCandidate[],
  chosen: ReadonlySet<string>,
  random: ReadonlySet<string>,
): TemplateSample[] {
  return [...Map.groupBy(rows, ({ template }) => template).values()]
    .map((pages): TemplateSample => {
      const rendered = pages.filter(({ url }) => chosen.has(url));
      const drawn = rendered.filter(({ url }) => random.has(url)).length;
      // Pages chosen for what they hold say nothing of the others: only the draw does.
      const left = pages.length - rendered.length + drawn;
      const example = (rendered[0] ?? pages[0])?.url ?? '';
      return { example, pages: pages.length, rendered: rendered.length, mayMiss: missedPages(left, drawn) };
    })
    .sort((a, b) => b.pages - a.pages || (a.example < b.example ? -1 : 1));
}

/** Risk taken that more pages bear a fault than is said. */
const RISK = 0.05;
/** What a product of fractions loses. */
const ROUNDING = 1e-12;

/**
 * Of `pages` pages, `drawn` were drawn at random and none bears a certain fault:
 * how many can still bear it. The largest number for which a draw without
 * replacement finds none of them with a probability of at least 5 %
 * (hypergeometric law, exact; the rule of three is its limit for large numbers).
 */
export function missedPages(pages: number, drawn: number): number {
  let faulty = 0;
  // Probability that none of the faulty pages is drawn: each one more leaves one place fewer outside the draw.
  let escapes = 1;
  while (faulty < pages - drawn) {
    escapes *= (pages - drawn - faulty) / (pages - faulty);
    if (escapes < RISK - ROUNDING) break;
    faulty += 1;
  }
  return faulty;
}
