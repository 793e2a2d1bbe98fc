import type { SeenPlace } from './kit.ts';

/** Words of a text that name colours, and things beside it that are shown in these colours. */
export interface ColourKey extends SeenPlace {
  /** The text that gives the key, cut. */
  readonly text: string;
  /** Whether nothing else tells them: no word, no letters of another kind, no picture. */
  readonly isAlone: boolean;
}

/**
 * Texts that say what two colours mean, where a list or a row shows these
 * colours, at most 5. Runs inside the page.
 */
export function colourKeys(): ColourKey[] {
  const NAMES: readonly (readonly [string, RegExp])[] = [
    ['red', /\b(?:red|rouges?)\b/],
    ['green', /\b(?:green|verte?s?)\b/],
    ['blue', /\b(?:blue|bleue?s?)\b/],
    ['orange', /\boranges?\b/],
    ['yellow', /\b(?:yellow|jaunes?)\b/],
    ['grey', /\b(?:gr[ae]y|grise?s?)\b/],
  ];
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const fold = (text: string): string => collapse(text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
  const named = (text: string): string[] => NAMES.flatMap(([name, word]) => (word.test(text) ? [name] : []));
  // Not `textContent`, where the last word of a block sticks to the first of the next one.
  if (named(fold(document.body.innerText.slice(0, 200_000))).length < 2) return [];
  /** The name that people give a colour; empty for black, white and what lies between two. */
  const nameOf = ([red, green, blue]: readonly number[], vivid = 0.25): string => {
    const [r, g, b] = [(red ?? 0) / 255, (green ?? 0) / 255, (blue ?? 0) / 255];
    const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
    const light = (most + least) / 2;
    const spread = most - least;
    if (spread < 0.06) return light > 0.35 && light < 0.8 ? 'grey' : '';
    if (spread < vivid || light < 0.12 || light > 0.9) return '';
    const turn = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
    const hue = (((turn * 60) % 360) + 360) % 360;
    if (hue < 15 || hue > 340) return 'red';
    if (hue > 20 && hue < 42) return 'orange';
    if (hue > 48 && hue < 66) return 'yellow';
    if (hue > 80 && hue < 165) return 'green';
    return hue > 190 && hue < 255 ? 'blue' : '';
  };
  /** The element that shows the letters of another, and the colour that tells it: of the letters, else of the ground. */
  const lookOf = (element: Element): { colour: string; rest: string } => {
    let inner = element;
    for (let depth = 0; depth < 4; depth++) {
      const [only] = inner.children;
      if (!only || inner.children.length !== 1 || collapse(only.textContent) !== collapse(inner.textContent))
        break;
      inner = only;
    }
    const style = getComputedStyle(inner);
    const letters = nameOf(qp.rgbaOf(style.color));
    const behind = qp.behind(inner);
    // Grounds are paler than letters.
    const colour = letters || (behind ? nameOf(behind, 0.12) : '');
    const marks = ['::before', '::after'].map((pseudo) => getComputedStyle(inner, pseudo).content);
    const rest = [
      ...[style.fontWeight, style.fontStyle, style.fontSize, style.fontFamily, style.textDecorationLine],
      ...[
        style.textTransform,
        style.opacity,
        style.backgroundImage,
        style.listStyleType,
        style.borderTopStyle,
      ],
      ...[style.borderTopWidth, style.listStyleImage, ...marks],
    ].join('|');
    return { colour, rest };
  };
  /** Whether colours alone tell apart the things under a holder; `null` where they are not shown in the colours named. */
  const isToldByColour = (things: readonly Element[], colours: readonly string[]): boolean | null => {
    const looks = things.map(lookOf);
    const [first] = looks;
    const used = new Set(looks.map(({ colour }) => colour).filter((colour) => colours.includes(colour)));
    if (!first || used.size < 2) return null;
    if (looks.some(({ colour, rest }) => rest !== first.rest || !used.has(colour))) return false;
    const TOLD = 'img,svg,input,[aria-label],[title],i,abbr';
    if (
      things.some(
        (one) => one.querySelector(TOLD) !== null || one.matches('[title],[aria-label],[aria-describedby]'),
      )
    )
      return false;
    const words = things.map((one) => new Set(fold(one.textContent).match(/[\p{L}\p{N}*!?✓✗]+/gu) ?? []));
    if (words.some((own) => own.size === 0 || named([...own].join(' ')).length > 0)) return false;
    // A word that all things of one colour share, and no other, says the same.
    return [...used].every((colour) => {
      const own = words.filter((_, at) => looks[at]?.colour === colour);
      const others = words.filter((_, at) => looks[at]?.colour !== colour);
      const shared = [...(own[0] ?? [])].filter((word) => own.every((one) => one.has(word)));
      return own.length < 2 || shared.every((word) => others.some((one) => one.has(word)));
    });
  };
  const found: ColourKey[] = [];
  for (const key of qp.all('p,legend,caption,figcaption,dt,div', 3_000)) {
    if (found.length >= 5) break;
    if (key.textContent.length > 400 || key.querySelector('p,ul,ol,table,div')) continue;
    const colours = named(fold(key.textContent));
    if (colours.length < 2 || !qp.isVisible(key)) continue;
    // What the key is about comes next, or is around it.
    const around = key.matches('caption,figcaption,legend') ? key.parentElement : key.nextElementSibling;
    const holders = around ? [around, ...around.querySelectorAll('ul,ol,tr,tbody,dl')].slice(0, 50) : [];
    const answers = holders.flatMap((holder) => {
      const things = holder.matches('tbody')
        ? [...holder.querySelectorAll('td')]
        : [...holder.children].filter((one) => one.matches('li,td,span,p,div,dd'));
      const shown = things.filter((one) => one !== key && /\S/.test(one.textContent) && qp.isVisible(one));
      const answer = shown.length >= 3 && shown.length <= 60 ? isToldByColour(shown, colours) : null;
      return answer === null ? [] : [answer];
    });
    if (answers.length > 0)
      found.push({
        ...qp.placeOf(key),
        text: collapse(key.textContent).slice(0, 200),
        isAlone: answers.every(Boolean),
      });
  }
  return found;
}
