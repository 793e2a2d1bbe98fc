import type { View } from './booking-view.ts';
import type { BookingTexts } from './locales/appointment-booking.fr.ts';
import { en } from './locales/booking-slot.en.ts';
import { fr, type SlotTexts } from './locales/booking-slot.fr.ts';

/** What the choice of a slot is drawn from. */
export type SlotView = View<BookingTexts & SlotTexts>;

/** Adds the texts of this part. */
export function slotView(view: View): SlotView {
  return { ...view, t: { ...view.t, ...{ fr, en }[view.language] } };
}
