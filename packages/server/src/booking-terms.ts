import {
  bookingHorizon,
  bookingNotice,
  holdMinutes,
  returnDelay,
  type Booker,
  type BookingTerms,
  type Procedure,
  type ReturnDelay,
  type Site,
} from '@qualepref/core';
import { Refused } from './problem.ts';
import type { Settings } from './settings.ts';
import { todayAt } from './site-time.ts';
import type { World } from './world.ts';

/** Days ahead for which slots are made: all that an agent can book. */
export const DAYS_AHEAD = 365;
/** Milliseconds during which the places that a network took count. */
export const SOURCE_WINDOW = 600_000;
const MINUTE = 60_000;

/** A site and what it receives for, on slots of its own. */
export interface Place {
  readonly site: Site;
  readonly procedure: Procedure & { readonly id: string };
}

/** @throws Refused `not-found` when the site does not receive for the procedure on slots of its own */
export function placeOf(
  { config }: Settings,
  { site, procedure }: { readonly site: string; readonly procedure: string },
): Place {
  const foundSite = config.sites.find(({ id }) => id === site);
  const found = config.procedures.find(
    ({ id, sites, booking }) => id === procedure && sites.includes(site) && booking?.mode === 'own-slots',
  );
  if (!foundSite || !found) throw new Refused('not-found');
  return { site: foundSite, procedure: { ...found, id: procedure } };
}

/** When somebody can book at a site, by the settings and core’s proposals; agents as long as the slot has not begun. */
export function termsOf(world: World, site: Site, booker: Booker): BookingTerms {
  const { notice, horizon } = world.settings.server.booking;
  return {
    now: world.now().toISOString(),
    today: todayAt(world, site.id),
    minimumNotice: booker === 'agent' ? 0 : (notice ?? bookingNotice.value),
    horizon: booker === 'agent' ? DAYS_AHEAD : (horizon ?? bookingHorizon.value),
  };
}

/** The first instant that can be booked. */
export function earliestOf({ now, minimumNotice }: BookingTerms): Date {
  return new Date(Date.parse(now) + minimumNotice * MINUTE);
}

/** Minutes that a place is held. */
export function holdLength({ server }: Settings): number {
  return server.booking.hold ?? holdMinutes.value;
}

/** A moment at which a place left now returns to the public. */
export function returnMoment({ settings, now, random }: World): Date {
  const { min, max }: ReturnDelay = settings.server.booking.returns ?? returnDelay.value;
  return new Date(now().getTime() + Math.round((min + random() * (max - min)) * 60) * 1000);
}
