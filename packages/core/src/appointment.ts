import type * as v from 'valibot';
import { instant, localTime, amount, id, list, oneOf, section, text } from './schema.ts';
import type { Slot } from './slot.ts';

/** Who a place is booked by: the public online, or an agent for somebody by phone or at the desk. */
export const bookers = ['public', 'agent'] as const;
export type Booker = (typeof bookers)[number];

/** A slot as a booking names it: site, procedure and start say which one. */
export const bookedSlotSchema = section({ site: id, procedure: id, start: localTime, end: localTime });
export type BookedSlot = v.InferOutput<typeof bookedSlotSchema>;

/** A place kept while a form is filled in. */
export const holdSchema = section({
  id: text(),
  slot: bookedSlotSchema,
  for: oneOf(bookers),
  expiresAt: instant,
});
export type Hold = v.InferOutput<typeof holdSchema>;

export const appointmentStates = ['booked', 'cancelled'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/**
 * An appointment of one person. Nothing here says who: `personKey` is an opaque
 * string that the caller derives, and never changes, since a place that could
 * be given another name could be sold.
 */
export const appointmentSchema = section({
  id: text(),
  personKey: text(),
  slot: bookedSlotSchema,
  for: oneOf(bookers),
  state: oneOf(appointmentStates),
  bookedAt: instant,
  /** How many times it was moved or cancelled. */
  sequence: amount,
  /** Places that it left, and when each returns to the public. */
  left: list(section({ slot: bookedSlotSchema, returnAt: instant }), 'de places rendues'),
});
export type Appointment = v.InferOutput<typeof appointmentSchema>;

/**
 * Places that can be booked in a slot. Agents use all that is free, a place
 * just left included; the public neither the agents’ share nor a place that
 * has not returned yet. What agents book is taken from their share first.
 */
export function placesLeft(
  slot: Slot,
  appointments: readonly Appointment[],
  holds: readonly Hold[],
  { now, for: booker }: { readonly now: string; readonly for: Booker },
): number {
  const taken: Booker[] = [
    ...appointments.filter((each) => each.state === 'booked' && isSameSlot(each.slot, slot)),
    ...holds.filter((each) => isSameSlot(each.slot, slot) && isAfter(each.expiresAt, now)),
  ].map((each) => each.for);
  if (booker === 'agent') return Math.max(0, slot.capacity - taken.length);
  for (const { left, for: by } of appointments) {
    for (const place of left)
      if (isSameSlot(place.slot, slot) && isAfter(place.returnAt, now)) taken.push(by);
  }
  const byPublic = taken.filter((by) => by === 'public').length;
  return Math.max(0, Math.min(slot.capacity - taken.length, slot.publicCapacity - byPublic));
}

/** Whether a person still has to come. */
export function isLive({ state, slot }: Pick<Appointment, 'state' | 'slot'>, now: string): boolean {
  return state === 'booked' && isAfter(slot.end, now);
}

/** Whether two slots are one and the same. */
export function isSameSlot(one: BookedSlot, other: BookedSlot): boolean {
  return one.site === other.site && one.procedure === other.procedure && one.start === other.start;
}

/** Whether an ISO instant or local time comes after another. */
export function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}
