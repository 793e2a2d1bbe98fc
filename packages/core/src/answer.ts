import type { Calendar } from './calendar.ts';
import { daysTaken, dueDate, type Delay } from './delay.ts';
import type { Measurement } from './measurement.ts';
import { monthsOf, parsePeriod } from './period.ts';

/** `waiting` is without answer and still in time, `late` without answer and no longer in time. */
export const answerStates = ['answered-on-time', 'answered-late', 'waiting', 'late'] as const;
export type AnswerState = (typeof answerStates)[number];

/** French names of the states, as a table shows them. */
export const answerStateLabels: Readonly<Record<AnswerState, string>> = {
  'answered-on-time': 'répondu dans le délai',
  'answered-late': 'répondu hors délai',
  waiting: 'en attente, dans le délai',
  late: 'en retard',
};

/** Where an answer stands on a day. */
export interface AnswerStatus {
  readonly state: AnswerState;
  /** Last ISO day on which the answer is on time. */
  readonly due: string;
  /** Days until the answer, or so far, in the unit of the delay. */
  readonly days: number;
  /** Days beyond the due date, in the same unit; 0 when in time. */
  readonly daysLate: number;
}

/**
 * Where an answer stands on the evening of an ISO day: an answer of a later
 * day has not left yet.
 *
 * @throws QualeprefError `delay-order` when what is to be answered was received after that day
 */
export function answerStatus(
  received: string,
  answered: string | undefined,
  { delay, calendar, today }: { readonly delay: Delay; readonly calendar: Calendar; readonly today: string },
): AnswerStatus {
  const isAnswered = answered !== undefined && answered <= today;
  const end = isAnswered ? answered : today;
  const due = dueDate(received, delay, calendar);
  const days = daysTaken(received, end, delay.unit, calendar);
  if (end <= due) return { state: isAnswered ? 'answered-on-time' : 'waiting', due, days, daysLate: 0 };
  const daysLate = daysTaken(due, end, delay.unit, calendar);
  return { state: isAnswered ? 'answered-late' : 'late', due, days, daysLate };
}

/** Something to answer, with where its answer stands. */
export interface Followed {
  readonly site: string;
  /** ISO day. */
  readonly receivedOn: string;
  readonly status: AnswerStatus;
}

/** How many were answered, and how fast. */
export interface AnswerTally {
  /** Answered, or late without an answer: those of which it is known whether they were on time. */
  readonly settled: number;
  readonly onTime: number;
  readonly answered: number;
  /** Days of all the answers together, in the unit of the delay. */
  readonly days: number;
  /** Days of the slowest answer; null without any. */
  readonly longest: number | null;
  readonly late: number;
  readonly waiting: number;
}

/** Counts answers. One still to come and in time is neither good nor bad: it is `waiting`, not `settled`. */
export function tallyAnswers(statuses: readonly AnswerStatus[]): AnswerTally {
  const count = (state: AnswerState): number => statuses.filter((status) => status.state === state).length;
  const taken = statuses
    .filter(({ state }) => state === 'answered-on-time' || state === 'answered-late')
    .map(({ days }) => days);
  const late = count('late');
  return {
    settled: taken.length + late,
    onTime: count('answered-on-time'),
    answered: taken.length,
    days: taken.reduce((sum, days) => sum + days, 0),
    longest: taken.length === 0 ? null : taken.reduce((most, days) => Math.max(most, days), 0),
    late,
    waiting: count('waiting'),
  };
}

/**
 * The monthly rate and mean delay of answers, by site. Each counts in the month
 * in which it was received, whenever it is answered: a month is final once
 * nothing of it is in waiting. The rate leaves out those still in time without
 * an answer and takes a late one without an answer as not on time; the mean is
 * that of the answers given. No measurement where there is nothing to count.
 *
 * @param ids indicators of the rate and of the mean
 * @param period name of a month or of a longer period
 */
export function answerMeasurements(
  followed: readonly Followed[],
  ids: { readonly rate: string; readonly mean: string; readonly source: string },
  period: string,
): readonly Measurement[] {
  const bySite = Map.groupBy(followed, ({ site }) => site);
  const sites = [...bySite].sort(([a], [b]) => (a < b ? -1 : 1));
  return monthsOf(parsePeriod(period)).flatMap(({ id, start, end }) =>
    sites.flatMap(([site, all]): Measurement[] => {
      const received = all.filter(({ receivedOn }) => start <= receivedOn && receivedOn <= end);
      const { settled, onTime, answered, days } = tallyAnswers(received.map(({ status }) => status));
      const of = { site, period: id, source: ids.source };
      return [
        ...(settled === 0
          ? []
          : [
              {
                ...of,
                indicator: ids.rate,
                value: { kind: 'ratio', numerator: onTime, denominator: settled },
              } as const,
            ]),
        ...(answered === 0
          ? []
          : [{ ...of, indicator: ids.mean, value: { kind: 'mean', total: days, count: answered } } as const]),
      ];
    }),
  );
}
