import type { SeenPlace } from '../probes/kit.ts';

/* Functions of the keyboard's walk that run inside the page: each stands alone. */

/** Where the walk stands. */
export interface WalkState {
  readonly visited: readonly number[];
  readonly dropped: readonly number[];
  readonly expected: number;
  readonly isComplete: boolean;
  /** The end was reached, or nothing moves any more. */
  readonly isOver: boolean;
  /** The keyboard moves less than it should, or comes back too soon. */
  readonly isSuspect: boolean;
  /** It came to the stop of ours beyond the last one of the page, where more keys do nothing. */
  readonly isAtEnd: boolean;
}

/** What is kept of the walk inside the page. */
interface Walk {
  visited: Element[];
  dropped: Element[];
  marked: Set<Element>;
  /** Their outline takes the place of as much of their border, in its colour: nobody sees a difference. */
  disguised: Set<Element>;
  expected: Element[];
  /** The look of elements at rest, part by part. */
  rest: Map<Element, readonly string[]>;
  presses: number;
  /** Stops met, and the keys pressed when the last one was. */
  met: { stops: number; presses: number };
  /** The focus left the page by its end, at least once. */
  hasEnded: boolean;
  /** The focus moved without a key. */
  isStolen: boolean;
  /**
   * Stops of ours around those of the page: beyond its last one a browser may come back to the first by itself,
   * later; and begun at the top, the walk would meet what has a rank last.
   */
  around: HTMLElement[];
  /** The walk is at the last of them. */
  isAtEnd: boolean;
}

declare global {
  /** Our own world of the page only. */
  var qaWalk: Walk;
}

/**
 * Notes how everything looks before the keyboard comes. What a frame holds is
 * left after its last stop (`leadsOut`): what comes after that is another round,
 * begun by keys that are not heard there. Runs inside the page.
 */
