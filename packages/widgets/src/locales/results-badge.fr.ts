/** What the results badge says, in French; its type is what another language must have. */
export const fr = {
  title: 'Résultats de la démarche qualité',
  scope: 'Périmètre\u00A0:',
  published: (day: string): string => `Résultats publiés le ${day}.`,
  stale: (day: string): string =>
    `Ces résultats ne sont plus à jour\u00A0: ils ont été publiés le ${day}, et rien de plus récent n’est connu.`,
  noLabel: 'Aucun label n’est mentionné avec ces résultats.',
  days: { one: 'jour', other: 'jours' },
  points: { one: 'point', other: 'points' },
  cases: { one: 'cas', other: 'cas' },
  counts: (part: string, all: string, word: string): string => `${part} sur ${all} ${word}`,
  sample: (size: string, word: string): string => `mesuré sur ${size} ${word}`,
  suspended: 'suivi suspendu',
  target: 'Objectif\u00A0:',
  before: 'Avant\u00A0:',
  source: 'Source\u00A0:',
  note: 'Note\u00A0:',
  trends: { better: 'en amélioration', worse: 'en recul', stable: 'stable', unknown: '' },
  more: 'Voir tous les résultats',
  loading: 'Chargement des résultats…',
  empty: 'Aucun résultat n’est encore publié.',
  offline: 'Les résultats n’ont pas pu être chargés\u00A0: vérifiez votre connexion, puis réessayez.',
  broken: 'Les résultats n’ont pas pu être chargés. Réessayez dans quelques minutes.',
  invalid: 'Les résultats publiés ne peuvent pas être lus\u00A0: leur format n’est pas celui attendu.',
  disabled: 'Les résultats ne sont pas affichés en ce moment.',
  misconfigured:
    'Ce composant n’a pas de résultats à montrer\u00A0: donnez leur adresse dans l’attribut «\u00A0src\u00A0».',
  retry: 'Réessayer',
};

/** The texts of the results badge. */
export type ResultsBadgeTexts = typeof fr;
