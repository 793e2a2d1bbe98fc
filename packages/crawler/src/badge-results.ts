import { loadResults, QualeprefError, type Results } from '@qualepref/core';
import type { HtmlFacts, PageFacts, PlaceFacts } from './facts.ts';
import type { BadgeLine } from './probes/badges.ts';

/** A badge of results, and what is known of it. */
export interface KnownBadge {
  readonly place: Partial<PlaceFacts>;
  /** Address of its results file; `null` when it holds them. */
  readonly src: string | null;
  /** What it shows; `null` where no browser looked. */
  readonly shown: { readonly label: string | null; readonly lines: readonly BadgeLine[] } | null;
  /** The results that it was given; `null` when they are not known, or are none. */
  readonly results: Results | null;
}

/** The badges of a page: as a browser saw them, or as its source tells where none looked. */
export function badgesOf({
  html,
  rendered,
}: Pick<PageFacts, 'rendered'> & { readonly html: HtmlFacts }): KnownBadge[] {
  const seen = rendered?.probes?.badges;
  if (!seen) {
    return (html.badges ?? []).map(({ src, ...place }) => ({ place, src, shown: null, results: null }));
  }
  return seen.map(({ selector, zone, src, file, label, lines }) => ({
    place: { selector, zone },
    src,
    shown: { label, lines },
    results: file === null ? null : resultsIn(file),
  }));
}

function resultsIn(file: string): Results | null {
  try {
    return loadResults(JSON.parse(file));
  } catch (error) {
    // The file is the site's: what it holds is a fact, and no error of ours.
    if (error instanceof SyntaxError || error instanceof QualeprefError) return null;
    throw error;
  }
}
