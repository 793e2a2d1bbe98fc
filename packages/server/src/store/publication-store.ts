import type { Results } from '@qualepref/core';
import type { Db, Tx } from './database.ts';

/** Results as they were published. */
export interface Published {
  readonly results: Results;
  /** With its quotes, as HTTP writes it. */
  readonly etag: string;
}

/** What the public reads: the last publication; undefined before the first. */
export async function lastPublication(db: Db): Promise<Published | undefined> {
  const row = await db
    .selectFrom('publication')
    .select(['results', 'etag'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { results: row.results as Results, etag: `"${row.etag.replace(/^W\/|"/g, '')}"` };
}

/** Publishes results: they are what the public reads from then on. */
export async function insertPublication(
  tx: Tx,
  publication: {
    readonly at: Date;
    readonly account: string;
    readonly results: Results;
    readonly etag: string;
  },
): Promise<void> {
  const { at, account, results, etag } = publication;
  await tx
    .insertInto('publication')
    .values({ published_at: at, account, results: JSON.stringify(results), etag })
    .execute();
}

/** When results were last published. */
export async function lastPublishedAt(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom('publication')
    .select('published_at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.published_at;
}
