import type { FeedbackAnswer, FeedbackForm, FeedbackKind, Language } from '@qualepref/core';

type Privacy = FeedbackForm['privacy'];

interface Words {
  readonly title: string;
  readonly required: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'complaint' | 'suggestion', string>>;
  readonly site: string;
  readonly theme: string;
  readonly choose: string;
  readonly text: string;
  readonly textHint: string;
  readonly signing: string;
  readonly signingRequest: string;
  readonly nameRequest: string;
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly postal: string;
  readonly send: string;
  readonly requestTitle: string;
  readonly request: string;
  readonly requestLink: string;
  readonly requestFormTitle: string;
  readonly privacy: string;
  readonly privacyLines: (privacy: Privacy) => readonly string[];
  readonly done: Readonly<Record<FeedbackKind, string>>;
  readonly keep: string;
  readonly reference: string;
  readonly received: string;
  readonly service: string;
  readonly noService: string;
  readonly answer: string;
  readonly replyBy: (day: string) => string;
  readonly noReply: Readonly<Record<NonNullable<FeedbackAnswer['reason']>, string>>;
  readonly faults: Readonly<
    Record<
      | 'kind'
      | 'site'
      | 'theme'
      | 'text'
      | 'textLong'
      | 'number'
      | 'name'
      | 'nameLong'
      | 'nameRequest'
      | 'emailRequest'
      | 'email'
      | 'emailForm'
      | 'postalLong',
      string
    >
  >;
}

