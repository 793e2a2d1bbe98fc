import type { AppointmentAnswer, AppointmentRequest, Challenge } from '@qualepref/core';
import { site } from './booking-offer-client.ts';
import { isChallenge } from './challenge-guard.ts';
import { ask, type Call, type ExchangeOptions, type Guard } from './client.ts';
import { amount, flag, id, list, matches, maybe, oneOf, publicText, section, text } from './guard.ts';

const time = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);

/** `appointmentAnswerSchema` */
export const isAppointment = section({
  reference: text,
  token: text,
  site,
  procedure: section({ id, label: publicText, documents: list(publicText) }),
  start: time,
  end: time,
  state: oneOf(['booked', 'cancelled']),
  sequence: amount,
  manage: maybe(matches(/^https?:\/\/\S+$/i)),
  isMovable: flag,
}) as Guard<AppointmentAnswer>;

/** What a robot has to solve first. */
export function askChallenge(to: ExchangeOptions, signal: AbortSignal): Promise<Challenge> {
  return ask(to, isChallenge, '/challenges/booking', { signal });
}

/** Turns a hold into an appointment. */
export function book(to: ExchangeOptions, body: AppointmentRequest, key: string): Promise<AppointmentAnswer> {
  return ask(to, isAppointment, '/appointments', { method: 'POST', body, key });
}

/** An appointment, by the token of its link; `deed` moves or cancels it. */
export function appointmentOf(
  to: ExchangeOptions,
  token: string,
  call: Call,
  deed: '' | '/move' | '/cancel' = '',
): Promise<AppointmentAnswer> {
  return ask(to, isAppointment, `/appointments/${encodeURIComponent(token)}${deed}`, call);
}
