import type { SeenPlace } from '../probes/kit.ts';
import type { Shown } from './pass.ts';

/** A text that shows when an element gets the focus, then goes by itself while it still has it. */
export interface FadingContent extends SeenPlace {
  /** Its first words. */
  readonly text: string;
}

const TRIES = 4;
const SETTLE = 60;
/** What an earlier focus showed may still be there. */
const CALM = 600;
/** Longer, a text of some words has been read. */
const PATIENCE = 3_000;

/** Gives the focus to what listens to it, twice: what waits for an answer the first time has it the second. */
export async function fading({ call }: Shown): Promise<FadingContent[]> {
  const found: FadingContent[] = [];
  const listeners = await call(focusListeners, TRIES);
  if (listeners.length > 0) await new Promise((resolve) => setTimeout(resolve, CALM));
  for (const id of listeners) {
    const first = await call(fadesOnFocus, id, SETTLE, PATIENCE);
    if (first !== null && (await call(fadesOnFocus, id, SETTLE, PATIENCE))?.text === first.text)
      found.push(first);
  }
  return found;
}

/** Runs inside the page. */
function focusListeners(max: number): number[] {
  return qa.heard
    .filter(({ element, sources }) => ('focus' in sources || 'focusin' in sources) && qa.isTabbable(element))
    .filter(({ element }) => qa.isSeen(element))
    .slice(0, max)
    .map(({ element }) => qa.keep(element));
}

/** Runs inside the page. */
async function fadesOnFocus(id: number, settle: number, patience: number): Promise<FadingContent | null> {
  // Valid for a moment only, or said as it changes.
  const PASSING = /charg|load|recherch|search|patient|wait|en cours|copi|enregistr|saved/i;
  const STEP = 100;
  const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  const element = qa.at(id);
  if (!element?.isConnected) return null;
  (document.activeElement as HTMLElement | null)?.blur();
  await pause(settle);
  const before = new Set(qa.textBearers());
  element.focus({ preventScroll: true });
  await pause(settle);
  const isFocused = (): boolean => document.activeElement === element;
  const fresh = qa.textBearers().filter((one) => !before.has(one));
  const text = fresh
    .map((one) => one.textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isTold = fresh.some((one) => one.closest('[role=status],[role=alert],[role=log],[aria-live]'));
  // A word may be a state; a sentence is to be read.
  if (!isFocused() || isTold || (text.match(/\p{L}{2,}/gu)?.length ?? 0) < 4 || PASSING.test(text))
    return null;
  const rest = new Set(qa.textBearers());
  for (let waited = 0; waited < patience; waited += STEP) {
    await pause(STEP);
    if (!isFocused()) return null;
    if (fresh.some((one) => one.isConnected && qa.isSeen(one))) continue;
    // Another text in its place is its sequel.
    return qa.textBearers().some((one) => !rest.has(one))
      ? null
      : { ...qp.placeOf(element), text: text.slice(0, 120) };
  }
  return null;
}
