import {
  cancelAppointment as coreCancel,
  confirmHold as coreConfirm,
  holdSlot as coreHold,
  localDay,
  moveAppointment as coreMove,
  placesLeft,
  releaseHold as coreRelease,
  type Booker,
  type BookingOutcome,
  type Bookings,
  type BookingTerms,
  type Config,
  type ProblemCode,
  type Refusal,
  type Slot,
} from '@qualepref/core';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { confirm, hold, NINE, openNow, place, ruleOf, TEN } from './booking-fixture.ts';
import { cancelAppointment, extendHold, freeSlots, moveAppointment, releaseHold, sweep } from './booking.ts';
import { onEachEngine } from './engines-fixture.ts';
import { Refused } from './problem.ts';
import type { Tx } from './store/database.ts';
import { BEGINNING, exampleConfig, type Trial } from './testing.ts';
import { idOf } from './token.ts';

const MINUTE = 60_000;
const DAY = '2026-11-27';
/** Both bounds alike: what is drawn makes no difference. */
const RETURN = 40;
/** Deeds of a history: enough to fill the slots and empty them again. */
const LENGTH = 50;

const slots: readonly Slot[] = [NINE, TEN].map((start) => ({
  site: 'valmont',
  procedure: 'titre-de-sejour',
  start,
  end: start === NINE ? TEN : '2026-11-27T11:00+01:00',
  capacity: 3,
  publicCapacity: 2,
}));

const BOOKERS: readonly Booker[] = ['public', 'agent'];

const which = fc.nat(99);
const person = fc.nat(4);
const slot = fc.constantFrom(...slots);

/** What may happen; numbers choose among what there is. */
const deed = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constant('hold' as const), slot, by: fc.constantFrom(...BOOKERS) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('confirm' as const), which, person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('extend' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 14, 15, 40) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

const { server } = exampleConfig;
const config: Config = {
  ...exampleConfig,
  ...(server && {
    server: {
      ...server,
      booking: { ...server.booking, perContact: 9, returns: { min: RETURN, max: RETURN } },
    },
  }),
};

onEachEngine(
  (trial) => {
    beforeEach(async () => {
      await openNow(trial.world, ruleOf({ every: 60, to: '11:00', capacity: 3, agentShare: 1 / 3 }));
      const { db } = trial.world.store;
      await db.updateTable('slot').set({ public_capacity: 2 }).execute();
    });

    test('any history leaves the places, and meets the refusals, that core says', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: LENGTH, maxLength: LENGTH }), async (history) => {
          await forget(trial);
          await new Comparison(trial).follow(history);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    }, 60_000);
  },
  { config },
);

/** What the API calls the refusals of core. */
const CODES: Readonly<Record<Refusal, ProblemCode>> = {
  ...{ full: 'slot-full', held: 'slot-held', expired: 'hold-expired' },
  ...{ 'too-soon': 'too-soon', 'too-late': 'too-late' },
  ...{ 'already-booked': 'already-booked', 'not-found': 'not-found' },
};

/** One history, told to the database and to core. */
class Comparison {
  readonly #trial: Trial;
  #model: Bookings = { appointments: [], holds: [] };
  readonly #extended = new Set<string>();
  #lastHold = 'none';

  constructor(trial: Trial) {
    this.#trial = trial;
  }

  async follow(history: readonly Deed[]): Promise<void> {
    for (const each of history) {
      await this.#do(each);
      await this.#compare();
    }
  }

