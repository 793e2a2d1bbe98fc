import type { SeenPlace } from './kit.ts';

/** Words that a style sheet adds to the page. */
export interface CssContent extends SeenPlace {
  readonly pseudo: 'before' | 'after';
  readonly text: string;
  /** It stands in the label of a box to tick, whose state it may only repeat. */
  readonly isState?: true;
}

/** Words in `::before` and `::after`: icons, quotes, bullets and counters are none. Runs inside the page. */
export function cssContent(): CssContent[] {
  const found: CssContent[] = [];
  const FILE_BUTTON =
    /^(?:parcourir|choisir|s[ée]lectionner|ajouter|charger|t[ée]l[ée]verser|browse|choose|select|upload)(?: (?:un|une|le|les|des|mon|votre|vos|a|file|files|fichiers?|documents?|pi[èe]ces?))*\s*(?:…|\.{3})?$/i;
  /** Put there for screen readers alone: the criterion is for what is seen. */
  const isUnseen = (style: CSSStyleDeclaration): boolean =>
    Number(style.opacity) < 0.05 ||
    parseFloat(style.fontSize) < 1 ||
    /^rect\(\s*0(?:px)?(?:,?\s*[01](?:px)?){3}\s*\)$/.test(style.getPropertyValue('clip')) ||
    /^inset\((?:50|100)%\)$/.test(style.clipPath) ||
    (style.overflow !== 'visible' && parseFloat(style.width) <= 1 && parseFloat(style.height) <= 1) ||
    parseFloat(style.textIndent) < -500 ||
    (style.position === 'absolute' && (parseFloat(style.left) < -1_000 || parseFloat(style.top) < -1_000));
  const pen = document.createElement('canvas').getContext('2d');
  /** Letters of a font of drawings, which shows one sign in the place of the word: it is not made of its letters. */
  const isDrawn = ({ fontFamily, fontSize }: CSSStyleDeclaration, text: string, around: Element): boolean => {
    if (fontFamily === getComputedStyle(around).fontFamily) return false;
    if (/icon|symbol|glyph/i.test(fontFamily.split(',')[0] ?? '')) return true;
    if (!pen) return false;
    pen.font = `${fontSize} ${fontFamily}`;
    const whole = pen.measureText(text).width;
    const apart = Array.from(text).reduce((sum, letter) => sum + pen.measureText(letter).width, 0);
    return Math.abs(whole - apart) > 0.4 * Math.max(whole, apart);
  };
  for (const element of qp.all('body, body *', 8_000)) {
    if (found.length >= 20) break;
    for (const pseudo of ['before', 'after'] as const) {
      const style = getComputedStyle(element, `::${pseudo}`);
      const { content, display, visibility } = style;
      if (!content.startsWith('"') || display === 'none' || visibility !== 'visible') continue;
      if (isUnseen(style)) continue;
      // Icon fonts use the private area; what is said otherwise to screen readers comes after a slash.
      const text = content
        .replace(/"\s*\/\s*".*$/s, '"')
        .slice(1, -1)
        .replace(/[\uE000-\uF8FF]/g, '')
        .trim();
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      if (letters < 3 || !qp.isVisible(element) || isDrawn(style, text, element)) continue;
      // What stands in a box to write in until something is written there, as a field shows its own.
      if (
        element.matches('[contenteditable]:not([contenteditable=false])') &&
        element.getAttributeNames().some((name) => element.getAttribute(name)?.trim() === text)
      )
        continue;
      const control = element.closest('label')?.control;
      // Drawn over a field for a file, it is its button: without the sheet, the field shows its own.
      if (control?.matches('[type=file]') && FILE_BUTTON.test(text)) continue;
      const isState = control?.matches('[type=checkbox],[type=radio]') ?? false;
      found.push({
        ...qp.placeOf(element),
        ...{ pseudo, text: text.slice(0, 200) },
        ...(isState ? { isState: true as const } : {}),
      });
    }
  }
  return found;
}
