import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { AccountRole } from './account-tables.ts';

/** An account, its password aside. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly sites: readonly string[];
  readonly service: string | null;
  readonly must_change: boolean;
  readonly is_disabled: boolean;
  readonly has_factor: boolean;
}

const COLUMNS = [
  ...(['id', 'login', 'name', 'role', 'sites', 'service', 'must_change', 'is_disabled'] as const),
  sql<boolean>`second_factor is not null`.as('has_factor'),
] as const;

/** Every account, by name. */
export async function listAccounts(db: Db): Promise<readonly Account[]> {
  return db.selectFrom('account').select(COLUMNS).orderBy('name').orderBy('login').execute();
}

/** The account of an id. */
export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('account').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** What signing in compares. */
export interface Credentials {
  readonly id: string;
  readonly password: string;
  readonly is_disabled: boolean;
  readonly second_factor: Uint8Array | null;
}

/** Those of a login. */
export async function credentialsOf(db: Db, login: string): Promise<Credentials | undefined> {
  return db
    .selectFrom('account')
    .select(['id', 'password', 'is_disabled', 'second_factor'])
    .where('login', '=', login)
    .executeTakeFirst();
}

/** @returns whether the login was free */
export async function insertAccount(
  db: Db,
  account: Omit<Account, 'is_disabled' | 'has_factor'> & {
    readonly password: string;
    readonly created_at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({ ...account, sites: JSON.stringify(account.sites) })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes what a change may alter. */
export async function updateAccount(
  db: Db,
  id: string,
  { sites, ...change }: Partial<Pick<Account, 'name' | 'role' | 'sites' | 'service' | 'is_disabled'>>,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...change, ...(sites === undefined ? {} : { sites: JSON.stringify(sites) }) })
    .where('id', '=', id)
    .execute();
}

/** Keeps another password, as it is stored. */
export async function setPassword(db: Db, id: string, password: string, mustChange: boolean): Promise<void> {
  await db.updateTable('account').set({ password, must_change: mustChange }).where('id', '=', id).execute();
}

/** Keeps the same password in a newer form, unless it was changed meanwhile. */
export async function renewPassword(db: Db, id: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ password: to })
    .where('id', '=', id)
    .where('password', '=', from)
    .execute();
}

/** Sets the sealed key of a second factor, or takes it away. */
export async function setSecondFactor(db: Db, id: string, key: Uint8Array | null): Promise<void> {
  await db.updateTable('account').set({ second_factor: key, last_code: null }).where('id', '=', id).execute();
}

/** @returns whether no code of that step or a later one was used before */
export async function useCode(db: Db, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ last_code: step })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(last_code, -1) < ${step}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Administrators who can sign in. */
export async function countAdministrators(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('is_disabled', '=', false)
    .executeTakeFirstOrThrow();
  return count;
}
