import * as v from 'valibot';
import { dayNumber, weekdayOf } from './day.ts';
import type { Sourced } from './provenance.ts';
import { count, id, isoDay, list, publicText, rate, section, unknownYet, wallTime } from './schema.ts';

const WEEKDAY = 'un jour de la semaine : un nombre de 1 pour lundi à 7 pour dimanche';
const WEEKDAYS = 'une liste de jours de la semaine : chacun une seule fois, au moins un';
const HOURS = 'une heure de fin : après l’heure de début, par exemple "12:00"';
const EVERY = 'une durée de créneau : des minutes, au plus le temps de l’ouverture';
const UNTIL = 'un dernier jour : celui du début ou un jour d’après';
const APART = 'des horaires exceptionnels : sans recouvrement dans la même journée, un jour ouvert';
const RULE = 'une règle d’ouverture : sans recouvrement avec une autre du même site et de la même démarche';

/** Minutes since midnight of a wall-clock time, `09:00`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const closingSchema = v.pipe(
  section({
    /** ISO days, both included; one day without `to`. */
    from: isoDay,
    to: unknownYet(isoDay),
    reason: publicText,
  }),
  v.forward(
    v.check(({ from, to }) => to === undefined || from <= to, UNTIL),
    ['to'],
  ),
);
export type ExceptionalClosing = v.InferOutput<typeof closingSchema>;

const exceptionalOpeningSchema = v.pipe(
  section({ day: isoDay, from: wallTime, to: wallTime, reason: unknownYet(publicText) }),
  v.forward(
    v.check(({ from, to }) => from < to, HOURS),
    ['to'],
  ),
);
export type ExceptionalOpening = v.InferOutput<typeof exceptionalOpeningSchema>;

/**
 * When a site receives for a procedure: hours of the week cut into slots of
 * equal length. On a day of `openings`, the hours given there replace the usual
 * ones, even on a public holiday; never on a day when rule or site is closed.
 */
export const openingRuleSchema = v.pipe(
  section({
    site: id,
    procedure: id,
    /** Monday 1 to Sunday 7. */
    weekdays: v.pipe(
      list(v.picklist([1, 2, 3, 4, 5, 6, 7], WEEKDAY), 'de jours de la semaine'),
      v.minLength(1, WEEKDAYS),
      v.check((days) => new Set(days).size === days.length, WEEKDAYS),
    ),
    from: wallTime,
    to: wallTime,
    /** Minutes of a slot; what is left at the end of the opening is no slot. */
    every: count,
    /** People received in a slot. */
    capacity: count,
    /** Of the places, those kept for agents; that of the setting when unknown. */
    agentShare: unknownYet(rate),
    /** ISO days, both included. */
    validFrom: unknownYet(isoDay),
    validTo: unknownYet(isoDay),
    closings: v.optional(list(closingSchema, 'de fermetures exceptionnelles'), []),
    openings: v.optional(list(exceptionalOpeningSchema, 'd’ouvertures exceptionnelles'), []),
  }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from < to, HOURS),
    ['to'],
  ),
  v.forward(
    v.partialCheck(
      [['from'], ['to'], ['every']],
      ({ from, to, every }) => every <= minutesOf(to) - minutesOf(from),
      EVERY,
    ),
    ['every'],
  ),
  v.forward(
    v.check(({ validFrom = '', validTo }) => validTo === undefined || validFrom <= validTo, UNTIL),
    ['validTo'],
  ),
  v.forward(
    v.check(
      ({ openings, closings }) =>
        openings.every(
          (each, at) =>
            !closings.some((closing) => isClosedBy(each.day, closing)) &&
            !openings.slice(0, at).some((other) => other.day === each.day && overlaps(other, each)),
        ),
      APART,
    ),
    ['openings'],
  ),
);
export type OpeningRule = v.InferOutput<typeof openingRuleSchema>;

