import type * as Late from './booking-late.ts';
import type * as Slot from './booking-slot.ts';
import { Part } from './part.ts';

/** Choice of a slot, or what is done where none is booked here: comes with the sites. */
export const SLOT: Part<typeof Slot> = new Part(() => import('./booking-slot.ts'));
/** From the contact to the confirmation: comes while a slot is chosen. */
export const LATE: Part<typeof Late> = new Part(() => import('./booking-late.ts'));
