import type { SeenPlace } from '../probes/kit.ts';
import type { Pass } from './pass.ts';
import { readableTexts } from './readable-texts.ts';

/** A text that axe-core could not settle, measured on the pixels behind it. */
export interface MeasuredText extends SeenPlace {
  /** Contrast with the pixels behind it, where it is lowest and highest. */
  readonly lowest: number;
  readonly highest: number;
  /** 3 or 4.5 (`neededOf`). */
  readonly needed: number;
  /** No word: an arrow, a mark. */
  readonly isSign?: true;
}

/** Contrasts that only pixels or states of the page tell. */
export interface ContrastFacts {
  readonly texts: readonly MeasuredText[];
  /** Selectors of those that read well on all that lies behind; absent when there are none. */
  readonly readable?: readonly string[];
  /** Links and buttons whose text gets too pale when pointed at or reached. */
  readonly states: readonly (SeenPlace & {
    readonly state: 'hover' | 'focus';
    readonly ratio: number;
    readonly needed: number;
  })[];
}

/** Texts and controls measured on a page. */
const MOST_TEXTS = 12;
const MOST_STATES = 12;

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Readied extends SeenPlace {
  readonly clip: Clip;
  readonly colour: string;
  readonly needed: number;
  readonly isSign?: true;
}

/** Reads again what axe-core left undecided for `color-contrast`, then the colours of pointed and focused controls. */
export const contrast: Pass<ContrastFacts> = async ({ session, call, axe }) => {
  const { nodes = [] } =
    axe.find(({ rule, outcome }) => rule === 'color-contrast' && outcome === 'incomplete') ?? {};
  const undecided = nodes.filter(({ selector }) => selector !== '' && !selector.includes('>>>'));
  // The link that was tried to skip to the content keeps the focus, and with it other colours than at rest.
  if (undecided.length > 0) await call(leave);
  const all = undecided.map(({ selector }) => selector);
  const readable = new Set(all.length > 0 ? await readableTexts({ session, call }, all) : []);
  const texts: MeasuredText[] = [];
  const met = new Set<string>();
  for (const { selector, component } of undecided) {
    if (texts.length >= MOST_TEXTS || met.size >= 3 * MOST_TEXTS) break;
    if (met.has(component) || readable.has(selector)) continue;
    met.add(component);
    const text = (await textOf(selector)) ?? (await textOf(selector));
    if (text) texts.push(text);
  }
  return { texts, ...(readable.size > 0 ? { readable: [...readable] } : {}), states: await statesOf() };

  /** Its contrast with the pixels behind; nothing where they can't be told, or moved meanwhile. */
  async function textOf(selector: string): Promise<MeasuredText | null> {
    const readied = await call(hideText, selector);
    if (!readied) return null;
    try {
      if (await call(lacksPicture, selector)) return null;
      const { clip, colour, needed, ...place } = readied;
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'png',
        optimizeForSpeed: true,
        clip: { ...clip, scale: 1 },
      });
      // A layout that a script moves once it is scrolled to leaves another part of the page there.
      if (!(await call(isThere, selector, clip))) return null;
      const measured = await call(measure, data, colour);
      return measured && { ...place, ...measured, needed };
    } finally {
      await call(showText, selector);
    }
  }

  async function statesOf(): Promise<ContrastFacts['states']> {
    const controls = await call(listControls, MOST_STATES);
    if (controls.length === 0) return [];
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    try {
      const { root } = await session.send('DOM.getDocument', { depth: 0 });
      // Each selector is that of one element: all are found with one message.
      const { nodeIds: ids } = await session.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: controls.map(({ selector }) => selector).join(),
      });
      // All of them at once: none changes another, and each message to the browser takes its time.
      const force = (forcedPseudoClasses: string[]): Promise<unknown> =>
        Promise.all(
          ids.map((nodeId) => session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses })),
        );
      const found: ContrastFacts['states'][number][] = [];
      // What is too pale at rest has been told once: a state is another fault only where it is the cause.
      const all = controls.map(({ selector }) => selector);
      await call(leave);
      const pale = new Set((await call(controlContrasts, all)).map(({ selector }) => selector));
      const selectors = all.filter((selector) => !pale.has(selector));
      for (const state of ['hover', 'focus'] as const) {
        await force(state === 'focus' ? ['focus', 'focus-visible'] : [state]);
        for (const seen of await call(controlContrasts, selectors)) found.push({ ...seen, state });
      }
      return found;
    } finally {
      // What was forced is let go of.
      await session.send('CSS.disable');
      await session.send('DOM.disable');
    }
  }
};

