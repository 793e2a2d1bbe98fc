const plural: Intl.PluralRules = new Intl.PluralRules('fr');

/** What is said from the contact to the confirmation, in French; the other languages have the same keys. */
export const fr = {
  change: 'Modifier',
  heldUntil: (hour: string): string => `Ce créneau vous est réservé jusqu’à ${hour}.`,
  left: (minutes: number): string => {
    if (minutes < 1) return 'Il reste moins d’une minute.';
    return plural.select(minutes) === 'one'
      ? `Il reste ${String(minutes)} minute.`
      : `Il reste ${String(minutes)} minutes.`;
  },
  extend: 'Garder le créneau plus longtemps',
  extended: 'Le créneau vous est réservé plus longtemps.',
  lapsed: 'Le créneau n’est plus réservé. Ce que vous avez écrit est conservé.',
  holdAgain: 'Réserver à nouveau ce créneau',
  otherSlot: 'Choisir un autre créneau',
  mandatory: 'Le nom et l’un des deux moyens de contact sont obligatoires.',
  name: 'Nom et prénom (obligatoire)',
  nameHint: 'Tels qu’ils figurent sur la pièce que vous présenterez.',
  reach: 'Comment vous joindre si le rendez-vous change\u00a0?',
  reachHint: 'L’un des deux suffit.',
  email: 'Adresse électronique',
  emailHint: 'Format attendu\u00a0: nom@domaine.fr. La confirmation y sera envoyée.',
  phone: 'Téléphone',
  phoneHint: 'Format attendu\u00a0: 06 12 34 56 78 ou +33 6 12 34 56 78.',
  trap: 'Laissez ce champ vide',
  errors: {
    name: 'Indiquez votre nom et votre prénom.',
    long: 'Le nom est trop long\u00a0: 200 caractères au plus.',
    reach: 'Indiquez une adresse électronique ou un numéro de téléphone.',
    email: 'L’adresse électronique n’est pas complète. Exemple\u00a0: nom@domaine.fr',
    phone: 'Le numéro de téléphone n’est pas reconnu. Exemple\u00a0: 06 12 34 56 78',
  },
  summary: (count: number): string =>
    plural.select(count) === 'one'
      ? 'Une réponse est à corriger'
      : `${String(count)} réponses sont à corriger`,
  privacy: 'Vos données personnelles',
  privacyText: (controller: string, months: number): string =>
    `Ces données servent seulement à organiser votre rendez-vous (mission d’intérêt public). Responsable\u00a0: ${controller}. Elles sont effacées ${String(months)}\u00a0mois après le rendez-vous. Vous pouvez les consulter, les faire corriger ou effacer, vous opposer à leur usage et saisir la CNIL.`,
  officer: 'Délégué à la protection des données',
  where: 'Site',
  what: 'Démarche',
  when: 'Jour et heure',
  who: 'Nom',
  confirm: 'Confirmer le rendez-vous',
  confirmMove: 'Déplacer à cette heure',
  reference: 'Référence',
  keep: 'Notez la référence ou imprimez cette page\u00a0: elle vous sera demandée à l’accueil.',
  sent: (email: string): string => `Une confirmation est envoyée à ${email}.`,
  ics: 'Ajouter à mon agenda (fichier ICS)',
  icsOff: 'Retirer de mon agenda (fichier ICS)',
  print: 'Imprimer',
  manage: 'Déplacer ou annuler',
  manageHint: 'Conservez ce lien\u00a0: il permet de déplacer ou d’annuler le rendez-vous.',
  move: 'Déplacer',
  cancel: 'Annuler le rendez-vous',
  cancelSure: 'Voulez-vous vraiment annuler ce rendez-vous\u00a0?',
  cancelYes: 'Oui, annuler',
  cancelNo: 'Non, le garder',
  cancelled: 'Votre rendez-vous est annulé. La place sera proposée à une autre personne.',
  moved: 'Votre rendez-vous est déplacé.',
  unmovable: 'Ce rendez-vous ne peut plus être déplacé en ligne.',
  past: 'Ce rendez-vous est passé.',
  again: 'Prendre un autre rendez-vous',
};

/** The texts from the contact to the confirmation. */
export type LateTexts = typeof fr;
