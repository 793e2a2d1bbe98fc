import type { Db, Tx } from './database.ts';

/** Uses a challenge up. @returns false when it was used before */
export async function useChallenge(tx: Tx, challenge: string, expires: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('used_challenge')
    .values({ challenge, expires_at: expires })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets challenges that can be answered no more. */
export async function forgetChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('used_challenge').where('expires_at', '<=', now).execute();
}
