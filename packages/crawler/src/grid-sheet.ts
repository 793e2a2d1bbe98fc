import type { Decision, Opinion, OwnFindingState } from '@qualepref/core';
import { verdictWords } from './decided-report.ts';
import { visible } from './reports/html-tag.ts';

/** The sheets of the grid that are read back, by their French names. */
export const DECIDE_SHEET = 'À décider';
export const GRID_SHEET = 'Grille';
export const DEFECTS_SHEET = 'Défauts';
export const OWN_SHEET = 'Mes constats';
export const PLAN_SHEET = 'Plan d’amélioration';
/** Hidden: which audit the file is of. */
export const ORIGIN_SHEET = 'Technique';

/** Changes when an older spreadsheet can’t be read back any more. */
export const SHEET_FORMAT = '2';

/** Cells of the hidden sheet. */
export const ORIGIN_CELLS = { format: 'B1', audit: 'B2', campaign: 'B3' } as const;

/** What is said once for all rows, on the sheet to decide. */
export const ONCE_CELLS = { by: 'B3', date: 'B4', again: 'B5' } as const;

/** Columns of a row that is decided. The last three are hidden. */
export const COLUMNS = {
  item: 'A',
  label: 'B',
  answer: 'C',
  why: 'D',
  excerpts: 'E',
  page: 'F',
  verdict: 'G',
  reason: 'H',
  by: 'I',
  date: 'J',
  again: 'K',
  key: 'L',
  evidence: 'M',
  prefilled: 'N',
} as const;

/** Columns of a defect that may be marked. The last two are hidden. */
export const DEFECT_COLUMNS = {
  severity: 'A',
  message: 'B',
  items: 'C',
  pages: 'D',
  where: 'E',
  opinion: 'F',
  reason: 'G',
  expires: 'H',
  by: 'I',
  date: 'J',
  said: 'K',
  key: 'L',
  evidence: 'M',
} as const;

/** Columns of what a person saw. The last one is hidden. */
export const OWN_COLUMNS = {
  item: 'A',
  page: 'B',
  what: 'C',
  severity: 'D',
  service: 'E',
  state: 'F',
  by: 'G',
  date: 'H',
  again: 'I',
  key: 'J',
} as const;

/** Columns of an action, and of the gap that it answers. The last two are hidden. */
export const PLAN_COLUMNS = {
  item: 'A',
  gap: 'B',
  seen: 'C',
  what: 'D',
  owner: 'E',
  dueOn: 'F',
  state: 'G',
  note: 'H',
  by: 'I',
  date: 'J',
  key: 'K',
  gapKey: 'L',
} as const;

/** Above a hidden column: what tells the heads from the rows. */
export const HIDDEN_TITLE = 'technique';

/** Defects of a sheet: beyond, nobody reads them, and a workbook of them all would not fit in memory. */
export const DEFECT_ROWS = 3_000;
/** Rows of a sheet that are read back: more than any has. */
export const READ_ROWS = 3_500;

/** Before the number of a defect, for a link to decide. */
export const LINK_KEY = 'lien:';

/** What a person may say of a defect. */
export const opinionWords: Readonly<Record<Opinion, string>> = {
  'false-positive': 'faux positif',
  accepted: 'accepté',
  confirmed: 'confirmé',
  open: 'à corriger',
};

/** What became of what a person saw. */
export const ownStateWords: Readonly<Record<OwnFindingState, string>> = {
  open: 'à corriger',
  mended: 'corrigé',
  withdrawn: 'retiré',
};

/** The verdicts that a person can choose: « non vérifié » is the machine’s. */
export const CHOICES: readonly Decision['verdict'][] = [
  'conforme',
  'non_conforme',
  'sans_objet',
  'a_verifier',
];
export const choiceWords: readonly string[] = CHOICES.map((verdict) => verdictWords[verdict]);

/** Spreadsheets hold 32,767 characters in a cell. */
const LONGEST_CELL = 32_000;

/** What XML can’t hold: control characters but tab and line feed, and the two last of the plane. */
// eslint-disable-next-line no-control-regex -- they are what is removed
const UNWRITABLE = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]/g;

/** What turns round the text behind it, so that `fdp.exe` is read `exe.pdf`: `visible` shows it as well. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** What spreadsheets would decode into a character. */
const ENCODED = /_(?=x[\dA-Fa-f]{4}_)/g;

/**
 * A text that any cell can hold: what XML can’t hold is removed, halves of
 * characters are replaced, what is too long is cut; right-to-left text is kept,
 * what turns other text round is shown.
 */
export function cellText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '').replace(TURNING, visible).toWellFormed();
  const encoded = clean.replace(ENCODED, '_x005F_');
  return encoded.length <= LONGEST_CELL
    ? encoded
    : `${encoded
        .slice(0, LONGEST_CELL - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
}

/** A name that a sheet can have, and that no other has: 31 characters, without those of references. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean = cellText(wanted)
    .replace(/[[\]:*?/\\\n\t]/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  // Excel keeps that one for itself.
  const base = clean === '' ? 'Service' : clean.replace(/^history$/i, '$& (1)');
  let name = base.slice(0, 31).toWellFormed();
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const mark = ` (${String(n)})`;
    name = base.slice(0, 31 - mark.length).toWellFormed() + mark;
  }
  taken.add(name.toLowerCase());
  return name;
}
