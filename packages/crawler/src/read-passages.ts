import type { HeadingFacts, Zone } from './facts.ts';
import { isPlain, TableColumns, type Columns } from './read-columns.ts';
import { closest, type Dom, type Paragraph, type Tag } from './read-dom.ts';
import { sheetTags } from './read-sheet.ts';
import { cut } from './text.ts';

/** A run of text of the page, as one reads it: a heading, a paragraph, an item of a list, a whole row of a table. */
export interface Passage {
  readonly kind: 'heading' | 'text' | 'item' | 'row';
  /** Collapsed; the cells of a row are parted by « | ». */
  readonly text: string;
  readonly zone: Zone;
  readonly inMain: boolean;
  /** Line of the source, from 1. */
  readonly line: number;
  /** Place among the page's headings of the nearest one above, itself for a heading; -1 before the first. */
  readonly heading: number;
  /** It stands in the block of a national sheet, where an element marks one. */
  readonly inSheet?: true;
  /** Columns of the texts of a row; absent when each has its own, in their order. */
  readonly columns?: readonly (Columns | null)[];
}

/** Characters of the main part, and of all that stands around it. */
const MAIN_LENGTH = 60_000;
const AROUND_LENGTH = 4_000;
/** Between the cells of a row. */
export const CELL_MARK = ' | ';

/** What the page says, menus left out. */
export function readPassages(dom: Dom, isHeading: (tag: Tag) => boolean): Passage[] {
  const passages: Passage[] = [];
  const inSheet = sheetTags(dom);
  let heading = -1;
  let left = { main: MAIN_LENGTH, around: AROUND_LENGTH };
  let row: Tag | null = null;
  let columns: (Columns | null)[] = [];
  const tables = new TableColumns();
  const endRow = (): void => {
    const last = passages.at(-1);
    if (row && last && !isPlain(columns, row)) passages[passages.length - 1] = { ...last, columns };
    columns = [];
  };
  let headed: Tag | null = null;
  for (const paragraph of dom.paragraphs) {
    const { tag } = paragraph;
    if (!tag.shown) continue;
    const title = closest(tag, isHeading);
    if (title && title !== headed) heading++;
    headed = title;
    const part = tag.inMain ? 'main' : 'around';
    if (left[part] <= 0 || (!tag.inMain && tag.zone === 'navigation')) continue;
    const text = cut(paragraph.text, left[part]);
    left = { ...left, [part]: left[part] - text.length - 1 };
    const own = rowOf(paragraph);
    const last = passages.at(-1);
    if (own && own === row && last) {
      passages[passages.length - 1] = { ...last, text: `${last.text}${CELL_MARK}${text}` };
      columns.push(tables.of(tag, own));
      continue;
    }
    endRow();
    row = own;
    if (own) columns.push(tables.of(tag, own));
    const kind = title ? 'heading' : own ? 'row' : closest(tag, isItem) ? 'item' : 'text';
    passages.push({
      ...{ kind, text, zone: tag.zone, inMain: tag.inMain, line: tag.line, heading },
      ...(inSheet.has(tag) ? { inSheet: true } : {}),
    });
  }
  endRow();
  return passages;
}

/** What the main part says, on one line. */
export function mainText({ passages }: { readonly passages: readonly Passage[] }): string {
  return passages
    .filter(({ inMain }) => inMain)
    .map(({ text }) => text)
    .join(' ');
}

/** The title under which a passage stands; `null` before the first one. */
export function titleAbove(
  { heading }: Pick<Passage, 'heading'>,
  { headings }: { readonly headings: readonly Pick<HeadingFacts, 'text'>[] },
): string | null {
  return headings[heading]?.text ?? null;
}

function rowOf({ tag }: Paragraph): Tag | null {
  return closest(tag, ({ name }) => name === 'tr');
}

function isItem({ name }: Tag): boolean {
  return name === 'li' || name === 'dd' || name === 'dt';
}
