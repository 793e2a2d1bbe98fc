import type { BookingTexts } from './locales/appointment-booking.fr.ts';

/** What is asked of a person: no birth date, no number, no account. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** A trap for robots. */
  readonly website: string;
}

export const noContact: Contact = { name: '', email: '', phone: '', website: '' };

export type ContactErrors = Partial<Record<'name' | 'email' | 'phone', keyof BookingTexts['errors']>>;

const LONGEST_NAME = 200;
/** As core's schemas, which the server applies; a test holds that they agree. */
const EMAIL = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
const PHONE = /^\+?\d(?:[ .\u00a0]?\d)+$/;

/** What is to be corrected, field by field. */
export function contactErrors({ name, email, phone }: Contact): ContactErrors {
  const [isEmail, isPhone] = [email.trim() !== '', phone.trim() !== ''];
  return {
    ...(name.trim() === '' && { name: 'name' as const }),
    ...(name.trim().length > LONGEST_NAME && { name: 'long' as const }),
    ...(!isEmail && !isPhone && { email: 'reach' as const }),
    ...(isEmail && !EMAIL.test(email.trim()) && { email: 'email' as const }),
    ...(isPhone && !PHONE.test(phone.trim()) && { phone: 'phone' as const }),
  };
}
