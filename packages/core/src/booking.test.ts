import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLive, placesLeft, type Appointment, type Hold } from './appointment.ts';
import {
  cancelAppointment,
  confirmHold,
  expireHolds,
  holdMinutes,
  holdSlot,
  moveAppointment,
  refusals,
  refusalTexts,
  releaseHold,
  returnDelay,
  type Bookings,
  type BookingOutcome,
} from './booking.ts';
import type { Slot } from './slot.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const slot = (hour: number, more: Partial<Slot> = {}): Slot => ({
  site: 'aix',
  procedure: 'points-numeriques',
  start: `2026-11-24T${String(hour).padStart(2, '0')}:00+01:00`,
  end: `2026-11-24T${String(hour).padStart(2, '0')}:30+01:00`,
  capacity: 1,
  publicCapacity: 1,
  ...more,
});
const named = ({ site, procedure, start, end }: Slot) => ({ site, procedure, start, end });
const NINE = slot(9);
const TEN = slot(10);
const EMPTY: Bookings = { appointments: [], holds: [] };

const terms = { now: NOW, today: '2026-11-20', minimumNotice: 60, horizon: 4, minutes: 15 };
const back = { now: NOW, returnDelay: { min: 10, max: 30 }, random: () => 0.5 };
const both = { ...terms, ...back };

const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  id: 'a-1',
  personKey: 'k-1',
  slot: named(NINE),
  for: 'public',
  state: 'booked',
  bookedAt: '2026-11-19T10:00:00.000Z',
  sequence: 0,
  left: [],
  ...more,
});
const held = (more: Partial<Hold> = {}): Hold => ({
  id: 'h-1',
  slot: named(NINE),
  for: 'public',
  expiresAt: '2026-11-20T10:15:00.000Z',
  ...more,
});
const bookings = (more: Partial<Bookings> = {}): Bookings => ({ ...EMPTY, ...more });
const copy = (of: Bookings) => JSON.parse(JSON.stringify(of)) as Bookings;
const mine = { id: 'a-1', personKey: 'k-1' };

const hold = (
  of: Bookings,
  to: Slot,
  more: Partial<typeof terms> = {},
  booker: 'public' | 'agent' = 'public',
) => holdSlot(of, { id: 'h-9', slot: to, for: booker }, { ...terms, ...more });
const refusal = (outcome: BookingOutcome<unknown>) => ('refused' in outcome ? outcome.refused : 'accepted');
const made = <Made>(outcome: BookingOutcome<Made>): { readonly bookings: Bookings } & Made => {
  if ('refused' in outcome) throw new Error(outcome.refused);
  expect(outcome.ok).toBe(true);
  return outcome;
};

test('a slot is held for some minutes, then booked by a person', () => {
  const first = made(hold(EMPTY, NINE));
  expect(first.hold).toEqual({
    id: 'h-9',
    slot: named(NINE),
    for: 'public',
    expiresAt: '2026-11-20T10:15:00.000Z',
  });
  expect(first.bookings).toEqual({ appointments: [], holds: [first.hold] });
  const request = { hold: 'h-9', id: 'a-1', personKey: 'k-1' };
  const second = made(confirmHold(first.bookings, request, { now: '2026-11-20T10:14:59Z' }));
  expect(second.appointment).toEqual(appointment({ bookedAt: '2026-11-20T10:14:59.000Z' }));
  expect(second.bookings).toEqual({ appointments: [second.appointment], holds: [] });
});

test('the last place goes to whoever holds it: the next one learns that it is held, then full', () => {
  const first = made(hold(EMPTY, NINE));
  expect(hold(first.bookings, NINE)).toEqual({ refused: 'held' });
  expect(refusal(hold(first.bookings, slot(9, { capacity: 2, publicCapacity: 2 })))).toBe('accepted');
  expect(refusal(hold(bookings({ appointments: [appointment()] }), NINE))).toBe('full');
  expect(refusal(hold(bookings({ appointments: [appointment()], holds: [held()] }), NINE))).toBe('full');
});

