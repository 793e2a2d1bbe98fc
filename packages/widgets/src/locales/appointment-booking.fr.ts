const plural: Intl.PluralRules = new Intl.PluralRules('fr');

/** What the booking widget says in French; the other languages have the same keys. */
export const fr = {
  stepOf: (step: number, of: number): string => `Étape ${String(step)} sur ${String(of)}`,
  nextStep: (title: string): string => `Étape suivante\u00a0: ${title}`,
  titles: {
    site: 'Choisir le site',
    procedure: 'Choisir la démarche',
    slot: 'Choisir le jour et l’heure',
    contact: 'Vos coordonnées',
    check: 'Vérifier et confirmer',
    done: 'Rendez-vous confirmé',
    manage: 'Votre rendez-vous',
    cancelled: 'Rendez-vous annulé',
    move: 'Déplacer le rendez-vous',
    wait: 'Prendre rendez-vous',
  },
  site: 'Où souhaitez-vous être reçu\u00a0?',
  procedure: 'Pour quelle démarche\u00a0?',
  kinds: { prefecture: 'Préfecture', 'sous-prefecture': 'Sous-préfecture' },
  next: 'Continuer',
  back: 'Retour',
  change: 'Modifier',
  retry: 'Réessayer',
  loading: 'Chargement en cours…',
  sending: 'Envoi en cours…',
  free: 'Le rendez-vous est gratuit. Personne n’a le droit de vous le faire payer.',
  documents: 'Pièces à apporter',
  page: 'Fiche de la démarche',
  // Choice of a slot.
  view: 'Présentation des créneaux',
  week: 'Par semaine',
  month: 'Par mois',
  earlier: 'Jours précédents',
  later: 'Jours suivants',
  monthBefore: 'Mois précédent',
  monthAfter: 'Mois suivant',
  range: (from: string, to: string): string => `Du ${from} au ${to}`,
  slots: (count: number): string =>
    plural.select(count) === 'one' ? `${String(count)} créneau libre` : `${String(count)} créneaux libres`,
  noSlot: 'Pas de disponibilité',
  noSlotOn: (day: string): string => `Pas de disponibilité le ${day}.`,
  dayChosen: 'jour choisi',
  gridHelp: 'Les flèches du clavier changent de jour, Page précédente et Page suivante changent de mois.',
  pickDay: 'Choisissez un jour pour en voir les heures.',
  firstFree: 'Prochain créneau libre',
  take: 'Choisir ce créneau',
  at: (day: string, hour: string): string => `${day} à ${hour}`,
  zone: (site: string): string => `Les heures sont celles de l’horloge sur place (${site}).`,
  chooseSlot: 'Choisissez une heure pour continuer.',
  chooseOne: 'Choisissez une réponse pour continuer.',
  full: 'Aucun créneau n’est libre en ce moment.',
  fullHelp:
    'Des créneaux se libèrent et d’autres s’ouvrent chaque jour\u00a0: vous pouvez revenir plus tard, ou utiliser un autre moyen. N’achetez jamais un rendez-vous.',
  refresh: 'Chercher à nouveau',
  // The hold.
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
  // Contact.
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
  // Check and confirmation.
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
  // Procedures booked elsewhere.
  official: 'Le rendez-vous se prend sur le service national de rendez-vous de l’État.',
  officialLink: 'Aller sur le service national de rendez-vous',
  convocation:
    'Pour cette démarche, vous recevez une convocation\u00a0: il n’y a pas de rendez-vous à prendre.',
  byMail:
    'Cette démarche se fait par courrier ou par téléphone\u00a0: il n’y a pas de rendez-vous à prendre.',
  // Other ways.
  otherWay: 'Un autre moyen que l’internet',
  lastResort: 'Adressez-vous à la préfecture par téléphone, par courrier ou à l’accueil.',
  ways: {
    phone: 'Par téléphone',
    desk: 'Au guichet',
    post: 'Par courrier',
    email: 'Par courriel',
    form: 'Formulaire de contact',
  },
  days: (from: string, to: string): string => `du ${from} au ${to}`,
  hours: (from: string, to: string): string => `de ${from} à ${to}`,
  // What may go wrong.
  failures: {
    offline: 'Le service ne peut pas être joint. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le service met trop de temps à répondre. Réessayez dans un instant.',
    broken: 'Le service a donné une réponse inattendue. Réessayez dans un instant.',
    refused: 'Le service n’a pas pu traiter votre demande.',
    'already-booked':
      'Vous avez déjà un rendez-vous pour cette démarche. Vous pouvez le déplacer ou l’annuler par le lien reçu.',
    'too-many': 'Trop de demandes ont été envoyées. Patientez quelques minutes, puis réessayez.',
    unavailable: 'Le service est momentanément indisponible. Réessayez dans un instant.',
    proof: 'La vérification contre les robots a échoué. Réessayez.',
    invalid: 'Une réponse n’a pas été acceptée. Vérifiez vos coordonnées.',
    'not-found': 'Ce rendez-vous est introuvable. Vérifiez le lien reçu.',
  } as Readonly<Record<string, string>>,
  notices: {
    taken:
      'Ce créneau vient d’être pris par une autre personne. Choisissez-en un autre\u00a0: ce que vous avez écrit est conservé.',
    closed: 'Ce créneau ne peut plus être réservé. Choisissez-en un autre.',
    expired:
      'Le créneau n’était plus réservé. Choisissez-le à nouveau, ou un autre\u00a0: ce que vous avez écrit est conservé.',
  },
  offline: 'Vous êtes hors ligne. Rien n’est perdu\u00a0: continuez dès que la connexion revient.',
  noSites: 'Aucun site ne propose de rendez-vous en ligne pour le moment.',
  noProcedures: 'Aucune démarche n’est proposée en ligne sur ce site.',
  disabled: 'La prise de rendez-vous en ligne est momentanément suspendue.',
  refusedAlone: 'Cette démarche ne peut pas être proposée en ligne pour le moment.',
  misconfigured: 'Configuration à corriger (pour le service web)',
};

/** The keys that every language has. */
export type BookingTexts = typeof fr;
