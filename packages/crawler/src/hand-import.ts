import type { WorkBook, WorkSheet } from '@e965/xlsx';
import {
  campaignsIn,
  changeCampaigns,
  decide,
  QualeprefError,
  verdictsOf,
  type Campaign,
  type Decision,
  type HandCampaign,
} from '@qualepref/core';
import { dateAt, textAt, workbookIn } from './grid-import-cells.ts';
import { decidedNow, isOldDecision, type OldAnswer } from './grid-import-old.ts';
import {
  LONGEST_NAME,
  LONGEST_TEXT,
  mergedFaults,
  MISSING_DATE,
  MISSING_NAME,
  movedColumn,
  pastDayFault,
  SHUFFLED,
  verdictNamed,
  wrongCells,
  type Fault,
} from './grid-import-rows.ts';
import { choiceWords, ORIGIN_CELLS, ORIGIN_SHEET } from './grid-sheet.ts';
import {
  HAND_COLUMNS,
  HAND_FORMAT,
  HAND_HEAD_LINE,
  HAND_ONCE,
  HAND_TITLES,
  handWords,
  MODEL_SHEET,
  type HandColumn,
} from './hand-sheet.ts';
import { cut, fold } from './text.ts';

/** Which campaign a spreadsheet is of. */
export interface HandOrigin {
  readonly id: string;
  /** `accueil-2026-S2`: its file. */
  readonly name: string;
}

/** A spreadsheet filled in by hand, as it was read. */
export interface HandBook {
  readonly origin: HandOrigin;
  readonly book: WorkBook;
}

/** Rows read of a sheet: fifty replies have two hundred and fifty. */
const MAX_ROWS = 5_000;

/** Reads a spreadsheet, XLSX or ODS; `null` when it is no such one of ours. */
export function openHandBook(bytes: Uint8Array): HandBook | null {
  let book: WorkBook;
  try {
    book = workbookIn(bytes, { sheetRows: MAX_ROWS });
  } catch {
    return null;
  }
  const origin = book.Sheets[ORIGIN_SHEET] ?? {};
  if (textAt(origin, ORIGIN_CELLS.format) !== HAND_FORMAT) return null;
  const name = textAt(origin, ORIGIN_CELLS.campaign).replace(' ', '-');
  const isOurs = new RegExp(`^(?:${Object.values(handWords).join('|')})-\\d{4}-[ST][1-4]$`).test(name);
  return isOurs ? { origin: { id: textAt(origin, ORIGIN_CELLS.audit), name }, book } : null;
}

/** What a spreadsheet adds to a campaign. */
export interface HandImport {
  /** With what was added; the same when nothing was. */
  readonly hand: HandCampaign;
  readonly added: number;
  /** Rows that say what was changed since: not taken. */
  readonly old: readonly OldAnswer[];
  /** The first name given. */
  readonly by: string;
}

/**
 * The campaign with the decisions that a spreadsheet adds to it: all of them
 * are right, or none is taken. Sheets that were removed add nothing.
 *
 * @param open not signed, or reopened
 * @param today ISO day: nothing is decided later
 * @throws QualeprefError `grid-file` when it is of another campaign, `grid-cells` with a line for each wrong cell
 */
export function importedHand({ origin, book }: HandBook, open: HandCampaign, today: string): HandImport {
  if (origin.id !== open.id)
    throw new QualeprefError(
      'grid-file',
      'Ce classeur est celui d’une autre campagne : remplir le fichier que « qualepref grid export » écrit pour celle-ci.',
    );
  const faults: Fault[] = [];
  const old: OldAnswer[] = [];
  const campaigns = new Map(campaignsIn(open).map((campaign) => [campaign.id, campaign]));
  const met = new Set<string>();
  let by = '';
  let added = 0;
  for (const [sheet, cells] of Object.entries(book.Sheets)) {
    if (sheet === ORIGIN_SHEET || sheet === MODEL_SHEET || !isToFillIn(cells)) continue;
    const moved = movedIn(sheet, cells);
    if (moved) {
      faults.push(moved);
      continue;
    }
    faults.push(...mergedFaults(cells, sheet, new Set([HAND_COLUMNS.verdict])));
    const lines = linesOf(cells);
    const reader: Reader = { sheet, cells, today, faults, old, once: onceOf(sheet, cells, today, faults) };
    for (const line of lines) {
      const row = rowOf(line, reader, campaigns);
      if (!row) continue;
      const key = `${row.campaign.id} ${row.item}`;
      if (met.has(key))
        faults.push(fault(reader, line, 'verdict', 'Ce point est décidé deux fois : n’en garder qu’une.'));
      met.add(key);
      const decision = decisionOf(line, row, reader);
      if (!decision) continue;
      const changed = decidedBy(decision, line, row, reader);
      if (!changed) continue;
      campaigns.set(row.campaign.id, changed);
      by ||= decision.by;
      added += 1;
    }
  }
  if (faults.length > 0) throw wrongCells(faults);
  return {
    hand: changeCampaigns(open, (campaign) => campaigns.get(campaign.id) ?? campaign),
    added,
    by,
    old,
  };
}

interface Once {
  readonly by: string;
  /** ISO day; `null` when empty, `undefined` once it was named as wrong. */
  readonly date: string | null | undefined;
}

interface Reader {
  readonly sheet: string;
  readonly cells: WorkSheet;
  readonly today: string;
  readonly faults: Fault[];
  readonly old: OldAnswer[];
  readonly once: Once;
}

