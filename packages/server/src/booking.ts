import { randomUUID } from 'node:crypto';
import { referenceOf, type AppointmentAnswer, type Booker, type Language } from '@qualepref/core';
import { earliestOf, placeOf, returnMoment, termsOf } from './booking-terms.ts';
import { spendHold } from './holding.ts';
import { appointmentLink } from './links.ts';
import { personKeys } from './person-key.ts';
import { Refused } from './problem.ts';
import { publicSite } from './public-offer.ts';
import { sendLater } from './queue.ts';
import { siteCode } from './site-code.ts';
import { todayAt } from './site-time.ts';
import {
  changeAppointment,
  endAppointments,
  findAppointment,
  isReferenceTaken,
  keepAppointment,
  leavePlace,
  liveOfContact,
  lockAppointment,
  takeLeftPlaces,
  type FoundAppointment,
} from './store/appointment-store.ts';
import type { Db, Tx } from './store/database.ts';
import { noteTaken } from './store/hold-store.ts';
import { changeSlot } from './store/slot-store.ts';
import { tokenOf } from './token.ts';
import type { World } from './world.ts';

export { sweep } from './booking-sweep.ts';
export { freeSlots } from './free-slots.ts';
export { extendHold, holdPlace, releaseHold, type HoldPlace } from './holding.ts';
export { openSlots } from './opening.ts';

/** Two draws of a reference may meet; five in a row do not. */
const DRAWS = 5;

