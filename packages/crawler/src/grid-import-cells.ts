import { read, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { collapse } from './text.ts';

/**
 * A workbook, XLSX or ODS, without its formulas. The library writes to the
 * console what it does not know of number formats, which LibreOffice has many of
 * and nobody can do anything about.
 *
 * @throws Error the library’s, when it is no workbook
 */
export function workbookIn(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  /* eslint-disable no-console -- it is the library’s, for as long as it reads */
  const { error } = console;
  console.error = () => undefined;
  try {
    return read(bytes, { ...options, type: 'array', cellFormula: false, cellHTML: false });
  } finally {
    console.error = error;
  }
  /* eslint-enable no-console */
}

function cellAt(sheet: WorkSheet, cell: string): CellObject | undefined {
  return sheet[cell] as CellObject | undefined;
}

/** The words of a cell, on one line; a formula is what it showed. */
export function textAt(sheet: WorkSheet, cell: string): string {
  const { t, v, w } = cellAt(sheet, cell) ?? {};
  const text = t === 's' || w === undefined ? String(v ?? '') : w;
  return collapse(text.replace(/\p{Cc}/gu, ' ').toWellFormed());
}

const DAY = 86_400_000;
/** Spreadsheets count days from there. */
const EPOCH = Date.UTC(1899, 11, 30);

/** ISO day of a cell; `null` when it is empty, `undefined` when it is no day. */
export function dateAt(sheet: WorkSheet, cell: string): string | null | undefined {
  const { t, v } = cellAt(sheet, cell) ?? {};
  if (t === 'n' && typeof v === 'number' && v >= 1 && v < 100_000)
    return new Date(EPOCH + Math.floor(v) * DAY).toISOString().slice(0, 10);
  const text = textAt(sheet, cell);
  if (text === '') return null;
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = y === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = Date.parse(iso);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
