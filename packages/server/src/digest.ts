import {
  calendarOf,
  isWorkingDay,
  localDay,
  nextDay,
  parsePeriod,
  periodLabel,
  siteTimeZone,
  waitingFeedback,
  waitingMail,
  type Calendar,
  type Site,
  type WaitingAnswer,
} from '@qualepref/core';
import { openStates } from './feedback.ts';
import type { Part } from './letter-layout.ts';
import { page } from './links.ts';
import { digestAccounts, mailEntries } from './store/digest-store.ts';
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
  const accounts = await digestAccounts(world.store.db);
  return accounts
    .filter(({ login, role }) => login.includes('@') && (role === 'referent' || role === 'quality-manager'))
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
  const today = todayOf(world);
  const sites = new Map(config.sites.map((site) => [site.id, site]));
  const setting = { today, calendarOf: (site: string) => calendarOfSite(sites.get(site)) };
  const isTheirs = ({ site, service }: WaitingAnswer): boolean =>
    (reader.sites.length === 0 || reader.sites.includes(site)) &&
    (reader.service === undefined || reader.service === service);
  const isDue = ({ site, due }: WaitingAnswer): boolean => due <= lastDay(today, setting.calendarOf(site));
  const kept = await listFeedback(world.store.db, { states: openStates });
  const feedback = waitingFeedback(
    kept.map((each) => each.feedback),
    { ...setting, delay: config.delays.feedback },
  ).filter((each) => isTheirs(each) && isDue(each));
  const mail = waitingMail(await mailEntries(world.store.db, 'open'), {
    ...setting,
    delays: { email: config.delays.email, letter: config.delays.letter },
  }).filter((each) => isTheirs(each) && isDue(each));
  const count = feedback.length + mail.length;
  if (count === 0) return undefined;
  const late = [...feedback, ...mail].filter(({ daysLate }) => daysLate > 0).length;
  return {
    subject: `Réponses à donner : ${String(count)}, dont ${String(late)} en retard`,
    parts: [
      ...section('Réclamations et suggestions :', feedback, sites),
      ...section('Courriers et courriels :', mail, sites),
      { link: page(world, '/agents'), label: 'Ouvrir les registres' },
    ],
  };
}

/** The day that it is where the préfecture is: the first site. */
export function todayOf({ settings, now }: World): string {
  const [first] = settings.config.sites;
  return localDay(now().toISOString(), first ? siteTimeZone(first) : 'Europe/Paris');
}

/** Whether a digest leaves today: somebody works somewhere. */
export function isDigestDay(world: World): boolean {
  const today = todayOf(world);
  return world.settings.config.sites.some((site) => isWorkingDay(today, calendarOf(site)));
}

function calendarOfSite(site: Site | undefined): Calendar {
  return site ? calendarOf(site) : { zone: 'metropole', closings: [] };
}

function lastDay(today: string, calendar: Calendar): string {
  let day = today;
  for (let count = 0; count < NOTICE; count += 1) day = nextDay(day, 'ouvres', calendar);
  return day;
}

function section(
  title: string,
  waiting: readonly WaitingAnswer[],
  sites: ReadonlyMap<string, Site>,
): readonly Part[] {
  if (waiting.length === 0) return [];
  const items = waiting.slice(0, LONGEST).map(({ id, site, due, daysLate }) => {
    const name = sites.get(site)?.name ?? site;
    const when = periodLabel(parsePeriod(due));
    return daysLate > 0
      ? `${id}, ${name} : en retard de ${String(daysLate)} j (échéance le ${when})`
      : `${id}, ${name} : avant le ${when}`;
  });
  const rest = waiting.length - items.length;
  return [title, { items: rest > 0 ? [...items, `et ${String(rest)} de plus`] : items }];
}