test('an expired hold holds nothing', () => {
  const holds = [held()];
  expect(refusal(hold(bookings({ holds }), NINE, { now: '2026-11-20T10:14:59Z' }))).toBe('held');
  expect(refusal(hold(bookings({ holds }), NINE, { now: '2026-11-20T10:15:00Z' }))).toBe('accepted');
  const request = { hold: 'h-1', ...mine };
  expect(refusal(confirmHold(bookings({ holds }), request, { now: '2026-11-20T10:14:59Z' }))).toBe(
    'accepted',
  );
  expect(refusal(confirmHold(bookings({ holds }), request, { now: '2026-11-20T10:15:00Z' }))).toBe('expired');
  expect(refusal(confirmHold(EMPTY, request, terms))).toBe('not-found');
});

test('expired holds are taken away, and one that is given up too', () => {
  const holds = [held(), held({ id: 'h-2', expiresAt: '2026-11-20T10:15:01.000Z' })];
  const appointments = [appointment()];
  expect(expireHolds({ appointments, holds }, '2026-11-20T10:15:00Z')).toEqual({
    appointments,
    holds: [holds[1]],
  });
  expect(releaseHold({ appointments, holds }, 'h-2')).toEqual({ appointments, holds: [holds[0]] });
  expect(releaseHold({ appointments, holds }, 'h-3')).toEqual({ appointments, holds });
});

test('of several holds, the one that is named is booked', () => {
  const holds = [held({ id: 'h-2', slot: named(TEN) }), held()];
  const booked = made(confirmHold(bookings({ holds }), { hold: 'h-1', ...mine }, terms));
  expect(booked.appointment.slot).toEqual(named(NINE));
  expect(booked.bookings.holds).toEqual([holds[0]]);
});

test('the places of agents are theirs', () => {
  const kept = slot(9, { capacity: 2, publicCapacity: 0 });
  expect(refusal(hold(EMPTY, kept))).toBe('full');
  const first = made(hold(EMPTY, kept, {}, 'agent'));
  expect(first.hold.for).toBe('agent');
  const request = { hold: 'h-9', id: 'a-1', personKey: 'k-1' };
  expect(made(confirmHold(first.bookings, request, terms)).appointment.for).toBe('agent');
});

test('a slot that begins within the minimum notice comes too late, at the limit it does not', () => {
  const notice = (now: string) => refusal(hold(EMPTY, NINE, { now, today: '2026-11-24' }));
  expect(notice('2026-11-24T07:00:00Z')).toBe('accepted');
  expect(notice('2026-11-24T07:00:01Z')).toBe('too-late');
});

test('a slot beyond the horizon comes too soon, at the limit it does not', () => {
  expect(refusal(hold(EMPTY, NINE, { horizon: 4 }))).toBe('accepted');
  expect(refusal(hold(EMPTY, NINE, { horizon: 3 }))).toBe('too-soon');
});

test('a person has one live appointment for a procedure', () => {
  const again = (one: Partial<Appointment>, two: Partial<Hold> = {}, now = NOW) =>
    refusal(
      confirmHold(
        { appointments: [appointment(one)], holds: [held({ slot: named(TEN), ...two })] },
        { hold: 'h-1', id: 'a-2', personKey: 'k-1' },
        { now },
      ),
    );
  expect(again({})).toBe('already-booked');
  expect(again({ slot: { ...named(NINE), site: 'arles' } })).toBe('already-booked');
  expect(again({ slot: { ...named(NINE), procedure: 'etudiants' } })).toBe('accepted');
  expect(again({ personKey: 'k-2' })).toBe('accepted');
  expect(again({ state: 'cancelled' })).toBe('accepted');
  const later = { expiresAt: '2026-11-24T09:00:00.000Z' };
  expect(again({}, later, '2026-11-24T08:29:59Z')).toBe('already-booked');
  expect(again({}, later, '2026-11-24T08:30:00Z')).toBe('accepted');
});

test('a slot that has begun is not booked any more', () => {
  const holds = [held({ expiresAt: '2026-11-24T09:00:00.000Z' })];
  const at = (now: string) => refusal(confirmHold(bookings({ holds }), { hold: 'h-1', ...mine }, { now }));
  expect(at('2026-11-24T07:59:59Z')).toBe('accepted');
  expect(at('2026-11-24T08:00:00Z')).toBe('too-late');
});

