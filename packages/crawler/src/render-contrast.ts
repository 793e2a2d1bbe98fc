/* A function that runs inside the page: it must stand alone, without anything of this module. */

/** What is used here of axe-core's view of a node. */
interface AxeElement {
  readonly props: { readonly nodeName: string; readonly nodeType: number; readonly nodeValue: string | null };
  readonly actualNode: Element;
  readonly parent: AxeElement | null;
  readonly children: readonly AxeElement[];
  readonly boundingClientRect: DOMRect;
  readonly clientRects: readonly DOMRect[];
  getComputedStylePropertyValue(property: string): string;
}

type Matches = (node: Element, element: AxeElement, context: unknown) => boolean;
type Evaluate = (
  this: { data(told: unknown): void },
  node: Element,
  options: unknown,
  element: AxeElement,
) => boolean | undefined;

interface Axe {
  readonly _audit?: {
    readonly rules: readonly { readonly id: string; matches: Matches }[];
    readonly checks: Readonly<Record<string, { evaluate: Evaluate }>>;
  };
}

/**
 * Spares axe-core the texts whose contrast is beyond doubt, which are most of
 * them: the rule `color-contrast` takes half of its time. A text is spared only
 * when it is certain that axe would find nothing to say of it: plain colours,
 * only its own ancestors under it, all of them ordinary, and a contrast above
 * what any text must have. All others go through axe: see decision 0014.
 */
