import type { ResultsBadgeTexts } from './results-badge.fr.ts';

/** What the results badge says before its results, in English. */
export const en: ResultsBadgeTexts = {
  title: 'Quality results',
  loading: 'Loading the results…',
  offline: 'The results could not be loaded: check your connection, then try again.',
  broken: 'The results could not be loaded. Try again in a few minutes.',
  invalid: 'The published results cannot be read: their format is not the expected one.',
  disabled: 'The results are not shown at the moment.',
  misconfigured: 'This component has no results to show: give their address in the “src” attribute.',
  retry: 'Try again',
};
