import {
  addMonths,
  formatNumber,
  formatPercent,
  parsePeriod,
  shiftPeriod,
  type Language,
  type PublishedValue,
} from '@qualepref/core';
import { badgesOf } from './badge-results.ts';
import type { HtmlFacts, PageFacts } from './facts.ts';
import { CELL_MARK, titleAbove, type Passage } from './read-passages.ts';
import { periodsIn } from './text-periods.ts';
import { cut, fold } from './text.ts';

/** An indicator that a page publishes, in a table or in a badge. */
export interface Figure {
  /** Cut at 60 characters. */
  readonly name: string;
  /** As core names it; `null` when it is not given, or without its year. */
  readonly period: string | null;
  readonly value: string | null;
  readonly target: string | null;
  /** ISO day on which the file came out, or the page was last changed. */
  readonly publishedOn: string | null;
  /** A cell of its row is empty: which one is not known. */
  readonly isShort?: boolean;
  readonly line?: number;
}

type Read = Pick<PageFacts, 'url' | 'rendered'> & { readonly html: HtmlFacts };

const NAME_LENGTH = 60;
const MAX_FIGURES = 40;
const VALUE = /\b(?:valeurs?|resultats?|taux|realise\w*|atteint\w*|scores?|notes?|mesures?|moyennes?)\b/;
const TARGET = /\b(?:cibles?|objectifs?|seuils?|engagements?|attendus?)\b/;
const PERIOD = /\b(?:periodes?|trimestres?|semestres?|annees?|mois|dates?)\b/;
const FIGURE = /\d/;
/** Nothing is said in the cell. */
const BLANK = /^(?:[-–—.…\s]*|n\.? ?[cd]\.?|nc|nd|non (?:communiquee?|disponible|mesuree?|renseignee?))$/i;

/** The indicators of a page, tables first, at most 40. */
export function figuresOf(page: Read, today: string): Figure[] {
  return [...tableFigures(page.html, today), ...badgeFigures(page)].slice(0, MAX_FIGURES);
}

/** Whether a table of indicators stands in the page, with what each row gives. */
function tableFigures(html: HtmlFacts, today: string): Figure[] {
  const publishedOn = html.updated?.date ?? null;
  return tablesOf(html).flatMap(({ rows, before }) => {
    const [first, ...lines] = rows.map(({ text }) => text.split(CELL_MARK));
    const header = first && aligned(first, lines);
    const columns = header && columnsOf(header, today);
    if (!columns) return [];
    const around = [before?.text ?? '', (rows[0] && titleAbove(rows[0], html)) ?? ''];
    const usual = around.map((text) => lastPeriod(text, today)).find((id) => id !== null) ?? null;
    return lines.flatMap((cells, at): Figure[] => {
      const cell = (column: number): string | null => {
        const text = column < 0 ? '' : (cells[column] ?? '');
        return BLANK.test(text) ? null : text;
      };
      const value = cell(columns.value);
      // A row of one cell is a title between two groups.
      if (cells.length < 2 || !cells.slice(1).some((text) => FIGURE.test(text) || BLANK.test(text)))
        return [];
      // An empty cell is not told: those behind it are not where the header says.
      const isShort = cells.length < header.length;
      const own = lastPeriod((isShort ? cells.join(' ') : cell(columns.period)) ?? '', today);
      const line = rows[at + 1]?.line;
      return [
        {
          name: cut(cells[0] ?? '', NAME_LENGTH),
          period: own ?? columns.dated ?? usual,
          value,
          target: cell(columns.target),
          publishedOn,
          ...(isShort ? { isShort } : {}),
          ...(line === undefined ? {} : { line }),
        },
      ];
    });
  });
}

/** The header, with the empty cell above the names that was not told. */
function aligned(header: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  const isShort = lines.length > 0 && lines.every(({ length }) => length === header.length + 1);
  return isShort ? ['', ...header] : header;
}

interface Table {
  readonly rows: readonly Passage[];
  /** What stands right above: its caption, most often. */
  readonly before: Passage | null;
}

