const rules = new Intl.PluralRules('fr-FR');
const numbers = new Intl.NumberFormat('fr-FR');
const timeZone = 'Europe/Paris';
const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone });
const moments = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone });

/** `3 000`, with the narrow no-break space of French. */
export function number(value: number): string {
  return numbers.format(value);
}

/** Agrees words with a count: in French, zero is singular. */
export function agree(count: number, one: string, many: string): string {
  return rules.select(count) === 'one' ? one : many;
}

/** `0 page`, `1 page`, `60 pages`; number and words stay on one line. */
export function plural(count: number, one: string, many: string): string {
  return `${number(count)}\u00A0${agree(count, one, many)}`;
}

/** `24 novembre 2026`, from an ISO day or date-time. */
export function day(iso: string): string {
  return ordinal(days.format(Date.parse(iso)));
}

/** `24/11/2026`, as it is typed in a cell, from an ISO day. */
export function typedDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** `24 novembre 2026 à 09:00`, Paris time, from an ISO date-time. */
export function moment(iso: string): string {
  return ordinal(moments.format(Date.parse(iso)));
}

/** French writes the first of a month as an ordinal, which Intl does not. */
function ordinal(date: string): string {
  return date.replace(/^1 /, '1er ');
}

/** `12 s`, `3 min 12 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  if (hours > 0) return `${String(hours)}\u00A0h ${String(minutes)}\u00A0min`;
  if (minutes > 0) return `${String(minutes)}\u00A0min ${String(whole % 60)}\u00A0s`;
  return `${String(whole)}\u00A0s`;
}

/** Rounded down: 100 % means all of them. */
export function percent(part: number, whole: number): string {
  return `${String(Math.floor((part * 100) / whole))}\u00A0%`;
}
