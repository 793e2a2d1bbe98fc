import type { Calendar } from './calendar.ts';
import type { Delay } from './delay.ts';
import type { Feedback } from './feedback.ts';
import { typeset } from './french.ts';
import { parsePeriod, periodLabel } from './period.ts';
import { isAddressable, replyDue, type NoReplyReason } from './reply.ts';

/** How the service in charge is reached; a `Service` of the perimeter is one. */
export interface ServiceContact {
  readonly name: string;
  /** Postal. */
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** What the law asks for and nobody has given: which service, where to write to it, its phone. */
export type AcknowledgementIssue = 'service' | 'service-address' | 'service-phone';

/** A sentence in both languages. */
interface Line {
  readonly fr: string;
  readonly en: string;
}

/** What a person is told on handing in a feedback. Nothing in it says who they are or what they wrote. */
export interface Acknowledgement {
  readonly reference: string;
  /** ISO day. */
  readonly receivedOn: string;
  readonly service?: ServiceContact;
  /** Last ISO day for the reply; null when none can be sent, and why. */
  readonly due: string | null;
  readonly reason?: NoReplyReason;
  /** Sentences to show, in their order. */
  readonly lines: readonly Line[];
  /** What is missing for the acknowledgement to be complete. */
  readonly issues: readonly AcknowledgementIssue[];
}

/**
 * The acknowledgement of a feedback: date received, service in charge with its
 * postal or e-mail address and its phone (L: article R112-5 of the Code des
 * relations entre le public et l’administration), then the reference and the
 * day by which the reply is due, or that none can be sent.
 *
 * @param setting the service if it is known, the delay, by default `feedbackDelay`, and the calendar of the site
 */
export function acknowledgement(
  feedback: Pick<Feedback, 'reference' | 'kind' | 'receivedOn' | 'name' | 'replyTo'>,
  setting: {
    readonly service?: ServiceContact | undefined;
    readonly delay: Delay;
    readonly calendar: Calendar;
  },
): Acknowledgement {
  const { reference, receivedOn } = feedback;
  const { service } = setting;
  const reply = replyDue(feedback, setting);
  const lines = [
    receivedLine(feedback),
    ...(service ? [serviceLine(feedback.kind, service)] : []),
    reply.due === null ? noReplyLine(feedback, reply.reason) : dueLine(feedback, reply.due),
  ];
  return {
    reference,
    receivedOn,
    ...(service ? { service } : {}),
    due: reply.due,
    ...(reply.due === null ? { reason: reply.reason } : {}),
    lines: lines.map(({ fr, en }) => ({ fr: typeset(fr), en })),
    issues: issuesOf(service),
  };
}

function issuesOf(service: ServiceContact | undefined): readonly AcknowledgementIssue[] {
  if (!service) return ['service', 'service-address', 'service-phone'];
  return [
    ...(service.address === undefined && service.email === undefined ? ['service-address' as const] : []),
    ...(service.phone === undefined ? ['service-phone' as const] : []),
  ];
}

const NOUNS: Readonly<Record<Feedback['kind'], Line>> = {
  complaint: { fr: 'réclamation', en: 'complaint' },
  suggestion: { fr: 'suggestion', en: 'suggestion' },
  request: { fr: 'demande', en: 'request' },
};

function receivedLine({
  reference,
  kind,
  receivedOn,
}: Pick<Feedback, 'reference' | 'kind' | 'receivedOn'>): Line {
  return {
    fr: `Votre ${NOUNS[kind].fr} a été reçue le ${frenchDay(receivedOn)} et porte la référence ${reference}.`,
    en: `Your ${NOUNS[kind].en} was received on ${englishDay(receivedOn)} and its reference is ${reference}.`,
  };
}

function serviceLine(kind: Feedback['kind'], { name, address, email, phone }: ServiceContact): Line {
  const where = [name, address, email].filter((part) => part !== undefined);
  return {
    fr: `Service chargé de votre ${NOUNS[kind].fr} : ${[...where, ...(phone === undefined ? [] : [`téléphone ${phone}`])].join(', ')}.`,
    en: `Service in charge of your ${NOUNS[kind].en}: ${[...where, ...(phone === undefined ? [] : [`phone ${phone}`])].join(', ')}.`,
  };
}

function dueLine({ replyTo }: Pick<Feedback, 'replyTo'>, due: string): Line {
  const isByMail = isAddressable({ replyTo: { email: replyTo?.email } });
  return {
    fr: `Une réponse vous sera envoyée par ${isByMail ? 'courriel' : 'courrier'} au plus tard le ${frenchDay(due)}.`,
    en: `A reply will be sent to you by ${isByMail ? 'e-mail' : 'post'} by ${englishDay(due)} at the latest.`,
  };
}

function noReplyLine({ kind }: Pick<Feedback, 'kind'>, reason: NoReplyReason): Line {
  const { fr, en } = NOUNS[kind];
  switch (reason) {
    case 'anonymous':
      return {
        fr: `Votre ${fr} n’est pas signée : aucune réponse ne peut vous être envoyée.`,
        en: `Your ${en} is not signed: no reply can be sent to you.`,
      };
    case 'no-address':
      return {
        fr: `Votre ${fr} ne donne ni adresse électronique ni adresse postale : aucune réponse ne peut vous être envoyée.`,
        en: `Your ${en} gives neither an e-mail nor a postal address: no reply can be sent to you.`,
      };
    case 'request':
      return {
        fr: 'Ce n’est ni une réclamation ni une suggestion : votre demande est transmise au service compétent.',
        en: 'It is neither a complaint nor a suggestion: your request is passed on to the relevant service.',
      };
  }
}

function frenchDay(day: string): string {
  return periodLabel(parsePeriod(day));
}

function englishDay(day: string): string {
  return periodLabel(parsePeriod(day), 'en');
}