test('a cancelled place returns to the public at a moment drawn between the bounds', () => {
  const cancelled = (random: number) =>
    made(
      cancelAppointment(bookings({ appointments: [appointment()] }), mine, { ...back, random: () => random }),
    );
  const returns = (random: number) => cancelled(random).appointment.left[0]?.returnAt;
  expect(returns(0)).toBe('2026-11-20T10:10:00.000Z');
  expect(returns(0.5)).toBe('2026-11-20T10:20:00.000Z');
  expect(returns(0.999999)).toBe('2026-11-20T10:30:00.000Z');
  const { bookings: after, appointment: gone } = cancelled(0.5);
  expect(gone).toEqual(
    appointment({
      state: 'cancelled',
      sequence: 1,
      left: [{ slot: named(NINE), returnAt: '2026-11-20T10:20:00.000Z' }],
    }),
  );
  expect(after.appointments).toEqual([gone]);
  expect(refusal(hold(after, NINE, { now: '2026-11-20T10:19:59Z' }))).toBe('full');
  expect(refusal(hold(after, NINE, { now: '2026-11-20T10:20:00Z' }))).toBe('accepted');
  expect(refusal(hold(after, NINE, {}, 'agent'))).toBe('accepted');
});

test('only the person cancels or moves, before the start, and once', () => {
  const of = bookings({ appointments: [appointment()] });
  const attempts = (request: typeof mine, now = NOW, from = of) => [
    refusal(cancelAppointment(from, request, { ...back, now })),
    refusal(moveAppointment(from, { ...request, to: TEN }, { ...both, now })),
  ];
  expect(attempts(mine)).toEqual(['accepted', 'accepted']);
  expect(attempts({ ...mine, id: 'a-2' })).toEqual(['not-found', 'not-found']);
  expect(attempts({ ...mine, personKey: 'k-2' })).toEqual(['not-found', 'not-found']);
  const cancelled = bookings({ appointments: [appointment({ state: 'cancelled' })] });
  expect(attempts(mine, NOW, cancelled)).toEqual(['not-found', 'not-found']);
  expect(attempts(mine, '2026-11-24T07:59:59Z')).toEqual(['accepted', 'accepted']);
  expect(attempts(mine, '2026-11-24T08:00:00Z')).toEqual(['too-late', 'too-late']);
});

test('a moved appointment is the same one at another time, and its old place returns later', () => {
  const other = appointment({ id: 'a-2', personKey: 'k-2', slot: named(slot(11)) });
  const of = { appointments: [appointment(), other], holds: [held({ slot: named(slot(14)) })] };
  const moved = made(moveAppointment(of, { ...mine, to: TEN }, both));
  expect(moved.appointment).toEqual(
    appointment({
      slot: named(TEN),
      sequence: 1,
      left: [{ slot: named(NINE), returnAt: '2026-11-20T10:20:00.000Z' }],
    }),
  );
  expect(moved.bookings).toEqual({ appointments: [moved.appointment, other], holds: of.holds });
});

test('a move that fails changes nothing', () => {
  const taken = bookings({
    appointments: [appointment(), appointment({ id: 'a-2', personKey: 'k-2', slot: named(TEN) })],
  });
  const before = copy(taken);
  expect(moveAppointment(taken, { ...mine, to: TEN }, both)).toEqual({ refused: 'full' });
  expect(taken).toEqual(before);
  const of = bookings({ appointments: [appointment()], holds: [held({ slot: named(TEN) })] });
  expect(refusal(moveAppointment(of, { ...mine, to: TEN }, both))).toBe('held');
  expect(refusal(moveAppointment(of, { ...mine, to: NINE }, both))).toBe('already-booked');
  expect(refusal(moveAppointment(of, { ...mine, to: slot(11, { procedure: 'etudiants' }) }, both))).toBe(
    'not-found',
  );
  expect(refusal(moveAppointment(of, { ...mine, to: slot(11) }, { ...both, horizon: 3 }))).toBe('too-soon');
  expect(refusal(moveAppointment(of, { ...mine, to: slot(11, { site: 'arles' }) }, both))).toBe('accepted');
});

test('a move uses the hold of its new slot', () => {
  const other = held({ id: 'h-2', slot: named(slot(14)) });
  const of = bookings({ appointments: [appointment()], holds: [held({ slot: named(TEN) }), other] });
  const moved = made(moveAppointment(of, { ...mine, to: TEN, hold: 'h-1' }, both));
  expect(moved.bookings.holds).toEqual([other]);
  expect(moved.appointment.slot).toEqual(named(TEN));
});

