import type { SeenPlace } from './kit.ts';

/** A part of the page whose texts a style sheet shows in another order than they are written. */
export interface ShownOrder extends SeenPlace {
  /** What does it. */
  readonly by: 'order' | 'reverse' | 'position';
  /** The text that is moved, cut. */
  readonly text: string;
}

/** Texts that style sheets move, at most 20. Runs inside the page. */
export function shownOrder(): ShownOrder[] {
  const found: ShownOrder[] = [];
  const hasWords = (element: Element): boolean =>
    /\p{L}{2}/u.test(element.textContent) && qp.isVisible(element);
  for (const element of qp.all('body *', 3_000)) {
    if (found.length >= 20) break;
    if (!(element instanceof HTMLElement) || element.childElementCount === 0) continue;
    const { display, flexDirection, flexWrap } = getComputedStyle(element);
    if (/flex|grid/.test(display)) {
      const children = [...element.children].slice(0, 100);
      const moved = children.find((child) => getComputedStyle(child).order !== '0' && hasWords(child));
      const isReversed = display.includes('flex') && /reverse/.test(`${flexDirection} ${flexWrap}`);
      if (children.filter(hasWords).length < 2) continue;
      const by = moved ? 'order' : isReversed ? 'reverse' : null;
      if (by) found.push({ ...qp.placeOf(element), by, text: qp.textOf(moved ?? element, 100) });
      continue;
    }
    // A text that is taken out of the flow, and stands above what comes before it.
    const children = [...element.children].slice(0, 100);
    const moved = children.findIndex(
      (child) => getComputedStyle(child).position === 'absolute' && hasWords(child),
    );
    const child = children[moved];
    const before = children.slice(0, moved).find((one) => hasWords(one));
    if (!child || !before || child.closest('nav,[role=menu],[role=listbox]')) continue;
    const own = child.getBoundingClientRect();
    const other = before.getBoundingClientRect();
    if (own.width > 4 && own.height > 4 && own.bottom <= other.top + 1)
      found.push({ ...qp.placeOf(child), by: 'position', text: qp.textOf(child, 100) });
  }
  return found;
}
