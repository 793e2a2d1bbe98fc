import type { Account } from './account-store.ts';
import { sql, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { SessionRow } from './account-tables.ts';

/** A session with its account. */
export interface OpenSession extends Account {
  readonly session_created_at: Date;
  readonly seen_at: Date;
}

/** Keeps a session. */
export async function insertSession(
  db: Db,
  session: {
    readonly token_hash: string;
    readonly account: string;
    readonly at: Date;
    readonly device: string;
  },
): Promise<void> {
  const { token_hash, account, at, device } = session;
  await db
    .insertInto('session')
    .values({ token_hash, account, created_at: at, seen_at: at, device })
    .execute();
}

/** The session of a digest. */
export async function findSession(db: Db, tokenHash: string): Promise<OpenSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select([
      ...(['account.id', 'login', 'name', 'role', 'sites', 'service', 'must_change', 'is_disabled'] as const),
      sql<boolean>`second_factor is not null`.as('has_factor'),
      ...(['session.created_at as session_created_at', 'seen_at'] as const),
    ])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Notes that a session was seen. */
export async function touchSession(db: Db, tokenHash: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
}

/** Ends a session. */
export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** A session as its owner reads about it. */
export type KnownSession = Pick<Selectable<SessionRow>, 'token_hash' | 'created_at' | 'seen_at' | 'device'>;

/** The sessions of an account, the one last seen first. */
export async function listSessions(db: Db, account: string): Promise<readonly KnownSession[]> {
  return db
    .selectFrom('session')
    .select(['token_hash', 'created_at', 'seen_at', 'device'])
    .where('account', '=', account)
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .execute();
}

/**
 * Ends all sessions of an account.
 *
 * @param except digest of the one that goes on
 * @returns how many ended
 */
export async function deleteSessions(db: Db, account: string, except = ''): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account', '=', account)
    .where('token_hash', '!=', except)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Takes away the sessions that are over. */
export async function forgetSessions(
  db: Db,
  before: { readonly created: Date; readonly seen: Date },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where((where) =>
      where.or([where('created_at', '<=', before.created), where('seen_at', '<=', before.seen)]),
    )
    .execute();
}
