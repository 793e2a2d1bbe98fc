import crypto from 'node:crypto';
import { isCommonPassword } from './common-password.ts';
import { drawLetters, inFours } from './drawn-letters.ts';

/** What a password costs to try: the floor that OWASP gives for argon2id, and 30 to 50 ms on a small server. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const SHORTEST = 8;
/** Far beyond a phrase: what bounds the work that one request can ask for. */
const LONGEST = 200;

const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{16,100})\$([\w+/]{16,100})$/;

/** Stands for the password of an account that does not exist: trying it costs as much, and nothing fits it. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** A password as it is stored, in the form of PHC: `$argon2id$v=19$m=19456,t=2,p=1$…`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = crypto.randomBytes(SALT_BYTES);
  const tag = await argon2(password, nonce, COST, TAG_BYTES);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${String(memory)},t=${String(passes)},p=${String(parallelism)}$${bare(nonce)}$${bare(tag)}`;
}

/**
 * Whether a password is the one that was stored. Without a stored one the same
 * work is done, so that the time taken does not tell that an account exists.
 */
export async function fitsPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = FORM.exec(stored ?? NOBODY) ?? [];
  if (tag === '') throw new Error('A stored password has another form.');
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await argon2(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return crypto.timingSafeEqual(given, expected) && stored !== undefined;
}

/** Whether a stored password was made with other parameters than those of today. */
export function isOutdated(stored: string): boolean {
  const [, memory, passes, parallelism] = FORM.exec(stored) ?? [];
  return (
    Number(memory) !== COST.memory ||
    Number(passes) !== COST.passes ||
    Number(parallelism) !== COST.parallelism
  );
}

/**
 * What is wrong with a new password, as a French sentence; undefined when it
 * will do. Any character is allowed and none is required.
 *
 * @param own what others know of the person: name, login
 */
export function passwordFault(password: string, own: readonly string[]): string | undefined {
  const { length } = Array.from(password);
  if (length < SHORTEST)
    return `Ce mot de passe est trop court : en choisir un d’au moins ${String(SHORTEST)} caractères, 15 de préférence.`;
  if (password.length > LONGEST)
    return `Ce mot de passe est trop long : ${String(LONGEST)} caractères au plus.`;
  if (isCommonPassword(password, own))
    return 'Ce mot de passe est parmi les premiers qu’on essaierait : en choisir un autre, par exemple quatre mots sans rapport entre eux.';
  return undefined;
}

/** A password to give to somebody, who then chooses another. */
export function drawnPassword(): string {
  return inFours(drawLetters(16));
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function argon2(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  // The same text typed on two systems may be coded in two ways.
  const message = Buffer.from(password.slice(0, LONGEST).normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
