import { isDeepStrictEqual } from 'node:util';
import type { WorkBook } from '@e965/xlsx';
import { addMonths, type Defect, type Mark, type Opinion } from '@qualepref/core';
import { verdictWords } from './decided-report.ts';
import {
  CHANGED_KEY,
  chosen,
  LONGEST_TEXT,
  rowsOf,
  signedBy,
  type Reading,
  type Row,
} from './grid-import-rows.ts';
import { defectEvidence, defectStates, isRefusedLink, type DefectState } from './grid-marks.ts';
import {
  COLUMNS,
  DECIDE_SHEET,
  DEFECT_COLUMNS,
  DEFECTS_SHEET,
  LINK_KEY,
  opinionWords,
} from './grid-sheet.ts';
import { DEFECT_TITLES, TITLES } from './grid-titles.ts';
import { day } from './reports/french.ts';
import { cut } from './text.ts';

/** What a spreadsheet says of defects. */
export interface ReadMarks {
  readonly added: readonly Mark[];
  /** How many rows are of defects that are no longer what the person had in front of them: not taken. */
  readonly outdated: number;
}

/** A word on a defect holds for so long, unless a day is given. */
const MONTHS = 12;
/** A link is opened again twice a year: what another site answers is nobody’s here. */
const LINK_MONTHS = 6;

interface Reader extends Reading {
  readonly defects: ReadonlyMap<string, Defect>;
  readonly states: ReadonlyMap<string, DefectState>;
}

/** The marks of « Défauts », then the links of « À décider ». */
export function readMarks(book: WorkBook, reading: Reading): ReadMarks {
  const { report, kept, faults } = reading;
  const defects = new Map(report.defects.map((defect) => [defect.id, defect]));
  const reader = { ...reading, defects, states: defectStates(report, kept) };
  const seen = new Set<string>();
  const added: Mark[] = [];
  let outdated = 0;
  const take = (key: string, mark: Mark | 'known' | 'outdated' | null, twice: () => void): void => {
    if (mark === null) return;
    if (seen.has(key)) twice();
    seen.add(key);
    if (mark === 'outdated') outdated += 1;
    else if (mark !== 'known') added.push(mark);
  };
  const layout = { name: DEFECTS_SHEET, columns: DEFECT_COLUMNS, titles: DEFECT_TITLES };
  for (const row of rowsOf(book, layout, ['opinion', 'reason', 'expires', 'key'], faults)) {
    take(row.at('key'), markIn(row, reader), () => row.wrong('opinion', TWICE));
  }
  const links = { name: DECIDE_SHEET, columns: COLUMNS, titles: TITLES };
  for (const row of rowsOf(book, links, ['verdict', 'key'], faults)) {
    const key = row.at('key');
    if (key.startsWith(LINK_KEY))
      take(key.slice(LINK_KEY.length), linkMark(row, reader), () => row.wrong('verdict', TWICE));
  }
  return { added, outdated };
}

const TWICE = 'Ce défaut est jugé deux fois : n’en garder qu’une ligne.';

function markIn(row: Row<typeof DEFECT_COLUMNS>, reader: Reader): Mark | 'known' | 'outdated' | null {
  const { today, defects, states } = reader;
  const [key, word, reason] = [row.at('key'), row.at('opinion'), row.at('reason')];
  const until = row.day('expires');
  if (word === '') {
    if (reason === '' && until === null) return null;
    return row.wrong('opinion', `Choisir un avis : ${OPINIONS}.`);
  }
  if (key === '') return row.wrong('opinion', 'Cette ligne n’est celle d’aucun défaut : la vider.');
  const opinion = chosen(opinionWords, word);
  if (opinion === undefined)
    return row.wrong('opinion', `« ${cut(word, 40)} » n’est pas un avis. Choisir ${OPINIONS}.`);
  if (!/^[\da-f]{1,16}$/.test(key)) return row.wrong('key', CHANGED_KEY);
  const defect = defects.get(key);
  if (!defect || isRefusedLink(defect) || defectEvidence(defect) !== row.at('evidence')) return 'outdated';
  const mark = states.get(key)?.mark;
  if (isKnown(mark ?? states.get(key)?.last, { opinion, reason, until, by: row.at('by') }, mark))
    return 'known';
  if (opinion === 'confirmed' && defect.outcome === 'failed')
    return row.wrong('opinion', 'Ce défaut est déjà établi : il n’y a rien à confirmer.');
  if (reason === '' && opinion !== 'open')
    return row.wrong('reason', 'Il manque le motif : dire pourquoi, pour qui relira.');
  if (reason.length > LONGEST_TEXT)
    return row.wrong('reason', `Ce motif dépasse ${String(LONGEST_TEXT)} caractères : le raccourcir.`);
  if (until === undefined || (until !== null && until < today))
    return row.wrong(
      'expires',
      until === undefined
        ? 'Ce n’est pas une date. L’écrire ainsi : 30/06/2027.'
        : 'Cette date est passée : en écrire une à venir, ou laisser vide pour un an.',
    );
  const signed = signedBy(row, reader);
  if (!signed) return null;
  const made = markOn(defect, opinion, reason, signed, until ?? addMonths(signed.date, MONTHS));
  return isOld(made, row.line, DEFECTS_SHEET, reader) ? 'known' : made;
}

