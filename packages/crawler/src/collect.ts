import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditFile, Target } from './audit-file.ts';
import { ask, behindWall, leadingTo, nextHop } from './collect-ask.ts';
import { compareHosts } from './collect-hosts.ts';
import { collectSitemaps, enqueueListed } from './collect-sitemaps.ts';
import { bySuspicion, CRASH } from './crash-rule.ts';
import { discover, refusal, type DiscoveryRules } from './discover.ts';
import { readDocument } from './document.ts';
import type { Wish } from './evidence.ts';
import { documentKind } from './document-kind.ts';
import { chooseDocuments, documentsOfActs } from './document-sample.ts';
import type { HtmlFacts, PageFacts, SiteInfo } from './facts.ts';
import type { Fetched, FetchSite } from './fetch.ts';
import { freePage } from './heap.ts';
import { askPlain } from './plain-answer.ts';
import { oddityOf, readHtml, refusalOf, type ReadContext } from './read.ts';
import type { PageBrowser } from './render.ts';
import { renderSample } from './render-sample.ts';
import { MAX_LINKS, setDocumentsAside, setLinksAside, setPagesAside, takeHeldUp } from './set-aside.ts';
import type { Refetched } from './since-known.ts';
import { howSent, knownFacts } from './since-page.ts';
import type { Since } from './since.ts';
import { sideBySide } from './side-by-side.ts';
import { ledAway, unreachable } from './start-error.ts';
import { Interrupted, stopIfAsked } from './stop.ts';

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
  readonly stage: 'pages' | 'documents' | 'links' | 'render' | 'report' | 'write' | 'compare' | 'feed';
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
  /** Documents whose whole body is read; 50 unless told. A proposal of this project. */
  readonly maxWholeDocuments?: number;
  readonly signal: AbortSignal;
  /** The audit of the site before this one, where it starts from it. */
  readonly since?: Since;
  /** What of a page is to be shown as a proof; nothing unless told. */
  readonly wishes?: (page: PageFacts) => readonly Wish[];
  /** Whether the site's address is typed in http too; not unless told. */
  readonly typesPlain?: boolean;
}

/** Different hosts are asked side by side; each keeps its own pace. Fewer than the requests in flight: slow ones must not hold back the site. */
const HOSTS_AT_ONCE = 6;
/** Links to one host asked in a row while more are still being found. */
const LINKS_IN_A_ROW = 20;
/** Between two looks for links to ask, in milliseconds. */
const LOOK = 500;
/** Pages that a server told to wait, and that leave their place to others. */
const HELD_BACK = 4;
const MAX_WHOLE_DOCUMENTS = 50;
/** Pages between two counts of the queue. */
const RECOUNT = 50;

/**
 * The only loop of the audit: discover ⇄ fetch → read, then render. Other sites
 * are asked while pages wait their turn, and the browser works while documents
 * wait theirs: a polite audit costs its delays and little more. Everything goes into the audit file as it comes, one transaction a page, and the queue is
 * what the file says: a killed audit goes on from its last stored page.
 *
 * @throws QualeprefError `start-unreachable` when the start address gives no page
 * @throws Interrupted
 */
export async function collect(plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { start, rules, signal } = plan;
  file.enqueue([
    { url: start, kind: 'page', depth: 0, priority: 0 },
    ...[...rules.pinned].map((url): Target => ({ url, kind: 'page', depth: 1, priority: 0 })),
  ]);
  do {
    const read = new AbortController();
    await sideBySide(signal, [
      async (stop) => {
        const stoppable = { ...plan, signal: stop };
        // The start first: without it there is no audit. Then the sitemaps, before a link to one is taken for a page.
        await collectPages(stoppable, file, world, 0);
        await collectSitemaps(stoppable, file, world);
        await collectPages(stoppable, file, world);
        if (!file.hasPages) throw ledAway(start, file);
        enqueueListed(stoppable, file);
        await collectPages(stoppable, file, world);
        if (takeHeldUp(file)) await collectPages(stoppable, file, world);
        read.abort();
      },
      (stop) => askLinks({ ...plan, signal: stop }, file, world, read.signal),
    ]);
    // A link of another site may lead to a page that has still to be asked.
  } while (isDue(plan, file, 'page', 'external'));
  await compareHosts(plan, file, world);
  if (plan.typesPlain === true) await askPlain(plan, file, world);
  await sideBySide(signal, [
    (stop) => renderSample({ ...plan, signal: stop }, file, world),
    (stop) => askRest({ ...plan, signal: stop }, file, world),
  ]);
  stopIfAsked(signal);
}

