import {
  isAfter,
  isLive,
  isSameSlot,
  placesLeft,
  type Appointment,
  type Booker,
  type BookedSlot,
  type Hold,
} from './appointment.ts';
import { daysBetween } from './day.ts';
import type { Sourced } from './provenance.ts';
import type { PublicText } from './schema.ts';
import type { Slot } from './slot.ts';

/**
 * What is booked and held: at least all of the slots in question and all of
 * the person’s. Never changed in place.
 */
export interface Bookings {
  readonly appointments: readonly Appointment[];
  readonly holds: readonly Hold[];
}

/** Why a request is refused; it is data, for the public meets it. */
export const refusals = [
  'full',
  'held',
  'already-booked',
  'too-soon',
  'too-late',
  'expired',
  'not-found',
] as const;
export type Refusal = (typeof refusals)[number];

export const refusalTexts: Readonly<Record<Refusal, PublicText>> = {
  full: { fr: 'Ce créneau est complet.', en: 'This slot is full.' },
  held: {
    fr: 'Une autre personne est en train de réserver ce créneau.',
    en: 'Somebody else is booking this slot.',
  },
  'already-booked': {
    fr: 'Vous avez déjà un rendez-vous pour cette démarche.',
    en: 'You already have an appointment for this procedure.',
  },
  'too-soon': { fr: 'Ce créneau n’est pas encore ouvert.', en: 'This slot is not open yet.' },
  'too-late': {
    fr: 'Il est trop tard pour ce créneau.',
    en: 'It is too late for this slot.',
  },
  expired: {
    fr: 'Le créneau n’est plus retenu\u00a0: choisissez-le à nouveau.',
    en: 'The slot is no longer held: please choose again.',
  },
  'not-found': { fr: 'Aucun rendez-vous ne correspond.', en: 'No appointment matches.' },
};

export interface Refused {
  readonly refused: Refusal;
}
/** The bookings as they then are, and what was made of the request; or why not. */
export type BookingOutcome<Made> = ({ readonly ok: true; readonly bookings: Bookings } & Made) | Refused;

/** Minutes that a slot is held for. */
export const holdMinutes: Sourced<number> = {
  value: 15,
  provenance: {
    origin: 'X',
    source: 'Proposition\u00a0: le temps d’un formulaire, pièces en main, avec un lecteur d’écran',
  },
};

/** Bounds in minutes, both possible, of the time after which a place left returns to the public. */
export interface ReturnDelay {
  readonly min: number;
  readonly max: number;
}

/** Nobody can then cancel for one person and book for another at once, as resellers do. */
export const returnDelay: Sourced<ReturnDelay> = {
  value: { min: 10, max: 180 },
  provenance: {
    origin: 'X',
    source: 'Proposition, contre la revente de rendez-vous (question écrite n° 2937, XVIIe législature)',
  },
};

/** When booking is possible, in the terms of `SlotQuery`. */
export interface BookingTerms {
  /** ISO instant. */
  readonly now: string;
  /** ISO day that it is at the site: `localDay`. */
  readonly today: string;
  /** Minutes. */
  readonly minimumNotice: number;
  /** Days. */
  readonly horizon: number;
}

/** How a place that is left returns. */
export interface ReturnTerms {
  readonly now: string;
  readonly returnDelay: ReturnDelay;
  /** From 0 included to 1 excluded. Not a reproducible draw: the moment must not be guessed. */
  readonly random: () => number;
}

/** Keeps a place in a slot while somebody fills in the form. */
export function holdSlot(
  bookings: Bookings,
  { id, slot, for: booker }: { readonly id: string; readonly slot: Slot; readonly for: Booker },
  { minutes, ...terms }: BookingTerms & { /** `holdMinutes` */ readonly minutes: number },
): BookingOutcome<{ readonly hold: Hold }> {
  const refused = refusalOf(slot, booker, bookings, terms);
  if (refused) return { refused };
  const made: Hold = { id, slot: bookedSlot(slot), for: booker, expiresAt: later(terms.now, minutes) };
  return { ok: true, hold: made, bookings: { ...bookings, holds: [...bookings.holds, made] } };
}

/** Gives up a hold, for instance when another slot is chosen. One that is gone already is no fault. */
export function releaseHold(bookings: Bookings, hold: string): Bookings {
  return { ...bookings, holds: bookings.holds.filter(({ id }) => id !== hold) };
}

/** Takes away the holds that have expired. They count for nothing meanwhile: this is housekeeping. */
export function expireHolds(bookings: Bookings, now: string): Bookings {
  return { ...bookings, holds: bookings.holds.filter(({ expiresAt }) => isAfter(expiresAt, now)) };
}

