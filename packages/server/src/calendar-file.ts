import { icsFields, type Language, type PublicText } from '@qualepref/core';

/** An appointment as its calendar file tells it. */
export interface CalendarAppointment {
  readonly reference: string;
  readonly site: string;
  readonly procedure: string;
  readonly start: string;
  readonly end: string;
  readonly state: 'booked' | 'cancelled';
  readonly sequence: number;
}

/** The calendar file (RFC 5545) that goes with a message. Its title does not say what the appointment is for. */
export function calendarFile(
  { reference, state, sequence, ...slot }: CalendarAppointment,
  context: {
    readonly host: string;
    readonly now: Date;
    readonly language: Language;
    /** Who receives. */
    readonly title: PublicText;
    readonly site: { readonly name: string; readonly address?: string | undefined };
  },
): { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string } {
  const event = icsFields(
    { id: reference, slot, state, sequence },
    {
      host: context.host,
      now: context.now.toISOString(),
      lang: context.language,
      procedure: context.title,
      site: context.site,
      description: { fr: `Référence : ${reference}`, en: `Reference: ${reference}` },
    },
  );
  const method = event.status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH';
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//qualepref//server//FR', `METHOD:${method}`],
    ...['BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${compact(event.dtstamp)}`],
    ...[`DTSTART:${compact(event.dtstart)}`, `DTEND:${compact(event.dtend)}`],
    ...[`SUMMARY:${escaped(event.summary)}`, `LOCATION:${escaped(event.location)}`],
    `DESCRIPTION:${escaped(event.description ?? '')}`,
    ...[`STATUS:${event.status}`, `SEQUENCE:${String(event.sequence)}`, 'END:VEVENT', 'END:VCALENDAR'],
  ];
  return { method, content: lines.map((line) => `${folded(line)}\r\n`).join('') };
}

/** `20261124T080000Z`, without the fraction of a second that a calendar refuses. */
function compact(instant: string): string {
  return instant.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const LINE = 75;

/** Lines of 75 bytes at most, cut between characters, each but the first begun with a space. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
