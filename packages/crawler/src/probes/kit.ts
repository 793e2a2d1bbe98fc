import type { PlaceFacts } from '../facts.ts';

/** An element met in the browser: where it stands, and what tells it. */
export interface SeenPlace extends Omit<PlaceFacts, 'line'> {
  /** Same for the same component on other pages: its tag and classes, after those of the nearest element that has a class. */
  readonly component: string;
  /** Its opening tag and first text, cut. */
  readonly html: string;
}

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** What every probe may use, inside the page: accessible names and roles are those that axe-core computes. */
export interface Kit {
  /** Shown on the screen. */
  isVisible(element: Element): boolean;
  /** Told by assistive technologies. */
  isExposed(element: Element): boolean;
  /** Accessible name, collapsed. */
  nameOf(element: Element): string;
  /** Computed role; `null` when it has none. */
  roleOf(element: Element): string | null;
  /** Own visible text, collapsed, cut. */
  textOf(element: Element, max?: number): string;
  placeOf(element: Element): SeenPlace;
  /** That of its place, which costs less. */
  componentOf(element: Element): string;
  /** Elements that a selector matches, also in open shadow trees, at most `max`. */
  all(selector: string, max?: number): Element[];
  /** A colour in any notation that the browser knows; transparent when it is none. */
  rgbaOf(colour: string): Rgba;
  /** What is seen of a colour over one that hides all. */
  over(top: Rgba, below: Rgba): Rgba;
  /** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, « contrast ratio »). */
  contrastOf(one: Rgba, other: Rgba): number;
  /** The least contrast that the text of an element needs: 3 for large text and for signs, 4.5 for the rest (RGAA 3.2). */
  neededOf(element: Element): number;
  /** The plain colour that an element is seen on, its own included; `null` when a picture or a veil is there. */
  behind(element: Element): Rgba | null;
  /** Whether something painted that is not around an element lies at its middle, as the picture under a bar laid over it: then nothing tells what is behind. */
  isLaidOver(element: Element): boolean;
}

declare global {
  /** Our own world of the page only. */
  var qp: Kit;
}

/**
 * Makes the kit, inside the page: it must stand alone, without anything of this
 * module. Its tree is that of the moment: made anew for each look.
 */
