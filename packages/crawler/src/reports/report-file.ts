import type { Report } from '../report.ts';

/** One file of a format, whole or in pieces to be written one after the other. */
export interface ReportFile {
  /** `report.html`, `report-grille.csv`. */
  readonly name: string;
  readonly content: string | Uint8Array | Iterable<string>;
}

/**
 * Makes the files of one format, each when it is asked for: who writes them holds one at a time.
 *
 * @param asked every format asked for: the PDF prints the other pages that are
 */
export type FormatWriter = (
  report: Report,
  asked: ReadonlySet<string>,
) => Iterable<ReportFile> | AsyncIterable<ReportFile>;
