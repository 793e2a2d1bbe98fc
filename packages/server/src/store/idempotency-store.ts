import type { Tx, Db } from './database.ts';

/** What an intention was answered with before. */
export interface KnownAnswer {
  readonly request: string;
  readonly status: number;
  readonly answer: Uint8Array;
}

/**
 * Claims an intention within the transaction that does it. The same claim of
 * another transaction waits for this one to end: then either it finds the
 * answer, or this one failed and it takes over.
 *
 * @returns the answer given before, if there was one
 */
export async function claim(
  tx: Tx,
  {
    key,
    route,
    request,
    now,
  }: { readonly key: string; readonly route: string; readonly request: string; readonly now: Date },
): Promise<KnownAnswer | undefined> {
  const claimed = await tx
    .insertInto('idempotency')
    .values({ key, route, request, created_at: now })
    .onConflict((conflict) => conflict.columns(['key', 'route']).doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const known = await tx
    .selectFrom('idempotency')
    .select(['request', 'status', 'answer'])
    .where('key', '=', key)
    .where('route', '=', route)
    .executeTakeFirstOrThrow();
  const { status, answer } = known;
  if (status === null || answer === null) throw new Error('An intention was claimed and not answered.');
  return { request: known.request, status, answer };
}

/** Keeps the answer with the deed. */
export async function keepAnswer(
  tx: Tx,
  {
    key,
    route,
    status,
    answer,
  }: { readonly key: string; readonly route: string; readonly status: number; readonly answer: Uint8Array },
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status, answer })
    .where('key', '=', key)
    .where('route', '=', route)
    .execute();
}

/** Forgets the intentions claimed before a time. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', before).execute();
}
