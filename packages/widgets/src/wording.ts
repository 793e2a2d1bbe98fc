import type { Language } from '@qualepref/core';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** An ISO day in words: `24 novembre 2026`, `24 November 2026`. */
export function dayText(day: string, language: Language, options: Intl.DateTimeFormatOptions = {}): string {
  const text = format(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  // Intl does not know that the first of a month is an ordinal in French.
  return language === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : text;
}

/** The hour that the clock of the site shows: `9 h 00`, `9:00`. Whoever reads it may be abroad. */
export function hourText(localTime: string, language: Language): string {
  const hours = localTime.slice(11, 13).replace(/^0/, '');
  const minutes = localTime.slice(14, 16);
  return language === 'fr' ? `${hours}\u00A0h\u00A0${minutes}` : `${hours}:${minutes}`;
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
  const key = `${tag}${JSON.stringify(options)}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  dateFormats.set(key, known);
  return known;
}

/** The form of a word that goes with a number, by the rules of the language: 1,5 is singular in French. */
export function plural(
  count: number,
  language: Language,
  forms: { readonly one: string; readonly other: string },
): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
}

/** Today on the device's clock, as an ISO day. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
