import { read, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { datesIn } from './text-dates.ts';
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

/** Of the cells of some columns, those that were merged over several lines: `G8:G10`. */
export function mergedIn(sheet: WorkSheet, letters: ReadonlySet<string>): string[] {
  return (sheet['!merges'] ?? [])
    .filter(({ s, e }) => e.r > s.r && [...letters].some((letter) => s.c <= at(letter) && at(letter) <= e.c))
    .map(({ s, e }) => `${letterOf(s.c)}${String(s.r + 1)}:${letterOf(e.c)}${String(e.r + 1)}`);
}

const FIRST = 'A'.charCodeAt(0);

function at(letter: string): number {
  return letter.charCodeAt(0) - FIRST;
}

/** Sheets that are read have less than 26 columns. */
function letterOf(column: number): string {
  return String.fromCharCode(FIRST + Math.min(column, 25));
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
  return text === '' ? null : typedDay(text);
}

/** `24/11/2026`, `24.11.26`, `24 novembre 2026`, `2026-11-24`: one whole day, and nothing else. */
function typedDay(text: string): string | undefined {
  // Two digits are a year behind « le » only.
  const [date, another] = datesIn(`le ${text}`, { today: '2000-01-01' });
  const isWhole = date?.index === 3 && date.text.length === text.normalize('NFC').length;
  if (!isWhole || another || date.precision !== 'day' || date.isYearGuessed || date.isWeekdayWrong)
    return undefined;
  return date.from !== null && date.from === date.to ? date.from : undefined;
}
