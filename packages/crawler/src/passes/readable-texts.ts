import type { Shown } from './pass.ts';

/** Screens that are photographed at most, and texts looked at. */
const SCREENS = 10;
const TEXTS = 400;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text made transparent, and where its lines stand on the screen. */
interface Hidden {
  readonly element: HTMLElement;
  readonly selector: string;
  readonly colour: readonly [number, number, number, number];
  readonly needed: number;
  state: 'waiting' | 'shown' | 'readable' | 'unsure';
  lines: DOMRect[];
}

declare global {
  /** Our own world of the page only, while texts are hidden. */
  var qaHidden: { readonly texts: readonly Hidden[]; readonly sheets: readonly CSSStyleSheet[] } | undefined;
}

/**
 * Of the texts whose background axe-core cannot tell (a gradient, a
 * pseudo-element), those that read well on each of the pixels behind them: all are
 * hidden at once and photographed screen by screen. One that is not among
 * them proves nothing.
 */
export async function readableTexts(
  { session, call }: Pick<Shown, 'session' | 'call'>,
  selectors: readonly string[],
): Promise<string[]> {
  const readable: string[] = [];
  try {
    if (!(await call(hide, selectors.slice(0, TEXTS)))) return [];
    for (let screen = 0; screen < SCREENS; screen++) {
      const clip = await call(nextScreen);
      if (!clip) break;
      const { data } = await session.send('Page.captureScreenshot', {
        ...{ format: 'png', optimizeForSpeed: true },
        clip: { ...clip, scale: 1 },
      });
      readable.push(...(await call(readScreen, data, clip)));
    }
  } finally {
    await call(show);
  }
  return readable;
}

/** Whether some can be measured, which are transparent from now on. Runs inside the page. */
function hide(selectors: readonly string[]): boolean {
  const texts: Hidden[] = [];
  const rules: string[] = [];
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    if (!(element instanceof HTMLElement) || !qp.isVisible(element) || !isPlain(element)) continue;
    const { webkitTextFillColor, color } = getComputedStyle(element);
    const colour = qp.rgbaOf(webkitTextFillColor || color);
    if (colour[3] === 0) continue;
    texts.push({ element, selector, colour, needed: qp.neededOf(element), state: 'waiting', lines: [] });
    rules.push(selector);
  }
  if (texts.length === 0) return false;
  const sheet = new CSSStyleSheet();
  for (const rule of rules)
    try {
      sheet.insertRule(
        `${rule}{color:transparent!important;-webkit-text-fill-color:transparent!important;transition:none!important}`,
      );
    } catch {
      // It stays as it is, and is found unreadable on its own letters.
    }
  globalThis.qaHidden = { texts, sheets: [...document.adoptedStyleSheets] };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return true;

  /** Whether its letters have one colour, and no picture that may not have come stands behind them. */
  function isPlain(element: HTMLElement): boolean {
    const { textShadow, backgroundClip } = getComputedStyle(element);
    if (textShadow !== 'none' || backgroundClip === 'text') return false;
    for (let up: Element | null = element; up; up = up.parentElement) {
      const { opacity, filter, mixBlendMode, backgroundColor } = getComputedStyle(up);
      // Of what is opaque, as a header, the shadow falls beside it: that of its letters is not seen.
      const isShade = /^drop-shadow\((?:[^()]|\([^()]*\))*\)$/.test(filter);
      const isFiltered = filter !== 'none' && !(isShade && qp.rgbaOf(backgroundColor)[3] === 1);
      if (opacity !== '1' || isFiltered || mixBlendMode !== 'normal') return false;
      for (const pseudo of [null, '::before', '::after'])
        if (getComputedStyle(up, pseudo).backgroundImage.includes('url(')) return false;
    }
    return true;
  }
}

