import { icsFields, type AppointmentAnswer, type Language, type PublicText } from '@qualepref/core';

/** The calendar file (RFC 5545) of an appointment, to be downloaded. */
export function icsOf(
  { reference, site, procedure, start, end, state, sequence }: AppointmentAnswer,
  context: {
    readonly host: string;
    readonly now: number;
    readonly language: Language;
    readonly description: PublicText;
  },
): string {
  const { host, now, language: lang, description } = context;
  const event = icsFields(
    { id: reference, slot: { site: site.id, procedure: procedure.id, start, end }, state, sequence },
    { host, now: new Date(now).toISOString(), lang, procedure: procedure.label, site, description },
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//qualepref//widgets//FR',
    `METHOD:${event.status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${compact(event.dtstamp)}`,
    `DTSTART:${compact(event.dtstart)}`,
    `DTEND:${compact(event.dtend)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description ?? '')}`,
    `STATUS:${event.status}`,
    `SEQUENCE:${String(event.sequence)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
