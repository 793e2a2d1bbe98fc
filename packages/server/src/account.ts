import { randomUUID } from 'node:crypto';
import { QualeprefError } from '@qualepref/core';
import type { Agent } from './access.ts';
import { record } from './journal.ts';
import { tooMany } from './limits.ts';
import { fitsPassword, hashPassword, isOutdated, passwordFault } from './password.ts';
import { Refused } from './problem.ts';
import { removeFactor } from './second-factor.ts';
import {
  countAdministrators,
  credentialsOf,
  findAccount,
  insertAccount,
  renewPassword,
  setPassword,
  updateAccount,
  type Account,
  type Credentials,
} from './store/account-store.ts';
import type { Db, Tx } from './store/database.ts';
import { countOne } from './store/rate-store.ts';
import { deleteSessions } from './store/session-store.ts';
import type { AccountRole } from './store/account-tables.ts';
import { keyedDigest } from './token.ts';
import type { World } from './world.ts';

/** What an account is made of. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  /** Ids; empty stands for all. */
  readonly sites: readonly string[];
  readonly service: string | null;
  readonly password: string;
  /** Whether another password must be chosen at the first use. */
  readonly mustChange: boolean;
}

/** What a form says that asked for the password again. */
export const WRONG_PASSWORD = 'Ce n’est pas le mot de passe actuel : le saisir à nouveau.';
const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,79}$/;

