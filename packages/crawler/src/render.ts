import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { QualeprefError } from '@qualepref/core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
  type Route,
} from 'playwright-core';
import { findChromium } from './chromium.ts';
import { Clock, Late, within } from './deadline.ts';
import type { AxeResult, RenderedFacts, SheetView } from './facts.ts';
import type { RenderFailure, StoredAnswer } from './audit-file.ts';
import { axeLocale } from './render-locale.ts';
import { axeNode, type RawNode } from './render-node.ts';
import { describeNodes, runRules, readSkipLink, widgetIsFilled, type FoundNode } from './render-probes.ts';
import { readSheet } from './read.ts';

/** What a page asks for, answered from the audit file; `null` when it may not be asked. */
export type Answer = (url: string) => Promise<FinalAnswer | null>;

/** The end of a chain of redirects. */
export interface FinalAnswer {
  readonly url: string;
  readonly answer: StoredAnswer;
  /** Whether redirects led there. */
  readonly moved: boolean;
}

export interface RenderRequest {
  /** Canonical address of the page, a final one. */
  readonly url: string;
  /** Hash-bang view to open after it. */
  readonly view?: string;
}

/** Opens pages in a real browser that has no network. */
export interface PageBrowser {
  render(request: RenderRequest, answer: Answer): Promise<RenderedFacts | RenderFailure>;
  readonly version: string;
  readonly sandboxed: boolean;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
export const AXE_VERSION: string = (require('axe-core/package.json') as { version: string }).version;

/** Chromium's own time for one page, in milliseconds. */
export const DEADLINE = 45_000;
/** For scripts that write the page after it is loaded: until it has asked for nothing for a while, or not longer than this. */
const QUIET = 150;
const SETTLE = 3_000;
/** A widget fetches and writes a whole sheet. */
const VIEW_SETTLE = 5_000;

/**
 * Chromium has no network: names resolve to nothing, the proxy is a closed
 * port, WebRTC is shut. What escapes the interception finds nothing to connect to.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium, with its sandbox wherever it can start with it.
 *
 * @param deadline Chromium's own time for one page, in milliseconds
 * @throws QualeprefError `chromium-missing`, `chromium-broken`
 */
export async function openBrowser(deadline: number = DEADLINE): Promise<PageBrowser> {
  const executablePath = findChromium();
  const { browser, sandboxed } = await launch(executablePath);
  let current: Browser | undefined = browser;
  return {
    version: browser.version(),
    sandboxed,
    render: async (request, answer) => {
      current ??= (await launch(executablePath)).browser;
      const working = current;
      const result = await renderPage(working, request, answer, deadline);
      // A page that keeps the processor takes its browser with it: the next page gets a new one.
      if ('outcome' in result || !working.isConnected()) {
        current = undefined;
        await closeWithin(working, 2_000);
      }
      return result;
    },
    close: async () => {
      if (current) await closeWithin(current, 2_000);
    },
  };
}

async function launch(executablePath: string | undefined): Promise<{ browser: Browser; sandboxed: boolean }> {
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox,
      args: NO_NETWORK,
      // Our own command decides what an interruption does.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  try {
    return { browser: await start(true), sandboxed: true };
  } catch {
    // Root, or a container without user namespaces: only there is it left out, and the report says so.
  }
  try {
    return { browser: await start(false), sandboxed: false };
  } catch (cause) {
    // Playwright had none of its own either.
    if (executablePath === undefined) {
      throw new QualeprefError(
        'chromium-missing',
        'Aucun navigateur Chromium, Chrome ou Edge n’a été trouvé : en installer un (Debian ou Ubuntu : apt-get install chromium), ou donner son chemin dans la variable CHROMIUM_PATH.',
        { cause },
      );
    }
    throw new QualeprefError(
      'chromium-broken',
      `Le navigateur « ${executablePath} » ne démarre pas : le lancer à la main pour voir l’erreur, ou en indiquer un autre dans la variable CHROMIUM_PATH.`,
      { cause },
    );
  }
}

async function closeWithin(browser: Browser, limit: number): Promise<void> {
  await within(browser.close(), limit).catch(() => undefined);
}

async function renderPage(
  browser: Browser,
  request: RenderRequest,
  answer: Answer,
  deadline: number,
): Promise<RenderedFacts | RenderFailure> {
  const clock = new Clock(deadline);
  let context: BrowserContext | undefined;
  try {
    const work = async (): Promise<RenderedFacts> => {
      context = await browser.newContext({
        serviceWorkers: 'block',
        acceptDownloads: false,
        locale: 'fr-FR',
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      await closeTheDoors(context, clock, answer);
      const page = await open(context, request.url, clock);
      const axe = await runAxe(page);
      const skipLink = await readSkipLink(page);
      const title = await page.title();
      await page.close();
      const sheetViews = request.view === undefined ? [] : [await openView(context, request.view, clock)];
      return { title, axe, skipLink, sheetViews };
    };
    return await Promise.race([work(), clock.late]);
  } catch (error) {
    if (error instanceof Late) return { outcome: 'timeout', failure: 'late' };
    if (!browser.isConnected()) return { outcome: 'network_error', failure: 'crash' };
    return { outcome: 'network_error', failure: error instanceof Error ? firstLine(error.message) : 'crash' };
  } finally {
    clock.stop();
    if (context) await within(context.close(), 2_000).catch(() => undefined);
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

async function closeTheDoors(context: BrowserContext, clock: Clock, answer: Answer): Promise<void> {
  await context.route('**/*', (route) => fulfil(route, clock, answer));
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      dialog.dismiss().catch(() => undefined);
    });
    page.on('popup', (popup) => {
      popup.close().catch(() => undefined);
    });
  });
}

