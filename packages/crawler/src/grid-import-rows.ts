import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { QualeprefError, typeset, type Decision } from '@qualepref/core';
import type { KeptCampaign, PreviousAudit } from './audit-file.ts';
import { verdictWords } from './decided-report.ts';
import type { Columns, Titles } from './grid-cells.ts';
import { dateAt, mergedIn, textAt } from './grid-import-cells.ts';
import type { OldAnswer } from './grid-import-old.ts';
import { CHOICES, DECIDE_SHEET, HIDDEN_TITLE, ONCE_CELLS } from './grid-sheet.ts';
import type { Report } from './report.ts';
import { day, plural } from './reports/french.ts';
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
  /** ISO day; `null` when empty, `undefined` once it was named as wrong. */
  readonly date: string | null | undefined;
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
/** What is wrong with the day of a decision; nothing when it is empty, or past. */
export function pastDayFault(date: string | null | undefined, today: string): string | undefined {
  if (date === undefined) return 'Ce n’est pas une date. L’écrire ainsi : 24/11/2026.';
  if (date !== null && date > today)
    return `Cette date est à venir (nous sommes le ${day(today)}) : écrire le jour de la décision.`;
  return undefined;
}

export const CHANGED_KEY = 'Cette cellule cachée a été changée : reprendre la ligne de l’export.';

/** After a sort of some columns only: answers would go to other points than those that were read. */
export const SHUFFLED =
  'Ce point n’est plus celui de sa ligne : un tri n’a pris que certaines colonnes. Annuler le tri, ou exporter de nouveau et y copier vos réponses.';

/** What is said once, on the sheet to decide. */
export function onceOf(book: WorkBook, today: string, faults: Fault[]): Once {
  const sheet = book.Sheets[DECIDE_SHEET] ?? {};
  const wrong = (cell: string, text: string): void => void faults.push({ sheet: DECIDE_SHEET, cell, text });
  const by = textAt(sheet, ONCE_CELLS.by);
  if (by.length > LONGEST_NAME) wrong(ONCE_CELLS.by, 'Ce nom est trop long.');
  const date = dateAt(sheet, ONCE_CELLS.date);
  const fault = pastDayFault(date, today);
  if (fault !== undefined) wrong(ONCE_CELLS.date, fault);
  const again = fold(textAt(sheet, ONCE_CELLS.again));
  if (!['', 'oui', 'non'].includes(again)) wrong(ONCE_CELLS.again, 'Choisir oui ou non.');
  return { by, date: fault === undefined ? date : undefined, isAgain: again === 'oui' };
}

/** A sheet, and what stands above its columns. */
export interface SheetLayout<Names extends Columns> {
  readonly name: string;
  readonly columns: Names;
  readonly titles: Titles<Names>;
}

/**
 * The rows under the heads in which one of some columns is filled in. A sheet
 * whose columns were moved, or whose cells were merged, has none: it is named.
 */
export function rowsOf<Names extends Columns>(
  book: WorkBook,
  { name: sheet, columns, titles }: SheetLayout<Names>,
  filled: readonly (keyof Names)[],
  faults: Fault[],
): Row<Names>[] {
  const cells: WorkSheet = book.Sheets[sheet] ?? {};
  const head = headOf(cells, sheet, columns, titles);
  if (typeof head !== 'number') {
    faults.push(head);
    return [];
  }
  const letters = new Set(filled.map((name) => String(columns[name])));
  const lines = new Set<number>();
  for (const name of Object.keys(cells)) {
    const [, letter = '', line = ''] = /^([A-Z])(\d{1,6})$/.exec(name) ?? [];
    if (letters.has(letter) && Number(line) > head) lines.add(Number(line));
  }
  faults.push(...mergedFaults(cells, sheet, letters));
  return [...lines]
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
    })
    .filter((row) => filled.some((name) => row.at(name) !== ''));
}

/** Lines among which the heads are. */
const HEADS_WITHIN = 40;

/** The line of the titles; the first one that is not in its place, of the line that has the most. */
function headOf<Names extends Columns>(
  cells: WorkSheet,
  sheet: string,
  columns: Names,
  titles: Titles<Names>,
): number | Fault {
  const isAt = (name: keyof Names, line: number): boolean =>
    fold(textAt(cells, `${String(columns[name])}${String(line)}`)) === fold(titles[name][0]);
  const names = Object.keys(columns);
  let best = { line: 1, missing: names };
  for (let line = 1; line <= HEADS_WITHIN; line += 1) {
    const missing = names.filter((name) => !isAt(name, line));
    if (missing.length === 0) return line;
    if (missing.length < best.missing.length) best = { line, missing };
  }
  const [first = ''] = best.missing;
  return movedColumn(sheet, `${String(columns[first])}${String(best.line)}`, titles[first]?.[0] ?? '');
}

