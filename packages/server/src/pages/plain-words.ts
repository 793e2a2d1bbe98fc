import type { Language } from '@qualepref/core';
import type { Doubt } from '../plain-form.ts';

interface Common {
  readonly refused: string;
  readonly again: string;
  readonly faultNumber: string;
  readonly error: string;
  readonly summary: string;
  readonly trap: string;
  readonly optional: string;
  readonly doubts: Readonly<Record<Doubt, string>>;
  readonly mailTitle: string;
  readonly mail: string;
  readonly confirmTitle: string;
  readonly confirm: string;
  readonly confirmButton: string;
  readonly gone: string;
  readonly phone: string;
}

/** What all pages without script say. */
export const plainCommon: Readonly<Record<Language, Common>> = {
  fr: {
    refused: 'Ce n’est pas possible',
    again: 'Revenir en arrière',
    faultNumber: 'Numéro à donner si vous nous appelez :',
    error: 'Erreur',
    summary: 'Ce qui est à corriger avant l’envoi',
    trap: 'Laissez ce champ vide',
    optional: '(facultatif)',
    doubts: {
      'too-quick': 'Le formulaire a été envoyé très vite. Relisez-le, puis envoyez-le de nouveau.',
      'too-late': 'Le formulaire est resté ouvert longtemps. Relisez-le, puis envoyez-le de nouveau.',
      trap: 'Un champ caché a été rempli. Relisez le formulaire, puis envoyez-le de nouveau.',
      stamp: 'Le formulaire n’est plus valable. Relisez-le, puis envoyez-le de nouveau.',
    },
    mailTitle: 'Encore une étape : votre courriel',
    mail: 'Un lien vient d’être envoyé à votre adresse. Ouvrez-le dans les quinze minutes pour confirmer. Rien n’est fait avant.',
    confirmTitle: 'Confirmer',
    confirm: 'Rien n’est fait tant que vous n’avez pas confirmé ici.',
    confirmButton: 'Je confirme',
    gone: 'Ce lien ne vaut plus : il a servi, ou plus de quinze minutes ont passé. Recommencez.',
    phone: 'téléphone',
  },
  en: {
    refused: 'This is not possible',
    again: 'Go back',
    faultNumber: 'Number to quote if you call us:',
    error: 'Error',
    summary: 'To correct before sending',
    trap: 'Leave this field empty',
    optional: '(optional)',
    doubts: {
      'too-quick': 'The form was sent very quickly. Please read it again, then send it again.',
      'too-late': 'The form stayed open for a long time. Please read it again, then send it again.',
      trap: 'A hidden field was filled in. Please read the form again, then send it again.',
      stamp: 'The form is no longer valid. Please read it again, then send it again.',
    },
    mailTitle: 'One more step: your e-mail',
    mail: 'A link has just been sent to your address. Open it within fifteen minutes to confirm. Nothing is done before.',
    confirmTitle: 'Confirm',
    confirm: 'Nothing is done until you confirm here.',
    confirmButton: 'I confirm',
    gone: 'This link is no longer valid: it was used, or more than fifteen minutes have passed. Please start again.',
    phone: 'phone',
  },
};