export function prepare(leadsOut: boolean): { expected: number } {
  const MAX = 150;
  const ALIKE = 4;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,*::before,*::after{transition:none!important;caret-color:transparent!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (const animation of document.getAnimations()) animation.pause();
  const lineOf = (style: CSSStyleDeclaration, side: string): string =>
    style.getPropertyValue(`${side}-style`) === 'none' || style.getPropertyValue(`${side}-width`) === '0px'
      ? ''
      : ['style', 'width', 'color'].map((name) => style.getPropertyValue(`${side}-${name}`)).join(' ');
  const PROPERTIES =
    'box-shadow,background-color,background-image,background-position,background-size,color,text-decoration-line,text-decoration-style,text-decoration-color,text-decoration-thickness,opacity,transform,scale,rotate,translate,filter,width,height,top,left,right,bottom,clip,clip-path,fill,stroke,font-weight,font-size,visibility,display,text-shadow,letter-spacing,content'.split(
      ',',
    );
  /** The outline comes first: it is what changes most often, and nothing more is read then. */
  function* styleOf(element: Element, pseudo?: string): Generator<string> {
    const style = getComputedStyle(element, pseudo);
    if (pseudo !== undefined && style.content === 'none') {
      yield '';
      return;
    }
    const outline = lineOf(style, 'outline');
    // An outline of the colour of nothing, or of all that is behind it, is none.
    const isUnseen = (): boolean => {
      const colour = qp.rgbaOf(style.outlineColor);
      const behind = [element, element.parentElement].map((one) => one && qp.behind(one));
      return (
        colour[3] === 0 ||
        behind.every((one) => one !== null && qp.contrastOf(qp.over(colour, one), one) < 1.05)
      );
    };
    yield outline !== '' && isUnseen() ? '' : outline;
    const borders = ['border-top', 'border-right', 'border-bottom', 'border-left'];
    yield [
      ...borders.map((side) => lineOf(style, side)),
      ...PROPERTIES.map((name) => style.getPropertyValue(name)),
    ].join('|');
  }
  function* look(element: Element): Generator<string> {
    const near = [
      element,
      ...(element.parentElement && element.parentElement !== document.body ? [element.parentElement] : []),
      ...((element as HTMLInputElement).labels ?? []),
      ...(element.nextElementSibling ? [element.nextElementSibling] : []),
      ...[...element.querySelectorAll('*')].slice(0, 6),
    ];
    for (const one of near)
      for (const pseudo of [undefined, '::before', '::after']) yield* styleOf(one, pseudo);
  }
  qa.toTop();
  const focusable =
    'a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable]:not([contenteditable=false]),[tabindex]';
  const expected = qp.all(focusable, 1_000).filter((element) => qa.isTabbable(element));
  // Elements made alike look alike: a few of each are looked at, and those that a rule may set apart.
  const alike = new Map<string, number>();
  const isDue = (element: Element): boolean => {
    if (element.id !== '' || element.hasAttribute('style')) return true;
    const key = `${qp.componentOf(element)} ${element.parentElement?.localName ?? ''}`;
    const count = (alike.get(key) ?? 0) + 1;
    alike.set(key, count);
    return count <= ALIKE;
  };
  const rest = new Map(
    expected
      .slice(0, MAX)
      .filter(isDue)
      .map((element) => [element, [...look(element)]]),
  );
  const walk: Walk = {
    ...{ visited: [], dropped: [], marked: new Set(), disguised: new Set(), expected, rest, presses: 0 },
    met: { stops: 0, presses: 0 },
    hasEnded: false,
    isStolen: false,
    around: [],
    isAtEnd: false,
  };
  globalThis.qaWalk = walk;
  const stopOf = (tabIndex: number): HTMLElement => {
    const stop = document.createElement('div');
    stop.tabIndex = tabIndex;
    const hidden = { display: 'block', position: 'fixed', top: '0', left: '0', width: '1px', height: '1px' };
    for (const [name, value] of Object.entries({ ...hidden, opacity: '0', 'pointer-events': 'none' }))
      stop.style.setProperty(name, value, 'important');
    walk.around.push(stop);
    return stop;
  };
  if (!leadsOut && expected.length > 0) {
    const end = stopOf(0);
    // Keys sent in a row stay there.
    end.addEventListener('keydown', (event) => {
      if (event.key === 'Tab' && !event.shiftKey) event.preventDefault();
    });
    document.documentElement.append(end);
    if (expected.some((element) => (element as HTMLElement).tabIndex > 0)) {
      const start = stopOf(1);
      document.documentElement.prepend(start);
      start.focus({ preventScroll: true });
    }
  }
  let got: { element: Element; presses: number } | undefined;
  let lastBlur = -1;
  // Keys pressed inside a frame are heard there only: what gets the focus after it was given it by one of them.
  let isInFrame = false;
  addEventListener('blur', ({ target }) => {
    if (target === window && document.activeElement?.localName === 'iframe') isInFrame = true;
  });
  const isOther = (element: Element, before: readonly string[]): boolean => {
    let at = 0;
    for (const part of look(element)) if (part !== before[at++]) return true;
    return at !== before.length;
  };
  const isSize = (at: number): boolean =>
    /^(?:width|height|top|left|right|bottom)$/.test(PROPERTIES[at - 4] ?? '');
  /** The width and colour of a border that is the same all around, or of an outline. */
  const ringOf = (...lines: string[]): { width: number; colour: string } => {
    const [, width = '0', colour = ''] = /^solid (\S{1,12})px (.*)$/.exec(lines[0] ?? '') ?? [];
    return lines.every((line) => line === lines[0])
      ? { width: Number(width), colour }
      : { width: 0, colour: '' };
  };
  const isDisguised = (element: Element, before: readonly string[]): boolean => {
    if (before[0] !== '' || getComputedStyle(element).outlineOffset !== '0px') return false;
    const [outline = '', ...now] = look(element);
    const ring = ringOf(outline);
    const parts = now.map((part, at) => ({
      now: part.split('|'),
      before: (before[at + 1] ?? '').split('|'),
    }));
    const [own] = parts;
    if (ring.width === 0 || !own || before.length !== now.length + 1) return false;
    const border = ringOf(...own.now.slice(0, 4));
    const full = ringOf(...own.before.slice(0, 4));
    return (
      full.width > 0 &&
      border.width + ring.width === full.width &&
      ring.colour === full.colour &&
      (border.width === 0 || border.colour === full.colour) &&
      // Two pixels less of it move what is around by as much.
      parts.every((part, index) =>
        part.now.every((value, at) => value === part.before[at] || isSize(at) || (index === 0 && at < 4)),
      )
    );
  };
  const compare = (element: Element): void => {
    const before = rest.get(element);
    if (before === undefined || walk.marked.has(element) || !isOther(element, before)) return;
    (isDisguised(element, before) ? walk.disguised : walk.marked).add(element);
  };
  const isOver = (): boolean => (leadsOut && walk.hasEnded) || walk.isAtEnd;
  const targetOf = (event: FocusEvent): Element | undefined => {
    const [element] = event.composedPath();
    return element instanceof Element ? element : undefined;
  };
  document.addEventListener('keydown', () => void (walk.presses += isOver() ? 0 : 1), true);
  document.addEventListener(
    'focus',
    (event) => {
      const element = targetOf(event);
      const [end, start] = walk.around;
      if (element && element === end) walk.isAtEnd = walk.hasEnded = true;
      // No key leads further.
      else if (walk.isAtEnd) walk.isStolen = true;
      if (!element || element === start || isOver()) return;
      const isFromNowhere = event.relatedTarget === null && lastBlur === walk.presses;
      if (walk.presses > 0 && !isInFrame && (got?.presses === walk.presses || isFromNowhere))
        walk.isStolen = true;
      isInFrame = false;
      got = { element, presses: walk.presses };
      if (walk.visited.length < 400) walk.visited.push(element);
      compare(element);
    },
    true,
  );
  // Once more after what the page's own listeners did; those of a shadow tree are not known.
  const isHeard = qa.hears('focus', 'focusin');
  document.addEventListener(
    'focusin',
    (event) => {
      const element = targetOf(event);
      if (element && (isHeard || element !== event.target)) compare(element);
    },
    true,
  );
  document.addEventListener(
    'blur',
    (event) => {
      const element = targetOf(event);
      lastBlur = walk.presses;
      if (!element || event.relatedTarget !== null || walk.presses === 0 || isOver()) return;
      if (got?.presses !== walk.presses) walk.hasEnded = true;
      // A script let go of it: no key was pressed meanwhile, and nothing else takes it.
      else if (got.element === element && !walk.dropped.includes(element)) walk.dropped.push(element);
    },
    true,
  );
  return { expected: expected.length };
}

/**
 * Where the walk stands, after as many keys more. What a frame holds is left
 * after its last stop (`leadsOut`): having met all of it says nothing yet.
 * Runs inside the page.
 */
export function state(pressed: number, leadsOut: boolean): WalkState {
  // Keys without a new stop: more than the parts of a date and the like take.
  const LONG = 40;
  const walk = globalThis.qaWalk;
  const order: Element[] = [];
  let isComplete = false;
  for (const element of walk.visited) {
    if (order[0] === element && order.length > 1) {
      isComplete = true;
      break;
    }
    if (!order.includes(element)) order.push(element);
  }
  const { activeElement } = document;
  const isAtEnd = !activeElement || activeElement === document.body || activeElement === walk.around[0];
  const isCovered = walk.expected.every(
    (element) =>
      order.includes(element) ||
      element.matches('iframe,[type=radio]') ||
      !qa.isTabbable(element) ||
      element.getRootNode() !== document,
  );
  isComplete ||= isAtEnd && order.length > 0;
  // A page of one stop comes back to it.
  isComplete ||= order.length === 1 && isCovered && walk.visited.length > 1;
  isComplete ||= isCovered;
  if (leadsOut) isComplete = walk.hasEnded || (isAtEnd && order.length > 0);
  const moves = walk.visited.length;
  if (order.length > walk.met.stops) walk.met = { stops: order.length, presses: walk.presses };
  const isStuck = walk.presses - walk.met.presses >= LONG || (moves < walk.presses / 2 && walk.presses >= 20);
  return {
    visited: order.map((element) => qa.keep(element)),
    dropped: walk.dropped.map((element) => qa.keep(element)),
    expected: walk.expected.length,
    isComplete,
    isOver: isComplete || (pressed > 0 && isStuck),
    isSuspect:
      walk.isStolen ||
      (leadsOut && !isComplete && walk.presses > order.length) ||
      (isComplete && !isCovered && !walk.hasEnded) ||
      (!isComplete && (moves < walk.presses / 2 || order.length < moves / 2)),
    isAtEnd: walk.isAtEnd,
  };
}

/** Goes back to the top of the page, to walk it again. Runs inside the page. */
export function restart(): void {
  const walk = globalThis.qaWalk;
  walk.isAtEnd = false;
  qa.toTop();
  walk.around[1]?.focus({ preventScroll: true });
}

/** Leaves the page as it came. Runs inside the page. */
export function finish(): void {
  for (const stop of globalThis.qaWalk.around) stop.remove();
  qa.toTop();
}

/** Those of the elements that do not keep the focus that they are given. Runs inside the page. */
export async function droppers(ids: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const id of ids.slice(0, 5)) {
    const element = qa.at(id);
    if (!element || !qa.isTabbable(element) || element.matches('iframe,audio,video')) continue;
    let drops = 0;
    // Each time: keys pressed before may still come late on a busy machine.
    for (; drops < 3; drops++) {
      element.focus({ preventScroll: true });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body) break;
    }
    if (drops === 3) found.push(id);
  }
  return found;
}

