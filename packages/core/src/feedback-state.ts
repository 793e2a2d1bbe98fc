import * as v from 'valibot';
import type { Fault } from './fault.ts';
import { noReplyReason, type ReplyFacts } from './reply.ts';
import { id, isoDay, oneOf, section, text } from './schema.ts';

/** `request` is neither a complaint nor a suggestion: it goes to the service that can answer it. */
export const feedbackKinds = ['complaint', 'suggestion', 'request'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** French names of the kinds, as a table shows them. */
export const feedbackKindLabels: Readonly<Record<FeedbackKind, string>> = {
  complaint: 'réclamation',
  suggestion: 'suggestion',
  request: 'demande',
};

/** In the order in which a feedback goes through them; `forwarded` is the end of a request. */
export const feedbackStates = [
  'received',
  'acknowledged',
  'assigned',
  'answered',
  'forwarded',
  'closed',
] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** French names of the states, as a table shows them. */
export const feedbackStateLabels: Readonly<Record<FeedbackState, string>> = {
  received: 'reçue',
  acknowledged: 'accusée de réception',
  assigned: 'confiée à un service',
  answered: 'répondue',
  forwarded: 'transmise',
  closed: 'close',
};

/** One line of a feedback’s history; the first is its entry, and says what kind it then was. */
export const feedbackStepSchema = section({
  state: oneOf(feedbackStates),
  on: isoDay,
  /** A role rather than a name. */
  by: text(),
  /** To which it is assigned or forwarded. */
  service: v.optional(id),
  /** What it is at first, or turns out to be. */
  kind: v.optional(oneOf(feedbackKinds)),
  /** Why it is closed though somebody waits for an answer, or is of another kind. */
  note: v.optional(text()),
});
export type FeedbackStep = v.InferOutput<typeof feedbackStepSchema>;

/** What has no way out is final. */
const NEXT: Readonly<Record<FeedbackState, readonly FeedbackState[]>> = {
  received: ['acknowledged', 'assigned', 'answered', 'forwarded', 'closed'],
  acknowledged: ['assigned', 'answered', 'forwarded', 'closed'],
  // Again, to another service.
  assigned: ['assigned', 'answered', 'forwarded', 'closed'],
  answered: ['closed'],
  forwarded: [],
  closed: [],
};

/** A request is not followed here; what is followed here does not leave for elsewhere. */
const BARRED: Readonly<Record<FeedbackKind, readonly FeedbackState[]>> = {
  complaint: ['forwarded'],
  suggestion: ['forwarded'],
  request: ['assigned', 'answered'],
};

/** The states that can follow. */
export function nextFeedbackStates({
  state,
  kind,
}: {
  readonly state: FeedbackState;
  readonly kind: FeedbackKind;
}): readonly FeedbackState[] {
  return NEXT[state].filter((to) => !BARRED[kind].includes(to));
}

/** What a history says of a feedback. */
interface Told extends ReplyFacts {
  readonly receivedOn: string;
  readonly kind: FeedbackKind;
  readonly state: FeedbackState;
  readonly service?: string | undefined;
  readonly history: readonly FeedbackStep[];
}

/** All that is wrong in a history, or between it and the feedback. */
export function* feedbackFaults(feedback: Told): Generator<Fault> {
  const { history, receivedOn } = feedback;
  // The schema says so itself.
  if (history.length === 0) return;
  let kind = feedback.kind;
  for (const [at, step] of history.entries()) {
    const before = history[at - 1];
    const fault = before ? stepFault(step, before, { ...feedback, kind }) : entryFault(step, receivedOn);
    if (fault) yield { path: ['history', at, fault[0]], input: step[fault[0]], expected: fault[1] };
    kind = step.kind ?? kind;
  }
  const told = {
    kind,
    state: history.at(-1)?.state,
    service: history.findLast((step) => step.service !== undefined)?.service,
  };
  for (const [key, name] of KEYS) {
    if (told[key] === feedback[key]) continue;
    yield {
      path: [key],
      input: feedback[key],
      expected: `${name} de l’historique : ${told[key] ?? 'aucun'}`,
    };
  }
}

const KEYS = [
  ['kind', 'la sorte'],
  ['state', 'l’état'],
  ['service', 'le service'],
] as const;

type StepFault = readonly [key: keyof FeedbackStep, expected: string];

function entryFault({ state, kind, on }: FeedbackStep, receivedOn: string): StepFault | undefined {
  if (state !== 'received') return ['state', 'le premier état : received'];
  if (kind === undefined) return ['kind', `une sorte de fiche : ${feedbackKinds.join(', ')}`];
  if (on < receivedOn) return ['on', `une date possible : au plus tôt celle de la réception, ${receivedOn}`];
  return undefined;
}

function stepFault(step: FeedbackStep, before: FeedbackStep, told: Told): StepFault | undefined {
  if (step.on < before.on)
    return ['on', `une date possible : au plus tôt celle de l’étape d’avant, ${before.on}`];
  return step.kind === undefined ? moveFault(step, before, told) : kindFault(step, before, told.kind);
}

function moveFault(step: FeedbackStep, before: FeedbackStep, told: Told): StepFault | undefined {
  const { kind } = told;
  const next = nextFeedbackStates({ state: before.state, kind });
  if (!next.includes(step.state)) {
    const words = next.length === 0 ? 'aucun, cet état est définitif' : next.join(', ');
    return [
      'state',
      `un état qui peut suivre « ${before.state} » pour une ${feedbackKindLabels[kind]} : ${words}`,
    ];
  }
  if (NAMED.includes(step.state) && step.service === undefined)
    return ['service', 'un service : celui auquel la fiche est confiée ou transmise'];
  if (step.state === 'closed' && before.state !== 'answered' && isAwaited(told) && step.note === undefined)
    return ['note', 'une explication : pourquoi la fiche est close sans réponse'];
  return undefined;
}

/** Somebody expects something of it. */
function isAwaited(told: Told): boolean {
  return told.kind === 'request' || noReplyReason(told) === undefined;
}

/** Who has it must be known. */
const NAMED: readonly FeedbackState[] = ['assigned', 'forwarded'];

function kindFault(step: FeedbackStep, before: FeedbackStep, kind: FeedbackKind): StepFault | undefined {
  if (step.state !== before.state || !OPEN.includes(step.state))
    return [
      'state',
      'un état où la sorte peut changer : celui de l’étape d’avant, received, acknowledged ou assigned',
    ];
  if (step.kind === kind) return ['kind', 'une autre sorte : différente de celle d’avant'];
  if (step.note === undefined) return ['note', 'une explication : pourquoi la sorte change'];
  return undefined;
}

/** Nothing has left yet. */
const OPEN: readonly FeedbackState[] = ['received', 'acknowledged', 'assigned'];
