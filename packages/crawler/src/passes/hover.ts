import type { SeenPlace } from '../probes/kit.ts';
import { fading, type FadingContent } from './fading.ts';
import type { Departure, Pass, Shown } from './pass.ts';

/** Something that shows when the mouse comes over an element. */
export interface HoverContent extends SeenPlace {
  /** `style`: by the style sheet alone; `script`: by a listener. */
  readonly by: 'style' | 'script';
  /** First words of what shows. */
  readonly text: string;
  /** The link that shows it leads to the same words in the page: a note, which is read there by keyboard. */
  readonly isAtTarget?: true;
  /** Whether the focus, or a key on the same element, shows it too; `null` when that could not be tried. */
  readonly isFocusable: boolean | null;
  /** It did not show when the mouse came again: what comes late of another element may have been taken for it. */
  readonly isOnce?: true;
  /** Whether Escape takes it away. */
  readonly isClosedByEscape: boolean;
  /** Whether it hides other text. */
  readonly coversText: boolean;
  /** Whether links or controls are in it. */
  readonly hasControls: boolean;
  /** Whether it goes away as the mouse comes to it. */
  readonly flees: boolean;
}

export interface HoverFacts {
  readonly contents: readonly HoverContent[];
  /** Elements that leave the page or open a window as soon as the mouse comes over them; absent when there is none. */
  readonly departing?: readonly (SeenPlace & { readonly kind: 'page' | 'window' })[];
  /** What the focus shows for a moment only; absent when there is none. */
  readonly fading?: readonly FadingContent[];
}

const TRIES = 8;
const SETTLE = 30;
/** Menus moved by a script may wait before they answer the focus. */
const LATE = 300;

/** Brings the mouse over what may show something, then the focus. */
export const hover: Pass<HoverFacts> = async (shown) => {
  const { call, page } = shown;
  const triggers = await call(hoverTriggers, TRIES);
  const gone = await fading(shown);
  if (triggers.length === 0 && gone.length === 0) return undefined;
  const contents: HoverContent[] = [];
  const departing: NonNullable<HoverFacts['departing']>[number][] = [];
  for (const trigger of triggers) {
    const found = await tryOne(shown, trigger);
    if (typeof found === 'string') departing.push({ ...(await call(placeOf, trigger.id)), kind: found });
    else if (found && !(await call(isToldByKeys, trigger.id, found.text))) contents.push(found);
  }
  await page.mouse.move(0, 0);
  return {
    contents,
    ...(departing.length > 0 ? { departing } : {}),
    ...(gone.length > 0 ? { fading: gone } : {}),
  };
};

/** Runs inside the page. */
function placeOf(id: number): SeenPlace {
  return qp.placeOf(qa.at(id) as Element);
}

interface Trigger {
  readonly id: number;
  readonly by: 'style' | 'script';
}

