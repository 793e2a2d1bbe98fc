import { record } from './journal.ts';
import { countTry, recognise } from './account.ts';
import { hasSecondFactor, spendCode } from './second-factor.ts';
import { openSession } from './session.ts';
import type { World } from './world.ts';

/**
 * Signs somebody in.
 *
 * @param source keyed digest of the network
 * @returns the token of a new session; undefined when something does not fit, without saying what
 * @throws Refused `too-many`
 */
export async function signIn(
  world: World,
  { login, password, code }: { readonly login: string; readonly password: string; readonly code: string },
  source: string,
): Promise<string | undefined> {
  await countTry(world, login, source);
  const known = await recognise(world, login, password);
  const isRight = known !== undefined && (!hasSecondFactor(known) || (await spendCode(world, known, code)));
  if (!isRight) {
    // The login is not written down: people type their password there.
    await record(world, world.store.db, known ?? null, {
      action: 'sign-in-refused',
      object: known ? `account ${known.id}` : 'account',
    });
    world.log('sign-in-refused', known ? { account: known.id } : {});
    return undefined;
  }
  const token = await world.store.db.transaction().execute(async (tx) => {
    await record(world, tx, known, { action: 'signed-in', object: `account ${known.id}` });
    return openSession(world, tx, known.id);
  });
  world.log('signed-in', { account: known.id });
  return token;
}
