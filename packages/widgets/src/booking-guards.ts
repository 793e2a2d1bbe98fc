import type {
  AppointmentAnswer,
  Challenge,
  HoldAnswer,
  ProceduresAnswer,
  SitesAnswer,
  SlotsAnswer,
} from '@qualepref/core';
import type { Guard } from './client.ts';

/**
 * The shapes of core's schemas, as far as this widget leans on them: what these
 * guards let through can be shown without a fault. The schemas themselves would
 * weigh a third of the widget; a test holds that both agree.
 */
type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string' && value.trim() !== '';
const flag: Test = (value) => typeof value === 'boolean';
const whole: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const like =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...words: string[]): Test =>
  (value) =>
    words.includes(value as string);
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
/** Facts not known yet: the key may be there, and empty. */
const unknown =
  (test: Test): Test =>
  (value) =>
    value === null || value === undefined || test(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const shape =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(tests).every(([key, test]) => test((value as Record<string, unknown>)[key]));

const id = like(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
const day = like(/^\d{4}-\d\d-\d\d$/);
const time = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);
const wall = like(/^\d\d:\d\d$/);
const address = like(/^https?:\/\/\S+$/i);
const told = shape({ fr: text, en: maybe(text) });
const hours = list(shape({ days: list(whole), from: wall, to: wall }));

const site = shape({
  id,
  name: text,
  kind: oneOf('prefecture', 'sous-prefecture'),
  address: maybe(text),
  phones: maybe(list(shape({ number: text, purpose: unknown(told) }))),
  hours: maybe(hours),
  timeZone: text,
});
const way = shape({
  kind: oneOf('phone', 'desk', 'post', 'email', 'form'),
  number: unknown(text),
  hours: unknown(hours),
  purpose: unknown(told),
  address: unknown(text),
});
const procedure = shape({
  id,
  label: told,
  page: maybe(text),
  mode: oneOf('own-slots', 'official-service', 'convocation', 'mail-or-phone'),
  address: maybe(address),
  documents: list(told),
  explanation: maybe(told),
  otherWays: list(way),
  sites: list(id),
  duration: maybe(whole),
});

export const isSites: Guard<SitesAnswer> = guard(shape({ sites: list(site) }));
export const isProcedures: Guard<ProceduresAnswer> = guard(
  shape({
    procedures: list(procedure),
    privacy: shape({ controller: text, officer: text, keptMonths: whole, page: maybe(text) }),
  }),
);
export const isSlots: Guard<SlotsAnswer> = guard(
  shape({
    slots: list(shape({ start: time, end: time, places: whole })),
    next: (value) => value === null || time(value),
    horizon: day,
  }),
);
export const isChallenge: Guard<Challenge> = guard(
  shape({ algorithm: oneOf('SHA-256'), challenge: text, salt: text, signature: text, maxnumber: whole }),
);
export const isHold: Guard<HoldAnswer> = guard(
  shape({ id: text, start: time, end: time, expiresAt: text, isExtendable: flag }),
);
export const isAppointment: Guard<AppointmentAnswer> = guard(
  shape({
    reference: text,
    token: text,
    site,
    procedure: shape({ id, label: told, documents: list(told) }),
    start: time,
    end: time,
    state: oneOf('booked', 'cancelled'),
    sequence: whole,
    manage: maybe(address),
    isMovable: flag,
  }),
);

function guard<Answer>(test: Test): Guard<Answer> {
  return (value): value is Answer => test(value);
}
