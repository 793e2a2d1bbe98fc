import { addDays, isSufficient, type PublicProcedure } from '@qualepref/core';
import type { BookingJourney } from './booking-journey.ts';
import { LATE } from './booking-parts.ts';
import { askSlots } from './booking-slot-client.ts';
import { SlotBook } from './booking-slots.ts';

/** Days that a view may reach after its first. */
const AHEAD = 31;

/** Whether another way is known that is enough, without which nothing is offered online. */
export function isOffered(journey: BookingJourney): boolean {
  return journey.waysOffered.some((way) => isSufficient(way));
}

/** Goes on with a procedure: to its slots, or to how it works elsewhere. */
export async function enter(journey: BookingJourney, procedure: PublicProcedure): Promise<void> {
  const isNew = journey.procedure?.id !== procedure.id;
  journey.procedure = procedure;
  if (!isOffered(journey) || procedure.mode !== 'own-slots') {
    if (!isOffered(journey)) journey.host.emit('qp-misconfigured', { procedure: procedure.id });
    journey.arrive('elsewhere');
    return;
  }
  if (isNew) {
    journey.letGo();
    journey.chosen = undefined;
  }
  // Whoever needs it will hear of a failure.
  void LATE.come().catch(() => undefined);
  await reload(journey);
  journey.arrive('slot');
}

/** Chooses a slot, which nobody keeps yet. */
export function choose(journey: BookingJourney, start: string): void {
  journey.chosen = start;
  journey.isChoiceMissing = false;
  journey.changed();
}

/** Loads what is needed to show the slots from a day. */
export async function reach(journey: BookingJourney, day: string): Promise<void> {
  const until = addDays(day, AHEAD);
  if (journey.book?.covers(until) === false) await journey.run(() => loadSlots(journey, until));
}

/** Asks for the slots again, on the reader's demand. */
export async function refresh(journey: BookingJourney): Promise<void> {
  await journey.run(() => reload(journey));
}

/** Asks for the slots again. */
export async function reload(journey: BookingJourney): Promise<void> {
  journey.book = undefined;
  await loadSlots(journey);
}

async function loadSlots(journey: BookingJourney, until?: string): Promise<void> {
  const { host, signal, site, procedure, isMoving, appointment } = journey;
  const left = isMoving ? appointment?.start : undefined;
  const book = journey.book ?? new SlotBook(site?.timeZone ?? 'Europe/Paris', host.now(), left);
  const query = { site: site?.id ?? '', procedure: procedure?.id ?? '' };
  do {
    const range = book.range(until);
    book.add(await askSlots(host.exchange(), { ...query, ...range }, signal), range.to);
  } while (until !== undefined && !book.covers(until));
  journey.book = book;
}
