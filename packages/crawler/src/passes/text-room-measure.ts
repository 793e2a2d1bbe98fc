import type { SeenPlace } from '../probes/kit.ts';

/* Functions that run inside the page: each stands alone, what they share is in `qaText`. */

/** Text that has not the room it needs. */
export interface TextFault extends SeenPlace {
  /**
   * `cut`: part of it is out of its box; `gone`: all of it; `ellipsis`: cut, with dots to
   * say so; `covered`: another text is on it; `still`: it does not grow; `slow`: it hardly does;
   * `turned`: it stands on its side; `absent`: in its place, a request to turn the screen.
   */
  readonly fault: 'cut' | 'gone' | 'ellipsis' | 'covered' | 'still' | 'slow' | 'turned' | 'absent';
}

interface Line {
  readonly node: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Measured {
  readonly nodes: readonly Text[];
  readonly lost: ReadonlyMap<number, number>;
  readonly pairs: ReadonlySet<string>;
  readonly sizes: ReadonlyMap<number, number>;
  /** Heights of the boxes that cut off what they hold. */
  readonly heights: ReadonlyMap<Element, number>;
  readonly lines: readonly Line[];
}

/** How the page is held. */
interface Stance {
  readonly angles: ReadonlyMap<Element, number>;
  readonly letters: number;
}

interface TextRoom {
  rest: Measured & Stance & { readonly grounds: ReadonlyMap<Element, Box> };
  measure: (nodes: readonly Text[]) => Measured;
  stanceOf: (nodes: readonly Text[]) => Stance;
  faults: (now: Measured) => TextFault[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

declare global {
  /** Our own world of the page only. */
  var qaText: TextRoom;
}

/** Measures each text where it stands; `false` on a page without any. */
export function measureText(): boolean {
  const MAX = 1_500;
  // What shows only while it has the focus is not there at rest.
  qa.toTop();
  const nodes: Text[] = [];
  const seen = new Set(qa.textBearers());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (
    let left = 20_000, node = walker.nextNode();
    node && left > 0 && nodes.length < MAX;
    left--, node = walker.nextNode()
  ) {
    const parent = node.parentElement;
    if (!parent || !/\S/.test(node.nodeValue ?? '')) continue;
    if (parent.closest('script,style,noscript,template,svg,select,textarea,[aria-hidden=true]')) continue;
    if (seen.has(parent)) nodes.push(node as Text);
  }
  const isClip = (value: string): boolean => value === 'hidden' || value === 'clip';
  let heights = new Map<Element, number>();
  const clips = new Map<Element, Box>();
  /** What of the text below an element is not cut off. */
  const clipOf = (element: Element): Box => {
    const known = clips.get(element);
    if (known) return known;
    const free = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    if (element === document.body || element === document.documentElement) return free;
    const around = element.parentElement ? clipOf(element.parentElement) : free;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const own = { ...around };
    if (style.position === 'fixed') Object.assign(own, free);
    if (style.display !== 'inline') {
      if (isClip(style.overflowX))
        [own.left, own.right] = [Math.max(own.left, box.left), Math.min(own.right, box.right)];
      else if (style.overflowX !== 'visible') [own.left, own.right] = [-Infinity, Infinity];
      if (isClip(style.overflowY))
        [own.top, own.bottom] = [Math.max(own.top, box.top), Math.min(own.bottom, box.bottom)];
      else if (style.overflowY !== 'visible') [own.top, own.bottom] = [-Infinity, Infinity];
    }
    if (isClip(style.overflowY)) heights.set(element, box.height);
    clips.set(element, own);
    return own;
  };
  const frames = new Map<Element, Box>();
  /** Where a text is painted: what scrolls hides the rest of its own, which covers nothing there. */
  const frameOf = (element: Element): Box => {
    const known = frames.get(element);
    if (known) return known;
    const free = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    if (element === document.body || element === document.documentElement) return free;
    const style = getComputedStyle(element);
    const isFree = style.position === 'fixed' || !element.parentElement;
    const own = { ...(isFree ? free : frameOf(element.parentElement)) };
    if (style.display !== 'inline' && style.overflowY !== 'visible') {
      const box = element.getBoundingClientRect();
      [own.top, own.bottom] = [Math.max(own.top, box.top), Math.min(own.bottom, box.bottom)];
      [own.left, own.right] = [Math.max(own.left, box.left), Math.min(own.right, box.right)];
    }
    frames.set(element, own);
    return own;
  };
  const angleOf = (element: Element): number => {
    const { transform, rotate } = getComputedStyle(element);
    let angle = /^-?[\d.]+deg$/.test(rotate) ? parseFloat(rotate) : 0;
    if (transform !== 'none') {
      const { a, b } = new DOMMatrix(transform);
      angle += (Math.atan2(b, a) * 180) / Math.PI;
    }
    return Math.round(angle);
  };
  const meets = (one: Box, other: Box): boolean => {
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    return down > Math.min(one.bottom - one.top, other.bottom - other.top) * 0.4 && across > 10;
  };
  const measure = (texts: readonly Text[]): Measured => {
    clips.clear();
    frames.clear();
    heights = new Map();
    const lost = new Map<number, number>();
    const sizes = new Map<number, number>();
    const lines: Line[] = [];
    const range = document.createRange();
    texts.forEach((text, node) => {
      const parent = text.parentElement;
      if (!parent?.isConnected) return;
      const { fontSize, lineHeight } = getComputedStyle(parent);
      sizes.set(node, parseFloat(fontSize));
      // What a font keeps above and below its letters lies over the lines around where those are close, and shows nothing.
      const inked = Math.max(parseFloat(fontSize), parseFloat(lineHeight) || 0);
      const clip = clipOf(parent);
      const frame = frameOf(parent);
      range.selectNodeContents(text);
      let whole = 0;
      let kept = 0;
      for (const { left, right, top, bottom, width, height } of [...range.getClientRects()].slice(0, 40)) {
        const blank = Math.max(0, (height - inked) / 2);
        whole += width * (height - 2 * blank);
        const across = Math.max(0, Math.min(right, clip.right) - Math.max(left, clip.left));
        const down = Math.max(0, Math.min(bottom - blank, clip.bottom) - Math.max(top + blank, clip.top));
        kept += across * down;
        const painted = Math.min(bottom, frame.bottom) - Math.max(top, frame.top);
        const isPainted = painted > height / 2 && right > frame.left && left < frame.right;
        const spare = lineHeight === 'normal' ? 0 : Math.max(0, height - inked) / 2;
        // What its own box cuts off, or hides until it is scrolled, covers nothing beyond.
        const own = {
          left: Math.max(left, clip.left, frame.left),
          right: Math.min(right, clip.right, frame.right),
          ...{ top: top + spare, bottom: bottom - spare },
        };
        if (lines.length < 4_000 && across > 2 && down > height / 2 && isPainted)
          lines.push({ node, ...own });
      }
      if (whole > 0) lost.set(node, 1 - kept / whole);
    });
    const pairs = new Set<string>();
    lines.sort((a, b) => a.top - b.top);
    lines.forEach((one, at) => {
      for (let next = at + 1; next < lines.length && next < at + 60; next++) {
        const other = lines[next];
        if (!other || other.top >= one.bottom) break;
        if (one.node !== other.node && meets(one, other))
          pairs.add(`${String(Math.min(one.node, other.node))} ${String(Math.max(one.node, other.node))}`);
      }
    });
    return { nodes: texts, lost, pairs, sizes, heights, lines };
  };
  /** Boxes around the texts that hide what they lie on. */
  const groundsOf = (texts: readonly Text[]): Map<Element, Box> => {
    const known = new Set<Element>();
    const grounds = new Map<Element, Box>();
    for (const { parentElement } of texts)
      for (let up = parentElement; up && up !== document.body && !known.has(up); up = up.parentElement) {
        known.add(up);
        const { backgroundColor, backgroundImage } = getComputedStyle(up);
        if (backgroundImage !== 'none' || !/^rgba\(.*, 0\)$/.test(backgroundColor))
          grounds.set(up, up.getBoundingClientRect());
      }
    return grounds;
  };
  const stanceOf = (texts: readonly Text[]): Stance => {
    const large = [
      document.documentElement,
      document.body,
      ...document.querySelectorAll('body > *, body > * > *'),
    ].slice(0, 200);
    return {
      angles: new Map(
        large
          .filter((element) => element.textContent.trim() !== '')
          .map((element) => [element, angleOf(element)]),
      ),
      letters: texts.reduce(
        (sum, text) =>
          sum + (text.parentElement?.checkVisibility({ visibilityProperty: true }) ? text.length : 0),
        0,
      ),
    };
  };
  const isHeld = (element: Element): boolean => {
    for (let up: Element | null = element; up; up = up.parentElement) {
      const { position, zIndex } = getComputedStyle(up);
      // Laid over the rest on purpose.
      if (/fixed|sticky/.test(position) || (position !== 'static' && zIndex !== 'auto' && zIndex !== '0'))
        return true;
    }
    return false;
  };
  /** Whether a box around a text lay on another text before anything changed. */
  const wasOn = (parent: Element, other: number): boolean => {
    const { nodes: texts, grounds, lines } = globalThis.qaText.rest;
    const text = texts[other] ?? null;
    for (let up: Element | null = parent; up && !up.contains(text); up = up.parentElement) {
      const ground = grounds.get(up);
      if (ground && lines.some((line) => line.node === other && meets(line, ground))) return true;
    }
    return false;
  };
  /** One of a row that a script moves, others of which stand wholly beyond the edge: each is read in its turn. */
  const hasTurn = (parent: Element): boolean => {
    let row = parent.parentElement;
    for (let one = parent; row && row !== document.body; one = row, row = row.parentElement) {
      const alike = [...row.children].filter(({ classList: [name] }) => name === one.classList[0]);
      if (alike.length < 3 || ![one, row].some((moved) => getComputedStyle(moved).transform !== 'none'))
        continue;
      let frame: Element | null = row;
      for (let steps = 0; frame && steps < 3 && !isClip(getComputedStyle(frame).overflowX); steps++)
        frame = frame.parentElement;
      if (!frame || !isClip(getComputedStyle(frame).overflowX)) continue;
      const edges = frame.getBoundingClientRect();
      const { top, height } = one.getBoundingClientRect();
      const isBeyond = (box: Box): boolean =>
        Math.abs(box.top - top) < height / 2 && (box.left >= edges.right || box.right <= edges.left);
      if (alike.some((other) => isBeyond(other.getBoundingClientRect()))) return true;
    }
    return false;
  };
  const faults = (now: Measured): TextFault[] => {
    const { rest } = globalThis.qaText;
    const found: TextFault[] = [];
    const seen = new Set<Element>();
    const add = (text: Text | undefined, fault: TextFault['fault']): void => {
      const parent = text?.parentElement;
      if (!parent || seen.has(parent) || found.length >= 10) return;
      seen.add(parent);
      found.push({ ...qp.placeOf(parent), fault });
    };
    now.nodes.forEach((text, node) => {
      const parent = text.parentElement;
      const lost = now.lost.get(node);
      if (!parent || lost === undefined || lost < 0.12 || (rest.lost.get(node) ?? 1) > 0.03) return;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
      let hasDots = false;
      for (let up: Element | null = parent; up && up !== document.body; up = up.parentElement) {
        // What goes by shows all of its words in turn.
        const isMoving = up
          .getAnimations()
          .some(({ effect }) => effect?.getComputedTiming().iterations === Infinity);
        if (isMoving || up.localName === 'marquee') return;
        const style = getComputedStyle(up);
        if (style.textOverflow !== 'clip' || style.getPropertyValue('-webkit-line-clamp') !== 'none')
          hasDots = true;
        // Folded away, for a button to unfold.
        const { width, height } = up.getBoundingClientRect();
        if (isClip(style.overflowY) && height < 6) return;
        if (isClip(style.overflowX) && width < 6) return;
      }
      add(text, hasDots ? 'ellipsis' : lost > 0.98 || hasTurn(parent) ? 'gone' : 'cut');
    });
    for (const pair of now.pairs) {
      if (rest.pairs.has(pair)) continue;
      const [first = -1, second = -1] = pair.split(' ').map(Number);
      const [one, other] = [now.nodes[first], now.nodes[second]];
      if (!one?.parentElement || !other?.parentElement) continue;
      if (isHeld(one.parentElement) || isHeld(other.parentElement)) continue;
      // Where blocks lie on one another as it is, more room may not be what hides the text.
      const wasHidden = wasOn(one.parentElement, second) || wasOn(other.parentElement, first);
      add(one, wasHidden ? 'gone' : 'covered');
    }
    return found;
  };
  globalThis.qaText = {
    rest: { ...measure(nodes), ...stanceOf(nodes), grounds: groundsOf(nodes) },
    measure,
    stanceOf,
    faults,
  };
  return nodes.length > 0;
}

/** Spaces the text out, says what is wrong then, and takes the spacing away. */
export function spaced(): TextFault[] {
  const { rest, measure, faults } = globalThis.qaText;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important;transition:none!important}p{margin-bottom:2em!important}',
  );
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, sheet];
  try {
    return faults(measure(rest.nodes));
  } finally {
    document.adoptedStyleSheets = before;
  }
}