/** Makes the text of an element transparent, and says where it stands. Runs inside the page. */
function hideText(selector: string): Readied | null {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement) || !qp.isVisible(element)) return null;
  // Texts hidden together a moment ago are still coming back to their colours, where the page makes them fade.
  for (const one of document.getAnimations())
    if (one instanceof CSSTransition && one.transitionProperty.endsWith('color')) one.finish();
  const style = getComputedStyle(element);
  // A shadow or an outline is part of the letters: their contrast is not that of one colour.
  if (style.textShadow !== 'none' || style.filter !== 'none' || style.mixBlendMode !== 'normal') return null;
  // One letter that stands for what the name says, as an X that closes, is a sign and no text.
  const letter = element.textContent.trim();
  const control = element.closest('a,button,[role=button],[role=link]');
  if (/^\p{L}$/u.test(letter) && control && qp.nameOf(control).toLowerCase() !== letter.toLowerCase())
    return null;
  // In an index by letters, one that is no link has no entry: it stands for a link that is inactive (3.2, special cases).
  const others = [...(element.parentElement?.children ?? [])].filter((one) =>
    /^\p{L}$/u.test(one.textContent.trim()),
  );
  const isIndexed = others.some((one) => one.matches('a[href]') || one.querySelector('a[href]'));
  if (/^\p{L}$/u.test(letter) && !control && isIndexed && others.length > 10) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const range = document.createRange();
  const text = [...element.childNodes].find((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
  if (!text) return null;
  range.selectNodeContents(text);
  const [box] = range.getClientRects();
  if (!box || box.width < 2 || box.height < 2) return null;
  const x = Math.max(0, Math.ceil(box.left));
  const y = Math.max(0, Math.ceil(box.top));
  const width = Math.min(innerWidth, Math.floor(box.right)) - x;
  const height = Math.min(innerHeight, Math.floor(box.bottom)) - y;
  if (width < 2 || height < 2) return null;
  if (isVeiled(element, (x + width / 2) | 0, (y + height / 2) | 0)) return null;
  const colour = style.webkitTextFillColor || style.color;
  element.dataset['qpStyle'] = element.getAttribute('style') ?? '';
  for (const name of ['color', '-webkit-text-fill-color'])
    element.style.setProperty(name, 'transparent', 'important');
  element.style.setProperty('transition', 'none', 'important');
  // A clip is counted from the top of the page.
  return {
    ...qp.placeOf(element),
    clip: { x: x + scrollX, y: y + scrollY, width: Math.min(width, 600), height: Math.min(height, 200) },
    colour,
    needed: qp.neededOf(element),
    ...(/[\p{L}\p{N}]/u.test(letter) ? {} : { isSign: true }),
  };

  /** Whether a layer over the page, as behind a window for cookies, tints what is seen of it: the letters are tinted too. */
  function isVeiled(text: Element, left: number, top: number): boolean {
    const stack = document.elementsFromPoint(left, top);
    return stack.slice(0, Math.max(0, stack.indexOf(text))).some((over) => {
      if (text.contains(over) || over.contains(text)) return false;
      return [null, '::before', '::after'].some((pseudo) => {
        const { content, backgroundColor, backgroundImage } = getComputedStyle(over, pseudo);
        const isThere = pseudo === null || content !== 'none';
        return isThere && (qp.rgbaOf(backgroundColor)[3] > 0 || backgroundImage !== 'none');
      });
    });
  }
}

/** Whether the text of an element is still where it was to be measured. Runs inside the page. */
function isThere(selector: string, { x, y, width, height }: Clip): boolean {
  const element = document.querySelector(selector);
  const text = [...(element?.childNodes ?? [])].find(
    (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
  );
  if (!text) return false;
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left + scrollX <= x + 1 &&
      top + scrollY <= y + 1 &&
      right + scrollX >= x + width - 1 &&
      bottom + scrollY >= y + height - 1,
  );
}

/** Runs inside the page. */
function showText(selector: string): void {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) return;
  const before = element.dataset['qpStyle'];
  if (before === undefined) return;
  delete element.dataset['qpStyle'];
  if (before === '') element.removeAttribute('style');
  else element.setAttribute('style', before);
}

