import type { Account } from './account-store.ts';
import type { Db } from './database.ts';

/** A session with its account. */
export interface OpenSession extends Account {
  readonly session_created_at: Date;
  readonly seen_at: Date;
}

export async function insertSession(
  db: Db,
  session: { readonly token_hash: string; readonly account: string; readonly at: Date },
): Promise<void> {
  const { token_hash, account, at } = session;
  await db.insertInto('session').values({ token_hash, account, created_at: at, seen_at: at }).execute();
}

export async function findSession(db: Db, tokenHash: string): Promise<OpenSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select([
      ...(['account.id', 'login', 'name', 'role', 'sites', 'service', 'must_change', 'is_disabled'] as const),
      ...(['session.created_at as session_created_at', 'seen_at'] as const),
    ])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function touchSession(db: Db, tokenHash: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Ends all sessions of an account. */
export async function deleteSessions(db: Db, account: string): Promise<void> {
  await db.deleteFrom('session').where('account', '=', account).execute();
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
