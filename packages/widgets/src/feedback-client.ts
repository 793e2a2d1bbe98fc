import {
  dayUnits,
  delayBounds,
  holidayZones,
  type Challenge,
  type FeedbackAnswer,
  type FeedbackForm,
  type FeedbackRequest,
} from '@qualepref/core';
import { ask, type ExchangeOptions } from './client.ts';
import {
  count,
  id,
  isoDay,
  list,
  matches,
  maybe,
  oneOf,
  phone,
  privacy,
  publicSite,
  publicText,
  record,
  section,
  text,
} from './guard.ts';

const form = section({
  sites: list(publicSite),
  themes: list(section({ id, label: publicText })),
  services: list(section({ id, name: text, phone: maybe(phone), page: maybe(text) })),
  delay: section({ amount: count, unit: oneOf(dayUnits), bound: oneOf(delayBounds) }),
  calendars: record(section({ zone: oneOf(holidayZones), closings: list(isoDay) })),
  privacy,
});

const answer = section({
  reference: text,
  token: text,
  receivedOn: isoDay,
  due: (value) => value === null || isoDay(value),
  reason: maybe(oneOf(['anonymous', 'no-address', 'request'])),
  service: maybe(
    section({ name: text, address: maybe(text), email: maybe(matches(/@/)), phone: maybe(phone) }),
  ),
});

const challenge = section({
  algorithm: oneOf(['SHA-256']),
  challenge: text,
  salt: text,
  signature: text,
  maxnumber: count,
});

/** `feedbackFormSchema` */
export function isFeedbackForm(value: unknown): value is FeedbackForm {
  return form(value);
}

/** `feedbackAnswerSchema` */
export function isFeedbackAnswer(value: unknown): value is FeedbackAnswer {
  return answer(value);
}

/** `challengeSchema` */
function isChallenge(value: unknown): value is Challenge {
  return challenge(value);
}

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
