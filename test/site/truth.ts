import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@qualepref/core';

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

/** What the audit must propose for an item, on each variant of the site. */
export interface ExpectedProposal {
  readonly item: string;
  readonly faulty: Verdict;
  readonly clean: Verdict;
  /** Part of an excerpt or of the reason that the faulty variant must give. */
  readonly quote: string | null;
  /** Part of what the clean variant must give, where the answer alone would not tell them apart. */
  readonly cleanQuote?: string;
  /** Pages changed for it alone. */
  readonly pages?: readonly string[];
  /** What was planted, French. */
  readonly note: string;
}

/** What an audit of the faulty variant must find, and where it must find nothing but the template's faults. */
export interface Truth {
  readonly faults: readonly PlantedFault[];
  readonly clean: readonly string[];
  readonly proposals: readonly ExpectedProposal[];
}

/** Read from the lists kept beside the site: `truth.json`, and one for each rubric of the grid. */
export const truth: Truth = merged(
  readdirSync(import.meta.dirname)
    .filter((name) => /^truth(?:-[\w-]+)?\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Partial<Truth>),
);

function merged(lists: readonly Partial<Truth>[]): Truth {
  return {
    faults: lists.flatMap(({ faults = [] }) => faults),
    clean: lists.flatMap(({ clean = [] }) => clean),
    proposals: lists.flatMap(({ proposals = [] }) => proposals),
  };
}
