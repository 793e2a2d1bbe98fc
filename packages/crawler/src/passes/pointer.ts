import type { SeenPlace } from '../probes/kit.ts';
import { inFrames } from './in-frames.ts';
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
  })[];
  /** Reached by the keyboard, works with it, and yet nothing tells that it is a control. */
  readonly roleless: readonly SeenPlace[];
  /** What acts as soon as the button of the mouse goes down, and does not take it back. */
  readonly early: readonly SeenPlace[];
  /** Listeners of gestures: touches that move, pinches. */
  readonly gestures: readonly SeenPlace[];
}

interface Candidate {
  readonly id: number;
  readonly lack: 'reach' | 'dead' | 'role';
  readonly hasRole: boolean;
  readonly looksClickable: boolean;
  /** A click that acts is not enough of a proof. */
  readonly isDoubtful: boolean;
  /** Only two clicks in a row do something. */
  readonly isDouble: boolean;
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

/** Finds what listens to the mouse, in the page and in its frames, and tries it. */
export const pointer: Pass<PointerFacts> = async (shown) => {
  const own = await tryMouse(shown);
  const inside = await inFrames(shown, pointer);
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

/** Runs inside the page. */
function mouseListeners(): { candidates: Candidate[]; pressed: number[]; gestures: number[] } {
  const NATIVE =
    'a[href],area[href],button,input,select,textarea,summary,details,option,label,iframe,audio,video,canvas,object,embed,form,dialog';
  const WIDGET =
    /^(?:button|link|checkbox|radio|tab|switch|menuitem|menuitemcheckbox|menuitemradio|option|slider|spinbutton|combobox|textbox|searchbox|treeitem)$/;
  const CONTAINERS =
    'html,body,main,header,footer,nav,section,article,aside,table,tbody,thead,ul,ol,dl,fieldset';
  const KEYS = ['keydown', 'keyup', 'keypress'];
  const hearsKeys = new Set(
    qa.heard.filter(({ sources }) => KEYS.some((type) => type in sources)).map(({ element }) => element),
  );
  const pageHearsKeys = KEYS.some((type) => type in qa.page);
  const hearsKeysAround = (element: Element): boolean => {
    if (pageHearsKeys) return true;
    for (let up: Element | null = element; up; up = up.parentElement) if (hearsKeys.has(up)) return true;
    return false;
  };
  const FOCUSABLE =
    'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex^="-"])';
  const FIELD =
    'input:not([type=checkbox],[type=radio],[type=hidden],[type=button],[type=submit]),textarea,[role=combobox]';
  const hearing = (fields: Iterable<Element>): boolean => [...fields].some((field) => hearsKeys.has(field));
  /** A mark in a field that keys fill and empty, or its calendar or list, which keys go through from it. */
  const servesField = (element: Element): boolean => {
    let up: Element | null = element.parentElement;
    for (let steps = 0; up && up !== document.body && steps < 3; steps++, up = up.parentElement)
      if (up.textContent.length < 300 && hearing(up.querySelectorAll(FIELD))) return true;
    const isLayer = (one: Element): boolean =>
      /picker|calendar|dropdown|suggest/i.test(one.className) &&
      /absolute|fixed/.test(getComputedStyle(one).position);
    for (up = element; up && up !== document.body; up = up.parentElement)
      if (up instanceof HTMLElement && isLayer(up)) return hearing(document.querySelectorAll(FIELD));
    return false;
  };
  /** A button or a link taken out of the way of the keyboard, which nothing brings it to. */
  const isOutOfReach = (element: Element, types: readonly string[]): boolean => {
    const COMPOSITE =
      '[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=tree],[role=grid],[role=toolbar],[role=radiogroup],[role=combobox],[aria-activedescendant],[aria-hidden=true],[inert],[role=dialog],[hidden]';
    const isTakenOut =
      element.matches('button[tabindex^="-"],a[href][tabindex^="-"]') &&
      types.includes('click') &&
      !element.matches('[role],:disabled');
    if (!isTakenOut || element.closest(COMPOSITE) || hearsKeysAround(element)) return false;
    // Beside a field it does what a key does there: it opens its list, empties it, shows the password.
    if (element.parentElement?.querySelector('input,select,textarea') || servesField(element)) return false;
    return !hasTwin(element);
  };
  /** The same words on a control that the keyboard reaches. */
  const hasTwin = (element: Element): boolean => {
    const words = element.textContent.trim();
    return (
      words !== '' &&
      qp
        .all('a[href],button', 500)
        .some((other) => other !== element && other.textContent.trim() === words && qa.isTabbable(other))
    );
  };
  /** One of the choices of a component whose own tree, where it hears the keys, is not listened to: the Tab key reaches another. */
  const isLedByComponent = (element: Element): boolean =>
    element.assignedSlot !== null &&
    [...(element.parentElement?.children ?? [])].some(
      (other) => other.getAttribute('role') === element.getAttribute('role') && qa.isTabbable(other),
    );
  /** The leaves of a book or a map that follow the hand: pressed, not clicked, while the window hears where the mouse goes. */
  const followsHand = (element: Element, types: readonly string[]): boolean =>
    !types.includes('click') &&
    types.some((type) => /^(?:mousedown|pointerdown|touchstart)$/.test(type)) &&
    [...types, ...Object.keys(qa.page)].some((type) => /^(?:mouse|pointer|touch)move$/.test(type)) &&
    getComputedStyle(element).cursor !== 'pointer';
  /** The head of a column whose name says what pressing it does: « Date : activer pour trier ». */
  const isToldHead = (element: Element): boolean => {
    const name = element.getAttribute('aria-label') ?? '';
    return element.matches('th') && /\b(?:tri(?:er|[ée]e?)?|sort)\b/i.test(name);
  };
  /** The mark of a field, alone with it in a box without a word: it puts the keyboard there. */
  const marksField = (element: Element): boolean => {
    let up = element.parentElement;
    for (let steps = 0; up && steps < 4 && up.textContent.trim() === ''; steps++, up = up.parentElement)
      if (up.querySelector('input:not([type=checkbox],[type=radio],[type=hidden])')) return true;
    return false;
  };
  const candidates: Candidate[] = [];
  const pressed: number[] = [];
  const gestures: number[] = [];
  const components = new Set<string>();
  /** What a listener further up looks for among its targets, by the selectors that it is written with. */
  const delegates = (): { element: Element; sources: Record<string, string> }[] => {
    const own = new Set(qa.heard.map(({ element }) => element));
    const written = [qa.page, ...qa.heard.map(({ sources }) => sources)]
      .map((sources) => sources['click'] ?? '')
      .join('\n');
    const selectors = [...written.matchAll(/\.(?:closest|matches)\(\s*["'`]([^"'`$]{1,80})["'`]\s*\)/g)];
    return selectors.slice(0, 10).flatMap(([, selector = '']) => {
      try {
        return [...document.querySelectorAll(selector)]
          .slice(0, 3)
          .flatMap((element) => (own.has(element) ? [] : [{ element, sources: { click: '' } }]));
      } catch {
        return [];
      }
    });
  };
  for (const { element, sources } of [...qa.heard, ...delegates()]) {
    const types = Object.keys(sources);
    if (types.some((type) => /^(?:touchmove|pointermove|gesture\w+)$/.test(type)) && gestures.length < 10)
      gestures.push(qa.keep(element));
    const acts = types.some((type) =>
      /^(?:click|dblclick|mousedown|mouseup|pointerdown|pointerup|touchstart|touchend)$/.test(type),
    );
    if (!acts || element.matches(CONTAINERS) || !qa.isSeen(element)) continue;
    // Counters of visits and the like listen to everything, and do nothing.
    const source = Object.values(sources).join('\n');
    if (/^\s*(?:function\s*\w*\s*\([^)]*\)|\([^)]*\)\s*=>|\w+\s*=>)\s*\{\s*\}\s*$/.test(source)) continue;
    if (types.some((type) => /^(?:mousedown|pointerdown|touchstart)$/.test(type)) && pressed.length < 10) {
      // What is dragged is dropped where it was, and a slider slides back: both can be undone.
      const isDragged =
        /^(?:move|grab|grabbing|all-scroll|[a-z]+-resize)$/.test(getComputedStyle(element).cursor) ||
        element.querySelector('input[type=range],[role=slider]') !== null ||
        // The line of a slider made by hand.
        /(?:^|[\s_-])(?:slider|range|irs)(?:$|[\s_-])/i.test(
          `${element.className} ${element.parentElement?.className ?? ''}`,
        );
      // A list to choose from, made by hand: a field to look in it, and its choices.
      const isList =
        element.querySelector('input') !== null && element.querySelector('ul,[role=listbox]') !== null;
      if (
        !isDragged &&
        !isList &&
        !marksField(element) &&
        !element.matches(
          // What opens a list can be closed again, as the list of the browser, which opens as early.
          'input:not([type=button],[type=submit]),select,textarea,[draggable=true],[role=slider],canvas,[role=combobox],[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded]',
        )
      )
        pressed.push(qa.keep(element));
    }
    if (element.matches(NATIVE) || element instanceof SVGElement) {
      // A double click is no key.
      if (
        types.includes('dblclick') &&
        !types.includes('click') &&
        !hearsKeysAround(element) &&
        element.matches('button,a')
      )
        candidates.push({
          id: qa.keep(element),
          lack: 'dead',
          hasRole: true,
          looksClickable: true,
          isDoubtful: false,
          isDouble: true,
        });
      else if (isOutOfReach(element, types))
        candidates.push({
          ...{ id: qa.keep(element), lack: 'reach', hasRole: true, looksClickable: false },
          ...{ isDoubtful: false, isDouble: false },
        });
      continue;
    }
    if (
      element.closest('a[href],button,label,summary,[inert]') ||
      element.closest('[contenteditable]:not([contenteditable=false])')
    )
      continue;
    if (element.querySelector(FOCUSABLE) || servesField(element)) continue;
    // What it hears is for the choices in it.
    if (element.querySelector('[role=listbox],[role=menu],[role=grid],[role=tree],[role=tablist]')) continue;
    const role = element.getAttribute('role') ?? '';
    // Of several, the first that is known counts; some roles of publishing are links.
    const roles = role.split(/\s+/).map((one) => one.replace(/^doc-(?:backlink|\w+ref)$/, 'link'));
    const hasRole = roles.some((one) => WIDGET.test(one));
    // Screen readers follow a link with a click of their own: a person must try.
    const isLink = roles.includes('link');
    const isTabbable = qa.isTabbable(element) && element.hasAttribute('tabindex');
    // Moved through with the arrow keys, from another one of the same kind.
    const isRoving =
      hasRole &&
      element.getAttribute('tabindex') === '-1' &&
      (hearsKeysAround(element) || isLedByComponent(element));
    const around = element.parentElement?.closest(
      '[tabindex],[role=listbox],[role=menu],[role=tablist],[role=tree],[role=grid],[aria-activedescendant]',
    );
    if (isRoving || (around && qa.isTabbable(around))) continue;
    const { component } = qp.placeOf(element);
    const key = `${component} ${role} ${String(isTabbable)}`;
    if (components.has(key) || candidates.length >= 20) continue;
    components.add(key);
    // The component it is laid in may hear its keys, in a tree of its own.
    const isLaidIn = isTabbable && element.assignedSlot !== null;
    const looksClickable =
      !isLink && !isLaidIn && (getComputedStyle(element).cursor === 'pointer' || hasRole);
    const common = {
      id: qa.keep(element),
      hasRole,
      looksClickable,
      // What is dragged to and fro hears a click only to stop it.
      isDoubtful:
        (isLink && isTabbable) ||
        isLaidIn ||
        (types.includes('dragstart') && !element.matches('[draggable=true]')) ||
        // What turns a page may be done by a button elsewhere.
        followsHand(element, types),
      isDouble: types.includes('dblclick') && !types.includes('click'),
    };
    if (!isTabbable) {
      if (!hasTwin(element)) candidates.push({ ...common, lack: 'reach' });
    } else if (!hearsKeysAround(element) && !types.some((type) => /^focus/.test(type)))
      candidates.push({ ...common, lack: 'dead' });
    else if (role === '' && types.includes('click') && !isToldHead(element))
      candidates.push({ ...common, lack: 'role' });
  }
  return { candidates, pressed, gestures };
}
