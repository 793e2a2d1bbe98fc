import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { decide, QualeprefError, typeset, type Campaign, type Decision } from '@qualepref/core';
import type { KeptCampaign, KeptDecision } from './audit-file.ts';
import { campaignOf, evidenceOf, lastDecisions, machineVerdict, verdictWords } from './decided-report.ts';
import { dateAt, textAt, workbookIn } from './grid-import-cells.ts';
import {
  CHOICES,
  choiceWords,
  COLUMNS,
  DECIDE_SHEET,
  GRID_SHEET,
  ONCE_CELLS,
  ORIGIN_CELLS,
  ORIGIN_SHEET,
  SHEET_FORMAT,
} from './grid-sheet.ts';
import type { Report } from './report.ts';
import { cut, fold } from './text.ts';

/** The audit that a spreadsheet is read for. */
export interface GridImport {
  /** What the machine says: see `machineReport`. */
  readonly report: Report;
  readonly kept: KeptCampaign;
  readonly audit: string;
  /** ISO day: nothing is decided later. */
  readonly today: string;
}

/** What a spreadsheet adds to an audit. */
export interface Imported {
  /** In the order of the sheets; empty when nothing changed. */
  readonly added: readonly KeptDecision[];
  /** The name given once for the file, empty when there is none. */
  readonly by: string;
  /** Items whose evidence is no longer what the person had in front of them. */
  readonly outdated: readonly string[];
  /** Items whose earlier decision was proposed again, and not confirmed. */
  readonly unconfirmed: readonly string[];
}

