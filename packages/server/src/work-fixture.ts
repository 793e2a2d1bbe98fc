import type { Language } from '@qualepref/core';
import { confirm, hold, openNow, ruleOf } from './booking-fixture.ts';
import { receive } from './feedback.ts';
import type { MailJob, Queue } from './queue.ts';
import type { World } from './world.ts';

/** Opens some weeks of mornings at the site of the tests. */
export function openMornings(world: World, validTo = '2026-12-11'): Promise<void> {
  return openNow(world, ruleOf({ validTo, capacity: 40 }));
}

/** Books as an agent does for somebody who calls. */
export async function book(
  world: World,
  {
    start,
    email,
    language = 'fr',
  }: { readonly start: string; readonly email: string; readonly language?: Language },
): Promise<{ readonly id: string; readonly reference: string }> {
  const { id: held } = await hold(world, { start, booker: 'agent' });
  const name = `Camille ${email}`;
  const { reference } = await confirm(world, held, { name, email, language, booker: 'agent' });
  const { id } = await world.store.db
    .selectFrom('appointment')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  return { id, reference };
}

/** Hands in a signed complaint. */
export async function complain(
  world: World,
  { email, language = 'fr' }: { readonly email: string; readonly language?: Language },
): Promise<string> {
  const { reference } = await world.store.db.transaction().execute((tx) =>
    receive(
      world,
      tx,
      {
        ...{ kind: 'complaint', site: 'valmont', theme: 'attente', language },
        ...{ text: 'J’ai attendu deux heures.', name: 'Camille Exemple', replyTo: { email } },
      },
      { enteredBy: 'public', channel: 'website' },
    ),
  );
  return reference;
}

/** What waits in a queue. */
export async function waiting<Data = MailJob>({ store }: World, queue: Queue): Promise<Data[]> {
  return (await store.boss.findJobs<Data>(queue, { queued: true })).map(({ data }) => data);
}
