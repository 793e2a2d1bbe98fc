import { AppointmentBooking } from './appointment-booking.ts';
import { FeedbackForm } from './feedback-form.ts';
import { ResultsBadge } from './results-badge.ts';

const TAGS = {
  'qp-appointment-booking': AppointmentBooking,
  'qp-feedback-form': FeedbackForm,
  'qp-results-badge': ResultsBadge,
};

/** Registers the tags; one that is taken is left alone, since a page may load the script twice. */
export function define(): void {
  for (const [tag, element] of Object.entries(TAGS)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
