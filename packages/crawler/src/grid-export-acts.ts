import type ExcelJS from 'exceljs';
import { actionStateLabels, actionStates, type Defect, type OwnFinding } from '@qualepref/core';
import { addCells, choice, heads, input, LONGEST_LINK, type Columns, type Sheet } from './grid-cells.ts';
import type { GridExport } from './grid-export.ts';
import { defectEvidence, isRefusedLink, type DefectState } from './grid-marks.ts';
import {
  DEFECT_COLUMNS,
  DEFECT_ROWS,
  GRID_SHEET,
  opinionWords,
  OWN_COLUMNS,
  ownStateWords,
  PLAN_COLUMNS,
} from './grid-sheet.ts';
import { DEFECT_TITLES, OWN_TITLES, PLAN_TITLES } from './grid-titles.ts';
import { isToClose, type ImprovementPlan, type PlanLine } from './improvement-actions.ts';
import { proposedAgain } from './grid-own.ts';
import { inPrint } from './grid-paper.ts';
import { isSetAside } from './marked-report.ts';
import { day, plural, typedDay } from './reports/french.ts';
import { severityMarks } from './reports/html-marks.ts';
import { cut } from './text.ts';

/** Pages of one defect that its row names. */
const PAGES = 5;
/** Rows left for what a person saw. */
const BLANK_ROWS = 30;

/**
 * The defects of the machine, set aside or not.
 *
 * @param isOpen whether they are marked here: a service only reads its own
 */
export function fillDefects(
  sheet: Sheet,
  defects: readonly Defect[],
  states: ReadonlyMap<string, DefectState>,
  isOpen: boolean,
): void {
  const head = heads(sheet, DEFECT_COLUMNS, DEFECT_TITLES);
  for (const defect of defects.slice(0, DEFECT_ROWS)) {
    const { severity, outcome, message, items, pages, id } = defect;
    const state = states.get(id);
    const places = pages.slice(0, PAGES).map((url) => cut(url, LONGEST_LINK));
    const isEditable = isOpen && !isRefusedLink(defect);
    // Where nobody may write, the words stand in what was said.
    const mark = isEditable ? state?.mark : undefined;
    const row = addCells(sheet, DEFECT_COLUMNS, {
      severity: outcome === 'failed' ? severityMarks[severity].word : 'À vérifier',
      ...{ message, items: items.join(', '), pages: pages.length, where: places.join('\n') },
      opinion: mark ? opinionWords[mark.opinion] : '',
      ...{ reason: mark?.reason ?? '', expires: mark ? typedDay(mark.expires) : '', by: '', date: '' },
      said:
        isOpen && isRefusedLink(defect)
          ? `${saidOf(defect, state)} Se décide sur « À décider ».`.trim()
          : saidOf(defect, state),
      key: isEditable ? id : '',
      evidence: defectEvidence(defect),
    });
    if (!isEditable) continue;
    for (const name of ['opinion', 'reason', 'expires', 'by', 'date'] as const)
      input(row.getCell(DEFECT_COLUMNS[name]));
    row.getCell(DEFECT_COLUMNS.opinion).dataValidation = choice(Object.values(opinionWords));
  }
  const left = defects.length - DEFECT_ROWS;
  if (left > 0) {
    const more = plural(left, 'autre défaut, moins urgent', 'autres défauts, moins urgents');
    sheet.addRow(['', `Et ${more} : la liste entière est dans report-defauts.csv et report.json.`]);
  }
  inPrint(sheet, isOpen ? DEFECT_COLUMNS.expires : DEFECT_COLUMNS.where, head);
  if (isOpen) return;
  for (const name of ['opinion', 'reason', 'expires', 'by', 'date', 'said'] as const)
    sheet.getColumn(DEFECT_COLUMNS[name]).hidden = true;
}

/** What people saw, below the defects that a service reads. */
export function addOwnFindings(sheet: Sheet, findings: readonly OwnFinding[]): void {
  for (const { item, what, severity, page = '', by, date } of findings) {
    addCells(sheet, DEFECT_COLUMNS, {
      severity: severityMarks[severity].word,
      message: `${what} (constaté par ${by} le ${day(date)})`,
      ...{ items: item, pages: '', where: cut(page, LONGEST_LINK) },
      ...{ opinion: '', reason: '', expires: '', by: '', date: '', said: '', key: '', evidence: '' },
    });
  }
  inPrint(sheet, DEFECT_COLUMNS.where, 1);
}

