import type { SeenPlace } from '../probes/kit.ts';
import { framesAsked, pageWaits } from './page-waits.ts';
import type { Pass, Shown } from './pass.ts';
import { regrown } from './text-growth.ts';
import {
  enlarged,
  measureText,
  narrowed,
  rotated,
  shortened,
  spaced,
  type TextFault,
} from './text-room-measure.ts';

/** The page with more text than it was planned for, then on smaller and smaller screens. */
export interface NarrowFacts {
  /** Pixels by which the page is wider than a screen of 320 by 256 CSS pixels (1,280 by 1,024 at 400 %), once scrolled as far as it goes. */
  readonly overflow: number;
  /** Elements that stick out and are not exempt (tables, maps, images, media, code), at most 20. */
  readonly beyond: readonly SeenPlace[];
  /** Running texts in a box that scrolls sideways, whose lines are wider than it, at most 10. */
  readonly boxed?: readonly SeenPlace[];
  /** Texts cut off on that screen only. */
  readonly cut?: readonly TextFault[];
  /** Buttons and links that show on that screen only, and that nothing names, at most 10. */
  readonly nameless?: readonly (SeenPlace & { readonly isLink: boolean })[];
  /** Absent of a page without text. */
  readonly text?: TextRoomFacts;
}

/** What becomes of the texts. */
export interface TextRoomFacts {
  /** With the four spacings of RGAA 10.12. */
  readonly spacing: readonly TextFault[];
  /** On a screen half as wide, as a zoom of 200 % makes it. */
  readonly zoom: readonly TextFault[];
  /** Contents that turn, or go, with the way the screen is held. */
  readonly orientation: readonly TextFault[];
}

const WIDTH = 320;
const HEIGHT = 256;
/** 1,280 pixels at 200 %, held upright. */
const HALF = { width: 640, height: 1_024 };
/** The same, held sideways: only what hangs on the height of the window differs. */
const SIDEWAYS = { width: 640, height: 512 };

/** Scripts that lay a page out again after the window often wait to be sure that it stands still. */
const LATE = 300;

/**
 * Gives the text more room than it was planned, then shows the page on a screen
 * half as wide, then a quarter (RGAA 10.4, 10.11, 10.12, 13.9), and as it was.
 */
export const narrow: Pass<NarrowFacts> = async (shown) => {
  const { page, call, evaluate, refresh } = shown;
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  let isAnew = false;
  try {
    await call(keepSeen);
    let text = await textFacts(shown, before.height);
    await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    // For layouts that follow the size of the window by a script or a transition.
    let seen = await evaluate<number>(`(${layout.toString()})().then(${scrolled.toString()})`);
    if (seen > 1 && (await changesLate(shown))) seen = await call(scrolled);
    const overflow = Math.round(seen);
    if (text?.zoom.some(({ fault }) => fault === 'still'))
      text = { ...text, zoom: await call(regrown, text.zoom) };
    const boxed = await call(boxedTexts);
    const nameless = await call(namelessControls);
    const cut = text ? await cutTexts(shown) : [];
    const own = {
      ...(boxed.length > 0 ? { boxed } : {}),
      ...(cut.length > 0 ? { cut } : {}),
      ...(nameless.length > 0 ? { nameless } : {}),
      ...(text ? { text } : {}),
    };
    if (seen <= 1) return { overflow, beyond: [], ...own };
    isAnew = true;
    await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    await refresh();
    return { overflow, beyond: await call(beyond, WIDTH), ...own };
  } finally {
    await page.setViewportSize(before);
    if (isAnew) await refresh();
  }
};

declare global {
  /** Our own world of the page only: the buttons and links that the large screen shows. */
  var qaSeen: WeakSet<Element> | undefined;
}

/** Runs inside the page. */
function keepSeen(): void {
  globalThis.qaSeen = new WeakSet(qp.all('a[href],button', 1_000).filter((one) => qa.isSeen(one)));
}

