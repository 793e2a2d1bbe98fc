export { AppointmentBooking } from './appointment-booking.ts';
export { define } from './define.ts';
export type { FeedbackFailure } from './feedback-failure.ts';
export { FeedbackForm, type FeedbackFormEvents } from './feedback-form.ts';
export { ResultsBadge } from './results-badge.ts';
