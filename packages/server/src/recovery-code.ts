import { drawLetters, inFours, LETTERS } from './drawn-letters.ts';
import { fitsPassword, hashPassword } from './password.ts';
import type { Db } from './store/database.ts';
import { findRecoveryCode, replaceRecoveryCodes, takeRecoveryCode } from './store/recovery-store.ts';

/** Codes that somebody is given at once. */
const CODES = 10;
/** 54 bits are drawn: ASVS asks for 20, and for the hash of a password below 112. */
const DRAWN = 11;
const FORM = /^[a-hjk][a-hjkmnp-z2-9]{11}$/;

/**
 * Draws the codes that open an account whose telephone is lost, in the place of
 * those it had. They are stored as passwords are: nobody can show them again.
 *
 * @returns ten, such as `a7kp-x3mw-q9td`, in alphabetical order
 */
export async function renewRecoveryCodes(db: Db, account: string): Promise<readonly string[]> {
  // The first letter tells which of the ten it is: one hash is compared, not all.
  const codes = Array.from({ length: CODES }, (_, number) => LETTERS.charAt(number) + drawLetters(DRAWN));
  const hashes: string[] = [];
  // One after another: each takes 19 MiB.
  for (const code of codes) hashes.push(await hashPassword(code));
  await replaceRecoveryCodes(db, account, hashes);
  return codes.map((code) => inFours(code));
}

/** Whether a text has the form of a recovery code, however it was typed. */
export function isRecoveryCode(text: string): boolean {
  return FORM.test(plain(text));
}

/**
 * Spends a code. The same work is done for an account that does not exist or
 * has no such code: the time taken tells nothing, and above all not that the
 * password was right.
 *
 * @param account id; none when the login or the password was wrong
 */
export async function spendRecoveryCode(db: Db, account: string | undefined, text: string): Promise<boolean> {
  const code = plain(text);
  const number = LETTERS.indexOf(code.charAt(0));
  const hash = account === undefined ? undefined : await findRecoveryCode(db, account, number);
  if (!(await fitsPassword(code, hash))) return false;
  return account !== undefined && hash !== undefined && takeRecoveryCode(db, account, hash);
}

function plain(text: string): string {
  return text.slice(0, 100).toLowerCase().replace(/[\s-]/g, '');
}