/** Stops of the walk within parts of the page that keep the focus, one of each part. Runs inside the page. */
export async function keepers(selectors: readonly string[]): Promise<number[]> {
  // What sends the focus on does so within that time, in milliseconds (ACT rules, « focusable »).
  const SECOND = 1_000;
  const visited = [...new Set(globalThis.qaWalk.visited)];
  const found: number[] = [];
  for (const selector of selectors.slice(0, 3)) {
    const part = document.querySelector(selector);
    const stop = part && visited.find((element) => part.contains(element) && qa.isTabbable(element));
    if (!stop) continue;
    (stop as HTMLElement).focus({ preventScroll: true });
    await new Promise((resolve) => setTimeout(resolve, SECOND));
    if (document.activeElement === stop) found.push(qa.keep(stop));
  }
  return found;
}

/** Where elements stand. Runs inside the page. */
export function place(ids: readonly number[]): SeenPlace[] {
  return ids.flatMap((id) => {
    const element = qa.at(id);
    return element ? [qp.placeOf(element)] : [];
  });
}

/**
 * Elements reached whose style was the same as at rest, one by component, those
 * of them that are not on the screen, the links and buttons that get another
 * style where nobody sees it (`away`), and those that only seem to get another
 * (`disguised`). Runs inside the page.
 */
