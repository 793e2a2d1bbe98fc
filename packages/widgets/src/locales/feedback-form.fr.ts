import { delayLabel, type Delay } from '@qualepref/core';

/** What can be said of a sending that failed. */
export type SendFailure = 'offline' | 'timeout' | 'tooMany' | 'refused' | 'broken';

/** What the feedback form says, in French; its type is what another language must have. */
export const fr = {
  title: 'Réclamation ou suggestion',
  loading: 'Chargement du formulaire…',
  required: 'Tous les champs sont obligatoires, sauf ceux qui disent le contraire.',
  kind: 'Votre message est',
  kinds: {
    complaint: 'une réclamation',
    suggestion: 'une suggestion',
    request: 'une demande ou une question',
  },
  kindHints: {
    complaint: 'Quelque chose s’est mal passé.',
    suggestion: 'Vous proposez une amélioration.',
    request: 'Vous cherchez une information, ou le suivi d’un dossier.',
  },
  requestTitle: 'Un autre service vous répondra mieux',
  request: 'Ce formulaire ne traite pas les demandes. Adressez-vous directement au service compétent\u00A0:',
  site: 'Site concerné',
  theme: 'Thème',
  choose: 'Choisir dans la liste',
  text: 'Votre message',
  textHint:
    'Dites ce qui s’est passé, où et quand. N’indiquez ni donnée de santé, ni numéro de sécurité sociale, ni numéro de pièce d’identité. Les pièces jointes ne sont pas acceptées.',
  counter: (length: string, max: string): string => `${length} sur ${max} caractères`,
  left: (count: string, s: string): string => `Il reste ${count} caractère${s}.`,
  tooMany: (count: string, s: string): string => `${count} caractère${s} en trop.`,
  number:
    'Votre message semble contenir un numéro de sécurité sociale. Retirez-le\u00A0: il n’est pas utile ici.',
  signed: 'Souhaitez-vous une réponse\u00A0?',
  signs: { yes: 'Oui, je signe mon message', no: 'Non, je reste anonyme' },
  name: 'Nom et prénom',
  reply: 'Adresse pour la réponse\u00A0: au moins l’une des deux.',
  email: 'Adresse électronique (facultative si l’adresse postale est donnée)',
  postal: 'Adresse postale (facultative si l’adresse électronique est donnée)',
  emailHint: 'Exemple\u00A0: nom@exemple.fr',
  follows: 'Ce qui va suivre',
  due: (byMail: boolean, day: string): string =>
    `Envoyé aujourd’hui, votre message recevra une réponse par ${byMail ? 'courriel' : 'courrier'} au plus tard le ${day}.`,
  dueWithin: (byMail: boolean, delay: Delay): string =>
    `Votre message recevra une réponse par ${byMail ? 'courriel' : 'courrier'} sous ${delayLabel(delay).replaceAll(' ', '\u00A0')}.`,
  noReply: {
    anonymous: 'Sans votre nom, aucune réponse ne pourra vous être envoyée. Votre message sera lu.',
    'no-address':
      'Sans adresse électronique ni postale, aucune réponse ne pourra vous être envoyée. Votre message sera lu.',
    request: 'Le service compétent répond aux demandes.',
  },
  send: 'Envoyer',
  sendAgain: 'Envoyer de nouveau',
  sending: 'Envoi en cours…',
  summary: (count: string, s: string): string => `${count} erreur${s} à corriger avant l’envoi`,
  errorIs: 'Erreur\u00A0:',
  faults: {
    kind: 'Indiquez si c’est une réclamation ou une suggestion.',
    site: 'Choisissez le site concerné.',
    theme: 'Choisissez le thème.',
    text: 'Écrivez votre message.',
    textLong: 'Raccourcissez votre message\u00A0: il dépasse le nombre de caractères permis.',
    signed: 'Indiquez si vous signez votre message ou restez anonyme.',
    name: 'Indiquez votre nom, ou choisissez de rester anonyme.',
    nameLong: 'Raccourcissez votre nom\u00A0: 200 caractères au plus.',
    email: 'Indiquez une adresse électronique ou postale pour la réponse.',
    emailForm: 'Vérifiez l’adresse électronique. Exemple\u00A0: nom@exemple.fr.',
    postalLong: 'Raccourcissez l’adresse postale\u00A0: 500 caractères au plus.',
  },
  failures: {
    offline: 'Votre message n’est pas parti\u00A0: la connexion est coupée.',
    timeout: 'Le service met trop de temps à répondre. Votre message n’est peut-être pas parti.',
    tooMany: 'Trop de messages viennent d’être envoyés depuis votre connexion. Attendez quelques minutes.',
    refused: 'Votre message n’a pas pu être accepté.',
    broken: 'Un incident empêche l’envoi de votre message.',
  },
  kept: 'Rien n’est perdu\u00A0: votre message reste dans ce formulaire.',
  draft: 'Brouillon gardé sur cet appareil jusqu’à l’envoi, sept jours au plus.',
  restored: 'Votre brouillon a été repris.',
  erase: 'Effacer le brouillon',
  erased: 'Le brouillon est effacé.',
  trap: 'Laissez ce champ vide',
  privacy: 'Vos données personnelles',
  privacyShort: 'Vos données servent seulement à traiter votre message et à vous répondre.',
  privacyLines: (controller: string, months: string, officer: string): readonly string[] => [
    `Responsable du traitement\u00A0: ${controller}.`,
    'Finalités\u00A0: traiter les réclamations et suggestions, y répondre, améliorer l’accueil.',
    'Base légale\u00A0: mission d’intérêt public (article 6.1.e du RGPD).',
    `Durée de conservation\u00A0: ${months}\u00A0mois après réception.`,
    `Vos droits\u00A0: accès, rectification, effacement, limitation, opposition, auprès du délégué à la protection des données\u00A0: ${officer}. Vous pouvez aussi saisir la CNIL.`,
  ],
  privacyMore: 'En savoir plus sur vos données',
  done: { complaint: 'Votre réclamation est reçue', suggestion: 'Votre suggestion est reçue' },
  keep: 'Gardez cet accusé de réception\u00A0: sa référence vous sera demandée si vous nous écrivez de nouveau.',
  reference: 'Référence',
  received: 'Reçue le',
  concerned: 'Site concerné',
  service: 'Service chargé de votre message',
  noService: 'Un service va être désigné.',
  phone: 'Téléphone\u00A0:',
  answer: 'Réponse',
  replyBy: (day: string): string => `Au plus tard le ${day}.`,
  noReplyDone: {
    anonymous: 'Aucune\u00A0: votre message n’est pas signé.',
    'no-address': 'Aucune\u00A0: vous n’avez donné ni adresse électronique ni adresse postale.',
    request: 'Votre demande est transmise au service compétent.',
  },
  print: 'Imprimer cet accusé de réception',
  another: 'Envoyer un autre message',
  loadFailed: 'Le formulaire n’a pas pu être chargé. Réessayez dans quelques minutes.',
  loadOffline: 'Le formulaire n’a pas pu être chargé\u00A0: vérifiez votre connexion, puis réessayez.',
  retry: 'Réessayer',
  disabled: 'Ce formulaire est fermé en ce moment.',
  misconfigured:
    'Ce formulaire n’est pas bien installé sur cette page, et ne peut rien envoyer. À vérifier par le webmestre\u00A0: l’attribut «\u00A0api\u00A0», une page en https, et un service qui propose au moins un site et un thème.',
};

/** The texts of the feedback form. */
export type FeedbackFormTexts = typeof fr;
