import type { WorkBook } from '@e965/xlsx';
import { QualeprefError, typeset } from '@qualepref/core';
import type { KeptActs } from './audit-file.ts';
import { textAt, workbookIn } from './grid-import-cells.ts';
import type { OldAnswer } from './grid-import-old.ts';
import { readDecisions } from './grid-import-decisions.ts';
import { readFindings } from './grid-import-findings.ts';
import { readMarks } from './grid-import-marks.ts';
import { readPlan } from './grid-import-plan.ts';
import { onceOf, wrongCells, type Fault, type GridImport } from './grid-import-rows.ts';
import {
  DECIDE_SHEET,
  DEFECTS_SHEET,
  GRID_SHEET,
  ORIGIN_CELLS,
  ORIGIN_SHEET,
  OWN_SHEET,
  PLAN_SHEET,
  READ_ROWS,
  SHEET_FORMAT,
} from './grid-sheet.ts';
import { cut } from './text.ts';

/** What a spreadsheet adds to an audit. */
export interface Imported {
  /** Each list in the order of its sheet; empty when nothing changed. */
  readonly added: Required<Omit<KeptActs, 'gaps' | 'sightings'>>;
  /** The name given once for the file, empty when there is none. */
  readonly by: string;
  /** Items whose evidence is no longer what the person had in front of them. */
  readonly outdated: readonly string[];
  /** Items whose earlier decision was proposed again, and not confirmed. */
  readonly unconfirmed: readonly string[];
  /** How many rows of defects are no longer what the person had in front of them: not taken. */
  readonly outdatedMarks: number;
  /** How many findings of a person were proposed again, and not confirmed. */
  readonly unconfirmedFindings: number;
  /** Rows that say what was changed since: not taken. */
  readonly old: readonly OldAnswer[];
}

/**
 * What a spreadsheet, XLSX or ODS, says that the audit does not hold yet.
 * Nothing is written: all of it is right, or none is taken.
 *
 * @throws QualeprefError `grid-file` when it is no grid of this audit, `grid-cells` with a line for each wrong cell
 */
export function importedGrid(bytes: Uint8Array, into: GridImport): Imported {
  const book = opened(bytes, into);
  const faults: Fault[] = [];
  const head = onceOf(book, into.today, faults);
  const old: OldAnswer[] = [];
  const reading = { ...into, head, faults, old };
  const decisions = readDecisions(book, reading);
  const marks = readMarks(book, reading);
  const findings = readFindings(book, reading);
  const actions = readPlan(book, reading);
  if (faults.length > 0) throw wrongCells(faults);
  return {
    added: { decisions: decisions.added, marks: marks.added, ownFindings: findings.added, actions },
    by: head.by,
    outdated: decisions.outdated,
    unconfirmed: decisions.unconfirmed,
    outdatedMarks: marks.outdated,
    unconfirmedFindings: findings.unconfirmed,
    old,
  };
}

function opened(bytes: Uint8Array, { report, audit }: GridImport): WorkBook {
  const sheets = [DECIDE_SHEET, GRID_SHEET, DEFECTS_SHEET, OWN_SHEET, PLAN_SHEET, ORIGIN_SHEET];
  let book: WorkBook;
  try {
    book = workbookIn(bytes, { sheets, sheetRows: READ_ROWS });
  } catch (cause) {
    throw notOurs(
      'Ce fichier ne se lit pas comme un classeur : il est abîmé, ou protégé par un mot de passe.',
      'L’ouvrir dans le tableur et l’enregistrer de nouveau en .xlsx, sans mot de passe, ou remplir une nouvelle fois celui que « qualepref grid export » écrit.',
      cause,
    );
  }
  const origin = book.Sheets[ORIGIN_SHEET];
  if (!origin || textAt(origin, ORIGIN_CELLS.format) === '')
    throw notOurs(
      'Ce classeur n’est pas une grille de qualepref, ou sa feuille cachée a été perdue, par exemple en copiant ses feuilles dans un autre classeur.',
    );
  if (textAt(origin, ORIGIN_CELLS.format) !== SHEET_FORMAT)
    throw notOurs('Cette grille a été écrite par une autre version de qualepref.', AGAIN);
  if (textAt(origin, ORIGIN_CELLS.audit) !== audit)
    throw notOurs(
      `Cette grille est celle d’un autre audit (campagne ${cut(textAt(origin, ORIGIN_CELLS.campaign), 20)}, ici ${report.campaign}).`,
    );
  const missing = sheets.filter((name) => !book.Sheets[name]);
  if (missing.length > 0) {
    const names = missing.map((name) => `« ${name} »`).join(', ');
    const what = missing.length === 1 ? `Il manque la feuille ${names}` : `Il manque les feuilles ${names}`;
    throw notOurs(
      `${what} : retirée ou renommée.`,
      'Lui rendre son nom, ou exporter de nouveau la grille et y copier vos réponses.',
    );
  }
  return book;
}

const AGAIN = 'L’exporter de nouveau par « qualepref grid export », et y copier vos réponses.';

function notOurs(
  what: string,
  how = 'Remplir le fichier que « qualepref grid export » écrit pour cet audit.',
  cause?: unknown,
): QualeprefError {
  return new QualeprefError('grid-file', typeset(`${what} ${how}`), { cause });
}
