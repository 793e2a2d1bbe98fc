import type { SeenPlace } from '../probes/kit.ts';
import { inFrames } from './in-frames.ts';
import { mouseListeners, type Candidate } from './mouse-listeners.ts';
import type { Pass, Shown } from './pass.ts';

/** What the mouse can do on the page, and the keyboard not. */
export interface PointerFacts {
  /** What only the mouse reaches or sets going. */
  readonly mouseOnly: readonly (SeenPlace & {
    /** `reach`: the keyboard never gets there; `dead`: it gets there, and no key does anything. */
    readonly lack: 'reach' | 'dead';
    /** A click changed the page before our eyes. */
    readonly isProven: boolean;
    /** Told as what it is to assistive technologies. */
    readonly hasRole: boolean;
    /** Only a small screen shows it, as the sign that opens a menu there. */
    readonly isNarrow?: true;
  })[];
  /** Reached by the keyboard, works with it, and yet nothing tells that it is a control. */
  readonly roleless: readonly SeenPlace[];
  /** What acts as soon as the button of the mouse goes down, and does not take it back. */
  readonly early: readonly SeenPlace[];
  /** Listeners of gestures: touches that move, pinches. */
  readonly gestures: readonly SeenPlace[];
}

/** Elements clicked for the proof, at most. */
const CLICKS = 8;
const PRESSES = 5;
/** For what a click shows, in milliseconds. */
const SETTLE = 30;
/** A slide stays no longer than that before the next, in milliseconds. */
const TURN = 6_000;
const STEP = 300;
/** For what a click makes fade or fold away. */
const FADE = 500;

/** A phone, or 1,280 pixels at 400 %, high enough for a menu to unfold. */
const SMALL = { width: 320, height: 640 };

/** Finds what listens to the mouse, in the page and in its frames, and tries it; then what shows on a small screen only. */
export const pointer: Pass<PointerFacts> = async (shown) => {
  const seen = await everywhere(shown);
  const mouseOnly = await onSmallScreen(shown);
  if (mouseOnly.length === 0) return seen;
  return {
    roleless: [],
    early: [],
    gestures: [],
    ...seen,
    mouseOnly: [...(seen?.mouseOnly ?? []), ...mouseOnly],
  };
};

const everywhere: Pass<PointerFacts> = async (shown) => {
  const own = await tryMouse(shown);
  const inside = await inFrames(shown, everywhere);
  if (inside.length === 0) return own;
  const all = <Place extends SeenPlace>(of: (facts: PointerFacts) => readonly Place[]): Place[] => [
    ...(own ? of(own) : []),
    ...inside.flatMap(({ facts, told }) => of(facts).map(told)),
  ];
  return {
    mouseOnly: all(({ mouseOnly }) => mouseOnly),
    roleless: all(({ roleless }) => roleless),
    early: all(({ early }) => early),
    gestures: all(({ gestures }) => gestures),
  };
};

async function tryMouse(shown: Shown): Promise<PointerFacts | undefined> {
  const { call } = shown;
  const { candidates, pressed, gestures } = await call(mouseListeners);
  if (candidates.length + pressed.length + gestures.length === 0) return undefined;
  let restless: boolean | undefined;
  /** Slides that turn by themselves would be taken for what the mouse did. */
  const isRestless = async (): Promise<boolean> => (restless ??= await movesAlone(shown));
  const early: number[] = [];
  for (const id of pressed.slice(0, PRESSES))
    if ((await actsEarly(shown, id)) && !(await isRestless())) early.push(id);
  const mouseOnly: { candidate: Candidate; isProven: boolean }[] = [];
  for (const candidate of candidates) {
    if (candidate.lack === 'role') continue;
    const isProven =
      !candidate.isDoubtful &&
      mouseOnly.length < CLICKS &&
      // What it did when it was pressed may not be done twice.
      (early.includes(candidate.id) ||
        ((await clickActs(shown, candidate)) &&
          (!(await isRestless()) || (await clickActs(shown, candidate)))));
    mouseOnly.push({ candidate, isProven });
  }
  const placesOf = async (ids: readonly number[]): Promise<SeenPlace[]> =>
    ids.length === 0 ? [] : call(places, ids.slice(0, 10));
  const kept = mouseOnly.slice(0, 10);
  const found = await placesOf(kept.map(({ candidate: { id } }) => id));
  return {
    mouseOnly: found.flatMap((one, index) => {
      const own = kept[index];
      if (!own || own.candidate.lack === 'role') return [];
      const { lack, hasRole, looksClickable } = own.candidate;
      return [{ ...one, lack, hasRole, isProven: own.isProven || (looksClickable && hasRole) }];
    }),
    roleless: await placesOf(candidates.filter(({ lack }) => lack === 'role').map(({ id }) => id)),
    early: await placesOf(early),
    gestures: await placesOf(gestures),
  };
}