  async #do(each: Deed): Promise<void> {
    const { world, clock } = this.#trial;
    switch (each.do) {
      case 'wait':
        clock.pass(each.minutes * MINUTE);
        return;
      case 'sweep':
        await sweep(world);
        return;
      case 'hold':
        await this.#hold(each.slot, each.by);
        return;
      case 'confirm': {
        const id = this.#someHold(each.which);
        const booker = this.#bookerOf(id);
        const name = `Personne ${'ABCD'.charAt(each.person)}`;
        const booked = await settled(confirm(world, id, { name, email: 'famille@exemple.fr', booker }));
        const request = {
          hold: id,
          id: 'code' in booked ? 'none' : this.#idOf(booked.token),
          personKey: name,
        };
        this.#expect(booked, coreConfirm(this.#model, request, { now: this.#now }));
        return;
      }
      case 'release': {
        const id = this.#someHold(each.which);
        await this.#within((tx) => releaseHold(world, tx, id));
        this.#model = coreRelease(this.#model, id);
        return;
      }
      case 'extend': {
        const id = this.#someHold(each.which);
        const extended = await settled(this.#within((tx) => extendHold(world, tx, id)));
        const isLive = this.#model.holds.some((one) => one.id === id && one.expiresAt > this.#now);
        const expected = !isLive ? 'hold-expired' : this.#extended.has(id) ? 'too-many' : undefined;
        expect('code' in extended ? extended.code : undefined).toBe(expected);
        if ('code' in extended) return;
        this.#extended.add(id);
        const { expiresAt } = extended;
        const holds = this.#model.holds.map((one) => (one.id === id ? { ...one, expiresAt } : one));
        this.#model = { ...this.#model, holds };
        return;
      }
      case 'cancel': {
        const found = at(this.#model.appointments, each.which);
        if (!found) return;
        const cancelled = await settled(this.#within((tx) => cancelAppointment(world, tx, found.id)));
        this.#expect(cancelled, coreCancel(this.#model, found, this.#returns()));
        return;
      }
      case 'move': {
        const found = at(this.#model.appointments, each.which);
        const to = at(slots, each.which % 3);
        if (!found || !to) return;
        const held = await this.#hold(to, found.for);
        if (held === undefined) return;
        const moved = await settled(this.#within((tx) => moveAppointment(world, tx, found.id, held)));
        const terms = { ...this.#terms(found.for), ...this.#returns() };
        const { id, personKey } = found;
        this.#expect(moved, coreMove(this.#model, { id, personKey, to, hold: held }, terms));
        return;
      }
    }
  }

  /** @returns its id, if it was made */
  async #hold(slot: Slot, by: Booker): Promise<string | undefined> {
    const held = await settled(hold(this.#trial.world, { start: slot.start, booker: by }));
    const id = 'code' in held ? 'none' : held.id;
    const terms = { ...this.#terms(by), minutes: 15 };
    this.#expect(held, coreHold(this.#model, { id, slot, for: by }, terms));
    if ('code' in held) return undefined;
    this.#lastHold = id;
    return id;
  }

  /** One of those that there are, or the last one made, which may be gone. */
  #someHold(which: number): string {
    const ids = this.#model.holds.map(({ id }) => id);
    return at([...ids, this.#lastHold], which) ?? '';
  }

  /** Both do it, or both refuse it for the same reason. */
  #expect(done: object | { readonly code: string }, said: BookingOutcome<unknown>): void {
    // A hold that is gone is not told apart from one that has expired.
    const code = 'ok' in said ? undefined : CODES[said.refused];
    const told = 'code' in done ? done.code : undefined;
    expect(told === 'hold-expired' && code === 'not-found' ? 'not-found' : told).toBe(code);
    if ('ok' in said) this.#model = said.bookings;
  }

  async #compare(): Promise<void> {
    for (const booker of BOOKERS) {
      const { slots: free } = await freeSlots(this.#trial.world, { ...place, booker, from: DAY, to: DAY });
      const { now, minimumNotice } = this.#terms(booker);
      const earliest = Date.parse(now) + minimumNotice * MINUTE;
      const expected = slots
        .map((slot) => ({
          start: slot.start,
          end: slot.end,
          places: placesLeft(slot, this.#model.appointments, this.#model.holds, { now, for: booker }),
        }))
        .filter(({ start, places }) => places > 0 && Date.parse(start) >= earliest);
      expect(free).toEqual(expected);
    }
  }

  get #now(): string {
    return this.#trial.clock.now().toISOString();
  }

  #terms(booker: Booker): BookingTerms {
    const minimumNotice = booker === 'public' ? 1440 : 0;
    return { now: this.#now, today: localDay(this.#now, 'Europe/Paris'), minimumNotice, horizon: 60 };
  }

  #returns(): { now: string; returnDelay: { min: number; max: number }; random: () => number } {
    return { now: this.#now, returnDelay: { min: RETURN, max: RETURN }, random: () => 0 };
  }

  #bookerOf(id: string): Booker {
    return this.#model.holds.find((one) => one.id === id)?.for ?? 'public';
  }

  #idOf(token: string): string {
    return idOf(this.#trial.world.settings.secret, 'appointment', token) ?? '';
  }

  #within<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#trial.world.store.db.transaction().execute(act);
  }
}

function at<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length];
}

async function settled<Result extends object>(
  deed: Promise<Result>,
): Promise<Result | { readonly code: string }> {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof Refused) return { code: error.code };
    throw error;
  }
}

async function forget({ world, clock }: Trial): Promise<void> {
  const { db } = world.store;
  clock.set(BEGINNING);
  await db.deleteFrom('hold').execute();
  await db.deleteFrom('returning_place').execute();
  await db.deleteFrom('appointment').execute();
  await db
    .updateTable('slot')
    .set({ taken: 0, coming_back: 0, taken_public: 0 })
    .where('day', '=', DAY)
    .execute();
}
