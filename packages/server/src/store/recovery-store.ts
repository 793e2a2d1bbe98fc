import type { Db } from './database.ts';

/** Puts new codes, as they are stored, in the place of those of an account. */
export async function replaceRecoveryCodes(
  db: Db,
  account: string,
  hashes: readonly string[],
): Promise<void> {
  await db.deleteFrom('recovery_code').where('account', '=', account).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recovery_code')
    .values(hashes.map((hash, number) => ({ account, number, hash })))
    .execute();
}

/** A code of an account, as it is stored. */
export async function findRecoveryCode(db: Db, account: string, number: number): Promise<string | undefined> {
  const found = await db
    .selectFrom('recovery_code')
    .select('hash')
    .where('account', '=', account)
    .where('number', '=', number)
    .executeTakeFirst();
  return found?.hash;
}

/** Takes a code away. @returns whether it was still there: of two who spend it at once, one does */
export async function takeRecoveryCode(db: Db, account: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where('account', '=', account)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** How many codes an account has left. */
export async function countRecoveryCodes(db: Db, account: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  return count;
}
