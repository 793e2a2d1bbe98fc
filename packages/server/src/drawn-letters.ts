import { randomInt } from 'node:crypto';

/** Without letters and digits that are mistaken for one another on paper. */
export const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** So many letters, which nobody can foretell. */
export function drawLetters(length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** `a7kp-x3mw-q9td`: as a person reads it out. */
export function inFours(text: string, between = '-'): string {
  return text.replace(/.{4}(?=.)/g, `$&${between}`);
}
