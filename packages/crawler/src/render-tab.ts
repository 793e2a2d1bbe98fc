import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { within } from './deadline.ts';
import { fulfil, type Visit } from './render-answer.ts';
import { listen } from './render-listen.ts';
import { announcedWrites, entrances, isStill, loadEvent, wipe } from './render-probes.ts';
import { LOW_VOICE } from './render-quiet.ts';
import { RECORDER } from './render-recorder.ts';
import { FrameWorlds, type Worlds } from './render-worlds.ts';

/** For scripts that write the page after it is loaded: until it has asked for nothing for a while, or not longer than this. */
const QUIET = 150;
/** A page without scripts writes nothing more: what it still waits for is enough, in milliseconds. */
const STILL = 1;
const SETTLE = 3_000;
/** A resource that never ends must not hold the page: load, or a little while. */
const LOAD = 10_000;
/** Our scripts run beside the page's own, on the same document: what a page overrides does not reach them. */
const WORLD = 'qualepref';
/** Pages that one tab shows before it is closed, with the memory that it holds. */
const PAGES = 250;
const BLANK = 'about:blank';
/** A page that does not let go of its tab holds the next one no longer than this, in milliseconds. */
const STUCK = 5_000;

/** Between two looks at a page that is on its way to another one, in milliseconds. */
const POLL = 20;

/** The page was left for another one while it was being looked at. */
export class Left extends Error {}
/** The tab still holds something of another page. */
export class Stained extends Error {}
/** The page led to a blank page or to an error of the browser: there is nothing of it to be seen. */
export class Gone extends Error {}
/** The page took its process down. */
export class Crashed extends Error {}

/**
 * A tab shown one page after the other, each as if it were the first: nothing
 * of a page is there for the next one, or the tab says so and is thrown away.
 */
export class Tab {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly session: CDPSession;
  readonly #frame: string;
  readonly #worlds: FrameWorlds;
  #visit: Visit | undefined;
  #shown = 0;
  #isStained = false;
  #isSpent = false;
  #answeredAt = 0;
  #isWiping = false;
  #recorder: string | undefined;
  /** What it showed before. */
  #last: string | undefined;
  readonly #origins = new Set<string>();

  private constructor(context: BrowserContext, page: Page, session: CDPSession, frame: string) {
    this.#context = context;
    this.page = page;
    this.session = session;
    this.#frame = frame;
    this.#worlds = new FrameWorlds(session, WORLD);
  }

  /** @param script what our world holds, in every frame, before the page's own scripts run */
  static async open(browser: Browser, script: string): Promise<Tab> {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      acceptDownloads: false,
      locale: 'fr-FR',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const tab = new Tab(context, page, session, frameTree.frame.id);
    await tab.#closeTheDoors();
    await tab.#enterWorld(script);
    return tab;
  }

