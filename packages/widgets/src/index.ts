export { AppointmentBooking } from './appointment-booking.ts';
export { define } from './define.ts';
export { FeedbackForm, type FeedbackFailure, type FeedbackFormEvents } from './feedback-form.ts';
export { ResultsBadge } from './results-badge.ts';
