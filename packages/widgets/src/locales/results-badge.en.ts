import type { ResultsBadgeTexts } from './results-badge.fr.ts';

/** What the results badge says, in English. */
export const en: ResultsBadgeTexts = {
  title: 'Quality results',
  scope: 'Scope:',
  published: (day) => `Results published on ${day}.`,
  stale: (day) =>
    `These results are out of date: they were published on ${day}, and nothing more recent is known.`,
  noLabel: 'No label is mentioned with these results.',
  days: { one: 'day', other: 'days' },
  points: { one: 'point', other: 'points' },
  cases: { one: 'case', other: 'cases' },
  counts: (part, all, word) => `${part} of ${all} ${word}`,
  sample: (size, word) => `measured on ${size} ${word}`,
  suspended: 'tracking suspended',
  target: 'Target:',
  before: 'Before:',
  source: 'Source:',
  note: 'Note:',
  trends: { better: 'improving', worse: 'declining', stable: 'stable', unknown: '' },
  more: 'See all results',
  loading: 'Loading the results…',
  empty: 'No results have been published yet.',
  offline: 'The results could not be loaded: check your connection, then try again.',
  broken: 'The results could not be loaded. Try again in a few minutes.',
  invalid: 'The published results cannot be read: their format is not the expected one.',
  disabled: 'The results are not shown at the moment.',
  misconfigured: 'This component has no results to show: give their address in the “src” attribute.',
  retry: 'Try again',
};
