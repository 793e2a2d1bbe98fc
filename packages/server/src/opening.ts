import { createHash } from 'node:crypto';
import {
  addDays,
  agentShare,
  calendarOf,
  isHoliday,
  openingRulesAmong,
  siteTimeZone,
  slotsOf,
  type HolidayAt,
  type OpeningRule,
  type Slot,
} from '@qualepref/core';
import { safeParse } from 'valibot';
import { DAYS_AHEAD, placeOf, termsOf, type Place } from './booking-terms.ts';
import { Refused } from './problem.ts';
import { todayAt } from './site-time.ts';
import type { Db, Tx } from './store/database.ts';
import {
  keepRules,
  lockPlace,
  noteOpened,
  openedPlaces,
  planSlots,
  rulesAt,
  rulesOf,
  type OpeningState,
  type PlaceName,
} from './store/opening-store.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
/** Within which a slot that is added now opens. */
const SOON = 3 * HOUR;
/** Hours of the day within which a new day opens: those when people are awake too. */
const MORNING = 8;
const OPENING_SPAN = 12 * HOUR;

/**
 * Makes these the opening rules of some places, and their slots those that the
 * rules give, for a year. What is booked stays, whatever the rules become.
 *
 * @param rules all those of the places
 * @param places those of the rules by default; one without a rule is closed
 * @throws Refused `invalid` when a rule is none or two of them meet, `not-found` where a place has no slots of its own
 */
export async function openSlots(
  world: World,
  tx: Tx,
  rules: readonly OpeningRule[],
  places: readonly PlaceName[] = placesOf(rules),
): Promise<void> {
  const parsed = safeParse(openingRulesAmong(holidaysOf(world)), rules);
  if (!parsed.success)
    throw new Refused('invalid', {
      errors: parsed.issues.map(({ path = [], message }) => ({
        path: path.map(({ key }) => (typeof key === 'number' ? key : String(key))),
        message,
      })),
    });
  for (const name of places) {
    const place = placeOf(world.settings, name);
    const own = parsed.output.filter((rule) => isOf(rule, name));
    await lockPlace(tx, name);
    const state = stateNow(world, place);
    await keepRules(tx, name, own, { ...state, now: world.now() });
    await plan(world, tx, place, own, todayAt(world, place.site.id));
  }
}

/** Makes the slots of the days that have come within a year, and all of them anew where the configuration has changed. */
export async function extendSlots(world: World): Promise<void> {
  for (const { site, procedure, ...made } of await openedPlaces(world.store.db)) {
    const name = { site, procedure };
    const place = offered(world, name);
    if (!place || isSame(made, stateNow(world, place))) continue;
    await world.store.db.transaction().execute(async (tx) => {
      await lockPlace(tx, name);
      const rows = await rulesOf(tx, name);
      const state = stateNow(world, place);
      const [first] = rows;
      // Another process did it meanwhile.
      if (!first || isSame({ openedTo: first.opened_to, madeWith: first.made_with }, state)) return;
      const isLonger = rows.every(({ made_with }) => made_with === state.madeWith);
      const from = isLonger ? addDays(first.opened_to, 1) : todayAt(world, place.site.id);
      await plan(
        world,
        tx,
        place,
        rows.map(({ rule }) => rule),
        from,
      );
      await noteOpened(tx, name, state);
    });
  }
}

/** Minutes of the slots of each procedure of a site, where they are all as long. */
export async function slotLengths(db: Db, site: string): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, Set<number>>();
  for (const { procedure, rule } of await rulesAt(db, site))
    lengths.set(procedure, (lengths.get(procedure) ?? new Set()).add(rule.every));
  return new Map(
    [...lengths].flatMap(([procedure, [length, ...others]]) =>
      length === undefined || others.length > 0 ? [] : [[procedure, length]],
    ),
  );
}

async function plan(
  world: World,
  tx: Tx,
  place: Place,
  rules: readonly OpeningRule[],
  from: string,
): Promise<void> {
  const { site, procedure } = place;
  const now = world.now();
  const to = addDays(todayAt(world, place.site.id), DAYS_AHEAD);
  const slots = slotsOf(rules, {
    ...{ from, to, calendar: calendarOf(site), timeZone: siteTimeZone(site) },
    ...{ now: now.toISOString(), minimumNotice: 0, horizon: DAYS_AHEAD, agentShare: shareOf(world) },
  });
  const { horizon } = termsOf(world, site, 'public');
  const planned = slots.map((slot) => ({ ...slot, opensAt: opening(world, slot, horizon) }));
  await planSlots(tx, { site: site.id, procedure: procedure.id }, planned, { from, to, now });
}

/**
 * When the public sees a slot: within the day when it comes within the horizon,
 * or within some hours when it already has, at a moment drawn for each. Whoever
 * watches for an opening finds none to wait for.
 */
function opening({ now, random }: World, { start }: Slot, horizon: number): Date {
  const at = now().getTime();
  const day = addDays(start.slice(0, 10), -horizon);
  const morning = Date.parse(`${day}T0${String(MORNING)}:00${start.slice(16)}`);
  const drawn = morning + random() * OPENING_SPAN;
  return new Date(drawn > at ? drawn : at + random() * SOON);
}

function placesOf(rules: readonly OpeningRule[]): readonly PlaceName[] {
  return rules.filter((rule, at) => rules.findIndex((other) => isOf(other, rule)) === at);
}

function isOf(rule: OpeningRule, { site, procedure }: PlaceName): boolean {
  return rule.site === site && rule.procedure === procedure;
}

function offered({ settings }: World, name: PlaceName): Place | undefined {
  try {
    return placeOf(settings, name);
  } catch {
    return undefined;
  }
}

function holidaysOf({ settings }: World): HolidayAt {
  const zones = new Map(settings.config.sites.map(({ id, zone }) => [id, zone]));
  return (site, day) => isHoliday(day, zones.get(site) ?? 'metropole');
}

function shareOf({ settings }: World): number {
  return settings.server.booking.agentShare ?? agentShare.value;
}

/** How far slots go today, and what they depend on besides the rules. */
function stateNow(world: World, place: Place): OpeningState {
  const { horizon } = termsOf(world, place.site, 'public');
  const of = [calendarOf(place.site), siteTimeZone(place.site), shareOf(world), horizon];
  return {
    openedTo: addDays(todayAt(world, place.site.id), DAYS_AHEAD),
    madeWith: createHash('sha256').update(JSON.stringify(of)).digest('base64url'),
  };
}

function isSame(one: OpeningState, other: OpeningState): boolean {
  return one.openedTo >= other.openedTo && one.madeWith === other.madeWith;
}
