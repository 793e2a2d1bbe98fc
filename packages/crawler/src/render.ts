import type { Browser } from 'playwright-core';
import type { RenderFailure } from './audit-file.ts';
import { CRASH } from './crash-rule.ts';
import { Clock, Late, within } from './deadline.ts';
import type { RenderedFacts, SheetView } from './facts.ts';
import type { Picture, Wish } from './evidence.ts';
import { readSheetView } from './read.ts';
import { Endless, visitOf, type Answer, type Visit } from './render-answer.ts';
import { axeResults, JUDGE, worldScript, type Judged } from './render-axe.ts';
import { launch, whileAlive } from './render-launch.ts';
import { KIT, lookAt, unseen } from './render-look.ts';
import { Greedy, killBrowser, MEMORY, watchMemory } from './render-memory.ts';
import { Opening, traces, type Traces } from './render-opening.ts';
import { takePictures } from './render-picture.ts';
import { widgetIsFilled } from './render-probes.ts';
import { SkipLinks } from './render-skip-link.ts';
import { Crashed, Gone, Left, Stained, Tab } from './render-tab.ts';

export type { Answer, FinalAnswer } from './render-answer.ts';
export { AXE_VERSION } from './render-axe.ts';

export interface RenderRequest {
  /** Canonical address of the page, a final one. */
  readonly url: string;
  /** Hash-bang view to open after it. */
  readonly view?: string;
  /** Whether what takes longer is tried too: the keyboard, a narrow screen… */
  readonly tries?: boolean;
  /** Elements to show as proofs, once it is known what the browser saw; each picture is given as it is taken. */
  readonly proofs?: {
    readonly wishes: (facts: RenderedFacts) => readonly Wish[];
    readonly keep: (picture: Picture) => void;
  };
}

/** Opens pages in a real browser that has no network. */
export interface PageBrowser {
  render(request: RenderRequest, answer: Answer): Promise<RenderedFacts | RenderFailure>;
  readonly version: string;
  readonly sandboxed: boolean;
  close(): Promise<void>;
}

/** Chromium's own time for one page, in milliseconds. */
const DEADLINE = 45_000;
/** Spent waiting for what a page asks of its site, all in all: a page that always asks for more would never be late. */
const PATIENCE = 15_000;
/** A widget fetches and writes a whole sheet. */
const VIEW_SETTLE = 5_000;
/** One of whose scripts stopped on an error has little left to write. */
const BROKEN_SETTLE = 2_000;
/** To leave a page, or to close what no longer answers. */
const GONE = 2_000;
/** Left of a page's time to tell what was seen of it when the probes are late, in milliseconds. */
const SPARE = 1_000;

/**
 * Starts Chromium, with its sandbox wherever it can start with it. Pages are
 * opened one at a time, in a tab that is used again; one that takes its tab or
 * its browser down costs itself only.
 *
 * @param options `deadline`: Chromium's own time for one page, in milliseconds;
 * `reuse`: whether a tab shows several pages, and what is known of one serves for the next
 * @throws QualeprefError `chromium-missing`, `chromium-broken`
 */
export async function openBrowser({
  deadline = DEADLINE,
  reuse = true,
}: { readonly deadline?: number; readonly reuse?: boolean } = {}): Promise<PageBrowser> {
  const { browser, sandboxed } = await launch();
  let current: Browser | undefined = browser;
  let tab: Tab | undefined;
  let skipLinks = new SkipLinks();
  /** Whoever waits for a page need not wait until its tab is looked after. */
  let tidying: Promise<unknown> = Promise.resolve();

  const drop = async (): Promise<void> => {
    const last = tab;
    tab = undefined;
    if (last) await within(last.close(), GONE);
  };
  const dropBrowser = async (): Promise<void> => {
    const last = current;
    tab = current = undefined;
    if (!last) return;
    await within(last.close(), GONE).catch(() => {
      killBrowser(last);
    });
  };
  const tidy = async (): Promise<void> => {
    if (!tab) return;
    try {
      if (!reuse || !(await within(tab.isReusable(), GONE))) await drop();
    } catch {
      // It does not answer any more.
      await dropBrowser();
    }
  };

  return {
    version: browser.version(),
    sandboxed,
    render: async (request, answer) => {
      await tidying;
      for (;;) {
        // A view finds what its page wrote: in a tab that wipes it could not.
        if (request.view !== undefined) await drop().catch(dropBrowser);
        // It may have been killed from outside since the last page.
        if (current?.isConnected() === false) await dropBrowser();
        current ??= (await launch()).browser;
        const working = current;
        try {
          tab ??= await whileAlive(working, Tab.open(working, worldScript() + KIT), deadline);
        } catch {
          await dropBrowser();
          return { outcome: 'network_error', failure: CRASH };
        }
        if (!reuse) skipLinks = new SkipLinks();
        const result = await renderPage({ browser: working, tab, skipLinks }, request, answer, deadline);
        if (result === 'stained') {
          await drop().catch(dropBrowser);
          continue;
        }
        // A page that keeps the processor takes its browser with it: the next page gets a new one.
        // One that is dying may still seem connected.
        if (!working.isConnected() || ('outcome' in result && isFatal(result))) await dropBrowser();
        else if ('outcome' in result) await drop().catch(dropBrowser);
        else tidying = tidy();
        return result;
      }
    },
    close: async () => {
      await tidying;
      await dropBrowser();
    },
  };
}

