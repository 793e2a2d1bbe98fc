/** What the feedback form says before it is there, in French; its type is what another language must have. */
export const fr = {
  title: 'Réclamation ou suggestion',
  loading: 'Chargement du formulaire…',
  loadFailed: 'Le formulaire n’a pas pu être chargé. Réessayez dans quelques minutes.',
  loadOffline: 'Le formulaire n’a pas pu être chargé\u00A0: vérifiez votre connexion, puis réessayez.',
  retry: 'Réessayer',
  disabled: 'Ce formulaire est fermé en ce moment.',
  misconfigured:
    'Ce formulaire n’est pas bien installé sur cette page, et ne peut rien envoyer. À vérifier par le webmestre\u00A0: l’attribut «\u00A0api\u00A0», une page en https, et un service qui propose au moins un site et un thème.',
};

/** The texts of the form before it is there. */
export type FeedbackFormTexts = typeof fr;
