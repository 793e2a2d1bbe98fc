import type { Defect } from '@qualepref/core';

/** Checks that judge a document, whose address is then the cause. */
const CHECKS: ReadonlySet<string> = new Set(['document-accessibility', 'document-links']);

/** Documents that have something to mend or to look at, by address, in the order of the defects. */
export function defectsByDocument(defects: Iterable<Defect>): Map<string, Defect[]> {
  const documents = new Map<string, Defect[]>();
  for (const defect of defects) {
    // What is wrong with the words of a link is a fault of the page.
    if (!CHECKS.has(defect.check) || !/^https?:/.test(defect.cause)) continue;
    const own = documents.get(defect.cause) ?? [];
    documents.set(defect.cause, own);
    own.push(defect);
  }
  return documents;
}