export function styleless(max: number): {
  same: number[];
  unseen: number[];
  away: number[];
  disguised: number[];
} {
  const walk = globalThis.qaWalk;
  // Text fields show a caret; what has controls inside draws its own.
  const EXEMPT =
    'iframe,object,embed,audio,video,textarea,[contenteditable],input:not([type=checkbox],[type=radio],[type=submit],[type=button],[type=reset],[type=image],[type=range],[type=file],[type=color])';
  const same: number[] = [];
  const unseen: number[] = [];
  const away = [...walk.marked]
    .filter((element) => element.matches('a[href]:not([href^="#"]),button') && !qa.isSeen(element))
    .slice(0, 5)
    .map((element) => qa.keep(element));
  const components = new Set<string>();
  for (const element of new Set(walk.visited)) {
    if (!walk.rest.has(element) || walk.marked.has(element) || element.matches(EXEMPT)) continue;
    if (walk.disguised.has(element)) continue;
    if (walk.dropped.includes(element)) continue;
    const { component } = qp.placeOf(element);
    if (components.has(component)) continue;
    components.add(component);
    if (same.length >= max) continue;
    const { width, height } = element.getBoundingClientRect();
    if (!qa.isSeen(element)) unseen.push(qa.keep(element));
    // What is larger than the screen may show it beyond.
    else if (width <= innerWidth && height <= innerHeight) same.push(qa.keep(element));
  }
  const disguised = [...walk.disguised]
    .filter((element) => !walk.marked.has(element) && !element.matches(EXEMPT) && qa.isSeen(element))
    .slice(0, max)
    .map((element) => qa.keep(element));
  return { same, unseen: unseen.slice(0, max), away, disguised };
}
