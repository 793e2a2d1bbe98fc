import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { QualeprefError, typeset } from '@qualepref/core';
import type { KeptCampaign, PreviousAudit } from './audit-file.ts';
import type { Columns } from './grid-cells.ts';
import { dateAt, textAt } from './grid-import-cells.ts';
import type { OldAnswer } from './grid-import-old.ts';
import { DECIDE_SHEET, HIDDEN_TITLE, ONCE_CELLS } from './grid-sheet.ts';
import type { Report } from './report.ts';
import { fold } from './text.ts';

/** The audit that a spreadsheet is read for. */
export interface GridImport {
  /** What the machine says: see `machineReport`. */
  readonly report: Report;
  readonly kept: KeptCampaign;
  readonly audit: string;
  /** Its findings of a person may be taken again. */
  readonly previous?: PreviousAudit;
  /** ISO day: nothing is decided later. */
  readonly today: string;
}

/** A cell that can’t be taken as it is. */
export interface Fault {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What is said once for all rows. */
export interface Once {
  readonly by: string;
  readonly date: string | null;
  readonly isAgain: boolean;
}

/** What reading each row needs. */
export interface Reading extends GridImport {
  readonly head: Once;
  readonly faults: Fault[];
  /** Rows of an older copy, which are left as they are. */
  readonly old: OldAnswer[];
}

/** One row of a sheet that a person could fill in. */
export interface Row<Names extends Columns> {
  readonly line: number;
  at(column: keyof Names): string;
  /** ISO day; `null` when empty, `undefined` when it is no day. */
  day(column: keyof Names): string | null | undefined;
  /** Names a cell that is wrong. */
  wrong(column: keyof Names, text: string): null;
}

export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 2_000;
export const WRONG_DATE = 'Ce n’est pas un jour passé. Attendu : par exemple 24/11/2026.';
export const CHANGED_KEY = 'Cette cellule cachée a été changée : reprendre la ligne de l’export.';

/** What is said once, on the sheet to decide. */
export function onceOf(book: WorkBook, today: string, faults: Fault[]): Once {
  const sheet = book.Sheets[DECIDE_SHEET] ?? {};
  const wrong = (cell: string, text: string): void => void faults.push({ sheet: DECIDE_SHEET, cell, text });
  const by = textAt(sheet, ONCE_CELLS.by);
  if (by.length > LONGEST_NAME) wrong(ONCE_CELLS.by, 'Ce nom est trop long.');
  const date = dateAt(sheet, ONCE_CELLS.date);
  if (date === undefined || (date !== null && date > today)) wrong(ONCE_CELLS.date, WRONG_DATE);
  const again = fold(textAt(sheet, ONCE_CELLS.again));
  if (!['', 'oui', 'non'].includes(again)) wrong(ONCE_CELLS.again, 'Choisir oui ou non.');
  return { by, date: date ?? null, isAgain: again === 'oui' };
}

/**
 * The rows under the heads in which one of some columns is filled in.
 *
 * @param key the hidden column by which the heads are told
 */
export function rowsOf<Names extends Columns>(
  book: WorkBook,
  sheet: string,
  columns: Names,
  key: keyof Names,
  filled: readonly (keyof Names)[],
  faults: Fault[],
): Row<Names>[] {
  const cells: WorkSheet = book.Sheets[sheet] ?? {};
  const letters = new Set(filled.map((name) => String(columns[name])));
  const lines = new Set<number>();
  for (const name of Object.keys(cells)) {
    const [, letter = '', line = ''] = /^([A-Z])(\d{1,6})$/.exec(name) ?? [];
    if (letters.has(letter)) lines.add(Number(line));
  }
  const rows = [...lines]
    .sort((a, b) => a - b)
    .map((line): Row<Names> => {
      const cellOf = (column: keyof Names): string => `${String(columns[column])}${String(line)}`;
      return {
        line,
        at: (column) => textAt(cells, cellOf(column)),
        day: (column) => dateAt(cells, cellOf(column)),
        wrong: (column, text) => {
          faults.push({ sheet, cell: cellOf(column), text });
          return null;
        },
      };
    });
  const first = rows.findIndex((row) => row.at(key) === HIDDEN_TITLE);
  return rows.slice(first + 1).filter((row) => filled.some((name) => row.at(name) !== ''));
}

/** The name and the day of a row, or those of the file; `null` once what is wrong was named. */
export function signedBy<Names extends Columns & Readonly<Record<'by' | 'date', string>>>(
  row: Row<Names>,
  { head, faults, today }: Reading,
): { by: string; date: string } | null {
  const before = faults.length;
  const by = row.at('by') || head.by;
  if (by === '')
    row.wrong(
      'by',
      `Il manque le nom de qui décide : l’écrire ici, ou une fois pour toutes en ${ONCE_CELLS.by} de « ${DECIDE_SHEET} ».`,
    );
  if (by.length > LONGEST_NAME) row.wrong('by', 'Ce nom est trop long.');
  const own = row.day('date');
  const date = own === null ? head.date : own;
  if (own === undefined || (own !== null && own > today)) row.wrong('date', WRONG_DATE);
  else if (date === null)
    row.wrong(
      'date',
      `Il manque la date : l’écrire ici, ou une fois pour toutes en ${ONCE_CELLS.date} de « ${DECIDE_SHEET} ».`,
    );
  return faults.length > before || !date ? null : { by, date };
}

/** The value whose word is written, whatever the case and the accents. */
export function chosen<Value extends string>(
  words: Readonly<Record<Value, string>>,
  word: string,
): Value | undefined {
  return (Object.keys(words) as Value[]).find((value) => fold(words[value]) === fold(word));
}

/** Faults that a message names. */
const FAULTS = 20;

/** Names each wrong cell. @param what begins the sentence: what is not done for it */
export function wrongCells(faults: readonly Fault[], what = 'La grille n’est pas importée'): QualeprefError {
  const lines = faults
    .slice(0, FAULTS)
    .map(
      ({ sheet, cell, text }) => `Feuille « ${sheet} », ligne ${cell.slice(1)}, cellule ${cell} : ${text}`,
    );
  const more = faults.length - FAULTS;
  return new QualeprefError(
    'grid-cells',
    typeset(
      [
        `${what} : corriger ces cellules, puis relancer la même commande.`,
        ...lines,
        ...(more > 0 ? [`Et ${String(more)} de plus.`] : []),
      ].join('\n'),
    ),
  );
}
