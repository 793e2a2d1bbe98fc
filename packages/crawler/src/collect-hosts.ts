import type { AuditFile } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { contentHash } from './content-hash.ts';
import { readHtml } from './read.ts';
import { mainText } from './read-passages.ts';
import { fetchOrStop } from './stop.ts';

const COMPARED = 'hosts-compared';
/** Hosts compared, one page each: a site seldom has more names. */
const MAX_HOSTS = 5;
/** Shorter texts, such as those of error pages, are alike by chance. */
const MIN_TEXT = 200;

/**
 * Finds the hosts that serve this site under a name nobody declared: links lead
 * to them by the path of a page of ours, and the same text is there. They are
 * told, not followed: only the configuration says what the site is.
 *
 * @throws Interrupted
 */
export async function compareHosts(plan: Plan, file: AuditFile, world: World): Promise<void> {
  if (!plan.site.asksOtherHosts || file.hasPassed(COMPARED)) return;
  const home = new URL(plan.start).origin;
  const candidates = new Map<string, { other: string; own: string }>();
  for (const { url: other, kind, done, outcome } of file.addresses()) {
    if (kind !== 'external' || !done || outcome !== 'ok') continue;
    const { host, pathname, search } = new URL(other);
    const own = plan.rules.addressing.canonical(pathname + search, home);
    // Every site has a home page: that says nothing.
    if (own === null || pathname === '/' || candidates.has(host) || file.contentOf(own) === undefined)
      continue;
    candidates.set(host, { other, own });
  }
  for (const { other, own } of [...candidates.values()].slice(0, MAX_HOSTS)) {
    const { outcome, body, headers } = await fetchOrStop({ url: other, kind: 'page' }, plan.signal, world);
    if (outcome !== 'ok' || !body) continue;
    const html = readHtml(body, { url: other, contentType: headers['content-type'] }, plan.context);
    if (mainText(html).length >= MIN_TEXT && contentHash(html) === file.contentOf(own))
      file.addAlias(own, other);
  }
  file.pass(COMPARED);
}
