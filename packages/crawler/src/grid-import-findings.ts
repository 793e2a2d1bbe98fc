import type { WorkBook } from '@e965/xlsx';
import { grid, type OwnFinding, type Severity } from '@qualepref/core';
import { shortHash } from './finding-number.ts';
import {
  CHANGED_KEY,
  chosen,
  LONGEST_NAME,
  LONGEST_TEXT,
  rowsOf,
  signedBy,
  type Reading,
  type Row,
} from './grid-import-rows.ts';
import { proposedAgain } from './grid-own.ts';
import { OWN_COLUMNS, OWN_SHEET, ownStateWords } from './grid-sheet.ts';
import { OWN_TITLES } from './grid-titles.ts';
import { day } from './reports/french.ts';
import { severityMarks } from './reports/html-marks.ts';
import { cut } from './text.ts';

/** What a spreadsheet says that a person saw. */
export interface ReadFindings {
  readonly added: readonly OwnFinding[];
  /** How many findings of the previous campaign were proposed again, and not confirmed. */
  readonly unconfirmed: number;
}

const severityWords = Object.fromEntries(
  Object.entries(severityMarks).map(([severity, { word }]) => [severity, word]),
) as Record<Severity, string>;

const LONGEST_PAGE = 2_000;

/** The rows of « Mes constats ». */
export function readFindings(book: WorkBook, reading: Reading): ReadFindings {
  const { report, kept, previous, faults, head, old } = reading;
  const own = new Map((kept.ownFindings ?? []).map((finding) => [finding.id, finding]));
  const earlier = new Map(proposedAgain(report, previous).map((finding) => [finding.id, finding]));
  const seen = new Set<string>();
  const added: OwnFinding[] = [];
  let unconfirmed = 0;
  const layout = { name: OWN_SHEET, columns: OWN_COLUMNS, titles: OWN_TITLES };
  for (const row of rowsOf(book, layout, ['item', 'page', 'what', 'severity', 'service'], faults)) {
    const said = saidIn(row);
    if (said === null) continue;
    const key = row.at('key');
    if (key !== '' && !own.has(key) && !earlier.has(key)) {
      row.wrong('key', CHANGED_KEY);
      continue;
    }
    const id = key || shortHash([said.item, said.page ?? '', said.what].join('\n'));
    if (seen.has(id)) row.wrong('what', 'Ce constat est écrit deux fois : n’en garder qu’un.');
    seen.add(id);
    const known = own.get(id);
    if (known && isSame(known, said) && ['', known.by].includes(row.at('by'))) continue;
    const before = known ? undefined : earlier.get(id);
    const isAgain = before !== undefined && isSame(before, said);
    // Somebody who signs the row has looked at it again.
    if (isAgain && !head.isAgain && row.at('by') === '') {
      unconfirmed += 1;
      continue;
    }
    const signed = signedBy(row, reading);
    const isOld = (each: OwnFinding): boolean =>
      each.id === id && each.by === signed?.by && each.date === signed.date && isSame(each, said);
    if (known && (kept.ownFindings ?? []).some(isOld)) {
      old.push({ sheet: OWN_SHEET, line: row.line, now: findingNow(known) });
      continue;
    }
    const sameAs = known?.sameAs ?? (isAgain ? (before.sameAs ?? previous?.campaign) : undefined);
    if (signed) added.push({ id, ...said, ...signed, ...(sameAs === undefined ? {} : { sameAs }) });
  }
  return { added, unconfirmed };
}

function findingNow({ state, by, date }: OwnFinding): string {
  return `constat depuis « ${ownStateWords[state]} », par ${by} le ${day(date)}`;
}

type Said = Omit<OwnFinding, 'id' | 'by' | 'date' | 'sameAs'>;

/** What a row says; `null` once what is wrong was named. */
function saidIn(row: Row<typeof OWN_COLUMNS>): Said | null {
  const item = row.at('item').toUpperCase();
  if (!grid.some(({ id }) => id === item))
    return row.wrong(
      'item',
      item === ''
        ? 'Il manque le point de la grille dont il s’agit, par exemple ACC-01.'
        : `« ${cut(item, 40)} » n’est pas un point de la grille.`,
    );
  const what = row.at('what');
  if (what === '') return row.wrong('what', 'Il manque ce que vous avez constaté : l’écrire en une phrase.');
  if (what.length > LONGEST_TEXT)
    return row.wrong('what', `Ce constat dépasse ${String(LONGEST_TEXT)} caractères : le raccourcir.`);
  const [page, service] = [row.at('page'), row.at('service')];
  if (page.length > LONGEST_PAGE) return row.wrong('page', 'Cette adresse est trop longue : la raccourcir.');
  if (service.length > LONGEST_NAME) return row.wrong('service', 'Ce nom est trop long.');
  const severity = chosen(severityWords, row.at('severity'));
  if (severity === undefined)
    return row.wrong('severity', `Choisir une gravité : ${Object.values(severityWords).join(', ')}.`);
  const word = row.at('state');
  const state = word === '' ? 'open' : chosen(ownStateWords, word);
  if (state === undefined)
    return row.wrong(
      'state',
      `« ${cut(word, 40)} » n’est pas une suite. Choisir ${Object.values(ownStateWords).join(', ')}.`,
    );
  return {
    ...{ item, what, severity, state },
    ...(page === '' ? {} : { page }),
    ...(service === '' ? {} : { service }),
  };
}

function isSame(known: OwnFinding, said: Said): boolean {
  return (['item', 'page', 'what', 'severity', 'service', 'state'] as const).every(
    (name) => known[name] === said[name],
  );
}