/** Whether an ISO day is a public holiday at a site: nothing of the week opens on it. */
export type HolidayAt = (site: string, day: string) => boolean;

/**
 * The opening rules of a préfecture. Two of them never open one site for one
 * procedure at the same time: a slot is known by site, procedure and start.
 */
export function openingRulesAmong(isHoliday: HolidayAt): v.GenericSchema<unknown, OpeningRule[]> {
  return v.pipe(
    list(openingRuleSchema, 'de règles d’ouverture'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const rules = dataset.value;
      for (const [at, rule] of rules.entries()) {
        if (!rules.slice(0, at).some((other) => collide(other, rule, isHoliday))) continue;
        addIssue({
          message: RULE,
          input: rule.from,
          path: [
            { type: 'array', origin: 'value', input: rules, key: at, value: rule },
            { type: 'unknown', origin: 'value', input: rule, key: 'from', value: rule.from },
          ],
        });
      }
    }),
  );
}

/** The same where no day is a public holiday. */
export const openingRulesSchema: v.GenericSchema<unknown, OpeningRule[]> = openingRulesAmong(() => false);

/** Share of the places that agents keep for those who come by phone or to the desk. */
export const agentShare: Sourced<number> = {
  value: 0.2,
  provenance: {
    origin: 'X',
    source:
      'Proposition\u00a0: une place sur cinq\u00a0; Services Publics +, engagement 2, veut qu’un agent puisse aussi donner rendez-vous',
  },
};

/** Whether an exceptional closing holds on an ISO day. */
export function isClosedBy(day: string, { from, to = from }: ExceptionalClosing): boolean {
  return from <= day && day <= to;
}

interface Hours {
  readonly from: string;
  readonly to: string;
}

function overlaps(one: Hours, other: Hours): boolean {
  return one.from < other.to && other.from < one.to;
}

function collide(one: OpeningRule, other: OpeningRule, isHoliday: HolidayAt): boolean {
  if (one.site !== other.site || one.procedure !== other.procedure) return false;
  if (isOver(one, other) || isOver(other, one)) return false;
  const day = onlyDay(one) ?? onlyDay(other);
  if (day !== undefined) return meet(hoursOn(day, one, isHoliday), hoursOn(day, other, isHoliday));
  return (
    (overlaps(one, other) && one.weekdays.some((weekday) => other.weekdays.includes(weekday))) ||
    meetsOpening(one, other, isHoliday) ||
    meetsOpening(other, one, isHoliday)
  );
}

/** The day of a rule that is good for one only. */
function onlyDay({ validFrom, validTo }: OpeningRule): string | undefined {
  return validFrom === validTo ? validFrom : undefined;
}

function meet(some: readonly Hours[], others: readonly Hours[]): boolean {
  return some.some((hours) => others.some((each) => overlaps(hours, each)));
}

/** Whether the first rule ends before the second begins. */
function isOver({ validTo = '9999-12-31' }: OpeningRule, { validFrom = '' }: OpeningRule): boolean {
  return validTo < validFrom;
}

/** Whether an exceptional opening of the first rule meets the hours of the second on that day. */
function meetsOpening({ openings }: OpeningRule, other: OpeningRule, isHoliday: HolidayAt): boolean {
  return openings.some((opening) => meet([opening], hoursOn(opening.day, other, isHoliday)));
}

/** The hours of a rule on an ISO day: none when it is closed, the exceptional ones when there are, otherwise those of the week. */
function hoursOn(day: string, rule: OpeningRule, isHoliday: HolidayAt): readonly Hours[] {
  const { site, openings, closings, weekdays } = rule;
  if (closings.some((closing) => isClosedBy(day, closing))) return [];
  const exceptional = openings.filter((opening) => opening.day === day);
  if (exceptional.length > 0) return exceptional;
  const isOpen = !isHoliday(site, day) && weekdays.some((weekday) => weekday === weekdayOf(dayNumber(day)));
  return isOpen ? [rule] : [];
}
