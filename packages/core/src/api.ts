import * as v from 'valibot';
import { MAX_FEEDBACK_LENGTH, problemCodes } from './api-terms.ts';
import { channels } from './correspondence.ts';
import { delaySchema } from './delay.ts';
import { feedbackKinds, feedbackStates } from './feedback-state.ts';
import { holidayZones } from './holiday.ts';
import { bookingModes } from './procedure.ts';
import { otherWaySchema } from './other-way-schema.ts';
import { openingHoursSchema, phoneSchema, siteKinds } from './perimeter.ts';
import {
  instant,
  localTime,
  amount,
  count,
  emailAddress,
  id,
  isoDay,
  list,
  oneOf,
  phoneNumber,
  publicText,
  section,
  text,
  webAddress,
} from './schema.ts';

const YES_NO = 'oui ou non : true ou false';
const LONG = 'un texte : de 1 à 4000 caractères';
const SHORT = 'un texte court : de 1 à 200 caractères';
const EMPTY = 'un champ laissé vide';
const DAY = 86_400_000;
const MAX_SLOT_DAYS = 92;
const RANGE = `un dernier jour : celui du début ou un jour d’après, ${String(MAX_SLOT_DAYS)} jours au plus en tout`;
const POSTAL = 'une adresse postale : de 1 à 500 caractères';

const shortText = v.pipe(text(SHORT), v.maxLength(200, SHORT));

/** A language in which the public is answered. */
export const apiLanguage = oneOf(['fr', 'en']);

/** A reception site, as the public sees it. */
export const publicSiteSchema = section({
  id,
  name: text(),
  kind: oneOf(siteKinds),
  address: v.optional(text()),
  phones: v.optional(list(phoneSchema, 'de numéros de téléphone')),
  hours: v.optional(list(openingHoursSchema, 'd’heures d’ouverture')),
  /** IANA name: times shown are those of its clocks. */
  timeZone: text(),
});
export type PublicSite = v.InferOutput<typeof publicSiteSchema>;

/** `GET /sites`. */
export const sitesAnswerSchema = section({ sites: list(publicSiteSchema, 'de sites') });
export type SitesAnswer = v.InferOutput<typeof sitesAnswerSchema>;

/** A procedure, as the public books it. */
export const publicProcedureSchema = section({
  id,
  label: publicText,
  /** Its page. */
  page: v.optional(text()),
  mode: oneOf(bookingModes),
  /** The national service, when one books there. */
  address: v.optional(webAddress),
  /** What to bring. */
  documents: list(publicText, 'de pièces à apporter'),
  /** How it works, for a summons or a reception by mail or phone only. */
  explanation: v.optional(publicText),
  otherWays: list(otherWaySchema, 'd’autres moyens'),
  /** Sites that receive for it. */
  sites: list(id, 'de sites'),
  /** Minutes. */
  duration: v.optional(count),
});
export type PublicProcedure = v.InferOutput<typeof publicProcedureSchema>;

/** Query of `GET /procedures`. */
export const proceduresQuerySchema = section({ site: id });

/** `GET /procedures?site=`. */
export const proceduresAnswerSchema = section({
  procedures: list(publicProcedureSchema, 'de démarches'),
  /** Who answers for the personal data, and how long it is kept. */
  privacy: section({
    controller: text(),
    /** Address, e-mail or page of the data-protection officer. */
    officer: text(),
    /** Months after the appointment. */
    keptMonths: count,
    page: v.optional(text()),
  }),
});
export type ProceduresAnswer = v.InferOutput<typeof proceduresAnswerSchema>;

/** A free slot. */
export const publicSlotSchema = section({ start: localTime, end: localTime, places: count });
export type PublicSlot = v.InferOutput<typeof publicSlotSchema>;

/** Query of `GET /slots`: two ISO days, included, not further apart than two months of a calendar. */
export const slotsQuerySchema = v.pipe(
  section({ site: id, procedure: id, from: isoDay, to: isoDay }),
  v.forward(
    v.check(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < MAX_SLOT_DAYS * DAY, RANGE),
    ['to'],
  ),
);

/** `GET /slots?site=&procedure=&from=&to=`. */
export const slotsAnswerSchema = section({
  slots: list(publicSlotSchema, 'de créneaux'),
  /** The first free one, in the range or after; null when there is none. */
  next: v.nullable(localTime),
  /** Last day on which one can book. */
  horizon: isoDay,
});
export type SlotsAnswer = v.InferOutput<typeof slotsAnswerSchema>;

/** `GET /challenges/{action}`: a proof of work in the form of ALTCHA, bound to what is about to be sent. */
export const challengeActions = ['booking', 'feedback'] as const;
export type ChallengeAction = (typeof challengeActions)[number];
export const challengeSchema = section({
  algorithm: oneOf(['SHA-256']),
  challenge: text(),
  salt: text(),
  signature: text(),
  /** Largest number to try. */
  maxnumber: count,
});
export type Challenge = v.InferOutput<typeof challengeSchema>;

/** What every form of the public carries against robots. */
const defence = {
  /** The solved challenge: the JSON of ALTCHA in base 64. */
  proof: text(),
  /** A field that people do not see: robots fill it in. */
  website: v.optional(v.literal('', EMPTY), ''),
};

/** `POST /holds`: keeps a place while the form is filled in. */
export const holdRequestSchema = section({ site: id, procedure: id, start: localTime });
export type HoldRequest = v.InferOutput<typeof holdRequestSchema>;

