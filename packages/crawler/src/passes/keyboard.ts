import type { SeenPlace } from '../probes/kit.ts';
import {
  droppers,
  orderOf,
  place,
  prepare,
  state,
  styleless,
  type Disorder,
  type WalkState,
} from './keyboard-walk.ts';
import type { Pass, Shown } from './pass.ts';
import { pixelsChange } from './pixels.ts';

/** The page gone through with the Tab key. */
export interface KeyboardFacts {
  /** Elements reached. */
  readonly stops: number;
  /** Whether the walk came to the end of the page. */
  readonly isComplete: boolean;
  /** Elements that nothing on the screen tells from the others while they have the focus. */
  readonly unmarked: readonly SeenPlace[];
  /** Elements reached that are not on the screen even then. */
  readonly unseen: readonly SeenPlace[];
  /** Where the keyboard stays: neither Tab, nor Shift and Tab, nor Escape, nor a key that the page tells leave. */
  readonly traps: readonly SeenPlace[];
  /** Elements that lose the focus as soon as they get it. */
  readonly dropped: readonly SeenPlace[];
  /** Elements that open or change something as soon as they get it. */
  readonly departing: readonly (SeenPlace & { readonly kind: 'page' | 'window' | 'dialog' })[];
  readonly disorder: readonly Disorder[];
}

const CAP = 150;
/** One by one, for pages that do something of their own. */
const SLOW_CAP = 30;
const BATCH = 25;
/** For scripts that take the focus back after a moment, in milliseconds. */
const PATIENCE = 80;
/** Stops more than a set has elements, without a new one among them. */
const STEADY = 5;
/** Elements compared pixel by pixel. */
const LOOKED_AT = 6;

/** Goes through the page with the Tab key, and says where it gets stuck, lost or unseen. */
export const keyboard: Pass<KeyboardFacts> = async (shown) => {
  const { call, departures } = shown;
  const { expected } = await call(prepare);
  if (expected === 0) return undefined;
  await departures();
  let walk = await fast(shown);
  const gone = await departures();
  const departing: { id: number; kind: 'page' | 'window' | 'dialog' }[] = [];
  let traps: number[] = [];
  if (gone.length > 0 || walk.dropped.length > 0 || walk.isSuspect || (await mayTakeBack(shown))) {
    ({ walk, traps } = await slow(shown, walk, departing));
  }
  const placesOf = async (ids: readonly number[]): Promise<SeenPlace[]> =>
    ids.length === 0 ? [] : call(place, ids.slice(0, 10));
  const { same, unseen } = await call(styleless, LOOKED_AT);
  const unmarked: number[] = [];
  if (traps.length === 0) for (const id of same) if (!(await pixelsChange(shown, id))) unmarked.push(id);
  const kinds = departing.slice(0, 10);
  const left = await placesOf(kinds.map(({ id }) => id));
  const dropped = walk.dropped.length === 0 ? [] : await placesOf(await call(droppers, walk.dropped));
  const disorder = traps.length > 0 ? [] : await call(orderOf);
  // What is tried next finds the page as it came.
  await call(restart);
  return {
    stops: walk.visited.length,
    isComplete: walk.isComplete,
    unmarked: await placesOf(unmarked),
    unseen: await placesOf(unseen),
    traps: await placesOf(traps),
    dropped,
    departing: left.map((one, index) => ({ ...one, kind: kinds[index]?.kind ?? 'page' })),
    disorder,
  };
};

/** Sends the keys without waiting for what each does: nearly all pages do nothing. */
async function fast({ session, call }: Shown): Promise<WalkState> {
  const hearsUp = await call(hearsKeyUp);
  let walk = await call(state, 0);
  for (let pressed = 0; pressed < CAP && !walk.isOver; pressed += BATCH) {
    await Promise.all(Array.from({ length: BATCH }, () => tab(session, 0, hearsUp)));
    walk = await call(state, BATCH);
  }
  return walk;
}

