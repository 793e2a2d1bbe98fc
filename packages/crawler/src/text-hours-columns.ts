import type { Columns } from './read-columns.ts';
import { CELL_MARK, type Passage } from './read-passages.ts';
import { hoursTokens, type HoursToken } from './text-hours-tokens.ts';
import { foldInPlace } from './text.ts';

/** Longer, a cell that names a day says something else of it. */
const DAYS_LENGTH = 40;
const DAYS = /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine/i;
/** What the row of a whole site is called, among those of its services. */
const GENERAL =
  /^(?:accueil(?: general| du public| physique)?|(?:accueil de la )?(?:sous-)?prefecture|ouverture(?: au public)?|horaires(?: d'ouverture| generaux)?)$/;

/** « L | M | M | J | V »: no row of initials is anything else. */
const INITIALS = /(?:^|\| )L \| M \| M \| J \| V(?: \| S(?: \| D)?)?$/;
const WEEK = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

/** The text of a cell, or a part of it, with its columns. */
interface Piece {
  readonly text: string;
  readonly columns: Columns;
}
/** What heads a column; `days` is `null` where it is no day. */
type Head = Piece & { readonly days: string | null };
/** A row of days; `isPlain` when its cells are one for each column. */
interface Header {
  readonly heads: readonly Head[];
  readonly isPlain: boolean;
}

/**
 * Passages, with the days that the header of a table names set before the hours
 * of its rows: « Accueil | 8 h - 12 h | 9 h - 11 h » under « Service | Lundi à
 * jeudi | Vendredi » becomes « Accueil | Lundi à jeudi : 8 h - 12 h | Vendredi :
 * 9 h - 11 h ». Cells over several columns, or empty, are known by their
 * columns; a plain row that has more or fewer cells than its header stays as it
 * is: nobody knows which it lacks.
 */
export function withColumnDays(passages: readonly Passage[]): readonly Passage[] {
  if (!passages.some(isOfDays)) return passages;
  let header: Header | null = null;
  return passages.map((passage): Passage => {
    if (passage.kind !== 'row') header = null;
    if (passage.kind !== 'row') return passage;
    const own = isOfDays(passage) ? headerOf(passage) : null;
    if (own) {
      header = own;
      return passage;
    }
    const days = header && daysOf(passage, header);
    const text = days ? dated(passage.text.split(CELL_MARK), days) : '';
    return text === '' ? passage : { ...passage, text };
  });
}

/** Of the rows of a table of services, only that of the site itself where one is called so; other passages stay. */
export function generalHours(passages: readonly Passage[]): readonly Passage[] {
  const general = passages.filter(({ kind, text }) => kind === 'row' && isGeneral(text));
  return general.length === 1
    ? passages.filter((passage) => passage.kind !== 'row' || passage === general[0])
    : passages;
}

function isGeneral(text: string): boolean {
  const [name = '', ...cells] = text.split(CELL_MARK);
  return cells.some(holdsHours) && GENERAL.test(foldInPlace(name).trim());
}

function isOfDays({ kind, text }: Passage): boolean {
  return kind === 'row' && (DAYS.test(text) || INITIALS.test(text));
}

function piecesOf({ text, columns }: Passage): Piece[] {
  return text.split(CELL_MARK).map((own, at) => ({ text: own, columns: columns?.[at] ?? [at, at] }));
}

/** For each column the days it names, if any; `null` when the row is no header of days. */
function headerOf(passage: Passage): Header | null {
  const pieces = piecesOf(passage);
  const initials = INITIALS.exec(passage.text)?.[0].match(/[A-Z]/g)?.length ?? 0;
  const heads = pieces.map((piece, at): Head => {
    const day = at - (pieces.length - initials);
    if (initials > 0) return { ...piece, days: WEEK[day] ?? null };
    return { ...piece, days: isOnlyDays(piece.text) ? piece.text : null };
  });
  const named = heads.filter(({ days }) => days !== null).length;
  // « Lundi | permanence » is a row of its own: its day is not over a column.
  const isHeader = heads[0]?.days === null ? named > 0 : named === heads.length && named > 1;
  if (!isHeader || pieces.some(({ text }) => holdsHours(text))) return null;
  return { heads, isPlain: passage.columns === undefined };
}

function isOnlyDays(cell: string): boolean {
  if (cell.length > DAYS_LENGTH) return false;
  const [token, ...others] = tokensOf(cell);
  return token?.kind === 'days' && token.days.length > 0 && others.length === 0;
}

function holdsHours(cell: string): boolean {
  return tokensOf(cell).some(({ kind }) => kind === 'range' || kind === 'closed');
}

function tokensOf(cell: string): readonly HoursToken[] {
  return hoursTokens(foldInPlace(cell.normalize('NFC')));
}

/** The days of each text of a row; `null` for a row that does not fit under the header. */
function daysOf(passage: Passage, { heads, isPlain }: Header): readonly (string | null)[] | null {
  const pieces = piecesOf(passage);
  if (pieces.some(({ text }) => tokensOf(text).some(({ kind }) => kind === 'days'))) return null;
  if (isPlain && passage.columns === undefined) {
    const days = heads.map((head) => head.days);
    if (pieces.length === days.length) return days;
    // The empty corner was not told.
    return days[0] !== null && pieces.length === days.length + 1 ? [null, ...days] : null;
  }
  return pieces.map(({ columns: [first, last] }) => {
    const over = heads.filter(({ columns }) => columns[0] <= last && first <= columns[1]);
    const isExact = over.every(
      ({ columns, days }) =>
        days !== null && (over.length === 1 || (first <= columns[0] && columns[1] <= last)),
    );
    return over.length > 0 && isExact ? over.map(({ days }) => days).join(', ') : null;
  });
}

/** A closed cell says nothing more than that its days lack hours in this row, which may be of one morning only. */
function dated(cells: readonly string[], days: readonly (string | null)[]): string {
  return cells
    .flatMap((cell, at) => {
      const day = days[at] ?? null;
      if (day === null) return [cell];
      return tokensOf(cell).some(({ kind }) => kind === 'range') ? [`${day} : ${cell}`] : [];
    })
    .join(CELL_MARK);
}