  async #closeTheDoors(): Promise<void> {
    const { page } = this;
    await this.#context.route('**/*', async (route) => {
      const visit = this.#visit;
      let isOurs: boolean;
      try {
        isOurs = route.request().frame().page() === page;
      } catch {
        // A window that opens.
        isOurs = false;
      }
      if (visit && isOurs) {
        // What wipes the tab for the first document of a visit would wipe it for the next ones.
        if (!this.isFresh && visit.navigations > 0 && isNavigation(route)) visit.clock.fail(new Stained());
        await fulfil(route, visit);
      } else await route.abort('blockedbyclient').catch(() => undefined);
    });
    this.#context.on('page', (popup) => {
      if (popup !== page) popup.close().catch(() => undefined);
    });
    page.on('dialog', (dialog) => {
      // Asked whether to leave: yes. Anything else: no.
      const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
      answer.catch(() => undefined);
    });
    page.on('crash', () => this.#visit?.clock.fail(new Crashed()));
    // Nothing that is still waited for comes from a browser that is dead.
    page.on('close', () => this.#visit?.clock.fail(new Crashed()));
  }

  async #enterWorld(script: string): Promise<void> {
    const session = this.session;
    listen(session, {
      frame: this.#frame,
      opening: () => this.#visit?.opening,
      pageUrl: () => this.page.url(),
      isOurs: (world) => this.#worlds.isOurs(world),
    });
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    for (const event of ['Storage.indexedDBListUpdated', 'Storage.cacheStorageListUpdated'] as const)
      session.on(event, () => {
        this.#isStained = true;
      });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: script, worldName: WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: LOW_VOICE });
  }

  /** Whether it has shown nothing yet. */
  get isFresh(): boolean {
    return this.#shown <= 1;
  }

  /**
   * Opens an address, and waits until it is loaded and quiet.
   *
   * @param records whether what the page's scripts set going is noted down
   * @throws Stained when another page's storage can't be wiped, or when that page does not go away or comes back
   * @throws Gone
   */
  async show(url: string, visit: Visit, records = false): Promise<void> {
    this.#visit = visit;
    this.#shown += 1;
    const { page } = this;
    // The first page must not be told from the next ones by the length of its history.
    if (this.isFresh) await page.goto(BLANK, { timeout: 0 });
    else await this.#prepare();
    await this.session.send('Page.resetNavigationHistory');
    await this.#record(records);
    await this.#go(url, visit);
    await this.settle(visit);
    const shown = page.url();
    // A page that goes back in its history finds what stood there before it, which is none of its own.
    const isBack = shown === this.#last && shown !== url;
    // What a page makes up itself is asked of nobody: it may be the one before that made it.
    const isMadeUp = shown.startsWith('blob:');
    this.#last = shown;
    if (!this.isFresh && (this.#isStained || isBack || isMadeUp)) throw new Stained();
    if (/^(?:about|chrome-error):/.test(shown)) throw new Gone();
  }

  async #record(isDue: boolean): Promise<void> {
    if (isDue === (this.#recorder !== undefined)) return;
    if (this.#recorder !== undefined) {
      await this.session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: this.#recorder });
      this.#recorder = undefined;
    } else
      this.#recorder = (
        await this.session.send('Page.addScriptToEvaluateOnNewDocument', { source: RECORDER })
      ).identifier;
  }

  /** From the second page on: what the pages of a tab share is emptied as the next one arrives. */
  async #prepare(): Promise<void> {
    await this.session.send('Network.clearBrowserCookies');
    if (this.#isWiping) return;
    this.#isWiping = true;
    const source = `(${wipe.toString()})()`;
    await this.session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
  }

  /**
   * Opens again the page shown, which left while something was tried on it.
   *
   * @throws Stained when it does not go away
   * @throws Gone
   */
  async reopen(url: string, visit: Visit): Promise<void> {
    // What it asked for the first time must not make it look like a page that asks without end.
    Object.assign(visit, { navigations: 0, requests: 0, bytes: 0 });
    await this.#go(url, visit);
    await this.settle(visit);
    if (/^(?:about|chrome-error):/.test(this.page.url())) throw new Gone();
  }

  /** Opens another view of the page shown, the first of its tab: the view finds what the page wrote. Their addresses may differ by their fragment only. */
  async showView(url: string, visit: Visit): Promise<void> {
    await this.page.goto(BLANK, { timeout: 0 });
    await this.#go(url, visit);
    await this.settle(visit);
  }

  async #go(url: string, { clock }: Visit): Promise<void> {
    this.#worlds.forget(this.#frame);
    const going = this.page.goto(url, { waitUntil: 'commit', timeout: 0 });
    if (this.isFresh) await going;
    else {
      const stuck = clock.quiet(STUCK).then(() => {
        throw new Stained();
      });
      await Promise.race([going, stuck]);
      stuck.catch(() => undefined);
    }
  }

  /** Waits until what is shown is loaded and quiet. */
  async settle({ clock }: Visit): Promise<void> {
    await within(this.#loaded(Date.now() + LOAD), LOAD).catch(() => undefined);
    const still = await this.evaluate<boolean>(`(${isStill.toString()})()`).catch(() => false);
    await within(clock.quiet(still ? STILL : QUIET), SETTLE).catch(() => undefined);
    if (!still) {
      await this.evaluate(`(${announcedWrites.toString()})()`).catch(() => undefined);
      await this.evaluate(`(${entrances.toString()})()`).catch(() => undefined);
    }
    const origin = URL.parse(this.page.url())?.origin;
    if (origin === undefined || origin === 'null' || this.#origins.has(origin)) return;
    this.#origins.add(origin);
    await this.session.send('Storage.trackIndexedDBForOrigin', { origin });
    await this.session.send('Storage.trackCacheStorageForOrigin', { origin });
  }

  /** Asked of the document itself: a navigation that is refused would be waited for by Playwright for ever. */
  async #loaded(until: number): Promise<void> {
    while (Date.now() < until) {
      try {
        await this.evaluate(`(${loadEvent.toString()})()`);
        return;
      } catch (error) {
        if (!(error instanceof Left)) throw error;
        await sleep(POLL);
      }
    }
  }

  /**
   * The value of an expression, in our world of the page shown.
   *
   * @throws Left when the page goes away meanwhile
   */
  async evaluate<T>(expression: string): Promise<T> {
    return this.#valueOf<T>(expression, this.world);
  }

  /** The same in the page's own world, where its scripts run: what it gives is the page's word. */
  async evaluateAmong<T>(expression: string): Promise<T> {
    return this.#valueOf<T>(expression);
  }

  /** The same in a world that is named: that of a frame. */
  async evaluateIn<T>(expression: string, world: number): Promise<T> {
    return this.#valueOf<T>(expression, world);
  }

  /** The worlds of a frame shown in the page, by the name that the browser gives it. */
  worldsOf(frame: string): Worlds | undefined {
    return this.#worlds.of(frame);
  }

  /**
   * Our world of the page shown.
   *
   * @throws Left when there is none any more
   */
  get world(): number {
    const { ours } = this.#worlds.of(this.#frame) ?? {};
    if (ours === undefined) throw new Left();
    return ours;
  }

  async #valueOf<T>(expression: string, contextId?: number): Promise<T> {
    const where = contextId === undefined ? {} : { contextId };
    const { result, exceptionDetails } = await this.session
      .send('Runtime.evaluate', { ...where, expression, awaitPromise: true, returnByValue: true })
      .catch((cause: unknown) => {
        const message = cause instanceof Error ? cause.message : '';
        // « Target page, context or browser has been closed »: nothing comes after that.
        if (/has been closed/i.test(message)) throw new Crashed();
        if (/context|navigated|collected/i.test(message)) throw new Left();
        throw cause;
      });
    this.#answeredAt = Date.now();
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return wellFormed(result.value) as T;
  }

  /** When the page last answered us, in milliseconds since 1970. */
  get answeredAt(): number {
    return this.#answeredAt;
  }

  /** It stays busy with a page whose time ran out: nothing more is asked of it. */
  spend(): void {
    this.#isSpent = this.#isStained = true;
  }

  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Whether it can show another page: what this one left can be wiped. */
  async isReusable(): Promise<boolean> {
    const [origin, ...more] = this.#origins;
    const others = this.#visit?.framesOthers ?? true;
    if (this.#isStained || others || origin === undefined || more.length > 0 || this.#shown >= PAGES)
      return false;
    const { usage } = await this.session.send('Storage.getUsageAndQuota', { origin });
    return usage === 0;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

function isNavigation(route: Route): boolean {
  const request = route.request();
  return request.isNavigationRequest() && request.frame().parentFrame() === null;
}

/** What a script writes may hold half a character, which no file can. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toWellFormed(), wellFormed(one)]));
}
