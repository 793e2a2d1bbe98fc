import { dayNumber, isClosedBy, weekdayOf, type Calendar, type OpeningRule } from '@qualepref/core';

/** Hours of one day, outside the week of a place. */
export interface ExceptionalHours {
  readonly site: string;
  readonly procedure: string;
  /** ISO day. */
  readonly day: string;
  /** Wall-clock times, `09:00`. */
  readonly from: string;
  readonly to: string;
  /** Minutes of a slot. */
  readonly every: number;
  /** People received in a slot. */
  readonly capacity: number;
  /** French; the public may read it. */
  readonly reason: string | undefined;
}

/**
 * A rule of one day, beside those of the week: it has its own places, opens a
 * public holiday too, and goes without a trace.
 */
export function exceptionalRule({ day, from, to, reason, ...rest }: ExceptionalHours): OpeningRule {
  return {
    ...rest,
    ...{ from, to, agentShare: undefined, validFrom: day, validTo: day, closings: [] },
    weekdays: [weekdayOf(dayNumber(day)) as OpeningRule['weekdays'][number]],
    openings: [{ day, from, to, reason: reason === undefined ? undefined : { fr: reason } }],
  };
}

/** The day that a rule opens exceptionally; undefined for a rule of the week. */
export function exceptionalDay({ validFrom, validTo, openings }: OpeningRule): string | undefined {
  const [opening, ...others] = openings;
  const isOne = opening !== undefined && others.length === 0;
  return isOne && opening.day === validFrom && validFrom === validTo ? opening.day : undefined;
}

/** Why a day stays closed at a place whatever is opened there; undefined when nothing closes it. */
export function whyClosed(
  day: string,
  { closings }: Pick<Calendar, 'closings'>,
  rules: readonly OpeningRule[],
): string | undefined {
  if (closings.includes(day)) return 'Le site est fermé ce jour-là, d’après la configuration.';
  const closing = rules.flatMap((rule) => rule.closings).find((each) => isClosedBy(day, each));
  return closing && `Ce jour est fermé (${closing.reason.fr}) : le rouvrir d’abord.`;
}
