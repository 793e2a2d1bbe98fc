import type { ResultsViewTexts } from './results-view.fr.ts';

/** What is said of results, in English. */
export const en: ResultsViewTexts = {
  scope: 'Scope:',
  published: (day) => `Results published on ${day}.`,
  stale: (day) =>
    `These results are out of date: they were published on ${day}, and nothing more recent is known.`,
  days: { one: 'day', other: 'days' },
  points: { one: 'point', other: 'points' },
  cases: { one: 'case', other: 'cases' },
  counts: (part, all, word) => `${part} of ${all} ${word}`,
  sample: (size, word) => `measured on ${size} ${word}`,
  suspended: 'tracking suspended',
  target: 'Target:',
  statuses: { met: 'met', missed: 'not met' },
  before: 'Before:',
  source: 'Source:',
  note: 'Note:',
  trends: { better: 'improving', worse: 'declining', stable: 'stable', unknown: '' },
  more: 'See all results',
  empty: 'No results have been published yet.',
};