function saidOf({ findings }: Defect, state: DefectState | undefined): string {
  const { mark, last, marked = 0 } = state ?? {};
  if (!last) return '';
  const word = `${opinionWords[last.opinion]}, par ${last.by} le ${day(last.date)}`;
  const until = isSetAside(last) ? `, jusqu’au ${day(last.expires)}` : '';
  if (mark) return `${word}${until} : ${last.reason}`;
  return `${plural(marked, 'constat', 'constats')} sur ${String(findings.length)} : ${word}${until}. Les autres sont nouveaux.`;
}

/** What a person saw that no check did: what is known, what the previous campaign hands on, and room for more. */
export function fillOwnFindings(sheet: Sheet, { report, kept, previous }: GridExport): void {
  const head = heads(sheet, OWN_COLUMNS, OWN_TITLES);
  const own = new Map((kept.ownFindings ?? []).map((finding) => [finding.id, finding]));
  const again = proposedAgain(report, previous).filter(({ id }) => !own.has(id));
  const add = (finding: Partial<OwnFinding>, said: string): void => {
    const { item = '', page = '', what = '', severity, service = '', state, id = '' } = finding;
    const row = addCells(sheet, OWN_COLUMNS, {
      ...{ item, page, what, service, by: '', date: '', again: said, key: id },
      severity: severity ? severityMarks[severity].word : '',
      state: state ? ownStateWords[state] : '',
    });
    for (const [name, letter] of Object.entries(OWN_COLUMNS))
      if (name !== 'again' && name !== 'key') input(row.getCell(letter));
    row.getCell(OWN_COLUMNS.item).dataValidation = ITEM_CHOICE;
    row.getCell(OWN_COLUMNS.severity).dataValidation = choice(
      Object.values(severityMarks).map(({ word }) => word),
    );
    row.getCell(OWN_COLUMNS.state).dataValidation = choice(Object.values(ownStateWords));
  };
  for (const finding of own.values()) add(finding, `par ${finding.by} le ${day(finding.date)}`);
  for (const finding of again) add(finding, `comme ${finding.sameAs ?? previous?.campaign ?? ''}`);
  for (let left = BLANK_ROWS; left > 0; left -= 1) add({}, '');
  inPrint(sheet, OWN_COLUMNS.state, head);
}

/** Too many for a list in the cell itself: those of the grid, beside it. */
const ITEM_CHOICE: ExcelJS.DataValidation = {
  ...{ type: 'list', allowBlank: true, formulae: [`'${GRID_SHEET}'!$A$2:$A$200`], showErrorMessage: true },
  ...{ errorTitle: 'Point', error: 'Choisir un point de la grille, par exemple ACC-01.' },
};

/** Actions and gaps without one: an action begins once it has somebody and a day. */
export function fillPlan(sheet: Sheet, plan: ImprovementPlan): void {
  const head = heads(sheet, PLAN_COLUMNS, PLAN_TITLES);
  for (const line of plan) {
    const { gap, action, seen, isOverdue } = line;
    const row = addCells(sheet, PLAN_COLUMNS, {
      ...{ item: gap.reference ?? '', gap: `${gap.subject} (relevé le ${day(gap.foundOn)})` },
      seen: `${isOverdue ? 'En retard. ' : ''}${isToClose(line) ? 'À clore : choisir « efficace ». ' : ''}${seen}`,
      ...{
        what: action?.what ?? line.proposed ?? '',
        owner: action?.owner ?? '',
        dueOn: action ? typedDay(action.dueOn) : '',
      },
      state: action ? actionStateLabels[action.state] : '',
      ...{ note: noteOf(line), by: '', date: '', key: action?.id ?? '', gapKey: gap.id },
    });
    const isNew: Columns = action ? {} : { what: PLAN_COLUMNS.what, owner: PLAN_COLUMNS.owner };
    const { dueOn, state, note, by, date } = PLAN_COLUMNS;
    for (const letter of [...Object.values(isNew), dueOn, state, note, by, date]) input(row.getCell(letter));
    row.getCell(state).dataValidation = choice(actionStates.map((word) => actionStateLabels[word]));
  }
  inPrint(sheet, PLAN_COLUMNS.note, head);
}

/** The proof is there to be taken; a note alone changes nothing. */
function noteOf(line: PlanLine): string {
  return isToClose(line) ? line.seen : '';
}
