import { parsePeriod, periodLabel } from '@qualepref/core';

/** The ISO day that it is somewhere. */
function dayAt(instant: Date, timeZone = 'Europe/Paris'): string {
  // Swedes write days as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** `24 novembre 2026`, of an ISO day. */
export function longDay(day: string): string {
  return periodLabel(parsePeriod(day));
}

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

/** `mardi 24 novembre 2026`, of an ISO day. */
export function weekdayAndDay(day: string): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${longDay(day)}`;
}

/** `24 novembre 2026 à 9 h 05`. */
export function longTime(instant: Date, timeZone = 'Europe/Paris'): string {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(instant);
  return `${longDay(dayAt(instant, timeZone))} à ${clockTime(time)}`;
}

/** `9 h 05`, of a local time or of the clock time in it: `2026-11-24T09:05:00+01:00`, `09:05`. */
export function clockTime(time: string): string {
  const [, hour = '', minute = ''] = /(?:^|T)(\d{2}):(\d{2})/.exec(time) ?? [];
  return `${String(Number(hour))}\u00A0h\u00A0${minute}`;
}
