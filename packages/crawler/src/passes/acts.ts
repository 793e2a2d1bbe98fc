/** What changed on the page since it was marked. */
export interface Changes {
  /** Lines of text now shown that were not, cut. */
  readonly shown: readonly string[];
  /** Those that are not shown any more. */
  readonly gone: readonly string[];
  /** Whether the markup is another one: attributes, classes, styles. */
  readonly isMarkup: boolean;
  /** Whether the focus is elsewhere. */
  readonly isFocus: boolean;
  readonly isScroll: boolean;
}

/** What hears events, and with what. */
export interface Heard {
  readonly element: Element;
  /** Source of its listeners, by type of event, cut. */
  readonly sources: Readonly<Record<string, string>>;
}

/** What the passes have in common inside the page, where it stays from one to the next. */
export interface Acts {
  /** Elements with listeners of the page's own, in document order; filled by the pass that listens. */
  heard: Heard[];
  /** Sources of the listeners of the window and of the document, by type. */
  page: Record<string, string>;
  /** Whether anything of the page may hear one of these types of events. */
  hears(...types: string[]): boolean;
  /** A number by which an element can be named from outside. */
  keep(element: Element): number;
  at(id: number): HTMLElement | undefined;
  /** Shown on the screen, as it stands: unlike the kit's, it needs no tree. */
  isSeen(element: Element): boolean;
  /** Once what was set going has been drawn, and no later than 100 milliseconds. */
  settled(): Promise<void>;
  /** Elements shown that hold text of their own, at most 3,000. */
  textBearers(): Element[];
  /** Middle of its first box, in the viewport, after scrolling there; `null` when something else is in front. */
  aim(element: Element): { x: number; y: number } | null;
  /** Reached by the Tab key. */
  isTabbable(element: Element): boolean;
  /** Text of a control by which it is known: name, label, title. */
  wordsOf(element: Element): string;
  /** Its text, less the scripts and styles written in it. */
  readableOf(element: Element): string;
  /** Whether an interactive control of the page has words that match, among those that fit. */
  hasControl(words: RegExp, fits?: (control: Element) => boolean): boolean;
  /** Brings the keyboard back to the top: blurred, it would go on from where it was. */
  toTop(): void;
  mark(): void;
  changes(): Changes;
}

declare global {
  /** Our own world of the page only. */
  var qa: Acts;
}

