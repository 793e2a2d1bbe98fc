import ExcelJS from 'exceljs';
import type { KeptCampaign, PreviousAudit } from './audit-file.ts';
import type { Comparison } from './compare.ts';
import { stillHolding, withDecisions } from './decided-report.ts';
import { addOwnFindings, fillDefects, fillOwnFindings, fillPlan } from './grid-export-acts.ts';
import { fillDecisions } from './grid-export-decisions.ts';
import { findingsByService } from './grid-own.ts';
import { linkTo, table, type Sheet } from './grid-cells.ts';
import { guideLines } from './grid-guide.ts';
import { defectStates, type DefectState } from './grid-marks.ts';
import { onA4 } from './grid-paper.ts';
import {
  cellText,
  DECIDE_SHEET,
  DEFECTS_SHEET,
  GRID_SHEET,
  ORIGIN_CELLS,
  ORIGIN_SHEET,
  OWN_SHEET,
  PLAN_SHEET,
  SHEET_FORMAT,
  sheetName,
} from './grid-sheet.ts';
import { planOf } from './improvement-actions.ts';
import { isSetAside } from './marked-report.ts';
import type { Report } from './report.ts';

/** What a spreadsheet of the grid is made from. */
export interface GridExport {
  /** What the machine says: see `machineReport`. */
  readonly report: Report;
  readonly kept: KeptCampaign;
  /** Names the audit that the decisions are of. */
  readonly audit: string;
  /** Its decisions are proposed again where the evidence is the same. */
  readonly previous?: PreviousAudit;
  /** What changed since then: what is mended may close its action. */
  readonly changes?: Comparison;
}

/** The grid as a spreadsheet to fill in, in XLSX. */
export async function gridWorkbook(source: GridExport): Promise<Uint8Array> {
  const { report, kept } = source;
  const book = new ExcelJS.Workbook();
  const taken = new Set<string>();
  // Print areas name the sheet between plain apostrophes.
  const sheet = (name: string): Sheet => book.addWorksheet(sheetName(name.replaceAll("'", '’'), taken));
  const toDecide = sheet(DECIDE_SHEET);
  const whole = sheet(GRID_SHEET);
  fillDecisions(toDecide, whole, source);
  const { defects } = report;
  const decided = decidedFrom(source);
  const states = defectStates(report, kept);
  fillDefects(sheet(DEFECTS_SHEET), defects, states, true);
  fillOwnFindings(sheet(OWN_SHEET), source);
  fillPlan(sheet(PLAN_SHEET), planOf(decided, kept));
  fillPages(sheet('Pages'), report);
  // What is set aside is asked of nobody.
  const left = defects.filter(({ id }) => !isAside(states.get(id)));
  const services = Map.groupBy(left, ({ service = '' }) => service);
  const seen = findingsByService(decided.ownFindings ?? [], [...services.keys()]);
  for (const service of new Set([...services.keys(), ...seen.keys()])) {
    if (service === '') continue;
    const own = sheet(service);
    fillDefects(own, services.get(service) ?? [], states, false);
    addOwnFindings(own, seen.get(service) ?? []);
  }
  fillDefects(
    sheet('À signaler'),
    left.filter(({ owner }) => owner === 'template'),
    states,
    false,
  );
  const guide = sheet('Guide');
  guide.getColumn(1).width = 110;
  for (const line of guideLines(report, stillHolding(report, kept).decisions.length))
    guide.addRow([cellText(line)]).alignment = { wrapText: true, vertical: 'top' };
  const origin = sheet(ORIGIN_SHEET);
  origin.state = 'veryHidden';
  for (const [name, value] of Object.entries({
    format: SHEET_FORMAT,
    audit: source.audit,
    campaign: report.campaign,
  })) {
    origin.getCell(ORIGIN_CELLS[name as keyof typeof ORIGIN_CELLS]).value = value;
  }
  for (const each of book.worksheets) {
    onA4(each);
    await protect(each);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Without a password: it keeps from mistakes, and from nothing else. */
export async function protect(sheet: Sheet): Promise<void> {
  await sheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true });
}

/** The machine’s report with what people said, and what changed when that is known. */
function decidedFrom({ report, kept, changes }: GridExport): Report {
  return { ...withDecisions(report, kept), ...(changes ? { changes } : {}) };
}

function isAside({ mark }: DefectState = { marked: 0 }): boolean {
  return mark !== undefined && isSetAside(mark);
}

function fillPages(sheet: Sheet, { addresses }: Report): void {
  table(sheet, [
    ['Adresse', 70],
    ['Titre', 60],
    ['Réponse', 14],
  ]);
  for (const { url, kind, title = '', status } of addresses) {
    if (kind !== 'page') continue;
    const row = sheet.addRow(['', cellText(title), status ?? '']);
    linkTo(row.getCell(1), url);
  }
}