/** Whether a picture meant to stand behind an element did not come: what is there instead proves nothing. Runs inside the page. */
async function lacksPicture(selector: string): Promise<boolean> {
  const element = document.querySelector(selector);
  if (!element) return true;
  const { left, top, width, height } = element.getBoundingClientRect();
  const behind = document.elementsFromPoint(left + width / 2, top + height / 2);
  for (let at: Element | null = element; at; at = at.parentElement) behind.push(at);
  const addresses = new Set<string>();
  for (const one of new Set(behind)) {
    if (one instanceof HTMLImageElement && one.src !== '' && one.naturalWidth === 0) return true;
    for (const pseudo of [null, '::before', '::after'])
      for (const [, url = ''] of getComputedStyle(one, pseudo).backgroundImage.matchAll(/url\("([^"]+)"\)/g))
        addresses.add(url);
  }
  const came = await Promise.all(
    [...addresses].slice(0, 10).map((url) => {
      const picture = new Image();
      picture.src = url;
      return picture.decode().then(
        () => true,
        () => false,
      );
    }),
  );
  return came.includes(false);
}

/** Contrast of a colour with each pixel of a picture. Runs inside the page. */
async function measure(png: string, colour: string): Promise<{ lowest: number; highest: number } | null> {
  const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!canvas) return null;
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const text = qp.rgbaOf(colour);
  if (text[3] === 0) return null;
  const met = new Set<number>();
  let lowest = 21;
  let highest = 1;
  for (let at = 0; at < data.length; at += 4) {
    const [x = 0, y = 0, z = 0] = [data[at], data[at + 1], data[at + 2]];
    // Most pixels are of a few colours.
    const key = (x << 16) | (y << 8) | z;
    if (met.has(key)) continue;
    met.add(key);
    const behind = [x, y, z, 1] as const;
    const ratio = qp.contrastOf(qp.over(text, behind), behind);
    lowest = Math.min(lowest, ratio);
    highest = Math.max(highest, ratio);
  }
  return { lowest: Math.floor(lowest * 100) / 100, highest: Math.floor(highest * 100) / 100 };
}

/** What has the focus is not at rest. Runs inside the page. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** One link or button of each component that a style sheet may change. Runs inside the page. */
function listControls(most: number): { selector: string }[] {
  const mayChange = [...document.styleSheets].some((sheet) => {
    try {
      return [...sheet.cssRules].some(({ cssText }) => /:(?:hover|focus)/.test(cssText));
    } catch {
      // Of another origin: not read.
      return true;
    }
  });
  if (!mayChange) return [];
  const components = new Map<string, { selector: string }>();
  for (const element of qp.all('a[href],button', 500)) {
    if (components.size >= most) break;
    if (!/\S/.test(element.textContent) || !qp.isVisible(element) || element.matches(':disabled')) continue;
    const component = qp.componentOf(element);
    if (components.has(component)) continue;
    const { selector } = qp.placeOf(element);
    if (!selector.includes('>>>')) components.set(component, { selector });
  }
  return [...components.values()];
}

/** The contrasts of controls as they stand, where they are too low and the colour behind is plain. Runs inside the page. */
function controlContrasts(selectors: readonly string[]): (SeenPlace & { ratio: number; needed: number })[] {
  return selectors.flatMap((selector) => {
    const element = document.querySelector(selector);
    return (element && contrastOf(element)) ?? [];
  });

  /** Whether its words are out of its box, which shows a picture in their place. */
  function isCutOut(element: Element): boolean {
    const { overflowX, fontSize } = getComputedStyle(element);
    if (parseFloat(fontSize) < 1) return true;
    if (overflowX === 'visible') return false;
    const box = element.getBoundingClientRect();
    const text = [...element.childNodes].find(
      (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
    );
    if (!text) return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, width } = range.getBoundingClientRect();
    return Math.min(right, box.right) - Math.max(left, box.left) < width / 2;
  }

  function contrastOf(element: Element): (SeenPlace & { ratio: number; needed: number }) | null {
    for (const animation of element.getAnimations()) animation.finish();
    const style = getComputedStyle(element);
    const behind = qp.behind(element);
    if (!behind) return null;
    const colour = qp.rgbaOf(style.color);
    if (colour[3] !== 1 || style.textShadow !== 'none') return null;
    const ratio = qp.contrastOf(colour, behind);
    const needed = qp.neededOf(element);
    // Text inside the control may have a colour of its own.
    const hasOwnText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
    );
    if (ratio >= needed || !hasOwnText || isCutOut(element) || qp.isLaidOver(element)) return null;
    return { ...qp.placeOf(element), ratio: Math.floor(ratio * 100) / 100, needed };
  }
}
