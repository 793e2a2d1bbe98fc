import type { AuditFile } from './audit-file.ts';
import type { Plan } from './collect.ts';
import { refusal } from './discover.ts';
import { beyondNewest, MAX_PER_FOLDER } from './document-folders.ts';
import { beyondBudget, budgetsOf, MAX_PER_PATTERN } from './trap.ts';

/** What is never asked, and what its shape of address has no budget left for: known before the first of a depth is asked. */
export function setPagesAside(depth: number, { rules, site }: Plan, file: AuditFile, day: string): void {
  const waiting = file.waitingShapes(depth);
  const refused = new Map(waiting.map(({ url }) => [url, refusal(url, rules)]));
  const allowed = waiting.filter(({ url }) => refused.get(url) === null);
  const budgets = budgetsOf(site.maxPages, rules.maxPerPattern ?? MAX_PER_PATTERN);
  const beyond = beyondBudget(allowed, file.patterns(), budgets);
  const reasons = [...refused, ...beyond].filter(([, reason]) => reason !== null);
  for (const [reason, found] of Map.groupBy(reasons, ([, why]) => why)) {
    const outcome = reason === 'pattern' ? 'trap' : 'out_of_scope';
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