/** Lines that have a verdict, or the hidden key of a row. */
function linesOf(cells: WorkSheet): number[] {
  const lines = Object.keys(cells).flatMap((name) => {
    const line = /^[EJ](\d{1,5})$/.exec(name)?.[1];
    return line === undefined ? [] : [Number(line)];
  });
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** Whether a sheet is one of a site, and not one that somebody added: it has most of the titles, even moved. */
function isToFillIn(cells: WorkSheet): boolean {
  const titles = new Set(Object.values(HAND_TITLES).map(([title]) => fold(title)));
  const met = Object.values(HAND_COLUMNS).filter((letter) =>
    titles.has(fold(textAt(cells, headCell(letter)))),
  );
  return met.length > titles.size / 2;
}

/** The first column that is no longer in its place. */
function movedIn(sheet: string, cells: WorkSheet): Fault | null {
  for (const [column, letter] of Object.entries(HAND_COLUMNS)) {
    const [title] = HAND_TITLES[column as HandColumn];
    const cell = headCell(letter);
    if (fold(textAt(cells, cell)) !== fold(title)) return movedColumn(sheet, cell, title);
  }
  return null;
}

function headCell(letter: string): string {
  return `${letter}${String(HAND_HEAD_LINE)}`;
}

function onceOf(sheet: string, cells: WorkSheet, today: string, faults: Fault[]): Once {
  const wrong = (cell: string, text: string): void => void faults.push({ sheet, cell, text });
  const by = textAt(cells, HAND_ONCE.by);
  if (by.length > LONGEST_NAME) wrong(HAND_ONCE.by, 'Ce nom est trop long.');
  const date = dateAt(cells, HAND_ONCE.date);
  const why = pastDayFault(date, today);
  if (why !== undefined) wrong(HAND_ONCE.date, why);
  return { by, date: why === undefined ? date : undefined };
}

interface Row {
  readonly campaign: Campaign;
  readonly item: string;
}

/** The campaign and item of a line that has a verdict. */
function rowOf(line: number, reader: Reader, campaigns: ReadonlyMap<string, Campaign>): Row | null {
  const at = (column: HandColumn): string => valueAt(reader, line, column);
  const key = at('key');
  if (at('verdict') === '' || line <= HAND_HEAD_LINE) return null;
  const wrong = (column: HandColumn, text: string): null => {
    reader.faults.push(fault(reader, line, column, text));
    return null;
  };
  if (key === '') return wrong('verdict', 'Cette ligne n’est celle d’aucun point : la retirer.');
  const space = key.lastIndexOf(' ');
  const campaign = campaigns.get(key.slice(0, Math.max(0, space)));
  const item = key.slice(space + 1);
  if (!campaign?.rows.some((row) => row.item === item))
    return wrong('key', 'Cette cellule cachée a été changée : reprendre la ligne de l’export.');
  if (!['', item].includes(at('item'))) return wrong('item', SHUFFLED);
  return { campaign, item };
}

/** What a line decides; `null` when it is known already, or wrong. */
function decisionOf(line: number, { campaign, item }: Row, reader: Reader): Decision | null {
  const { once, today, faults, cells } = reader;
  const before = faults.length;
  const wrong = (column: HandColumn, text: string): void => {
    faults.push(fault(reader, line, column, text));
  };
  const word = valueAt(reader, line, 'verdict');
  const verdict = verdictNamed(word);
  if (verdict === undefined) {
    wrong('verdict', `« ${cut(word, 40)} » n’est pas un verdict. Choisir ${choiceWords.join(', ')}.`);
    return null;
  }
  const reason = valueAt(reader, line, 'reason');
  const ownName = valueAt(reader, line, 'by');
  const known = verdictsOf(campaign).find((each) => each.item === item)?.decision;
  if (known?.verdict === verdict && (known.reason ?? '') === reason && ['', known.by].includes(ownName))
    return null;
  const ownDate = dateAt(cells, `${HAND_COLUMNS.date}${String(line)}`);
  const history = campaign.decisions.flatMap((each) => (each.item === item ? [each.decision] : []));
  const said = {
    ...{ verdict, reason, by: ownName || once.by, date: ownDate === null ? once.date : ownDate },
    ...{ isSigned: ownName !== '' || ownDate !== null, shown: valueAt(reader, line, 'known') },
  };
  if (known && isOldDecision(history, said)) {
    reader.old.push({ sheet: reader.sheet, line, now: decidedNow(item, known) });
    return null;
  }
  if (reason.length > LONGEST_TEXT)
    wrong('reason', `Cette raison dépasse ${String(LONGEST_TEXT)} caractères : la raccourcir.`);
  const { date, by } = said;
  if (by === '') faults.push({ sheet: reader.sheet, cell: HAND_ONCE.by, text: MISSING_NAME });
  if (ownName.length > LONGEST_NAME) wrong('by', 'Ce nom est trop long.');
  const why = pastDayFault(ownDate, today);
  if (why !== undefined) wrong('date', why);
  else if (date === null) faults.push({ sheet: reader.sheet, cell: HAND_ONCE.date, text: MISSING_DATE });
  if (faults.length > before || !date) return null;
  return { verdict, by, date, ...(reason === '' ? {} : { reason }) };
}

/** The campaign with a decision, unless core refuses it. */
function decidedBy(
  decision: Decision,
  line: number,
  { campaign, item }: Row,
  reader: Reader,
): Campaign | null {
  try {
    return decide(campaign, item, decision);
  } catch (error) {
    if (!(error instanceof QualeprefError) || error.code !== 'campaign-reason') throw error;
    reader.faults.push(fault(reader, line, 'reason', error.message));
    return null;
  }
}

function valueAt({ cells }: Reader, line: number, column: HandColumn): string {
  return textAt(cells, `${HAND_COLUMNS[column]}${String(line)}`);
}

function fault({ sheet }: Reader, line: number, column: HandColumn, text: string): Fault {
  return { sheet, cell: `${HAND_COLUMNS[column]}${String(line)}`, text };
}
