import type { Language } from '@qualepref/core';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly act: string;
  readonly acts: Readonly<Record<'export' | 'erase', string>>;
  readonly email: string;
  readonly emailHint: string;
  readonly send: string;
  readonly rights: (officer: string) => string;
  readonly faults: Readonly<Record<'act' | 'email', string>>;
  readonly confirmErase: string;
  readonly kept: string;
  readonly nothing: string;
  readonly tables: Readonly<Record<'appointment' | 'feedback' | 'pending', (count: number) => string>>;
  readonly download: string;
  readonly all: string;
  readonly eraseTitle: string;
  readonly erase: string;
  readonly eraseButton: string;
  /** What waits for an answer, by its references. */
  readonly awaited: (references: readonly string[]) => string;
  readonly keepButton: string;
  readonly eraseAllButton: string;
  readonly erased: string;
  readonly erasedNote: string;
  readonly keptNote: (references: readonly string[]) => string;
}

/** What the pages about what is kept of a person say. */
export const plainPersonWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Vos données personnelles',
    intro:
      'Donnez l’adresse électronique que vous avez employée ici : pour un rendez-vous, une réclamation ou une suggestion. Un lien y sera envoyé. Il prouve que l’adresse est la vôtre.',
    act: 'Ce que vous voulez faire',
    acts: {
      export: 'voir ce qui est gardé sous cette adresse, et le télécharger',
      erase: 'effacer ce qui est gardé sous cette adresse',
    },
    email: 'Adresse électronique',
    emailHint: 'Exemple : nom@exemple.fr',
    send: 'Recevoir le lien',
    rights: (officer) =>
      `Pour rectifier, limiter ou vous opposer, ou si vous n’avez plus cette adresse, écrivez au délégué à la protection des données : ${officer}.`,
    faults: {
      act: 'Choisissez ce que vous voulez faire.',
      email: 'Indiquez votre adresse électronique. Exemple : nom@exemple.fr.',
    },
    confirmErase:
      'Votre nom, vos adresses et vos messages seront effacés. Un rendez-vous à venir sera annulé. Cela ne se défait pas.',
    kept: 'Ce que nous gardons sous votre adresse',
    nothing: 'Nous ne gardons rien sous cette adresse.',
    tables: {
      appointment: (count) => `Rendez-vous : ${String(count)}`,
      feedback: (count) => `Réclamations, suggestions et demandes : ${String(count)}`,
      pending: (count) => `Démarches qui attendent d’être confirmées : ${String(count)}`,
    },
    download: 'Télécharger mes données (JSON)',
    all: 'Tout ce qui est gardé, tel quel',
    eraseTitle: 'Effacer ces données',
    erase:
      'Votre nom, vos adresses et vos messages seront effacés, et un rendez-vous à venir sera annulé. Cela ne se défait pas. Vous avez quinze minutes pour le demander ici.',
    eraseButton: 'Effacer mes données',
    awaited: (references) =>
      references.length > 1
        ? `Vous attendez une réponse aux messages ${references.join(', ')}. Si vous les effacez, personne n’y répondra.`
        : `Vous attendez une réponse au message ${references.join('')}. Si vous l’effacez, personne n’y répondra.`,
    keepButton: 'Effacer le reste, et attendre la réponse',
    eraseAllButton: 'Tout effacer : je n’attends plus de réponse',
    erased: 'Vos données sont effacées',
    erasedNote:
      'Plus rien ici ne porte votre nom ni votre adresse. Les sauvegardes qui les contiennent disparaissent en trente jours, et une restauration les effacerait de nouveau.',
    keptNote: (references) =>
      `Sauf ce qui attend une réponse (${references.join(', ')}), plus rien ici ne porte votre nom ni votre adresse. Ce qui reste sera effacé une semaine après la réponse.`,
  },
  en: {
    title: 'Your personal data',
    intro:
      'Give the e-mail address that you used here: for an appointment, a complaint or a suggestion. A link will be sent there. It proves that the address is yours.',
    act: 'What you want to do',
    acts: {
      export: 'see what is kept under this address, and download it',
      erase: 'erase what is kept under this address',
    },
    email: 'E-mail address',
    emailHint: 'Example: name@example.com',
    send: 'Receive the link',
    rights: (officer) =>
      `To rectify, restrict or object, or if you no longer have this address, write to the data protection officer: ${officer}.`,
    faults: {
      act: 'Choose what you want to do.',
      email: 'Give your e-mail address. Example: name@example.com.',
    },
    confirmErase:
      'Your name, your addresses and your messages will be erased. An appointment to come will be cancelled. This cannot be undone.',
    kept: 'What we keep under your address',
    nothing: 'We keep nothing under this address.',
    tables: {
      appointment: (count) => `Appointments: ${String(count)}`,
      feedback: (count) => `Complaints, suggestions and requests: ${String(count)}`,
      pending: (count) => `Steps that wait to be confirmed: ${String(count)}`,
    },
    download: 'Download my data (JSON)',
    all: 'All that is kept, as it is',
    eraseTitle: 'Erase these data',
    erase:
      'Your name, your addresses and your messages will be erased, and an appointment to come will be cancelled. This cannot be undone. You have fifteen minutes to ask for it here.',
    eraseButton: 'Erase my data',
    awaited: (references) =>
      references.length > 1
        ? `You are waiting for a reply to the messages ${references.join(', ')}. If you erase them, nobody will reply.`
        : `You are waiting for a reply to the message ${references.join('')}. If you erase it, nobody will reply.`,
    keepButton: 'Erase the rest, and wait for the reply',
    eraseAllButton: 'Erase everything: I no longer expect a reply',
    erased: 'Your data have been erased',
    erasedNote:
      'Nothing here bears your name or your address any more. Backups that hold them disappear within thirty days, and one that is restored would be erased again.',
    keptNote: (references) =>
      `Apart from what waits for a reply (${references.join(', ')}), nothing here bears your name or your address any more. What is left will be erased a week after the reply.`,
  },
};
