import * as v from 'valibot';
import { answerMeasurements, answerStatus, type AnswerStatus, type Followed } from './answer.ts';
import type { Calendar } from './calendar.ts';
import type { Delay } from './delay.ts';
import { tellFaults } from './fault.ts';
import type { Measurement } from './measurement.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, oneOf, section, text, unknownYet } from './schema.ts';

/** How a person reaches the préfecture; `box` is the suggestion box of a hall. */
export const channels = ['desk', 'phone', 'email', 'letter', 'website', 'box'] as const;
export type Channel = (typeof channels)[number];

/** French names of the channels, as a table shows them. */
export const channelLabels: Readonly<Record<Channel, string>> = {
  desk: 'guichet',
  phone: 'téléphone',
  email: 'courriel',
  letter: 'courrier',
  website: 'site internet',
  box: 'boîte à suggestions',
};

/** The channels of the correspondence log. */
export const mailChannels = ['email', 'letter'] as const;
export type MailChannel = (typeof mailChannels)[number];

/** Delay to answer an e-mail of general information. */
export const emailDelay: Sourced<Delay> = {
  value: { amount: 5, unit: 'ouvres', bound: 'inclusive' },
  provenance: {
    origin: 'S',
    source:
      'Politique qualité 2021, réponse aux courriers et courriels : 5 jours. Elle ne dit pas lesquels : comptés en jours ouvrés, comme dans les référentiels voisins ; ses résultats disent « en moins de 5 jours », borne à régler si la préfecture l’entend ainsi.',
  },
};

/** Delay to answer a letter of general information. */
export const letterDelay: Sourced<Delay> = {
  value: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
  provenance: {
    origin: 'S',
    source:
      'Politique qualité 2021, réponse aux courriers et courriels : 10 jours. Elle ne dit pas lesquels : comptés en jours ouvrés, comme dans les référentiels voisins.',
  },
};

const KEY = 'un numéro d’enregistrement : un texte sans espace, par exemple 2026-00417';
const ANSWERED = 'une date de réponse possible : au plus tôt le jour de la réception';

/**
 * A line of the follow-up table of letters and e-mails: general information
 * only, an application for a permit has its own delays.
 */
export const mailEntrySchema = v.pipe(
  section({
    /** Own number in the log, which never names a person. */
    id: v.pipe(text(KEY), v.regex(/^\S+$/, KEY)),
    channel: oneOf(mailChannels),
    site: id,
    service: id,
    receivedOn: isoDay,
    subject: text(),
    answeredOn: unknownYet(isoDay),
    /** Name and version of the model that the reply follows. */
    template: unknownYet(text()),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { receivedOn, answeredOn } = dataset.value;
    if (answeredOn === undefined || answeredOn >= receivedOn) return;
    tellFaults(
      [{ path: ['answeredOn'], input: answeredOn, expected: `${ANSWERED}, ${receivedOn}` }],
      addIssue,
    );
  }),
);
export type MailEntry = v.InferOutput<typeof mailEntrySchema>;

/**
 * Where the answer to an entry stands on the evening of an ISO day.
 *
 * @param delay by default `emailDelay` or `letterDelay`
 * @throws QualeprefError `delay-order` when the entry was received after that day
 */
export function mailStatus(
  { receivedOn, answeredOn }: Pick<MailEntry, 'receivedOn' | 'answeredOn'>,
  delay: Delay,
  calendar: Calendar,
  today: string,
): AnswerStatus {
  return answerStatus(receivedOn, answeredOn, { delay, calendar, today });
}

/** What a log is read with. */
export interface MailSetting {
  /** ISO day on which it is read: what is received or answered later is left out. */
  readonly today: string;
  readonly delays: Readonly<Record<MailChannel, Delay>>;
  /** The calendar of a site, by its id. */
  readonly calendarOf: (site: string) => Calendar;
}

/** An entry of the log with where its answer stands. */
export interface FollowedMail extends Followed {
  readonly entry: MailEntry;
}

/** The entries received so far, in the order of the log. */
export function followMail(
  entries: readonly MailEntry[],
  { today, delays, calendarOf }: MailSetting,
): readonly FollowedMail[] {
  return entries
    .filter(({ receivedOn }) => receivedOn <= today)
    .map((entry) => ({
      entry,
      site: entry.site,
      receivedOn: entry.receivedOn,
      status: mailStatus(entry, delays[entry.channel], calendarOf(entry.site), today),
    }));
}

const INDICATORS: Readonly<Record<MailChannel, { readonly rate: string; readonly mean: string }>> = {
  email: { rate: 'mail.taux', mean: 'mail.delai' },
  letter: { rate: 'courrier.taux', mean: 'courrier.delai' },
};

/** The monthly rates and mean delays of a period, by channel and site, as `answerMeasurements` counts them. */
export function mailMeasurements(
  entries: readonly MailEntry[],
  { period, ...setting }: MailSetting & { readonly period: string },
): readonly Measurement[] {
  const followed = followMail(entries, setting);
  return mailChannels.flatMap((channel) =>
    answerMeasurements(
      followed.filter(({ entry }) => entry.channel === channel),
      { ...INDICATORS[channel], source: 'Tableau de suivi des courriers et courriels' },
      period,
    ),
  );
}
