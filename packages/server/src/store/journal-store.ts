import type { Db } from './database.ts';

/** A line of the journal, with the name of who did it. */
export interface JournalLine {
  readonly id: number;
  readonly at: Date;
  readonly action: string;
  readonly object: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly name: string | null;
}

/** Adds a line. */
export async function insertJournal(
  db: Db,
  line: Omit<JournalLine, 'id' | 'name'> & { readonly account: string | null },
): Promise<void> {
  await db
    .insertInto('journal')
    .values({ ...line, details: JSON.stringify(line.details) })
    .execute();
}

/**
 * The lines before one of them, the newest first.
 *
 * @param before id of a line; from the newest without it
 */
export async function listJournal(
  db: Db,
  { before, object, most }: { readonly before?: number; readonly object?: string; readonly most: number },
): Promise<readonly JournalLine[]> {
  return db
    .selectFrom('journal')
    .leftJoin('account', 'account.id', 'journal.account')
    .select(['journal.id', 'at', 'action', 'object', 'details', 'account.name'])
    .$if(before !== undefined, (query) => query.where('journal.id', '<', before ?? 0))
    .$if(object !== undefined, (query) => query.where('object', '=', object ?? ''))
    .orderBy('journal.id', 'desc')
    .limit(most)
    .execute();
}

/** Forgets what was told before a time. @returns how many lines */
export async function forgetJournal(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('journal').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