/** Who books, and on what hold. */
export interface Confirmation {
  readonly hold: string;
  readonly name: string;
  /** One of the two, unless an agent books. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly language: Language;
  readonly booker: Booker;
}

/**
 * Turns a hold into an appointment. Its place stays taken: only its state
 * changes.
 *
 * @throws Refused `hold-expired`, `too-late`, `invalid` without a contact, `already-booked` when the person has a live
 * appointment for the procedure, or their contact as many as it may
 */
export async function confirmHold(
  world: World,
  tx: Tx,
  { hold: heldId, name, email, phone, language, booker }: Confirmation,
): Promise<AppointmentAnswer> {
  if (booker === 'public' && email === undefined && phone === undefined)
    throw new Refused('invalid', { errors: [{ path: ['email'], message: 'un courriel ou un téléphone' }] });
  const now = world.now();
  const { hold, slot } = await spendHold(tx, heldId, now);
  // Only the public is limited to its own holds: an agent books on any that agents made.
  if (hold.booker !== booker) throw new Refused('hold-expired');
  if (slot.starts_at <= now) throw new Refused('too-late');
  const { site, procedure } = slot;
  const id = randomUUID();
  const { person, contact } = personKeys(world.settings.secret, { name, email, phone }, id);
  const most = world.settings.server.booking.perContact;
  await endAppointments(tx, now, { procedure, person, contact });
  if (contact !== null && (await liveOfContact(tx, { procedure, contact })) >= most && booker === 'public')
    throw new Refused('already-booked');
  const isKept = await keepAppointment(tx, {
    id,
    reference: await freeReference(world, tx, site),
    slot: slot.id,
    procedure,
    booker: hold.booker,
    state: 'booked',
    is_live: true,
    name,
    email: email ?? null,
    phone: phone ?? null,
    language,
    person_key: person,
    contact_key: contact,
    booked_at: now,
  });
  if (!isKept) throw new Refused('already-booked');
  if (hold.source !== null) await noteTaken(tx, hold.source, now);
  if (email !== undefined)
    await sendLater(world.store, tx, { kind: 'appointment-booked', of: id, occasion: '0' });
  return appointmentOf(world, tx, id);
}

/**
 * Moves an appointment to the place of a hold, of the same procedure. The place
 * left returns to the public later.
 *
 * @throws Refused `not-found`, `too-late`, `too-soon`, `hold-expired`, `already-booked` when it is there already
 */
export async function moveAppointment(
  world: World,
  tx: Tx,
  id: string,
  heldId: string,
): Promise<AppointmentAnswer> {
  const now = world.now();
  const found = await changeable(tx, id, now);
  const { hold, slot } = await spendHold(tx, heldId, now);
  if (slot.procedure !== found.procedure) throw new Refused('not-found');
  if (slot.id === found.slot) throw new Refused('already-booked');
  const terms = termsOf(world, placeOf(world.settings, slot).site, hold.booker);
  if (slot.starts_at < earliestOf(terms)) throw new Refused('too-late');
  // Whoever comes back takes the place that was on its way back.
  const again = await takeLeftPlaces(tx, { slot: slot.id, appointment: id });
  const changes = [
    { slot: found.slot, taken: -1, comingBack: 1 },
    ...again.map((booker) => ({ slot: slot.id, comingBack: -1, takenPublic: booker === 'public' ? -1 : 0 })),
  ];
  // In one order: two moves that cross never wait for each other.
  for (const { slot: changed, ...change } of changes.sort((a, b) => a.slot - b.slot))
    await changeSlot(tx, changed, change);
  await leavePlace(tx, {
    slot: found.slot,
    booker: found.booker,
    returns_at: returnMoment(world),
    appointment: id,
  });
  await changeAppointment(tx, id, {
    slot: slot.id,
    booker: hold.booker,
    state: 'booked',
    is_live: true,
    // Who had come early for the former one comes again.
    attendance: null,
  });
  if (hold.source !== null) await noteTaken(tx, hold.source, now);
  await tell(world, tx, found, 'appointment-moved');
  return appointmentOf(world, tx, id);
}

/**
 * Cancels an appointment that has not begun. Its place returns to the public
 * later, at a moment that nobody can guess.
 *
 * @throws Refused `not-found`, also when it is cancelled already, `too-late`
 */
export async function cancelAppointment(world: World, tx: Tx, id: string): Promise<AppointmentAnswer> {
  const found = await changeable(tx, id, world.now());
  const { slot, booker } = found;
  await changeSlot(tx, slot, { taken: -1, comingBack: 1 });
  await leavePlace(tx, { slot, booker, returns_at: returnMoment(world), appointment: id });
  await changeAppointment(tx, id, { slot, booker, state: 'cancelled', is_live: false });
  await tell(world, tx, found, 'appointment-cancelled');
  return appointmentOf(world, tx, id);
}

/**
 * An appointment as the person sees it.
 *
 * @throws Refused `not-found`
 */
export async function appointmentOf(world: World, db: Db | Tx, id: string): Promise<AppointmentAnswer> {
  const found = await findAppointment(db, id);
  const { config } = world.settings;
  const site = config.sites.find((each) => each.id === found?.site);
  const procedure = config.procedures.find((each) => each.id === found?.procedure);
  if (!found || !site || !procedure) throw new Refused('not-found');
  const { reference, start, end, state, sequence } = found;
  return {
    ...{ reference, start, end, state, sequence },
    token: tokenOf(world.settings.secret, 'appointment', id),
    site: publicSite(site),
    procedure: {
      id: found.procedure,
      label: procedure.label,
      documents: [...(procedure.documents ?? [])],
    },
    manage: appointmentLink(world, id),
    isMovable: state === 'booked' && found.starts_at > world.now(),
  };
}

async function changeable(tx: Tx, id: string, now: Date): Promise<FoundAppointment> {
  const found = await lockAppointment(tx, id);
  if (found?.state !== 'booked') throw new Refused('not-found');
  if (found.starts_at <= now) throw new Refused('too-late');
  return found;
}

async function freeReference(world: World, tx: Tx, site: string): Promise<string> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const reference = referenceOf(siteCode(world.settings, site), todayAt(world, site), world.random);
    if (!(await isReferenceTaken(tx, reference))) return reference;
  }
  throw new Error(`No free reference in ${String(DRAWS)} draws.`);
}

async function tell(
  { store }: World,
  tx: Tx,
  { id, email, sequence }: FoundAppointment,
  kind: 'appointment-moved' | 'appointment-cancelled',
): Promise<void> {
  if (email !== null) await sendLater(store, tx, { kind, of: id, occasion: String(sequence + 1) });
}
