import { randomUUID } from 'node:crypto';
import {
  acknowledgement,
  answerDay,
  feedbackThemes,
  isReference,
  forwardTo,
  isAddressable,
  moveFeedback,
  noReplyReason,
  QualeprefError,
  receiveFeedback,
  referenceOf,
  requalify,
  type Acknowledgement,
  type Channel,
  type Feedback,
  type FeedbackAnswer,
  type FeedbackKind,
  type FeedbackRequest,
  type FeedbackState,
  type FeedbackStatus,
  type Service,
  type Site,
} from '@qualepref/core';
import { Refused } from './problem.ts';
import { sendLater } from './queue.ts';
import { siteCode } from './site-code.ts';
import { calendarAt, todayAt } from './site-time.ts';
import type { Db, Tx } from './store/database.ts';
import {
  findFeedback,
  insertFeedback,
  lockFeedback,
  updateFeedback,
  type KeptFeedback,
} from './store/feedback-store.ts';
import { idOf, tokenOf } from './token.ts';
import type { World } from './world.ts';

/** What a person says, once what guards the form is taken away. */
export type NewMessage = Omit<FeedbackRequest, 'proof' | 'website' | 'channel'>;

/** How a message came in. */
export interface Entry {
  readonly enteredBy: Feedback['enteredBy'];
  readonly channel: Channel;
  /** ISO day on which it reached the préfecture; today without it. */
  readonly receivedOn?: string;
  /** Who writes the entry, as a role: `agent`. Who sends it, without it. */
  readonly by?: string;
}

/** What happens to a message: a move to another state, or another kind. */
export type MessageChange = { readonly by: string; readonly note?: string } & (
  | { readonly to: FeedbackState; readonly service?: string; readonly answer?: string }
  | { readonly kind: FeedbackKind }
);

/** Two draws of a reference may meet; five in a row do not. */
const DRAWS = 5;
const SERVER = 'service en ligne';

/** States in which something is still to be done. */
export const openStates: readonly FeedbackState[] = ['received', 'acknowledged', 'assigned'];

/**
 * Takes in a message within the transaction of a request: acknowledged at once
 * when the person can be told, and given to the service in charge.
 *
 * @returns what the person is told
 * @throws Refused `invalid` when the site or the theme is not one of ours, or the day is yet to come
 */
export async function receive(
  world: World,
  tx: Tx,
  message: NewMessage,
  entry: Entry,
): Promise<FeedbackAnswer> {
  const { config } = world.settings;
  const site = siteOf(world, message.site);
  if (!feedbackThemes.value.some(({ id }) => id === message.theme))
    throw wrong('theme', 'un des thèmes offerts');
  const on = todayAt(world, site.id);
  const receivedOn = entry.receivedOn ?? on;
  if (receivedOn > on) throw wrong('receivedOn', 'un jour passé, ou aujourd’hui');
  const service = serviceInCharge(world, message);
  const { kind, theme, text, name, replyTo, language } = message;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const received = receiveFeedback({
      ...{ kind, theme, text, on, receivedOn, site: site.id },
      ...{ channel: entry.channel, enteredBy: entry.enteredBy },
      ...(name === undefined ? {} : { name }),
      ...(replyTo !== undefined && isAddressable({ replyTo }) ? { replyTo } : {}),
      reference: referenceOf(siteCode(world.settings, site.id), receivedOn, world.random),
      by: entry.by ?? 'usager',
    });
    const isTold = entry.enteredBy === 'public' || replyTo?.email !== undefined;
    const id = randomUUID();
    const feedback = settled(received, { isTold, service: service?.id, on });
    if (!(await insertFeedback(tx, { id, feedback, language }))) continue;
    if (replyTo?.email !== undefined)
      await sendLater(world.store, tx, { kind: 'feedback-received', of: feedback.reference, occasion: '1' });
    const told = acknowledgementOf(world, { feedback });
    return {
      reference: told.reference,
      token: feedbackToken(world, id),
      receivedOn,
      ...toldOf(told),
    };
  }
  throw new Error(`No free reference in ${String(DRAWS)} draws for ${config.site.address}.`);
}

/** The first steps of a message, which need nobody. */
function settled(
  received: Feedback,
  { isTold, service, on }: { isTold: boolean; service: string | undefined; on: string },
): Feedback {
  const told = isTold ? moveFeedback(received, { to: 'acknowledged', on, by: SERVER }) : received;
  if (service === undefined) return told;
  return received.kind === 'request'
    ? forwardTo(told, { service, on, by: SERVER })
    : moveFeedback(told, { to: 'assigned', service, on, by: SERVER });
}

/** @throws Refused `not-found` */
export async function feedbackOf(db: Db, reference: string): Promise<KeptFeedback> {
  const kept = await findFeedback(db, reference);
  if (!kept) throw new Refused('not-found');
  return kept;
}

