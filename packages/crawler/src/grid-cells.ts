import type ExcelJS from 'exceljs';
import { HEAD } from './grid-paper.ts';
import { cellText, HIDDEN_TITLE } from './grid-sheet.ts';
import { openable } from './reports/html-tag.ts';

export type Sheet = ExcelJS.Worksheet;

/** Letters of the columns of a sheet, by name, in their order. */
export type Columns = Readonly<Record<string, string>>;

/** What stands above each column, and its width in characters. */
export type Titles<Names extends Columns> = Readonly<
  Record<keyof Names, readonly [title: string, width: number]>
>;

const INPUT: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF6D6' } };

/** Under each row: on paper, the eye follows it. */
const RULE: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: 'FFB9B6AD' } } };

/** The row of the titles; a column of technical title is hidden. @returns its line */
export function heads<Names extends Columns>(sheet: Sheet, columns: Names, titles: Titles<Names>): number {
  const names = Object.keys(columns);
  const row = sheet.addRow(names.map((name) => titles[name]?.[0] ?? ''));
  row.font = HEAD;
  for (const name of names) {
    const [title = '', width = 10] = titles[name] ?? [];
    const column = sheet.getColumn(columns[name] ?? '');
    column.width = width;
    column.hidden = title === HIDDEN_TITLE;
  }
  row.alignment = { wrapText: true, vertical: 'top' };
  sheet.views = [{ state: 'frozen', ySplit: row.number, xSplit: 1 }];
  return row.number;
}

/** Adds a row of texts and counts, by column. */
export function addCells<Names extends Columns>(
  sheet: Sheet,
  columns: Names,
  cells: Readonly<Record<keyof Names, string | number>>,
): ExcelJS.Row {
  const row = sheet.addRow(
    Object.keys(columns).map((name) => {
      const cell = cells[name];
      return typeof cell === 'number' ? cell : cellText(cell ?? '');
    }),
  );
  row.alignment = { wrapText: true, vertical: 'top' };
  row.border = RULE;
  return row;
}

/** A cell to fill in. As text: a date stays as it is typed, and what begins with « = » computes nothing. */
export function input(cell: ExcelJS.Cell): void {
  cell.protection = { locked: false };
  cell.fill = INPUT;
  cell.numFmt = '@';
}

/** A list of words to choose from. */
export function choice(words: readonly string[]): ExcelJS.DataValidation {
  return {
    ...{ type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`], showErrorMessage: true },
    ...{ errorTitle: 'Choix', error: `Choisir ${words.join(', ')}.` },
  };
}

/** Spreadsheets refuse longer ones. */
export const LONGEST_LINK = 2_000;

/** @param text what is read in the cell, by default the address itself */
export function linkTo(cell: ExcelJS.Cell, url: string, text: string = url): void {
  const hyperlink = openable(url);
  cell.value = hyperlink === null ? cellText(text) : { text: cellText(text), hyperlink };
}

/** The titles of a sheet that is only read. */
export function table(sheet: Sheet, columns: readonly (readonly [title: string, width: number])[]): void {
  sheet.addRow(columns.map(([title]) => title)).font = HEAD;
  for (const [at, [, width]] of columns.entries()) sheet.getColumn(at + 1).width = width;
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = '1:1';
}
