import type { Appointment } from './appointment.ts';
import type { Language } from './number.ts';
import type { PublicText } from './schema.ts';

/** What an event of a calendar file says, for a library that writes the file (RFC 5545). */
export interface IcsFields {
  /** The same whatever becomes of the appointment: a calendar then replaces the event. */
  readonly uid: string;
  /** ISO instants, in UTC: right in every calendar, whatever zones it knows. */
  readonly dtstamp: string;
  readonly dtstart: string;
  readonly dtend: string;
  readonly summary: string;
  readonly location: string;
  readonly description?: string;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  /** Grows with each change: a calendar keeps the greatest. */
  readonly sequence: number;
}

/** What an appointment does not know of its own event. */
export interface IcsContext {
  /** Host of the site, `exemple.gouv.fr`: it makes the identifier unique in the world. */
  readonly host: string;
  /** ISO instant. */
  readonly now: string;
  readonly lang: Language;
  /** Label of the procedure. */
  readonly procedure: PublicText;
  readonly site: { readonly name: string; readonly address?: string | undefined };
  /** What to bring, how to cancel… */
  readonly description?: PublicText;
}

/** The event of an appointment. A text that is not written in the language asked for is given in French. */
export function icsFields(
  { id, slot, state, sequence }: Pick<Appointment, 'id' | 'slot' | 'state' | 'sequence'>,
  { host, now, lang, procedure, site, description }: IcsContext,
): IcsFields {
  const told = (text: PublicText): string => text[lang] ?? text.fr;
  const location = [site.name, site.address].filter((part) => part !== undefined).join(', ');
  return {
    uid: `${id}@${host}`,
    dtstamp: utc(now),
    dtstart: utc(slot.start),
    dtend: utc(slot.end),
    summary: told(SUMMARY[state]).replace('{procedure}', () => told(procedure)),
    location,
    ...(description ? { description: told(description) } : {}),
    status: state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    sequence,
  };
}

const SUMMARY: Readonly<Record<Appointment['state'], PublicText>> = {
  booked: { fr: 'Rendez-vous\u00a0: {procedure}', en: 'Appointment: {procedure}' },
  cancelled: { fr: 'Annulé\u00a0: {procedure}', en: 'Cancelled: {procedure}' },
};

function utc(time: string): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
