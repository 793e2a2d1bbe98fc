import type ExcelJS from 'exceljs';
import {
  grid,
  parseQuarter,
  propose,
  quarterLabel,
  type Defect,
  type GridItem,
  type Opinion,
  type Proposal as Again,
  type Verdict,
} from '@qualepref/core';
import type { KeptCampaign, KeptDecision, PreviousAudit } from './audit-file.ts';
import {
  campaignOf,
  evidenceOf,
  formerEvidence,
  lastDecisions,
  proposedAnswer,
  stillHolding,
  verdictWords,
  withDecisions,
} from './decided-report.ts';
import { addCells, choice, heads, input, linkTo, LONGEST_LINK, type Sheet } from './grid-cells.ts';
import type { GridExport } from './grid-export.ts';
import { decidedWords } from './grid-import-old.ts';
import { HEAD, inPrint } from './grid-paper.ts';
import { defectEvidence, defectStates, isRefusedLink, type DefectState } from './grid-marks.ts';
import { cellText, choiceWords, COLUMNS, LINK_KEY, ONCE_CELLS } from './grid-sheet.ts';
import { TITLES } from './grid-titles.ts';
import type { GridRow, Report } from './report.ts';
import { day, plural, typedDay } from './reports/french.ts';
import { readable } from './reports/html-decide.ts';
import { cut } from './text.ts';

/** Of a defect that is quoted to decide an item. */
const MESSAGE = 160;

/** What a person must decide stands on the first sheet, what the machine settled on the second: an item is decided in one place. */
export function fillDecisions(toDecide: Sheet, whole: Sheet, source: GridExport): void {
  const { report, kept, previous } = source;
  const last = lastDecisions(stillHolding(report, kept));
  const again = previous ? takenAgain(report, kept, previous) : new Map<string, Again>();
  const specs = new Map(grid.map((spec) => [spec.id, spec]));
  const open = report.grid.filter(isForPerson);
  const isDecided = ({ item }: GridRow): boolean =>
    (last.get(item)?.decision.verdict ?? 'a_verifier') !== 'a_verifier';
  const rows = open.toSorted((a, b) => Number(isDecided(a)) - Number(isDecided(b)));
  const period = quarterLabel(parseQuarter(report.campaign));
  toDecide.addRow([cellText(`Points à décider — ${report.site.address} — ${period}`)]).font = HEAD;
  toDecide.addRow(['Remplir les cases jaunes. Une ligne laissée vide reste à décider.']);
  toDecide.addRow(['Votre nom', '']);
  toDecide.addRow(['Date', typedDay(report.execution.endedAt.slice(0, 10))]);
  const count = plural(again.size, 'décision reprise', 'décisions reprises');
  // The first column is narrow: what is long stands where nothing follows.
  toDecide.addRow(
    again.size === 0
      ? ['Aucune décision n’est reprise du trimestre précédent.']
      : ['Confirmer', 'non', `« oui » confirme ${count} du trimestre précédent.`],
  );
  for (const cell of [ONCE_CELLS.by, ONCE_CELLS.date]) input(toDecide.getCell(cell));
  if (again.size > 0) {
    input(toDecide.getCell(ONCE_CELLS.again));
    toDecide.getCell(ONCE_CELLS.again).dataValidation = choice(['oui', 'non']);
  }
  const decided = withDecisions(report, kept);
  const nowOf = new Map(decided.grid.map((row) => [row.item, row]));
  const add = (sheet: Sheet, row: GridRow, editable: boolean): void => {
    const spec = specs.get(row.item);
    if (!spec) return;
    const now = nowOf.get(row.item) ?? row;
    addRow(sheet, { row, now, spec, report, editable }, last.get(row.item), again.get(row.item));
  };
  const head = heads(toDecide, COLUMNS, TITLES);
  for (const row of rows) add(toDecide, row, true);
  const states = defectStates(report, kept);
  for (const defect of report.defects)
    if (isRefusedLink(defect)) addLink(toDecide, report.site.address, defect, states.get(defect.id));
  inPrint(toDecide, COLUMNS.reason, head);
  const top = heads(whole, COLUMNS, TITLES);
  for (const row of report.grid) add(whole, row, !isForPerson(row));
  inPrint(whole, COLUMNS.reason, top);
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
  const { former } = report;
  const rowOf = new Map(report.grid.map((row) => [row.item, row]));
  // The same, of pages that moved since, is the same.
  const today = (item: string, evidence: string): string => {
    const row = rowOf.get(item);
    return row && former && formerEvidence(row, former) === evidence ? evidenceOf(row) : evidence;
  };
  const rows = [...lastDecisions(decided).values()].map(({ item, machine, evidence }) => ({
    ...{ item, verdict: machine, evidence: today(item, evidence) },
  }));
  const earlier = { ...campaignOf(report, decided), period, rows };
  return new Map(propose(earlier, current).map((each) => [each.item, each]));
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
  const said = first?.excerpts.length
    ? first.excerpts
    : defects.map(({ message, pages: [url = ''] }) => ({ url, quote: cut(message, MESSAGE) }));
  const outdated = now.outdated ? `${now.reason ?? ''} ` : '';
  const why = `${outdated}${first?.why ?? row.reason ?? ''}`;
  const page = first?.excerpts[0]?.url ?? defects[0]?.pages[0];
  // What is decided is read whole in a minute; the report has the rest.
  const { address } = report.site;
  const excerpts = readable(`${spec.label} ${why}`, said).map(({ url, about, quote }) =>
    [about, quote === undefined ? undefined : `« ${quote} »`, placeOn(address, url)]
      .filter(Boolean)
      .join(' — '),
  );
  const decision = kept?.decision ?? again?.answer;
  const verdict = decision ? verdictWords[decision.verdict] : '';
  const cells: Readonly<Record<keyof typeof COLUMNS, string>> = {
    ...{ item: row.item, label: spec.label, answer: verdictWords[proposedAnswer(row) ?? row.verdict] },
    why,
    excerpts: excerpts.join('\n'),
    ...{ page: '', verdict: editable ? verdict : verdictWords[now.verdict] },
    reason: (editable ? decision?.reason : now.reason) ?? '',
    ...{ by: '', date: '' },
    again: again ? `comme ${again.answer.sameAs ?? ''}` : decidedBy(kept) || saidOtherwise(row, now),
    key: editable ? row.item : '',
    evidence: evidenceOf(row),
    prefilled: again ? verdict : '',
  };
  const added = addCells(sheet, COLUMNS, cells);
  if (page !== undefined) linkTo(added.getCell(COLUMNS.page), page, placeOn(address, page));
  if (editable) open(added, choiceWords);
}

