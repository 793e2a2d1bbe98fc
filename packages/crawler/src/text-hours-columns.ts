import { CELL_MARK, type Passage } from './read-passages.ts';
import { hoursTokens, type HoursToken } from './text-hours-tokens.ts';
import { foldInPlace } from './text.ts';

/** Longer, a cell that names a day says something else of it. */
const DAYS_LENGTH = 40;
const DAYS = /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine/i;
/** What the row of a whole site is called, among those of its services. */
const GENERAL =
  /^(?:accueil(?: general| du public| physique)?|(?:accueil de la )?(?:sous-)?prefecture|ouverture(?: au public)?|horaires(?: d'ouverture| generaux)?)$/;

/**
 * Passages, with the days that the header of a table names set before the hours
 * of its rows: « Accueil | 8 h - 12 h | 9 h - 11 h » under « Service | Lundi à
 * jeudi | Vendredi » becomes « Accueil | Lundi à jeudi : 8 h - 12 h | Vendredi :
 * 9 h - 11 h ». A row that has more or fewer cells than its header stays as it
 * is: empty cells are not told, and nobody knows which it lacks.
 */
export function withColumnDays(passages: readonly Passage[]): readonly Passage[] {
  if (!passages.some(isOfDays)) return passages;
  let header: readonly (string | null)[] | null = null;
  return passages.map((passage): Passage => {
    if (passage.kind !== 'row') header = null;
    if (passage.kind !== 'row') return passage;
    const cells = passage.text.split(CELL_MARK);
    const own = isOfDays(passage) ? dayColumns(cells) : null;
    if (own) {
      header = own;
      return passage;
    }
    const days = header && alignedWith(cells, header);
    return days ? { ...passage, text: dated(cells, days) } : passage;
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
  return kind === 'row' && DAYS.test(text);
}

/** For each column the days it names, if any; `null` when the row is no header of days. */
function dayColumns(cells: readonly string[]): readonly (string | null)[] | null {
  const columns = cells.map((cell) => (isOnlyDays(cell) ? cell : null));
  const named = columns.filter((cell) => cell !== null).length;
  // « Lundi | permanence » is a row of its own: its day is not over a column.
  const isHeader = columns[0] === null ? named > 0 : named === cells.length && named > 1;
  return isHeader && !cells.some(holdsHours) ? columns : null;
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

/** The header with the empty corner that was not told; `null` for a row that does not fit under it. */
function alignedWith(
  cells: readonly string[],
  header: readonly (string | null)[],
): readonly (string | null)[] | null {
  if (cells.some((cell) => tokensOf(cell).some(({ kind }) => kind === 'days'))) return null;
  if (cells.length === header.length) return header;
  return header[0] !== null && cells.length === header.length + 1 ? [null, ...header] : null;
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
