import { closest, type Tag } from './read-dom.ts';

/** First and last column of a cell, from 0. */
export type Columns = readonly [first: number, last: number];

/** Of a single cell; beyond, somebody wants to keep us busy. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 200;

/** Columns of the cells of the tables of a page, each table walked once. */
export class TableColumns {
  readonly #tables = new Map<Tag, ReadonlyMap<Tag, Columns>>();

  /** `null` for what is in no cell of a row. */
  of(tag: Tag, row: Tag): Columns | null {
    const cell = closest(tag, ({ parent }) => parent === row);
    const table = closest(row, ({ name }) => name === 'table');
    if (!cell || !table) return null;
    const known = this.#tables.get(table) ?? columnsOf(table);
    this.#tables.set(table, known);
    return known.get(cell) ?? null;
  }
}

/** Whether texts stand one in each of the cells of a plain row, in their order. */
export function isPlain(columns: readonly (Columns | null)[], row: Tag): boolean {
  const cells = row.children.filter(isCell);
  return (
    columns.length === cells.length &&
    columns.every((own, at) => own !== null && own[0] === at && own[1] === at)
  );
}

/** Where HTML sets each cell: on the first column that no cell of a row above still holds. */
function columnsOf(table: Tag): ReadonlyMap<Tag, Columns> {
  const columns = new Map<Tag, Columns>();
  /** Rows that the cell above still holds, by column. */
  let held: number[] = [];
  for (const row of rowsOf(table)) {
    const next = held.map((left) => Math.max(0, left - 1));
    let at = 0;
    for (const cell of row.children.filter(isCell)) {
      while ((held[at] ?? 0) > 0) at += 1;
      if (at >= MOST_COLUMNS) break;
      const width = Math.min(spanOf(cell, 'colspan', 1), MOST_COLUMNS - at);
      const height = Math.min(spanOf(cell, 'rowspan', MOST_ROWS), MOST_ROWS);
      columns.set(cell, [at, at + width - 1]);
      for (const end = at + width; at < end; at += 1) next[at] = Math.max(next[at] ?? 0, height - 1);
    }
    held = next;
  }
  return columns;
}

function rowsOf(table: Tag): Tag[] {
  return table.children.flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.name) ? child.children.filter(({ name }) => name === 'tr') : [];
  });
}

function isCell({ name }: Tag): boolean {
  return name === 'td' || name === 'th';
}

/** What the attribute says; 0 means as far as the table goes. */
function spanOf({ attributes }: Tag, name: 'colspan' | 'rowspan', whole: number): number {
  const written = Number.parseInt(attributes[name] ?? '1', 10);
  if (written === 0) return whole;
  return written > 0 ? written : 1;
}
