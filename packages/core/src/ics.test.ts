import { expect, test } from 'vitest';
import { icsFields, type IcsContext } from './ics.ts';

const appointment = {
  id: 'a-1',
  slot: {
    site: 'aix',
    procedure: 'points-numeriques',
    start: '2026-11-24T09:00+01:00',
    end: '2026-11-24T09:30+01:00',
  },
  state: 'booked',
  sequence: 0,
} as const;
const context = (more: Partial<IcsContext> = {}): IcsContext => ({
  host: 'www.exemple.fr',
  now: '2026-11-20T10:00:00.000Z',
  lang: 'fr',
  procedure: { fr: 'Points numériques', en: 'Digital help desk' },
  site: { name: 'Aix-en-Provence', address: '1 rue de l’Exemple' },
  ...more,
});

test('an appointment is an event in universal time', () => {
  expect(icsFields(appointment, context())).toEqual({
    uid: 'a-1@www.exemple.fr',
    dtstamp: '2026-11-20T10:00:00Z',
    dtstart: '2026-11-24T08:00:00Z',
    dtend: '2026-11-24T08:30:00Z',
    summary: 'Rendez-vous\u00a0: Points numériques',
    location: 'Aix-en-Provence, 1 rue de l’Exemple',
    status: 'CONFIRMED',
    sequence: 0,
  });
});

test('in summer the same local hour is another universal one', () => {
  const slot = { ...appointment.slot, start: '2026-06-24T09:00+02:00', end: '2026-06-24T09:30+02:00' };
  expect(icsFields({ ...appointment, slot }, context())).toMatchObject({
    dtstart: '2026-06-24T07:00:00Z',
    dtend: '2026-06-24T07:30:00Z',
  });
});

test('a cancelled appointment cancels the same event, with a greater sequence', () => {
  expect(icsFields({ ...appointment, state: 'cancelled', sequence: 2 }, context())).toMatchObject({
    uid: 'a-1@www.exemple.fr',
    summary: 'Annulé\u00a0: Points numériques',
    status: 'CANCELLED',
    sequence: 2,
  });
});

test('texts are in the language asked for, in French when they are not written in it', () => {
  const description = { fr: 'Apporter une pièce d’identité.' };
  expect(icsFields(appointment, context({ lang: 'en', description }))).toMatchObject({
    summary: 'Appointment: Digital help desk',
    description: 'Apporter une pièce d’identité.',
  });
  const bring = { fr: 'Apporter une pièce d’identité.', en: 'Bring an identity document.' };
  expect(
    icsFields({ ...appointment, state: 'cancelled' }, context({ lang: 'en', description: bring })),
  ).toMatchObject({
    summary: 'Cancelled: Digital help desk',
    description: 'Bring an identity document.',
  });
});

test('a procedure may have any sign in its name, a site no address yet', () => {
  const odd = context({ procedure: { fr: 'Titres $& cartes' }, site: { name: 'Istres' } });
  expect(icsFields(appointment, odd)).toMatchObject({
    summary: 'Rendez-vous\u00a0: Titres $& cartes',
    location: 'Istres',
  });
  expect(icsFields(appointment, context({ site: { name: 'Istres', address: undefined } })).location).toBe(
    'Istres',
  );
});
