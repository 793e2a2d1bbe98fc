import { dayNumber, isoDay, weekdayOf } from './day.ts';
import { isHoliday, type HolidayZone } from './holiday.ts';

/** What days are counted by: `ouvres` Monday to Friday, `ouvrables` Monday to Saturday, `calendaires` all of them. */
export const dayUnits = ['ouvres', 'ouvrables', 'calendaires'] as const;
export type DayUnit = (typeof dayUnits)[number];

/** What decides of the days off of a site, besides the week. */
export interface Calendar {
  readonly zone: HolidayZone;
  /** ISO days, in any order: bridge days and local closures that the préfecture chose to take out of the count. */
  readonly closings: readonly string[];
}

/** Weekday of the last day of the week that counts, Monday being 1. */
const LAST_WEEKDAY: Readonly<Record<DayUnit, number>> = { ouvres: 5, ouvrables: 6, calendaires: 7 };

/**
 * Whether a delay in this unit counts an ISO day. Public holidays and closings
 * are out of `ouvres` and `ouvrables` alike (K, sheet F35697 of service-public);
 * `calendaires` leaves nothing out.
 *
 * @throws QualeprefError `day` when no such day exists
 */
export function isCounted(day: string, unit: DayUnit, { zone, closings }: Calendar): boolean {
  if (weekdayOf(dayNumber(day)) > LAST_WEEKDAY[unit]) return false;
  return unit === 'calendaires' || !(closings.includes(day) || isHoliday(day, zone));
}

/** Whether an ISO day is a jour ouvré: Monday to Friday, neither a public holiday nor a closing. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return isCounted(day, 'ouvres', calendar);
}

/** Whether an ISO day is a jour ouvrable: a jour ouvré, or a Saturday that is neither a public holiday nor a closing. */
export function isBusinessDay(day: string, calendar: Calendar): boolean {
  return isCounted(day, 'ouvrables', calendar);
}

/** How many days of a unit from one ISO day to another, both included; none when `to` comes first. */
export function countDays(from: string, to: string, unit: DayUnit, calendar: Calendar): number {
  const last = dayNumber(to);
  let days = 0;
  for (let at = dayNumber(from); at <= last; at++) if (isCounted(isoDay(at), unit, calendar)) days++;
  return days;
}

/** How many jours ouvrés from one ISO day to another, both included. */
export function workingDays(from: string, to: string, calendar: Calendar): number {
  return countDays(from, to, 'ouvres', calendar);
}

/** The first ISO day of a unit after `day`, whatever `day` is. */
export function nextDay(day: string, unit: DayUnit, calendar: Calendar): string {
  return step(day, 1, unit, calendar);
}

/** The last ISO day of a unit before `day`, whatever `day` is. */
export function previousDay(day: string, unit: DayUnit, calendar: Calendar): string {
  return step(day, -1, unit, calendar);
}

function step(day: string, by: 1 | -1, unit: DayUnit, calendar: Calendar): string {
  let at = dayNumber(day);
  do at += by;
  while (!isCounted(isoDay(at), unit, calendar));
  return isoDay(at);
}
