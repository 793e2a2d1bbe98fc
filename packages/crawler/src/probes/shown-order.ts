import type { SeenPlace } from './kit.ts';

/** A part of the page whose texts a style sheet shows in another order than they are written. */
export interface ShownOrder extends SeenPlace {
  /** What does it. */
  readonly by: 'order' | 'reverse' | 'position' | 'backwards';
  /** The text that is moved, cut. */
  readonly text: string;
}

/** Texts that style sheets move, at most 20. Runs inside the page. */
export function shownOrder(): ShownOrder[] {
  const found: ShownOrder[] = [];
  const hasWords = (element: Element): boolean =>
    /\p{L}{2}/u.test(element.textContent) && qp.isVisible(element);
  /** Rank that a text gives itself: « Étape 2 », « 3. ». */
  const rankOf = (text: string): number =>
    Number(
      /^(?:[ée]tape|step|phase|n°)?\s*(\d{1,2})(?:\s*[.):–-]|\s+\p{L}|$)/iu.exec(text.trim())?.[1] ?? NaN,
    );
  const NUMBERS = [
    '',
    '',
    'deux|two',
    'trois|three',
    'quatre|four',
    'cinq|five',
    'six',
    'sept|seven',
    'huit|eight',
  ];
  /** Parts of one row that are written from its end to its beginning, while their ranks, or the title above, make a series of them. */
  const backwards = (element: Element): readonly Element[] => {
    if (element.childElementCount < 3) return [];
    const { direction, display, flexDirection } = getComputedStyle(element);
    const children = [...element.children].slice(0, 60);
    const isTurned =
      (display.includes('flex') && flexDirection === 'row-reverse') ||
      children.filter((child) => {
        const { float, order } = getComputedStyle(child);
        return float === 'right' || order !== '0';
      }).length >= 3;
    if (!isTurned || direction === 'rtl') return [];
    const parts = children.filter(hasWords);
    const boxes = parts.map((part) => part.getBoundingClientRect());
    let run: Element[] = [];
    for (let at = 0; at <= parts.length; at++) {
      const [box, before] = [boxes[at], boxes[at - 1]];
      const goesBack = box && before && Math.abs(box.top - before.top) < 8 && box.right <= before.left + 1;
      const part = parts[at];
      if (goesBack && part) run.push(part);
      if (!goesBack) {
        if (run.length >= 3) break;
        run = part ? [part] : [];
      }
    }
    if (run.length < 3) return [];
    const ranks = run.map((part) => rankOf(part.textContent)).reverse();
    if (ranks.every((rank, at) => at === 0 || rank === (ranks[at - 1] ?? NaN) + 1)) return run;
    const first = run[0]?.previousElementSibling ?? element.previousElementSibling;
    if (!first?.matches('h1,h2,h3,h4,h5,h6')) return [];
    const count = `${String(run.length)}|${NUMBERS[run.length] ?? String(run.length)}`;
    const announces = new RegExp(
      `(?<![\\p{L}\\d])(?:${count})[ \\u00a0-](?:[ée]tapes?|steps?|phases?|temps)(?!\\p{L})`,
      'iu',
    );
    return announces.test(first.textContent) ? run : [];
  };
  for (const element of qp.all('body *', 3_000)) {
    if (found.length >= 20) break;
    if (!(element instanceof HTMLElement) || element.childElementCount === 0) continue;
    const [last] = backwards(element);
    if (last) {
      found.push({ ...qp.placeOf(element), by: 'backwards', text: qp.textOf(last, 100) });
      continue;
    }
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