/** Buttons and links that only now show, and that hold nothing that could name them. Runs inside the page. */
function namelessControls(): (SeenPlace & { isLink: boolean })[] {
  const NAMES = ['aria-label', 'aria-labelledby', 'title', 'alt'];
  const hasName = (one: Element): boolean =>
    NAMES.some((name) => /\S/.test(one.getAttribute(name) ?? '')) ||
    one.shadowRoot !== null ||
    one.localName.includes('-') ||
    ['::before', '::after'].some((pseudo) =>
      /"[^"]*[\p{L}\p{N}]/u.test(getComputedStyle(one, pseudo).content),
    );
  return qp
    .all('a[href],button', 1_000)
    .filter(
      (one) =>
        globalThis.qaSeen?.has(one) === false &&
        qa.isSeen(one) &&
        !/\S/.test(one.textContent) &&
        !one.closest('[aria-hidden=true],[inert],label') &&
        !(one instanceof HTMLButtonElement && one.labels.length > 0) &&
        ![one, ...one.querySelectorAll('*')].some(hasName),
    )
    .slice(0, 10)
    .map((one) => ({ ...qp.placeOf(one), isLink: one.localName === 'a' }));
}

/** What is cut off on the narrow screen, and still when it is higher: what hangs on its height is no matter of width. */
async function cutTexts({ page, evaluate }: Shown): Promise<readonly TextFault[]> {
  const look = `(${narrowed.toString()})()`;
  const low = await evaluate<TextFault[]>(look);
  if (low.length === 0) return [];
  await page.setViewportSize({ width: WIDTH, height: HALF.height });
  const high = await evaluate<TextFault[]>(`qa.settled().then(() => ${look})`);
  return lasting(low, high);
}

/** Lines of a running text that must be scrolled to, one by one, within a box. Runs inside the page. */
function boxedTexts(): SeenPlace[] {
  const EXEMPT =
    'table,img,svg,canvas,video,audio,iframe,object,embed,map,pre,code,nav,textarea,select,[role=table],[role=grid],[role=toolbar],[role=tablist],[role=menu],[role=listbox],[role=img],[role=math],math';
  const found: SeenPlace[] = [];
  const range = document.createRange();
  for (const box of qp.all('body *', 3_000)) {
    if (found.length >= 10) break;
    if (!(box instanceof HTMLElement) || box.scrollWidth <= box.clientWidth + 20 || box.clientWidth < 100)
      continue;
    if (!/auto|scroll/.test(getComputedStyle(box).overflowX) || box.closest(EXEMPT) || !qa.isSeen(box))
      continue;
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let lines = 0;
    let wide: Element | undefined;
    for (let left = 300, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
      const { parentElement } = node;
      if (!parentElement || !/\S/.test(node.nodeValue ?? '')) continue;
      // What was scrolled away is read too.
      const isShown = parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (parentElement.closest(EXEMPT) || !isShown) continue;
      range.selectNodeContents(node);
      const own = [...range.getClientRects()];
      lines += own.length;
      // A label, a name or an address may stand on one line.
      const isRunning = (node.nodeValue ?? '').trim().split(/\s+/).length >= 8;
      if (isRunning && own.some(({ width }) => width > box.clientWidth + 20)) wide ??= parentElement;
    }
    // One line is gone through in one move; several, by moves to and fro.
    if (wide && lines > 1) found.push(qp.placeOf(wide));
  }
  return found;
}

async function textFacts(shown: Shown, height: number): Promise<TextRoomFacts | undefined> {
  const { page, evaluate } = shown;
  const spacing = await evaluate<TextFault[] | null>(
    `(${measureText.toString()})() ? (${spaced.toString()})() : null`,
  );
  if (!spacing) return undefined;
  await page.setViewportSize(HALF);
  const times = String(HALF.height / height);
  const look = `qa.settled().then(() => ({ ...(${enlarged.toString()})(${times}), orientation: (${rotated.toString()})() }))`;
  type Half = Pick<TextRoomFacts, 'zoom' | 'orientation'> & { isShort: boolean };
  let { isShort, ...half } = await evaluate<Half>(look);
  if ((half.zoom.length > 0 || half.orientation.length > 0) && (await changesLate(shown))) {
    const again = await evaluate<Half>(look);
    half = {
      zoom: lasting(half.zoom, again.zoom),
      orientation: lasting(half.orientation, again.orientation),
    };
    ({ isShort } = again);
  }
  if (half.zoom.length > 0 || !isShort) return { spacing, ...half };
  await page.setViewportSize(SIDEWAYS);
  const zoom = await evaluate<TextFault[]>(`qa.settled().then(${shortened.toString()})`);
  return { spacing, zoom, orientation: half.orientation };
}

