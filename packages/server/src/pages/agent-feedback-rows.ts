import { delayLabel, replyStatus, type Feedback, type NoReplyReason } from '@qualepref/core';
import { html } from 'hono/html';
import { sitesOf } from '../access.ts';
import type { AgentAsked } from '../agent-route.ts';
import { openStates } from '../feedback.ts';
import { longDay } from '../date-words.ts';
import { calendarAt, todayAt } from '../site-time.ts';
import { listFeedback } from '../store/feedback-store.ts';
import type { World } from '../world.ts';
import type { Html } from './agent-html.ts';

/** Where the log of feedback is. */
export const FEEDBACK = '/agents/reclamations';

const noReply: Readonly<Record<NoReplyReason, string>> = {
  anonymous: 'aucune : elle n’est pas signée',
  'no-address': 'aucune : elle n’a pas d’adresse',
  request: 'aucune ici : c’est une simple demande',
};

/** A message with how its answer stands. */
export interface FeedbackLine {
  readonly feedback: Feedback;
  readonly status: ReturnType<typeof replyStatus>;
}

/** How the answer to a message stands today. */
export function statusOf(world: World, feedback: Feedback): FeedbackLine['status'] {
  return replyStatus(feedback, {
    delay: world.settings.config.delays.feedback,
    calendar: calendarAt(world, feedback.site),
    today: todayAt(world, feedback.site),
  });
}

/** The late ones first, then by the day that they are due, then those to which no reply is due. */
function byUrgency(one: FeedbackLine, other: FeedbackLine): number {
  return (
    urgency(one).localeCompare(urgency(other)) ||
    one.feedback.receivedOn.localeCompare(other.feedback.receivedOn)
  );
}

function urgency({ feedback, status }: FeedbackLine): string {
  if (!openStates.includes(feedback.state)) return '3';
  return status.state === 'late' || status.state === 'waiting' ? `1 ${status.due}` : '2';
}

/** The feedback that a person may see, the most urgent first. */
export async function feedbackRows(
  { world, agent, db }: Pick<AgentAsked<unknown>, 'world' | 'agent' | 'db'>,
  narrow: { readonly site?: string | undefined; readonly isOpen: boolean },
): Promise<readonly FeedbackLine[]> {
  const own = sitesOf(agent, world.settings.config).map(({ id }) => id);
  const kept = await listFeedback(db, {
    sites: narrow.site === undefined ? own : [narrow.site],
    ...(agent.service === null ? {} : { service: agent.service }),
    ...(narrow.isOpen ? { states: openStates } : {}),
  });
  return kept.map(({ feedback }) => ({ feedback, status: statusOf(world, feedback) })).sort(byUrgency);
}

/** When the answer is due, or by how much it is late, in words. */
export function dueText({ config }: World['settings'], { feedback, status }: FeedbackLine): Html | string {
  if (status.state === 'no-reply') return openStates.includes(feedback.state) ? noReply[status.reason] : '–';
  const late = (days: number) => delayLabel({ ...config.delays.feedback, amount: days, bound: 'inclusive' });
  if (status.state === 'late')
    return html`<span class="late">en retard de ${late(status.daysLate)}</span>, due le ${longDay(status.due)}`;
  if (status.state === 'answered-late') return `répondue, avec ${late(status.daysLate)} de retard`;
  return status.state === 'waiting' ? `le ${longDay(status.due)}` : 'répondue dans le délai';
}
