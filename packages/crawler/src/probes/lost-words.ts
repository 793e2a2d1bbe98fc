import type { SeenPlace } from './kit.ts';

/** A link whose words are completed by others that nobody is given. */
export interface LostWords extends SeenPlace {
  /** What the link says. */
  readonly name: string;
  /** What is hidden in it, cut. */
  readonly hidden: string;
}

/**
 * Links that hold words hidden from everybody, on screens of any width and in
 * any state, at most 20. Runs inside the page.
 */
export function lostWords(): LostWords[] {
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const found: LostWords[] = [];
  /** Rules that show or hide something; `null` when a style sheet can't be read. */
  let rules: { selector: string; hides: boolean }[] | null | undefined;
  const isHiding = ({ display, visibility }: CSSStyleDeclaration): boolean =>
    display === 'none' || visibility === 'hidden' || visibility === 'collapse';
  const read = (list: CSSRuleList, into: { selector: string; hides: boolean }[]): void => {
    for (const rule of [...list].slice(0, 5_000)) {
      if (rule instanceof CSSStyleRule) {
        const { display, visibility } = rule.style;
        if (display !== '' || visibility !== '')
          into.push({ selector: rule.selectorText, hides: isHiding(rule.style) });
      } else if (rule instanceof CSSMediaRule && /\bprint\b/.test(rule.conditionText)) continue;
      if ('cssRules' in rule) read((rule as CSSGroupingRule).cssRules, into);
    }
  };
  const readAll = (): typeof rules => {
    const into: { selector: string; hides: boolean }[] = [];
    try {
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets].slice(0, 50))
        read(sheet.cssRules, into);
      return into;
    } catch {
      return null;
    }
  };
  /** Whether some rule would show it, in another state or on another screen. */
  const mayShow = (element: Element): boolean => {
    rules ??= readAll();
    if (!rules) return true;
    return rules.some(({ selector, hides }) => {
      if (hides) return false;
      const bare = selector.replace(
        /::?(?:hover|focus(?:-within|-visible)?|active|target|checked|visited|link)\b/g,
        '',
      );
      try {
        return element.matches(bare);
      } catch {
        return true;
      }
    });
  };
  for (const link of qp.all('a[href]', 1_000)) {
    if (found.length >= 20) break;
    if (link.childElementCount === 0 || !qp.isVisible(link) || !qp.isExposed(link)) continue;
    for (const part of [...link.querySelectorAll('span,em,strong,b,i,small')].slice(0, 20)) {
      const hidden = collapse(part.textContent);
      if (!/\p{L}{3}/u.test(hidden) || !isHiding(getComputedStyle(part))) continue;
      // Put there for a script to show: it says so.
      if (part.matches('[hidden],[id],[aria-live],[role],[aria-hidden]') || mayShow(part)) continue;
      found.push({ ...qp.placeOf(link), name: qp.nameOf(link), hidden: hidden.slice(0, 100) });
      break;
    }
  }
  return found;
}
