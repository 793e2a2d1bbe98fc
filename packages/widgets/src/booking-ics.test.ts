import { expect, test } from 'vitest';
import { icsOf } from './booking-ics.ts';
import { demoProcedures, demoSites } from './fake-booking-data.ts';

const [site] = demoSites;
const [procedure] = demoProcedures;
if (!site || !procedure) throw new Error('no demo');
const appointment = {
  reference: 'AIX-2611-K7M4QXR',
  token: 't',
  site,
  procedure: { id: procedure.id, label: procedure.label, documents: [] },
  start: '2026-11-24T09:00+01:00',
  end: '2026-11-24T09:30+01:00',
  state: 'booked' as const,
  sequence: 0,
  isMovable: true,
};
const context = (text: string) => ({
  host: 'www.exemple.fr',
  now: Date.parse('2026-11-20T10:00:00.123Z'),
  language: 'fr' as const,
  description: { fr: text },
});

test('is the calendar file of RFC 5545, in universal time', () => {
  expect(icsOf(appointment, context('Référence; à garder,\nmerci \\')).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//qualepref//widgets//FR',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:AIX-2611-K7M4QXR@www.exemple.fr',
    'DTSTAMP:20261120T100000Z',
    'DTSTART:20261124T080000Z',
    'DTEND:20261124T083000Z',
    'SUMMARY:Rendez-vous\u00a0: Aide au point numérique',
    'LOCATION:Aix-en-Exemple\\, 1 place de la Préfecture\\, 99000 Aix-en-Exemple',
    'DESCRIPTION:Référence\\; à garder\\,\\nmerci \\\\',
    'STATUS:CONFIRMED',
    'SEQUENCE:0',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('no line is longer than 75 bytes, and unfolding gives the text back', () => {
  const text = 'é'.repeat(300) + '🏛️'.repeat(30);
  const file = icsOf(appointment, context(text));
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${text}`);
});

test('a cancelled one cancels', () => {
  const file = icsOf({ ...appointment, state: 'cancelled', sequence: 1 }, context('x'));
  expect(file).toContain('METHOD:CANCEL');
  expect(file).toContain('STATUS:CANCELLED');
});
