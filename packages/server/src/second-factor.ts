import type { ServerConfig } from '@qualepref/core';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { setSecondFactor, useCode, type Credentials } from './store/account-store.ts';
import type { Db } from './store/database.ts';
import type { AccountRole } from './store/account-tables.ts';
import { isRecoveryCode, spendRecoveryCode } from './recovery-code.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from './store/recovery-store.ts';
import { seal, unseal } from './token.ts';
import type { World } from './world.ts';

/** Seconds that a code lasts, its digits, and how many steps a clock may be off: those of RFC 6238. */
const STEP = 30;
const DIGITS = 6;
const DRIFT = 1;
const KEY_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A key for a new second factor, as people type it into their application (RFC 4648). */
export function drawKey(): string {
  const bits = Array.from(randomBytes(KEY_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => BASE32.charAt(Number.parseInt(five, 2)));
}

/** The address that applications read from a QR code. */
export function keyAddress(key: string, login: string, house: string): string {
  const name = `${encodeURIComponent(house)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${name}?secret=${key}&issuer=${encodeURIComponent(house)}&digits=${String(DIGITS)}&period=${String(STEP)}`;
}

/** Whether somebody can do nothing without a second factor. */
export function isFactorImposed({ secondFactor }: ServerConfig, role: AccountRole): boolean {
  return secondFactor === 'all' || role === 'administrator';
}

/** Sets a second factor, once a code has shown that the application has the key. @returns whether the code was right */
export async function setKey(
  world: World,
  db: Db,
  account: string,
  key: string,
  code: string,
): Promise<boolean> {
  const step = stepOf(key, code, world.now());
  if (step === undefined) return false;
  await setSecondFactor(db, account, seal(world.settings.secret, key));
  await useCode(db, account, step);
  return true;
}

/** Takes the second factor of an account away, with the codes that stand for it. */
export async function removeFactor(db: Db, account: string): Promise<void> {
  await setSecondFactor(db, account, null);
  await replaceRecoveryCodes(db, account, []);
}

/** How the second factor of an account was shown, with what is left of the codes that stand for it. */
export type FactorShown =
  { readonly by: 'none' | 'code' } | { readonly by: 'recovery'; readonly left: number };

/**
 * Whether somebody has what the account asks for besides the password.
 *
 * @param known the account, when login and password were right
 */
export async function showFactor(
  world: World,
  known: Credentials | undefined,
  code: string,
): Promise<FactorShown | undefined> {
  const { db } = world.store;
  if (isRecoveryCode(code)) {
    const hasFactor = known !== undefined && known.second_factor !== null;
    const isSpent = await spendRecoveryCode(db, hasFactor ? known.id : undefined, code);
    if (hasFactor)
      return isSpent ? { by: 'recovery', left: await countRecoveryCodes(db, known.id) } : undefined;
  }
  if (known === undefined) return undefined;
  if (known.second_factor === null) return { by: 'none' };
  return (await spendCode(world, known, code)) ? { by: 'code' } : undefined;
}

/** Whether a code is that of the second factor, now or a moment ago, and was not used before. */
async function spendCode(world: World, { id, second_factor }: Credentials, code: string): Promise<boolean> {
  if (second_factor === null) return false;
  const step = stepOf(unseal(world.settings.secret, second_factor), code, world.now());
  return step !== undefined && useCode(world.store.db, id, step);
}

/** The code of a key at a step (RFC 4226 and 6238, with SHA-1 as all applications do). */
export function codeAt(key: string, step: number): string {
  const bits = Array.from(key, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytes).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7f_ff_ff_ff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step of which a code is; undefined when it is of none near. */
function stepOf(key: string, code: string, now: Date): number | undefined {
  const given = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(given)) return undefined;
  const present = Math.floor(now.getTime() / 1000 / STEP);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, at) => present - DRIFT + at);
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(key, step)), Buffer.from(given)));
}
