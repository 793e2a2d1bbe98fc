import { defaultConfig, type Finding } from '@qualepref/core';
import { createAddressing } from './address.ts';
import type { Settings } from './check.ts';
import { checks } from './checks/index.ts';
import type { Facts, PageFacts, RenderedFacts, SiteInfo } from './facts.ts';
import { createFetch, type FetchClient, type Fetched } from './fetch.ts';
import { outcomeText } from './outcome-text.ts';
import { oddityOf, readHtml, refusalOf } from './read.ts';
import { openBrowser, type Answer, type PageBrowser } from './render.ts';
import { runChecks } from './run-checks.ts';
import { Interrupted, stopIfAsked } from './stop.ts';
import { VERSION } from './version.ts';

/** Pages judged one by one, for themselves: no link is followed, no robots.txt read, nothing compared. */
export interface SingleRequest {
  /** As they were given, each with its number of line. */
  readonly urls: readonly string[];
  readonly allowPrivate: boolean;
  readonly contact?: string;
}

/** What was found on one page; `error` is why it could not be judged. */
export interface SinglePage {
  /** As it was given. */
  readonly url: string;
  readonly error: string | null;
  readonly findings: readonly Finding[];
}

export interface SingleHooks {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly page: (page: SinglePage) => void;
  /** An error of ours that the audit survived. */
  readonly mishap: (error: unknown, check: string, url: string) => void;
}

/** What came of a page, and whether a browser has shown it wherever it had to. */
interface Tried {
  readonly page: SinglePage;
  readonly isShown: boolean;
}

/** Pages judged at once, one browser each: one more than there are processors on a small machine. */
const BROWSERS = 3;
/** Pages that the browser could not show, tried again with nothing beside them: a busy machine may have been the cause. */
const SECOND_TRIES = 10;
/** Resources kept at hand. */
const ASSETS = 500;
/** Redirects of one page or resource. */
const HOPS = 10;

/** Lists of pages come without a configuration; no check of one page asks which site it is. */
const NOTHING_CONFIGURED = defaultConfig('https://exemple.gouv.fr');

/** The checks that one page by itself can be judged by, and that bear on accessibility. */
export const singleChecks: typeof checks = checks.filter(
  (check) =>
    check.scope === 'page' &&
    (check.id === 'axe' || Object.values(check.codes).some(({ rgaa = [] }) => rgaa.length > 0)),
);

/**
 * Judges exactly the pages of a list, in no order. Hosts that are not in the
 * list are never asked.
 *
 * @throws QualeprefError `chromium-missing`, `chromium-broken`
 * @throws Interrupted
 */
