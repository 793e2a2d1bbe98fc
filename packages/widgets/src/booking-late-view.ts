import type { View } from './booking-view.ts';
import type { BookingTexts } from './locales/appointment-booking.fr.ts';
import { en } from './locales/booking-late.en.ts';
import { fr, type LateTexts } from './locales/booking-late.fr.ts';

/** What the steps after a slot are drawn from. */
export type LateView = View<BookingTexts & LateTexts>;

/** Adds the texts of this part. */
export function lateView(view: View): LateView {
  return { ...view, t: { ...view.t, ...{ fr, en }[view.language] } };
}