/** What shows, or how the page leaves. */
async function tryOne(
  { page, call, departures }: Shown,
  { id, by }: Trigger,
): Promise<HoverContent | 'page' | 'window' | undefined> {
  const pause = (time = SETTLE): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
  await page.mouse.move(0, 0);
  const at = await call(aim, id);
  if (!at) return undefined;
  await departures();
  await page.mouse.move(at.x, at.y);
  await pause();
  const left = (await departures()).find(({ kind }) => kind === 'page' || kind === 'window');
  // Twice, as a page may leave by itself meanwhile.
  if (left && (await leavesAgain())) return left.kind as 'page' | 'window';
  const seen = await call(appeared, id);
  if (!seen) return undefined;
  let isFocusable: boolean | null = null;
  await page.keyboard.press('Escape');
  await pause();
  const isClosedByEscape = !(await call(isStill));
  let flees = false;
  if (!isClosedByEscape && seen.path) {
    await page.mouse.move(seen.path.x, seen.path.y, { steps: 8 });
    await pause();
    flees = !(await call(isStill));
  }
  await page.mouse.move(0, 0);
  await pause();
  if (!(await call(isStill))) {
    isFocusable = false;
    const stops = await call(stopsOf, id);
    for (const stop of stops) {
      await call(focusOn, stop);
      await pause();
      if (await call(isStill)) isFocusable = true;
      if (isFocusable) break;
      for (const key of ['Enter', 'Escape']) {
        // A link would be followed: it is stopped, and shows nothing.
        await page.keyboard.press(key);
        await pause();
        if (key === 'Enter' && (await call(isStill))) isFocusable = true;
      }
      if (isFocusable) break;
    }
    for (const stop of isFocusable ? [] : stops) {
      await call(unfocus);
      await call(focusOn, stop);
      await pause(LATE);
      isFocusable = await call(isStill);
      if (isFocusable) break;
    }
    await call(unfocus);
  }
  const { path, ...rest } = seen;
  const isClaimed = isFocusable === false || flees || (seen.coversText && !isClosedByEscape);
  // What stays where the mouse has left would not show anew; what has fled does not stay.
  const isTriable = isFocusable !== null || flees;
  const isOnce = isClaimed && isTriable && !(await showsAgain(seen.text));
  return { ...rest, by, isFocusable, ...(isOnce ? { isOnce } : {}), isClosedByEscape, flees };

  async function showsAgain(text: string): Promise<boolean> {
    await page.mouse.move(0, 0);
    await pause();
    const again = await call(aim, id);
    if (!again) return false;
    await page.mouse.move(again.x, again.y);
    for (const time of [SETTLE, LATE]) {
      await pause(time);
      const now = await call(appeared, id);
      if (now?.text.slice(0, 20) === text.slice(0, 20)) return true;
    }
    return false;
  }

  async function leavesAgain(): Promise<boolean> {
    const leaves = ({ kind }: Departure): boolean => kind === left?.kind;
    await page.mouse.move(0, 0);
    await pause();
    const isAlone = (await departures()).some(leaves);
    await page.mouse.move(at?.x ?? 0, at?.y ?? 0);
    await pause();
    return !isAlone && (await departures()).some(leaves);
  }
}

/**
 * Whether the same is had otherwise: figures show where the mouse is on a
 * slider, which keys slide too, or a part of a drawing that is gone through with
 * them, or words and figures that are written on it. Runs inside the page.
 */
function isToldByKeys(id: number, text: string): boolean {
  const trigger = qa.at(id);
  const SLIDER = 'input[type=range],[role=slider]';
  const isSlider = trigger?.matches(SLIDER) === true || (trigger?.querySelector(SLIDER) ?? null) !== null;
  if (isSlider && !/\p{L}/u.test(text)) return true;
  if ((trigger?.closest('svg')?.querySelector('[tabindex][aria-label]') ?? null) !== null) return true;
  // The figures of a drawing, which stand on it too, or in a table of the page.
  const drawing = trigger?.closest('svg') ?? trigger?.querySelector('svg');
  if (!drawing || !qa.isSeen(drawing)) return false;
  // Of lines put end to end, « MardiTemps » is two words.
  const partsOf = (words: string): string[] =>
    words.match(/\p{Lu}?\p{Ll}+|\p{L}+?(?=\p{Lu}\p{Ll}|\P{L}|$)|\d+/gu) ?? [];
  const written = [...drawing.querySelectorAll('text,tspan')].filter((one) => qa.isSeen(one));
  const drawn = new Set(written.flatMap((one) => partsOf(one.textContent)));
  const beside = document.querySelectorAll(
    ':is(table,h1,h2,h3,h4):not([hidden],[hidden] *,[aria-hidden=true],[aria-hidden=true] *)',
  );
  for (const one of [...beside].slice(0, 100))
    for (const part of partsOf(one.textContent.slice(0, 5_000))) drawn.add(part);
  for (const one of trigger?.querySelectorAll('[class*=legend]') ?? [])
    if (qa.isSeen(one)) for (const part of partsOf(one.textContent)) drawn.add(part);
  const told = partsOf(text);
  // The name of what is drawn may be left out where its figures are.
  const lost = told.filter((part) => !drawn.has(part));
  return lost.every((part) => !/\d/.test(part)) && lost.length * 2 <= told.length;
}

