import type { PlaceFacts } from '../facts.ts';

/** An element met in the browser: where it stands, and what tells it. */
export interface SeenPlace extends Omit<PlaceFacts, 'line'> {
  /** Same for the same component on other pages: its tag and classes, after those of the nearest element that has a class. */
  readonly component: string;
  /** Its opening tag and first text, cut. */
  readonly html: string;
}

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
  return {
    isVisible: (element) => of(element, false, (node) => dom.isVisibleOnScreen(node)),
    isExposed: (element) => of(element, false, (node) => dom.isVisibleToScreenReaders(node)),
    nameOf: (element) =>
      of(element, '', (node) => collapse(text.accessibleTextVirtual(node))).slice(0, 1_000),
    roleOf: (element) => of(element, null, (node) => aria.getRole(node)),
    textOf: (element, max = 1_000) =>
      collapse(element instanceof HTMLElement ? element.innerText : element.textContent).slice(0, max),
    componentOf,
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