/** Answer of `POST /holds` and of `POST /holds/{id}/extend`; `DELETE /holds/{id}` gives the place back. */
export const holdAnswerSchema = section({
  id: text(),
  start: localTime,
  end: localTime,
  expiresAt: instant,
  /** Until then, on the server's clock: that of the reader may be wrong. */
  secondsLeft: count,
  /** Whether it can be extended once more. */
  isExtendable: v.boolean(YES_NO),
});
export type HoldAnswer = v.InferOutput<typeof holdAnswerSchema>;

/** `POST /appointments`: turns a hold into an appointment. */
export const appointmentRequestSchema = section({
  hold: text(),
  name: shortText,
  /** One of the two, to be told of a change. */
  email: v.optional(emailAddress),
  phone: v.optional(phoneNumber),
  language: apiLanguage,
  ...defence,
});
export type AppointmentRequest = v.InferOutput<typeof appointmentRequestSchema>;

/** Answer of `POST /appointments`, `GET /appointments/{token}`, and of the moves and cancellations below it. */
export const appointmentAnswerSchema = section({
  /** To quote; names nobody. */
  reference: text(),
  /** To move or cancel with; known to the person only. */
  token: text(),
  site: publicSiteSchema,
  procedure: section({ id, label: publicText, documents: list(publicText, 'de pièces à apporter') }),
  start: localTime,
  end: localTime,
  state: oneOf(['booked', 'cancelled']),
  /** How many times it was moved or cancelled. */
  sequence: amount,
  /** Page on which it is moved or cancelled. */
  manage: v.optional(webAddress),
  isMovable: v.boolean(YES_NO),
});
export type AppointmentAnswer = v.InferOutput<typeof appointmentAnswerSchema>;

/** `POST /appointments/{token}/move`; `POST /appointments/{token}/cancel` has no body. */
export const moveRequestSchema = section({ hold: text() });
export type MoveRequest = v.InferOutput<typeof moveRequestSchema>;

/** `GET /feedback/form?site=`: what the form offers. */
export const feedbackFormSchema = section({
  sites: list(publicSiteSchema, 'de sites'),
  themes: list(section({ id, label: publicText }), 'de thèmes'),
  /** Services to which a plain request goes. */
  services: list(
    section({ id, name: text(), phone: v.optional(phoneNumber), page: v.optional(text()) }),
    'de services',
  ),
  /** To answer in. */
  delay: delaySchema,
  /** Of each site, for the due date. */
  calendars: v.record(
    id,
    section({ zone: oneOf(holidayZones), closings: list(isoDay, 'de jours de fermeture') }),
  ),
  privacy: proceduresAnswerSchema.entries.privacy,
});
export type FeedbackForm = v.InferOutput<typeof feedbackFormSchema>;

/** `POST /feedback`. */
export const feedbackRequestSchema = section({
  kind: oneOf(feedbackKinds),
  channel: v.optional(oneOf(channels), 'website'),
  site: id,
  theme: id,
  text: v.pipe(text(LONG), v.maxLength(MAX_FEEDBACK_LENGTH, LONG)),
  name: v.optional(shortText),
  replyTo: v.optional(
    section({
      email: v.optional(emailAddress),
      postal: v.optional(v.pipe(text(POSTAL), v.maxLength(500, POSTAL))),
    }),
  ),
  language: apiLanguage,
  ...defence,
});
export type FeedbackRequest = v.InferOutput<typeof feedbackRequestSchema>;

/** Answer of `POST /feedback`: the acknowledgement that the law asks for. */
export const feedbackAnswerSchema = section({
  reference: text(),
  /** To follow it with. */
  token: text(),
  receivedOn: isoDay,
  /** Last day of the reply; null when none is due, and why. */
  due: v.nullable(isoDay),
  reason: v.optional(oneOf(['anonymous', 'no-address', 'request'])),
  service: v.optional(
    section({
      name: text(),
      address: v.optional(text()),
      email: v.optional(emailAddress),
      phone: v.optional(phoneNumber),
    }),
  ),
});
export type FeedbackAnswer = v.InferOutput<typeof feedbackAnswerSchema>;

/** `GET /feedback/{reference}?token=`: where it stands, for the person who handed it in. Nothing of what was written. */
export const feedbackStatusSchema = section({
  reference: text(),
  kind: oneOf(feedbackKinds),
  state: oneOf(feedbackStates),
  receivedOn: isoDay,
  /** As in the acknowledgement. */
  due: feedbackAnswerSchema.entries.due,
  reason: feedbackAnswerSchema.entries.reason,
  service: feedbackAnswerSchema.entries.service,
  /** When the reply left. */
  answeredOn: v.optional(isoDay),
});
export type FeedbackStatus = v.InferOutput<typeof feedbackStatusSchema>;

/** A refusal (RFC 9457), in the language asked. Never repeats what was sent. */
export const problemSchema = v.object({
  type: text(),
  title: text(),
  status: count,
  detail: v.optional(text()),
  code: oneOf(problemCodes),
  /** Of a fault of the server: its number, to quote. */
  instance: v.optional(text()),
  errors: v.optional(
    list(section({ path: list(v.union([v.string(), v.number()]), 'de clés'), message: text() }), 'd’erreurs'),
  ),
});
export type Problem = v.InferOutput<typeof problemSchema>;