/**
 * What is wrong on the half screen, and whether a box that cuts off its text is
 * as high as a share of the window, which was `times` as high as before.
 */
export function enlarged(times: number): { zoom: TextFault[]; isShort: boolean } {
  const { rest, measure, faults } = globalThis.qaText;
  const now = measure(rest.nodes);
  const found = faults(now);
  // As many pixels on a screen half as wide is twice as large; half as many is the same size.
  for (const [node, size] of now.sizes) {
    const before = rest.sizes.get(node) ?? 0;
    const parent = now.nodes[node]?.parentElement;
    if (found.length >= 10) break;
    if (
      parent &&
      before > 0 &&
      before < 60 &&
      (size * 2) / before < 1.1 &&
      (now.nodes[node]?.data.trim().length ?? 0) > 2
    )
      found.push({ ...qp.placeOf(parent), fault: 'still' });
  }
  const isClip = (value: string): boolean => value === 'hidden' || value === 'clip';
  /** Letters sliced through, or one line that goes on beyond the edge with no dots to say so, and that nothing will move. */
  const isSliced = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const isBare = element.children.length === 0 || [...element.children].every((one) => one.matches('br'));
    const mayMove =
      element.closest(
        'a,button,summary,nav,marquee,[class*=slide i],[class*=carousel i],[class*=ticker i]',
      ) ?? element.getAnimations().length > 0;
    if (!isBare || mayMove || element.hasAttribute('title') || parseFloat(style.transitionDuration) > 0)
      return false;
    const isLow = isClip(style.overflowY) && height >= 6 && height < 0.8 * parseFloat(style.fontSize);
    const isOneLine = /^(?:nowrap|pre)$/.test(style.whiteSpace) && style.textOverflow === 'clip';
    return (
      isLow || (isClip(style.overflowX) && isOneLine && width >= 20 && parseFloat(style.textIndent) === 0)
    );
  };
  for (const [node, lost] of now.lost) {
    const parent = now.nodes[node]?.parentElement;
    if (!parent || found.length >= 10) continue;
    // What is cut at its own size is cut at twice that.
    if (Math.min(lost, rest.lost.get(node) ?? 0) < 0.12 || lost > 0.98 || !isSliced(parent)) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const place = qp.placeOf(parent);
    if (!found.some(({ selector }) => selector === place.selector)) found.push({ ...place, fault: 'cut' });
  }
  const isShort = [...now.heights].some(([element, height]) => {
    const before = rest.heights.get(element) ?? 0;
    return before > 10 && Math.abs(height / before - times) < 0.01;
  });
  return { zoom: found, isShort };
}

