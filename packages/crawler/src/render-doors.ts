import type { Dialog, Route } from 'playwright-core';
import type { Departure, Shown } from './passes/pass.ts';
import { callOf, framesOf } from './render-frames.ts';
import { RECORDED } from './render-recorder.ts';
import type { Tab } from './render-tab.ts';

/**
 * Shows a tab's page to the passes with its doors shut: what they set going
 * (another address, a form, a window) is noted down and stopped before it is
 * asked of anyone.
 */
export async function showing(
  tab: Tab,
  axe: Shown['axe'],
  refresh: string,
): Promise<{ readonly shown: Shown; readonly done: () => Promise<void> }> {
  const { page, session } = tab;
  let left: Departure[] = [];
  let isShut = false;
  let opened = await openedBy(tab);
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
      const now = await openedBy(tab);
      const found: Departure[] = [
        ...left,
        ...(now > opened ? [{ kind: 'window' as const, detail: '' }] : []),
      ];
      left = [];
      opened = now;
      return found;
    },
    shut: (value) => {
      isShut = value;
    },
  };
  return {
    shown,
    done: async () => {
      page.off('dialog', onDialog);
      await page.unroute('**/*', stop);
    },
  };
}

/** Windows that the page's scripts opened so far: the browser's own event comes too late. */
async function openedBy(tab: Tab): Promise<number> {
  return Number((await tab.evaluateAmong<unknown>(`${RECORDED}?.opened()`)) ?? 0);
}