/** Whether a field may take the focus back, or send it on, a moment after it left, which keys in a row do not show. */
async function mayTakeBack({ session, call }: Shown): Promise<boolean> {
  const { isLikely, ids } = await call(leaveListeners);
  if (isLikely) return true;
  for (const id of ids) {
    await call(take, id);
    await tab(session);
    const next = await call(focused, 0);
    const last = await call(focused, PATIENCE);
    // It came back, or was sent elsewhere.
    if (last === id || last !== next) return true;
  }
  return false;
}

/** The key is let go of only where somebody listens to that: nothing else happens then. */
function tab(session: Shown['session'], modifiers = 0, hearsUp = true): Promise<unknown> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers };
  return Promise.all([
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    ...(hearsUp ? [session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })] : []),
  ]);
}

const SHIFT = 8;

/** One key at a time, with patience, from the top: who gets stuck, and what leaves. */
async function slow(
  shown: Shown,
  known: WalkState,
  departing: { id: number; kind: 'page' | 'window' | 'dialog' }[],
): Promise<{ walk: WalkState; traps: number[] }> {
  const { session, call, departures, evaluateAmong } = shown;
  await evaluateAmong(`(${quieten.toString()})(${String(PATIENCE)})`);
  await call(restart);
  const active = async (): Promise<number> => call(focused, PATIENCE);
  const seen: number[] = [];
  let traps: number[] = [];
  let start = Infinity;
  let calm = 0;
  for (let stop = 0; stop < SLOW_CAP; stop++) {
    await tab(session);
    const at = await active();
    for (const { kind } of await departures()) if (at >= 0) departing.push({ id: at, kind });
    if (at < 0) break;
    const first = seen.indexOf(at);
    seen.push(at);
    if (first < 0) {
      calm = 0;
      continue;
    }
    calm += 1;
    start = Math.min(start, first);
    const held = [...new Set(seen.slice(start))];
    if (!(await call(mayHold, held))) {
      // What has stops of its own inside: a player, a date.
      if (seen.filter((id) => id === at).length > 12) break;
      continue;
    }
    if (start === 0 && held.length >= known.expected) break;
    // Several that send to one another come back in no order: until no other has come for a while, the set is not known.
    if (calm < held.length + STEADY) continue;
    if (await isHeld(shown, held, active)) traps = held;
    break;
  }
  await departures();
  return { walk: { ...(await call(state, 0)), isComplete: traps.length === 0 && known.isComplete }, traps };
}

/** Tries every way out of a set of elements. */
async function isHeld(
  shown: Shown,
  held: readonly number[],
  active: () => Promise<number>,
): Promise<boolean> {
  const { page, session, call } = shown;
  const leaves = async (modifiers: number, times: number): Promise<boolean> => {
    for (let press = 0; press < times; press++) {
      await tab(session, modifiers);
      if (!held.includes(await active())) return true;
    }
    return false;
  };
  if (await leaves(0, held.length + 1)) return false;
  if (await leaves(SHIFT, held.length + 1)) return false;
  const frees = async (keys: readonly string[]): Promise<boolean> => {
    for (const key of keys) {
      await page.keyboard.press(key).catch(() => undefined);
      if (!held.includes(await active()) || (await leaves(0, held.length)) || (await leaves(SHIFT, 1)))
        return true;
    }
    return false;
  };
  if (await frees(['Escape', ...(await call(toldKeys))])) return false;
  return !((await call(askHelp, held)) && (await frees(await call(toldKeys))));
}

/** Runs inside the page. */
function hearsKeyUp(): boolean {
  return 'keyup' in qa.page || qa.heard.some(({ sources }) => 'keyup' in sources);
}

