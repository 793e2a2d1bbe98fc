import type { Settings } from './check.ts';
import type { HtmlFacts, PageFacts } from './facts.ts';
import type { Passage } from './read-passages.ts';
import { localParts, shownSheets } from './sheet-page.ts';

/** The national sheet that a page is about, and what the page says of its own. */
export interface SheetSubject {
  readonly url: string;
  readonly number: string;
  /** Whether the page republishes the sheet, rather than leads to it. */
  readonly isShown: boolean;
  /** What the site says: beside the block of the sheet, or the whole page. */
  readonly local: readonly Passage[];
}

/**
 * The sheet that a page shows, that the configuration gives for it, or, of a
 * procedure, the only one it links to.
 */
export function subjectOf(
  page: Pick<PageFacts, 'url' | 'rendered'> & { readonly html: HtmlFacts },
  { config }: Settings,
): SheetSubject | null {
  const { url, html } = page;
  const shown = shownSheets(page).find((sheet) => sheet.url === url);
  if (shown && shown.number !== null) {
    const local = shown.isMarked ? [...shown.around, ...localParts(shown.passages)] : shown.passages;
    return { url, number: shown.number, isShown: true, local };
  }
  const [linked, ...others] = html.sheet.linked;
  const configured = config.procedures.find(({ page: own }) => own === url)?.sheet;
  const number = configured ?? (html.kind === 'procedure' && others.length === 0 ? linked : undefined);
  if (number === undefined) return null;
  return { url, number, isShown: false, local: html.passages.filter(({ inMain }) => inMain) };
}