/** Brings the next texts to the screen; the part of the page to photograph, `null` when none is left. Runs inside the page. */
function nextScreen(): Box | null {
  const { texts = [] } = globalThis.qaHidden ?? {};
  for (const text of texts) if (text.state === 'shown') text.state = 'unsure';
  for (;;) {
    const first = texts.find(({ state }) => state === 'waiting');
    if (!first) return null;
    first.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (const text of texts) if (text.state === 'waiting') look(text);
    // Larger than the screen, or hidden by something.
    if (first.state === 'waiting') first.state = 'unsure';
    const lines = texts.filter(({ state }) => state === 'shown').flatMap((text) => text.lines);
    if (lines.length === 0) continue;
    const left = Math.floor(Math.min(...lines.map((line) => line.left)));
    const top = Math.floor(Math.min(...lines.map((line) => line.top)));
    const right = Math.ceil(Math.max(...lines.map((line) => line.right)));
    const bottom = Math.ceil(Math.max(...lines.map((line) => line.bottom)));
    // A clip is counted from the top of the page.
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  }

  function look(text: Hidden): void {
    const lines = linesOf(text.element);
    const isWhole = lines.every(
      ({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
    );
    if (lines.length === 0) text.state = 'unsure';
    else if (isWhole && lines.every((line) => isUncovered(text.element, line)))
      [text.state, text.lines] = ['shown', lines];
  }

  function linesOf(element: Element): DOMRect[] {
    const range = document.createRange();
    return [...element.childNodes].flatMap((node) => {
      if (node.nodeType !== 3 || !/\S/.test(node.nodeValue ?? '')) return [];
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
    });
  }

  /** Whether nothing painted lies over it, and no picture anywhere in between or behind. */
  function isUncovered(element: Element, { left, top, width, height }: DOMRect): boolean {
    const stack = document.elementsFromPoint(left + width / 2, top + height / 2);
    const at = stack.indexOf(element);
    if (at < 0 || stack.some((one) => one.matches('img,video,canvas,iframe,object,embed,svg,svg *')))
      return false;
    return stack.slice(0, at).every((one) => {
      const { backgroundColor, backgroundImage } = getComputedStyle(one);
      return element.contains(one) || (qp.rgbaOf(backgroundColor)[3] === 0 && backgroundImage === 'none');
    });
  }
}

/** Selectors of the texts photographed that read well. Runs inside the page. */
async function readScreen(png: string, clip: Box): Promise<string[]> {
  const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (!canvas || picture.width < clip.width) return [];
  canvas.drawImage(picture, 0, 0);
  const readable: string[] = [];
  for (const text of globalThis.qaHidden?.texts ?? []) {
    if (text.state !== 'shown') continue;
    const isReadable = text.lines.every((line) => readsWell(text, line));
    text.state = isReadable && isStill(text) ? 'readable' : 'unsure';
    if (text.state === 'readable') readable.push(text.selector);
  }
  return readable;

  function readsWell({ colour, needed }: Hidden, { left, top, right, bottom }: DOMRect): boolean {
    const x = Math.floor(left) + scrollX - clip.x;
    const y = Math.floor(top) + scrollY - clip.y;
    const pixels = canvas?.getImageData(x, y, Math.ceil(right - left), Math.ceil(bottom - top));
    const met = new Set<number>();
    for (const pixel of new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer())) met.add(pixel);
    return (
      met.size > 0 &&
      [...met].every((pixel) => {
        const behind = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, 1] as const;
        return qp.contrastOf(qp.over(colour, behind), behind) >= needed;
      })
    );
  }

  /** A layout that a script moves once it is scrolled to has left another part of the page there. */
  function isStill({ element, lines: [line] }: Hidden): boolean {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].some(
      ({ left, top }) => Math.abs(left - (line?.left ?? 0)) < 1 && Math.abs(top - (line?.top ?? 0)) < 1,
    );
  }
}

/** Runs inside the page. */
function show(): void {
  if (globalThis.qaHidden) document.adoptedStyleSheets = [...globalThis.qaHidden.sheets];
  globalThis.qaHidden = undefined;
}