/** A cell that can’t be taken as it is. */
export interface Fault {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** Rows read of a sheet: the grid has a hundred items. */
const MAX_ROWS = 1_000;
export const LONGEST_NAME = 200;
export const LONGEST_REASON = 2_000;
/** Faults that a message names. */
const FAULTS = 20;
/** What the hidden columns have for a title. */
const HEAD = 'technique';

/**
 * The decisions of a spreadsheet, XLSX or ODS, that the audit does not hold yet.
 * Nothing is written: all of it is right, or none is taken.
 *
 * @throws QualeprefError `grid-file` when it is no grid of this audit, `grid-cells` with a line for each wrong cell
 */
export function importedGrid(bytes: Uint8Array, into: GridImport): Imported {
  const book = opened(bytes, into);
  const faults: Fault[] = [];
  const head = onceOf(book.Sheets[DECIDE_SHEET] ?? {}, into.today, faults);
  const rows = [DECIDE_SHEET, GRID_SHEET].flatMap((name) => rowsOf(name, book.Sheets[name] ?? {}));
  const last = lastDecisions(into.kept);
  const reader = { ...into, head, faults, last, campaign: openCampaignOf(into) };
  const items = new Set<string>();
  const added: KeptDecision[] = [];
  const unconfirmed: string[] = [];
  for (const row of rows) {
    const answer = answerOf(row, reader);
    if (answer === null) continue;
    if (items.has(row.key))
      faults.push(fault(row, 'verdict', `Le point ${row.key} est décidé deux fois : n’en garder qu’une.`));
    items.add(row.key);
    if (answer === 'unconfirmed') unconfirmed.push(row.key);
    else if (answer !== 'known') added.push(answer);
  }
  if (faults.length > 0) throw wrongCells(faults);
  const evidence = new Map(into.report.grid.map((row) => [row.item, evidenceOf(row)]));
  const outdated = added.filter((kept) => evidence.get(kept.item) !== kept.evidence);
  return { added, by: head.by, outdated: outdated.map(({ item }) => item), unconfirmed };
}

function opened(bytes: Uint8Array, { report, audit }: GridImport): WorkBook {
  const sheets = [DECIDE_SHEET, GRID_SHEET, ORIGIN_SHEET];
  let book: WorkBook;
  try {
    book = workbookIn(bytes, { sheets, sheetRows: MAX_ROWS });
  } catch (cause) {
    throw notOurs('Ce fichier ne se lit pas comme un classeur .xlsx ou .ods.', cause);
  }
  const origin = book.Sheets[ORIGIN_SHEET] ?? {};
  if (textAt(origin, ORIGIN_CELLS.format) !== SHEET_FORMAT || sheets.some((name) => !book.Sheets[name]))
    throw notOurs('Ce classeur n’est pas une grille de qualepref, ou une de ses feuilles a été retirée.');
  if (textAt(origin, ORIGIN_CELLS.audit) !== audit)
    throw notOurs(
      `Cette grille est celle d’un autre audit (campagne ${cut(textAt(origin, ORIGIN_CELLS.campaign), 20)}, ici ${report.campaign}).`,
    );
  return book;
}

function notOurs(what: string, cause?: unknown): QualeprefError {
  const how = 'Remplir le fichier que « qualepref grid export » écrit pour cet audit.';
  return new QualeprefError('grid-file', typeset(`${what} ${how}`), { cause });
}

/** What is said once for all rows. */
interface Once {
  readonly by: string;
  readonly date: string | null;
  readonly isAgain: boolean;
}

function onceOf(sheet: WorkSheet, today: string, faults: Fault[]): Once {
  const wrong = (cell: string, text: string): void => void faults.push({ sheet: DECIDE_SHEET, cell, text });
  const by = textAt(sheet, ONCE_CELLS.by);
  if (by.length > LONGEST_NAME) wrong(ONCE_CELLS.by, 'Ce nom est trop long.');
  const date = dateAt(sheet, ONCE_CELLS.date);
  if (date === undefined || (date !== null && date > today)) wrong(ONCE_CELLS.date, WRONG_DATE);
  const again = fold(textAt(sheet, ONCE_CELLS.again));
  if (!['', 'oui', 'non'].includes(again)) wrong(ONCE_CELLS.again, 'Choisir oui ou non.');
  return { by, date: date ?? null, isAgain: again === 'oui' };
}

export const WRONG_DATE = 'Ce n’est pas un jour passé. Attendu : par exemple 24/11/2026.';

/** One row of a sheet that a person could fill in. */
interface Row {
  readonly sheet: string;
  readonly line: number;
  readonly cells: WorkSheet;
  readonly key: string;
}

function rowsOf(sheet: string, cells: WorkSheet): Row[] {
  const lines = Object.keys(cells).flatMap((name) => {
    const line = /^[GL](\d{1,5})$/.exec(name)?.[1];
    return line === undefined ? [] : [Number(line)];
  });
  const unique = [...new Set(lines)].sort((a, b) => a - b);
  return unique.map((line) => ({
    ...{ sheet, line, cells },
    key: textAt(cells, `${COLUMNS.key}${String(line)}`),
  }));
}

interface Reader extends GridImport {
  readonly head: Once;
  readonly faults: Fault[];
  readonly campaign: Campaign;
  /** By item, what the audit holds already. */
  readonly last: ReadonlyMap<string, KeptDecision>;
}

/** A closed campaign can be read for too: whether it may change is decided when there is a change. */
function openCampaignOf({ report, kept: { decisions, earlier } }: GridImport): Campaign {
  return campaignOf(report, { decisions, earlier });
}

/** What a row says: a new decision, one that the audit knows, one taken again that nobody confirmed; `null` when nothing. */
function answerOf(row: Row, reader: Reader): KeptDecision | 'known' | 'unconfirmed' | null {
  const { report, head, faults, last } = reader;
  const at = (name: keyof typeof COLUMNS): string => textAt(row.cells, `${COLUMNS[name]}${String(row.line)}`);
  const wrong = (column: keyof typeof COLUMNS, text: string): null => {
    faults.push(fault(row, column, text));
    return null;
  };
  const word = at('verdict');
  // The heads, and the rows of the whole grid that are decided on the other sheet.
  if (word === '' || row.key === HEAD) return null;
  const evidence = at('evidence');
  if (row.key === '' && row.sheet === GRID_SHEET && evidence !== '') return null;
  if (row.key === '') return wrong('verdict', 'Cette ligne n’est celle d’aucun point : la retirer.');
  const found = report.grid.find(({ item }) => item === row.key);
  if (!found) return wrong('key', `« ${cut(row.key, 40)} » n’est pas un point de la grille.`);
  if (!/^[\da-f]{16}$/.test(evidence))
    return wrong('evidence', 'Cette cellule cachée a été changée : reprendre la ligne de l’export.');
  const verdict = CHOICES.find((choice) => fold(verdictWords[choice]) === fold(word));
  if (verdict === undefined)
    return wrong('verdict', `« ${cut(word, 40)} » n’est pas un verdict. Choisir ${choiceWords.join(', ')}.`);
  const reason = at('reason');
  const known = last.get(row.key);
  const isKnown =
    known?.evidence === evidence &&
    known.decision.verdict === verdict &&
    (known.decision.reason ?? '') === reason &&
    ['', known.decision.by].includes(at('by'));
  if (isKnown) return 'known';
  const sameAs = /^comme (\d{4}-T[1-4])$/.exec(at('again'))?.[1];
  const isPrefilled = sameAs !== undefined && fold(at('prefilled')) === fold(word);
  // Somebody who signs the row has looked at it.
  if (isPrefilled && !head.isAgain && at('by') === '') return 'unconfirmed';
  const signed = signedBy(row, reader);
  if (reason.length > LONGEST_REASON)
    return wrong('reason', `Cette raison dépasse ${String(LONGEST_REASON)} caractères : la raccourcir.`);
  if (signed === null) return null;
  const decision: Decision = {
    ...{ verdict, ...signed },
    ...(reason === '' ? {} : { reason }),
    ...(isPrefilled ? { sameAs } : {}),
  };
  const kept = { item: row.key, decision, machine: machineVerdict(found), evidence };
  if (evidence === evidenceOf(found)) refuse(row, reader, kept);
  return kept;
}

/** The name and the day of a row, or those of the file. */
function signedBy(row: Row, { head, faults, today }: Reader): { by: string; date: string } | null {
  const before = faults.length;
  const wrong = (column: keyof typeof COLUMNS, text: string): void => {
    faults.push(fault(row, column, text));
  };
  const by = textAt(row.cells, `${COLUMNS.by}${String(row.line)}`) || head.by;
  if (by === '')
    wrong(
      'by',
      `Il manque le nom de qui décide : l’écrire ici, ou une fois pour toutes en ${ONCE_CELLS.by}.`,
    );
  if (by.length > LONGEST_NAME) wrong('by', 'Ce nom est trop long.');
  const own = dateAt(row.cells, `${COLUMNS.date}${String(row.line)}`);
  const date = own === null ? head.date : own;
  if (own === undefined || (own !== null && own > today)) wrong('date', WRONG_DATE);
  else if (date === null)
    wrong('date', `Il manque la date : l’écrire ici, ou une fois pour toutes en ${ONCE_CELLS.date}.`);
  return faults.length > before || !date ? null : { by, date };
}

/** What core refuses of a decision. */
function refuse(row: Row, { campaign, faults }: Reader, { item, decision }: KeptDecision): void {
  try {
    decide(campaign, item, decision);
  } catch (error) {
    if (!(error instanceof QualeprefError) || error.code !== 'campaign-reason') throw error;
    faults.push(fault(row, 'reason', error.message));
  }
}

function fault({ sheet, line }: Row, column: keyof typeof COLUMNS, text: string): Fault {
  return { sheet, cell: `${COLUMNS[column]}${String(line)}`, text };
}

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
