import type { SeenPlace } from '../probes/kit.ts';
import { orderOf, type Disorder } from './keyboard-order.ts';
import {
  droppers,
  finish,
  keepers,
  place,
  prepare,
  restart,
  state,
  styleless,
  type WalkState,
} from './keyboard-walk.ts';
import { giveFocus } from './keyboard-given.ts';
import { askHelp, toldKeys } from './keyboard-told.ts';
import { inFrames } from './in-frames.ts';
import { listeners } from './listeners.ts';
import { isKeptInWindow } from './keyboard-window.ts';
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
  readonly unseen: readonly (SeenPlace & {
    /** A link or a button with words, looked at while it has the focus. */
    readonly isSure?: true;
  })[];
  /** Where the keyboard stays: neither Tab, nor Shift and Tab, nor Escape, nor a key that the page tells leave. */
  readonly traps: readonly SeenPlace[];
  /** Elements that lose the focus as soon as they get it. */
  readonly dropped: readonly SeenPlace[];
  /** Elements that open or change something as soon as they get it. */
  readonly departing: readonly (SeenPlace & { readonly kind: 'page' | 'window' | 'dialog' })[];
  readonly disorder: readonly Disorder[];
  /** Elements that keep the focus within what is hidden from assistive technologies, where axe-core was not sure. */
  readonly hushed?: readonly SeenPlace[];
}

const CAP = 150;
/** One by one, for pages that do something of their own. */
const SLOW_CAP = 30;
const BATCH = 25;
/** Keys sent on a page where nothing listens: from there on, the browser does the same each time. */
const ENOUGH = 50;
/** For scripts that take the focus back after a moment, in milliseconds. */
const PATIENCE = 80;
/** Stops more than a set has elements, without a new one among them. */
const STEADY = 5;
/** Rule of axe-core that leaves to others whether an open dialog keeps the focus out of what is hidden. */
const HIDDEN = 'aria-hidden-focus';
/** Elements compared pixel by pixel. */
const LOOKED_AT = 6;
/** For a slide that is on its way out to be out, in milliseconds. */
const TURN = 700;

/** Goes through the page with the Tab key, then through what its frames hold, and says where it gets stuck, lost or unseen. */
export const keyboard: Pass<KeyboardFacts> = async (shown) => {
  const own = await walkThrough(shown);
  if (!own) return undefined;
  const inside = await inFrames(shown, async (held) => {
    await listeners(held);
    return keyboard(held);
  });
  if (inside.length === 0) return own;
  // What is tried next finds the page as it came.
  await shown.call(finish);
  const all = <Place extends SeenPlace>(of: (facts: KeyboardFacts) => readonly Place[]): Place[] => [
    ...of(own),
    ...inside.flatMap(({ facts, told }) => of(facts).map(told)),
  ];
  return {
    ...own,
    unmarked: all(({ unmarked }) => unmarked),
    unseen: all(({ unseen }) => unseen),
    traps: all(({ traps }) => traps),
    dropped: all(({ dropped }) => dropped),
    departing: all(({ departing }) => departing),
    disorder: [
      ...own.disorder,
      ...inside.flatMap(({ facts, told }) =>
        facts.disorder.map((one) => ({ ...one, from: told(one.from), to: told(one.to) })),
      ),
    ],
  };
};

