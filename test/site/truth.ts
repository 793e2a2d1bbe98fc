import { readFileSync } from 'node:fs';

/** One planted fault, as an audit must report it. */
export interface PlantedFault {
  /** Canonical paths, with the view for a sheet that a widget shows; `all` for a fault of the template. */
  readonly pages: readonly string[] | 'all';
  readonly check: string;
  readonly code: string;
  readonly outcome: 'failed' | 'cantTell';
  readonly owner: 'content' | 'template' | 'document' | 'third-party';
  /** Part of the quote that the finding must give; `null` when the whole page is meant. */
  readonly quote: string | null;
  /** Why it is a fault, French. */
  readonly note: string;
}

/** What an audit of the faulty variant must find, and where it must find nothing but the template's faults. */
export interface Truth {
  readonly faults: readonly PlantedFault[];
  readonly clean: readonly string[];
}

/** Read from the list kept beside the site. */
export const truth: Truth = JSON.parse(readFileSync(new URL('truth.json', import.meta.url), 'utf8')) as Truth;
