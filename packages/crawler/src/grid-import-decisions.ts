import type { WorkBook } from '@e965/xlsx';
import { decide, QualeprefError, type Campaign, type Decision } from '@qualepref/core';
import type { KeptDecision } from './audit-file.ts';
import {
  campaignOf,
  evidenceOf,
  isOvertaken,
  lastDecisions,
  latestFindings,
  machineVerdict,
} from './decided-report.ts';
import { decidedNow, isOldDecision } from './grid-import-old.ts';
import {
  CHANGED_KEY,
  LONGEST_TEXT,
  rowsOf,
  SHUFFLED,
  signedBy,
  verdictNamed,
  type Reading,
  type Row,
} from './grid-import-rows.ts';
import { choiceWords, COLUMNS, DECIDE_SHEET, GRID_SHEET, LINK_KEY } from './grid-sheet.ts';
import { TITLES } from './grid-titles.ts';
import { cut, fold } from './text.ts';

/** The decisions of a spreadsheet on the items of the grid. */
export interface ReadDecisions {
  readonly added: readonly KeptDecision[];
  /** Items whose evidence is no longer what the person had in front of them. */
  readonly outdated: readonly string[];
  /** Items whose earlier decision was proposed again, and not confirmed. */
  readonly unconfirmed: readonly string[];
}

interface Reader extends Reading {
  readonly campaign: Campaign;
  /** By item, what the audit holds already. */
  readonly last: ReadonlyMap<string, KeptDecision>;
}

type ItemRow = Row<typeof COLUMNS>;

/** Rows of the two sheets on which a verdict is chosen, links left out. */
export function readDecisions(book: WorkBook, reading: Reading): ReadDecisions {
  const { report, kept, faults } = reading;
  // A closed campaign can be read for too: whether it may change is decided when there is a change.
  const campaign = campaignOf(report, { decisions: kept.decisions, earlier: kept.earlier });
  const reader = { ...reading, campaign, last: lastDecisions(kept) };
  const items = new Set<string>();
  const added: KeptDecision[] = [];
  const unconfirmed: string[] = [];
  for (const sheet of [DECIDE_SHEET, GRID_SHEET]) {
    for (const row of rowsOf(
      book,
      { name: sheet, columns: COLUMNS, titles: TITLES },
      ['verdict', 'key'],
      faults,
    )) {
      const key = row.at('key');
      if (key.startsWith(LINK_KEY)) continue;
      const answer = answerOf(row, sheet, reader);
      if (answer === null) continue;
      if (items.has(key)) row.wrong('verdict', `Le point ${key} est décidé deux fois : n’en garder qu’une.`);
      items.add(key);
      if (answer === 'unconfirmed') unconfirmed.push(key);
      else if (answer !== 'known') added.push(answer);
    }
  }
  const evidence = new Map(report.grid.map((row) => [row.item, evidenceOf(row)]));
  const outdated = added.filter((each) => evidence.get(each.item) !== each.evidence);
  return { added, outdated: outdated.map(({ item }) => item), unconfirmed };
}

/** What a row says: a new decision, one that the audit knows, one taken again that nobody confirmed; `null` when nothing. */
function answerOf(
  row: ItemRow,
  sheet: string,
  reader: Reader,
): KeptDecision | 'known' | 'unconfirmed' | null {
  const { report, head, last } = reader;
  const key = row.at('key');
  const word = row.at('verdict');
  if (word === '') return null;
  const evidence = row.at('evidence');
  // A row of the whole grid that is decided on the other sheet.
  if (key === '' && sheet === GRID_SHEET && evidence !== '') return null;
  if (key === '') return row.wrong('verdict', 'Cette ligne n’est celle d’aucun point : la retirer.');
  const found = report.grid.find(({ item }) => item === key);
  if (!found) return row.wrong('key', `« ${cut(key, 40)} » n’est pas un point de la grille.`);
  if (row.at('item') !== '' && row.at('item') !== key) return row.wrong('item', SHUFFLED);
  if (!/^[\da-f]{16}$/.test(evidence)) return row.wrong('evidence', CHANGED_KEY);
  const verdict = verdictNamed(word);
  if (verdict === undefined)
    return row.wrong(
      'verdict',
      `« ${cut(word, 40)} » n’est pas un verdict. Choisir ${choiceWords.join(', ')}.`,
    );
  const reason = row.at('reason');
  const known = last.get(key);
  const isKnown =
    known?.evidence === evidence &&
    known.decision.verdict === verdict &&
    (known.decision.reason ?? '') === reason &&
    ['', known.decision.by].includes(row.at('by'));
  if (isKnown && !isDecidedAgain(row, reader, known)) return 'known';
  if (known && isOld(row, { verdict, reason }, reader)) {
    reader.old.push({ sheet, line: row.line, now: decidedNow(key, known.decision) });
    return 'known';
  }
  const sameAs = /^comme (\d{4}-T[1-4])$/.exec(row.at('again'))?.[1];
  const isPrefilled = sameAs !== undefined && fold(row.at('prefilled')) === fold(word);
  // Somebody who signs the row has looked at it.
  if (isPrefilled && !head.isAgain && row.at('by') === '') return 'unconfirmed';
  const signed = signedBy(row, reader);
  if (reason.length > LONGEST_TEXT)
    return row.wrong('reason', `Cette raison dépasse ${String(LONGEST_TEXT)} caractères : la raccourcir.`);
  if (signed === null) return null;
  const decision: Decision = {
    ...{ verdict, ...signed },
    ...(reason === '' ? {} : { reason }),
    ...(isPrefilled ? { sameAs } : {}),
  };
  const kept = { item: key, decision, machine: machineVerdict(found), evidence };
  if (evidence === evidenceOf(found)) refuse(row, reader, kept);
  return kept;
}

function isOld(
  row: ItemRow,
  said: { readonly verdict: Decision['verdict']; readonly reason: string },
  { head, kept }: Reader,
): boolean {
  const history = kept.decisions.flatMap(({ item, decision }) => (item === row.at('key') ? [decision] : []));
  const [by, date] = [row.at('by'), row.day('date')];
  return isOldDecision(history, {
    ...said,
    ...{ by: by || head.by, date: date === null ? head.date : date },
    ...{ isSigned: by !== '' || date !== null, shown: row.at('again') },
  });
}

/** The same verdict, in spite of what a person saw since the first time. */
function isDecidedAgain(row: ItemRow, { head, kept }: Reader, known: KeptDecision): boolean {
  const found = latestFindings(kept.ownFindings ?? []).get(known.item);
  const date = row.day('date') ?? head.date ?? '';
  // A spreadsheet that shows the decision was made before the finding was known.
  return isOvertaken(known, found) && row.at('again') === '' && date > known.decision.date;
}

/** What core refuses of a decision. */
function refuse(row: ItemRow, { campaign }: Reader, { item, decision }: KeptDecision): void {
  try {
    decide(campaign, item, decision);
  } catch (error) {
    if (!(error instanceof QualeprefError) || error.code !== 'campaign-reason') throw error;
    row.wrong('reason', error.message);
  }
}
