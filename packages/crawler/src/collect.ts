import { QualeprefError } from '@qualepref/core';
import PQueue from 'p-queue';
import type { AuditFile, Target } from './audit-file.ts';
import { discover, priorityOf, refusal, type DiscoveryRules } from './discover.ts';
import { documentKind } from './document-kind.ts';
import type { SiteInfo } from './facts.ts';
import type { Fetched, FetchSite } from './fetch.ts';
import { readHtml, type ReadContext } from './read.ts';
import { outcomeText } from './outcome-text.ts';
import type { PageBrowser } from './render.ts';
import { renderSample } from './render-sample.ts';
import { fetchOrStop, Interrupted, stopIfAsked } from './stop.ts';

export { Interrupted };

/** All that is outside: passed in, so that tests answer in its place. */
export interface World {
  readonly fetch: FetchSite;
  /** Starts a browser; whoever made the world closes it. */
  readonly browser: () => Promise<PageBrowser>;
  readonly now: () => Date;
  readonly log: (event: ProgressEvent) => void;
}

/** How far a stage is. */
export interface ProgressEvent {
  readonly stage: 'pages' | 'documents' | 'links' | 'render' | 'report';
  readonly done: number;
  readonly total: number;
  /** Address at hand, as data: escape it. */
  readonly url?: string;
}