const ABSENT = 'https://absent.invalid';

type Reply = NonNullable<Parameters<Route['fulfill']>[0]>;

async function fulfil(route: Route, clock: Clock, answer: Answer): Promise<void> {
  try {
    const request = route.request();
    const found = request.method() === 'GET' ? await clock.pausedFor(answer(request.url())) : null;
    const reply = found && replyTo(request, found);
    if (reply) await route.fulfill(reply);
    else await route.abort('blockedbyclient');
  } catch {
    // The page was closed meanwhile: nobody waits for this answer.
    await route.abort('failed').catch(() => undefined);
  }
}

/** Relative addresses resolve against the address asked: a moved frame or style sheet is led to where it stands. */
function replyTo(request: Request, { url, answer, moved }: FinalAnswer): Reply | null {
  if (!answer.body) return null;
  if (moved && request.isNavigationRequest()) {
    return {
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title></title><script>location.replace(${scriptString(url)})</script>`,
    };
  }
  if (moved && request.resourceType() === 'stylesheet') {
    return { contentType: 'text/css; charset=utf-8', body: `@import ${JSON.stringify(url)};` };
  }
  return { status: answer.status ?? 200, headers: headersOf(answer), body: Buffer.from(answer.body) };
}

/** JSON that a `</script>` in the address can't leave. */
function scriptString(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

const PASSED_ON = ['content-type', 'content-security-policy', 'x-content-type-options', 'x-frame-options'];

function headersOf({ headers }: StoredAnswer): Record<string, string> {
  const passed = Object.entries(headers).filter(
    ([name]) => PASSED_ON.includes(name) || name.startsWith('access-control-'),
  );
  // Without one of its own, Playwright would add a header that hides a real CORS failure.
  return { 'access-control-allow-origin': ABSENT, ...Object.fromEntries(passed) };
}

async function open(context: BrowserContext, url: string, clock: Clock): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 });
  // A resource that never ends must not hold the page: load, or a little while.
  await within(page.waitForLoadState('load', { timeout: 0 }), 10_000).catch(() => undefined);
  await within(clock.quiet(QUIET), SETTLE).catch(() => undefined);
  return page;
}

async function openView(context: BrowserContext, view: string, clock: Clock): Promise<SheetView> {
  const page = await open(context, view, clock);
  const filled = await within(
    page.waitForFunction(widgetIsFilled, undefined, { timeout: 0 }),
    VIEW_SETTLE,
  ).then(
    () => true,
    () => false,
  );
  const sheet = readSheet(await page.content(), view);
  await page.close();
  return { url: view, filled, sheet };
}

let axeSource: string | undefined;

/** axe-core with its French sentences, as one script. */
function axeScript(): string {
  if (axeSource === undefined) {
    const locale = JSON.stringify(axeLocale());
    axeSource = `${readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')};axe.configure({ locale: ${locale} });`;
  }
  return axeSource;
}

interface RawResult {
  readonly id: string;
  readonly impact: AxeResult['impact'] | null;
  readonly tags: readonly string[];
  readonly help: string;
  readonly nodes: readonly RawNode[];
}

/** Runs axe-core in every frame of the page. */
async function runAxe(page: Page): Promise<AxeResult[]> {
  const script = axeScript();
  await Promise.all(
    page.frames().map((frame) => within(frame.evaluate(script), 5_000).catch(() => undefined)),
  );
  const raw = await page.evaluate(runRules);
  const results: AxeResult[] = [];
  for (const outcome of ['violation', 'incomplete'] as const) {
    for (const result of raw[outcome] as readonly RawResult[])
      results.push(await axeResult(page, outcome, result));
  }
  return results;
}

async function axeResult(page: Page, outcome: AxeResult['outcome'], raw: RawResult): Promise<AxeResult> {
  const targets = raw.nodes.map(({ target }) =>
    target.map((part) => (typeof part === 'string' ? [part] : [...part])),
  );
  const found: FoundNode[] = await page.evaluate(describeNodes, targets);
  const nodes = raw.nodes.map((node, i) => axeNode(node, found[i]));
  return { rule: raw.id, outcome, impact: raw.impact ?? 'minor', tags: raw.tags, help: raw.help, nodes };
}
