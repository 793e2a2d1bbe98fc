import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Settings } from './settings.ts';

const NAME = 'qualepref';
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether the cookie may go without encryption: for a trial on one’s own
 * machine only, where a browser would not keep the other one.
 */
export function isTrialAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && LOOPBACK.test(hostname);
}

/** The token of the session that a browser sends. */
export function sessionToken(context: Context, settings: Settings): string | undefined {
  return isTrial(settings) ? getCookie(context, NAME) : getCookie(context, NAME, 'host');
}

/** Gives a browser the token of its session. */
export function setSessionToken(context: Context, settings: Settings, token: string): void {
  if (isTrial(settings)) setCookie(context, NAME, token, { path: '/', httpOnly: true, sameSite: 'Lax' });
  else
    setCookie(context, NAME, token, {
      ...{ path: '/', httpOnly: true, sameSite: 'Lax' },
      secure: true,
      prefix: 'host',
    });
}

/** Has a browser forget the token of its session. */
export function clearSessionToken(context: Context, settings: Settings): void {
  if (isTrial(settings)) deleteCookie(context, NAME, { path: '/' });
  else deleteCookie(context, NAME, { path: '/', secure: true, prefix: 'host' });
}

/**
 * Whether a form comes from one of our own pages, as the browser says: another
 * site can’t make it say otherwise.
 */
export function isFromOurPages(context: Context, { server }: Settings): boolean {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  if (site === undefined && origin === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  if (origin === new URL(server.address).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === context.req.header('host');
}

function isTrial({ server }: Settings): boolean {
  return isTrialAddress(server.address);
}
