/** What the results badge says before its results, in French; its type is what another language must have. */
export const fr = {
  title: 'Résultats de la démarche qualité',
  loading: 'Chargement des résultats…',
  offline: 'Les résultats n’ont pas pu être chargés\u00A0: vérifiez votre connexion, puis réessayez.',
  broken: 'Les résultats n’ont pas pu être chargés. Réessayez dans quelques minutes.',
  invalid: 'Les résultats publiés ne peuvent pas être lus\u00A0: leur format n’est pas celui attendu.',
  disabled: 'Les résultats ne sont pas affichés en ce moment.',
  misconfigured:
    'Ce composant n’a pas de résultats à montrer\u00A0: donnez leur adresse dans l’attribut «\u00A0src\u00A0».',
  retry: 'Réessayer',
};

/** The texts of the badge before its results. */
export type ResultsBadgeTexts = typeof fr;