/**
 * Changes a message, and has its answer sent if it has one to send.
 *
 * @throws Refused `not-found`; `invalid` when core’s rules do not let it happen
 */
export async function changeFeedback(
  world: World,
  tx: Tx,
  reference: string,
  change: MessageChange,
): Promise<KeptFeedback> {
  const kept = await lockFeedback(tx, reference);
  if (!kept) throw new Refused('not-found');
  const on = todayAt(world, kept.feedback.site);
  const changed = changedBy(kept, change, on);
  await updateFeedback(tx, changed);
  const isAnswered = 'to' in change && change.to === 'answered';
  if (isAnswered && changed.answer !== undefined && changed.feedback.replyTo?.email !== undefined)
    await sendLater(world.store, tx, { kind: 'feedback-answered', of: reference, occasion: '1' });
  return changed;
}

function changedBy(kept: KeptFeedback, change: MessageChange, on: string): KeptFeedback {
  const act = { on, by: change.by, ...(change.note === undefined ? {} : { note: change.note }) };
  try {
    if ('kind' in change)
      return { ...kept, feedback: requalify(kept.feedback, { ...act, kind: change.kind }) };
    const { to, service, answer } = change;
    const feedback = moveFeedback(kept.feedback, {
      ...act,
      to,
      ...(service === undefined ? {} : { service }),
    });
    return { ...kept, feedback, ...(answer === undefined ? {} : { answer }) };
  } catch (error) {
    if (!(error instanceof QualeprefError)) throw error;
    throw new Refused('invalid', { errors: [{ path: [], message: error.message }] });
  }
}

/** Whether the person still waits for an answer, or for their request to be passed on. */
export function isAwaited(feedback: Feedback): boolean {
  return (
    openStates.includes(feedback.state) &&
    (feedback.kind === 'request' || noReplyReason(feedback) === undefined)
  );
}

/** What opens a message for who handed it in. */
export function feedbackToken({ settings }: World, id: string): string {
  return tokenOf(settings.secret, 'feedback', id);
}

/** The acknowledgement of a message, whole: the one that is shown, and the one that is sent. */
export function acknowledgementOf(
  world: World,
  { feedback }: Pick<KeptFeedback, 'feedback'>,
): Acknowledgement {
  const { delays } = world.settings.config;
  const service = world.settings.config.services.find(
    ({ id }) => id !== undefined && id === feedback.service,
  );
  return acknowledgement(feedback, {
    delay: delays.feedback,
    calendar: calendarAt(world, feedback.site),
    ...(service === undefined ? {} : { service: contactOf(service) }),
  });
}

/**
 * What the person who handed in a message may know of it.
 *
 * @param token the one that came with the acknowledgement
 * @throws Refused `not-found`: a reference alone tells nothing, not even that it is one
 */
export async function followed(world: World, reference: string, token: string): Promise<FeedbackStatus> {
  const id = idOf(world.settings.secret, 'feedback', token);
  if (id === undefined || !isReference(reference)) throw new Refused('not-found');
  const kept = await feedbackOf(world.store.db, reference);
  if (kept.id !== id) throw new Refused('not-found');
  return statusOf(world, kept);
}

/** What a person who handed in a message may know of it later. */
function statusOf(world: World, { feedback }: KeptFeedback): FeedbackStatus {
  const { reference, kind, state, receivedOn } = feedback;
  const answeredOn = answerDay(feedback);
  return {
    ...{ reference, kind, state, receivedOn },
    ...toldOf(acknowledgementOf(world, { feedback })),
    ...(answeredOn === undefined ? {} : { answeredOn }),
  };
}

function toldOf({
  due,
  reason,
  service,
}: Acknowledgement): Pick<FeedbackAnswer, 'due' | 'reason' | 'service'> {
  return {
    due,
    ...(reason === undefined ? {} : { reason }),
    ...(service === undefined ? {} : { service }),
  };
}

function contactOf({ name, address, email, phone }: Service): NonNullable<FeedbackAnswer['service']> {
  return {
    name,
    ...(address === undefined ? {} : { address }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** The service that answers: that of the site or theme, else the one for all the rest. */
function serviceInCharge(
  { settings }: World,
  { site, theme }: Pick<NewMessage, 'site' | 'theme'>,
): (Service & { readonly id: string }) | undefined {
  const { feedbackOwners, feedbackService } = settings.server;
  const owner = feedbackOwners.find(
    (each) => (each.site ?? site) === site && (each.theme ?? theme) === theme,
  );
  const id = owner?.service ?? feedbackService;
  const service = settings.config.services.find((each) => each.id !== undefined && each.id === id);
  return service && { ...service, id: service.id ?? '' };
}

function siteOf({ settings }: World, id: string): Site {
  const site = settings.config.sites.find((each) => each.id === id);
  if (!site) throw wrong('site', 'un des sites offerts');
  return site;
}

function wrong(key: string, message: string): Refused {
  return new Refused('invalid', { errors: [{ path: [key], message }] });
}
