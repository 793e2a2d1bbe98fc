import { addDays, type Language } from '@qualepref/core';
import { noteErasure, readErasures } from './backup-folder.ts';
import { cancelAppointment } from './booking.ts';
import { isAwaited } from './feedback.ts';
import { awaitConfirmation } from './pending.ts';
import { sendLater } from './queue.ts';
import { todayAt } from './site-time.ts';
import type { Db, Tx } from './store/database.ts';
import { findFeedback, listFeedback } from './store/feedback-store.ts';
import { takePending } from './store/pending-store.ts';
import { countOne } from './store/rate-store.ts';
import {
  comingAppointments,
  deferErasure,
  erasePending,
  eraseRows,
  keptAddresses,
  rowsOfPerson,
  rowsUnder,
  type PersonRows,
} from './store/person-store.ts';
import { idOf, keyedDigest } from './token.ts';
import type { World } from './world.ts';

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

/** What becomes of feedback that nobody has answered yet: kept until somebody does, or erased with the rest. */
export type OpenFeedback = 'keep' | 'erase';

/** What an erasure did. */
export interface Erased {
  /** Rows that held the person, and hold nobody any more. */
  readonly rows: number;
  /** References of the feedback that is kept until it is answered. */
  readonly kept: readonly string[];
  /** How many of these were not noted as such before. */
  readonly noted: number;
}

/**
 * Erases a person (RGPD, article 17): an appointment to come is cancelled, and
 * its place returns as any other. Noted beside the backups first: one that is
 * restored later is told, even if this process dies on the way.
 */
export async function erase(world: World, email: string, open: OpenFeedback): Promise<Erased> {
  return world.store.db.transaction().execute((tx) => eraseNoted(world, tx, email, open));
}

/** As `erase`, within the transaction of what asks for it. */
export async function eraseNoted(world: World, tx: Tx, email: string, open: OpenFeedback): Promise<Erased> {
  note(world, { person: personDigest(world, email) }, open);
  return eraseAddress(world, tx, email, open);
}

/** The same of somebody who left no address: of the rows that were found to be about them. */
export async function eraseFound(
  world: World,
  tx: Tx,
  { appointments, feedback }: PersonRows,
  open: OpenFeedback,
): Promise<Erased> {
  note(world, { rows: { appointments, feedback } }, open);
  return eraseWithin(world, tx, { appointments, feedback }, open);
}

function note(
  { settings, now }: World,
  what: { readonly person: string } | { readonly rows: PersonRows },
  open: OpenFeedback,
): void {
  const keepsOpen = open === 'keep' ? { keepsOpen: true } : {};
  noteErasure(settings.data, { at: now().toISOString(), ...what, ...keepsOpen });
}

async function eraseAddress(world: World, tx: Tx, email: string, open: OpenFeedback): Promise<Erased> {
  const pending = await erasePending(tx, email);
  const erased = await eraseWithin(world, tx, await rowsUnder(tx, email), open);
  return { ...erased, rows: erased.rows + pending };
}

async function eraseWithin(
  world: World,
  tx: Tx,
  { appointments, feedback }: PersonRows,
  open: OpenFeedback,
): Promise<Erased> {
  for (const id of await comingAppointments(tx, appointments, world.now()))
    await cancelAppointment(world, tx, id);
  const kept = open === 'keep' ? await awaitedAmong(tx, feedback) : [];
  const noted = await deferErasure(tx, kept, todayAt(world));
  const gone = feedback.filter((reference) => !kept.includes(reference));
  return { rows: await eraseRows(tx, { appointments, feedback: gone }), kept, noted };
}

/** Of some feedback, that which somebody waits for an answer to. */
export async function awaitedAmong(db: Db, references: readonly string[]): Promise<readonly string[]> {
  const awaited: string[] = [];
  for (const reference of references) {
    const kept = await findFeedback(db, reference);
    if (kept && isAwaited(kept.feedback)) awaited.push(reference);
  }
  return awaited;
}

/** The feedback of an address that somebody waits for an answer to. */
export async function awaitedUnder({ store }: World, email: string): Promise<readonly string[]> {
  return awaitedAmong(store.db, (await rowsUnder(store.db, email)).feedback);
}

/** Days after its answer during which feedback that is to be erased is kept: to print it, and for its e-mail to leave. */
export const KEPT_AFTER_ANSWER = 7;

/**
 * Erases what was kept until it was answered, a week after it was.
 *
 * @returns how many rows
 */
export async function eraseAnswered(world: World, tx: Tx): Promise<number> {
  const last = addDays(todayAt(world), -KEPT_AFTER_ANSWER);
  const over = (await listFeedback(tx, { isToErase: true })).filter(
    ({ feedback }) => !isAwaited(feedback) && (feedback.history.at(-1)?.on ?? '') <= last,
  );
  const references = over.map(({ feedback }) => feedback.reference);
  return eraseRows(tx, { appointments: [], feedback: references });
}

/**
 * Erases again, after a backup was restored, whoever had been erased since it was made.
 *
 * @returns how many people
 */
export async function replayErasures(world: World): Promise<number> {
  const erasures = readErasures(world.settings.data);
  const addresses = new Map(
    (await keptAddresses(world.store.db)).map((email) => [personDigest(world, email), email]),
  );
  let people = 0;
  for (const erasure of erasures) {
    const open = erasure.keepsOpen ? 'keep' : 'erase';
    const email = 'person' in erasure ? addresses.get(erasure.person) : undefined;
    const { rows, noted } = await world.store.db.transaction().execute(async (tx): Promise<Erased> => {
      if ('rows' in erasure) return eraseWithin(world, tx, erasure.rows, open);
      return email === undefined ? { rows: 0, kept: [], noted: 0 } : eraseAddress(world, tx, email, open);
    });
    if (rows > 0 || noted > 0) people += 1;
  }
  return people;
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
  return awaitConfirmation(world, tx, { kind: act, email, language, form: {} });
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
