import ExcelJS from 'exceljs';
import { QualeprefError } from '@qualepref/core';
import type { KeptCampaign } from './audit-file.ts';
import { gridWorkbook, type GridExport } from './grid-export.ts';
import { importedGrid, type Imported } from './grid-import.ts';
import { DECIDE_SHEET, ONCE_CELLS } from './grid-sheet.ts';

export const AUDIT = '0123456789abcdef';
const TODAY = '2026-11-30';
export const NOBODY: KeptCampaign = { decisions: [], earlier: [] };

/** A cell is found by what its row holds in a column. */
export interface Written {
  readonly sheet: string;
  /** The column that tells the row, and what it holds there: the first row that does. */
  readonly where: readonly [column: string, value: string];
  /** How many rows further, where the one found is the first of several alike. */
  readonly skip?: number;
  readonly cells: Readonly<Record<string, string | number>>;
}

/** What is said once for the file. */
export interface Once {
  readonly by?: string;
  readonly again?: string;
}

/** A sheet of a workbook. */
export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The first line on which a column holds a value. */
export function lineOf(sheet: ExcelJS.Worksheet, column: string, value: string): number {
  for (let line = 2; line <= sheet.rowCount; line += 1)
    if (sheet.getCell(`${column}${String(line)}`).text === value) return line;
  throw new Error(`no row ${value} in ${sheet.name}`);
}

/** A workbook as a spreadsheet program opens it. */
export async function openedBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

/** Most tests of a file fill in the same one. */
const made = new WeakMap<KeptCampaign, { source: GridExport; bytes: Promise<Uint8Array> }>();

function exported(source: GridExport): Promise<Uint8Array> {
  const known = made.get(source.kept);
  if (known && known.source.report === source.report && known.source.previous === source.previous)
    return known.bytes;
  const bytes = gridWorkbook(source);
  made.set(source.kept, { source, bytes });
  return bytes;
}

/** The grid of an audit, filled in by a person. */
export async function filledBook(
  source: GridExport,
  rows: readonly Written[],
  { by = 'Camille Martin', again = 'non' }: Once = {},
): Promise<Uint8Array> {
  const book = await openedBook(await exported(source));
  const once = sheetOf(book, DECIDE_SHEET);
  once.getCell(ONCE_CELLS.by).value = by;
  once.getCell(ONCE_CELLS.again).value = again;
  // Found before any is written.
  const lines = rows.map(({ sheet, where, skip = 0 }) => lineOf(sheetOf(book, sheet), ...where) + skip);
  for (const [at, { sheet: name, cells }] of rows.entries()) {
    const sheet = sheetOf(book, name);
    const line = lines[at];
    for (const [column, value] of Object.entries(cells))
      sheet.getCell(`${column}${String(line)}`).value = value;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What a spreadsheet adds to the audit that it was made from. */
export function importedInto(source: GridExport, bytes: Uint8Array): Imported {
  return importedGrid(bytes, { ...source, today: TODAY });
}

/** The message that names what is wrong, its no-break spaces made plain; `none` when nothing is. */
export function faultsOf(source: GridExport, bytes: Uint8Array): string {
  try {
    importedInto(source, bytes);
  } catch (error) {
    if (error instanceof QualeprefError)
      return `${error.code} ${error.message}`.replace(/[\u00A0\u202F]/g, ' ');
    throw error;
  }
  return 'none';
}

/** A campaign with what a spreadsheet added. */
export function afterwards(kept: KeptCampaign, { added }: Imported): KeptCampaign {
  return {
    ...kept,
    decisions: [...kept.decisions, ...added.decisions],
    marks: [...(kept.marks ?? []), ...added.marks],
    ownFindings: [...(kept.ownFindings ?? []), ...added.ownFindings],
    actions: [...(kept.actions ?? []), ...added.actions],
  };
}
