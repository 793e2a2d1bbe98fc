import { record } from './journal.ts';
import { countTry, loginOf, recognise } from './account.ts';
import { Refused } from './problem.ts';
import { showFactor } from './second-factor.ts';
import { openSession } from './session.ts';
import { credentialsOf } from './store/account-store.ts';
import type { World } from './world.ts';

/** What signing in opens. */
export interface SignedIn {
  /** Of a new session. */
  readonly token: string;
  /** Recovery codes that are left, when one was spent. */
  readonly left?: number;
}

/** What somebody signs in with. */
export interface Given {
  readonly login: string;
  readonly password: string;
  /** Of the second factor, or of recovery; empty without. */
  readonly code: string;
  /** Keyed digest of the network. */
  readonly source: string;
  /** What `deviceOf` tells of the browser. */
  readonly device: string;
}

/**
 * Signs somebody in.
 *
 * @returns undefined when something does not fit, without saying what
 * @throws Refused `too-many`
 */
export async function signIn(
  world: World,
  { login, password, code, source, device }: Given,
): Promise<SignedIn | undefined> {
  await countTry(world, login, source).catch((error: unknown) => throttled(world, login, error));
  const known = await recognise(world, login, password);
  const shown = await showFactor(world, known, code);
  if (!known || !shown) {
    // The login is not written down: people type their password there.
    const tried = known ?? (await credentialsOf(world.store.db, loginOf(login)));
    await record(world, world.store.db, known ?? null, {
      action: 'sign-in-refused',
      object: tried ? `account ${tried.id}` : 'account',
    });
    world.log('sign-in-refused', tried ? { account: tried.id } : {});
    return undefined;
  }
  const token = await world.store.db.transaction().execute(async (tx) => {
    const object = `account ${known.id}`;
    if (shown.by === 'recovery')
      await record(world, tx, known, { action: 'recovery-code-used', object, details: { left: shown.left } });
    await record(world, tx, known, { action: 'signed-in', object });
    return openSession(world, tx, known.id, device);
  });
  world.log('signed-in', { account: known.id });
  return { token, ...(shown.by === 'recovery' ? { left: shown.left } : {}) };
}

/** Says of which account tries were too many, if it exists: never what was typed. */
async function throttled(world: World, login: string, error: unknown): Promise<never> {
  if (error instanceof Refused) {
    const known = await credentialsOf(world.store.db, loginOf(login));
    world.log('sign-in-throttled', { code: error.code, ...(known ? { account: known.id } : {}) });
  }
  throw error;
}
