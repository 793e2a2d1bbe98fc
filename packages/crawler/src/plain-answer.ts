import type { AuditFile } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { fetchOrStop } from './stop.ts';

/**
 * What the site's address answers to who types it in http: `led` to https,
 * `clear` when a page comes in http instead, `untold` when
 * nothing tells: a refusal, a failure, no answer.
 */
export type PlainAnswer = 'led' | 'clear' | 'untold';

const MAX_HOPS = 5;

/**
 * Types the site's address in http, once. Not asked of a site that is read
 * through another address, nor of one whose own address is in http.
 *
 * @throws Interrupted
 */
export async function askPlain(plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { address, servedBy, asksOtherHosts } = plan.site;
  if (!asksOtherHosts || servedBy !== undefined || file.plainAnswer !== undefined) return;
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:') return;
  file.keepPlainAnswer(await answerTo(`http://${host}/`, plan.signal, world));
}

/** Follows the hops in http: many servers add `www.` first, then change to https. */
async function answerTo(start: string, signal: AbortSignal, world: World): Promise<PlainAnswer> {
  let url = start;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const { outcome, location } = await fetchOrStop({ url, kind: 'external' }, signal, world);
    if (outcome !== 'redirected' || location === undefined)
      return outcome === 'ok' || outcome === 'not_html' ? 'clear' : 'untold';
    if (location.startsWith('https:')) return 'led';
    url = location;
  }
  return 'untold';
}
