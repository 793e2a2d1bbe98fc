import ExcelJS from 'exceljs';
import {
  gapsOf,
  grid,
  propose,
  websiteGrid,
  type Defect,
  type GridItem,
  type Proposal as Again,
} from '@qualepref/core';
import type { KeptCampaign, KeptDecision, PreviousAudit } from './audit-file.ts';
import {
  campaignOf,
  evidenceOf,
  lastDecisions,
  stillHolding,
  verdictWords,
  withDecisions,
} from './decided-report.ts';
import { guideLines } from './grid-guide.ts';
import { HEAD, onA4 } from './grid-paper.ts';
import {
  cellText,
  choiceWords,
  COLUMNS,
  DECIDE_SHEET,
  GRID_SHEET,
  ONCE_CELLS,
  ORIGIN_CELLS,
  ORIGIN_SHEET,
  SHEET_FORMAT,
  sheetName,
} from './grid-sheet.ts';
import type { GridRow, Report } from './report.ts';
import { day, plural } from './reports/french.ts';
import { severityMarks } from './reports/html-marks.ts';
import { cut } from './text.ts';

/** What a spreadsheet of the grid is made from. */
export interface GridExport {
  /** What the machine says: see `machineReport`. */
  readonly report: Report;
  readonly kept: KeptCampaign;
  /** Names the audit that the decisions are of. */
  readonly audit: string;
  /** Its decisions are proposed again where the evidence is the same. */
  readonly previous?: PreviousAudit;
}

type Sheet = ExcelJS.Worksheet;

const EXCERPTS = 5;
/** Pages of one defect that its row names. */
const PAGES = 5;
const INPUT: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF6D6' } };

