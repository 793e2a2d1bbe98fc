import { expect, test } from 'vitest';
import {
  appointmentSchema,
  holdSchema,
  isLive,
  placesLeft,
  type Appointment,
  type Booker,
  type Hold,
} from './appointment.ts';
import { parse } from './parse.ts';
import type { Slot } from './slot.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const SOONER = '2026-11-20T09:59:59.000Z';
const LATER = '2026-11-20T10:00:01.000Z';
const slot: Slot = {
  site: 'aix',
  procedure: 'points-numeriques',
  start: '2026-11-24T09:00+01:00',
  end: '2026-11-24T09:30+01:00',
  capacity: 3,
  publicCapacity: 2,
};
const place = { site: slot.site, procedure: slot.procedure, start: slot.start, end: slot.end };
const elsewhere = { ...place, start: '2026-11-24T09:30+01:00', end: '2026-11-24T10:00+01:00' };

const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  id: 'a-1',
  personKey: 'k-1',
  slot: place,
  for: 'public',
  state: 'booked',
  bookedAt: SOONER,
  sequence: 0,
  left: [],
  ...more,
});
const held = (more: Partial<Hold> = {}): Hold => ({
  id: 'h-1',
  slot: place,
  for: 'public',
  expiresAt: LATER,
  ...more,
});
const left = (appointments: readonly Appointment[], holds: readonly Hold[] = [], of: Slot = slot) =>
  (['public', 'agent'] as const).map((each: Booker) =>
    placesLeft(of, appointments, holds, { now: NOW, for: each }),
  );
const agents = { for: 'agent' } as const;

test('agents have all the places of a free slot, the public those that are not kept for agents', () => {
  expect(left([])).toEqual([2, 3]);
});

test('an appointment takes a place of its slot, and of no other', () => {
  expect(left([appointment()])).toEqual([1, 2]);
  expect(left([appointment({ slot: elsewhere })])).toEqual([2, 3]);
  expect(left([appointment({ slot: { ...place, site: 'arles' } })])).toEqual([2, 3]);
  expect(left([appointment({ slot: { ...place, procedure: 'etudiants' } })])).toEqual([2, 3]);
  expect(left([appointment({ state: 'cancelled' })])).toEqual([2, 3]);
});

test('agents take their share first, then those of the public', () => {
  expect(left([appointment(agents)])).toEqual([2, 2]);
  expect(left([appointment(agents), appointment(agents)])).toEqual([1, 1]);
  expect(left([appointment(), appointment()])).toEqual([0, 1]);
  expect(left([appointment(), appointment(), appointment(agents)])).toEqual([0, 0]);
});

test('a hold takes a place until it expires', () => {
  expect(left([], [held()])).toEqual([1, 2]);
  expect(left([], [held(agents)])).toEqual([2, 2]);
  expect(left([], [held({ expiresAt: NOW })])).toEqual([2, 3]);
  expect(left([], [held({ slot: elsewhere })])).toEqual([2, 3]);
});

test('a place that was left is an agent’s at once, and the public’s when it returns', () => {
  const gone = (returnAt: string, more: Partial<Appointment> = {}) =>
    appointment({ state: 'cancelled', left: [{ slot: place, returnAt }], ...more });
  expect(left([gone(LATER)])).toEqual([1, 3]);
  expect(left([gone(NOW)])).toEqual([2, 3]);
  expect(left([gone(LATER, agents)])).toEqual([2, 3]);
  expect(left([gone(LATER, { ...agents, id: 'a-1' }), gone(LATER, { ...agents, id: 'a-2' })])).toEqual([
    1, 3,
  ]);
  expect(left([appointment({ slot: elsewhere, left: [{ slot: place, returnAt: LATER }] })])).toEqual([1, 3]);
  expect(left([gone(LATER, { left: [{ slot: elsewhere, returnAt: LATER }] })])).toEqual([2, 3]);
});

test('there are never fewer places than none, even when a capacity is lowered', () => {
  const full = [appointment(), appointment(), appointment()];
  expect(left(full, [], { ...slot, capacity: 1, publicCapacity: 1 })).toEqual([0, 0]);
});

test('a person still has to come until the end of a booked slot', () => {
  expect(isLive(appointment(), '2026-11-24T08:29:59Z')).toBe(true);
  expect(isLive(appointment(), '2026-11-24T08:30:00Z')).toBe(false);
  expect(isLive(appointment({ state: 'cancelled' }), NOW)).toBe(false);
});

test('what is stored is read again, and checked', () => {
  const places = (schema: typeof appointmentSchema | typeof holdSchema, value: unknown) => {
    const result = parse(schema, value);
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  const left = [{ slot: place, returnAt: LATER }];
  expect(places(appointmentSchema, appointment({ left }))).toEqual([]);
  expect(places(holdSchema, held())).toEqual([]);
  expect(places(holdSchema, held({ expiresAt: '2026-11-24T10:00:00Z' }))).toEqual([]);
  expect(places(holdSchema, held({ expiresAt: '2026-11-24' }))).toEqual(['expiresAt']);
  expect(places(holdSchema, held({ expiresAt: '2026-13-24T10:00:00Z' }))).toEqual(['expiresAt']);
  expect(places(holdSchema, held({ slot: { ...place, start: '2026-11-24T09:00' } }))).toEqual(['slot.start']);
  expect(places(holdSchema, held({ slot: { ...place, end: '2026-11-24T25:00+01:00' } }))).toEqual([
    'slot.end',
  ]);
  expect(places(holdSchema, held({ slot: { ...place, end: `x${place.end}` } }))).toEqual(['slot.end']);
  expect(places(appointmentSchema, { ...appointment(), state: 'moved', sequence: -1, for: 'x' })).toEqual([
    'for',
    'state',
    'sequence',
  ]);
});
