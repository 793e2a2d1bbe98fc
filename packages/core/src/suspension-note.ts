import type { Suspension } from './measurement.ts';
import { parsePeriod, periodLabel } from './period.ts';
import type { PublicText } from './schema.ts';

/** Which part of a suspension a footnote is about. */
export interface SuspensionPart extends Pick<Suspension, 'from' | 'to' | 'reason'> {
  /** Some of the sites went on. */
  readonly isPartial?: boolean;
}

/** What the public is told of months that count in nothing. English when the reason has it. */
export function suspensionNote({ from, to, reason, isPartial = false }: SuspensionPart): PublicText {
  const some = isPartial ? ' sur une partie des sites' : '';
  const left = from === to ? 'Ce mois n’est pas compté' : 'Ces mois ne sont pas comptés';
  const fr = `Le suivi a été suspendu${some} ${frenchSpan(from, to)}\u00A0: ${bare(reason.fr)}. ${left}.`;
  if (reason.en === undefined) return { fr };
  const on = isPartial ? ' at some of the sites' : '';
  const kept = from === to ? 'This month is' : 'These months are';
  const en = `Tracking was suspended${on} ${englishSpan(from, to)}: ${bare(reason.en)}. ${kept} not counted.`;
  return { fr, en };
}

function frenchSpan(from: string, to: string): string {
  const last = periodLabel(parsePeriod(to));
  if (from === to) return `en ${last}`;
  const whole = periodLabel(parsePeriod(from));
  const first = from.slice(0, 4) === to.slice(0, 4) ? whole.slice(0, -5) : whole;
  return `${/^[ao]/.test(first) ? 'd’' : 'de '}${first} à ${last}`;
}

function englishSpan(from: string, to: string): string {
  const last = periodLabel(parsePeriod(to), 'en');
  if (from === to) return `in ${last}`;
  const first = periodLabel(parsePeriod(from), 'en');
  return `from ${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} to ${last}`;
}

/** Without the full stop that follows anyway. */
function bare(reason: string): string {
  return reason.replace(/\.$/, '');
}