/** A column that is no longer where it was written. */
export function movedColumn(sheet: string, cell: string, title: string): Fault {
  const what = title === HIDDEN_TITLE ? 'une colonne cachée' : `la colonne « ${title} »`;
  return {
    ...{ sheet, cell },
    text: `Ici doit être ${what} : une colonne a été retirée, ajoutée, déplacée ou renommée. Annuler ce changement, ou exporter de nouveau et y copier vos réponses.`,
  };
}

/** What is merged holds one answer, for the first of its lines: which others it is for is not known. */
export function mergedFaults(cells: WorkSheet, sheet: string, letters: ReadonlySet<string>): Fault[] {
  return mergedIn(cells, letters).map((range) => ({
    ...{ sheet, cell: range.split(':', 1)[0] ?? '' },
    text: `Les cellules ${range} sont fusionnées : annuler la fusion, et répondre ligne par ligne.`,
  }));
}

/** The name and the day of a row, or those of the file; `null` once what is wrong was named. */
export function signedBy<Names extends Columns & Readonly<Record<'by' | 'date', string>>>(
  row: Row<Names>,
  { head, faults, today }: Reading,
): { by: string; date: string } | null {
  const before = faults.length;
  const missing = (cell: string, text: string): void => void faults.push({ sheet: DECIDE_SHEET, cell, text });
  const by = row.at('by') || head.by;
  const own = row.day('date');
  const date = own === null ? head.date : own;
  if (by === '') missing(ONCE_CELLS.by, MISSING_NAME);
  if (by.length > LONGEST_NAME && row.at('by') !== '') row.wrong('by', 'Ce nom est trop long.');
  const fault = pastDayFault(own, today);
  if (fault !== undefined) row.wrong('date', fault);
  else if (date === null) missing(ONCE_CELLS.date, MISSING_DATE);
  return faults.length > before || !date ? null : { by, date };
}

export const MISSING_NAME =
  'Il manque le nom de qui décide : l’écrire ici une fois, il vaut pour toutes les lignes qui n’en ont pas d’autre.';
export const MISSING_DATE =
  'Il manque la date : l’écrire ici une fois, par exemple 24/11/2026 ; elle vaut pour toutes les lignes qui n’en ont pas d’autre.';

/** The value whose word is written, whatever the case and the accents. */
export function chosen<Value extends string>(
  words: Readonly<Record<Value, string>>,
  word: string,
): Value | undefined {
  return (Object.keys(words) as Value[]).find((value) => fold(words[value]) === fold(word));
}

/** The verdict that a word says; « Non-conforme » is written as often as « non conforme ». */
export function verdictNamed(word: string): Decision['verdict'] | undefined {
  const plain = fold(word.replaceAll('-', ' '));
  return CHOICES.find((choice) => fold(verdictWords[choice]) === plain);
}

/** Cells that are wrong alike that one line names. */
const ALIKE = 10;

/** The same fault down a column is told once, with its other cells. */
function faultLine(faults: readonly Fault[]): string {
  const [first, ...others] = new Map(faults.map((fault) => [fault.cell, fault])).values();
  if (!first) return '';
  const { sheet, cell, text } = first;
  const line = `Feuille « ${sheet} », ligne ${cell.slice(1)}, cellule ${cell} : ${text}`;
  if (others.length === 0) return line;
  const named = others.slice(0, ALIKE).map((other) => other.cell);
  const more = others.length - named.length;
  return `${line} De même en ${named.join(', ')}${more > 0 ? ` et dans ${plural(more, 'autre cellule', 'autres cellules')}` : ''}.`;
}

/** Faults that a message names. */
const FAULTS = 20;

/** Names each wrong cell. @param what begins the sentence: what is not done for it */
export function wrongCells(faults: readonly Fault[], what = 'La grille n’est pas importée'): QualeprefError {
  const alike = Map.groupBy(faults, ({ sheet, cell, text }) =>
    [sheet, cell.replace(/\d+/, ''), text].join('\n'),
  );
  const lines = [...alike.values()].slice(0, FAULTS).map(faultLine);
  const more = alike.size - FAULTS;
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
