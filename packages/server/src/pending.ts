import { randomUUID } from 'node:crypto';
import type { Language } from '@qualepref/core';
import type { Tx } from './store/database.ts';
import { keepPending } from './store/pending-store.ts';
import type { PendingRow } from './store/work-tables.ts';
import { seal } from './token.ts';
import type { World } from './world.ts';

const QUARTER_HOUR = 15 * 60_000;

/** What a person began. */
export interface Begun {
  readonly kind: PendingRow['kind'];
  readonly email: string;
  readonly language: Language;
  /** What was filled in. */
  readonly form: object;
}

/**
 * Keeps what a person began until they confirm it, for a quarter of an hour.
 *
 * @param most when it is over in any case
 * @returns its id, of which the link is made
 */
export async function awaitConfirmation(
  { settings, now }: World,
  tx: Tx,
  { form, ...begun }: Begun,
  most: Date = new Date(8.64e15),
): Promise<string> {
  const id = randomUUID();
  const quarter = now().getTime() + QUARTER_HOUR;
  await keepPending(tx, {
    ...{ id, ...begun },
    form: seal(settings.secret, JSON.stringify(form)),
    expires_at: new Date(Math.min(quarter, most.getTime())),
  });
  return id;
}
