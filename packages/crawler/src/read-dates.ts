import { collapse, cut, fold } from './text.ts';

/** A date and the words that introduce it, as a page shows them. */
export interface LabelledDate {
  readonly text: string;
  /** ISO day; `null` when it can't be read, or is no day. */
  readonly date: string | null;
}

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);
const DAY_NAME = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) /;
const DATE =
  /^(?:(?<day>\d{1,2})(?:[/.-](?<month>\d{1,2})[/.-]|(?:er)? (?<name>[a-z]{3,9}) )(?<year>\d{4})|(?<iso>\d{4}-\d{2}-\d{2}))(?!\d)/;
const UPDATED = String.raw`(?:(?:page|fiche|article) |date de (?:la )?)?(?:derni[èe]re )?(?:mise? [àa] jour|modifi[ée]e?|modification|actualis[ée]e?)`;
const VERIFIED = String.raw`v[ée]rifi[ée]e?`;
/** « le », « : » or both; what follows is a date only if it starts like one. */
const BEFORE_DATE = String.raw`(?: d(?:u contenu|e la page|e cette page))?(?: ?: ?(?:le )?| le\b ?:? ?)`;
/** Alone, or behind another fact of the same line: in a sentence, it is about something else. */
const STANDALONE = String.raw`(?:^|[-–—|•·/] ?|\d{4},? (?:et )?)`;
/** Words that stand in the place of a date. */
const UNREADABLE = /^(?:$|.{0,20}?\d|jj|dd)/i;
const SHOWN = 40;

const PAGE_LABEL = new RegExp(`${STANDALONE}(?<label>${UPDATED}${BEFORE_DATE})`, 'iu');
const SHEET_LABEL = new RegExp(`(?<label>(?:${VERIFIED}|${UPDATED})${BEFORE_DATE})`, 'iu');
const VERIFIED_LABEL = new RegExp(`(?<label>${VERIFIED}${BEFORE_DATE})`, 'iu');

/** « Mis à jour le 03/08/2026 », when it is what the text says and not a part of a sentence. */
export function readUpdate(text: string): LabelledDate | null {
  return readLabelled(text, PAGE_LABEL);
}

/** « Vérifié le 20 juin 2017 » or « Mis à jour le 3 mars 2017 », wherever it stands. */
export function readSheetDate(text: string): LabelledDate | null {
  return readLabelled(text, SHEET_LABEL);
}

/** « Vérifié le », the label of national sheets alone. */
export function readVerification(text: string): LabelledDate | null {
  return readLabelled(text, VERIFIED_LABEL);
}

/** The first date that one of these words, folded, introduces: « établie le 12 mars 2026 ». */
export function dateAfter(text: string, words: RegExp): LabelledDate | null {
  const folded = fold(text);
  const match = words.exec(folded);
  if (!match) return null;
  const rest = folded.slice(match.index + match[0].length);
  const read = readDate(rest);
  return read && { text: match[0] + rest.slice(0, read.length), date: read.date };
}

/** A label alone in its cell, with the date that the next one holds. */
export function joinLabel(text: string, next: string | undefined): string {
  const isLabel = text.length <= SHOWN && / (?:le|:)$/i.test(text);
  return isLabel && next !== undefined && readDate(next.slice(0, SHOWN))
    ? `${text} ${next.slice(0, SHOWN)}`
    : text;
}

/**
 * The date a text starts with: `03/08/2026`, `3 août 2026`, `1er août 2026` or
 * `2026-08-03`.
 */
function readDate(text: string): { readonly date: string | null; readonly length: number } | null {
  const folded = fold(text);
  const dayName = DAY_NAME.exec(folded)?.[0] ?? '';
  const match = DATE.exec(folded.slice(dayName.length));
  if (!match) return null;
  const { day = '', month, name = '', year = '', iso } = match.groups ?? {};
  const number = month ?? String(MONTHS.indexOf(name) + 1);
  const written = iso ?? `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { date: isDay(written) ? written : null, length: dayName.length + match[0].length };
}

/** A part of each label that no accent changes: most lines hold none, and need not be put in one form. */
const LABEL_HINT = /jour|modif|actualis|rifi/i;

function readLabelled(text: string, pattern: RegExp): LabelledDate | null {
  if (!LABEL_HINT.test(text)) return null;
  // One form for accents, so that folding keeps positions.
  const line = collapse(text.normalize('NFC'));
  const match = pattern.exec(line);
  const label = match?.groups?.['label'];
  if (!match || label === undefined) return null;
  const rest = line.slice(match.index + match[0].length);
  const read = readDate(rest);
  if (read) return { text: label + rest.slice(0, read.length), date: read.date };
  // A title such as « Mise à jour : » introduces no date.
  if (!UNREADABLE.test(rest) || (rest === '' && !/ le\b/i.test(label))) return null;
  const written = rest.split(/ (?:par|[-–—|]) /, 1)[0] ?? '';
  return { text: (label + cut(written, SHOWN)).trim(), date: null };
}

/** Whether an ISO date is a day that exists. */
export function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
