import type * as v from 'valibot';
import { countDays, dayUnits, nextDay, type Calendar, type DayUnit } from './calendar.ts';
import { addDays, daysBetween } from './day.ts';
import { QualeprefError } from './error.ts';
import { count, oneOf, section } from './schema.ts';

export { dayUnits, type DayUnit } from './calendar.ts';

/** `inclusive`, in 5 days: the fifth is on time. `strict`, in less than 5 days: the fourth is the last. */
export const delayBounds = ['inclusive', 'strict'] as const;
export type DelayBound = (typeof delayBounds)[number];

// Marked call by call: widgets count delays without valibot, and esbuild forgets
// NO_SIDE_EFFECTS from one file to the next.
/**
 * A time to answer in, of at least a day. Less than one day (`strict`, 1) is
 * the day of receipt itself.
 */
export const delaySchema = /* @__PURE__ */ section({
  amount: count,
  unit: /* @__PURE__ */ oneOf(dayUnits),
  bound: /* @__PURE__ */ oneOf(delayBounds),
});
export type Delay = v.InferOutput<typeof delaySchema>;

/**
 * The last ISO day on which an answer is on time (X). The day of receipt is not
 * counted; what comes in on a day off is received on that day, and counting
 * starts on the next day of the unit. The due date is thus always a day of the
 * unit, save `strict` 1. In `calendaires` it falls where it falls, a Sunday
 * too: the time announced to people is not put off.
 *
 * @param received ISO day
 * @throws QualeprefError `day` when no such day exists
 */
export function dueDate(received: string, delay: Delay, calendar: Calendar): string {
  let due = received;
  for (let left = lastOf(delay); left > 0; left--) due = nextDay(due, delay.unit, calendar);
  return due;
}

/**
 * How many days of a unit an answer took: 0 on the day of receipt, n on the
 * n-th day counted, and on a day off as many as on the next day that counts.
 * So an answer is on time exactly when it took no more days than its delay has.
 *
 * @param received ISO day
 * @param answered ISO day
 * @throws QualeprefError `delay-order` when the answer comes before what it answers, `day` when no such day exists
 */
export function daysTaken(received: string, answered: string, unit: DayUnit, calendar: Calendar): number {
  checkOrder(received, answered);
  if (answered === received) return 0;
  return countDays(addDays(received, 1), addDays(answered, -1), unit, calendar) + 1;
}

/**
 * Whether an answer came on or before its due date.
 *
 * @param received ISO day
 * @param answered ISO day
 * @throws QualeprefError `delay-order` when the answer comes before what it answers, `day` when no such day exists
 */
export function isOnTime(received: string, answered: string, delay: Delay, calendar: Calendar): boolean {
  checkOrder(received, answered);
  return answered <= dueDate(received, delay, calendar);
}

const UNIT_LABELS: Readonly<Record<DayUnit, string>> = {
  ouvres: 'ouvré',
  ouvrables: 'ouvrable',
  calendaires: 'calendaire',
};

/** As a French sentence says it: `10 jours ouvrés`, `moins de 5 jours ouvrés`, `1 jour calendaire`. */
export function delayLabel({ amount, unit, bound }: Delay): string {
  const plural = amount > 1 ? 's' : '';
  const days = `jour${plural} ${UNIT_LABELS[unit]}${plural}`;
  if (bound === 'inclusive') return `${String(amount)} ${days}`;
  return amount === 1 ? `moins d’un ${days}` : `moins de ${String(amount)} ${days}`;
}

/** Rank of the last day counted. */
function lastOf({ amount, bound }: Delay): number {
  return bound === 'strict' ? amount - 1 : amount;
}

function checkOrder(received: string, answered: string): void {
  if (daysBetween(received, answered) >= 0) return;
  throw new QualeprefError(
    'delay-order',
    `La réponse du ${answered} est datée d’avant la réception, le ${received}. Corriger l’une des deux dates.`,
  );
}
