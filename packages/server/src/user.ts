import { QualeprefError } from '@qualepref/core';
import { createAccount, dropFactor, givePassword, loginOf, setDisabled } from './account.ts';
import { drawnPassword, passwordFault } from './password.ts';
import { listAccounts, type Account } from './store/account-store.ts';
import { accountRoles, type AccountRole } from './store/account-tables.ts';
import type { World } from './world.ts';

/** An account, as the command line makes it. */
export interface UserOptions {
  readonly name: string;
  readonly role: AccountRole;
  readonly site?: readonly string[];
  readonly service?: string;
}

export { accountRoles };

/**
 * Makes an account.
 *
 * @param given the password; drawn without one
 * @returns the password, to be shown once when it was drawn
 * @throws QualeprefError `account`
 */
export async function addUser(
  world: World,
  login: string,
  { name, role, site = [], service }: UserOptions,
  given?: string,
): Promise<string> {
  const password = given ?? drawnPassword();
  const account = { login, name, role, sites: site, service: service ?? null, password, mustChange: true };
  await world.store.db.transaction().execute((tx) => createAccount(world, tx, account, null));
  return password;
}

/** Closes an account and ends its sessions, or opens it again. @throws QualeprefError `account` */
export async function closeUser(world: World, login: string, isClosed: boolean): Promise<void> {
  const { id } = await userOf(world, login);
  await world.store.db.transaction().execute((tx) => setDisabled(world, tx, id, isClosed, null));
}

/** Gives an account another password and ends its sessions. @returns as `addUser` @throws QualeprefError `account` */
export async function resetPassword(world: World, login: string, given?: string): Promise<string> {
  const { id, name } = await userOf(world, login);
  const password = given ?? drawnPassword();
  const weak = passwordFault(password, [login, name]);
  if (weak !== undefined) throw new QualeprefError('account', weak);
  await world.store.db.transaction().execute((tx) => givePassword(world, tx, id, password, null));
  return password;
}

/** Takes a lost second factor away and ends the sessions of the account. @throws QualeprefError `account` */
export async function resetFactor(world: World, login: string): Promise<void> {
  const { id } = await userOf(world, login);
  await world.store.db.transaction().execute((tx) => dropFactor(world, tx, id, null));
}

async function userOf({ store }: World, login: string): Promise<Account> {
  const found = (await listAccounts(store.db)).find((each) => each.login === loginOf(login));
  if (found) return found;
  throw new QualeprefError(
    'account',
    'Aucun compte n’a cet identifiant : vérifier l’orthographe, ou le créer avec « user add ».',
  );
}
