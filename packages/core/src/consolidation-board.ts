import type { Indicator } from './indicator.ts';
import { countsOf, startSum, type Entry, type Frame, type Sum } from './measurement-sum.ts';
import { breakdownKey, isMeasurementOf, type Measurement, type Suspension } from './measurement.ts';
import { holds, monthsOf, parsePeriod, type Period } from './period.ts';

/** What is consolidated together. */
export interface SiteGroup {
  /** A measurement may bear it in the place of a site, for the whole unit. */
  readonly id: string;
  readonly sites: readonly string[];
}

/** What every measurement is entered for. */
export interface BoardRequest {
  readonly indicators: readonly Indicator[];
  readonly units: readonly SiteGroup[];
  /** Ids of periods. */
  readonly periods: readonly string[];
  readonly suspensions?: readonly Suspension[];
}

/** A suspension, seen from a unit. */
export interface Halt {
  /** Months, as `monthNumber` counts them, both included. */
  readonly first: number;
  readonly last: number;
  /** Of each site of the unit, whether it stops. */
  readonly stops: readonly boolean[];
  readonly suspension: Suspension;
}

/** What was entered of one value of a family, or of an indicator that is none. */
export interface Part {
  /** As `breakdownKey` makes it. */
  readonly key: string;
  readonly sum: Sum;
  readonly published: Measurement[];
  /** Each once. */
  readonly sources: string[];
}

/** A period that is asked for. */
export interface Target {
  readonly period: Period;
  /** Ids of its months. */
  readonly months: readonly string[];
  /** The first of them, as `monthNumber` counts. */
  readonly start: number;
}

/** An indicator, for a unit and a period. */
export interface Slot {
  readonly indicator: Indicator;
  readonly unit: SiteGroup;
  readonly target: Target;
  readonly frame: Frame;
  readonly halts: readonly Halt[];
  readonly parts: Part[];
}

interface Place {
  readonly unit: number;
  /** Which of its sites; −1 for the whole unit. */
  readonly site: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
  /** Which of the requested periods hold it. */
  readonly targets: readonly number[];
}

/** Months in a row have numbers in a row. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** A slot for each indicator, unit and period, in this order, with all that counts in it. */
export function fillBoard(
  measurements: readonly Measurement[],
  { indicators, units, periods, suspensions = [] }: BoardRequest,
): readonly Slot[] {
  const targets = periods.map(targetOf);
  const slots = indicators.flatMap((indicator) =>
    units.flatMap((unit) => {
      const halts = haltsOf(suspensions, indicator, unit);
      return targets.map((target) => slotOf(indicator, unit, target, halts));
    }),
  );
  const indicatorAt = new Map(indicators.map(({ id }, at) => [id, at]));
  const placesAt = placesOf(units);
  const spans = new Map<string, Span>();
  for (const measurement of measurements) {
    const at = indicatorAt.get(measurement.indicator);
    const places = placesAt.get(measurement.site);
    if (at === undefined || !places) continue;
    const span = spans.get(measurement.period) ?? spanOf(measurement.period, targets);
    spans.set(measurement.period, span);
    for (const { unit, site } of places) {
      for (const target of span.targets) {
        const slot = slots[(at * units.length + unit) * targets.length + target];
        if (slot) enter(measurement, slot, site, span);
      }
    }
  }
  return slots;
}

function enter(measurement: Measurement, slot: Slot, site: number, { first, last }: Span): void {
  const { indicator, target, frame, parts } = slot;
  const { start } = target;
  if (!isMeasurementOf(measurement, indicator) || isHalted(slot, site, first, last)) return;
  const { of, value, source } = measurement;
  const key = breakdownKey(of);
  let part = parts.find((each) => each.key === key);
  if (!part) {
    part = { key, sum: startSum(of, frame), published: [], sources: [] };
    parts.push(part);
  }
  const counts = countsOf(value);
  if (!counts) {
    part.published.push(measurement);
    return;
  }
  if (source !== undefined && !part.sources.includes(source)) part.sources.push(source);
  const { sum } = part;
  if (site === -1 || first !== last || indicator.overTime === 'last') {
    const entry: Entry = { site, first: first - start, last: last - start, ...counts };
    sum.entries.push(entry);
    return;
  }
  const cell = site * frame.months + first - start;
  const [upper, lower] = [sum.upper[cell] ?? 0, sum.lower[cell] ?? 0];
  // Of two figures of the same month, the one of more cases: neither both, nor the last to come.
  if (sum.seen[cell] && (lower > counts.lower || (lower === counts.lower && upper > counts.upper))) return;
  sum.upper[cell] = counts.upper;
  sum.lower[cell] = counts.lower;
  sum.seen[cell] = true;
}

/** Whether a suspension stops a site in a month. */
export function isStopped(halts: readonly Halt[], site: number, month: number): boolean {
  return halts.some(({ first, last, stops }) => first <= month && month <= last && stops[site] === true);
}

/** A figure counts as soon as one of its months was followed on one of its sites. */
function isHalted({ halts, frame }: Slot, site: number, first: number, last: number): boolean {
  if (halts.length === 0) return false;
  const [from, to] = site === -1 ? [0, frame.sites - 1] : [site, site];
  for (let month = first; month <= last; month++) {
    for (let at = from; at <= to; at++) if (!isStopped(halts, at, month)) return false;
  }
  return true;
}

function targetOf(id: string): Target {
  const period = parsePeriod(id);
  return { period, months: monthsOf(period).map((month) => month.id), start: monthNumber(period.start) };
}

function slotOf(indicator: Indicator, unit: SiteGroup, target: Target, halts: readonly Halt[]): Slot {
  const { start, months } = target;
  return {
    indicator,
    unit,
    target,
    frame: { sites: unit.sites.length, months: months.length },
    halts: halts.filter(({ first, last }) => first < start + months.length && start <= last),
    parts: [],
  };
}

function haltsOf(
  suspensions: readonly Suspension[],
  indicator: Indicator,
  { id, sites }: SiteGroup,
): readonly Halt[] {
  return suspensions.flatMap((suspension) => {
    const { from, to, indicators, sites: stopped } = suspension;
    if (indicators && !indicators.includes(indicator.id)) return [];
    const stops = sites.map((site) => !stopped || stopped.includes(site) || stopped.includes(id));
    if (!stops.includes(true)) return [];
    return { first: monthNumber(from), last: monthNumber(to), stops, suspension };
  });
}

/** A unit that bears the name of one of its sites has no other name for the whole. */
function placesOf(units: readonly SiteGroup[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const add = (id: string, place: Place): void => {
    places.set(id, [...(places.get(id) ?? []), place]);
  };
  for (const [unit, { id, sites }] of units.entries()) {
    for (const [site, name] of sites.entries()) add(name, { unit, site });
    if (!sites.includes(id)) add(id, { unit, site: -1 });
  }
  return places;
}

function spanOf(id: string, targets: readonly Target[]): Span {
  const period = parsePeriod(id);
  return {
    first: monthNumber(period.start),
    last: monthNumber(period.end),
    targets: targets.flatMap((target, at) => (holds(target.period, period) ? at : [])),
  };
}
