import type { AppointmentAnswer, HoldAnswer, OpeningRule } from '@qualepref/core';
import { confirmHold, holdPlace, openSlots, type Confirmation, type HoldPlace } from './booking.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';

/** Every weekday morning of Valmont, two places each half-hour; the test says what differs. */
export function ruleOf(more: Partial<OpeningRule> = {}): OpeningRule {
  return {
    site: 'valmont',
    procedure: 'titre-de-sejour',
    weekdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '12:00',
    every: 30,
    capacity: 2,
    agentShare: 0,
    validFrom: undefined,
    validTo: undefined,
    closings: [],
    openings: [],
    ...more,
  };
}

/** Opens slots, and at once. */
export async function openNow(world: World, ...rules: readonly OpeningRule[]): Promise<void> {
  await world.store.db
    .transaction()
    .execute((tx) => openSlots({ ...world, random: () => 0 }, tx, rules.length === 0 ? [ruleOf()] : rules));
}

/** A place of Valmont, two days after the beginning of a trial. */
export const NINE = '2026-11-27T09:00+01:00';
/** Another, an hour later. */
export const TEN = '2026-11-27T10:00+01:00';

/** The first of them, as the public asks for it. */
export const place: HoldPlace = {
  site: 'valmont',
  procedure: 'titre-de-sejour',
  start: NINE,
  booker: 'public',
};

/** Holds a place in a transaction of its own. */
export function hold(world: World, more: Partial<HoldPlace> = {}): Promise<HoldAnswer> {
  return world.store.db.transaction().execute((tx) => holdPlace(world, tx, { ...place, ...more }));
}

/** Books the place of a hold in a transaction of its own. */
export function confirm(
  world: World,
  id: string,
  more: Partial<Confirmation> = {},
): Promise<AppointmentAnswer> {
  return world.store.db.transaction().execute((tx) =>
    confirmHold(world, tx, {
      hold: id,
      name: 'Awa Exemple',
      email: 'awa@exemple.fr',
      language: 'fr',
      booker: 'public',
      ...more,
    }),
  );
}

const MANY = 1_000_000;

/** Settings under which one address may do all. */
export function unlimited(settings: Settings): Settings {
  const limits = { requests: MANY, writes: MANY, allWrites: MANY, places: MANY };
  return { ...settings, server: { ...settings.server, limits } };
}
