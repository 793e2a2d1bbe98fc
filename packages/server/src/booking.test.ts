import type { OpeningRule } from '@qualepref/core';
import { beforeEach, expect, test } from 'vitest';
import { confirm, hold, NINE, openNow, place, ruleOf, TEN } from './booking-fixture.ts';
import {
  appointmentOf,
  cancelAppointment,
  extendHold,
  freeSlots,
  moveAppointment,
  openSlots,
  releaseHold,
  sweep,
} from './booking.ts';
import { onEachEngine } from './engines-fixture.ts';
import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import { idOf } from './token.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

onEachEngine((trial) => {
  beforeEach(() => openNow(trial.world));

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

  test('a contact has a few live appointments for a procedure at most; agents judge for themselves', async () => {
    const family = (name: string) => refusal(book({ name, phone: '06 99 00 12 34' }, nextStart()));
    let count = 0;
    const nextStart = () =>
      `2026-11-27T${String(9 + Math.floor(count / 4)).padStart(2, '0')}:${count++ % 4 < 2 ? '00' : '30'}+01:00`;
    expect([await family('Un'), await family('Deux'), await family('Trois')]).toEqual(
      Array.from({ length: 3 }, () => 'accepted'),
    );
    expect(await family('Quatre')).toBe('already-booked');
    const { id } = await hold(trial.world, { start: '2026-11-27T11:30+01:00', booker: 'agent' });
    expect(await refusal(confirm(trial.world, id, { name: 'Cinq', booker: 'agent' }))).toBe('accepted');
  });

  test('who gives no contact is booked by an agent only, and is not taken for a homonym', async () => {
    const nobody = { email: undefined, name: 'Jean Exemple' };
    expect(await refusal(confirm(trial.world, (await hold(trial.world)).id, nobody))).toBe('invalid');
    for (const start of [TEN, TEN]) {
      const { id } = await hold(trial.world, { start, booker: 'agent' });
      expect(await refusal(confirm(trial.world, id, { ...nobody, booker: 'agent' }))).toBe('accepted');
    }
  });

  test('an appointment that is over leaves the person free to book again', async () => {
    await book();
    trial.clock.set('2026-11-27T08:29:59Z');
    const later = '2026-11-30T09:00+01:00';
    expect(await refusal(book({}, later))).toBe('already-booked');
    trial.clock.pass(1000);
    expect(await refusal(book({}, later))).toBe('accepted');
  });

  test('a network has a few places in ten minutes, held or booked; one that it gives back counts no more', async () => {
    const mine = { source: 'a network' };
    const [one, two] = [await hold(trial.world, mine), await hold(trial.world, mine)];
    expect(await refusal(hold(trial.world, { ...mine, start: TEN }))).toBe('too-many');
    expect(await refusal(hold(trial.world, { source: 'another', start: TEN }))).toBe('accepted');
    await within((tx) => releaseHold(trial.world, tx, one.id));
    await confirm(trial.world, two.id);
    await hold(trial.world, { ...mine, start: TEN });
    expect(await refusal(hold(trial.world, mine))).toBe('too-many');
    trial.clock.pass(10 * MINUTE - 1);
    expect(await refusal(hold(trial.world, mine))).toBe('too-many');
    trial.clock.pass(1);
    expect(await refusal(hold(trial.world, mine))).toBe('accepted');
  });

  test('a slot within the notice comes too late, one beyond the horizon too soon, but not for agents', async () => {
    trial.clock.set('2026-11-26T08:00:00Z');
    expect(await refusal(hold(trial.world))).toBe('accepted');
    trial.clock.pass(1);
    expect(await refusal(hold(trial.world))).toBe('too-late');
    expect(await refusal(hold(trial.world, { booker: 'agent' }))).toBe('accepted');
    expect(await refusal(hold(trial.world, { start: '2027-01-25T09:00+01:00' }))).toBe('accepted');
    expect(await refusal(hold(trial.world, { start: '2027-01-26T09:00+01:00' }))).toBe('too-soon');
    expect(await refusal(hold(trial.world, { start: '2027-01-26T09:00+01:00', booker: 'agent' }))).toBe(
      'accepted',
    );
  });

  test('an appointment does not move to where it is, nor once it has begun', async () => {
    const id = await book();
    const same = await hold(trial.world);
    expect(await refusal(within((tx) => moveAppointment(trial.world, tx, id, same.id)))).toBe(
      'already-booked',
    );
    expect(await refusal(within((tx) => moveAppointment(trial.world, tx, id, 'none')))).toBe('hold-expired');
    trial.clock.set('2026-11-27T07:59:59Z');
    expect(await appointmentOf(trial.world, trial.world.store.db, id)).toMatchObject({ isMovable: true });
    trial.clock.pass(1000);
    expect(await appointmentOf(trial.world, trial.world.store.db, id)).toMatchObject({ isMovable: false });
    expect(await refusal(within((tx) => cancelAppointment(trial.world, tx, id)))).toBe('too-late');
  });

  test('slots that the rules no longer open go; what is booked stays, and is given back to nobody', async () => {
    const id = await book();
    await openNow(
      trial.world,
      ruleOf({ closings: [{ from: '2026-11-27', to: undefined, reason: { fr: 'Travaux' } }] }),
    );
    const slots = () =>
      trial.world.store.db
        .selectFrom('slot')
        .select(['start', 'planned', 'capacity', 'taken'])
        .where('day', '=', '2026-11-27')
        .orderBy('start')
        .execute();
    expect(await slots()).toEqual([{ start: NINE, planned: 0, capacity: 1, taken: 1 }]);
    expect([await places(NINE, 'agent'), await refusal(hold(trial.world))]).toEqual([0, 'slot-full']);
    await within((tx) => cancelAppointment(trial.world, tx, id));
    expect(await slots()).toEqual([{ start: NINE, planned: 0, capacity: 0, taken: 0 }]);
    expect([await places(NINE, 'agent'), await refusal(hold(trial.world, { booker: 'agent' }))]).toEqual([
      0,
      'slot-full',
    ]);
    await openNow(trial.world);
    expect(await places(NINE, 'agent')).toBe(2);
    await within((tx) => openSlots(trial.world, tx, [], [place]));
    expect(await places(TEN, 'agent')).toBe(0);
  });

  test('fewer places than are taken give none until enough are left', async () => {
    const ids = [await book({ name: 'Un' }), await book({ name: 'Deux' })];
    await openNow(trial.world, ruleOf({ capacity: 1 }));
    for (const id of ids) {
      expect(await places(NINE, 'agent')).toBe(0);
      await within((tx) => cancelAppointment(trial.world, tx, id));
    }
    expect(await places(NINE, 'agent')).toBe(1);
  });

  test('rules that meet, and a place without slots of its own, are refused', async () => {
    const open = (...rules: OpeningRule[]) => refusal(within((tx) => openSlots(trial.world, tx, rules)));
    expect(await open(ruleOf(), ruleOf({ from: '11:00', to: '13:00' }))).toBe('invalid');
    expect(await open(ruleOf({ procedure: 'naturalisation' }))).toBe('not-found');
    expect(await open(ruleOf(), ruleOf({ from: '14:00', to: '16:00' }))).toBe('accepted');
  });

  test('nobody can tell when slots open: within some hours when added now, else within a day', async () => {
    await trial.empty();
    await within((tx) => openSlots(trial.world, tx, [ruleOf()]));
    const opening = async (day: string): Promise<number[]> => {
      const rows = await trial.world.store.db
        .selectFrom('slot')
        .select('opens_at')
        .where('day', '=', day)
        .execute();
      return rows.map(({ opens_at }) => opens_at.getTime());
    };
    const now = trial.clock.now().getTime();
    const soon = await opening('2026-11-27');
    expect(new Set(soon).size).toBe(6);
    for (const at of soon) expect(at >= now && at < now + 3 * HOUR).toBe(true);
    const wanted = await opening('2027-02-05');
    expect(new Set(wanted).size).toBe(6);
    // Sixty days before.
    for (const at of wanted) expect(new Date(at).toISOString().slice(0, 10)).toBe('2026-12-07');
    const first = Math.min(...soon);
    const start = (
      await trial.world.store.db
        .selectFrom('slot')
        .select('start')
        .where('opens_at', '=', new Date(first))
        .executeTakeFirstOrThrow()
    ).start;
    expect(await refusal(hold(trial.world, { start }))).toBe('too-soon');
    trial.clock.pass(first - now);
    expect(await refusal(hold(trial.world, { start }))).toBe('accepted');
  });

  test('each day opens one more; a change of the configuration makes the slots anew', async () => {
    const last = async (): Promise<unknown> =>
      (
        await trial.world.store.db
          .selectFrom('slot')
          .select((slot) => slot.fn.max('day').as('day'))
          .executeTakeFirst()
      )?.day;
    expect(await last()).toBe('2027-11-25');
    trial.clock.set('2026-11-26T08:00:00Z');
    await Promise.all([sweep(trial.world), sweep(trial.world)]);
    expect(await last()).toBe('2027-11-26');
    const { config } = trial.world.settings;
    const closed = config.sites.map((site) => ({
      ...site,
      closings: [{ day: '2026-11-27', reason: { fr: 'Pont' } }],
    }));
    const settings = { ...trial.world.settings, config: { ...config, sites: closed } };
    await sweep({ ...trial.world, settings });
    expect(await places(NINE, 'agent')).toBe(0);
  });
});
