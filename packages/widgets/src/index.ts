export { AppointmentBooking } from './appointment-booking.ts';
export { define } from './define.ts';
export { FeedbackForm } from './feedback-form.ts';
export { ResultsBadge } from './results-badge.ts';
