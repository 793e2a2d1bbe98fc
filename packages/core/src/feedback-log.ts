import type { WaitingAnswer } from './ageing.ts';
import { oldestFirst } from './ageing.ts';
import { answerMeasurements, answerStatus, type AnswerStatus, type Followed } from './answer.ts';
import type { Calendar } from './calendar.ts';
import type { Delay } from './delay.ts';
import { answerDay, type Feedback } from './feedback.ts';
import type { Measurement } from './measurement.ts';
import { monthsOf, parsePeriod } from './period.ts';
import { noReplyReason, type NoReplyReason } from './reply.ts';

/** Where the reply to a feedback stands; `no-reply` when none is due. */
export type ReplyStatus = AnswerStatus | { readonly state: 'no-reply'; readonly reason: NoReplyReason };

/** What a follow-up table of feedback is read with. */
export interface FeedbackSetting {
  /** ISO day on which it is read: what is received or answered later is left out. */
  readonly today: string;
  /** By default `feedbackDelay`. */
  readonly delay: Delay;
  /** The calendar of a site, by its id. */
  readonly calendarOf: (site: string) => Calendar;
}

/**
 * Where the reply stands on the evening of an ISO day. One that is closed
 * without an answer though a reply was due stays without answer, and is late in
 * its turn.
 *
 * @throws QualeprefError `delay-order` when it was received after that day
 */
export function replyStatus(
  feedback: Feedback,
  setting: { readonly delay: Delay; readonly calendar: Calendar; readonly today: string },
): ReplyStatus {
  const reason = noReplyReason(feedback);
  if (reason !== undefined) return { state: 'no-reply', reason };
  return answerStatus(feedback.receivedOn, answerDay(feedback), setting);
}

/** A feedback to which a reply is due, with where it stands. */
export interface FollowedFeedback extends Followed {
  readonly feedback: Feedback;
}

/** The feedback received so far to which a reply is due, in the order given. */
export function followFeedback(
  feedbacks: readonly Feedback[],
  { today, delay, calendarOf }: FeedbackSetting,
): readonly FollowedFeedback[] {
  return feedbacks
    .filter(({ receivedOn }) => receivedOn <= today)
    .flatMap((feedback) => {
      const status = replyStatus(feedback, { delay, calendar: calendarOf(feedback.site), today });
      if (status.state === 'no-reply') return [];
      return { feedback, site: feedback.site, receivedOn: feedback.receivedOn, status };
    });
}

/** The feedback that waits for its reply, oldest first; one that is closed is no longer waited for. */
export function waitingFeedback(
  feedbacks: readonly Feedback[],
  setting: FeedbackSetting,
): readonly WaitingAnswer[] {
  const waiting = followFeedback(feedbacks, setting).filter(
    ({ feedback, status }) =>
      (status.state === 'waiting' || status.state === 'late') && !isClosed(feedback, setting.today),
  );
  return oldestFirst(
    waiting.map(
      ({ feedback: { reference, site, service, receivedOn }, status: { due, days, daysLate } }) => ({
        ...{ id: reference, site, ...(service === undefined ? {} : { service }), receivedOn },
        ...{ due, days, daysLate },
      }),
    ),
  );
}

function isClosed({ history }: Feedback, today: string): boolean {
  return history.some(({ state, on }) => state === 'closed' && on <= today);
}

const SOURCE = 'Tableau de suivi des réclamations et suggestions';

/**
 * The monthly measurements of a period: rate and mean delay of the replies due,
 * as `answerMeasurements` counts them, and the number of complaints and
 * suggestions by site, channel and theme, anonymous ones included. Plain
 * requests count nowhere.
 *
 * @param setting with the name of a month or of a longer period
 */
export function feedbackMeasurements(
  feedbacks: readonly Feedback[],
  { period, ...setting }: FeedbackSetting & { readonly period: string },
): readonly Measurement[] {
  const ids = { rate: 'recl.taux', mean: 'recl.delai', source: SOURCE };
  return [
    ...answerMeasurements(followFeedback(feedbacks, setting), ids, period),
    ...volumes(feedbacks, setting.today, period),
  ];
}

function volumes(feedbacks: readonly Feedback[], today: string, period: string): readonly Measurement[] {
  const counted = feedbacks.filter(({ kind, receivedOn }) => kind !== 'request' && receivedOn <= today);
  return monthsOf(parsePeriod(period)).flatMap(({ id, start, end }) => {
    const received = counted.filter(({ receivedOn }) => start <= receivedOn && receivedOn <= end);
    const cells = Map.groupBy(received, ({ site, channel, theme }) => `${site} ${channel} ${theme}`);
    return [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, same]) =>
        same.slice(0, 1).map(({ site, channel, theme }) => ({
          indicator: 'recl.volume',
          site,
          period: id,
          of: { channel, theme },
          value: { kind: 'count', count: same.length } as const,
          source: SOURCE,
        })),
      );
  });
}
