import type { Rgba, SeenPlace } from './kit.ts';

/** Colours of the page as its style sheets leave them. */
export interface ColourFacts {
  /** An element whose text colour is set while no background is, up to the root; `null` when there is none. */
  readonly unpaired: (SeenPlace & { readonly colour: string }) | null;
  /** Fields told from the page by an edge too pale, at most 20. */
  readonly paleFields: readonly PaleField[];
}

/** A field told from the page by an edge too pale. */
export interface PaleField extends SeenPlace {
  readonly ratio: number;
  /** Its edge shows all the same, against what the field itself is filled with. */
  readonly isEdged?: true;
  /** No edge goes around it: the words it shows, or a drawing over a line, may tell where it is. */
  readonly isSigned?: true;
  /** Nothing draws it: neither an edge nor a ground of its own. */
  readonly isUndrawn?: true;
}

/** Looks at text colours without a background, and at the edges of fields. Runs inside the page. */
export function colours(): ColourFacts {
  /** What is behind an element; `null` when a picture is, or when nothing was declared. */
  const behind = (element: Element | null): Rgba | 'image' | null => {
    for (let up = element; up; up = up.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(up);
      if (backgroundImage !== 'none') return 'image';
      const colour = qp.rgbaOf(backgroundColor);
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
    // The RGAA speaks of what style sheets declare (10.5.1): an attribute of the text is told elsewhere (10.1).
    if (
      !hasText ||
      element.closest('a,button,input,select,textarea,svg,font[color]') ||
      !qp.isVisible(element)
    )
      continue;
    const { color } = getComputedStyle(element);
    if (color === initial || behind(element) !== null) continue;
    unpaired = { ...qp.placeOf(element), colour: color };
    break;
  }

  /** Whether an empty element beside a field, or what a style sheet adds there, draws a line as long as it. */
  const drawsFrame = (around: Element, field: Element, width: number): boolean => {
    const isLine = (style: CSSStyleDeclaration, length: number): boolean =>
      style.content !== 'none' &&
      length >= 0.8 * width &&
      Number.parseFloat(style.borderBottomWidth) > 0 &&
      style.borderBottomStyle !== 'none';
    return [...around.querySelectorAll('*')].slice(0, 40).some((one) => {
      if (one.contains(field) || /\S/.test(one.textContent.trim().slice(40))) return false;
      const length = one.getBoundingClientRect().width;
      const parts = ['::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo));
      return (
        isLine(getComputedStyle(one), length) ||
        parts.some((part) => isLine(part, Number.parseFloat(part.width) || 0))
      );
    });
  };

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
      if (drawsFrame(up, field, own.width)) return true;
    }
    return false;
  };

  /**
   * Whether a field that no edge goes around shows words of its own, which W3C takes for enough where nothing
   * else draws it (Understanding 1.4.11); over a pale line, with a drawing beside them.
   */
  const isSignedBy = (field: Element, hasLine: boolean): boolean => {
    const { parentElement: parent } = field;
    if (!parent || !/\S/.test(field.getAttribute('placeholder') ?? '')) return false;
    if (!hasLine) return true;
    const isDrawn = ['::before', '::after'].some((pseudo) => {
      const { content, maskImage, backgroundImage } = getComputedStyle(parent, pseudo);
      return content !== 'none' && (maskImage !== 'none' || backgroundImage !== 'none');
    });
    return isDrawn || [...parent.children].some((one) => one.matches('svg,img'));
  };

  const paleFields: PaleField[] = [];
  const white: Rgba = [255, 255, 255, 1];
  const fields =
    'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]):not([type=range]):not([type=file]):not([type=color]),select,textarea';
  for (const element of qp.all(fields, 200)) {
    if (paleFields.length >= 20 || !qp.isVisible(element) || element.matches(':disabled')) continue;
    // One kept for its value alone, behind a slider or a list made by hand.
    const { width, height } = element.getBoundingClientRect();
    if (width < 8 || height < 8) continue;
    const style = getComputedStyle(element);
    const isBox = /^(?:radio|checkbox)$/.test((element as HTMLInputElement).type);
    // Drawn by the system, which follows its own rules, unless the page took that over.
    if (isBox && style.appearance !== 'none') continue;
    if (style.boxShadow !== 'none' || style.backgroundImage !== 'none' || style.outlineStyle !== 'none')
      continue;
    const around = behind(element.parentElement);
    if (around === 'image') continue;
    const outside = around ?? white;
    const inside = qp.over(qp.rgbaOf(style.backgroundColor), outside);
    const edges = (['Top', 'Right', 'Bottom', 'Left'] as const).flatMap((side) =>
      Number.parseFloat(style[`border${side}Width`]) > 0 &&
      !/^(?:none|hidden)$/.test(style[`border${side}Style`])
        ? [qp.over(qp.rgbaOf(style[`border${side}Color`]), outside)]
        : [],
    );
    // Its words or its arrow tell that it is there.
    const isTold =
      (element.matches('select') && style.appearance !== 'none') ||
      (!isBox && /\S/.test((element as HTMLInputElement).value));
    if (edges.length === 0 && (isTold || isFramed(element))) continue;
    const best = Math.max(
      qp.contrastOf(inside, outside),
      ...edges.map((edge) => qp.contrastOf(edge, outside)),
    );
    if (best >= 3 || qp.isLaidOver(element)) continue;
    const isEdged = edges.length === 4 && edges.every((edge) => qp.contrastOf(edge, inside) >= 3);
    const ratio = Math.floor(best * 100) / 100;
    const isUndrawn = edges.length === 0 && best < 1.1;
    const isSigned =
      edges.length < 4 && (edges.length > 0 || isUndrawn) && isSignedBy(element, edges.length > 0);
    paleFields.push({
      ...qp.placeOf(element),
      ratio,
      ...(isEdged ? { isEdged } : {}),
      ...(isSigned ? { isSigned } : {}),
      ...(isUndrawn ? { isUndrawn } : {}),
    });
  }
  return { unpaired, paleFields };
}
