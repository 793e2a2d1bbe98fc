import type { Calendar } from './calendar.ts';
import { dueDate, type Delay } from './delay.ts';
import type { Sourced } from './provenance.ts';

/** Delay to answer a complaint or a suggestion that is signed and gives an address. */
export const feedbackDelay: Sourced<Delay> = {
  value: { amount: 10, unit: 'ouvres', bound: 'inclusive' },
  provenance: {
    origin: 'S',
    source:
      'Politique qualité 2021, la voix des usagers : 10 jours ouvrés pour les remarques nominatives avec une adresse. Que le dixième jour compte encore est proposé par ce projet.',
  },
};

/** Where an answer can be sent. */
export interface ReplyAddress {
  readonly email?: string | undefined;
  readonly postal?: string | undefined;
}

/** What the rule of the reply needs of a feedback; a form that is still being filled in has as much. */
export interface ReplyFacts {
  readonly kind?: 'complaint' | 'suggestion' | 'request' | undefined;
  readonly name?: string | undefined;
  readonly replyTo?: ReplyAddress | undefined;
}

/**
 * `anonymous`: not signed; `no-address`: nowhere to send an answer to;
 * `request`: a plain request, which its service answers in its own delay.
 */
export type NoReplyReason = 'anonymous' | 'no-address' | 'request';

/** The day by which an answer must have left, or why none is due. */
export type ReplyDue = { readonly due: string } | { readonly due: null; readonly reason: NoReplyReason };

/** Whether an answer can be sent, by e-mail or by post. */
export function isAddressable({ replyTo }: Pick<ReplyFacts, 'replyTo'>): boolean {
  return isFilled(replyTo?.email) || isFilled(replyTo?.postal);
}

/** Why no reply is due; undefined when one is. */
export function noReplyReason(facts: ReplyFacts): NoReplyReason | undefined {
  if (facts.kind === 'request') return 'request';
  if (!isFilled(facts.name)) return 'anonymous';
  return isAddressable(facts) ? undefined : 'no-address';
}

/**
 * By when a feedback must be answered.
 *
 * @param feedback with the ISO day on which it reached the préfecture
 * @param setting the delay, by default `feedbackDelay`, and the calendar of the site
 */
export function replyDue(
  feedback: ReplyFacts & { readonly receivedOn: string },
  { delay, calendar }: { readonly delay: Delay; readonly calendar: Calendar },
): ReplyDue {
  const reason = noReplyReason(feedback);
  return reason === undefined
    ? { due: dueDate(feedback.receivedOn, delay, calendar) }
    : { due: null, reason };
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
