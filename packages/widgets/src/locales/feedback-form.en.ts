import type { FeedbackFormTexts } from './feedback-form.fr.ts';

/** What the feedback form says before it is there, in English. */
export const en: FeedbackFormTexts = {
  title: 'Complaint or suggestion',
  loading: 'Loading the form…',
  loadFailed: 'The form could not be loaded. Try again in a few minutes.',
  loadOffline: 'The form could not be loaded: check your connection, then try again.',
  retry: 'Try again',
  disabled: 'This form is closed at the moment.',
  misconfigured:
    'This form is not properly installed on this page and cannot send anything. For the webmaster to check: the “api” attribute, a page in https, and a service that offers at least one office and one topic.',
};