/** The same word, with the same signature, on the same findings, to which another one followed. */
function isOld(made: Mark, line: number, sheet: string, { kept, old }: Reader): boolean {
  const history = (kept.marks ?? []).filter(({ findings: [first] }) => first === made.findings[0]);
  const now = history.at(-1);
  if (!now || !history.some((each) => isDeepStrictEqual(each, made))) return false;
  old.push({
    ...{ sheet, line },
    now: `défaut depuis « ${opinionWords[now.opinion]} », par ${now.by} le ${day(now.date)}`,
  });
  return true;
}

const OPINIONS = Object.values(opinionWords).join(', ');

interface Said {
  readonly opinion: Opinion;
  readonly reason: string;
  readonly until: string | null | undefined;
  readonly by: string;
}

function isKnown(
  last: Mark | undefined,
  { opinion, reason, until, by }: Said,
  whole: Mark | undefined,
): boolean {
  // Nothing holds on it: there is nothing to take back.
  if (opinion === 'open') return last === undefined;
  return (
    whole?.opinion === opinion &&
    whole.reason === reason &&
    [null, whole.expires].includes(until ?? null) &&
    ['', whole.by].includes(by)
  );
}

/** What a link’s verdict says of the defect. */
const LINK_OPINIONS: Readonly<Record<string, Opinion>> = {
  conforme: 'false-positive',
  non_conforme: 'confirmed',
  a_verifier: 'open',
};
const LINK_WORDS = Object.fromEntries(
  (['conforme', 'non_conforme', 'a_verifier'] as const).map((verdict) => [verdict, verdictWords[verdict]]),
);
const LINK_REASONS: Readonly<Record<Opinion, string>> = {
  'false-positive': 'Lien ouvert à la main : il mène à la bonne page.',
  accepted: '',
  confirmed: 'Lien ouvert à la main : il ne mène pas à la bonne page.',
  open: '',
};

function linkMark(row: Row<typeof COLUMNS>, reader: Reader): Mark | 'known' | 'outdated' | null {
  const { defects, states } = reader;
  const word = row.at('verdict');
  if (word === '') return null;
  const id = row.at('key').slice(LINK_KEY.length);
  const opinion = LINK_OPINIONS[chosen(LINK_WORDS, word) ?? ''];
  if (opinion === undefined)
    return row.wrong(
      'verdict',
      `« ${cut(word, 40)} » ne se dit pas d’un lien. Choisir ${Object.values(LINK_WORDS).join(', ')}.`,
    );
  const defect = defects.get(id);
  if (!defect || !isRefusedLink(defect) || defectEvidence(defect) !== row.at('evidence')) return 'outdated';
  const reason = row.at('reason') || LINK_REASONS[opinion];
  if (reason.length > LONGEST_TEXT)
    return row.wrong('reason', `Cette raison dépasse ${String(LONGEST_TEXT)} caractères : la raccourcir.`);
  const { mark, last } = states.get(id) ?? {};
  if (isKnown(mark ?? last, { opinion, reason, until: null, by: row.at('by') }, mark)) return 'known';
  const signed = signedBy(row, reader);
  if (!signed) return null;
  const made = markOn(defect, opinion, reason, signed, addMonths(signed.date, LINK_MONTHS));
  return isOld(made, row.line, DECIDE_SHEET, reader) ? 'known' : made;
}

function markOn(
  { check, code, outcome, cause, findings }: Defect,
  opinion: Opinion,
  reason: string,
  signed: { by: string; date: string },
  expires: string,
): Mark {
  return {
    ...{ opinion, reason, expires, ...signed },
    ...{ defect: { check, code, outcome, cause }, findings },
  };
}
