import ExcelJS from 'exceljs';
import {
  campaignsIn,
  channelLabels,
  gapsIn,
  gridOf,
  parsePeriod,
  periodLabel,
  typeset,
  verdictsOf,
  type Campaign,
  type ControlSheet,
  type Grid,
  type HandCampaign,
} from '@qualepref/core';
import { verdictWords } from './decided-report.ts';
import { choice, input, table } from './grid-cells.ts';
import { protect } from './grid-export.ts';
import { decidedWords } from './grid-import-old.ts';
import { HEAD, inPrint, onA4 } from './grid-paper.ts';
import { cellText, choiceWords, ORIGIN_CELLS, ORIGIN_SHEET, sheetName } from './grid-sheet.ts';
import { handGuideLines } from './hand-guide.ts';
import {
  GAPS_SHEET,
  GUIDE_SHEET,
  HAND_COLUMNS,
  HAND_FORMAT,
  HAND_HEAD,
  HAND_TITLES,
  HAND_ONCE,
  handWords,
  MODEL_SHEET,
  MODEL_TITLES,
  siteKindWords,
  type HandColumn,
  type ModelColumn,
} from './hand-sheet.ts';
import { day, plural } from './reports/french.ts';

type Sheet = ExcelJS.Worksheet;

const SHADE: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E4' } };
const LINE = { style: 'thin', color: { argb: 'FFB9B6AD' } } as const;
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const TOP = { wrapText: true, vertical: 'top' } as const;