export async function judgeList(
  { urls, allowPrivate, contact }: SingleRequest,
  hooks: SingleHooks,
): Promise<void> {
  const { signal, now } = hooks;
  const origins = new Set(urls.map((url) => new URL(url).origin));
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  const clients = new Map<string, FetchClient>();
  const clientFor = (url: string): FetchClient | undefined => {
    const { origin } = new URL(url);
    if (!origins.has(origin)) return undefined;
    const client =
      clients.get(origin) ??
      createFetch({
        userAgent: `qualepref/${VERSION}${contact === undefined ? '' : ` (+${contact})`}`,
        headers: {},
        site: { address: `${origin}/`, aliases: [] },
        permittedPrivateHosts: allowPrivate ? hosts : [],
        asksOtherHosts: false,
        delay: 0,
        concurrency: 8,
        ignoreRobotsErrors: true,
        readsRobots: false,
        now,
      });
    clients.set(origin, client);
    return client;
  };
  const assets = new Map<string, Promise<Fetched | null>>();
  const ask = (url: string, kind: 'page' | 'asset'): Promise<Fetched | null> => {
    const bare = url.replace(/#.*$/s, '');
    const known = kind === 'asset' ? assets.get(bare) : undefined;
    if (known) return known;
    const asking = clientFor(bare)?.fetch({ url: bare, kind }, signal) ?? Promise.resolve(null);
    if (kind === 'page') return asking;
    // Style sheets and images that many pages share are asked once, as long as there are not too many.
    assets.set(bare, asking);
    for (const oldest of assets.keys()) {
      if (assets.size <= ASSETS) break;
      assets.delete(oldest);
    }
    return asking;
  };

  const again: string[] = [];
  const work = async (due: string[], mayTryAgain: boolean): Promise<void> => {
    let browser: PageBrowser | undefined;
    try {
      for (let url = due.shift(); url !== undefined; url = due.shift()) {
        stopIfAsked(signal);
        browser ??= await openBrowser();
        const { page, isShown } = await judgePage(url, browser);
        if (isShown || !mayTryAgain || again.length >= SECOND_TRIES) hooks.page(page);
        else again.push(url);
      }
    } finally {
      await browser?.close();
    }
  };
  try {
    const due = [...urls];
    await Promise.all(Array.from({ length: Math.min(BROWSERS, urls.length) }, () => work(due, true)));
    await work(again, false);
  } catch (error) {
    // A request that was under way ends with an error of its own.
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    await Promise.all([...clients.values()].map((client) => client.close()));
  }

  async function judgePage(given: string, browser: PageBrowser): Promise<Tried> {
    const unjudged = (error: string, isShown = true): Tried => ({
      page: { url: given, error, findings: [] },
      isShown,
    });
    const end = await follow(given, 'page');
    if (!end) return unjudged('private or other host');
    const { fetched, url } = end;
    if (fetched.outcome !== 'ok' || !fetched.body) return unjudged(reasonOf(fetched));
    const contentType = fetched.headers['content-type'];
    const oddity = oddityOf(fetched.body, contentType);
    if (refusalOf(oddity) !== null) return unjudged(oddity ?? '');
    const addressing = createAddressing({ address: `${new URL(url).origin}/`, aliases: [] });
    const context = { addressing, isListedProcedure: () => false, pinned: {} };
    const html = readHtml(fetched.body, { url, contentType }, context);
    const answer: Answer = async (raw) => {
      // The page itself is not asked twice.
      const found = raw.replace(/#.*$/s, '') === url ? end : await follow(raw, 'asset');
      if (!found) return null;
      const { requests, ...stored } = found.fetched;
      return { url: found.url, answer: stored, moved: found.url !== raw.replace(/#.*$/s, '') };
    };
    const request = { url, tries: true };
    const rendered = await browser.render(request, answer);
    stopIfAsked(signal);
    if ('failure' in rendered) return unjudged(`${rendered.outcome} ${rendered.failure}`, false);
    return {
      page: { url: given, error: null, findings: findingsOf({ url, html, rendered }) },
      isShown: true,
    };
  }

  async function follow(
    from: string,
    kind: 'page' | 'asset',
  ): Promise<{ readonly fetched: Fetched; readonly url: string } | null> {
    let url = from.replace(/#.*$/s, '');
    for (let hop = 0; hop <= HOPS; hop++) {
      const fetched = await ask(url, kind);
      if (!fetched) return null;
      if (fetched.location === undefined) return { fetched, url };
      url = new URL(fetched.location, url).href.replace(/#.*$/s, '');
    }
    return null;
  }

  function findingsOf({
    url,
    html,
    rendered,
  }: Pick<PageFacts, 'url' | 'html'> & { rendered: RenderedFacts }): Finding[] {
    const today = now().toISOString().slice(0, 10);
    const page: PageFacts = {
      url,
      depth: 0,
      fetchedOn: today,
      inSample: true,
      ...(html ? { html } : {}),
      rendered,
    };
    const site: SiteInfo = {
      address: url,
      campaign: '',
      startedOn: today,
      ...{ maxPages: 1, maxDocuments: 0, exhaustive: true, asksOtherHosts: false, sandboxed: true },
    };
    const facts: Facts = { site, pages: () => [page], addresses: () => [] };
    const settings: Settings = {
      config: NOTHING_CONFIGURED,
      ...{ maxAgeDays: 365, pinned: {}, services: [], ignore: [] },
      today,
      isSingle: true,
    };
    return [...runChecks(facts, singleChecks, settings, hooks.mishap).findings];
  }
}

function reasonOf({ outcome, reason, status }: Fetched): string {
  return `${outcome}${status === undefined ? '' : ` ${String(status)}`} (${outcomeText(outcome, reason)})`;
}