/** Makes them, inside the page: it must stand alone. */
export function makeActs(): Acts {
  const ids = new Map<Element, number>();
  const kept: Element[] = [];
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const lines = (): Map<string, number> => {
    const found = new Map<string, number>();
    const { body } = document as { body: HTMLElement | null };
    for (const raw of (body?.innerText ?? '').slice(0, 200_000).split('\n')) {
      const line = collapse(raw).slice(0, 300);
      // Put for an instant into a live region, so that the next words are told.
      if (line !== '' && line !== '…') found.set(line, (found.get(line) ?? 0) + 1);
    }
    return found;
  };
  const markup = (): string => {
    const { body } = document as { body: HTMLElement | null };
    return body ? body.outerHTML.slice(0, 400_000) : '';
  };
  const scroll = (): string => `${String(scrollX)} ${String(scrollY)}`;
  let before = { lines: new Map<string, number>(), markup: '', focus: null as Element | null, scroll: '' };
  /** Whether an element lets what it holds be seen, and those around it too; `known`: of those looked at before. */
  const lets = (element: Element, known: Map<Element, boolean>): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const style = getComputedStyle(element);
    let answer = !(
      /^rect\(0(px)?(,? [01](px)?){3}\)$/.test(style.getPropertyValue('clip')) ||
      style.clipPath === 'inset(50%)' ||
      style.clipPath === 'inset(100%)' ||
      Number(style.opacity) < 0.05
    );
    if (
      answer &&
      style.overflow !== 'visible' &&
      element !== document.body &&
      element !== document.documentElement
    ) {
      const { width, height } = element.getBoundingClientRect();
      answer = width > 2 && height > 2;
    }
    answer &&= element.parentElement === null || lets(element.parentElement, known);
    known.set(element, answer);
    return answer;
  };
  const isSeen = (element: Element, known: Map<Element, boolean>): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    if (width <= 2 || height <= 2 || right + scrollX <= 1 || bottom + scrollY <= 1) return false;
    return lets(element, known);
  };
  const acts: Acts = {
    heard: [],
    page: {},
    hears: (...types) => {
      // Of more elements than that, the pass that listens may not have named all.
      const MANY = 200;
      const all = [acts.page, ...acts.heard.map(({ sources }) => sources)];
      return acts.heard.length >= MANY || all.some((sources) => types.some((type) => type in sources));
    },
    keep: (element) => {
      const known = ids.get(element);
      if (known !== undefined) return known;
      ids.set(element, kept.length);
      return kept.push(element) - 1;
    },
    at: (id) => kept[id] as HTMLElement | undefined,
    isSeen: (element) => isSeen(element, new Map()),
    settled: () =>
      new Promise((resolve) => {
        setTimeout(resolve, 100);
        // What a script sets going on a frame is drawn on the next one.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
    textBearers: () => {
      const MAX = 3_000;
      const found = new Set<Element>();
      const known = new Map<Element, boolean>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let left = 20_000, node = walker.nextNode(); node && left > 0 && found.size < MAX; left--) {
        const parent = node.parentElement;
        if (parent && !found.has(parent) && /\S/.test(node.nodeValue ?? ''))
          if (!parent.matches('script,style,noscript,template,option') && isSeen(parent, known))
            found.add(parent);
        node = walker.nextNode();
      }
      return [...found];
    },
    aim: (element) => {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const box = [...element.getClientRects()].find(({ width, height }) => width > 2 && height > 2);
      if (!box) return null;
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
      const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
      const front = document.elementFromPoint(x, y);
      return front &&
        (element.contains(front) || front.contains(element) || front.shadowRoot?.contains(element))
        ? { x, y }
        : null;
    },
    isTabbable: (element) =>
      (element as HTMLElement).tabIndex >= 0 &&
      !element.matches(':disabled,input[type=hidden]') &&
      element.closest('[inert]') === null &&
      element.checkVisibility({ visibilityProperty: true }),
    wordsOf: (element) => {
      const labels = [...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent);
      const named = ['aria-label', 'title', 'value', 'alt', 'id', 'class', 'name'].map(
        (name) => element.getAttribute(name) ?? '',
      );
      const images = [...element.querySelectorAll('img[alt]')].map(
        (image) => image.getAttribute('alt') ?? '',
      );
      return collapse([element.textContent, ...labels, ...named, ...images].join(' ')).slice(0, 500);
    },
    readableOf: (element) => {
      if (!element.querySelector('script,style,template')) return element.textContent;
      const copy = element.cloneNode(true) as Element;
      for (const one of copy.querySelectorAll('script,style,template')) one.remove();
      return copy.textContent;
    },
    hasControl: (words, fits = () => true) =>
      [
        ...document.querySelectorAll(
          'button,input,select,a[href],summary,[role=button],[role=switch],[role=checkbox]',
        ),
      ]
        .slice(0, 500)
        .some((control) => acts.isTabbable(control) && words.test(acts.wordsOf(control)) && fits(control)),
    toTop: () => {
      (document.activeElement as HTMLElement | null)?.blur();
      const { body } = document as { body: HTMLElement | null };
      const written = body?.getAttribute('tabindex') ?? null;
      body?.setAttribute('tabindex', '-1');
      body?.focus({ preventScroll: true });
      body?.blur();
      if (written === null) body?.removeAttribute('tabindex');
      else body?.setAttribute('tabindex', written);
      scrollTo(0, 0);
    },
    mark: () => {
      before = { lines: lines(), markup: markup(), focus: document.activeElement, scroll: scroll() };
    },
    changes: () => {
      const now = lines();
      const more = (one: Map<string, number>, other: Map<string, number>): string[] =>
        [...one]
          .filter(([line, count]) => count > (other.get(line) ?? 0))
          .map(([line]) => line)
          .slice(0, 20);
      return {
        shown: more(now, before.lines),
        gone: more(before.lines, now),
        isMarkup: markup() !== before.markup,
        isFocus: document.activeElement !== before.focus,
        isScroll: scroll() !== before.scroll,
      };
    },
  };
  return acts;
}