/** Goes through one document. */
async function walkThrough(shown: Shown): Promise<KeyboardFacts | undefined> {
  const { call, departures, leadsOut } = shown;
  const { expected } = await call(prepare, leadsOut);
  if (expected === 0) return undefined;
  await departures();
  let walk = await fast(shown);
  const gone = await departures();
  const departing: { id: number; kind: 'page' | 'window' | 'dialog' }[] = [];
  let traps: number[] = [];
  if (gone.length > 0 || walk.dropped.length > 0 || walk.isSuspect || (await mayTakeBack(shown))) {
    ({ walk, traps } = await slow(shown, walk, gone.length > 0, departing));
  }
  await call(finish);
  const placesOf = async (ids: readonly number[]): Promise<SeenPlace[]> =>
    ids.length === 0 ? [] : call(place, ids.slice(0, 10));
  const { same, unseen, away, disguised } = await call(styleless, LOOKED_AT);
  const unmarked = [...disguised];
  if (traps.length === 0) for (const id of same) if (!(await pixelsChange(shown, id))) unmarked.push(id);
  const sure = new Set<number>();
  for (const id of [...unseen.slice(0, 10), ...away]) if (await call(staysUnseen, id)) sure.add(id);
  if (sure.size > 0) await new Promise((resolve) => setTimeout(resolve, TURN));
  for (const id of sure) if (!(await call(staysUnseen, id))) sure.delete(id);
  const hidden = [...unseen.slice(0, 10), ...away.filter((id) => sure.has(id))].slice(0, 10);
  const kinds = departing.slice(0, 10);
  const left = await placesOf(kinds.map(({ id }) => id));
  const dropped = walk.dropped.length === 0 ? [] : await placesOf(await call(droppers, walk.dropped));
  const disorder = traps.length > 0 ? [] : await call(orderOf);
  const doubts = shown.axe.find(({ rule, outcome }) => rule === HIDDEN && outcome === 'incomplete');
  const parts = doubts?.nodes
    .map(({ selector }) => selector)
    .filter((one) => one !== '' && !one.includes('>>>'));
  const kept = parts ? await call(keepers, parts) : [];
  const hushed = kept.length > 0 && !(await isKeptInWindow(shown)) ? await placesOf(kept) : [];
  // What is tried next finds the page as it came.
  await call(finish);
  return {
    // A page of few stops comes round to them again, more or less often with one browser or another.
    stops: new Set(walk.visited).size,
    isComplete: walk.isComplete,
    unmarked: await placesOf(unmarked),
    unseen: (await placesOf(hidden)).map((one, index) =>
      sure.has(hidden[index] ?? -1) ? { ...one, isSure: true as const } : one,
    ),
    traps: await placesOf(traps),
    dropped,
    departing: left.map((one, index) => ({ ...one, kind: kinds[index]?.kind ?? 'page' })),
    disorder,
    ...(hushed.length > 0 ? { hushed } : {}),
  };
}

/** Sends the keys without waiting for what each does: nearly all pages do nothing. */
async function fast({ session, call, leadsOut }: Shown): Promise<WalkState> {
  const { hearsUp, isDeaf } = await call(hearing);
  const press = async (keys: number): Promise<WalkState> => {
    await Promise.all(Array.from({ length: keys }, () => tab(session, 0, hearsUp)));
    return call(state, keys, leadsOut);
  };
  let walk = await call(state, 0, leadsOut);
  // Where nothing listens, keys beyond the end do nothing: a small page is spared most of them.
  const few = isDeaf ? Math.min(BATCH, walk.expected + 1) : BATCH;
  for (let pressed = 0; pressed < CAP && !walk.isOver; pressed += BATCH) {
    // Each key goes through three processes: the focus given in the page itself costs a third of that.
    if (isDeaf && pressed >= ENOUGH && !leadsOut && !walk.isSuspect) {
      const isGiven = await call(giveFocus, CAP - pressed);
      if (isGiven) return call(state, 0, leadsOut);
    }
    if (pressed === 0 && few < BATCH) {
      const first = await press(few);
      walk = first.isOver && first.isAtEnd ? first : await press(BATCH - few);
    } else walk = await press(BATCH);
  }
  return walk;
}

