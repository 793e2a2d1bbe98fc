import {
  isWorkingDay,
  nextDay,
  waitingFeedback,
  waitingMail,
  type Calendar,
  type Config,
  type WaitingAnswer,
} from '@qualepref/core';
import { organisers, siteName } from './access.ts';
import { openStates } from './feedback.ts';
import { longDay } from './date-words.ts';
import type { Part } from './letter-layout.ts';
import { page } from './links.ts';
import { calendarAt, todayAt } from './site-time.ts';
import { listAccounts } from './store/account-store.ts';
import { listMail } from './store/correspondence-store.ts';
import { listFeedback } from './store/feedback-store.ts';
import { keyedDigest } from './token.ts';
import type { World } from './world.ts';

/** Somebody who is told each working day what falls due. */
export interface DigestReader {
  /** Names the address in a job without holding it. */
  readonly key: string;
  readonly address: string;
  /** What it is narrowed to; empty, to nothing. */
  readonly sites: readonly string[];
  readonly service?: string;
}

/** Working days before the due day from which an answer is recalled. */
const NOTICE = 2;
/** Lines of a message; what is beyond is counted. */
const LONGEST = 50;

/** The addresses of the configuration; without any, the accounts that follow answers and sign in by their address. */
export async function digestReaders(world: World): Promise<readonly DigestReader[]> {
  const { server, secret } = world.settings;
  const key = (address: string): string => keyedDigest(secret, 'digest', address);
  const listed = server.mail?.digest ?? [];
  if (listed.length > 0) return listed.map((address) => ({ key: key(address), address, sites: [] }));
  return (await listAccounts(world.store.db))
    .filter(({ is_disabled }) => !is_disabled)
    .filter(({ login, role }) => login.includes('@') && organisers.includes(role))
    .map(({ login: address, sites, service }) => ({
      key: key(address),
      address,
      sites,
      ...(service === null ? {} : { service }),
    }));
}

/**
 * What falls due within two working days or is late, for one reader. No name,
 * no word of anybody: references, and where to read them.
 *
 * @returns undefined when there is nothing to say
 */
export async function digestFor(
  world: World,
  reader: DigestReader,
): Promise<{ readonly subject: string; readonly parts: readonly Part[] } | undefined> {
  const { config } = world.settings;
  const today = todayAt(world);
  const setting = { today, calendarOf: (site: string) => calendarAt(world, site) };
  const isTheirs = ({ site, service }: WaitingAnswer): boolean =>
    (reader.sites.length === 0 || reader.sites.includes(site)) &&
    (reader.service === undefined || reader.service === service);
  const isDue = ({ site, due }: WaitingAnswer): boolean => due <= lastDay(today, setting.calendarOf(site));
  const kept = await listFeedback(world.store.db, { states: openStates });
  const feedback = waitingFeedback(
    kept.map((each) => each.feedback),
    { ...setting, delay: config.delays.feedback },
  ).filter((each) => isTheirs(each) && isDue(each));
  const mail = waitingMail(await listMail(world.store.db, { isWaiting: true }), {
    ...setting,
    delays: { email: config.delays.email, letter: config.delays.letter },
  }).filter((each) => isTheirs(each) && isDue(each));
  const count = feedback.length + mail.length;
  if (count === 0) return undefined;
  const late = [...feedback, ...mail].filter(({ daysLate }) => daysLate > 0).length;
  return {
    subject: `Réponses à donner : ${String(count)}, dont ${String(late)} en retard`,
    parts: [
      ...section(config, 'Réclamations et suggestions :', feedback),
      ...section(config, 'Courriers et courriels :', mail),
      { link: page(world, '/agents'), label: 'Ouvrir les registres' },
    ],
  };
}

/** Whether a digest leaves today: somebody works somewhere. */
export function isDigestDay(world: World): boolean {
  const today = todayAt(world);
  return world.settings.config.sites.some(({ id }) => isWorkingDay(today, calendarAt(world, id)));
}

function lastDay(today: string, calendar: Calendar): string {
  let day = today;
  for (let count = 0; count < NOTICE; count += 1) day = nextDay(day, 'ouvres', calendar);
  return day;
}

function section(config: Config, title: string, waiting: readonly WaitingAnswer[]): readonly Part[] {
  if (waiting.length === 0) return [];
  const items = waiting.slice(0, LONGEST).map(({ id, site, due, daysLate }) => {
    const what = `${id}, ${siteName(config, site)}`;
    const when = longDay(due);
    return daysLate > 0
      ? `${what} : en retard de ${String(daysLate)} j (échéance le ${when})`
      : `${what} : avant le ${when}`;
  });
  const rest = waiting.length - items.length;
  return [title, { items: rest > 0 ? [...items, `et ${String(rest)} de plus`] : items }];
}