test('an appointment of an agent moves on the places of agents', () => {
  const kept = slot(10, { capacity: 1, publicCapacity: 0 });
  const move = (booker: 'public' | 'agent') =>
    refusal(
      moveAppointment(
        bookings({ appointments: [appointment({ for: booker })] }),
        { ...mine, to: kept },
        both,
      ),
    );
  expect([move('public'), move('agent')]).toEqual(['full', 'accepted']);
});

test('whoever moves back takes the place that was on its way back', () => {
  const away = made(moveAppointment(bookings({ appointments: [appointment()] }), { ...mine, to: TEN }, both));
  const again = made(moveAppointment(away.bookings, { ...mine, to: NINE }, both));
  expect(again.appointment.slot).toEqual(named(NINE));
  expect(again.appointment.left.map(({ slot }) => slot.start)).toEqual([TEN.start]);
  expect(again.appointment.sequence).toBe(2);
});

test('a place that has returned is forgotten at the next change', () => {
  const left = [
    { slot: named(slot(14)), returnAt: NOW },
    { slot: named(slot(15)), returnAt: '2026-11-20T10:00:01.000Z' },
  ];
  const after = made(cancelAppointment(bookings({ appointments: [appointment({ left })] }), mine, back));
  expect(after.appointment.left.map(({ slot }) => slot.start.slice(11, 13))).toEqual(['15', '09']);
});

test('each refusal is told in French and in English', () => {
  expect(Object.keys(refusalTexts)).toEqual([...refusals]);
  for (const { fr, en } of Object.values(refusalTexts)) {
    expect(fr).toMatch(/^[^ ].*\.$/u);
    expect(en).toMatch(/^[^ ].*\.$/u);
  }
});

test('the defaults are proposals', () => {
  expect([holdMinutes.value, returnDelay.value]).toEqual([15, { min: 10, max: 180 }]);
  expect([holdMinutes.provenance.origin, returnDelay.provenance.origin]).toEqual(['X', 'X']);
});

test('whatever is asked, no slot is overbooked, no person has two appointments and no name changes', () => {
  const slots = [8, 9, 10].map((hour) => slot(hour, { capacity: 2, publicCapacity: 1 }));
  const step = fc.record({
    what: fc.constantFrom('hold', 'confirm', 'cancel', 'move', 'wait'),
    slot: fc.constantFrom(...slots),
    for: fc.constantFrom('public' as const, 'agent' as const),
    person: fc.constantFrom('k-1', 'k-2', 'k-3'),
    at: fc.nat({ max: 5 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = Date.parse(NOW);
      let of = EMPTY;
      for (const [id, { what, slot, for: booker, person, at, random }] of steps.entries()) {
        const t = { ...both, now: new Date(now).toISOString(), random: () => random };
        const before = copy(of);
        const target = of.appointments[at % Math.max(1, of.appointments.length)]?.id ?? '';
        const outcomes = {
          hold: () => holdSlot(of, { id: `h-${String(id)}`, slot, for: booker }, t),
          confirm: () =>
            confirmHold(of, { hold: of.holds[at]?.id ?? '', id: `a-${String(id)}`, personKey: person }, t),
          cancel: () => cancelAppointment(of, { id: target, personKey: person }, t),
          move: () => moveAppointment(of, { id: target, personKey: person, to: slot }, t),
          wait: (): BookingOutcome<object> => {
            now += 7 * 60_000;
            return { ok: true, bookings: expireHolds(of, new Date(now).toISOString()) };
          },
        };
        const outcome = outcomes[what]();
        expect(of).toEqual(before);
        if ('refused' in outcome) continue;
        const { appointments, holds } = outcome.bookings;
        for (const { id, personKey } of of.appointments)
          expect(appointments.find((each) => each.id === id)?.personKey).toBe(personKey);
        const live = appointments.filter((each) => isLive(each, t.now));
        expect(new Set(live.map((each) => each.personKey)).size).toBe(live.length);
        for (const each of slots) {
          const on = [...live, ...holds].filter((one) => one.slot.start === each.start);
          expect(on.length).toBeLessThanOrEqual(2);
          expect(on.filter((one) => one.for === 'public').length).toBeLessThanOrEqual(1);
          const [forPublic, forAgents] = (['public', 'agent'] as const).map((who) =>
            placesLeft(each, appointments, holds, { now: t.now, for: who }),
          );
          expect(forPublic).toBeLessThanOrEqual(forAgents ?? 0);
        }
        of = outcome.bookings;
      }
    }),
    { numRuns: 200 },
  );
});