/** Logins are told apart without regard to capitals. */
export function loginOf(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Makes an account.
 *
 * @param by who makes it; nobody from the command line
 * @returns its id
 * @throws QualeprefError `account`, with a French sentence for each fault
 */
export async function createAccount(
  world: World,
  tx: Tx,
  account: NewAccount,
  by: Pick<Agent, 'id'> | null,
): Promise<string> {
  const { name, role, sites, service, mustChange } = account;
  const login = loginOf(account.login);
  const faults = [
    ...accountFaults(world, account),
    ...(LOGIN.test(login)
      ? []
      : [
          `L’identifiant « ${login.slice(0, 80)} » ne convient pas : de 2 à 80 lettres sans accent, chiffres, points ou tirets.`,
        ]),
  ];
  const weak = passwordFault(account.password, [login, name]);
  if (weak !== undefined) faults.push(weak);
  if (faults.length > 0) throw new QualeprefError('account', faults.join('\n'));
  const id = randomUUID();
  const password = await hashPassword(account.password);
  const isNew = await insertAccount(tx, {
    ...{ id, login, name, role, sites, service, password },
    must_change: mustChange,
    created_at: world.now(),
  });
  if (!isNew)
    throw new QualeprefError('account', `L’identifiant « ${login} » est déjà pris : en choisir un autre.`);
  await record(world, tx, by, { action: 'account-created', object: `account ${id}`, details: { role } });
  return id;
}

/**
 * Changes what an account may do.
 *
 * @throws QualeprefError `account` when it is not possible, `Refused` `not-found`
 */
export async function changeAccount(
  world: World,
  tx: Tx,
  id: string,
  change: Pick<NewAccount, 'name' | 'role' | 'sites' | 'service'>,
  by: Pick<Agent, 'id'>,
): Promise<void> {
  const account = await existing(tx, id);
  const faults = accountFaults(world, change);
  if (faults.length > 0) throw new QualeprefError('account', faults.join('\n'));
  const { name, role, sites, service } = change;
  await updateAccount(tx, id, { name, role, sites, service });
  if (account.role !== role) await keepAnAdministrator(tx);
  await record(world, tx, by, {
    action: 'account-changed',
    object: `account ${id}`,
    details: { role, sites: sites.join(' '), service },
  });
}

/** Closes an account, and ends its sessions, or opens it again. */
export async function setDisabled(
  world: World,
  tx: Tx,
  id: string,
  isDisabled: boolean,
  by: Pick<Agent, 'id'> | null,
): Promise<void> {
  await existing(tx, id);
  await updateAccount(tx, id, { is_disabled: isDisabled });
  if (isDisabled) {
    await keepAnAdministrator(tx);
    await deleteSessions(tx, id);
  }
  const action = isDisabled ? 'account-disabled' : 'account-enabled';
  await record(world, tx, by, { action, object: `account ${id}` });
}

/** Gives an account a password for one use, and ends its sessions. */
export async function givePassword(
  world: World,
  tx: Tx,
  id: string,
  password: string,
  by: Pick<Agent, 'id'> | null,
): Promise<void> {
  await existing(tx, id);
  await setPassword(tx, id, await hashPassword(password), true);
  await deleteSessions(tx, id);
  await record(world, tx, by, { action: 'password-given', object: `account ${id}` });
}

/** Takes away a second factor that somebody lost, and ends their sessions. Who asks is to be known for sure before. */
export async function dropFactor(
  world: World,
  tx: Tx,
  id: string,
  by: Pick<Agent, 'id'> | null,
): Promise<void> {
  await existing(tx, id);
  if (by?.id === id)
    throw new QualeprefError(
      'account',
      'C’est votre compte : passer par « Mon compte », qui demande le mot de passe.',
    );
  await removeFactor(tx, id);
  await deleteSessions(tx, id);
  await record(world, tx, by, { action: 'second-factor-removed', object: `account ${id}` });
}

/**
 * Changes one’s own password, and ends all the sessions of the account.
 *
 * @returns what is wrong, as a French sentence, and where
 */
export async function changeOwnPassword(
  world: World,
  tx: Tx,
  agent: Agent,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<{ readonly current?: string; readonly next?: string } | undefined> {
  if (!(await isOwnPassword(tx, agent.login, current))) return { current: WRONG_PASSWORD };
  if (next === current) return { next: 'C’est le même mot de passe : en choisir un autre.' };
  const weak = passwordFault(next, [agent.login, agent.name]);
  if (weak !== undefined) return { next: weak };
  await setPassword(tx, agent.id, await hashPassword(next), false);
  await deleteSessions(tx, agent.id);
  await record(world, tx, agent, { action: 'password-changed', object: `account ${agent.id}` });
  return undefined;
}

/** Whether somebody who is signed in knows the password. */
export async function isOwnPassword(db: Db, login: string, password: string): Promise<boolean> {
  return fitsPassword(password, (await credentialsOf(db, login))?.password);
}

/** Tries within a window of seconds, of one network for one account, of one network, and for one account. */
const TRIES = [
  { seconds: 60, both: 10, source: 30, account: 60 },
  { seconds: 3600, both: 60, source: 200, account: 600 },
] as const;

/**
 * Counts a try to sign in. A network that tries too much waits; so does an
 * account that many networks try, for a minute or an hour and never for good:
 * a stranger must not be able to lock somebody out.
 *
 * @param source keyed digest of the network
 * @throws Refused `too-many`
 */
export async function countTry(world: World, login: string, source: string): Promise<void> {
  const { db } = world.store;
  const at = world.now();
  const account = keyedDigest(world.settings.secret, 'login', loginOf(login));
  for (const { seconds, ...most } of TRIES) {
    const buckets = [
      [`sign-in ${source} ${account}`, most.both],
      [`sign-in ${source}`, most.source],
      [`sign-in ${account}`, most.account],
    ] as const;
    for (const [bucket, limit] of buckets)
      if ((await countOne(db, `${bucket} ${String(seconds)}`, seconds, at)) > limit)
        throw tooMany(at, seconds);
  }
}

/**
 * The account that a login and a password open. One that does not exist, that
 * is closed or whose password is another get the same answer for the same work.
 */
export async function recognise(
  world: World,
  login: string,
  password: string,
): Promise<Credentials | undefined> {
  const { db } = world.store;
  const known = await credentialsOf(db, loginOf(login));
  const fits = await fitsPassword(password, known?.password);
  if (!known || !fits || known.is_disabled) return undefined;
  if (isOutdated(known.password))
    await renewPassword(db, known.id, known.password, await hashPassword(password));
  return known;
}

/** What is wrong with an account, its login and password aside. */
function accountFaults(
  { settings }: World,
  { name, role, sites, service }: Pick<NewAccount, 'name' | 'role' | 'sites' | 'service'>,
): string[] {
  const { config } = settings;
  const faults: string[] = [];
  if (name.trim() === '') faults.push('Le nom manque : celui que les collègues connaissent.');
  if (sites.some((id) => !config.sites.some((site) => site.id === id)))
    faults.push('Un des sites n’est pas dans la configuration : choisir parmi ceux proposés.');
  if (service !== null && !config.services.some(({ id }) => id === service))
    faults.push('Ce service n’est pas dans la configuration : choisir parmi ceux proposés.');
  if (role === 'referent' && service === null)
    faults.push('Un référent est celui d’un service : choisir lequel.');
  if (role === 'administrator' && (sites.length > 0 || service !== null))
    faults.push('Un administrateur l’est de tous les sites et services : n’en cocher aucun.');
  return faults;
}

async function existing(db: Db, id: string): Promise<Account> {
  const account = await findAccount(db, id);
  if (!account) throw new Refused('not-found');
  return account;
}

/** Nobody could make accounts any more. */
async function keepAnAdministrator(tx: Tx): Promise<void> {
  if ((await countAdministrators(tx)) === 0)
    throw new QualeprefError('account', 'C’est le seul administrateur : en désigner un autre d’abord.');
}
