/** What is said of results, in French; its type is what another language must have. */
export const fr = {
  scope: 'Périmètre\u00A0:',
  published: (day: string): string => `Résultats publiés le ${day}.`,
  stale: (day: string): string =>
    `Ces résultats ne sont plus à jour\u00A0: ils ont été publiés le ${day}, et rien de plus récent n’est connu.`,
  days: { one: 'jour', other: 'jours' },
  points: { one: 'point', other: 'points' },
  cases: { one: 'cas', other: 'cas' },
  counts: (part: string, all: string, word: string): string => `${part} sur ${all} ${word}`,
  sample: (size: string, word: string): string => `mesuré sur ${size} ${word}`,
  suspended: 'suivi suspendu',
  target: 'Objectif\u00A0:',
  statuses: { met: 'atteint', missed: 'non atteint' },
  before: 'Avant\u00A0:',
  source: 'Source\u00A0:',
  note: 'Note\u00A0:',
  trends: { better: 'en amélioration', worse: 'en recul', stable: 'stable', unknown: '' },
  more: 'Voir tous les résultats',
  empty: 'Aucun résultat n’est encore publié.',
};

/** The texts that go with results. */
export type ResultsViewTexts = typeof fr;
