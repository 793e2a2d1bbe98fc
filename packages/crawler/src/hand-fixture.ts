import ExcelJS from 'exceljs';
import { HAND_COLUMNS, HAND_ONCE, type HandColumn } from './hand-sheet.ts';

/** What is written on a sheet filled in by hand: in its head, and by row (`reception:2026-S2:aix SIG-01`) and column. */
export interface HandWritten {
  readonly by?: string;
  readonly date?: string | number;
  readonly rows?: Readonly<Record<string, Partial<Record<HandColumn, string | number>>>>;
}

/** The workbook of some bytes. */
export async function workbookOf(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

/** The line of a row on a sheet; 0 when it has none. */
export function lineOf(sheet: ExcelJS.Worksheet, key: string): number {
  return Math.max(0, sheet.getColumn(HAND_COLUMNS.key).values.indexOf(key));
}

/** A spreadsheet as people send it back: by sheet, what they wrote. */
export async function filledByHand(
  bytes: Uint8Array,
  written: Readonly<Record<string, HandWritten>>,
): Promise<Uint8Array> {
  const book = await workbookOf(bytes);
  for (const [name, { by = 'Référente', date = '24/11/2026', rows = {} }] of Object.entries(written)) {
    const sheet = book.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    sheet.getCell(HAND_ONCE.by).value = by;
    sheet.getCell(HAND_ONCE.date).value = date;
    for (const [key, cells] of Object.entries(rows)) {
      const line = lineOf(sheet, key);
      if (line === 0) throw new Error(`no row ${key}`);
      for (const [column, value] of Object.entries(cells))
        sheet.getCell(`${HAND_COLUMNS[column as HandColumn]}${String(line)}`).value = value;
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