/** Fields that listen to the focus that goes, and whether one speaks of taking it back. Runs inside the page. */
function leaveListeners(): { isLikely: boolean; ids: number[] } {
  const types = ['blur', 'focusout'];
  const own = qa.heard.filter(({ sources }) => types.some((type) => type in sources));
  const sources = [qa.page, ...own.map((one) => one.sources)].flatMap((one) =>
    types.map((type) => one[type] ?? ''),
  );
  return {
    isLikely: sources.some((source) => /\bfocus\s*\(/.test(source)),
    ids: own
      .filter(({ element }) => qa.isTabbable(element) && qa.isSeen(element))
      .slice(0, 3)
      .map(({ element }) => qa.keep(element)),
  };
}

/** Runs inside the page. */
function take(id: number): void {
  qa.at(id)?.focus();
}

/** Runs inside the page. */
function restart(): void {
  qa.toTop();
}

/**
 * Lets scripts that send the focus to one another come to rest: keys in a row
 * may have set several of them going. Runs in the page's own world.
 */
async function quieten(patience: number): Promise<void> {
  const { prototype } = HTMLElement;
  const own = Object.getOwnPropertyDescriptor(prototype, 'focus');
  if (!own) return;
  Object.defineProperty(prototype, 'focus', { ...own, value: () => undefined });
  await new Promise((resolve) => setTimeout(resolve, patience));
  Object.defineProperty(prototype, 'focus', own);
}

/**
 * What has the focus once scripts had that long, in milliseconds, to take it
 * back. It is waited for in the page: on a busy machine a timer of the page may
 * be late, and then ours is behind it. Runs inside the page.
 */
async function focused(patience: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, patience));
  const { activeElement } = document;
  return activeElement && activeElement !== document.body && activeElement !== document.documentElement
    ? qa.keep(activeElement)
    : -1;
}

/** Whether these elements should let go at once: neither a dialog nor what has stops inside. Runs inside the page. */
function mayHold(ids: readonly number[]): boolean {
  const INNER =
    'iframe,video,audio,object,embed,input[type=date],input[type=time],input[type=datetime-local],input[type=month],input[type=week]';
  return ids.every((id) => {
    const element = qa.at(id);
    return (
      element &&
      !element.matches(INNER) &&
      !element.shadowRoot &&
      !element.closest('dialog,[role=dialog],[role=alertdialog],[aria-modal=true]')
    );
  });
}

/** Sets going what, among these elements, offers to tell the way out; `false` when nothing does. Runs inside the page. */
function askHelp(ids: readonly number[]): boolean {
  const OFFERS = /\b(?:aide|comment|sortir|quitter|consignes?|help|how to|leave|exit|instructions?)\b/i;
  const offers = ids.flatMap((id) => qa.at(id) ?? []).filter((element) => OFFERS.test(element.innerText));
  for (const element of offers) element.click();
  return offers.length > 0;
}

/** Keys that the page tells to press, for a way out. Runs inside the page. */
function toldKeys(): string[] {
  const text = document.body.innerText.slice(0, 50_000);
  const found = new Set<string>();
  const tells =
    /(?:press(?:ing)?|use|using|type|hit|key|appuye[rz]|appui|touches?|utilise[rz]|tape[rz])\b[^.\n]{0,80}/gi;
  for (const [phrase] of text.matchAll(tells)) {
    for (const [, modifier = '', key = ''] of phrase.matchAll(
      /\b(ctrl|control|alt|maj|shift)\s*[+-]\s*(\w+)/gi,
    )) {
      const name = /alt/i.test(modifier) ? 'Alt' : /maj|shift/i.test(modifier) ? 'Shift' : 'Control';
      if (/^(?:[a-z\d]|f\d{1,2})$/i.test(key))
        found.add(`${name}+${key.length === 1 ? key.toLowerCase() : key.toUpperCase()}`);
    }
    for (const [key] of phrase.matchAll(/\bF(?:\d|1[012])\b/g)) found.add(key);
    for (const [, key = ''] of phrase.matchAll(/["'«“‘\s]([A-Z])(?=["'»”’\s-]|$)/g))
      found.add(key.toLowerCase());
    for (const [, key = ''] of phrase.matchAll(/\b([a-z])[- ]key\b|\btouche ([a-z])\b/gi))
      if (key) found.add(key.toLowerCase());
    if (/fl[èe]che|arrow/i.test(phrase)) for (const key of ['ArrowDown', 'ArrowRight']) found.add(key);
    if (/enter\b|entrée/i.test(phrase)) found.add('Enter');
  }
  return [...found].slice(0, 6);
}
