import type { Results } from '@qualepref/core';
import type { Db } from './database.ts';

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
