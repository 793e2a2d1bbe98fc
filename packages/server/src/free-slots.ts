import { addDays, type Booker, type SlotsAnswer } from '@qualepref/core';
import { earliestOf, placeOf, termsOf } from './booking-terms.ts';
import { findFreeSlots } from './store/slot-store.ts';
import type { World } from './world.ts';

/** Which slots are asked for; ISO days, both included. */
export interface SlotsAsked {
  readonly site: string;
  readonly procedure: string;
  readonly from: string;
  readonly to: string;
  readonly booker: Booker;
}

/**
 * The slots that somebody can book, each with its places, and the first one
 * from there on.
 *
 * @throws Refused `not-found` where there are no such slots
 */
export async function freeSlots(world: World, asked: SlotsAsked): Promise<SlotsAnswer> {
  const { site, procedure, from, to, booker } = asked;
  const terms = termsOf(world, placeOf(world.settings, asked).site, booker);
  const horizon = addDays(terms.today, terms.horizon);
  const { db } = world.store;
  const common = { site, procedure, booker, now: world.now(), earliest: earliestOf(terms), lastDay: horizon };
  const slots = await findFreeSlots(db, { ...common, from, to });
  const next = slots[0] ?? (await findFreeSlots(db, { ...common, from: addDays(to, 1), to: horizon }, 1))[0];
  return { slots: [...slots], next: next?.start ?? null, horizon };
}