/** What hears clicks where only a small screen shows it: clicked there, and once more, which closes what it opened. */
async function onSmallScreen(shown: Shown): Promise<PointerFacts['mouseOnly']> {
  const { page, call } = shown;
  const unseen = await call(unseenListeners);
  if (unseen.length === 0) return [];
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  try {
    await page.setViewportSize(SMALL);
    await call(() => qa.settled());
    const { candidates } = await call(mouseListeners);
    const found: PointerFacts['mouseOnly'][number][] = [];
    for (const candidate of candidates) {
      const { id, lack, hasRole, isDoubtful } = candidate;
      if (lack === 'role' || !unseen.includes(id) || found.length >= CLICKS) continue;
      const isProven = !isDoubtful && (await opensOnSmallScreen(shown, candidate));
      const [place] = await call(places, [id]);
      if (place) found.push({ ...place, lack, hasRole, isProven, isNarrow: true });
    }
    return found;
  } finally {
    await page.setViewportSize(before);
  }
}

/** Whether a click does something, or brings links onto the screen that the next one sends back. */
async function opensOnSmallScreen(shown: Shown, candidate: Candidate): Promise<boolean> {
  const inSight = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, FADE));
    return shown.call(linksInSight);
  };
  if (await clickActs(shown, candidate)) {
    await clickActs(shown, candidate);
    return true;
  }
  const opened = await inSight();
  await clickActs(shown, candidate);
  return opened > (await inSight());
}

/** Runs inside the page. */
function linksInSight(): number {
  return qp.all('a[href],button', 500).filter((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return qa.isSeen(one) && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  }).length;
}

/** Those that hear clicks, are no control of HTML and are not shown; a window waits to be opened on any screen. Runs inside the page. */
function unseenListeners(): number[] {
  const OTHERS = 'a[href],button,input,summary,label';
  const WINDOWS = 'dialog,[role=dialog],[aria-modal=true]';
  return qa.heard.flatMap(({ element, sources }) =>
    'click' in sources && !element.matches(OTHERS) && !element.closest(WINDOWS) && !qa.isSeen(element)
      ? [qa.keep(element)]
      : [],
  );
}

async function clickActs(shown: Shown, { id, isDouble }: Candidate): Promise<boolean> {
  const { page, call, departures } = shown;
  const at = await aim(shown, id);
  if (!at) return false;
  await departures();
  await page.mouse.move(at.x, at.y);
  await call(mark);
  const looks = await call(looksAround, id);
  for (let clicks = 1; clicks <= (isDouble ? 2 : 1); clicks++) {
    await page.mouse.down({ clickCount: clicks });
    await page.mouse.up({ clickCount: clicks });
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  if ((await departures()).length > 0 || (await call(hasChanged))) return true;
  if ((await call(looksAround, id)) === looks) return false;
  // Something began to move with what was clicked: a banner that fades away is closed a little later.
  await new Promise((resolve) => setTimeout(resolve, FADE));
  return call(hasTakenAway, id);
}

/** Whether words come and go while nobody does anything: asked of pages with slides only. */
async function movesAlone({ call }: Shown): Promise<boolean> {
  if (!(await call(hasSlides))) return false;
  await call(mark);
  for (let waited = 0; waited < TURN; waited += STEP) {
    await new Promise((resolve) => setTimeout(resolve, STEP));
    if (await call(hasChanged)) return true;
  }
  return false;
}

/** Runs inside the page. */
function hasSlides(): boolean {
  const NAMES = [
    'slid',
    'carousel',
    'carrousel',
    'swiper',
    'splide',
    'slick',
    'owl',
    'glide',
    'orbit',
    'ticker',
  ];
  return document.querySelector(NAMES.map((name) => `[class*=${name} i]`).join()) !== null;
}

async function actsEarly(shown: Shown, id: number): Promise<boolean> {
  const { page, call, departures } = shown;
  const at = await aim(shown, id);
  if (!at) return false;
  await departures();
  await call(leaveLayers);
  await page.mouse.move(at.x, at.y);
  await quiet(shown);
  await page.mouse.down();
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const isGone = (await departures()).length > 0;
  const acted = isGone || (await call(hasChanged));
  // Who changes their mind moves away before letting go.
  await page.mouse.move(1, 1);
  await page.mouse.up();
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  if (isGone || !acted || !(await call(hasChanged))) return isGone;
  // What a second press takes back can be undone: a list that opens and closes (RGAA 13.11).
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.up();
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  await page.mouse.move(1, 1);
  const stays = await call(hasChanged);
  // What was opened would close at the next press, which would be taken for its own doing.
  await page.keyboard.press('Escape');
  return stays;
}

/** Closes what closes when one presses elsewhere, and would be taken for the doing of what is pressed next. Runs inside the page. */
function leaveLayers(): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    document.body.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: -1, clientY: -1 }));
}

