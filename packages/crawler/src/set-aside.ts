import type { AuditFile } from './audit-file.ts';
import type { Plan } from './collect.ts';
import { refusal } from './discover.ts';
import { beyondNewest, MAX_PER_FOLDER } from './document-folders.ts';
import { beyondBudget, budgetsOf, MAX_PAGER, MAX_PER_PATTERN } from './trap.ts';

/** Addresses asked on other sites, unless told: three times what a large site links to. A proposal of this project. */
export const MAX_LINKS = 10_000;

/** What is never asked, and what its shape of address has no budget left for: known before the first of a depth is asked. */
export function setPagesAside(depth: number, { rules, site }: Plan, file: AuditFile, day: string): void {
  const waiting = file.waitingShapes(depth);
  const refused = new Map(waiting.map(({ url }) => [url, refusal(url, rules)]));
  const allowed = waiting.filter(({ url }) => refused.get(url) === null);
  const budgets = budgetsOf(site.maxPages, rules.maxPerPattern ?? MAX_PER_PATTERN);
  const beyond = beyondBudget(allowed, file.patterns(), budgets);
  const reasons = [...refused, ...beyond].filter(([, reason]) => reason !== null);
  for (const [reason, found] of Map.groupBy(reasons, ([, why]) => why)) {
    // A list of which each page was found on the one before says nothing of its end, and may have none.
    const isEndless = reason === 'pattern' || (reason === 'pager' && depth >= MAX_PAGER);
    const outcome = isEndless ? 'trap' : 'out_of_scope';
    const answer = { outcome, reason: reason ?? '', headers: {}, fetchedOn: day } as const;
    file.setAside(
      found.map(([url]) => url),
      answer,
    );
  }
}

/** Once, when every page is read: what is older than the newest of its list is counted, not asked. */
export function setDocumentsAside({ rules, site }: Plan, file: AuditFile, day: string): void {
  if (file.hasPassed('documents-sieved')) return;
  const waiting = file.waiting('document').map(({ url }) => url);
  const max = rules.maxPerFolder ?? MAX_PER_FOLDER;
  const left = waiting.length > max ? beyondNewest(waiting, file.pages(), max, site.address) : null;
  const answer = (reason: string) =>
    ({ outcome: 'out_of_scope', reason, headers: {}, fetchedOn: day }) as const;
  file.setAside(left?.folder ?? [], answer('older'));
  file.setAside(left?.acts ?? [], answer('acts'), 'documents-sieved');
}

/**
 * When every page is read: which links to other sites the budget leaves, no host
 * taking more than half of it. They are asked as they are found, and which were
 * found first is chance: what was answered at the others is taken back.
 */
export function setLinksAside({ rules }: Plan, file: AuditFile, day: string): void {
  const max = rules.maxLinks ?? MAX_LINKS;
  file.trim();
  const linked = file.linked();
  const hosts = new Map<string, number>();
  let kept = 0;
  const left = linked.filter((url) => {
    const { host } = new URL(url);
    const ofHost = hosts.get(host) ?? 0;
    if (kept >= max || ofHost >= max / 2) return true;
    hosts.set(host, ofHost + 1);
    kept += 1;
    return false;
  });
  if (left.length === 0) return;
  file.takeBack(left, { outcome: 'out_of_scope', reason: 'budget', headers: {}, fetchedOn: day });
}
