import { QualeprefError } from './error.ts';

/** A quarter, the period of a verification campaign: `2026-T4`. */
export interface Quarter {
  readonly id: string;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** ISO days, both included. */
  readonly start: string;
  readonly end: string;
}

const END = ['03-31', '06-30', '09-30', '12-31'] as const;

/** The quarter of an ISO day. */
export function quarterOf(day: string): Quarter {
  const month = Number(day.slice(5, 7));
  return parseQuarter(`${day.slice(0, 4)}-T${String(Math.ceil(month / 3))}`);
}

/**
 * Reads `2026-T4`.
 *
 * @throws QualeprefError `period-quarter` when it has another form
 */
export function parseQuarter(id: string): Quarter {
  const match = /^(\d{4})-T([1-4])$/.exec(id);
  if (!match) {
    throw new QualeprefError(
      'period-quarter',
      `« ${id} » n’est pas un trimestre. Attendu : l’année, un tiret, T et le numéro du trimestre, par exemple 2026-T4.`,
    );
  }
  const year = Number(match[1]);
  const quarter = Number(match[2]) as Quarter['quarter'];
  const firstMonth = String(quarter * 3 - 2).padStart(2, '0');
  return {
    id,
    year,
    quarter,
    start: `${String(year)}-${firstMonth}-01`,
    end: `${String(year)}-${END[quarter - 1] ?? ''}`,
  };
}

/** `4e trimestre 2026`. */
export function quarterLabel({ quarter, year }: Quarter): string {
  return `${quarter === 1 ? '1er' : `${String(quarter)}e`} trimestre ${String(year)}`;
}
