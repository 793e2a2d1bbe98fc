import type { AuditFile } from './audit-file.ts';
import type { Plan } from './collect.ts';
import { refusal } from './discover.ts';
import { beyondNewest, MAX_PER_FOLDER } from './document-folders.ts';
import { ENDLESS_LEVELS, FEW, leaflessTrees } from './leafless-tree.ts';
import { beyondBudget, budgetsOf, MAX_PAGER, MAX_PER_PATTERN } from './trap.ts';

const HELD_READ = 'held-read';

/** Addresses asked on other sites, unless told: three times what a large site links to. A proposal of this project. */
export const MAX_LINKS = 10_000;

/** Of what a tree without a leaf brings at each depth, the addresses asked in their turn: enough to meet a leaf. A proposal of this project. */
const SOUNDED = 10;
/** Pages whose template is compared. */
const COMPARED = 20;

/** What is never asked, and what its shape of address has no budget left for: known before the first of a depth is asked. */
export function setPagesAside(depth: number, plan: Plan, file: AuditFile, day: string): void {
  const { rules, site } = plan;
  setTreesAside(depth, plan, file, day);
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

/**
 * What is below an address of which every page leads further down. Doubted, it
 * comes behind all the rest but for a few at each depth, which tell: nothing else
 * is left unread for it, and an honest part of the site is taken up again at its
 * first leaf. It is a trap once it has gone down so far, always in one dress.
 */
function setTreesAside(depth: number, { rules }: Plan, file: AuditFile, day: string): void {
  if (file.pageCount < FEW) return;
  const isOver = file.hasPassed(HELD_READ);
  if (!isOver) file.release();
  const trees = leaflessTrees(file.knownPages(depth));
  const asked = file.askedAt(depth);
  const kept = new Set(rules.pinned);
  // The whole site last: what is kept of its parts is kept of it.
  for (const { root, isWhole, levels, read } of trees.toSorted(
    (a, b) => Number(a.isWhole) - Number(b.isWhole),
  )) {
    const below = file.waiting('page').filter(({ url }) => `${url}/`.startsWith(root) && !kept.has(url));
    if (!isWhole && levels >= ENDLESS_LEVELS && isOneDress(read, file))
      file.setAside(
        below.map(({ url }) => url),
        { outcome: 'trap', reason: 'tree', headers: {}, fetchedOn: day },
      );
    else if (!isOver) {
      // An audit taken up in the midst of a depth sounds what is left to sound of it.
      const done = asked.filter((url) => url.startsWith(root)).length;
      const sounded = below.filter((target) => target.depth === depth).slice(0, Math.max(0, SOUNDED - done));
      for (const { url } of sounded) kept.add(url);
      file.hold(below.flatMap(({ url }) => (kept.has(url) ? [] : [url])));
    }
  }
}

/** Takes up what was held back, once everything else is read; `false` when nothing was. */
export function takeHeldUp(file: AuditFile): boolean {
  file.pass(HELD_READ);
  return file.release();
}

function isOneDress(urls: readonly string[], file: AuditFile): boolean {
  const step = Math.max(1, Math.floor(urls.length / COMPARED));
  const some = urls.filter((_, at) => at % step === 0);
  return new Set(some.map((url) => file.html(url)?.template)).size === 1;
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
