import { QualeprefError } from './error.ts';
import type { Language } from './number.ts';

/**
 * A civil period, named as people write it: `2026` a year, `2026-S2` a
 * semester, `2026-T4` a quarter, `2026-11` a month, `2026-11-24` a day.
 */
export interface Period {
  readonly id: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** Which semester, quarter, month or day of the month it is; 1 for a year. */
  readonly rank: number;
  /** ISO days, both included. */
  readonly start: string;
  readonly end: string;
}

export const periodKinds = ['year', 'semester', 'quarter', 'month', 'day'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A quarter, the period of a verification campaign: `2026-T4`. */
export interface Quarter {
  readonly id: string;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** ISO days, both included. */
  readonly start: string;
  readonly end: string;
}

/** Months in each kind, in the order of `PERIOD`. */
const MONTHS = { year: 12, semester: 6, quarter: 3, month: 1 } as const;

const PERIOD = /^(\d{4})(?:-(?:S([12])|T([1-4])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?$/;

/**
 * Reads the name of a period.
 *
 * @throws QualeprefError `period` when it has another form or no such day exists
 */
export function parsePeriod(id: string): Period {
  const period = readPeriod(id);
  if (period) return period;
  throw new QualeprefError(
    'period',
    `« ${id} » n’est pas une période. Attendu : une année (2026), un semestre (2026-S2), un trimestre (2026-T4), un mois (2026-11) ou un jour (2026-11-24).`,
  );
}

/** Whether a text names a period. */
export function isPeriodId(id: string): boolean {
  return readPeriod(id) !== undefined;
}

/**
 * The period of this kind that holds an ISO day.
 *
 * @throws QualeprefError `period` when no such day exists
 */
export function periodOf(day: string, kind: PeriodKind): Period {
  const of = parsePeriod(day);
  if (kind === 'day') return of;
  return parsePeriod(idOf(of.year, kind, Math.ceil(Number(day.slice(5, 7)) / MONTHS[kind])));
}

/** The period of the same kind `count` later, or before when negative: the previous one by −1. */
export function shiftPeriod(period: Period, count: number): Period {
  if (period.kind === 'day') {
    const day = new Date(`${period.start}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + count);
    return parsePeriod(day.toISOString().slice(0, 10));
  }
  const perYear = 12 / MONTHS[period.kind];
  const at = period.year * perYear + period.rank - 1 + count;
  return parsePeriod(idOf(Math.floor(at / perYear), period.kind, (((at % perYear) + perYear) % perYear) + 1));
}

/** Whether `outer` holds the whole of `inner`. */
export function holds(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The months of a year, a semester, a quarter or a month; the month of a day. */
export function monthsOf(period: Period): readonly Period[] {
  const first = periodOf(period.start, 'month');
  const last = periodOf(period.end, 'month');
  const count = (last.year - first.year) * 12 + last.rank - first.rank + 1;
  return Array.from({ length: count }, (_, at) => shiftPeriod(first, at));
}

const MONTH_NAMES = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
] as const;

/**
 * As a sentence says it: `4e trimestre 2026`, `novembre 2026`, `1er janvier
 * 2026`; in English `the fourth quarter of 2026`, `November 2026`, `1 January 2026`.
 */
export function periodLabel(period: Period, lang: Language = 'fr'): string {
  return lang === 'fr' ? frenchLabel(period) : englishLabel(period);
}

function frenchLabel(period: Period): string {
  const year = String(period.year);
  const month = MONTH_NAMES[Number(period.start.slice(5, 7)) - 1] ?? '';
  switch (period.kind) {
    case 'year':
      return year;
    case 'semester':
      return `${ordinal(period.rank)} semestre ${year}`;
    case 'quarter':
      return `${ordinal(period.rank)} trimestre ${year}`;
    case 'month':
      return `${month} ${year}`;
    case 'day':
      return `${period.rank === 1 ? '1er' : String(period.rank)} ${month} ${year}`;
  }
}

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const ENGLISH_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

function englishMonth(day: string): string {
  return ENGLISH_MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

function englishLabel({ kind, year, rank, start }: Period): string {
  const month = englishMonth(start);
  switch (kind) {
    case 'year':
      return String(year);
    case 'semester':
      return `the ${ORDINALS[rank - 1] ?? ''} half of ${String(year)}`;
    case 'quarter':
      return `the ${ORDINALS[rank - 1] ?? ''} quarter of ${String(year)}`;
    case 'month':
      return `${month} ${String(year)}`;
    case 'day':
      return `${String(rank)} ${month} ${String(year)}`;
  }
}

/**
 * As it stands alone, over a figure or in brackets. English names no quarter
 * without an article: its months say the same, `July to September 2026`.
 */
export function periodTitle(period: Period, lang: Language = 'fr'): string {
  const isPart = period.kind === 'semester' || period.kind === 'quarter';
  if (lang === 'fr' || !isPart) return periodLabel(period, lang);
  const [first = '', last = ''] = [period.start, period.end].map(englishMonth);
  return `${first} to ${last} ${String(period.year)}`;
}

/**
 * The quarter of an ISO day.
 *
 * @throws QualeprefError `period` when no such day exists
 */
export function quarterOf(day: string): Quarter {
  return parseQuarter(periodOf(day, 'quarter').id);
}

/**
 * Reads `2026-T4`.
 *
 * @throws QualeprefError `period-quarter` when it has another form
 */
export function parseQuarter(id: string): Quarter {
  if (!/^\d{4}-T[1-4]$/.test(id)) {
    throw new QualeprefError(
      'period-quarter',
      `« ${id} » n’est pas un trimestre. Attendu : l’année, un tiret, T et le numéro du trimestre, par exemple 2026-T4.`,
    );
  }
  const { year, rank, start, end } = parsePeriod(id);
  return { id, year, quarter: rank as Quarter['quarter'], start, end };
}

/** `4e trimestre 2026`. */
export function quarterLabel({ id }: Quarter): string {
  return periodLabel(parsePeriod(id));
}

function readPeriod(id: string): Period | undefined {
  const match = PERIOD.exec(id);
  if (!match) return undefined;
  const [, digits = '', semester, quarter, month, day] = match;
  const year = Number(digits);
  if (day !== undefined) {
    if (Number(day) > lastDay(year, Number(month))) return undefined;
    return { id, kind: 'day', year, rank: Number(day), start: id, end: id };
  }
  if (semester !== undefined) return spanOf(id, 'semester', year, Number(semester));
  if (quarter !== undefined) return spanOf(id, 'quarter', year, Number(quarter));
  if (month !== undefined) return spanOf(id, 'month', year, Number(month));
  return spanOf(id, 'year', year, 1);
}

function spanOf(id: string, kind: keyof typeof MONTHS, year: number, rank: number): Period {
  const last = rank * MONTHS[kind];
  return {
    id,
    kind,
    year,
    rank,
    start: `${id.slice(0, 4)}-${two(last - MONTHS[kind] + 1)}-01`,
    end: `${id.slice(0, 4)}-${two(last)}-${two(lastDay(year, last))}`,
  };
}

function idOf(year: number, kind: keyof typeof MONTHS, rank: number): string {
  const head = String(year).padStart(4, '0');
  return {
    year: head,
    semester: `${head}-S${String(rank)}`,
    quarter: `${head}-T${String(rank)}`,
    month: `${head}-${two(rank)}`,
  }[kind];
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function ordinal(rank: number): string {
  return rank === 1 ? '1er' : `${String(rank)}e`;
}