/** Whether a field may take the focus back, or send it on, a moment after it left, which keys in a row do not show. */
async function mayTakeBack({ session, call, leadsOut }: Shown): Promise<boolean> {
  const { isLikely, ids } = await call(leaveListeners);
  if (isLikely) return true;
  if (ids.length > 0) {
    // The keys went faster than what answers them a moment later.
    await call(focused, PATIENCE);
    if ((await call(state, 0, leadsOut)).isSuspect) return true;
  }
  for (const id of ids) {
    await call(take, id);
    await tab(session);
    const { id: next } = await call(focused, 0);
    const { id: last } = await call(focused, PATIENCE);
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
  leaves: boolean,
  departing: { id: number; kind: 'page' | 'window' | 'dialog' }[],
): Promise<{ walk: WalkState; traps: number[] }> {
  const { session, call, departures, leadsOut, evaluateAmong } = shown;
  await evaluateAmong(`(${quieten.toString()})(${String(PATIENCE)})`);
  await call(restart);
  const free = new Set<number>();
  const active = async (): Promise<Focused> => {
    const now = await call(focused, PATIENCE);
    if (!now.mayHold) free.add(now.id);
    return now;
  };
  const seen: number[] = [];
  let traps: number[] = [];
  let start = Infinity;
  let calm = 0;
  for (let stop = 0; stop < SLOW_CAP; stop++) {
    await tab(session);
    const { id: at, passed } = await active();
    if (leaves)
      for (const { kind } of await departures())
        if (at >= 0 && kind !== 'data') departing.push({ id: at, kind });
    if (at < 0) break;
    const firsts = [at, ...passed].map((id) => seen.indexOf(id));
    seen.push(...passed, at);
    calm = firsts.includes(-1) ? 0 : calm + 1;
    if (firsts[0] === -1) continue;
    start = Math.min(start, ...firsts.filter((index) => index >= 0));
    const held = [...new Set(seen.slice(start))];
    if (held.some((id) => free.has(id))) {
      // What has stops of its own inside: a player, a date.
      if (seen.filter((id) => id === at).length > 12) break;
      continue;
    }
    if (!leadsOut && start === 0 && held.length >= known.expected) break;
    // Several that send to one another come back in no order: until no other has come for a while, the set is not known.
    if (calm < held.length + STEADY) continue;
    if (await isHeld(shown, held, active)) traps = held;
    break;
  }
  await departures();
  return {
    walk: { ...(await call(state, 0, leadsOut)), isComplete: traps.length === 0 && known.isComplete },
    traps,
  };
}

/** Tries every way out of a set of elements. */
async function isHeld(
  shown: Shown,
  held: readonly number[],
  active: () => Promise<Focused>,
): Promise<boolean> {
  const { page, session, call } = shown;
  const leaves = async (modifiers: number, times: number): Promise<boolean> => {
    for (let press = 0; press < times; press++) {
      await tab(session, modifiers);
      if (!held.includes((await active()).id)) return true;
    }
    return false;
  };
  if (await leaves(0, held.length + 1)) return false;
  // An editor may take back, one by one, the tabs that the key wrote.
  if (await leaves(SHIFT, held.length + 1 + (await call(tabsWritten)))) return false;
  const frees = async (keys: readonly string[]): Promise<boolean> => {
    // A key may be heard in one of them only.
    for (const key of keys)
      for (let stop = 0; stop <= held.length; stop++) {
        await page.keyboard.press(key).catch(() => undefined);
        if (!held.includes((await active()).id) || (await leaves(0, 1))) return true;
      }
    return leaves(SHIFT, 1);
  };
  if (await frees(['Escape', ...(await call(toldKeys))])) return false;
  return !((await call(askHelp, held)) && (await frees(await call(toldKeys))));
}

/** Tabs in the text that is being written, at most 60. Runs inside the page. */
function tabsWritten(): number {
  const { activeElement } = document;
  const text =
    activeElement instanceof HTMLTextAreaElement ? activeElement.value : (activeElement?.textContent ?? '');
  return Math.min(60, text.split('\t').length - 1);
}

/** Whether the page listens to keys that are let go, and whether it listens to nothing that the walk does. Runs inside the page. */
function hearing(): { hearsUp: boolean; isDeaf: boolean } {
  const hearsUp = 'keyup' in qa.page || qa.heard.some(({ sources }) => 'keyup' in sources);
  const KEYS = ['keydown', 'keyup', 'focus', 'focusin', 'blur', 'focusout', 'scroll'];
  return { hearsUp, isDeaf: !qa.hears(...KEYS) && !document.querySelector('iframe,object,embed') };
}

/** Fields that listen to the focus that goes, and whether what listens to it, gone or come, speaks of moving it. Runs inside the page. */
function leaveListeners(): { isLikely: boolean; ids: number[] } {
  const LEAVING = ['blur', 'focusout'];
  const all = [qa.page, ...qa.heard.map(({ sources }) => sources)];
  const sources = all.flatMap((one) => [...LEAVING, 'focus', 'focusin'].map((type) => one[type] ?? ''));
  return {
    isLikely: sources.some((source) => /\bfocus\s*\(/.test(source)),
    ids: qa.heard
      .filter(({ sources: own }) => LEAVING.some((type) => type in own))
      .filter(({ element }) => qa.isTabbable(element) && qa.isSeen(element))
      .slice(0, 3)
      .map(({ element }) => qa.keep(element)),
  };
}

/** Whether a link or a button with words is not on the screen while it has the focus either. Runs inside the page. */
async function staysUnseen(id: number): Promise<boolean> {
  const element = qa.at(id);
  if (!element?.matches('a[href],button') || element.textContent.trim() === '') return false;
  element.focus();
  await qa.settled();
  // A menu that slides in is on its way, and seen once it is there.
  const isMoving = (): boolean => {
    for (let up: Element | null = element; up; up = up.parentElement)
      if (up.getAnimations().some(({ playState }) => playState === 'running')) return true;
    return false;
  };
  for (let waits = 0; waits < 10 && isMoving(); waits++)
    await new Promise((resolve) => setTimeout(resolve, 60));
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const isFlat = width <= 2 || height <= 2;
  const isFar = right <= 1 || bottom <= 1 || isFlat;
  // Letters may show out of a box without height that clips nothing.
  let isClipped = false;
  for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
    const box = up.getBoundingClientRect();
    isClipped ||= getComputedStyle(up).overflow !== 'visible' && (box.width <= 2 || box.height <= 2);
  }
  const letters = document.createRange();
  letters.selectNodeContents(element);
  const spills =
    isFlat &&
    !isClipped &&
    [...letters.getClientRects()].some((box) => box.width > 2 && box.height > 2 && box.right > 1);
  // A slide that has turned away meanwhile takes its links out of the way of the Tab key.
  return (
    document.activeElement === element && isFar && !spills && !qa.isSeen(element) && qa.isTabbable(element)
  );
}

/** Runs inside the page. */
function take(id: number): void {
  qa.at(id)?.focus();
}

/** What has the focus. */
interface Focused {
  readonly id: number;
  /** Whether it should let go at once: neither a dialog nor what has stops inside. */
  readonly mayHold: boolean;
  /** What scripts gave it to meanwhile, without a key: two that send to one another may never come to rest. */
  readonly passed: readonly number[];
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
async function focused(patience: number): Promise<Focused> {
  const INNER =
    'iframe,video,audio,object,embed,input[type=date],input[type=time],input[type=datetime-local],input[type=month],input[type=week]';
  const passed = new Set<number>();
  const note = ({ target }: FocusEvent): void => {
    if (target instanceof Element) passed.add(qa.keep(target));
  };
  document.addEventListener('focusin', note, true);
  await new Promise((resolve) => setTimeout(resolve, patience));
  document.removeEventListener('focusin', note, true);
  const { activeElement } = document;
  const nowhere: Element[] = [document.body, document.documentElement, ...globalThis.qaWalk.around];
  if (!activeElement || nowhere.includes(activeElement)) return { id: -1, mayHold: true, passed: [] };
  const mayHold =
    !activeElement.matches(INNER) &&
    !activeElement.shadowRoot &&
    !activeElement.closest('dialog,[role=dialog],[role=alertdialog],[aria-modal=true]');
  return { id: qa.keep(activeElement), mayHold, passed: [...passed] };
}