/** The grid as a spreadsheet to fill in, in XLSX. */
export async function gridWorkbook(source: GridExport): Promise<Uint8Array> {
  const { report, kept } = source;
  const book = new ExcelJS.Workbook();
  const taken = new Set<string>();
  const sheet = (name: string): Sheet => book.addWorksheet(sheetName(name, taken));
  const toDecide = sheet(DECIDE_SHEET);
  const whole = sheet(GRID_SHEET);
  fillDecisions(toDecide, whole, source);
  const { defects } = report;
  fillDefects(sheet('Défauts'), defects);
  fillPages(sheet('Pages'), report);
  fillPlan(sheet('Plan d’actions'), source);
  const services = Map.groupBy(defects, ({ service = '' }) => service);
  for (const [service, own] of services) if (service !== '') fillDefects(sheet(service), own);
  fillDefects(
    sheet('À signaler'),
    defects.filter(({ owner }) => owner === 'template'),
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

/** What a person must decide stands on the first sheet, what the machine settled on the second: an item is decided in one place. */
function fillDecisions(toDecide: Sheet, whole: Sheet, source: GridExport): void {
  const { report, kept, previous } = source;
  const last = lastDecisions(stillHolding(report, kept));
  const again = previous ? takenAgain(report, kept, previous) : new Map<string, Again>();
  const specs = new Map(grid.map((spec) => [spec.id, spec]));
  const open = report.grid.filter(isForPerson);
  const isDecided = ({ item }: GridRow): boolean =>
    (last.get(item)?.decision.verdict ?? 'a_verifier') !== 'a_verifier';
  const rows = open.toSorted((a, b) => Number(isDecided(a)) - Number(isDecided(b)));
  toDecide.addRow([`Points à décider — ${report.site.address} — ${report.campaign}`]).font = HEAD;
  toDecide.addRow(['Remplir les cases jaunes. Une ligne laissée vide reste à décider.']);
  toDecide.addRow(['Votre nom', '']);
  toDecide.addRow(['Date', report.execution.endedAt.slice(0, 10)]);
  const count = plural(again.size, 'décision reprise', 'décisions reprises');
  toDecide.addRow(
    again.size === 0
      ? ['Aucune décision n’est reprise du trimestre précédent', '']
      : [`Confirmer ${count} du trimestre précédent`, 'non'],
  );
  for (const cell of Object.values(ONCE_CELLS)) input(toDecide.getCell(cell));
  toDecide.getCell(ONCE_CELLS.again).dataValidation = choice(['oui', 'non']);
  const decided = withDecisions(report, kept);
  const nowOf = new Map(decided.grid.map((row) => [row.item, row]));
  const add = (sheet: Sheet, row: GridRow, editable: boolean): void => {
    const spec = specs.get(row.item);
    if (!spec) return;
    const now = nowOf.get(row.item) ?? row;
    addRow(sheet, { row, now, spec, report, editable }, last.get(row.item), again.get(row.item));
  };
  heads(toDecide);
  for (const row of rows) add(toDecide, row, true);
  heads(whole);
  for (const row of report.grid) add(whole, row, !isForPerson(row));
}

/** The machine did not settle it. */
function isForPerson({ verdict }: GridRow): boolean {
  return verdict === 'a_verifier' || verdict === 'non_verifie';
}

/** Decisions of the previous campaign that hold again, by item. */
function takenAgain(report: Report, kept: KeptCampaign, previous: PreviousAudit): Map<string, Again> {
  const { decided, campaign: period } = previous;
  if (!decided) return new Map();
  const current = campaignOf(report, stillHolding(report, kept));
  const rows = [...lastDecisions(decided).values()].map(({ item, machine, evidence }) => ({
    ...{ item, verdict: machine, evidence },
  }));
  const earlier = { ...campaignOf(report, decided), period, rows };
  return new Map(propose(earlier, current).map((each) => [each.item, each]));
}

const TITLES: Readonly<Record<keyof typeof COLUMNS, readonly [title: string, width: number]>> = {
  item: ['Point', 12],
  label: ['Ce qui doit être', 45],
  answer: ['Proposé par l’audit', 16],
  why: ['Pourquoi', 50],
  excerpts: ['Extraits', 60],
  page: ['Page à ouvrir', 35],
  verdict: ['Votre verdict', 16],
  reason: ['Raison (si vous en décidez autrement)', 35],
  by: ['Nom (si autre)', 20],
  date: ['Date (si autre)', 14],
  again: ['Déjà décidé', 24],
  key: ['technique', 10],
  // A hidden text that wraps would make its row higher.
  evidence: ['technique', 24],
  prefilled: ['technique', 10],
};

function heads(sheet: Sheet): void {
  const row = sheet.addRow(Object.keys(COLUMNS).map((name) => TITLES[name as keyof typeof COLUMNS][0]));
  row.font = HEAD;
  for (const [name, letter] of Object.entries(COLUMNS)) {
    const [title, width] = TITLES[name as keyof typeof COLUMNS];
    sheet.getColumn(letter).width = width;
    sheet.getColumn(letter).hidden = title === 'technique';
  }
  sheet.views = [{ state: 'frozen', ySplit: row.number, xSplit: 1 }];
}

interface Shown {
  readonly row: GridRow;
  /** The same, with what a person decided. */
  readonly now: GridRow;
  readonly spec: GridItem;
  readonly report: Report;
  readonly editable: boolean;
}

function addRow(sheet: Sheet, shown: Shown, kept: KeptDecision | undefined, again: Again | undefined): void {
  const { row, now, spec, report, editable } = shown;
  const [first] = row.proposals ?? [];
  const defects = report.defects.filter(({ items }) => items.includes(row.item));
  const excerpts = first?.excerpts.length
    ? first.excerpts.map(({ url, about, quote }) =>
        [about, quote === undefined ? undefined : `« ${quote} »`, url].filter(Boolean).join(' — '),
      )
    : defects.map(({ message, pages }) => `${message} (${plural(pages.length, 'page', 'pages')})`);
  const page = first?.excerpts[0]?.url ?? defects[0]?.pages[0];
  const decision = kept?.decision ?? again?.answer;
  const verdict = decision ? verdictWords[decision.verdict] : '';
  const answer = first && row.verdict === 'a_verifier' ? first.answer : row.verdict;
  const outdated = now.outdated ? `${now.reason ?? ''} ` : '';
  const cells: Readonly<Record<keyof typeof COLUMNS, string>> = {
    ...{ item: row.item, label: spec.label, answer: verdictWords[answer] },
    why: `${outdated}${first?.why ?? row.reason ?? ''}`,
    excerpts: excerpts.slice(0, EXCERPTS).join('\n'),
    ...{ page: '', verdict: editable ? verdict : verdictWords[now.verdict] },
    reason: (editable ? decision?.reason : now.reason) ?? '',
    ...{ by: '', date: '' },
    again: again ? `comme ${again.answer.sameAs ?? ''}` : decidedBy(kept),
    key: editable ? row.item : '',
    evidence: evidenceOf(row),
    prefilled: again ? verdict : '',
  };
  const added = sheet.addRow(Object.values(cells).map(cellText));
  added.alignment = { wrapText: true, vertical: 'top' };
  if (page !== undefined) linkTo(added.getCell(COLUMNS.page), page);
  if (!editable) return;
  for (const name of ['verdict', 'reason', 'by', 'date'] as const) input(added.getCell(COLUMNS[name]));
  added.getCell(COLUMNS.verdict).dataValidation = choice(choiceWords);
}

function decidedBy(kept: KeptDecision | undefined): string {
  return kept ? `décidé par ${kept.decision.by} le ${day(kept.decision.date)}` : '';
}

/** As text: a date stays as it is typed, and what begins with « = » computes nothing. */
export function input(cell: ExcelJS.Cell): void {
  cell.protection = { locked: false };
  cell.fill = INPUT;
  cell.numFmt = '@';
}

export function choice(words: readonly string[]): ExcelJS.DataValidation {
  return {
    ...{ type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`], showErrorMessage: true },
    ...{ errorTitle: 'Choix', error: `Choisir ${words.join(', ')}.` },
  };
}

/** Spreadsheets refuse longer ones. */
const LONGEST_LINK = 2_000;

function linkTo(cell: ExcelJS.Cell, url: string): void {
  const isLink = /^https?:\/\//.test(url) && url.length <= LONGEST_LINK;
  cell.value = isLink ? { text: cellText(url), hyperlink: cellText(url) } : cellText(url);
}

function table(sheet: Sheet, columns: readonly (readonly [title: string, width: number])[]): void {
  sheet.addRow(columns.map(([title]) => title)).font = HEAD;
  for (const [at, [, width]] of columns.entries()) sheet.getColumn(at + 1).width = width;
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

function fillDefects(sheet: Sheet, defects: readonly Defect[]): void {
  table(sheet, [
    ...([['Gravité', 12] as const, ['Ce qu’il faut faire', 70] as const] as const),
    ...([
      ['Points', 16] as const,
      ['Pages', 8] as const,
      ['Où', 60] as const,
      ['Numéro', 20] as const,
    ] as const),
  ]);
  for (const { severity, outcome, message, items, pages, id } of defects) {
    const gravity = outcome === 'failed' ? severityMarks[severity].word : 'À vérifier';
    const places = pages.slice(0, PAGES).map((url) => cut(url, LONGEST_LINK));
    const cells = [gravity, message, items.join(', '), pages.length, places.join('\n'), id];
    sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell))).alignment = {
      ...{ wrapText: true, vertical: 'top' },
    };
  }
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

/** The gaps that the campaign opens as it stands, for the improvement plan. */
function fillPlan(sheet: Sheet, { report, kept }: GridExport): void {
  table(sheet, [
    ['Point', 12],
    ['Écart', 80],
    ['Relevé le', 14],
  ]);
  for (const { reference = '', subject, foundOn } of gapsOf(
    campaignOf(report, stillHolding(report, kept)),
    websiteGrid,
  )) {
    sheet.addRow([reference, subject, foundOn].map(cellText));
  }
}