function tablesOf({ passages }: HtmlFacts): Table[] {
  const tables: { rows: Passage[]; before: Passage | null }[] = [];
  let last: Passage | null = null;
  for (const passage of passages) {
    const isRow = passage.kind === 'row' && passage.inMain;
    if (isRow && last?.kind === 'row') tables.at(-1)?.rows.push(passage);
    else if (isRow) tables.push({ rows: [passage], before: last });
    last = passage;
  }
  return tables;
}

interface Columns {
  readonly period: number;
  readonly value: number;
  readonly target: number;
  /** Of columns that are periods: the last one, whose value is told. */
  readonly dated: string | null;
}

/** Which column holds what; `null` when the table is of something else. */
function columnsOf(header: readonly string[], today: string): Columns | null {
  const folded = header.map(fold);
  const find = (words: RegExp): number => folded.findIndex((text, at) => at > 0 && words.test(text));
  const target = find(TARGET);
  const dated = header
    .map((text, at) => ({ at, id: at === 0 ? null : lastPeriod(text, today) }))
    .flatMap(({ at, id }) => (id === null ? [] : [{ at, id }]))
    .sort((a, b) => (parsePeriod(a.id).end < parsePeriod(b.id).end ? 1 : -1))[0];
  const value = dated?.at ?? find(VALUE);
  if (value < 0 || (target < 0 && !/^(?:indicateurs?|engagements?)\b/.test(folded[0] ?? ''))) return null;
  return { period: find(PERIOD), value, target, dated: dated?.id ?? null };
}

function lastPeriod(text: string, today: string): string | null {
  if (!FIGURE.test(text)) return null;
  const ids = periodsIn(text, today).map(({ id }) => id);
  return ids.sort((a, b) => (parsePeriod(a).end < parsePeriod(b).end ? 1 : -1))[0] ?? null;
}

/** Of each indicator that a badge was given, the line of its last period. */
function badgeFigures(page: Read): Figure[] {
  return badgesOf(page).flatMap(({ results }) => {
    if (!results) return [];
    const lines = Map.groupBy(results.indicators, ({ id, unit, of }) => JSON.stringify([id, unit, of]));
    return [...lines.values()].flatMap((group): Figure[] => {
      const [last] = [...group].sort((a, b) =>
        parsePeriod(a.period).end < parsePeriod(b.period).end ? 1 : -1,
      );
      if (!last) return [];
      const { label, period, value, target } = last;
      return [
        {
          name: cut(label.fr, NAME_LENGTH),
          period,
          // A follow-up suspended is told by its note.
          value: value ? figureText(value) : 'suivi suspendu',
          target: target === undefined || !value ? null : targetText(target, value),
          publishedOn: results.publishedOn,
        },
      ];
    });
  });
}

/** A target is a bare number in the unit of the value beside it. */
export function targetText(target: number, value: PublishedValue, lang: Language = 'fr'): string {
  const [kind = ''] = Object.keys(value);
  const like = kind === 'rate' || 'numerator' in value ? { rate: target } : { [kind]: target };
  return figureText(like as PublishedValue, lang);
}

/** A value as a badge begins to write it: `96 %`, `2,4`. */
export function figureText(value: PublishedValue, lang: Language = 'fr'): string {
  if ('numerator' in value) return formatPercent(value.numerator / value.denominator, { lang });
  if ('rate' in value) return formatPercent(value.rate, { lang });
  return formatNumber(Object.values(value)[0] as number, { lang });
}

/** Months that results may be old: those of a year or a semester do not come sooner. */
const RESULT_AGE = { short: 3, long: 12 } as const;

/**
 * Whether a result is too old. It is as old as its period; and as its
 * publication, as long as it was then the last one that could be published.
 *
 * @param today ISO day
 */
export function isStale(
  { period, publishedOn }: Pick<Figure, 'publishedOn'> & { readonly period: string },
  today: string,
): boolean {
  const read = parsePeriod(period);
  const isLast = publishedOn !== null && publishedOn <= shiftPeriod(read, 1).end;
  const since = isLast && publishedOn > read.end ? publishedOn : read.end;
  return addMonths(since, monthsOf(period)) < today;
}

/** Months that a result of that period may be old. */
export function monthsOf(period: string): number {
  const { kind } = parsePeriod(period);
  return kind === 'year' || kind === 'semester' ? RESULT_AGE.long : RESULT_AGE.short;
}
