import type { SeenPlace } from './kit.ts';

/** Colours of the page as its style sheets leave them. */
export interface ColourFacts {
  /** An element whose text colour is set while no background is, up to the root; `null` when there is none. */
  readonly unpaired: (SeenPlace & { readonly colour: string }) | null;
  /** Fields told from the page by an edge too pale, at most 20. */
  readonly paleFields: readonly (SeenPlace & { readonly ratio: number })[];
}

/** Looks at text colours without a background, and at the edges of fields. Runs inside the page. */
export function colours(): ColourFacts {
  type Rgba = readonly [number, number, number, number];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Rgba>();
  /** Any notation that the browser knows. */
  const rgba = (text: string): Rgba => {
    const before = known.get(text);
    if (before) return before;
    let read: Rgba = [0, 0, 0, 0];
    const numbers = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
    if (numbers) read = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), Number(numbers[4] ?? 1)];
    else if (canvas) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      read = [r, g, b, a / 255];
    }
    known.set(text, read);
    return read;
  };
  const over = ([r, g, b, a]: Rgba, [R, G, B]: Rgba): Rgba => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const luminance = ([r, g, b]: Rgba): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one: Rgba, other: Rgba): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  /** What is behind an element; `null` when a picture is, or when nothing was declared. */
  const behind = (element: Element | null): Rgba | 'image' | null => {
    for (let up = element; up; up = up.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(up);
      if (backgroundImage !== 'none') return 'image';
      const colour = rgba(backgroundColor);
      if (colour[3] === 1) return colour;
      if (colour[3] > 0) return 'image';
    }
    return null;
  };

  let unpaired: ColourFacts['unpaired'] = null;
  const initial = 'rgb(0, 0, 0)';
  for (const element of qp.all('body *', 3_000)) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
    );
    if (!hasText || element.closest('a,button,input,select,textarea,svg') || !qp.isVisible(element)) continue;
    const { color } = getComputedStyle(element);
    if (color === initial || behind(element) !== null) continue;
    unpaired = { ...qp.placeOf(element), colour: color };
    break;
  }

  /** Whether what is around a field without an edge draws one for it. */
  const isFramed = (field: Element): boolean => {
    const own = field.getBoundingClientRect();
    let up = field.parentElement;
    for (let steps = 0; up && up !== document.body && steps < 3; steps++, up = up.parentElement) {
      const { height } = up.getBoundingClientRect();
      if (height > own.height + 40) return false;
      const { borderBottomWidth, boxShadow, outlineStyle } = getComputedStyle(up);
      if (Number.parseFloat(borderBottomWidth) > 0 || boxShadow !== 'none' || outlineStyle !== 'none')
        return true;
    }
    return false;
  };

  const paleFields: (SeenPlace & { ratio: number })[] = [];
  const white: Rgba = [255, 255, 255, 1];
  const fields =
    'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=range]):not([type=file]):not([type=color]),select,textarea';
  for (const element of qp.all(fields, 200)) {
    if (paleFields.length >= 20 || !qp.isVisible(element) || element.matches(':disabled')) continue;
    const style = getComputedStyle(element);
    const isBox = /^(?:radio|checkbox)$/.test((element as HTMLInputElement).type);
    // Drawn by the system, which follows its own rules, unless the page took that over.
    if (isBox && style.appearance !== 'none') continue;
    if (style.boxShadow !== 'none' || style.backgroundImage !== 'none' || style.outlineStyle !== 'none')
      continue;
    const around = behind(element.parentElement);
    if (around === 'image') continue;
    const outside = around ?? white;
    const inside = over(rgba(style.backgroundColor), outside);
    const edges = (['Top', 'Right', 'Bottom', 'Left'] as const).flatMap((side) =>
      Number.parseFloat(style[`border${side}Width`]) > 0 &&
      !/^(?:none|hidden)$/.test(style[`border${side}Style`])
        ? [over(rgba(style[`border${side}Color`]), outside)]
        : [],
    );
    if (edges.length === 0 && isFramed(element)) continue;
    const best = Math.max(ratio(inside, outside), ...edges.map((edge) => Math.max(ratio(edge, outside))));
    if (best < 3) paleFields.push({ ...qp.placeOf(element), ratio: Math.floor(best * 100) / 100 });
  }
  return { unpaired, paleFields };
}
