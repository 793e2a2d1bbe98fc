import * as v from 'valibot';
import { channels } from './correspondence.ts';
import { parsed } from './parse.ts';
import type { Sourced } from './provenance.ts';
import { tellFaults } from './fault.ts';
import {
  feedbackFaults,
  feedbackKinds,
  feedbackStates,
  feedbackStepSchema,
  type FeedbackKind,
  type FeedbackState,
} from './feedback-state.ts';
import { isReference } from './reference.ts';
import { emailAddress, id, isoDay, list, oneOf, section, text, type PublicText } from './schema.ts';

export { feedbackDelay, isAddressable, noReplyReason, replyDue } from './reply.ts';

/** What feedback is about, to be changed by each préfecture. */
export const feedbackThemes: Sourced<readonly { readonly id: string; readonly label: PublicText }[]> = {
  value: [
    { id: 'accueil', label: { fr: 'Accueil et courtoisie', en: 'Reception and courtesy' } },
    { id: 'attente', label: { fr: 'Attente', en: 'Waiting time' } },
    { id: 'rendez-vous', label: { fr: 'Prise de rendez-vous', en: 'Booking an appointment' } },
    { id: 'telephone', label: { fr: 'Téléphone', en: 'Telephone' } },
    { id: 'site-internet', label: { fr: 'Site internet', en: 'Website' } },
    {
      id: 'courrier',
      label: { fr: 'Réponse aux courriers et courriels', en: 'Replies to letters and e-mails' },
    },
    { id: 'delai', label: { fr: 'Délai de traitement', en: 'Processing time' } },
    { id: 'information', label: { fr: 'Clarté de l’information', en: 'Clarity of information' } },
    {
      id: 'locaux',
      label: { fr: 'Locaux, signalétique et accessibilité', en: 'Premises, signs and accessibility' },
    },
    { id: 'autre', label: { fr: 'Autre sujet', en: 'Other' } },
  ],
  provenance: {
    origin: 'X',
    source:
      'Formes d’accueil de la politique qualité 2021, et l’attente, premier sujet des réclamations dans le Lot-et-Garonne en 2014. Aucune liste officielle n’a été lue.',
  },
};

const REFERENCE = 'une référence : celle de l’accusé de réception, par exemple AIX-2611-K7M4QXR';

/**
 * A complaint, a suggestion or a plain request. `state`, `service` and `kind`
 * are those of its history, from which nothing is ever taken away.
 */
export const feedbackSchema = v.pipe(
  section({
    reference: v.pipe(text(REFERENCE), v.check(isReference, REFERENCE)),
    kind: oneOf(feedbackKinds),
    channel: oneOf(channels),
    /** `agent`: copied from the box, a letter, a call… */
    enteredBy: oneOf(['public', 'agent']),
    site: id,
    /** One of the list in use, by default `feedbackThemes`. */
    theme: id,
    text: text(),
    /** When it reached the préfecture, which may be before it was entered. */
    receivedOn: isoDay,
    /** Who signs; nobody when it is anonymous. */
    name: v.optional(text()),
    replyTo: v.optional(
      section({
        email: v.optional(emailAddress),
        postal: v.optional(text()),
      }),
    ),
    service: v.optional(id),
    state: oneOf(feedbackStates),
    history: v.pipe(list(feedbackStepSchema, 'd’étapes'), v.minLength(1, 'une liste d’au moins une étape')),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    tellFaults(feedbackFaults(dataset.value), addIssue);
  }),
);
export type Feedback = v.InferOutput<typeof feedbackSchema>;

/** What a feedback is entered with. */
export interface NewFeedback extends Omit<Feedback, 'state' | 'history' | 'service'> {
  /** ISO day and author of the entry. */
  readonly on: string;
  readonly by: string;
}

/**
 * Enters a feedback.
 *
 * @throws QualeprefError `feedback` naming the key that is wrong
 */
export function receiveFeedback({ on, by, replyTo, ...feedback }: NewFeedback): Feedback {
  return checked({
    ...feedback,
    ...(replyTo === undefined ? {} : { replyTo }),
    state: 'received',
    history: [{ state: 'received', kind: feedback.kind, on, by }],
  });
}

/** What happens to a feedback. */
export interface FeedbackChange {
  readonly to: FeedbackState;
  /** ISO day. */
  readonly on: string;
  readonly by: string;
  /** Due to assign and to forward. */
  readonly service?: string;
  /** Due to close when somebody waits for an answer. */
  readonly note?: string;
}

/**
 * Moves a feedback to another state and adds the step to its history.
 *
 * @throws QualeprefError `feedback` when the state cannot follow, the day comes before the last step, or a service or a
 * note is missing
 */
export function moveFeedback(feedback: Feedback, { to: state, ...act }: FeedbackChange): Feedback {
  return checked({
    ...feedback,
    state,
    ...(act.service === undefined ? {} : { service: act.service }),
    history: [...feedback.history, { state, ...act }],
  });
}

/**
 * Sends a plain request to the service that answers it: the end of its way here.
 *
 * @throws QualeprefError `feedback` for a complaint or a suggestion, which are assigned, not forwarded
 */
export function forwardTo(
  feedback: Feedback,
  act: Omit<FeedbackChange, 'to'> & { service: string },
): Feedback {
  return moveFeedback(feedback, { ...act, to: 'forwarded' });
}

/**
 * Says that a feedback is of another kind than was entered, and why.
 *
 * @throws QualeprefError `feedback` once answered, forwarded or closed, when it is of that kind already, or without a
 * note
 */
export function requalify(
  feedback: Feedback,
  { kind, ...act }: { kind: FeedbackKind } & Omit<FeedbackChange, 'to' | 'service'>,
): Feedback {
  const step = { state: feedback.state, kind, ...act };
  return checked({ ...feedback, kind, history: [...feedback.history, step] });
}

/** ISO day of the answer. */
export function answerDay({ history }: Pick<Feedback, 'history'>): string | undefined {
  return history.find(({ state }) => state === 'answered')?.on;
}

function checked(feedback: Feedback): Feedback {
  return parsed(feedbackSchema, feedback, { code: 'feedback', name: `fiche ${feedback.reference}` });
}
