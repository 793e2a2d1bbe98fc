import type { SeenPlace } from '../probes/kit.ts';
import { knownTimers, pageWaits } from './page-waits.ts';
import type { Shown } from './pass.ts';

/** A text that shows when an element gets the focus, then goes by itself while it still has it. */
export interface FadingContent extends SeenPlace {
  /** Its first words. */
  readonly text: string;
}

const TRIES = 4;
const SETTLE = 60;
/** What an earlier focus showed may still be there. */
const CALM = 1_500;
/** Longer, a text of some words has been read. */
const PATIENCE = 3_000;
/** For what a timer sets going to come to its end, in milliseconds. */
const MARGIN = 700;

/** Gives the focus to what listens to it, twice: what waits for an answer the first time has it the second. */
export async function fading(shown: Shown): Promise<FadingContent[]> {
  const found: FadingContent[] = [];
  const listeners = await shown.call(focusListeners, TRIES);
  if (listeners.length === 0) return found;
  const calm = Date.now() + CALM;
  for (
    let { once } = await pageWaits(shown);
    once > 0 && Date.now() < calm;
    { once } = await pageWaits(shown)
  )
    await new Promise((resolve) => setTimeout(resolve, Math.min(calm - Date.now(), once + SETTLE)));
  for (const id of listeners) {
    const first = await fadesOnFocus(shown, id);
    if (first !== null && (await fadesOnFocus(shown, id))?.text === first.text) found.push(first);
  }
  return found;
}

/** What no animation and no timer set with the focus can take away is not waited for: a carousel's turns on whatever shows. */
async function fadesOnFocus(shown: Shown, id: number): Promise<FadingContent | null> {
  const known = await knownTimers(shown);
  const seen = await shown.call(showsOnFocus, id, SETTLE);
  if (seen === null) return null;
  let { isAnimated } = seen;
  for (let left = PATIENCE; left > 0;) {
    const { once, again } = await pageWaits(shown, known);
    const wait = isAnimated ? left : Math.max(once, again);
    if (wait === 0) return null;
    isAnimated = false;
    const next = Math.min(left, wait + MARGIN);
    const went = await shown.call(goesAway, id, next);
    if (went !== null) return went ? seen.content : null;
    left -= next;
  }
  return null;
}

/** Runs inside the page. */
function focusListeners(max: number): number[] {
  return qa.heard
    .filter(({ element, sources }) => ('focus' in sources || 'focusin' in sources) && qa.isTabbable(element))
    .filter(({ element }) => qa.isSeen(element))
    .slice(0, max)
    .map(({ element }) => qa.keep(element));
}

interface Focused {
  readonly fresh: readonly Element[];
  readonly rest: ReadonlySet<Element>;
}

declare global {
  /* Our own world of the page only. */
  /** What the last focus showed, and all that was shown with it. */
  var qaFocused: Focused;
}

/** Runs inside the page. */
async function showsOnFocus(
  id: number,
  settle: number,
): Promise<{ content: FadingContent; isAnimated: boolean } | null> {
  // Valid for a moment only, or said as it changes.
  const PASSING = /charg|load|recherch|search|patient|wait|en cours|copi|enregistr|saved/i;
  const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  const element = qa.at(id);
  if (!element?.isConnected) return null;
  (document.activeElement as HTMLElement | null)?.blur();
  await pause(settle);
  const before = new Set(qa.textBearers());
  element.focus({ preventScroll: true });
  await pause(settle);
  const fresh = qa.textBearers().filter((one) => !before.has(one));
  const text = fresh
    .map((one) => one.textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isTold = fresh.some((one) => one.closest('[role=status],[role=alert],[role=log],[aria-live]'));
  const isFocused = document.activeElement === element;
  // A word may be a state; a sentence is to be read.
  if (!isFocused || isTold || (text.match(/\p{L}{2,}/gu)?.length ?? 0) < 4 || PASSING.test(text)) return null;
  globalThis.qaFocused = { fresh, rest: new Set(qa.textBearers()) };
  const isAnimated = document.getAnimations().some(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    return target !== null && fresh.some((one) => target.contains(one));
  });
  return { content: { ...qp.placeOf(element), text: text.slice(0, 120) }, isAnimated };
}

/** Whether what the focus showed goes while it is still there; `null` when it stays for so long. Runs inside the page. */
async function goesAway(id: number, patience: number): Promise<boolean | null> {
  const STEP = 100;
  const { fresh, rest } = globalThis.qaFocused;
  for (let waited = 0; waited < patience; waited += STEP) {
    await new Promise((resolve) => setTimeout(resolve, STEP));
    if (document.activeElement !== qa.at(id)) return false;
    // Another text in its place is its sequel.
    if (!fresh.some((one) => one.isConnected && qa.isSeen(one)))
      return !qa.textBearers().some((one) => !rest.has(one));
  }
  return null;
}
