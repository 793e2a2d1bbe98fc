import type { Survey } from './survey.ts';

/** A survey of users on two sites, for tests. */
export function exampleSurvey(over: Partial<Survey> = {}): Survey {
  return {
    id: 'usagers-2026',
    year: '2026',
    audience: 'users',
    sites: ['peytral', 'aix'],
    from: '2026-06-01',
    to: '2026-06-30',
    method: undefined,
    themes: [
      { id: 'attente', label: { fr: 'Attente' }, questions: [] },
      { id: 'accueil', label: { fr: 'Accueil' }, questions: [] },
    ],
    overall: undefined,
    publication: [],
    ...over,
  };
}