/** Elements that hear the mouse come, and those that a rule with `:hover` names before another part. Runs inside the page. */
function hoverTriggers(max: number): Trigger[] {
  const found: Trigger[] = [];
  const components = new Set<string>();
  const add = (element: Element, by: Trigger['by']): void => {
    if (found.length >= max || element.matches('html,body') || !qa.isSeen(element)) return;
    const { component } = qp.placeOf(element);
    if (components.has(component)) return;
    components.add(component);
    // What follows the mouse over a part of it, or over what holds it, shows what a script writes there.
    const follows = qa.heard.some(
      ({ element: one, sources }) =>
        'mousemove' in sources &&
        !one.matches('html,body') &&
        (element.contains(one) || one.contains(element)),
    );
    found.push({ id: qa.keep(element), by: follows ? 'script' : by });
  };
  const REVEALS = [
    'display',
    'visibility',
    'opacity',
    'left',
    'right',
    'top',
    'height',
    'max-height',
    'width',
    'clip',
    'clip-path',
    'transform',
    'position',
    'margin-left',
    'content',
    'scale',
    'overflow',
  ];
  const read = (rules: CSSRuleList, left: number): void => {
    for (const rule of [...rules].slice(0, left)) {
      if (
        rule instanceof CSSMediaRule
          ? matchMedia(rule.conditionText).matches
          : rule instanceof CSSSupportsRule || rule instanceof CSSLayerBlockRule
      )
        read((rule as CSSGroupingRule).cssRules, 3_000);
      if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes(':hover')) continue;
      if (!REVEALS.some((name) => rule.style.getPropertyValue(name) !== '')) continue;
      for (const selector of rule.selectorText.split(',')) {
        const match = /^(.*?:hover)[^\s>+~]*(?:[\s>+~]|::?(?:before|after))/s.exec(selector.trim());
        if (!match) continue;
        const bearer = (match[1] ?? '').replace(/:hover$/, '') || '*';
        if (bearer === '*') continue;
        try {
          for (const element of [...document.querySelectorAll(bearer)].slice(0, 3)) add(element, 'style');
        } catch {
          // A selector that means something only together with the rest.
        }
      }
    }
  };
  for (const sheet of [...document.styleSheets].slice(0, 50)) {
    try {
      read(sheet.cssRules, 5_000);
    } catch {
      // A style sheet of another site.
    }
  }
  for (const { element, sources } of qa.heard)
    if (['mouseover', 'mouseenter', 'pointerenter', 'pointerover'].some((type) => type in sources))
      add(element, 'script');
  return found;
}

interface Seen extends SeenPlace {
  readonly text: string;
  readonly isAtTarget?: true;
  readonly coversText: boolean;
  readonly hasControls: boolean;
  readonly path: { readonly x: number; readonly y: number } | null;
}

interface Shows {
  before: Set<Element>;
  content: Element[];
}

/** Runs inside the page. */
function aim(id: number): { x: number; y: number } | null {
  const element = qa.at(id);
  if (!element?.isConnected || !qa.isSeen(element)) return null;
  const at = qa.aim(element);
  const state = globalThis as unknown as { qaHover: Shows };
  state.qaHover = { before: new Set(qa.textBearers()), content: [] };
  return at;
}

