import type { Contact, ContactErrors } from './booking-contact.ts';

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
