import type { SeenPlace } from './kit.ts';

/** Words that a style sheet adds to the page. */
export interface CssContent extends SeenPlace {
  readonly pseudo: 'before' | 'after';
  readonly text: string;
}

/** Words in `::before` and `::after`: icons, quotes, bullets and counters are none. Runs inside the page. */
export function cssContent(): CssContent[] {
  const found: CssContent[] = [];
  for (const element of qp.all('body, body *', 8_000)) {
    if (found.length >= 20) break;
    for (const pseudo of ['before', 'after'] as const) {
      const { content, display, visibility } = getComputedStyle(element, `::${pseudo}`);
      if (!content.startsWith('"') || display === 'none' || visibility !== 'visible') continue;
      // Icon fonts use the private area; what is said otherwise to screen readers comes after a slash.
      const text = content
        .replace(/"\s*\/\s*".*$/s, '"')
        .slice(1, -1)
        .replace(/[\uE000-\uF8FF]/g, '')
        .trim();
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      if (letters < 3 || !qp.isVisible(element)) continue;
      found.push({ ...qp.placeOf(element), pseudo, text: text.slice(0, 200) });
    }
  }
  return found;
}