/** Turns a hold into an appointment, the only one that the person has to come for that procedure. */
export function confirmHold(
  bookings: Bookings,
  request: { readonly hold: string; readonly id: string; readonly personKey: string },
  { now }: { readonly now: string },
): BookingOutcome<{ readonly appointment: Appointment }> {
  const { id, personKey } = request;
  const held = bookings.holds.find((each) => each.id === request.hold);
  if (!held) return { refused: 'not-found' };
  if (!isAfter(held.expiresAt, now)) return { refused: 'expired' };
  if (!isAfter(held.slot.start, now)) return { refused: 'too-late' };
  const isTheirs = (each: Appointment) =>
    each.personKey === personKey && each.slot.procedure === held.slot.procedure;
  if (bookings.appointments.some((each) => isTheirs(each) && isLive(each, now)))
    return { refused: 'already-booked' };
  const appointment: Appointment = {
    id,
    personKey,
    slot: held.slot,
    for: held.for,
    state: 'booked',
    bookedAt: later(now, 0),
    sequence: 0,
    left: [],
  };
  const { holds } = releaseHold(bookings, held.id);
  return {
    ok: true,
    appointment,
    bookings: { appointments: [...bookings.appointments, appointment], holds },
  };
}

/** Cancels an appointment that has not begun. Its place returns to the public later, at a random moment. */
export function cancelAppointment(
  bookings: Bookings,
  request: { readonly id: string; readonly personKey: string },
  terms: ReturnTerms,
): BookingOutcome<{ readonly appointment: Appointment }> {
  const found = changeable(bookings, request, terms.now);
  if ('refused' in found) return found;
  return changed(bookings, { ...leave(found, terms), state: 'cancelled' });
}

/**
 * Moves an appointment to another slot of its procedure. It keeps its place
 * unless it has the new one.
 */
export function moveAppointment(
  bookings: Bookings,
  request: {
    readonly id: string;
    readonly personKey: string;
    readonly to: Slot;
    /** The hold of the new slot, if there is one. */
    readonly hold?: string;
  },
  terms: BookingTerms & ReturnTerms,
): BookingOutcome<{ readonly appointment: Appointment }> {
  const { to, hold = '' } = request;
  const found = changeable(bookings, request, terms.now);
  if ('refused' in found) return found;
  if (to.procedure !== found.slot.procedure) return { refused: 'not-found' };
  if (isSameSlot(found.slot, to)) return { refused: 'already-booked' };
  const { holds } = releaseHold(bookings, hold);
  const others = { holds, appointments: bookings.appointments.filter(({ id }) => id !== found.id) };
  const refused = refusalOf(to, found.for, others, terms);
  if (refused) return { refused };
  const { left, ...moved } = leave(found, terms);
  return changed(
    { ...bookings, holds },
    // Whoever comes back takes the place that was on its way back.
    { ...moved, slot: bookedSlot(to), left: left.filter((place) => !isSameSlot(place.slot, to)) },
  );
}

function refusalOf(
  slot: Slot,
  booker: Booker,
  { appointments, holds }: Bookings,
  { now, today, minimumNotice, horizon }: BookingTerms,
): Refusal | undefined {
  if (isAfter(later(now, minimumNotice), slot.start)) return 'too-late';
  if (daysBetween(today, slot.start.slice(0, 10)) > horizon) return 'too-soon';
  const terms = { now, for: booker };
  if (placesLeft(slot, appointments, holds, terms) > 0) return undefined;
  // A place on its way back is not told apart from a full slot: robots would wait for it.
  return placesLeft(slot, appointments, [], terms) > 0 ? 'held' : 'full';
}

/** Somebody else’s is not told apart from one that does not exist. */
function changeable(
  { appointments }: Bookings,
  { id, personKey }: { readonly id: string; readonly personKey: string },
  now: string,
): Appointment | Refused {
  const found = appointments.find((each) => each.id === id && each.personKey === personKey);
  if (found?.state !== 'booked') return { refused: 'not-found' };
  return isAfter(found.slot.start, now) ? found : { refused: 'too-late' };
}

function leave(appointment: Appointment, { now, returnDelay, random }: ReturnTerms): Appointment {
  const { min, max } = returnDelay;
  const returnAt = later(now, min + random() * (max - min));
  const left = appointment.left.filter((place) => isAfter(place.returnAt, now));
  return {
    ...appointment,
    sequence: appointment.sequence + 1,
    left: [...left, { slot: appointment.slot, returnAt }],
  };
}

function changed(
  bookings: Bookings,
  appointment: Appointment,
): BookingOutcome<{ readonly appointment: Appointment }> {
  const appointments = bookings.appointments.map((each) => (each.id === appointment.id ? appointment : each));
  return { ok: true, appointment, bookings: { ...bookings, appointments } };
}

function bookedSlot({ site, procedure, start, end }: Slot): BookedSlot {
  return { site, procedure, start, end };
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + Math.round(minutes * 60) * 1000).toISOString();
}
