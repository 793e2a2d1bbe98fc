import type { Language } from '@qualepref/core';

interface Words {
  readonly title: string;
  readonly site: string;
  readonly procedure: string;
  readonly free: string;
  readonly documents: string;
  readonly otherWays: string;
  readonly ways: Readonly<Record<'phone' | 'desk' | 'post' | 'email' | 'form', string>>;
  readonly official: string;
  readonly convocation: string;
  readonly byMail: string;
  readonly slots: string;
  readonly noSlot: string;
  readonly next: (day: string) => string;
  readonly later: string;
  readonly earlier: string;
  readonly contact: string;
  readonly chosen: (day: string, hour: string) => string;
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly phone: string;
  readonly book: string;
  readonly privacy: string;
  readonly privacyLine: (controller: string, months: string, officer: string) => string;
  readonly manageLink: string;
  readonly manageTitle: string;
  readonly link: string;
  readonly linkHint: string;
  readonly open: string;
  readonly booked: string;
  readonly cancelled: string;
  readonly reference: string;
  readonly when: string;
  readonly where: string;
  readonly cancel: string;
  readonly cancelSure: string;
  readonly move: string;
  readonly moveHere: string;
  readonly newSlot: string;
  readonly manage: string;
  readonly faults: Readonly<Record<'name' | 'nameLong' | 'email' | 'phone' | 'link' | 'start', string>>;
}

/** What booking without script says. */
export const plainBookingWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Prendre un rendez-vous',
    site: 'Où souhaitez-vous être reçu ?',
    procedure: 'Pour quelle démarche ?',
    free: 'Le rendez-vous est gratuit.',
    documents: 'À apporter',
    otherWays: 'Sans internet',
    ways: {
      phone: 'Par téléphone',
      desk: 'Au guichet',
      post: 'Par courrier',
      email: 'Par courriel',
      form: 'Par formulaire',
    },
    official: 'Prendre rendez-vous sur le service national',
    convocation: 'Vous êtes reçu sur convocation : il n’y a pas de rendez-vous à prendre.',
    byMail: 'Cette démarche se fait par courrier ou par téléphone.',
    slots: 'Choisissez un créneau',
    noSlot: 'Aucun créneau n’est libre sur ces deux semaines.',
    next: (day) => `Premier créneau libre : ${day}`,
    later: 'Deux semaines plus tard',
    earlier: 'Deux semaines plus tôt',
    contact: 'Vos coordonnées',
    chosen: (day, hour) => `Créneau choisi : ${day} à ${hour}, heure du site.`,
    name: 'Nom et prénom',
    email: 'Adresse électronique',
    emailHint: 'Un lien y sera envoyé, à ouvrir dans les quinze minutes. Exemple : nom@exemple.fr',
    phone: 'Téléphone (facultatif)',
    book: 'Retenir ce créneau',
    privacy: 'Vos données personnelles',
    privacyLine: (controller, months, officer) =>
      `Responsable du traitement : ${controller}. Vos données servent seulement à ce rendez-vous, au titre d’une mission d’intérêt public (article 6.1.e du RGPD), et sont gardées ${months} mois après sa date. Vos droits : auprès du délégué à la protection des données, ${officer} ; vous pouvez aussi saisir la CNIL.`,
    manageLink: 'Annuler ou déplacer un rendez-vous',
    manageTitle: 'Annuler ou déplacer un rendez-vous',
    link: 'Lien reçu par courriel',
    linkHint: 'Copiez ici l’adresse entière du lien « Annuler ou déplacer ».',
    open: 'Voir le rendez-vous',
    booked: 'Votre rendez-vous est pris',
    cancelled: 'Votre rendez-vous est annulé',
    reference: 'Référence',
    when: 'Date et heure',
    where: 'Lieu',
    cancel: 'Annuler ce rendez-vous',
    cancelSure: 'La place sera rendue à d’autres ; ce choix est définitif.',
    move: 'Choisir un autre créneau',
    moveHere: 'Déplacer sur ce créneau',
    newSlot: 'Nouveau créneau',
    manage: 'Annuler ou déplacer',
    faults: {
      name: 'Indiquez votre nom et votre prénom.',
      nameLong: 'Raccourcissez votre nom : 200 caractères au plus.',
      email: 'Indiquez une adresse électronique. Exemple : nom@exemple.fr.',
      phone: 'Vérifiez le numéro de téléphone. Exemple : 01 99 00 12 34.',
      link: 'Ce lien n’est pas celui d’un rendez-vous : copiez-le en entier.',
      start: 'Choisissez un créneau.',
    },
  },
  en: {
    title: 'Book an appointment',
    site: 'Where would you like to be received?',
    procedure: 'For which procedure?',
    free: 'The appointment is free of charge.',
    documents: 'What to bring',
    otherWays: 'Without the internet',
    ways: { phone: 'By phone', desk: 'At the desk', post: 'By post', email: 'By e-mail', form: 'By form' },
    official: 'Book on the national service',
    convocation: 'You are received by summons: there is no appointment to book.',
    byMail: 'This procedure is done by post or by phone.',
    slots: 'Choose a time',
    noSlot: 'No time is free over these two weeks.',
    next: (day) => `First free time: ${day}`,
    later: 'Two weeks later',
    earlier: 'Two weeks earlier',
    contact: 'Your details',
    chosen: (day, hour) => `Time chosen: ${day} at ${hour}, local time.`,
    name: 'Full name',
    email: 'E-mail address',
    emailHint: 'A link will be sent there, to be opened within fifteen minutes. Example: name@example.com',
    phone: 'Phone (optional)',
    book: 'Take this time',
    privacy: 'Your personal data',
    privacyLine: (controller, months, officer) =>
      `Data controller: ${controller}. Your data are used for this appointment only, as a task carried out in the public interest (article 6.1.e of the GDPR), and kept for ${months} months after its date. Your rights: through the data protection officer, ${officer}; you may also complain to the CNIL.`,
    manageLink: 'Cancel or move an appointment',
    manageTitle: 'Cancel or move an appointment',
    link: 'Link received by e-mail',
    linkHint: 'Copy the whole address of the link “Cancel or move” here.',
    open: 'See the appointment',
    booked: 'Your appointment is booked',
    cancelled: 'Your appointment is cancelled',
    reference: 'Reference',
    when: 'Date and time',
    where: 'Place',
    cancel: 'Cancel this appointment',
    cancelSure: 'The place will be given to others; this choice is final.',
    move: 'Choose another time',
    moveHere: 'Move to this time',
    newSlot: 'New time',
    manage: 'Cancel or move',
    faults: {
      name: 'Give your full name.',
      nameLong: 'Shorten your name: 200 characters at most.',
      email: 'Give an e-mail address. Example: name@example.com.',
      phone: 'Check the phone number. Example: 01 99 00 12 34.',
      link: 'This link is not that of an appointment: copy it whole.',
      start: 'Choose a time.',
    },
  },
};