export function makeKit(): Kit {
  interface Virtual {
    readonly actualNode: Element;
  }
  interface Axe {
    setup(root?: Element): void;
    teardown(): void;
    utils: { getNodeFromTree(node: Element): Virtual | null; getSelector(node: Element): string | string[] };
    commons: {
      dom: {
        isVisibleOnScreen(node: Virtual): boolean;
        isVisibleToScreenReaders(node: Virtual): boolean;
      };
      text: { accessibleTextVirtual(node: Virtual): string };
      aria: { getRole(node: Virtual): string | null };
    };
  }
  const axe = (globalThis as unknown as { axe: Axe }).axe;
  axe.teardown();
  axe.setup(document.documentElement);
  const { dom, text, aria } = axe.commons;
  const collapse = (value: string): string => value.replace(/\s+/g, ' ').trim();
  const of = <T>(element: Element, missing: T, read: (node: Virtual) => T): T => {
    const node = axe.utils.getNodeFromTree(element);
    return node ? read(node) : missing;
  };
  const step = (element: Element): string => [element.localName, ...[...element.classList].sort()].join('.');
  const componentOf = (element: Element): string => {
    const bearer =
      element.classList.length > 0 ? null : element.parentElement?.closest('[class]:not([class=""])');
    return [...(bearer ? [step(bearer)] : []), step(element)].join(' ').slice(0, 300);
  };
  const zones: readonly (readonly [string, PlaceFacts['zone']])[] = [
    ['nav,[role=navigation],.fr-breadcrumb', 'navigation'],
    ['main,[role=main]', 'main'],
    ['header,[role=banner],.fr-header', 'header'],
    ['footer,[role=contentinfo],.fr-footer', 'footer'],
    ['aside,[role=complementary]', 'aside'],
  ];
  const any = zones.map(([selector]) => selector).join(',');
  const zoneOf = (element: Element): PlaceFacts['zone'] => {
    const landmark = element.closest(any);
    return zones.find(([selector]) => landmark?.matches(selector))?.[1] ?? 'body';
  };
  const selectorOf = (element: Element): string => {
    try {
      return [axe.utils.getSelector(element)].flat().join(' >>> ');
    } catch {
      return element.id === '' ? element.localName : `#${CSS.escape(element.id)}`;
    }
  };
  const roots = (): ParentNode[] => {
    const found: ParentNode[] = [document];
    for (let at = 0; at < found.length && found.length < 500; at++)
      for (const element of found[at]?.querySelectorAll('*') ?? [])
        if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };
  let trees: ParentNode[] | undefined;
  const colours = new Map<string, Rgba>();
  let pixel: OffscreenCanvasRenderingContext2D | null | undefined;
  const rgbaOf = (colour: string): Rgba => {
    const known = colours.get(colour);
    if (known) return known;
    let read: Rgba = [0, 0, 0, 0];
    const numbers = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
    if (numbers) read = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), Number(numbers[4] ?? 1)];
    else {
      pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (pixel) {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = 'transparent';
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 0] = pixel.getImageData(0, 0, 1, 1).data;
        read = [r, g, b, a / 255];
      }
    }
    colours.set(colour, read);
    return read;
  };
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminanceOf = ([r, g, b]: Rgba): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return {
    isVisible: (element) => of(element, false, (node) => dom.isVisibleOnScreen(node)),
    isExposed: (element) => of(element, false, (node) => dom.isVisibleToScreenReaders(node)),
    nameOf: (element) =>
      of(element, '', (node) => collapse(text.accessibleTextVirtual(node))).slice(0, 1_000),
    roleOf: (element) => of(element, null, (node) => aria.getRole(node)),
    textOf: (element, max = 1_000) =>
      collapse(element instanceof HTMLElement ? element.innerText : element.textContent).slice(0, max),
    componentOf,
    rgbaOf,
    over: ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1],
    contrastOf: (one, other) => {
      const [x, y] = [luminanceOf(one), luminanceOf(other)];
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    },
    neededOf: (element) => {
      const { fontSize, fontWeight } = getComputedStyle(element);
      const size = Number.parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.5 && Number(fontWeight) >= 700);
      // A sign is a drawing, of which no more is asked than of large text (RGAA 3.3).
      const isSign = !/[\p{L}\p{N}]/u.test(element.textContent);
      return isLarge || isSign ? 3 : 4.5;
    },
    behind: (element) => {
      for (let up: Element | null = element; up; up = up.parentElement) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(up);
        const colour = rgbaOf(backgroundColor);
        if (backgroundImage !== 'none' || opacity !== '1' || (colour[3] > 0 && colour[3] < 1)) return null;
        if (colour[3] === 1) return colour;
      }
      return [255, 255, 255, 1];
    },
    isLaidOver: (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const paints = (one: Element): boolean => {
        const { backgroundColor, backgroundImage } = getComputedStyle(one);
        return backgroundImage !== 'none' || rgbaOf(backgroundColor)[3] > 0;
      };
      // What is under the nearest that hides all is not seen.
      let ground = element.parentElement;
      while (ground && ground !== document.body && rgbaOf(getComputedStyle(ground).backgroundColor)[3] < 1)
        ground = ground.parentElement;
      return [...(ground ?? document.body).querySelectorAll('*')].some((one) => {
        if (one.contains(element) || element.contains(one)) return false;
        const box = one.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
        if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
        if (!one.matches('img,video,canvas,iframe,object') && !paints(one)) return false;
        // A window or a banner held to the screen lies over the page, and not under it.
        for (let up: Element | null = one; up && !up.contains(element); up = up.parentElement)
          if (getComputedStyle(up).position === 'fixed') return false;
        return true;
      });
    },
    placeOf: (element) => {
      const shallow = (element.cloneNode(false) as Element).outerHTML;
      const html = shallow.replace(/<\/[^>]*>$/, '').slice(0, 300);
      return {
        selector: selectorOf(element),
        zone: zoneOf(element),
        component: componentOf(element),
        html: collapse(`${html}${element.textContent.slice(0, 200)}`).slice(0, 500),
      };
    },
    all: (selector, max = 2_000) => {
      trees ??= roots();
      return trees.flatMap((tree) => [...tree.querySelectorAll(selector)]).slice(0, max);
    },
  };
}
