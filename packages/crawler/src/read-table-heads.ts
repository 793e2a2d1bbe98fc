import { tagsBetween, textBetween, type Dom } from './read-dom.ts';
import type { Cell, TableFacts } from './read-tables.ts';

/** Longer texts are paragraphs: a table of them lays out a page. */
const SHORT = 60;

const FIGURE = /^(?=\D*\d)[\d\s.,:/%€$+\-–()h]*$/;

/**
 * A table whose first row is declared as its head, or one of short cells whose
 * first row is bold throughout while the others are not, or whose columns hold
 * figures under a word.
 */
export function undeclaredHeaders(dom: Dom, rows: readonly (readonly Cell[])[]): TableFacts['undeclared'] {
  const [first, ...others] = rows;
  if (!first || first.length < 2 || others.length < 2) return null;
  if (isHeadRow(first) && !others.some(isHeadRow)) return 'head';
  const width = first.length;
  const isRegular = others.every((cells) => cells.length === width);
  const all = rows.flat();
  const bold = (cell: Cell): boolean => isBold(dom, cell);
  if (!isRegular && isHeadOfMerged(rows) && first.every(bold) && !others.flat().some(bold)) return 'bold';
  const isShort = all.filter(({ text }) => text.length <= SHORT).length >= all.length * 0.8;
  if (!isRegular || !isShort || first.some(({ text, tag }) => text === '' && tag !== first[0]?.tag))
    return null;
  if (first.filter(({ text }) => text !== '').every(bold) && !others.flat().every(bold)) return 'bold';
  const hasWords = first.every(({ text }) => !FIGURE.test(text));
  const figures = Array.from({ length: width }, (_, column) =>
    others.every((cells) => FIGURE.test(cells[column]?.text ?? '')),
  );
  return hasWords && figures.some(Boolean) ? 'figures' : null;
}

/** Whether three or more short words stand, each on its own column, above rows that are irregular by their merged cells alone. */
function isHeadOfMerged([first = [], ...others]: readonly (readonly Cell[])[]): boolean {
  return (
    first.length >= 3 &&
    first.every(
      ({ text, spans }) => !spans && text.length > 0 && text.length <= SHORT && !FIGURE.test(text),
    ) &&
    others.some((cells) => cells.some(({ spans }) => spans)) &&
    others.every((cells) => cells.length <= first.length)
  );
}

/** Short words in a `thead`, which says that what follows comes under them. */
function isHeadRow(cells: readonly Cell[]): boolean {
  const named = cells.filter(({ text }) => text !== '').length;
  return (
    cells[0]?.tag.parent?.parent?.name === 'thead' &&
    named >= Math.max(2, cells.length - 1) &&
    cells.every(({ text, spans }) => !spans && text.length <= SHORT && !FIGURE.test(text))
  );
}

/** Under headers of columns and an empty corner, rows that each begin with bold words, and only these are bold. */
export function undeclaredRows(
  dom: Dom,
  [first = [], ...others]: readonly (readonly Cell[])[],
): 'rows' | null {
  const [corner, ...across] = first;
  const isHeaded = corner?.text === '' && across.length > 0 && across.every(({ isHeader }) => isHeader);
  const isRow = ([head, ...cells]: readonly Cell[]): boolean =>
    head !== undefined &&
    !head.isHeader &&
    /\p{L}/u.test(head.text) &&
    isBold(dom, head) &&
    !cells.some((cell) => cell.isHeader || isBold(dom, cell));
  return isHeaded &&
    others.length >= 2 &&
    others.every((cells) => cells.length === first.length && isRow(cells))
    ? 'rows'
    : null;
}

/** Whether its whole text is bold by its markup. */
function isBold(dom: Dom, { tag, text }: Cell): boolean {
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(tag.attributes['style'] ?? '')) return true;
  const bold = tagsBetween(dom, tag.start, tag.end).find(
    ({ name, attributes }) =>
      name === 'b' ||
      name === 'strong' ||
      /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes['style'] ?? ''),
  );
  return bold !== undefined && text !== '' && textBetween(dom, bold.start, bold.end, 300) === text;
}
