import {
  appointmentAnswerSchema,
  appointmentRequestSchema,
  challengeSchema,
  holdAnswerSchema,
  proceduresAnswerSchema,
  sitesAnswerSchema,
  slotsAnswerSchema,
} from '@qualepref/core';
import { safeParse, type GenericSchema } from 'valibot';
import { expect, test } from 'vitest';
import { contactErrors } from './booking-contact-rules.ts';
import { noContact } from './booking-contact.ts';
import { isAppointment } from './booking-appointment-client.ts';
import { isProcedures, isSites } from './booking-offer-client.ts';
import { isHold, isSlots } from './booking-slot-client.ts';
import { isChallenge } from './challenge-guard.ts';
import { demoProcedures, demoSites } from './fake-booking-data.ts';

const [site] = demoSites;
const [procedure] = demoProcedures;
const start = '2026-11-24T09:00+01:00';
const end = '2026-11-24T09:30+01:00';
const cases: [string, GenericSchema, (value: unknown) => boolean, Record<string, unknown>][] = [
  ['sites', sitesAnswerSchema, isSites, { sites: demoSites }],
  [
    'procedures',
    proceduresAnswerSchema,
    isProcedures,
    {
      procedures: demoProcedures,
      privacy: { controller: 'préfecture', officer: 'dpo@exemple.fr', keptMonths: 3, page: '/donnees' },
    },
  ],
  [
    'slots',
    slotsAnswerSchema,
    isSlots,
    { slots: [{ start, end, places: 1 }], next: start, horizon: '2027-01-23' },
  ],
  ['no slots', slotsAnswerSchema, isSlots, { slots: [], next: null, horizon: '2027-01-23' }],
  [
    'challenge',
    challengeSchema,
    isChallenge,
    { algorithm: 'SHA-256', challenge: 'c', salt: 's', signature: 'x', maxnumber: 10 },
  ],
  [
    'hold',
    holdAnswerSchema,
    isHold,
    {
      id: 'h',
      start,
      end,
      expiresAt: '2026-11-24T08:15:00.000Z',
      secondsLeft: 900,
      isExtendable: true,
    },
  ],
  [
    'appointment',
    appointmentAnswerSchema,
    isAppointment,
    {
      reference: 'AIX-2611-K7M4QXR',
      token: 't',
      site,
      procedure: { id: 'a', label: procedure?.label, documents: procedure?.documents },
      start,
      end,
      state: 'booked',
      sequence: 0,
      manage: 'https://www.exemple.fr/rdv',
      isMovable: true,
    },
  ],
];

test.each(cases)('%s: what the schema accepts, the guard lets through', (_, schema, guard, value) => {
  expect(safeParse(schema, value).success).toBe(true);
  expect(guard(value)).toBe(true);
});

/** Each value of a tree, taken away or turned into a number that fits nowhere. */
function* spoilt(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) for (const bad of spoilt(each)) yield value.with(at, bad);
    yield 'a text';
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      const { [key]: _gone, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const bad of spoilt(each)) yield { ...value, [key]: bad };
    }
    yield null;
  } else {
    yield -1.5;
    yield '';
  }
}

test.each(cases)(
  '%s: what the guard stops, the schema refuses, and what would break the page is stopped',
  (_, schema, guard, value) => {
    for (const bad of spoilt(value)) {
      const isValid = safeParse(schema, bad).success;
      expect({ bad, isLetThrough: guard(bad) }).toEqual({ bad, isLetThrough: isValid });
    }
  },
);

test.each([
  ['c.martin@exemple.fr', true],
  ['c.martin+rdv@sous.exemple.gouv.fr', true],
  ['martin', false],
  ['martin@exemple', false],
  ['é@exemple.fr', false],
])('the address %s is judged as the server does', (email, isValid) => {
  const request = { hold: 'h', name: 'C', email, language: 'fr', proof: 'p' };
  expect(safeParse(appointmentRequestSchema, request).success).toBe(isValid);
  expect(contactErrors({ ...noContact, name: 'C', email })).toEqual(isValid ? {} : { email: 'email' });
});

test.each([
  ['06 12 34 56 78', true],
  ['+33 6.12.34.56.78', true],
  ['06-12', false],
  ['appelez-moi', false],
])('the number %s is judged as the server does', (phone, isValid) => {
  const request = { hold: 'h', name: 'C', phone, language: 'fr', proof: 'p' };
  expect(safeParse(appointmentRequestSchema, request).success).toBe(isValid);
  expect(contactErrors({ ...noContact, name: 'C', phone })).toEqual(isValid ? {} : { phone: 'phone' });
});