/** What is to be collected, and within which limits. */
export interface Plan {
  readonly site: SiteInfo;
  readonly start: string;
  readonly rules: DiscoveryRules;
  readonly context: ReadContext;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Different hosts are asked side by side; each keeps its own pace. */
const HOSTS_AT_ONCE = 8;
/** Hops of one address followed at once because they only change its spelling. */
const SPELLINGS = 5;
/** A chain of redirects that makes its addresses as it goes ends here. */
const MAX_DEPTH = 60;

/**
 * The only loop of the audit: discover ⇄ fetch → read, then render. Everything
 * goes into the audit file as it comes, one transaction a page, and the queue is
 * what the file says: a killed audit goes on from its last stored page.
 *
 * @throws QualeprefError `start-unreachable` when the start address gives no page
 * @throws Interrupted
 */
export async function collect(plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { start, rules, site, signal } = plan;
  file.enqueue([
    { url: start, kind: 'page', depth: 0, priority: 0 },
    ...[...rules.pinned].map((url): Target => ({ url, kind: 'page', depth: 1, priority: 0 })),
  ]);
  do {
    await collectPages(plan, file, world);
    if (!file.hasPages) throw ledAway(start, file);
    const documents = file.waiting('document').slice(0, left(file, 'document', site.maxDocuments));
    await askAll(documents, 'documents', plan, file, world);
    await askAll(file.waiting('external'), 'links', plan, file, world);
    // A redirect met meanwhile leads to an address that has still to be asked.
  } while (hasWork(plan, file));
  await renderSample(plan, file, world);
  stopIfAsked(signal);
}

/** A depth starts when the previous one is stored whole, so that what a budget cuts depends on stored data alone. */
async function collectPages(plan: Plan, file: AuditFile, world: World): Promise<void> {
  for (let depth = file.nextDepth('page'); depth !== undefined; depth = file.nextDepth('page')) {
    const budget = left(file, 'page', plan.site.maxPages);
    const waiting = file.waiting('page', depth);
    const unasked = waiting.filter(({ url }) => refusal(url, plan.rules) !== null);
    const asked = waiting.filter(({ url }) => refusal(url, plan.rules) === null).slice(0, budget);
    for (const target of unasked)
      file.store(target, notAsked(target.url, plan, world), world.now().toISOString());
    await inParallel(asked, plan.concurrency, plan.signal, async (target) => {
      await visit(target, plan, file, world);
      world.log({
        stage: 'pages',
        done: file.count('page', true),
        total: Math.min(plan.site.maxPages, file.count('page', true) + file.count('page', false)),
        url: target.url,
      });
    });
    if (asked.length === budget) return;
  }
}

function hasWork({ site }: Plan, file: AuditFile): boolean {
  const isDue = (kind: 'page' | 'document', budget: number): boolean =>
    file.nextDepth(kind) !== undefined && left(file, kind, budget) > 0;
  return (
    isDue('page', site.maxPages) ||
    isDue('document', site.maxDocuments) ||
    file.nextDepth('external') !== undefined
  );
}

function left(file: AuditFile, kind: Target['kind'], budget: number): number {
  return Math.max(0, budget - file.asked(kind));
}

function notAsked(url: string, { rules }: Plan, world: World): Fetched {
  const reason = refusal(url, rules) ?? 'denied';
  return { url, outcome: 'out_of_scope', reason, headers: {}, fetchedOn: dayOf(world), requests: 0 };
}

function dayOf(world: World): string {
  return world.now().toISOString().slice(0, 10);
}

async function visit(target: Target, plan: Plan, file: AuditFile, world: World): Promise<void> {
  const fetched = await ask(target, plan, world);
  const at = world.now().toISOString();
  const { rules, context, start } = plan;
  if (target.url === start && !['ok', 'redirected'].includes(fetched.outcome))
    throw unreachable(start, fetched);
  if (fetched.outcome !== 'ok' || !fetched.body) {
    const next = nextHop(target, fetched, plan);
    file.store(target, leadingTo(fetched, next), at, undefined, next ? { next } : {});
    return;
  }
  const html = readHtml(
    fetched.body,
    { url: fetched.url, contentType: fetched.headers['content-type'] },
    context,
  );
  const { targets, views } = discover(html, target.depth, rules);
  file.store(target, { ...fetched, url: target.url }, at, { html, targets, views });
}

/** A redirect leads to an address of its own: each is asked once, and loops are seen in the stored chain. */
function nextHop(target: Target, { location }: Fetched, { rules }: Plan): Target | undefined {
  const url = location === undefined ? null : rules.addressing.canonical(location, target.url);
  if (url === null || target.depth >= MAX_DEPTH) return undefined;
  const kind = rules.addressing.isInternal(url)
    ? target.kind === 'external'
      ? 'page'
      : target.kind
    : 'external';
  const address = rules.addressing.fetchable(url);
  // One deeper, so that the order within a depth never depends on who answered first.
  return { url: address, kind, depth: target.depth + 1, priority: priorityOf(address, rules) };
}

/** The stored chain is one of canonical addresses. */
function leadingTo(fetched: Fetched, next: Target | undefined): Fetched {
  return next ? { ...fetched, location: next.url } : fetched;
}

/** Asks an address; follows at once the hops that lead to another spelling of the same one (scheme, www, index.php). */
async function ask(target: Target, plan: Plan, world: World): Promise<Fetched> {
  const { addressing } = plan.rules;
  let fetched = await fetchOrStop({ url: target.url, kind: target.kind }, plan.signal, world);
  let requests = fetched.requests;
  const seen = new Set([target.url]);
  while (fetched.location !== undefined && seen.size <= SPELLINGS) {
    const { location } = fetched;
    if (seen.has(location) || addressing.canonical(location, target.url) !== target.url) break;
    seen.add(location);
    fetched = await fetchOrStop({ url: location, kind: target.kind }, plan.signal, world);
    requests += fetched.requests;
  }
  return { ...fetched, requests };
}

function unreachable(start: string, { outcome, reason, status }: Fetched): QualeprefError {
  if (reason === 'private') {
    return new QualeprefError(
      'private-address',
      `L’adresse de départ ${start} mène à une adresse privée du réseau : si c’est voulu, ajouter --allow-private.`,
    );
  }
  const advice =
    outcome === 'refused_by_robots'
      ? reason === 'robots-unreachable'
        ? 'réessayer plus tard, ou ajouter --ignore-robots-errors avec l’accord du propriétaire du site'
        : 'demander au propriétaire du site d’autoriser « qualepref » dans son fichier robots.txt'
      : 'vérifier l’adresse dans un navigateur, puis relancer la même commande';
  return new QualeprefError(
    'start-unreachable',
    `L’adresse de départ ${start} n’a pas donné de page (${outcomeText(outcome, reason, status)}) : ${advice}.`,
  );
}

function ledAway(start: string, file: AuditFile): QualeprefError {
  const location = [...file.addresses()].find(({ url }) => url === start)?.location ?? 'une autre adresse';
  return new QualeprefError(
    'start-unreachable',
    `L’adresse de départ ${start} mène à ${location}, et aucune page n’y a été lue : lancer l’audit sur cette adresse-là.`,
  );
}

async function askAll(
  targets: readonly Target[],
  stage: 'documents' | 'links',
  plan: Plan,
  file: AuditFile,
  world: World,
): Promise<void> {
  const [first] = targets;
  if (!first) return;
  // Redirects met before lead to more of the same: the count goes on.
  let done = file.count(first.kind, true);
  const total = done + targets.length;
  await inParallel(
    targets,
    stage === 'links' ? HOSTS_AT_ONCE : plan.concurrency,
    plan.signal,
    async (target) => {
      const isAsked = refusal(target.url, plan.rules) === null;
      const fetched = isAsked ? await ask(target, plan, world) : notAsked(target.url, plan, world);
      const next = nextHop(target, fetched, plan);
      const magic = fetched.body && target.kind === 'document' ? documentKind(fetched.body) : undefined;
      file.store(target, leadingTo(fetched, next), world.now().toISOString(), undefined, {
        ...(next ? { next } : {}),
        ...(magic === undefined ? {} : { magic }),
      });
      done += 1;
      world.log({ stage, done, total, url: target.url });
    },
  );
}

async function inParallel<T>(
  items: readonly T[],
  concurrency: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  if (items.length === 0) return;
  const queue = new PQueue({ concurrency });
  const tasks = items.map((item) =>
    queue.add(async () => {
      stopIfAsked(signal);
      await work(item);
    }),
  );
  try {
    await Promise.all(tasks);
  } catch (error) {
    queue.clear();
    throw error;
  }
}
