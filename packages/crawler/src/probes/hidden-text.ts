import type { SeenPlace } from './kit.ts';

/** A text that is seen and that assistive technologies are told to leave out. */
export interface HiddenText extends SeenPlace {
  /** The text, cut. */
  readonly text: string;
  /** Letters of it that nothing told repeats. */
  readonly letters: number;
  /** Whether others like it, beside it, are told: a slide, whose turn comes. */
  readonly hasTurn: boolean;
}

/**
 * Texts seen on the screen within `aria-hidden`, that are said nowhere else on
 * the page, at most 20. None while a dialog covers the page. Runs inside the page.
 */
export function hiddenText(): HiddenText[] {
  const roots = qp
    .all('[aria-hidden=true]', 500)
    .filter((element) => element.parentElement?.closest('[aria-hidden=true]') === null);
  if (roots.length === 0) return [];
  // The rest of the page is hidden from everybody's attention, and comes back.
  if (qp.all('dialog[open],[role=dialog],[role=alertdialog]', 50).some((one) => qp.isVisible(one))) return [];
  const covers = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return getComputedStyle(element).position === 'fixed' && width * height > 0.2 * innerWidth * innerHeight;
  };
  if (
    qp.all('body > *, body > * > *', 300).some((one) => covers(one) && qp.isVisible(one) && qp.isExposed(one))
  )
    return [];
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  let told: string[] | undefined;
  const isTold = (text: string): boolean => {
    if (told === undefined) {
      const parts: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let left = 20_000, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
        const { parentElement } = node;
        if (parentElement && !parentElement.closest('[aria-hidden=true],script,style'))
          parts.push(node.nodeValue ?? '');
      }
      for (const one of qp.all('[aria-label],[alt],[title]', 2_000))
        for (const name of ['aria-label', 'alt', 'title']) parts.push(` ${one.getAttribute(name) ?? ''} `);
      // A word may be cut by a tag, and without a space between two tags two words are not one.
      told = ['', ' '].map((between) => ` ${fold(parts.join(between))} `);
    }
    return told.some((all) => all.includes(` ${fold(text)} `));
  };
  const isLike = (one: Element, other: Element): boolean =>
    [...other.classList].some((name) => one.classList.contains(name)) || one.hasAttribute('aria-hidden');
  const found: HiddenText[] = [];
  for (const root of roots) {
    if (found.length >= 20) break;
    if (root.closest('svg,math,pre,code') || root.querySelector('svg text,math')) continue;
    const kept: string[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let left = 500, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      const { parentElement } = node;
      if (!parentElement || parentElement.closest('script,style') || !/\p{L}{3}/u.test(text)) continue;
      if (qp.isVisible(parentElement) && !isTold(text)) kept.push(text);
    }
    const text = kept.join(' ');
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < 15) continue;
    const hasTurn = [...(root.parentElement?.children ?? [])]
      .slice(0, 50)
      .some(
        (one) => one !== root && one.localName === root.localName && isLike(one, root) && qp.isExposed(one),
      );
    found.push({ ...qp.placeOf(root), text: text.slice(0, 200), letters, hasTurn });
  }
  return found;
}
