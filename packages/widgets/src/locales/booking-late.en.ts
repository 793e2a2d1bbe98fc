import type { LateTexts } from './booking-late.fr.ts';

const plural: Intl.PluralRules = new Intl.PluralRules('en');
const counted = (count: number, one: string, other: string): string =>
  `${String(count)} ${plural.select(count) === 'one' ? one : other}`;

/** What is said from the contact to the confirmation, in English. */
export const en: LateTexts = {
  change: 'Change',
  heldUntil: (hour) => `This slot is kept for you until ${hour}.`,
  left: (minutes) =>
    minutes < 1 ? 'Less than a minute left.' : `${counted(minutes, 'minute', 'minutes')} left.`,
  extend: 'Keep the slot longer',
  extended: 'The slot is kept for you longer.',
  lapsed: 'The slot is no longer kept. What you wrote is still here.',
  holdAgain: 'Keep this slot again',
  otherSlot: 'Choose another slot',
  mandatory: 'Your name and one of the two ways to contact you are required.',
  name: 'Full name (required)',
  nameHint: 'As on the document that you will show.',
  reach: 'How can we reach you if the appointment changes?',
  reachHint: 'One of the two is enough.',
  email: 'E-mail address',
  emailHint: 'Expected format: name@domain.com. The confirmation will be sent there.',
  phone: 'Phone number',
  phoneHint: 'Expected format: 06 12 34 56 78 or +44 7700 900123.',
  trap: 'Leave this field empty',
  errors: {
    name: 'Enter your full name.',
    long: 'The name is too long: 200 characters at most.',
    reach: 'Enter an e-mail address or a phone number.',
    email: 'The e-mail address is not complete. Example: name@domain.com',
    phone: 'The phone number is not recognised. Example: 06 12 34 56 78',
  },
  summary: (count) => `${counted(count, 'answer needs', 'answers need')} correcting`,
  privacy: 'Your personal data',
  privacyText: (controller, months) =>
    `These data serve only to organise your appointment (task in the public interest). Controller: ${controller}. They are erased ${counted(months, 'month', 'months')} after the appointment. You can see them, have them corrected or erased, object to their use and complain to the CNIL.`,
  officer: 'Data-protection officer',
  where: 'Site',
  what: 'Procedure',
  when: 'Day and time',
  who: 'Name',
  confirm: 'Confirm the appointment',
  confirmMove: 'Move to this time',
  reference: 'Reference',
  keep: 'Write down the reference or print this page: you will be asked for it at reception.',
  sent: (email) => `A confirmation is being sent to ${email}.`,
  ics: 'Add to my calendar (ICS file)',
  icsOff: 'Remove from my calendar (ICS file)',
  print: 'Print',
  manage: 'Move or cancel',
  manageHint: 'Keep this link: it lets you move or cancel the appointment.',
  move: 'Move',
  cancel: 'Cancel the appointment',
  cancelSure: 'Do you really want to cancel this appointment?',
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, keep it',
  cancelled: 'Your appointment is cancelled. The place will be offered to somebody else.',
  moved: 'Your appointment has been moved.',
  unmovable: 'This appointment can no longer be moved online.',
  past: 'This appointment is in the past.',
  again: 'Book another appointment',
};
