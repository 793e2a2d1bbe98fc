import type { Answer, Verdict } from './fetch-answer.ts';
import type { Sign } from './fetch-lane.ts';

/** What one request gave. */
export type Asked = Verdict & Partial<Pick<Answer, 'status' | 'headers' | 'milliseconds' | 'cookies'>>;

/** How many times a failure is tried again; what is not listed would fail the same way. */
const RETRIES: Readonly<Record<string, number>> = { refused: 1, reset: 2, truncated: 2, protocol: 1 };

/**
 * Milliseconds to wait before the next try of an address, or `null` when it has
 * no use or would be too long: what has just been tried `tries + 1` times.
 */
export function waitBefore(
  tries: number,
  asked: Asked,
  { backOff, patience }: { readonly backOff: readonly number[]; readonly patience: number },
  now: Date,
): number | null {
  const { outcome, reason = '', status, headers } = asked;
  const mayPass = outcome === 'server_error' || status === 429 || status === 503;
  const allowed = mayPass ? backOff.length : (RETRIES[reason] ?? 0);
  const wait = backOff[tries];
  if (wait === undefined || tries >= allowed) return null;
  const longer = Math.max(wait, mayPass ? retryAfter(headers?.['retry-after'], now) : 0);
  return longer > patience ? null : longer;
}

/** Milliseconds that the server asks us to wait; 0 when it says nothing that can be read. */
function retryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(wait) ? 0 : wait;
}

/** Whether a link checker must fall back to GET: many servers answer HEAD wrongly, or hang up. */
export function refusesHead({ status, reason = '' }: Asked): boolean {
  return status === undefined
    ? ['reset', 'truncated', 'protocol'].includes(reason)
    : status >= 400 && status !== 429;
}

/**
 * What an answer says of the health of its host. A page that is missing says
 * nothing bad; one that fails each time is no ill server; HEAD is refused by many
 * that answer GET.
 */
export function signOf(asked: Asked, method: 'GET' | 'HEAD', isRetry: boolean): Sign {
  const { outcome, status } = asked;
  if (method === 'HEAD' && refusesHead(asked)) return 'nothing';
  if (status === 429) return 'busy';
  if (status === 503 || (outcome === 'blocked' && status !== undefined)) return 'refused';
  if (!['server_error', 'network_error', 'timeout'].includes(outcome)) return 'well';
  return isRetry ? 'nothing' : 'trouble';
}
