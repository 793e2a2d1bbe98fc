import {
  dayUnits,
  delayBounds,
  holidayZones,
  type Challenge,
  type FeedbackAnswer,
  type FeedbackForm,
  type FeedbackRequest,
} from '@qualepref/core';
import { isChallenge } from './challenge-guard.ts';
import { ask, type ExchangeOptions, type Guard } from './client.ts';
import {
  count,
  id,
  isoDay,
  list,
  matches,
  maybe,
  nullable,
  oneOf,
  phone,
  privacy,
  publicText,
  record,
  section,
  text,
} from './guard.ts';

/** `publicSiteSchema`, as far as a form leans on it: not the opening hours. */
const publicSite = section({
  id,
  name: text,
  phones: maybe(list(section({ number: phone }))),
  timeZone: text,
});

/** `feedbackFormSchema` */
export const isFeedbackForm = section({
  sites: list(publicSite),
  themes: list(section({ id, label: publicText })),
  services: list(section({ id, name: text, phone: maybe(phone), page: maybe(text) })),
  delay: section({ amount: count, unit: oneOf(dayUnits), bound: oneOf(delayBounds) }),
  calendars: record(section({ zone: oneOf(holidayZones), closings: list(isoDay) })),
  privacy,
}) as Guard<FeedbackForm>;

/** `feedbackAnswerSchema` */
export const isFeedbackAnswer = section({
  reference: text,
  token: text,
  receivedOn: isoDay,
  due: nullable(isoDay),
  reason: maybe(oneOf(['anonymous', 'no-address', 'request'])),
  service: maybe(
    section({ name: text, address: maybe(text), email: maybe(matches(/@/)), phone: maybe(phone) }),
  ),
}) as Guard<FeedbackAnswer>;

/** The routes of the public API that feedback needs. */
export class FeedbackClient {
  readonly #options: ExchangeOptions;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  form(signal?: AbortSignal): Promise<FeedbackForm> {
    return ask(this.#options, isFeedbackForm, '/feedback/form', { signal });
  }

  challenge(signal?: AbortSignal): Promise<Challenge> {
    return ask(this.#options, isChallenge, '/challenges/feedback', { signal });
  }

  /** The same key for each try of one feedback. */
  send(body: FeedbackRequest, key: string, signal?: AbortSignal): Promise<FeedbackAnswer> {
    return ask(this.#options, isFeedbackAnswer, '/feedback', { method: 'POST', body, key, signal });
  }
}
