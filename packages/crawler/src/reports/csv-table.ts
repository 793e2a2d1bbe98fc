import { stringify } from 'csv-stringify/sync';
import { collapse, cut } from '../text.ts';
import { visible } from './html-tag.ts';

type Cell = string | number | undefined;
/** Titles of the columns, and what each says of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A French Excel expects the semicolon, and UTF-8 only after its mark. */
const MARK = '\uFEFF';
/** A cell of a spreadsheet holds 32,767 characters. */
const CELL_MAX = 2000;
/** Rows turned into text at once. */
const BATCH = 200;

/** A table as CSV, in pieces: it opens in a French spreadsheet as it is, and no cell of it is a formula. */
export function* csvTable<Row>(rows: Iterable<Row>, columns: Columns<Row>): Generator<string> {
  const cells = Object.values(columns);
  yield MARK;
  let batch: Cell[][] = [Object.keys(columns)];
  for (const row of rows) {
    batch.push(cells.map((cell) => shown(cell(row))));
    if (batch.length < BATCH) continue;
    yield lines(batch);
    batch = [];
  }
  yield lines(batch);
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows.slice(), { delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
}

/** On one line, with nothing that the eye would miss: a formula cannot hide behind what is not seen. */
function shown(cell: Cell): Cell {
  return typeof cell === 'string' ? collapse(visible(cut(collapse(cell), CELL_MAX))) : cell;
}
