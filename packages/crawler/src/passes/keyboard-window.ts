import type { Shown } from './pass.ts';

/** Keys sent beyond the stops of the window, to be sure that they come round. */
const MORE = 2;
const MOST = 20;

/** Whether a window laid over the page keeps the Tab key to itself, so that what it covers is met by nobody. */
export async function isKeptInWindow({ page, call }: Shown): Promise<boolean> {
  const stops = await call(enterWindow);
  if (stops === 0) return false;
  for (let press = 0; press < Math.min(stops + MORE, MOST); press++) {
    await page.keyboard.press('Tab');
    if (!(await call(isInWindow))) return false;
  }
  return true;
}

/** Puts the focus in the window, and says how many stops it has: none when there is none. Runs inside the page. */
function enterWindow(): number {
  const FOCUSABLE = 'a[href],button,input:not([type=hidden]),select,textarea,[tabindex]';
  const layer = [...document.querySelectorAll('[aria-modal=true]')].find((one) => qa.isSeen(one));
  const stops = [...(layer?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
    (one) => qa.isTabbable(one) && qa.isSeen(one),
  );
  stops[0]?.focus({ preventScroll: true });
  return stops[0] && document.activeElement === stops[0] ? stops.length : 0;
}

/** Runs inside the page. */
function isInWindow(): boolean {
  return document.activeElement?.closest('[aria-modal=true]') instanceof Element;
}