/** A depth starts when the previous one is stored whole, so that what a budget cuts depends on stored data alone. */
async function collectPages(plan: Plan, file: AuditFile, world: World, last = Infinity): Promise<void> {
  for (let depth = file.nextDepth('page'); depth !== undefined; depth = file.nextDepth('page')) {
    if (depth > last) return;
    const progress = pageCounter(plan, file, world);
    const budget = left(file, 'page', plan.site.maxPages);
    file.trim();
    setPagesAside(depth, plan, file, dayOf(world));
    const asked = file.waiting('page', depth).slice(0, budget);
    const { sound, suspect, guilty } = bySuspicion(asked, ({ url }) => url, file, 'html');
    for (const { url } of guilty) file.store({ url }, killer(url, world), world.now().toISOString());
    const work = async (target: Target): Promise<void> => {
      file.depart('html', target.url);
      await visit(target, plan, file, world);
      freePage();
      progress(target.url);
    };
    await inParallel(sound, plan.concurrency + HELD_BACK, plan.signal, work);
    await inParallel(suspect, 1, plan.signal, work);
    file.trim();
    if (asked.length === budget) return;
  }
}

/** Says how far the pages are; counts the queue now and then only, as it may be long. */
function pageCounter({ site }: Plan, file: AuditFile, world: World): (url: string) => void {
  let done = file.count('page', true);
  let total = 0;
  return (url) => {
    done += 1;
    if (total === 0 || done % RECOUNT === 0) total = file.count('page', true) + file.count('page', false);
    world.log({ stage: 'pages', done, total: Math.min(site.maxPages, total), url });
  };
}

function isDue({ site }: Plan, file: AuditFile, ...kinds: readonly Target['kind'][]): boolean {
  const budgets = { page: site.maxPages, document: site.maxDocuments, external: Infinity, sitemap: 0 };
  return kinds.some((kind) => file.nextDepth(kind) !== undefined && left(file, kind, budgets[kind]) > 0);
}

function left(file: AuditFile, kind: Target['kind'], budget: number): number {
  return Math.max(0, budget - file.asked(kind));
}

function notAsked(url: string, { rules }: Plan, world: World): Fetched {
  const reason = refusal(url, rules) ?? 'denied';
  return { url, outcome: 'out_of_scope', reason, headers: {}, fetchedOn: dayOf(world), requests: 0 };
}

/** A page that the process died of, three times, the last one alone. */
function killer(url: string, world: World): Fetched {
  return { url, outcome: 'network_error', reason: CRASH, headers: {}, fetchedOn: dayOf(world), requests: 0 };
}

function dayOf(world: World): string {
  return world.now().toISOString().slice(0, 10);
}

async function visit(target: Target, plan: Plan, file: AuditFile, world: World): Promise<void> {
  const { names, ...sent } = await ask(target, plan, file, world);
  const at = world.now().toISOString();
  const { rules, context, start, since } = plan;
  const isPage = since && sent.outcome === 'ok' && !sent.reuse;
  const fetched: Fetched = isPage ? { ...sent, reuse: howSent(since, target.url, sent) } : sent;
  if (target.url === start && !['ok', 'redirected'].includes(fetched.outcome))
    throw unreachable(start, fetched);
  if (fetched.outcome !== 'ok' || !fetched.body) {
    const next = nextHop(target, fetched, plan);
    const reopens = behindWall(target, fetched, next, file);
    file.store(target, leadingTo(fetched, next), at, undefined, {
      ...(next ? { next } : {}),
      ...(reopens === undefined ? {} : { reopens }),
    });
    return;
  }
  const contentType = fetched.headers['content-type'];
  const policy = fetched.headers['content-security-policy'];
  const oddity = oddityOf(fetched.body, contentType);
  const refused = refusalOf(oddity);
  if (refused !== null) {
    const { body: _unread, ...rest } = fetched;
    file.store(target, { ...rest, url: target.url, outcome: refused, reason: oddity ?? '' }, at);
    return;
  }
  const html =
    (since && knownFacts(since, target.url, fetched, names.length > 0)) ??
    readHtml(fetched.body, { url: fetched.url, contentType, policy }, context);
  const above = () => htmlAbove(target.url, file);
  const parent = { url: target.url, depth: target.depth, lineage: file.lineage(target.url), above };
  const found = discover(html, parent, rules);
  const odd = oddity === null || fetched.reason !== undefined ? {} : { reason: oddity };
  // What was itself taken on trust says nothing of others.
  const days = since && !isVouched(fetched) ? { days: html.listed ?? [] } : {};
  file.store(target, { ...fetched, ...odd, url: target.url }, at, { html, ...found, ...days }, { names });
}

/**
 * Asks the links to other sites as pages are read, host beside host. What leads
 * back into the site is stored once all pages are: what a budget cuts off must
 * not depend on who answered first.
 */