/** A campaign that people alone fill in, as a spreadsheet in XLSX: a sheet for each site, to be filled in there or on paper. */
export async function handWorkbook(hand: HandCampaign): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const taken = new Set(
    [GAPS_SHEET, GUIDE_SHEET, MODEL_SHEET, ORIGIN_SHEET].map((name) => name.toLowerCase()),
  );
  for (const { id, name } of hand.sites) {
    // Print areas name the sheet between plain apostrophes.
    const sheet = book.addWorksheet(sheetName(name.replaceAll("'", '’'), taken));
    fillSite(sheet, hand, { id, name });
  }
  fillGaps(book.addWorksheet(GAPS_SHEET), hand);
  const guide = book.addWorksheet(GUIDE_SHEET);
  guide.getColumn(1).width = 110;
  for (const line of handGuideLines(hand)) guide.addRow([cellText(line)]).alignment = TOP;
  fillModel(book.addWorksheet(MODEL_SHEET), gridOf(hand));
  const origin = book.addWorksheet(ORIGIN_SHEET);
  origin.state = 'veryHidden';
  const says = { format: HAND_FORMAT, audit: hand.id, campaign: `${handWords[hand.kind]} ${hand.period}` };
  for (const [name, value] of Object.entries(says))
    origin.getCell(ORIGIN_CELLS[name as keyof typeof ORIGIN_CELLS]).value = value;
  for (const each of book.worksheets) {
    onA4(each);
    if (each.name !== MODEL_SHEET) await protect(each);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The grid as it can be read back once it was changed: nothing in it is locked. */
function fillModel(sheet: Sheet, { items }: Grid): void {
  const widths: Readonly<Record<ModelColumn, number>> = {
    ...{ id: 12, rubrique: 30, label: 50, help: 80, proves: 16, siteKinds: 24 },
  };
  table(
    sheet,
    Object.entries(MODEL_TITLES).map(([name, title]) => [title, widths[name as ModelColumn]]),
  );
  for (const { id, rubrique, label, help, proves, siteKinds = [] } of items) {
    const kinds = siteKinds.map((kind) => siteKindWords[kind]).join(', ');
    sheet.addRow([id, rubrique, label, help, proves.join(', '), kinds].map(cellText)).alignment = TOP;
  }
}

interface Place {
  readonly id: string;
  readonly name: string;
}

/** What is printed is what is filled in with a pen: the columns up to the remark. */
function fillSite(sheet: Sheet, hand: HandCampaign, place: Place): void {
  const head = fillHead(sheet, hand, place.name);
  fillRows(sheet, hand, place.id);
  inPrint(sheet, HAND_COLUMNS.reason, head);
}

function fillHead(sheet: Sheet, hand: HandCampaign, name: string): number {
  const grid = gridOf(hand);
  const period = periodLabel(parsePeriod(hand.period));
  sheet.addRow([cellText(`${grid.title} — ${name} — ${period}`)]).font = { ...HEAD, size: 13 };
  sheet.addRow(['Remplir les cases jaunes. Une ligne laissée vide reste à décider.']);
  sheet.addRow(['Votre nom', '']);
  sheet.addRow([hand.kind === 'reception' ? 'Date de visite' : 'Date', '']);
  for (const cell of Object.values(HAND_ONCE)) input(sheet.getCell(cell));
  const heads = sheet.addRow(Object.keys(HAND_COLUMNS).map((column) => HAND_TITLES[column as HandColumn][0]));
  heads.font = HEAD;
  heads.alignment = TOP;
  for (const [column, letter] of Object.entries(HAND_COLUMNS)) {
    const [title, width] = HAND_TITLES[column as HandColumn];
    sheet.getColumn(letter).width = width;
    sheet.getColumn(letter).hidden = title === HAND_HEAD;
  }
  sheet.views = [{ state: 'frozen', ySplit: heads.number, xSplit: 1 }];
  return heads.number;
}

function fillRows(sheet: Sheet, hand: HandCampaign, id: string): void {
  const grid = gridOf(hand);
  if (hand.kind === 'reception') {
    for (const campaign of hand.campaigns.filter(({ site }) => site === id))
      fillCampaign(sheet, campaign, grid);
    return;
  }
  const replies = hand.draw.sheets.filter(({ site }) => site === id);
  // How to check a reply is said once, with the first.
  const again = { ...grid, rubrics: [], items: grid.items.map((item) => ({ ...item, help: '' })) };
  for (const [at, reply] of replies.entries()) {
    title(sheet, reply.entry, replyTitle(reply, hand.services), replyDates(reply));
    fillCampaign(sheet, reply.campaign, at === 0 ? { ...grid, rubrics: [] } : again);
  }
}

/** A row between others that says what they are about. */
function title(sheet: Sheet, ...cells: readonly string[]): void {
  const row = sheet.addRow(cells.map(cellText));
  row.font = HEAD;
  row.alignment = TOP;
  for (const letter of Object.values(HAND_COLUMNS).slice(0, -1)) row.getCell(letter).fill = SHADE;
}

function replyTitle(
  { channel, service, subject, template }: ControlSheet,
  services: Extract<HandCampaign, { kind: 'mail-control' }>['services'] = [],
): string {
  const name = services.find(({ id }) => id === service)?.name ?? service;
  const model = template === undefined ? '' : ` Modèle : ${template}.`;
  return typeset(`${channelLabels[channel]} : ${subject}. Service : ${name}.${model}`).replace(
    /^./,
    (first) => first.toUpperCase(),
  );
}

function replyDates({ receivedOn, dueOn, answeredOn, days }: ControlSheet): string {
  const end =
    answeredOn === undefined
      ? `Sans réponse après ${plural(days, 'jour', 'jours')}.`
      : `Répondu le ${day(answeredOn)}, en ${plural(days, 'jour', 'jours')}.`;
  return `Reçu le ${day(receivedOn)}, échéance le ${day(dueOn)}. ${end}`;
}

function fillCampaign(sheet: Sheet, campaign: Campaign, { items, rubrics }: Grid): void {
  const rubricsLeft = rubrics.map(({ title }) => title);
  for (const { item, machine, decision } of verdictsOf(campaign)) {
    const spec = items.find(({ id }) => id === item);
    if (!spec) continue;
    if (rubricsLeft.includes(spec.rubrique)) {
      rubricsLeft.splice(0, rubricsLeft.indexOf(spec.rubrique) + 1);
      title(sheet, '', spec.rubrique);
    }
    const isSettled = machine !== 'a_verifier' && machine !== 'non_verifie';
    const cells: Readonly<Record<HandColumn, string>> = {
      ...{ item, label: spec.label, help: spec.help },
      established: isSettled ? verdictWords[machine] : '',
      verdict: decision ? verdictWords[decision.verdict] : '',
      reason: decision?.reason ?? '',
      ...{ by: '', date: '' },
      known: decision ? decidedWords(decision) : '',
      key: `${campaign.id} ${item}`,
    };
    const row = sheet.addRow(Object.values(cells).map(cellText));
    row.alignment = TOP;
    for (const letter of Object.values(HAND_COLUMNS).slice(0, -1)) row.getCell(letter).border = BORDER;
    for (const column of ['verdict', 'reason', 'by', 'date'] as const)
      input(row.getCell(HAND_COLUMNS[column]));
    // A hidden text that wraps would make the row higher.
    row.getCell(HAND_COLUMNS.key).alignment = { wrapText: false };
    row.getCell(HAND_COLUMNS.verdict).dataValidation = choice(choiceWords);
  }
}

/** What the improvement plan gets of it as it stands. */
function fillGaps(sheet: Sheet, hand: HandCampaign): void {
  const columns = [
    ['Site', 32],
    ['Point', 12],
    ['Écart', 80],
    ['Relevé le', 20],
  ] as const;
  sheet.addRow(columns.map(([title]) => title)).font = HEAD;
  for (const [at, [, width]] of columns.entries()) sheet.getColumn(at + 1).width = width;
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  const names = new Map(hand.sites.map(({ id, name }) => [id, name]));
  const gaps = gapsIn(hand);
  for (const { site = '', reference = '', subject, foundOn } of gaps) {
    const cells = [names.get(site) ?? site, reference, subject, day(foundOn)];
    sheet.addRow(cells.map(cellText)).alignment = TOP;
  }
  if (gaps.length === 0) {
    const left = campaignsIn(hand).every(({ decisions }) => decisions.length === 0);
    sheet.addRow(['', '', left ? 'Rien n’est encore décidé.' : 'Aucun écart.']);
  }
}