/** What is cut off on the narrow screen: where no box cuts its text, nothing is. */
export function narrowed(): TextFault[] {
  const { rest, measure, faults } = globalThis.qaText;
  if (rest.heights.size === 0) return [];
  return faults(measure(rest.nodes)).filter(({ fault }) => fault === 'cut');
}

/** What is cut off on the half screen held sideways, as a zoom of 200 % makes it. */
export function shortened(): TextFault[] {
  const { rest, measure, faults } = globalThis.qaText;
  return faults(measure(rest.nodes)).filter(({ fault }) => fault === 'cut');
}

/** What turns when the screen does. */
export function rotated(): TextFault[] {
  const { rest, stanceOf } = globalThis.qaText;
  const now = stanceOf(rest.nodes);
  // An arrow or a badge may well turn: what lies down is the page, or most of it.
  const most = document.body.innerText.length / 2;
  for (const [element, angle] of now.angles) {
    const before = rest.angles.get(element);
    if (before === undefined || element.textContent.length < most) continue;
    if (getComputedStyle(element).display === 'inline') continue;
    const turn = Math.abs(angle - before) % 180;
    if (Math.abs(turn - 90) <= 2) return [{ ...qp.placeOf(element), fault: 'turned' }];
  }
  if (now.letters > rest.letters * 0.2) return [];
  const text = document.body.innerText.slice(0, 2_000);
  const asks = /\b(?:rotate|turn|landscape|portrait|orientation)\b|tourne[rz]|paysage|pivote[rz]/i;
  return asks.test(text) ? [{ ...qp.placeOf(document.body), fault: 'absent' }] : [];
}
