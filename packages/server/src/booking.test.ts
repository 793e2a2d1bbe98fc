import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirm, hold, NINE, openNow, place, ruleOf, TEN } from './booking-fixture.ts';
import {
  appointmentOf,
  cancelAppointment,
  extendHold,
  freeSlots,
  moveAppointment,
  releaseHold,
  sweep,
} from './booking.ts';
import { startCluster, type Cluster } from './postgres-fixture.ts';
import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import { tryServer, type Trial } from './testing.ts';
import { idOf } from './token.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster.close());

describe.each(['embedded', 'postgres'] as const)('on %s', (engine) => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryServer({ url: engine === 'postgres' ? cluster.url : undefined });
  }, 60_000);
  beforeEach(async () => {
    await trial.empty();
    trial.clock.set('2026-11-25T08:00:00Z');
    await openNow(trial.world);
  });
  afterAll(() => trial.close());

  const within = <Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> =>
    trial.world.store.db.transaction().execute(act);
  const refusal = async (deed: Promise<unknown>): Promise<string> => {
    try {
      await deed;
      return 'accepted';
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  };
  const places = async (start = NINE, booker: 'public' | 'agent' = 'public'): Promise<number> => {
    const { slots } = await freeSlots(trial.world, {
      ...place,
      booker,
      from: '2026-11-27',
      to: '2026-11-27',
    });
    return slots.find((slot) => slot.start === start)?.places ?? 0;
  };
  const idOfToken = (token: string): string => idOf(trial.world.settings.secret, 'appointment', token) ?? '';
  const book = async (more: Parameters<typeof confirm>[2] = {}, start = NINE): Promise<string> =>
    idOfToken((await confirm(trial.world, (await hold(trial.world, { start })).id, more)).token);

  test('a place is held, then booked by a person, who is given what opens the appointment', async () => {
    const held = await hold(trial.world);
    expect(held).toMatchObject({ start: NINE, secondsLeft: 900, isExtendable: true });
    expect(await places()).toBe(1);
    const answer = await confirm(trial.world, held.id);
    expect(answer).toMatchObject({
      start: NINE,
      state: 'booked',
      sequence: 0,
      isMovable: true,
      site: { id: 'valmont' },
      procedure: { documents: [{ fr: 'Passeport', en: 'Passport' }] },
    });
    expect(answer.reference).toMatch(/^VAL-2611-/);
    expect(await places()).toBe(1);
    expect(await appointmentOf(trial.world, trial.world.store.db, idOfToken(answer.token))).toEqual(answer);
  });

  test('a slot has as many places as it has: the next one learns that it is held, then full', async () => {
    const [one, two] = [await hold(trial.world), await hold(trial.world)];
    expect(await refusal(hold(trial.world))).toBe('slot-held');
    await confirm(trial.world, one.id, { email: 'one@exemple.fr' });
    await confirm(trial.world, two.id, { email: 'two@exemple.fr' });
    expect(await refusal(hold(trial.world))).toBe('slot-full');
    expect(await refusal(hold(trial.world, { start: '2026-11-27T09:10+01:00' }))).toBe('slot-full');
    expect(await refusal(hold(trial.world, { site: 'nowhere' }))).toBe('not-found');
  });

  test('a hold that expires gives its place back once, whoever notices', async () => {
    await hold(trial.world);
    await hold(trial.world);
    trial.clock.pass(15 * MINUTE - 1);
    expect(await places()).toBe(0);
    trial.clock.pass(1);
    expect(await places()).toBe(2);
    const held = await hold(trial.world);
    await sweep(trial.world);
    await Promise.all([sweep(trial.world), sweep(trial.world)]);
    expect(await places()).toBe(1);
    await within((tx) => releaseHold(trial.world, tx, held.id));
    await within((tx) => releaseHold(trial.world, tx, held.id));
    expect(await places()).toBe(2);
  });

  test('a hold is extended once', async () => {
    const { id } = await hold(trial.world);
    const extended = await within((tx) => extendHold(trial.world, tx, id));
    expect(extended).toMatchObject({ secondsLeft: 1800, isExtendable: false });
    expect(await refusal(within((tx) => extendHold(trial.world, tx, id)))).toBe('too-many');
    trial.clock.pass(30 * MINUTE - 1);
    expect(await refusal(confirm(trial.world, id))).toBe('accepted');
    const late = await hold(trial.world);
    trial.clock.pass(15 * MINUTE);
    expect(await refusal(confirm(trial.world, late.id, { name: 'Another' }))).toBe('hold-expired');
    expect(await refusal(within((tx) => extendHold(trial.world, tx, late.id)))).toBe('hold-expired');
  });

  test('a cancelled place is for agents at once, and for the public after a time drawn', async () => {
    const id = await book();
    const cancelled = await within((tx) => cancelAppointment(trial.world, tx, id));
    expect(cancelled).toMatchObject({ state: 'cancelled', sequence: 1, isMovable: false });
    expect(await places()).toBe(1);
    expect(await places(NINE, 'agent')).toBe(2);
    expect(await refusal(within((tx) => cancelAppointment(trial.world, tx, id)))).toBe('not-found');
    trial.clock.pass(10 * MINUTE - 1);
    expect(await places()).toBe(1);
    trial.clock.pass(171 * MINUTE);
    expect(await places()).toBe(2);
    await sweep(trial.world);
    await sweep(trial.world);
    expect(await places()).toBe(2);
  });

  test('an appointment moves to the place of a hold, and leaves its own', async () => {
    const id = await book();
    const { id: to } = await hold(trial.world, { start: TEN });
    const moved = await within((tx) => moveAppointment(trial.world, tx, id, to));
    expect(moved).toMatchObject({ start: TEN, state: 'booked', sequence: 1 });
    expect([await places(NINE), await places(TEN)]).toEqual([1, 1]);
    const { id: back } = await hold(trial.world, { start: NINE });
    await within((tx) => moveAppointment(trial.world, tx, id, back));
    // The place that was on its way back is the one it has again.
    expect([await places(NINE), await places(TEN)]).toEqual([1, 1]);
    trial.clock.pass(4 * HOUR);
    expect([await places(NINE), await places(TEN)]).toEqual([1, 2]);
  });

  test('one person has one live appointment for a procedure, however the name is written', async () => {
    const id = await book({ name: 'Éloïse Du-Pont', email: 'elo@exemple.fr' });
    const again = (name: string, email: string, start = TEN) => refusal(book({ name, email }, start));
    expect(await again('du pont  ELOISE', 'Elo+2@Exemple.fr')).toBe('already-booked');
    expect(await again('Paul Du-Pont', 'elo@exemple.fr')).toBe('accepted');
    await within((tx) => cancelAppointment(trial.world, tx, id));
    expect(await again('Éloïse Du-Pont', 'elo@exemple.fr', NINE)).toBe('accepted');
  });

  test('the places of agents are theirs', async () => {
    await openNow(trial.world, ruleOf({ agentShare: 0.5 }));
    expect([await places(), await places(NINE, 'agent')]).toEqual([1, 2]);
    await hold(trial.world);
    expect(await refusal(hold(trial.world))).toBe('slot-held');
    const { id } = await hold(trial.world, { booker: 'agent' });
    expect(await refusal(confirm(trial.world, id))).toBe('hold-expired');
  });
});