/** What shows now and did not. Runs inside the page. */
function appeared(id: number): Seen | null {
  const trigger = qa.at(id);
  const state = (globalThis as unknown as { qaHover: Shows }).qaHover;
  if (!trigger) return null;
  const fresh = qa.textBearers().filter((one) => !state.before.has(one));
  /** The whole of what showed: nothing in it was there before, and the trigger is not in it. */
  const blockOf = (leaf: Element): Element => {
    let block = leaf;
    for (let up = leaf.parentElement; up && up !== document.body; up = up.parentElement) {
      const holder = up;
      if (holder.contains(trigger) || [...state.before].some((one) => holder.contains(one))) break;
      block = up;
    }
    return block;
  };
  const tops = [...new Set(fresh.slice(0, 40).map(blockOf))];
  const text = tops
    .map((one) => qa.readableOf(one).replace(/\s+/g, ' ').trim())
    .join(' ')
    .trim();
  if (text.length < 3) return null;
  state.content = tops;
  const first = tops[0] as Element;
  const box = first.getBoundingClientRect();
  const own = trigger.getBoundingClientRect();
  // Straight below, above or beside, without a gap: there the mouse can follow.
  const x = Math.max(Math.min(own.left + own.width / 2, box.right - 3), box.left + 3);
  const y = box.top + Math.min(box.height / 2, 12);
  const gap = Math.max(
    box.top - own.bottom,
    own.top - box.bottom,
    box.left - own.right,
    own.left - box.right,
  );
  const isAround = /absolute|fixed/.test(getComputedStyle(first).position);
  let coversText = false;
  if (isAround) {
    for (const other of state.before) {
      if (coversText || other === trigger || trigger.contains(other) || other.contains(first)) continue;
      const hasText = [...other.childNodes].some(
        (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
      );
      if (!hasText) continue;
      const at = other.getBoundingClientRect();
      const across = Math.min(at.right, box.right) - Math.max(at.left, box.left);
      const down = Math.min(at.bottom, box.bottom) - Math.max(at.top, box.top);
      coversText = across > 8 && down > 8;
    }
  }
  const link = trigger.closest('a[href*="#"]') ?? trigger.querySelector('a[href*="#"]');
  const target = document.getElementById(link?.getAttribute('href')?.split('#')[1] ?? '');
  const letters = (of: string): string => of.replace(/[^\p{L}\p{N}]+/gu, '');
  // A note has its mark in an element of its own, beside its words.
  const isAtTarget = [target, target?.parentElement, target?.parentElement?.parentElement].some(
    (one) =>
      one &&
      one !== document.body &&
      !one.contains(trigger) &&
      qa.isSeen(one) &&
      // Signs alone are read nowhere else.
      letters(text) !== '' &&
      letters(qa.readableOf(one)).includes(letters(text)) &&
      !tops.some((top) => top === one || top.contains(one) || one.contains(top)),
  );
  return {
    ...qp.placeOf(trigger),
    text: text.slice(0, 120),
    ...(isAtTarget ? { isAtTarget: true as const } : {}),
    coversText,
    hasControls: tops.some(
      (one) => one.matches('a[href],button,input') || one.querySelector('a[href],button,input') !== null,
    ),
    path: gap <= 1 && !trigger.contains(first) ? { x, y } : null,
  };
}

/** Whether what showed is still there. Runs inside the page. */
function isStill(): boolean {
  const { content } = (globalThis as unknown as { qaHover: Shows }).qaHover;
  return content.some((one) => one.isConnected && qa.isSeen(one));
}

/** Where the keyboard can be about the element, the control beside it too. Runs inside the page. */
function stopsOf(id: number): number[] {
  const trigger = qa.at(id);
  const { content } = (globalThis as unknown as { qaHover: Shows }).qaHover;
  if (!trigger) return [];
  const FOCUSABLE = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]';
  const within = [trigger, ...trigger.querySelectorAll(FOCUSABLE)];
  const around = trigger.parentElement?.closest(FOCUSABLE);
  const beside = [...(trigger.parentElement?.children ?? [])].filter((one) =>
    one.matches('button,summary,[aria-expanded]'),
  );
  return [
    ...new Set([
      ...within,
      ...(around ? [around] : []),
      ...beside,
      ...content.flatMap((one) => [...one.querySelectorAll(FOCUSABLE)]),
    ]),
  ]
    .filter((one) => qa.isTabbable(one) && one.matches(FOCUSABLE))
    .slice(0, 4)
    .map((one) => qa.keep(one));
}

/** Runs inside the page. */
function focusOn(id: number): void {
  qa.at(id)?.focus();
}

/** Runs inside the page. */
function unfocus(): void {
  (document.activeElement as HTMLElement | null)?.blur();
}
