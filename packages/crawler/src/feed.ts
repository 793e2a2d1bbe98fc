import type { Audience, FeedSheet } from './feed-sheet.ts';

/** Where a feed comes from and how old it is: shown in every report. */
export interface FeedInfo {
  /** As `3.5`: that of most of its sheets. */
  readonly schema: string;
  /** ISO day on which its source was last changed, where it says so. */
  readonly publishedOn: string | null;
  /** ISO instant at which it was downloaded, or last found unchanged. */
  readonly downloadedOn: string;
  readonly sheets: number;
  readonly audiences: readonly Audience[];
  /** ISO day: the newest day of verification in it. */
  readonly newest: string;
}

/** What the checks look up. Numbers are as `F1342`. */
export interface Feed {
  readonly info: FeedInfo;
  readonly sheet: (number: string) => FeedSheet | undefined;
  /** The number that stands in the place of a withdrawn one, followed to the end; of a loop, none. */
  readonly redirection: (number: string) => string | undefined;
  /** Numbers of the sheets of that title. @param foldedTitle as `foldTitle` gives it */
  readonly byTitle: (foldedTitle: string) => readonly string[];
  /**
   * Sheets that hold paragraphs of those fingerprints, the most shared first.
   * A paragraph that stands in very many sheets counts for none.
   */
  readonly candidates: (
    fingerprints: readonly number[],
  ) => readonly { readonly number: string; readonly shared: number }[];
  /** Sheets that send to one of those kinds of office, by number. */
  readonly withPivot: (
    pivots: readonly string[],
  ) => readonly { readonly number: string; readonly title: string; readonly url: string | null }[];
}
