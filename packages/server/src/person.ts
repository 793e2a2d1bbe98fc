import { randomUUID } from 'node:crypto';
import type { Language } from '@qualepref/core';
import { noteErasure, readErasures } from './backup-folder.ts';
import { cancelAppointment } from './booking.ts';
import { sendLater } from './queue.ts';
import type { Tx } from './store/database.ts';
import { keepPending, takePending } from './store/pending-store.ts';
import { countOne } from './store/rate-store.ts';
import { comingAppointments, erasePerson, keptAddresses, rowsOfPerson } from './store/person-store.ts';
import { idOf, keyedDigest, seal } from './token.ts';
import type { World } from './world.ts';

const QUARTER_HOUR = 15 * 60_000;
/** Links that one address is sent in an hour. */
const LINKS = { most: 3, seconds: 3600 } as const;

/** What only the holder of an address may ask for. */
export interface PersonRequest {
  readonly act: 'export' | 'erase';
  readonly email: string;
  readonly language: Language;
}

/** All that is kept under an e-mail address, for whoever it belongs to (RGPD, article 15). */
export async function exportPerson(
  { store, settings, now }: World,
  email: string,
): Promise<Readonly<Record<string, unknown>>> {
  return {
    controller: settings.server.privacy.controller,
    on: now().toISOString(),
    email,
    ...(await rowsOfPerson(store.db, email)),
  };
}

/**
 * Erases a person (RGPD, article 17): an appointment to come is cancelled, and
 * its place returns as any other. Noted beside the backups first: one that is
 * restored later is told, even if this process dies on the way.
 *
 * @returns how many rows held them
 */
export async function erase(world: World, email: string): Promise<number> {
  return world.store.db.transaction().execute((tx) => eraseNoted(world, tx, email));
}

/** As `erase`, within the transaction of what asks for it. */
export async function eraseNoted(world: World, tx: Tx, email: string): Promise<number> {
  const { settings, now } = world;
  noteErasure(settings.data, { at: now().toISOString(), person: personDigest(world, email) });
  return eraseWithin(world, tx, email);
}

async function eraseWithin(world: World, tx: Tx, email: string): Promise<number> {
  for (const id of await comingAppointments(tx, email, world.now())) await cancelAppointment(world, tx, id);
  return erasePerson(tx, email);
}

/**
 * Erases again, after a backup was restored, whoever had been erased since it was made.
 *
 * @returns how many people
 */
export async function replayErasures(world: World): Promise<number> {
  const erased = new Set(readErasures(world.settings.data).map(({ person }) => person));
  const back = (await keptAddresses(world.store.db)).filter((email) =>
    erased.has(personDigest(world, email)),
  );
  for (const email of back) await world.store.db.transaction().execute((tx) => eraseWithin(world, tx, email));
  return back.length;
}

/**
 * Begins what only the holder of an address may ask for: a link is sent there.
 * Whether anything is kept under it is told to nobody.
 */
export async function askAboutPerson(world: World, tx: Tx, asked: PersonRequest): Promise<void> {
  const at = world.now();
  const bucket = `person ${personDigest(world, asked.email)}`;
  // Nobody fills the box of somebody else: what comes after is told the same, and sent nothing.
  if ((await countOne(tx, bucket, LINKS.seconds, at)) > LINKS.most) return;
  const id = await keepPersonRequest(world, tx, asked);
  await sendLater(world.store, tx, { kind: 'person-to-confirm', of: id, occasion: '' });
}

/**
 * Keeps what waits for a button to be pressed, for a quarter of an hour.
 *
 * @returns its id, of which the link is made
 */
export async function keepPersonRequest(
  world: World,
  tx: Tx,
  { act, email, language }: PersonRequest,
): Promise<string> {
  const id = randomUUID();
  await keepPending(tx, {
    ...{ id, kind: act, email, language },
    form: seal(world.settings.secret, '{}'),
    expires_at: new Date(world.now().getTime() + QUARTER_HOUR),
  });
  return id;
}

/**
 * Takes the link that was sent, once.
 *
 * @returns the address whose holder it proves; undefined when the link is not ours, was used, or came too late
 */
export async function provenAddress(
  world: World,
  tx: Tx,
  { act, token }: { readonly act: 'export' | 'erase'; readonly token: string },
): Promise<string | undefined> {
  const id = idOf(world.settings.secret, 'pending', token);
  return id === undefined ? undefined : (await takePending(tx, id, act, world.now()))?.email;
}

function personDigest({ settings }: World, email: string): string {
  return keyedDigest(settings.secret, 'erasure', email.trim().toLowerCase());
}
