import { delayLabel, mailStatus, type AnswerStatus, type MailEntry } from '@qualepref/core';
import { html } from 'hono/html';
import { sitesOf } from '../access.ts';
import { WrongForm, type AgentAsked } from '../agent-route.ts';
import { longDay } from '../date-words.ts';
import { calendarAt, todayAt } from '../site-time.ts';
import { listMail } from '../store/correspondence-store.ts';
import type { World } from '../world.ts';
import type { Html } from './agent-html.ts';

/** Where the correspondence log is. */
export const MAIL = '/agents/courriers';

/** A line of the log with how its answer stands. */
export interface MailLine {
  readonly entry: MailEntry;
  readonly status: AnswerStatus;
}

/** The lines of the log that a person may see, those that wait the longest first. */
export async function mailRows(
  { world, agent, db }: Pick<AgentAsked<unknown>, 'world' | 'agent' | 'db'>,
  narrow: { readonly site?: string | undefined; readonly isWaiting: boolean },
): Promise<readonly MailLine[]> {
  const own = sitesOf(agent, world.settings.config).map(({ id }) => id);
  const entries = await listMail(db, {
    sites: narrow.site === undefined ? own : [narrow.site],
    service: agent.service ?? undefined,
    isWaiting: narrow.isWaiting,
  });
  const rows = entries.map((entry) => ({ entry, status: statusOf(world, entry) }));
  return narrow.isWaiting
    ? rows.toSorted((a, b) => a.status.due.localeCompare(b.status.due))
    : rows.toReversed();
}

/** How the answer to a letter stands today. */
export function statusOf(world: World, entry: MailEntry): AnswerStatus {
  const calendar = calendarAt(world, entry.site);
  return mailStatus(entry, delayOf(world, entry), calendar, todayAt(world, entry.site));
}

function delayOf({ settings }: World, { channel }: Pick<MailEntry, 'channel'>) {
  const { delays } = settings.config;
  return channel === 'email' ? delays.email : delays.letter;
}

/** When the answer is due, or by how much it is late, in words. */
export function statusText(world: World, { entry, status }: MailLine): Html | string {
  const late = delayLabel({ ...delayOf(world, entry), amount: status.daysLate, bound: 'inclusive' });
  switch (status.state) {
    case 'late':
      return html`<span class="late">en retard de ${late}</span>, due le ${longDay(status.due)}`;
    case 'waiting':
      return `à répondre le ${longDay(status.due)} au plus tard`;
    case 'answered-late':
      return `répondu avec ${late} de retard`;
    case 'answered-on-time':
      return 'répondu dans le délai';
  }
}

/** @throws WrongForm when a day is yet to come, or the answer came before what it answers */
export function checkDays(today: string, received: string, answered: string): void {
  if (received > today) throw new WrongForm({ recu: 'Ce jour n’est pas encore venu : vérifier la date.' });
  if (answered > today) throw new WrongForm({ repondu: 'Ce jour n’est pas encore venu : vérifier la date.' });
  if (answered !== '' && answered < received)
    throw new WrongForm({
      repondu: `La réponse est d’avant la réception, le ${longDay(received)} : vérifier les dates.`,
    });
}