async function askLinks(plan: Plan, file: AuditFile, world: World, read: AbortSignal): Promise<void> {
  const { maxLinks = MAX_LINKS } = plan.rules;
  const held = new Map<string, () => void>();
  const hold: Hold = (target, next, store) => {
    if (next?.kind === 'page') held.set(target.url, store);
    else store();
  };
  const wake = AbortSignal.any([read, plan.signal]);
  let isSieved = false;
  for (let isLast = read.aborted; ; isLast = read.aborted) {
    stopIfAsked(plan.signal);
    if (isLast && !isSieved) setLinksAside(plan, file, dayOf(world));
    isSieved = isLast;
    const budget = isLast ? Infinity : Math.max(0, maxLinks - file.asked('external') - held.size);
    const waiting = file
      .waiting('external')
      .filter(({ url }) => !held.has(url))
      .slice(0, budget);
    if (waiting.length > 0) {
      const hosts = [...Map.groupBy(waiting, ({ url }) => new URL(url).host).values()];
      const chains = isLast ? hosts : hosts.map((targets) => targets.slice(0, LINKS_IN_A_ROW));
      const count = counter('links', waiting, file, isLast ? world : null);
      await inParallel(chains, HOSTS_AT_ONCE, plan.signal, async (targets) => {
        for (const target of targets) {
          stopIfAsked(plan.signal);
          await askOne(target, plan, file, world, { hold });
          count(target.url);
        }
      });
    } else if (isLast) break;
    else await sleep(LOOK, undefined, { signal: wake }).catch(() => undefined);
  }
  for (const [url, store] of held) if (file.isWaiting(url)) store();
}

/** Documents, then whatever their redirects lead to: all that no longer changes what the browser is due to open. */
async function askRest(plan: Plan, file: AuditFile, world: World): Promise<void> {
  setDocumentsAside(plan, file, dayOf(world));
  const waiting = (): Target[] =>
    file.waiting('document').slice(0, left(file, 'document', plan.site.maxDocuments));
  const whole = new Set(file.wholeDocuments ?? wholeDocuments(plan, file, waiting()));
  file.keepWholeDocuments([...whole]);
  do {
    const documents = waiting();
    const count = counter('documents', documents, file, world);
    await inParallel(documents, plan.concurrency + HELD_BACK, plan.signal, async (target) => {
      await askOne(target, plan, file, world, { isWhole: whole.has(target.url) });
      count(target.url);
    });
    await askLinks(plan, file, world, AbortSignal.abort());
    await collectPages(plan, file, world);
  } while (isDue(plan, file, 'page', 'document', 'external'));
}

function wholeDocuments(plan: Plan, file: AuditFile, documents: readonly Target[]): string[] {
  if (documents.length === 0) return [];
  const urls = documents.map(({ url }) => url);
  const size = plan.maxWholeDocuments ?? MAX_WHOLE_DOCUMENTS;
  return chooseDocuments(urls, size, documentsOfActs(file.pages()), plan.site.address);
}

/** Says how far a stage is; redirects met before lead to more of the same, and the count goes on. */
function counter(
  stage: 'documents' | 'links',
  targets: readonly Target[],
  file: AuditFile,
  world: World | null,
): (url: string) => void {
  let done = targets[0] ? file.count(targets[0].kind, true) : 0;
  const total = done + targets.length;
  return (url) => {
    done += 1;
    world?.log({ stage, done, total, url });
  };
}

type Hold = (target: Target, next: Target | undefined, store: () => void) => void;

interface AskingHow {
  /** Whether the whole document is wanted. */
  readonly isWhole?: boolean;
  /** Decides when the answer is stored; at once, unless told. */
  readonly hold?: Hold;
}

const storeAtOnce: Hold = (_, __, store) => {
  store();
};

async function askOne(
  target: Target,
  plan: Plan,
  file: AuditFile,
  world: World,
  { isWhole = false, hold = storeAtOnce }: AskingHow,
): Promise<void> {
  const isAsked = refusal(target.url, plan.rules) === null;
  // The browser may have shown it already: an image that a page also links to.
  const shown = target.kind === 'document' ? file.answer(target.url) : undefined;
  const {
    names,
    magic: knownMagic,
    ...fetched
  }: Refetched & { names: readonly string[] } = !isAsked
    ? { ...notAsked(target.url, plan, world), names: [] }
    : shown?.body
      ? { ...shown, requests: 0, names: [] }
      : await ask(target, plan, file, world, isWhole);
  const next = nextHop(target, fetched, plan);
  const { body, size } = fetched;
  const magic = body && target.kind === 'document' ? documentKind(body) : knownMagic;
  const isKept = isWhole && body?.length === size;
  const document = isKept && body && magic !== undefined ? await readDocument(body, magic) : null;
  hold(target, next, () => {
    file.store(target, leadingTo(fetched, next), world.now().toISOString(), undefined, {
      ...(next ? { next } : {}),
      ...(magic === undefined ? {} : { magic }),
      ...(document === null ? {} : { document }),
      keepsBody: isKept,
      names,
    });
  });
}

/** What was read of the page that led to an address. */
function htmlAbove(
  url: string,
  file: AuditFile,
): (Pick<HtmlFacts, 'links'> & { readonly url: string }) | undefined {
  const parent = file.parentOf(url);
  const html = parent === undefined ? undefined : file.html(parent);
  return html && parent !== undefined ? { url: parent, links: html.links } : undefined;
}

function isVouched({ reuse }: Fetched): boolean {
  return reuse?.how === 'sitemap' || reuse?.how === 'listing';
}

/** None is begun before its turn: what waits costs nothing. After a failure none is begun at all. */
async function inParallel<T>(
  items: readonly T[],
  concurrency: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let isOver = false;
  const worker = async (): Promise<void> => {
    try {
      for (const item of waiting) {
        if (isOver) return;
        stopIfAsked(signal);
        await work(item);
      }
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
