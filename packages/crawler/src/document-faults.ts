import type { DocumentFacts } from './document.ts';

/** Office files of before may be exempt, unless a procedure needs them (RGAA, contents not concerned). */
export const EXEMPT_BEFORE = '2018-09-23';
/** Without bookmarks, a longer PDF can only be leafed through. */
const LONG = 20;
/** Letters from which on a text without a heading is one block. */
const LONG_TEXT = 3_000;
/** Letters a page under which a PDF has no text: a stamp or a page number is none. */
const SCAN = 10;

/** What keeps a document from being read by everybody, by name. */
export type DocumentFaultName =
  'scanned' | 'untagged' | 'no-bookmarks' | 'no-title' | 'no-lang' | 'no-alternative' | 'no-heading';

export interface DocumentFault {
  readonly code: DocumentFaultName;
  readonly params?: Readonly<Record<string, number>>;
  readonly isSure: boolean;
}

/** What a document that was read says against itself; `isSure` where nobody need open it. */
export function* faultsOf(document: DocumentFacts): Generator<DocumentFault> {
  const { format, pages = 1, letters = 0, title, lang, images = 0, imagesWithoutAlternative = 0 } = document;
  if (format === 'pdf') {
    // Without a text, the rest would be told of an image.
    if (letters < SCAN) {
      yield { code: 'scanned', isSure: true };
      return;
    }
    if (document.isTagged === false) yield { code: 'untagged', isSure: true };
    if (pages > LONG && document.hasOutline === false)
      yield { code: 'no-bookmarks', params: { pages }, isSure: false };
  }
  if (!title) yield { code: 'no-title', isSure: true };
  if (!lang) yield { code: 'no-lang', isSure: format === 'pdf' };
  if (imagesWithoutAlternative > 0)
    yield { code: 'no-alternative', params: { count: imagesWithoutAlternative, images }, isSure: true };
  if ((format === 'docx' || format === 'odt') && letters >= LONG_TEXT && document.headings === 0)
    yield { code: 'no-heading', isSure: false };
}