function isFatal({ outcome, failure }: RenderFailure): boolean {
  return outcome === 'timeout' || failure === CRASH || failure === MEMORY;
}

interface Showing {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly skipLinks: SkipLinks;
}

async function renderPage(
  { browser, tab, skipLinks }: Showing,
  request: RenderRequest,
  answer: Answer,
  deadline: number,
): Promise<RenderedFacts | RenderFailure | 'stained'> {
  const clock = new Clock(deadline, PATIENCE);
  const visit = visitOf(answer, clock);
  const endWatch = watchMemory(browser, (reason) => {
    clock.fail(reason);
  });
  try {
    return await Promise.race([look(tab, skipLinks, request, visit), clock.late]);
  } catch (error) {
    if (error instanceof Stained) return 'stained';
    if (error instanceof Late) return { outcome: 'timeout', failure: 'late' };
    if (error instanceof Greedy) {
      // Asked to close, it would go on telling what it has to tell.
      killBrowser(browser);
      return { outcome: 'too_large', failure: MEMORY };
    }
    if (error instanceof Crashed) return { outcome: 'network_error', failure: CRASH };
    // The page shown before, still leaving for somewhere of its own, may have done it: a page is blamed for what it does alone.
    if (!tab.isFresh) return 'stained';
    if (error instanceof Endless) return { outcome: 'loop', failure: 'navigations' };
    if (error instanceof Gone || error instanceof Left) return { outcome: 'network_error', failure: 'gone' };
    return { outcome: 'network_error', failure: error instanceof Error ? firstLine(error.message) : CRASH };
  } finally {
    visit.isOver = true;
    endWatch();
    clock.stop();
  }
}

function firstLine(message: string): string {
  const [line = ''] = message.split('\n');
  return /has been closed|Target closed|crashed/i.test(line) ? CRASH : line;
}

async function look(
  tab: Tab,
  skipLinks: SkipLinks,
  { url, view, tries = false, proofs }: RenderRequest,
  visit: Visit,
): Promise<RenderedFacts> {
  await tab.show(url, visit, tries);
  const opening = visit.opening.end(tab.page.url(), await tracesIn(tab));
  const judged = await judge(tab, visit);
  if (judged.cookiesFound > 0 && !tab.isFresh) throw new Stained();
  const axe = axeResults(judged);
  const seen = await within(
    lookAt(tab, url, {
      ...{ axe, skipLinks, tries, clock: visit.clock },
      reopen: async () => {
        await tab.reopen(url, visit);
        // Looked at by axe-core, a page is not quite as it came.
        await judge(tab, visit);
      },
    }),
    Math.max(0, visit.clock.left - SPARE),
  ).catch((error: unknown) => {
    if (!(error instanceof Late)) throw error;
    // What axe saw of a very large page is not lost for the rest.
    tab.spend();
    return unseen(axe);
  });
  if (proofs && !tab.isSpent) {
    const wishes = proofs.wishes({ title: judged.title, sheetViews: [], ...seen });
    for (const picture of await takePictures(tab, url, wishes)) proofs.keep(picture);
  }
  const sheetViews = view === undefined ? [] : [await openView(tab, view, visit)];
  const audience = [...visit.audience].sort();
  return {
    title: judged.title,
    sheetViews,
    opening,
    ...seen,
    ...(audience.length > 0 ? { audience } : {}),
  };
}

async function tracesIn(tab: Tab): Promise<Traces> {
  try {
    return await tab.evaluate<Traces>(`(${traces.toString()})()`);
  } catch (error) {
    if (error instanceof Left) return { cookies: [], storage: [] };
    throw error;
  }
}

/** A page that leads to another one at once is judged where it ends. */
async function judge(tab: Tab, visit: Visit): Promise<Judged> {
  for (;;) {
    try {
      return await tab.evaluate<Judged>(JUDGE);
    } catch (error) {
      if (!(error instanceof Left) || visit.isOver) throw error;
      await tab.settle(visit);
    }
  }
}

/** Opened in the tab of its page: it finds the cookies and the storage that the page wrote. */
async function openView(tab: Tab, view: string, visit: Visit): Promise<SheetView> {
  visit.missing = 0;
  const opening = new Opening();
  visit.opening = opening;
  await tab.showView(view, visit);
  const filled = await within(
    tab.page.waitForFunction(widgetIsFilled, undefined, { timeout: 0 }),
    opening.hasFailed ? BROKEN_SETTLE : VIEW_SETTLE,
  ).then(
    () => true,
    () => false,
  );
  const shown = readSheetView(await tab.page.content(), view);
  // Without its data, what a widget shows is an apology, which says nothing of the sheet.
  const isApology = visit.missing > 0 && shown.sheet.publisher === null && shown.sheet.verified === null;
  const { errors, isHampered } = opening.end(view, { cookies: [], storage: [] });
  return {
    ...{ url: view, filled: filled && !isApology, ...shown },
    // An error may come of what the audit did not give.
    ...(isHampered || errors.length === 0 ? {} : { errors }),
  };
}