/** An address of the site without what all of them begin with: the rest is what tells them apart. */
function placeOn(address: string, url: string): string {
  const origin = URL.parse(address)?.origin;
  return origin !== undefined && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}

/** What marks and findings of a person make of an item that nobody decided. */
function saidOtherwise(row: GridRow, now: GridRow): string {
  if (now.verdict === row.verdict || now.outdated) return '';
  return `${verdictWords[now.verdict]}, d’après vos avis et constats`;
}

function open(row: ExcelJS.Row, words: readonly string[]): void {
  for (const name of ['verdict', 'reason', 'by', 'date'] as const) input(row.getCell(COLUMNS[name]));
  row.getCell(COLUMNS.verdict).dataValidation = choice(words);
}

/** The words of a verdict that a link may have, for what a person says of its defect. */
const LINK_VERDICTS: Readonly<Record<Opinion, Verdict>> = {
  'false-positive': 'conforme',
  accepted: 'conforme',
  confirmed: 'non_conforme',
  open: 'a_verifier',
};

/** A link that refused itself to the audit: a person opens it, and says whether it leads somewhere. */
function addLink(sheet: Sheet, address: string, defect: Defect, { mark }: DefectState = { marked: 0 }): void {
  const { message, pages, cause, id } = defect;
  const label = 'Ce lien, que l’audit n’a pas pu ouvrir, mène-t-il à la bonne page ?';
  const added = addCells(sheet, COLUMNS, {
    ...{ item: 'Lien', label, answer: verdictWords.a_verifier, why: message },
    excerpts: `${plural(pages.length, 'page', 'pages')} : ${cut(placeOn(address, pages[0] ?? ''), LONGEST_LINK)}`,
    page: '',
    verdict: mark ? verdictWords[LINK_VERDICTS[mark.opinion]] : '',
    ...{ reason: mark?.reason ?? '', by: '', date: '' },
    again: mark ? `décidé par ${mark.by} le ${day(mark.date)}` : '',
    ...{ key: `${LINK_KEY}${id}`, evidence: defectEvidence(defect), prefilled: '' },
  });
  linkTo(added.getCell(COLUMNS.page), cause, placeOn(address, cause));
  open(
    added,
    ['conforme', 'non_conforme', 'a_verifier'].map((word) => verdictWords[word as Verdict]),
  );
}

function decidedBy(kept: KeptDecision | undefined): string {
  return kept ? decidedWords(kept.decision) : '';
}