/** Whether what was seen may have changed since: waits a while where a timer, an animation or a frame of the page may change it. */
async function changesLate(shown: Shown): Promise<boolean> {
  const before = await framesAsked(shown);
  const isAnimated = await shown.evaluate<boolean>(`qa.settled().then(${hasAnimation.toString()})`);
  const { once, again } = await pageWaits(shown);
  const isDue = isAnimated || once > 0 || again > 0 || (await framesAsked(shown)) !== before;
  if (isDue) await new Promise((resolve) => setTimeout(resolve, LATE));
  return isDue;
}

/** Runs inside the page. */
function hasAnimation(): boolean {
  return document.getAnimations().some(({ playState }) => playState === 'running');
}

/** What is still there at a second look. */
function lasting(faults: readonly TextFault[], again: readonly TextFault[]): TextFault[] {
  return faults.filter(({ selector }) => again.some((one) => one.selector === selector));
}

/** Runs inside the page. */
async function layout(): Promise<void> {
  await qa.settled();
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
}

/** How far the page scrolls sideways. Runs inside the page. */
function scrolled(): number {
  const root = document.scrollingElement ?? document.documentElement;
  const start = root.scrollLeft;
  root.scrollLeft = 100_000;
  const far = root.scrollLeft;
  root.scrollLeft = start;
  return far;
}

/** Runs inside the page. */
function beyond(width: number): SeenPlace[] {
  const EXEMPT =
    'table,img,svg,canvas,video,audio,iframe,object,embed,map,pre,code,[role=table],[role=grid],[role=toolbar],[role=img]';
  const root = document.scrollingElement ?? document.documentElement;
  const start = root.scrollLeft;
  const found = new Set<Element>();
  /** What scrolls within itself, or is cut there, does not make the page wider. */
  const isHeld = (element: Element): boolean => {
    for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
      const { overflowX, position } = getComputedStyle(up);
      if (position === 'fixed') return true;
      if (overflowX !== 'visible' && up.getBoundingClientRect().right <= width + 1) return true;
    }
    return false;
  };
  /** Put there by a script for the window as it was, and elsewhere in a page that opens in this one. */
  const isPlaced = (element: Element): boolean => {
    for (let up: Element | null = element; up && up !== document.body; up = up.parentElement)
      if (
        up instanceof HTMLElement &&
        /px$/.test(up.style.left) &&
        getComputedStyle(up).position === 'absolute'
      )
        return true;
    return false;
  };
  /** Laid over a film, which may be as wide as it must (RGAA 10.11, special cases). */
  const isInPlayer = (element: Element): boolean => {
    let up = element.parentElement;
    for (let steps = 0; up && up !== document.body && steps < 8; steps++, up = up.parentElement) {
      const film = up.querySelector('video')?.getBoundingClientRect();
      if (!film) continue;
      const { width, height } = up.getBoundingClientRect();
      return height <= film.height + 100 && width <= film.width + 20;
    }
    return false;
  };
  /** An edge of a field that is a hair too wide hides nothing, and nobody scrolls for it. */
  const HAIR = 5;
  const consider = (element: Element, right: number): void => {
    if (found.size >= 20 || right <= width + HAIR || found.has(element)) return;
    if (element.closest(EXEMPT) || !qp.isVisible(element) || isHeld(element)) return;
    if (isPlaced(element) || isInPlayer(element)) return;
    found.add(element);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let left = 20_000, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
    if (!node.parentElement || !/\S/.test(node.nodeValue ?? '')) continue;
    range.selectNodeContents(node);
    const { right, width: own } = range.getBoundingClientRect();
    // Text for screen readers only is kept in a pixel.
    if (own > 4) consider(node.parentElement, right + start);
  }
  for (const field of qp.all('input:not([type=hidden]),select,textarea,button', 500))
    consider(field, field.getBoundingClientRect().right + start);
  return [...found].map((element) => qp.placeOf(element));
}
