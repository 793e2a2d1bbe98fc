import type { LateTexts } from './locales/booking-late.fr.ts';

/** What is asked of a person: no birth date, no number, no account. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** A trap for robots. */
  readonly website: string;
}

export const noContact: Contact = { name: '', email: '', phone: '', website: '' };

export type ContactErrors = Partial<Record<'name' | 'email' | 'phone', keyof LateTexts['errors']>>;
