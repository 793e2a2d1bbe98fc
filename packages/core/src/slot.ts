import { create, getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import type { Calendar } from './calendar.ts';
import { dayNumber, isoDay, weekdayOf } from './day.ts';
import { QualeprefError } from './error.ts';
import { holidaysOf } from './holiday.ts';
import { isClosedBy, minutesOf, type OpeningRule } from './opening.ts';
import type { Sourced } from './provenance.ts';

/** A time at which a site receives for a procedure. */
export interface Slot {
  readonly site: string;
  readonly procedure: string;
  /** Local date-times with their offset, `2026-11-24T09:00+01:00`. */
  readonly start: string;
  readonly end: string;
  readonly capacity: number;
  /** Places that the public can book; the others are kept for agents. */
  readonly publicCapacity: number;
}

/** What slots are asked for, and on what terms. */
export interface SlotQuery {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly calendar: Calendar;
  /** IANA name, `Europe/Paris`. */
  readonly timeZone: string;
  /** ISO instant. */
  readonly now: string;
  /** Minutes between now and the first slot that can be booked. */
  readonly minimumNotice: number;
  /** Days after today of the last day that can be booked. */
  readonly horizon: number;
  /** Of the rules that do not say theirs. */
  readonly agentShare: number;
}

/** Minutes before a slot after which it can no longer be booked. */
export const bookingNotice: Sourced<number> = {
  value: 24 * 60,
  provenance: { origin: 'X', source: 'Proposition\u00a0: une journée, pour imprimer la liste et préparer' },
};

/** Days during which the slots to come are open. */
export const bookingHorizon: Sourced<number> = {
  value: 60,
  provenance: {
    origin: 'X',
    source: 'Proposition\u00a0: deux mois, ouverts jour après jour',
  },
};

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The slots of opening rules between two days, rule by rule and in the order
 * of time. Public holidays and closings of the calendar have none.
 *
 * Hours are those of the wall clock, lengths are real: when the clocks change,
 * a slot that would begin or end within the skipped hour does not exist, and
 * one that begins in the repeated hour exists once, the first time.
 *
 * The agents’ share is counted over each opening, rounded down, and spread
 * evenly: with one place a slot and a fifth for agents, one slot in five.
 *
 * @throws QualeprefError `day` when a day does not exist, `instant` when now is not an instant, `time-zone` when there is
 * no such zone
 */
export function slotsOf(rules: readonly OpeningRule[], query: SlotQuery): Slot[] {
  const days = daysOf(query);
  const slots: Slot[] = [];
  for (const rule of rules) {
    const usual = timesOf(rule, rule, query.agentShare);
    const { validFrom = '', validTo = '9999-12-31', closings, openings } = rule;
    for (const day of days) {
      if (day.day < validFrom || day.day > validTo) continue;
      if (closings.some((closing) => isClosedBy(day.day, closing))) continue;
      const exceptional = openings.filter((opening) => opening.day === day.day);
      if (exceptional.length > 0) {
        for (const hours of exceptional) addSlots(slots, rule, day, timesOf(rule, hours, query.agentShare));
      } else if (!day.isHoliday && rule.weekdays.some((weekday) => weekday === day.weekday)) {
        addSlots(slots, rule, day, usual);
      }
    }
  }
  return slots;
}

/**
 * The ISO day that it is in a zone, at an ISO instant.
 *
 * @throws QualeprefError `instant`, `time-zone`
 */
export function localDay(instant: string, timeZone: string): string {
  const minutes = Math.floor(instantMinutes(instant));
  return dayAt(minutes, offsetsOf(timeZone, minutes, minutes));
}

/** A stretch of real time, in minutes since 1970, during which a zone keeps one offset. */
interface Offset {
  readonly from: number;
  readonly until: number;
  /** Minutes ahead of UTC. */
  readonly minutes: number;
  readonly text: string;
}

/** A day on which slots may be booked. */
interface OpenDay {
  readonly day: string;
  readonly weekday: number;
  readonly isHoliday: boolean;
  /** Minutes since 1970 of its midnight, as if the zone were UTC. */
  readonly midnight: number;
  /** First offset that it meets, then the others. */
  readonly offsets: readonly [Offset, ...Offset[]];
  /** The first instant that can be booked, on the days when it matters. */
  readonly earliest: number;
}

/** The times of one opening: what its slots have in common from day to day. */
interface Time {
  readonly minute: number;
  readonly length: number;
  readonly start: string;
  readonly end: string;
  readonly publicCapacity: number;
}

function daysOf({ from, to, calendar, timeZone, now, ...terms }: SlotQuery): OpenDay[] {
  const nowAt = instantMinutes(now);
  const earliest = nowAt + terms.minimumNotice;
  // A day of margin, for the hours of today that are past and those of the last day in any zone.
  const offsets = offsetsOf(
    timeZone,
    nowAt - DAY_MINUTES,
    Math.max(earliest, (dayNumber(to) + 2) * DAY_MINUTES),
  );
  const first = Math.max(dayNumber(from), dayNumber(dayAt(earliest, offsets)));
  const last = Math.min(dayNumber(to), dayNumber(dayAt(nowAt, offsets)) + terms.horizon);
  const closed = new Set(calendar.closings);
  const holidays = new Set<string>();
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    for (const { day } of holidaysOf(year, calendar.zone)) holidays.add(day);
  }
  const days: OpenDay[] = [];
  for (let number = first; number <= last; number++) {
    const day = isoDay(number);
    if (closed.has(day)) continue;
    const midnight = number * DAY_MINUTES;
    const [offset, ...others] = offsets.filter(
      ({ from, until, minutes }) => midnight + DAY_MINUTES - minutes > from && midnight - minutes < until,
    );
    if (!offset) continue;
    days.push({
      day,
      weekday: weekdayOf(number),
      isHoliday: holidays.has(day),
      midnight,
      offsets: [offset, ...others],
      earliest,
    });
  }
  return days;
}

