import type { Feedback, FeedbackState, Language } from '@qualepref/core';
import type { Selectable } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { FeedbackRow } from './quality-tables.ts';

/** A feedback as it is kept, with what core’s rules do not need of it. */
export interface KeptFeedback {
  /** UUID that the token of the person is made of. */
  readonly id: string;
  readonly feedback: Feedback;
  readonly language: Language;
  /** The answer that was sent. */
  readonly answer?: string;
  /** ISO day on which the person asked to be erased once they are answered. */
  readonly eraseAskedOn?: string;
}

/** What a list of feedback is narrowed to. */
export interface FeedbackQuery {
  /** Ids. */
  readonly sites?: readonly string[];
  readonly service?: string;
  readonly states?: readonly FeedbackState[];
  /** ISO days of reception, included. */
  readonly from?: string;
  readonly to?: string;
  /** Only what is to be erased once it is answered. */
  readonly isToErase?: boolean;
}

/** @returns false when the reference is taken, and nothing was written */
export async function insertFeedback(tx: Tx, { id, feedback, language }: KeptFeedback): Promise<boolean> {
  const { replyTo, history, name, service, ...rest } = feedback;
  const inserted = await tx
    .insertInto('feedback')
    .values({
      ...{ id, language, reference: rest.reference, kind: rest.kind, channel: rest.channel },
      ...{ entered_by: rest.enteredBy, site: rest.site, theme: rest.theme, text: rest.text },
      received_on: rest.receivedOn,
      name: name ?? null,
      email: replyTo?.email ?? null,
      postal: replyTo?.postal ?? null,
      service: service ?? null,
      state: rest.state,
      history: JSON.stringify(history),
      answer: null,
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The feedback of a reference. */
export async function findFeedback(db: Db, reference: string): Promise<KeptFeedback | undefined> {
  const row = await db
    .selectFrom('feedback')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row && keptOf(row);
}

/** As `findFeedback`; whoever else wants to change it waits until this transaction ends. */
export async function lockFeedback(tx: Tx, reference: string): Promise<KeptFeedback | undefined> {
  const row = await tx
    .selectFrom('feedback')
    .selectAll()
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst();
  return row && keptOf(row);
}

/** Writes what a change may alter. */
export async function updateFeedback(tx: Tx, { feedback, answer }: KeptFeedback): Promise<void> {
  const { reference, kind, state, service, history } = feedback;
  await tx
    .updateTable('feedback')
    .set({
      ...{ kind, state },
      service: service ?? null,
      history: JSON.stringify(history),
      answer: answer ?? null,
    })
    .where('reference', '=', reference)
    .execute();
}

/** The oldest first. */
export async function listFeedback(
  db: Db,
  { sites, service, states, from, to, isToErase }: FeedbackQuery = {},
): Promise<KeptFeedback[]> {
  if (sites?.length === 0 || states?.length === 0) return [];
  let query = db.selectFrom('feedback').selectAll().orderBy('received_on').orderBy('reference');
  if (sites) query = query.where('site', 'in', [...sites]);
  if (service !== undefined) query = query.where('service', '=', service);
  if (states) query = query.where('state', 'in', [...states]);
  if (from !== undefined) query = query.where('received_on', '>=', from);
  if (to !== undefined) query = query.where('received_on', '<=', to);
  if (isToErase) query = query.where('erase_asked_on', 'is not', null);
  return (await query.execute()).map(keptOf);
}

/** What stands where a text was taken away at the request of who wrote it. */
const ERASED = '(texte effacé)';

function keptOf(row: Selectable<FeedbackRow>): KeptFeedback {
  const { id, reference, kind, channel, site, theme, state, history, language, answer } = row;
  const hasAddress = row.email !== null || row.postal !== null;
  return {
    id,
    language: language as Language,
    ...(answer === null ? {} : { answer }),
    ...(row.erase_asked_on === null ? {} : { eraseAskedOn: row.erase_asked_on }),
    feedback: {
      ...{ reference, kind, channel, site, theme, state },
      enteredBy: row.entered_by,
      text: row.text ?? ERASED,
      receivedOn: row.received_on,
      ...(row.name === null ? {} : { name: row.name }),
      ...(hasAddress
        ? {
            replyTo: {
              ...(row.email === null ? {} : { email: row.email }),
              ...(row.postal === null ? {} : { postal: row.postal }),
            },
          }
        : {}),
      ...(row.service === null ? {} : { service: row.service }),
      history: [...history],
    },
  };
}
