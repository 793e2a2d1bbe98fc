import { keyedDigest } from './token.ts';

/** Digits of a French number after its first zero. */
const PHONE_DIGITS = 9;

/** What a person says of themselves to book. */
export interface Person {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** By which one person, and one contact, is known again without being named. */
export interface PersonKeys {
  readonly person: string;
  /** None for somebody who gave no contact: only agents book for them. */
  readonly contact: string | null;
}

/**
 * The keys of a person: name and contact however they are written. Accents,
 * case, the order of first name and surname, a label after a `+` in an e-mail
 * address, the way to write a phone number make no difference.
 *
 * @param id of the appointment: who gives no contact is told apart from a homonym by it
 */
export function personKeys(secret: string, { name, email, phone }: Person, id: string): PersonKeys {
  const contact =
    email === undefined ? (phone === undefined ? undefined : plainPhone(phone)) : plainEmail(email);
  const who = `${plainName(name)}\0${contact ?? id}`;
  return {
    person: keyedDigest(secret, 'person', who),
    contact: contact === undefined ? null : keyedDigest(secret, 'contact', contact),
  };
}

/** Whether a name that is asked for is that of somebody, in whatever order and however it is written. */
export function isSameName(asked: string, kept: string): boolean {
  const [words, own] = [asked, kept].map((name) => plainName(name).split(' ').filter(Boolean));
  return words !== undefined && words.length > 0 && words.every((word) => own?.includes(word));
}

/** The last digits of a phone number, which are the same with and without the code of its country. */
export function phoneEnd(phone: string): string {
  return phone.replace(/\D/g, '').slice(-PHONE_DIGITS);
}

function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean).sort().join(' ');
}

function plainEmail(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  return `${local.split('+')[0] ?? ''}@${domain}`;
}

function plainPhone(phone: string): string {
  return phone
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)33/, '0')
    .replace(/^00/, '+');
}
