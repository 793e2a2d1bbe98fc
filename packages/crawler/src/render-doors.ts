import type { Dialog, Route } from 'playwright-core';
import type { Departure, Shown } from './passes/pass.ts';
import { callOf, framesOf } from './render-frames.ts';
import { RECORDED } from './render-recorder.ts';
import type { Tab } from './render-tab.ts';

/** A page shown to the passes. */
export interface Showing {
  readonly shown: Shown;
  /** Whether it is still the one that was shown. */
  readonly isThere: () => Promise<boolean>;
  /** The doors are as they were. */
  readonly done: () => Promise<void>;
}

/**
 * Shows a tab's page to the passes with its doors shut: what they set going
 * (another address, a form, a window) is noted down and stopped before it is
 * asked of anyone.
 *
 * @throws Left when the page is gone already
 */
export async function showing(tab: Tab, axe: Shown['axe'], refresh: string): Promise<Showing> {
  const { page, session } = tab;
  let left: Departure[] = [];
  let isShut = false;
  // What stood before the page is none of its own: going back, it would lead there.
  await session.send('Page.resetNavigationHistory');
  await tab.evaluate(MARK);
  await tab.evaluateAmong(`${RECORDED}?.tries(true)`);
  const known = await countsOf(tab);
  let windows = 0;
  let told = 0;
  const onWindow = (): void => void (windows += 1);
  const stop = async (route: Route): Promise<void> => {
    const request = route.request();
    const isNavigation = request.isNavigationRequest();
    let isPage = false;
    let isLeft = false;
    try {
      const frame = request.frame();
      isPage = isNavigation && frame === page.mainFrame();
      // A frame that comes late may still fill; one that shows something keeps it.
      isLeft = isNavigation && !/^(?:about:blank)?$/.test(frame.url());
    } catch {
      // A frame that is not there yet is not the page's.
    }
    if (isPage) left.push({ kind: 'page', detail: request.url().slice(0, 500) });
    else if (isShut && /^(?:xhr|fetch)$/.test(request.resourceType()))
      left.push({ kind: 'data', detail: request.url().slice(0, 500) });
    // « aborted » leaves the page where it is.
    if (isPage || isLeft || isShut || request.method() !== 'GET')
      await route.abort('aborted').catch(() => undefined);
    else await route.fallback().catch(() => undefined);
  };
  const onDialog = (dialog: Dialog): void =>
    void left.push({ kind: 'dialog', detail: dialog.message().slice(0, 500) });
  await page.route('**/*', stop);
  page.on('dialog', onDialog);
  session.on('Page.windowOpen', onWindow);
  const evaluate = <T>(expression: string): Promise<T> => tab.evaluate<T>(expression);
  const shown: Shown = {
    ...{ page, session, axe, evaluate, own: undefined },
    world: () => tab.world,
    call: (run, ...args) => evaluate(callOf(run, args)),
    evaluateAmong: (expression) => tab.evaluateAmong(expression),
    refresh: async () => {
      await evaluate(refresh);
    },
    leadsOut: false,
    corner: () => Promise.resolve({ x: 0, y: 0 }),
    frames: () => framesOf(tab, shown, refresh),
    departures: async () => {
      const now = await countsOf(tab);
      // A window that a script opens is counted by both; one that a link opens, by the browser alone.
      const all = Math.max(now.opened - known.opened, windows);
      const found: Departure[] = [
        ...left,
        ...(all > told ? [{ kind: 'window' as const, detail: '' }] : []),
        ...(now.left > known.left ? [{ kind: 'page' as const, detail: '' }] : []),
      ];
      left = [];
      told = Math.max(told, all);
      known.left = now.left;
      return found;
    },
    shut: (value) => {
      isShut = value;
    },
  };
  return {
    shown,
    isThere: async () => (await tab.evaluate<unknown>(IS_MARKED)) === true,
    done: async () => {
      page.off('dialog', onDialog);
      session.off('Page.windowOpen', onWindow);
      await page.unroute('**/*', stop);
      await tab.evaluateAmong(`${RECORDED}?.tries(false)`).catch(() => undefined);
    },
  };
}

/** A page that is written anew has another root, and another page has none of our marks. */
const MARK = 'globalThis.qaRoot = document.documentElement; true';
const IS_MARKED = 'globalThis.qaRoot !== undefined && globalThis.qaRoot === document.documentElement';

/** Windows that the page's scripts opened so far, and the times that it left without asking for anything. */
async function countsOf(tab: Tab): Promise<{ opened: number; left: number }> {
  const counts = await tab.evaluateAmong<unknown>(
    `(() => { const r = ${RECORDED}; return r ? [r.opened(), r.left()] : [0, 0]; })()`,
  );
  const [opened = 0, left = 0] = Array.isArray(counts) ? counts.map(Number) : [];
  return { opened, left };
}