/** What the form of complaints without script says. */
export const plainFeedbackWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Faire une réclamation ou une suggestion',
    required: 'Tous les champs sont obligatoires, sauf ceux qui disent le contraire.',
    kind: 'Votre message est',
    kinds: {
      complaint: 'une réclamation : quelque chose s’est mal passé',
      suggestion: 'une suggestion : vous proposez une amélioration',
    },
    site: 'Site concerné',
    theme: 'Thème',
    choose: 'Choisir dans la liste',
    text: 'Votre message',
    textHint:
      'Dites ce qui s’est passé, où et quand. N’indiquez ni donnée de santé, ni numéro de sécurité sociale, ni numéro de pièce d’identité.',
    signing:
      'Pour recevoir une réponse, signez et donnez une adresse électronique ou postale. Sans cela, votre message sera lu, mais personne ne pourra vous répondre.',
    signingRequest:
      'Le service compétent vous répondra. Donnez votre nom, et une adresse électronique ou postale.',
    nameRequest: 'Nom et prénom',
    name: 'Nom et prénom (facultatif, nécessaire pour une réponse)',
    email: 'Adresse électronique (facultative)',
    emailHint: 'Un lien y sera envoyé pour confirmer votre message. Exemple : nom@exemple.fr',
    postal: 'Adresse postale (facultative)',
    send: 'Envoyer',
    requestTitle: 'Une demande ou une question',
    request: 'Le plus rapide est de vous adresser directement au service compétent :',
    requestLink: 'Écrire une demande',
    requestFormTitle: 'Adresser une demande ou une question',
    privacy: 'Vos données personnelles',
    privacyLines: ({ controller, keptMonths, officer }) => [
      `Responsable du traitement : ${controller}.`,
      'Finalités : traiter les réclamations et suggestions, y répondre, améliorer l’accueil.',
      'Base légale : mission d’intérêt public (article 6.1.e du RGPD).',
      `Durée de conservation : ${String(keptMonths)} mois après réception.`,
      `Vos droits : accès, rectification, effacement, limitation, opposition, auprès du délégué à la protection des données : ${officer}. Vous pouvez aussi saisir la CNIL.`,
    ],
    done: {
      complaint: 'Votre réclamation est reçue',
      suggestion: 'Votre suggestion est reçue',
      request: 'Votre demande est reçue',
    },
    keep: 'Gardez cet accusé de réception : sa référence vous sera demandée si vous nous écrivez de nouveau.',
    reference: 'Référence',
    received: 'Reçue le',
    service: 'Service chargé de votre message',
    noService: 'Un service va être désigné.',
    answer: 'Réponse',
    replyBy: (day) => `Au plus tard le ${day}.`,
    noReply: {
      anonymous: 'Aucune : votre message n’est pas signé.',
      'no-address': 'Aucune : vous n’avez donné ni adresse électronique ni adresse postale.',
      request: 'Votre demande est transmise au service compétent.',
    },
    faults: {
      kind: 'Indiquez si c’est une réclamation ou une suggestion.',
      site: 'Choisissez le site concerné.',
      theme: 'Choisissez le thème.',
      text: 'Écrivez votre message.',
      textLong: 'Raccourcissez votre message : 4000 caractères au plus.',
      number: 'Retirez de votre message ce qui semble être un numéro de sécurité sociale.',
      name: 'Indiquez votre nom, ou retirez vos adresses pour rester anonyme.',
      nameRequest: 'Indiquez votre nom : le service doit savoir à qui répondre.',
      emailRequest: 'Indiquez une adresse électronique ou postale : le service doit pouvoir répondre.',
      nameLong: 'Raccourcissez votre nom : 200 caractères au plus.',
      email: 'Indiquez une adresse électronique ou postale, ou retirez votre nom pour rester anonyme.',
      emailForm: 'Vérifiez l’adresse électronique. Exemple : nom@exemple.fr.',
      postalLong: 'Raccourcissez l’adresse postale : 500 caractères au plus.',
    },
  },
  en: {
    title: 'Make a complaint or a suggestion',
    required: 'All fields are required, unless they say otherwise.',
    kind: 'Your message is',
    kinds: {
      complaint: 'a complaint: something went wrong',
      suggestion: 'a suggestion: you propose an improvement',
    },
    site: 'Office concerned',
    theme: 'Topic',
    choose: 'Choose from the list',
    text: 'Your message',
    textHint:
      'Say what happened, where and when. Give no health data, social security number or identity document number.',
    signing:
      'To get a reply, sign and give an e-mail or a postal address. Otherwise your message will be read, but nobody can reply to you.',
    signingRequest: 'The right service will reply. Give your name, and an e-mail or a postal address.',
    nameRequest: 'Full name',
    name: 'Full name (optional, needed for a reply)',
    email: 'E-mail address (optional)',
    emailHint: 'A link will be sent there to confirm your message. Example: name@example.com',
    postal: 'Postal address (optional)',
    send: 'Send',
    requestTitle: 'A request or a question',
    request: 'The quickest way is to contact the right service directly:',
    requestLink: 'Write a request',
    requestFormTitle: 'Send a request or a question',
    privacy: 'Your personal data',
    privacyLines: ({ controller, keptMonths, officer }) => [
      `Data controller: ${controller}.`,
      'Purposes: to handle complaints and suggestions, to reply to them, to improve reception.',
      'Legal basis: task carried out in the public interest (article 6.1.e of the GDPR).',
      `Kept for: ${String(keptMonths)} months after receipt.`,
      `Your rights: access, rectification, erasure, restriction, objection, through the data protection officer: ${officer}. You may also complain to the CNIL, the French data protection authority.`,
    ],
    done: {
      complaint: 'Your complaint has been received',
      suggestion: 'Your suggestion has been received',
      request: 'Your request has been received',
    },
    keep: 'Keep this acknowledgement: its reference will be asked for if you write to us again.',
    reference: 'Reference',
    received: 'Received on',
    service: 'Service in charge of your message',
    noService: 'A service will be appointed.',
    answer: 'Reply',
    replyBy: (day) => `By ${day} at the latest.`,
    noReply: {
      anonymous: 'None: your message is not signed.',
      'no-address': 'None: you gave neither an e-mail nor a postal address.',
      request: 'Your request is passed on to the right service.',
    },
    faults: {
      kind: 'Say whether it is a complaint or a suggestion.',
      site: 'Choose the office concerned.',
      theme: 'Choose the topic.',
      text: 'Write your message.',
      textLong: 'Shorten your message: 4000 characters at most.',
      number: 'Remove what looks like a social security number from your message.',
      name: 'Give your name, or remove your addresses to stay anonymous.',
      nameRequest: 'Give your name: the service must know whom to reply to.',
      emailRequest: 'Give an e-mail or a postal address: the service must be able to reply.',
      nameLong: 'Shorten your name: 200 characters at most.',
      email: 'Give an e-mail or a postal address, or remove your name to stay anonymous.',
      emailForm: 'Check the e-mail address. Example: name@example.com.',
      postalLong: 'Shorten the postal address: 500 characters at most.',
    },
  },
};
