import { randomUUID } from 'node:crypto';
import { addDays, type Booker, type HoldAnswer } from '@qualepref/core';
import { earliestOf, holdLength, placeOf, SOURCE_WINDOW, termsOf } from './booking-terms.ts';
import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import {
  isHeld,
  keepHold,
  lengthenHold,
  placesOfSource,
  takeHold,
  type StoredHold,
} from './store/hold-store.ts';
import {
  changeSlot,
  settleSlot,
  slotById,
  slotState,
  takePlace,
  type SlotName,
  type SlotState,
  type StoredSlot,
} from './store/slot-store.ts';
import { isUuid } from './uuid.ts';
import type { World } from './world.ts';

/** A place to hold. */
export interface HoldPlace extends SlotName {
  readonly booker: Booker;
  /** Keyed digest of the network that asks; none for agents, who are not limited. */
  readonly source?: string;
}

/**
 * Takes a place for some minutes, while a form is filled in.
 *
 * @throws Refused `not-found` where there are no such slots, `slot-full`, `slot-held`, `too-soon`, `too-late`, `too-many`
 * when the network has all the places that it may take
 */
export async function holdPlace(world: World, tx: Tx, asked: HoldPlace): Promise<HoldAnswer> {
  const { booker, source } = asked;
  const terms = termsOf(world, placeOf(world.settings, asked).site, booker);
  if (source !== undefined) await checkSource(world, tx, source);
  const now = world.now();
  const lastDay = addDays(terms.today, terms.horizon);
  const take = () => takePlace(tx, asked, { booker, now, earliest: earliestOf(terms), lastDay });
  let slot = await take();
  if (!slot) {
    let found = await slotState(tx, asked, now);
    // It may have been closed since the page was read.
    if (!found) throw new Refused('slot-full');
    if (found.starts_at < earliestOf(terms)) throw new Refused('too-late');
    if (found.day > lastDay || (booker === 'public' && found.opens_at > now)) throw new Refused('too-soon');
    if (found.is_due && (await settleSlot(tx, found.id, now))) {
      slot = await take();
      found = (await slotState(tx, asked, now)) ?? found;
    }
    if (!slot) throw new Refused(wouldBeFree(found, booker) ? 'slot-held' : 'slot-full');
  }
  const hold = {
    id: randomUUID(),
    slot: slot.id,
    booker,
    expires_at: new Date(now.getTime() + holdLength(world.settings) * 60_000),
    source: source ?? null,
  };
  await keepHold(tx, hold);
  return holdAnswer(world, { ...hold, is_extended: false }, slot);
}

/**
 * Has a hold last as long again, once.
 *
 * @throws Refused `hold-expired`, `too-many` when it was extended before
 */
export async function extendHold(world: World, tx: Tx, id: string): Promise<HoldAnswer> {
  const now = world.now();
  if (!isUuid(id)) throw new Refused('hold-expired');
  const hold = await lengthenHold(tx, id, { now, minutes: holdLength(world.settings) });
  if (!hold) throw new Refused((await isHeld(tx, id, now)) ? 'too-many' : 'hold-expired');
  return holdAnswer(world, hold, await slotById(tx, hold.slot));
}

/** Gives the place of a hold back; one that is gone already is no fault. */
export async function releaseHold(_world: World, tx: Tx, id: string): Promise<void> {
  const hold = isUuid(id) ? await takeHold(tx, id) : undefined;
  if (!hold) return;
  await changeSlot(tx, hold.slot, { taken: -1, takenPublic: publicPart(hold.booker, -1) });
}

/**
 * Takes a live hold away for an appointment that keeps its place.
 *
 * @throws Refused `hold-expired`
 */
export async function spendHold(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ readonly hold: StoredHold; readonly slot: StoredSlot }> {
  const hold = isUuid(id) ? await takeHold(tx, id) : undefined;
  // One that was swept away is not told apart from one that never was.
  if (!hold || hold.expires_at <= now) throw new Refused('hold-expired');
  return { hold, slot: await slotById(tx, hold.slot) };
}

async function checkSource({ settings, now }: World, tx: Tx, source: string): Promise<void> {
  const at = now();
  const since = new Date(at.getTime() - SOURCE_WINDOW);
  const places = await placesOfSource(tx, source, { now: at, since });
  if (places >= settings.server.limits.places)
    throw new Refused('too-many', { retryAfter: SOURCE_WINDOW / 1000 });
}

/** Whether a full slot would have a place if nobody held one. */
function wouldBeFree(slot: SlotState, booker: Booker): boolean {
  const left = slot.planned - slot.taken + slot.held;
  if (booker === 'agent') return left > 0;
  return Math.min(left - slot.coming_back, slot.public_capacity - slot.taken_public + slot.held_public) > 0;
}

function publicPart(booker: Booker, places: number): number {
  return booker === 'public' ? places : 0;
}

function holdAnswer(
  { now }: World,
  { id, expires_at, is_extended }: Pick<StoredHold, 'id' | 'expires_at' | 'is_extended'>,
  { start, end }: Pick<StoredSlot, 'start' | 'end'>,
): HoldAnswer {
  const left = Math.floor((expires_at.getTime() - now().getTime()) / 1000);
  return {
    ...{ id, start, end },
    expiresAt: expires_at.toISOString(),
    secondsLeft: Math.max(1, left),
    isExtendable: !is_extended,
  };
}
