import { SOURCE_WINDOW } from './booking-terms.ts';
import { extendSlots } from './opening.ts';
import { endAppointments } from './store/appointment-store.ts';
import { forgetTaken } from './store/hold-store.ts';
import { settleSlot, slotsToSettle } from './store/slot-store.ts';
import type { World } from './world.ts';

/**
 * Housekeeping: gives back the places of holds that have expired and those that
 * return, ends the appointments that are over, opens the days to come. Several
 * processes may do it at once.
 */
export async function sweep(world: World): Promise<void> {
  const { db } = world.store;
  const now = world.now();
  for (const slot of await slotsToSettle(db, now))
    await db.transaction().execute((tx) => settleSlot(tx, slot, now));
  await endAppointments(db, now);
  await forgetTaken(db, new Date(now.getTime() - SOURCE_WINDOW));
  await extendSlots(world);
}
