import type { ProceduresAnswer, SitesAnswer } from '@qualepref/core';
import { ask, send, type ExchangeOptions, type Guard } from './client.ts';
import {
  amount,
  count,
  id,
  list,
  matches,
  maybe,
  oneOf,
  privacy,
  publicText,
  section,
  text,
  type Check,
} from './guard.ts';

/** Facts not known yet: the key may be there, and empty. */
const unknown = (check: Check): Check => maybe((value) => value === null || check(value));
const wall = matches(/^\d\d:\d\d$/);
const hours = list(section({ days: list(amount), from: wall, to: wall }));
const webAddress = matches(/^https?:\/\/\S+$/i);

/** `publicSiteSchema` */
export const site: Check = section({
  id,
  name: text,
  kind: oneOf(['prefecture', 'sous-prefecture']),
  address: maybe(text),
  phones: maybe(list(section({ number: text, purpose: unknown(publicText) }))),
  hours: maybe(hours),
  timeZone: text,
});
const way = section({
  kind: oneOf(['phone', 'desk', 'post', 'email', 'form']),
  number: unknown(text),
  hours: unknown(hours),
  purpose: unknown(publicText),
  address: unknown(text),
});
const procedure = section({
  id,
  label: publicText,
  page: maybe(text),
  mode: oneOf(['own-slots', 'official-service', 'convocation', 'mail-or-phone']),
  address: maybe(webAddress),
  documents: list(publicText),
  explanation: maybe(publicText),
  otherWays: list(way),
  sites: list(id),
  duration: maybe(count),
});

/** `sitesAnswerSchema` */
export const isSites = section({ sites: list(site) }) as Guard<SitesAnswer>;
/** `proceduresAnswerSchema` */
export const isProcedures = section({ procedures: list(procedure), privacy }) as Guard<ProceduresAnswer>;

/** Where one can be received. */
export function askSites(to: ExchangeOptions, signal: AbortSignal): Promise<SitesAnswer> {
  return ask(to, isSites, '/sites', { signal });
}

/** For what, at a site. */
export function askProcedures(
  to: ExchangeOptions,
  site: string,
  signal: AbortSignal,
): Promise<ProceduresAnswer> {
  return ask(to, isProcedures, '/procedures', { query: { site }, signal });
}

/** Gives a place back; one that has expired meanwhile is no failure. */
export async function release(to: ExchangeOptions, hold: string): Promise<void> {
  await send(to, `/holds/${encodeURIComponent(hold)}`, { method: 'DELETE' }).catch(() => undefined);
}