export function spareReadableTexts({ _audit: audit }: Axe): void {
  const rule = audit?.rules.find(({ id }) => id === 'color-contrast');
  const check = audit?.checks['color-contrast'];
  // Another axe-core than the one known here: it does all by itself.
  if (!rule || !check) return;

  /** More than 4.5, the most that a text must have, whatever is lost in rounding. */
  const CLEAR = 4.55;
  /** Boxes looked at before axe is left to do the rest, on a page of thousands of elements side by side. */
  const LOOKS = 1_000_000;
  /** A text of more lines is a book: axe reads it. */
  const LINES = 300;
  /** axe draws the first texts of each font to know whether it is made of icons: see `drawn`. */
  const DRAWN = 3;
  const FIELDS = ['input', 'select', 'textarea'];
  const PICTURES = ['img', 'canvas', 'object', 'iframe', 'video', 'svg'];
  const CLEAR_COLOR = 'rgba(0, 0, 0, 0)';

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** What is asked of an element and of all those around it. */
  interface Way {
    /** Ancestors that cut off what leaves them. */
    readonly frames: readonly DOMRect[];
    readonly floats: boolean;
    readonly isPositioned: boolean;
  }
  /** What is known of one run of axe-core: its elements are made anew for each. */
  interface Page {
    /** How many boxes may still be looked at. */
    left: number;
    /** What an element and all that it holds occupies; absent when it is nothing. */
    readonly boxes: Map<AxeElement, Box>;
    readonly ways: Map<AxeElement, Way | null>;
    readonly readable: Map<AxeElement, boolean>;
    /** Texts of each font that axe has certainly drawn. */
    readonly drawn: Map<string, number>;
  }
  const pages = new WeakMap<AxeElement, Page>();
  const lights = new Map<string, number | null>();

  function pageOf(element: AxeElement): Page {
    let root = element;
    while (root.parent) root = root.parent;
    const known = pages.get(root);
    if (known) return known;
    const boxes = new Map<AxeElement, Box>();
    const page: Page = { left: 0, boxes, ways: new Map(), readable: new Map(), drawn: new Map() };
    pages.set(root, page);
    // In a tree with shadows, an element may be painted far from where it stands.
    if (!measure(root, boxes)) page.left = LOOKS;
    return page;
  }

  /** Fills the boxes; says whether a shadow tree was met. */
  function measure(element: AxeElement, boxes: Map<AxeElement, Box>): boolean {
    let hasShadows = element.actualNode.shadowRoot !== null || element.props.nodeName === 'slot';
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    const add = (box: Box): void => {
      left = Math.min(left, box.left);
      top = Math.min(top, box.top);
      right = Math.max(right, box.right);
      bottom = Math.max(bottom, box.bottom);
    };
    const own = element.boundingClientRect;
    if (own.width !== 0 && own.height !== 0) add(own);
    for (const child of element.children) {
      if (child.props.nodeType !== 1) continue;
      if (measure(child, boxes)) hasShadows = true;
      const box = boxes.get(child);
      if (box) add(box);
    }
    if (left <= right) boxes.set(element, { left, top, right, bottom });
    return hasShadows;
  }

  /** Whether axe counts a point, in whole pixels, as one of the element's. */
  function holds(element: AxeElement, x: number, y: number): boolean {
    return element.clientRects.some(
      ({ left, top, width, height }) =>
        x < Math.floor(left + width) &&
        x >= Math.floor(left) &&
        y < Math.floor(top + height) &&
        y >= Math.floor(top),
    );
  }

  /** Adds the elements at a point; says whether none of them is other than those expected. */
  function collect(
    at: AxeElement,
    x: number,
    y: number,
    expected: ReadonlySet<AxeElement>,
    page: Page,
    found: AxeElement[],
  ): boolean {
    page.left -= at.children.length + at.clientRects.length;
    if (page.left < 0) return false;
    const isSeen = !/hidden|collapse/.test(at.getComputedStylePropertyValue('visibility'));
    if (isSeen && holds(at, x, y)) {
      if (!expected.has(at)) return false;
      found.push(at);
    }
    return at.children.every((child) => {
      const box = page.boxes.get(child);
      const isNear =
        box && x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1;
      return !isNear || collect(child, x, y, expected, page, found);
    });
  }

  /** Whether an element and all around it are ordinary: nothing that mixes, moves or reorders what is painted. */
  function wayOf(element: AxeElement, page: Page): Way | null {
    let way = page.ways.get(element);
    if (way === undefined) {
      way = nextWay(element, element.parent ? wayOf(element.parent, page) : undefined);
      page.ways.set(element, way);
    }
    return way;
  }

  function nextWay(element: AxeElement, around: Way | null | undefined): Way | null {
    if (around === null) return null;
    const style = (property: string): string => element.getComputedStylePropertyValue(property);
    if (style('opacity') !== '1' || style('mix-blend-mode') !== 'normal') return null;
    const position = style('position');
    if (position === 'fixed' || !/^(?:auto|\d+)$/.test(style('z-index'))) return null;
    const floats = style('float') !== 'none' || (around?.floats ?? false);
    const isPositioned = position !== 'static' || (around?.isPositioned ?? false);
    // axe puts what floats below what is placed, even around it.
    if (floats && isPositioned) return null;
    if (hasPainted(element.actualNode, '::before') || hasPainted(element.actualNode, '::after')) return null;
    const frames = around?.frames ?? [];
    const overflow = style('overflow');
    if (overflow === 'hidden')
      return { frames: [...frames, element.boundingClientRect], floats, isPositioned };
    if (overflow !== 'visible') {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element.actualNode;
      if (scrollWidth > clientWidth || scrollHeight > clientHeight) return null;
    }
    return { frames, floats, isPositioned };
  }

  /** A box that the style sheet adds, placed freely and coloured. */
  function hasPainted(node: Element, pseudo: string): boolean {
    const style = getComputedStyle(node, pseudo);
    if (style.content === 'none' || style.position !== 'absolute') return false;
    return style.backgroundColor !== CLEAR_COLOR || style.backgroundImage !== 'none';
  }

  /** Relative luminance of an opaque colour; `null` for another. */
  function lightOf(color: string): number | null {
    let light = lights.get(color);
    if (light === undefined) {
      const [, ...channels] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color) ?? [];
      const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = channels.map((channel) => {
        const value = Number(channel) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      const sum = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      light = Number.isNaN(sum) ? null : sum;
      lights.set(color, light);
    }
    return light;
  }

  const isInside = (box: Box, frame: Box): boolean =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

  function isText({ props }: AxeElement): boolean {
    return props.nodeType === 3 && (props.nodeValue ?? '').trim() !== '';
  }

  /** Whether axe, asked about an element that bears text, would certainly find its contrast good. */
  function isReadable(element: AxeElement): boolean {
    const page = pageOf(element);
    let isSure = page.readable.get(element);
    if (isSure === undefined) {
      isSure = page.left > 0 && prove(element, page);
      page.readable.set(element, isSure);
    }
    return isSure;
  }

  function prove(element: AxeElement, page: Page): boolean {
    const texts = element.children.filter(isText);
    // Signs, pictograms and private letters have rules of their own.
    const hasLetters = texts.some(({ props }) => /[a-z0-9]/i.test(props.nodeValue ?? ''));
    // What is written in a field is not in the tree: axe looks at the middle of the field.
    const isField = texts.length === 0 && FIELDS.includes(element.props.nodeName);
    if (!hasLetters && !isField) return false;
    const own = getComputedStyle(element.actualNode);
    const ink = lightOf(own.getPropertyValue('-webkit-text-fill-color'));
    if (ink === null || own.textShadow !== 'none') return false;
    if (own.getPropertyValue('-webkit-text-stroke-width') !== '0px') return false;
    const way = wayOf(element, page);
    if (!way) return false;
    const box = element.boundingClientRect;
    const rects = isField ? [box] : texts.flatMap(rectsOf);
    if (rects.length > LINES) return false;
    const isWhole = rects.every((rect) => {
      const x = rect.left + rect.width / 2;
      const y = rect.top + rect.height / 2;
      return isInside({ left: x, right: x, top: y, bottom: y }, box) && x >= 0 && y >= 0;
    });
    const lines = rects.filter(({ width, height }) => width >= 1 && height >= 1);
    // Of a line thinner than that, axe may look for what is under it in the next square of its grid.
    if (!isWhole || lines.length === 0 || lines.some(({ width, height }) => width < 2 || height < 2))
      return false;
    if (!lines.every((line) => way.frames.every((frame) => isInside(line, frame)))) return false;
    const under = stackOf(element, lines, page);
    return under !== null && isClear(under, lines, ink);
  }

  function rectsOf({ actualNode }: AxeElement): DOMRect[] {
    const range = document.createRange();
    range.selectNodeContents(actualNode);
    return [...range.getClientRects()];
  }

  /** The element and those around it that are under all its lines, the nearest first; `null` when there is another, or when lines differ. */
  function stackOf(element: AxeElement, lines: readonly DOMRect[], page: Page): AxeElement[] | null {
    const around = new Set<AxeElement>();
    let root = element;
    for (let up: AxeElement | null = element; up; up = up.parent) {
      around.add(up);
      root = up;
    }
    let first: AxeElement[] | undefined;
    for (const { left, top, width, height } of lines) {
      const found: AxeElement[] = [];
      const [x, y] = [Math.floor(left + width / 2), Math.floor(top + height / 2)];
      if (!collect(root, x, y, around, page, found)) return null;
      first ??= found;
      if (found.length !== first.length || found.some((one, at) => one !== first?.[at])) return null;
    }
    const stack = first?.reverse() ?? [];
    const hasBody = stack.some(({ actualNode }) => actualNode === document.body);
    return stack[0] === element && hasBody && stack.at(-1) === root ? stack : null;
  }

  function isClear(stack: readonly AxeElement[], lines: readonly DOMRect[], ink: number): boolean {
    let paper: number | undefined;
    for (const element of stack) {
      const color = element.getComputedStylePropertyValue('background-color');
      if (color === CLEAR_COLOR) {
        if (paper === undefined && hasPicture(element)) return false;
        continue;
      }
      const light = lightOf(color);
      if (light === null) return false;
      if (paper !== undefined) continue;
      if (hasPicture(element)) return false;
      const isBehind = lines.every((line) => isInside(line, element.boundingClientRect));
      if (!isBehind) return false;
      paper = light;
    }
    paper ??= 1;
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) > CLEAR;
  }

  function hasPicture(element: AxeElement): boolean {
    const isOne = PICTURES.includes(element.props.nodeName.toLowerCase());
    return isOne || element.getComputedStylePropertyValue('background-image') !== 'none';
  }

  /**
   * Whether axe knows by now what the font of an element is made of: of texts
   * that come later, it remembers nothing. Sparing one of the first would change
   * what it thinks of the others.
   */
  function isFontKnown(element: AxeElement): boolean {
    return (pageOf(element).drawn.get(fontOf(element)) ?? 0) >= DRAWN;
  }

  function fontOf(element: AxeElement): string {
    return element.getComputedStylePropertyValue('font-family');
  }

  /**
   * Whether a text is in a bar held to the window through which it shows what the page has
   * there. axe keeps such bars apart: of what is under one it knows <body> alone.
   */
  function seesThrough(node: Element): boolean {
    let bar: Element | null = node;
    for (; bar && getComputedStyle(bar).position !== 'fixed'; bar = bar.parentElement)
      if (covers(bar)) return false;
    if (!bar || covers(bar)) return false;
    const { left, top, width, height } = node.getBoundingClientRect();
    for (const one of document.elementsFromPoint(left + width / 2, top + height / 2)) {
      if (one.contains(bar)) continue;
      if (covers(one)) return !bar.contains(one);
    }
    return false;
  }

  /** Whether nearly nothing of what is under it can be seen. */
  function covers(one: Element): boolean {
    if (PICTURES.includes(one.localName)) return true;
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    const [, alpha = '1'] = /^(?:rgba\(.*,|.*\/) ?([\d.]+)\)$/.exec(backgroundColor) ?? [];
    return backgroundImage !== 'none' || Number(alpha) >= 0.9;
  }

  const { matches } = rule;
  rule.matches = (node, element, context) => {
    if (!FIELDS.includes(element.props.nodeName)) {
      if (!element.children.some(isText)) return false;
      if (isFontKnown(element) && isReadable(element)) return false;
    }
    const doesMatch = matches(node, element, context);
    const first = element.children.find(({ props }) => props.nodeType === 3)?.props.nodeValue ?? '';
    if (
      doesMatch &&
      first.length < 1_000 &&
      /[a-z]/i.test(first) &&
      /^[ \t\r\na-z0-9à-ÿ.,:;'()-]+$/i.test(first)
    ) {
      const { drawn } = pageOf(element);
      drawn.set(fontOf(element), (drawn.get(fontOf(element)) ?? 0) + 1);
    }
    return doesMatch;
  };
  const { evaluate } = check;
  check.evaluate = function (node, options, element) {
    if (isReadable(element)) return true;
    const answer = evaluate.call(this, node, options, element);
    if (answer !== false || !seesThrough(node)) return answer;
    // Left undecided, it is measured on the pixels behind it.
    this.data({ messageKey: 'bgOverlap' });
    return undefined;
  };
}
