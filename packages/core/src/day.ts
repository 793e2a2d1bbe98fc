import { QualeprefError } from './error.ts';

const DAY = 86_400_000;

/**
 * Days since 1970-01-01. Arithmetic on days runs on these numbers: no hour, no
 * zone, no daylight saving.
 *
 * @param day ISO day, `2026-11-24`
 * @throws QualeprefError `day` when no such day exists
 */
export function dayNumber(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // An engine may read 2026-02-30 as 2 March.
  if (Number.isNaN(time) || isoDay(time / DAY) !== day) {
    throw new QualeprefError(
      'day',
      `« ${day} » n’est pas une date. Attendu : année, mois et jour, par exemple 2026-11-24.`,
    );
  }
  return time / DAY;
}

/** The ISO day of a day number. */
export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The ISO day `days` after `day`, or before when negative. */
export function addDays(day: string, days: number): string {
  return isoDay(dayNumber(day) + days);
}

/** Calendar days from one ISO day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday 1 to Sunday 7, of a day number. */
export function weekdayOf(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/**
 * The ISO day `months` months after `day`; the last day of the month when the
 * month is too short: one month after 31 January is 28 or 29 February.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