/** Marks the page once it stands still: what hovering shows, or the press before it, may come late. */
async function quiet({ call }: Shown): Promise<void> {
  const LOOKS = 10;
  for (let look = 0; look < LOOKS; look++) {
    await call(mark);
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    if (!(await call(hasChanged))) return;
  }
}

/** Where on the screen the mouse must go. */
async function aim({ call, corner }: Shown, id: number): Promise<{ x: number; y: number } | null> {
  const at = await call(aimAt, id);
  if (!at) return null;
  const { x, y } = await corner();
  return { x: x + at.x, y: y + at.y };
}

/** Runs inside the page. */
function aimAt(id: number): { x: number; y: number } | null {
  const element = qa.at(id);
  return element?.isConnected && qa.isSeen(element) ? qa.aim(element) : null;
}

declare global {
  /* Our own world of the page only. */
  /** What a click may change without a word: the title, the place, what is edited, pictures, players. */
  var qaWithoutWords: (() => string) | undefined;
  var qaMarked: string;
}

/** Runs inside the page. */
function mark(): void {
  qa.mark();
  globalThis.qaWithoutWords ??= () => {
    // What is loaded late changes by itself.
    const pictures = qp.all('img', 200).filter((one) => !/lazy|data-(?:src|original)/i.test(one.outerHTML));
    const players = qp.all('audio,video', 20) as HTMLMediaElement[];
    return JSON.stringify([
      ...[document.title, location.hash, qp.all('[contenteditable]:not([contenteditable=false])', 50).length],
      ...pictures.map((one) => one.getAttribute('src')),
      ...players.map(({ paused, muted }) => [paused, muted]),
    ]);
  };
  globalThis.qaMarked = globalThis.qaWithoutWords();
}

/** Whether words came or went, or what shows without a word. Runs inside the page. */
function hasChanged(): boolean {
  const { shown, gone } = qa.changes();
  return shown.length > 0 || gone.length > 0 || globalThis.qaWithoutWords?.() !== globalThis.qaMarked;
}

/** The styles and classes written on an element and on what holds it. Runs inside the page. */
function looksAround(id: number): string {
  const looks: string[] = [];
  for (let up: Element | null = qa.at(id) ?? null; up; up = up.parentElement)
    looks.push(`${up.getAttribute('style') ?? ''} ${up.getAttribute('class') ?? ''}`);
  return looks.join('|');
}

/** Whether it went, with words that no other command of the same box takes away. Runs inside the page. */
function hasTakenAway(id: number): boolean {
  const element = qa.at(id);
  if (!element?.isConnected || qa.isSeen(element)) return false;
  let box: Element = element;
  while (box.parentElement && !qa.isSeen(box.parentElement)) box = box.parentElement;
  return (
    box !== element &&
    !box.querySelector(
      'button,input[type=button],input[type=submit],[role=button],a[href^="#"],a[href^="javascript"]',
    )
  );
}

/** Runs inside the page. */
function places(ids: readonly number[]): SeenPlace[] {
  return ids.flatMap((id) => {
    const element = qa.at(id);
    return element ? [qp.placeOf(element)] : [];
  });
}