function addSlots(slots: Slot[], rule: OpeningRule, day: OpenDay, times: readonly Time[]): void {
  const { site, procedure, capacity } = rule;
  const [offset, ...others] = day.offsets;
  const prefix = `${day.day}T`;
  const isPlain = others.length === 0 && day.midnight - offset.minutes >= day.earliest;
  for (const time of times) {
    if (isPlain) {
      const { publicCapacity } = time;
      const start = prefix + time.start + offset.text;
      slots.push({ site, procedure, start, end: prefix + time.end + offset.text, capacity, publicCapacity });
      continue;
    }
    const span = spanOf(day, time);
    if (span) slots.push({ site, procedure, ...span, capacity, publicCapacity: time.publicCapacity });
  }
}

/** Start and end of a slot on a day when the clocks change or that has begun; nothing when it has none. */
function spanOf(
  { midnight, offsets, earliest }: OpenDay,
  { minute, length }: Time,
): Pick<Slot, 'start' | 'end'> | undefined {
  const wall = midnight + minute;
  const begins = offsets.find(({ from, until, minutes }) => wall - minutes >= from && wall - minutes < until);
  if (!begins) return undefined;
  const start = wall - begins.minutes;
  const end = start + length;
  const ends = end > begins.until ? offsets.find(({ until }) => end < until) : begins;
  // It would end in the skipped hour or past it, and meet the slot that comes next.
  if (!ends || ends.minutes > begins.minutes || start < earliest) return undefined;
  return { start: localTime(start, begins), end: localTime(end, ends) };
}

function timesOf(
  { every, capacity, agentShare: own }: OpeningRule,
  { from, to }: { readonly from: string; readonly to: string },
  share: number,
): Time[] {
  const times: Time[] = [];
  const last = minutesOf(to) - every;
  const agentsBefore = (slots: number) => Math.floor(slots * capacity * (own ?? share) + ROUNDING);
  for (let minute = minutesOf(from); minute <= last; minute += every) {
    const rank = times.length;
    times.push({
      minute,
      length: every,
      start: timeText(minute),
      end: timeText(minute + every),
      publicCapacity: capacity - (agentsBefore(rank + 1) - agentsBefore(rank)),
    });
  }
  return times;
}

/** So that five times a fifth is one. */
const ROUNDING = 1e-9;

/** The offsets of a zone between two instants, in minutes since 1970. */
function offsetsOf(timeZone: string, from: number, to: number): Offset[] {
  let at = zoned(from, timeZone);
  let begins = -Infinity;
  const offsets: Offset[] = [];
  for (;;) {
    const next = getTimeZoneTransition(at, 'next');
    const until = next ? next.epochMilliseconds / MINUTE : Infinity;
    const minutes = offsetNanoseconds(at) / (MINUTE * 1e6);
    offsets.push({ from: begins, until, minutes, text: offsetText(minutes) });
    if (!next || until > to) return offsets;
    at = next;
    begins = until;
  }
}

function zoned(minutes: number, timeZone: string): ReturnType<typeof create> {
  try {
    return create(BigInt(Math.floor(minutes * MINUTE)) * 1_000_000n, timeZone);
  } catch (cause) {
    throw new QualeprefError(
      'time-zone',
      `« ${timeZone} » n’est pas un fuseau horaire. Attendu : un nom de la base IANA, par exemple Europe/Paris.`,
      { cause },
    );
  }
}

function dayAt(instant: number, offsets: readonly Offset[]): string {
  const offset = offsets.find(({ until }) => instant < until);
  return isoDay(Math.floor((instant + (offset?.minutes ?? 0)) / DAY_MINUTES));
}

function instantMinutes(instant: string): number {
  const time = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(instant) ? Date.parse(instant) : NaN;
  if (!Number.isNaN(time)) return time / MINUTE;
  throw new QualeprefError(
    'instant',
    `« ${instant} » n’est pas un instant. Attendu : une date, une heure et son décalage, par exemple 2026-11-24T08:00:00Z.`,
  );
}

function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}

function localTime(instant: number, { minutes, text }: Offset): string {
  return new Date((instant + minutes) * MINUTE).toISOString().slice(0, 16) + text;
}

function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${timeText(Math.abs(minutes))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
