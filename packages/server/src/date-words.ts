import { parsePeriod, periodLabel, type Language } from '@qualepref/core';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** `24 novembre 2026`, of an ISO day. */
export function longDay(day: string, language: Language = 'fr'): string {
  return periodLabel(parsePeriod(day), language);
}

/** `mardi 24 novembre 2026`, of an ISO day. */
export function weekdayAndDay(day: string, language: Language = 'fr'): string {
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${longDay(day, language)}`;
}

/** `9 h 05`, of a local time or of the clock time in it: `2026-11-24T09:05:00+01:00`, `09:05`. */
export function clockTime(time: string, language: Language = 'fr'): string {
  const [, hour = '', minute = ''] = /(?:^|T)(\d{2}):(\d{2})/.exec(time) ?? [];
  return `${String(Number(hour))}${language === 'fr' ? '\u00A0h\u00A0' : ':'}${minute}`;
}

/** `24 novembre 2026 à 9 h 05`, where the clock is that of a time zone. */
export function longTime(instant: Date, timeZone: string): string {
  // Swedes write days as ISO does.
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
  })
    .format(instant)
    .split(' ');
  return `${longDay(day)} à ${clockTime(time)}`;
}
