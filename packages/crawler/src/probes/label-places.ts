import type { SeenPlace } from './kit.ts';

/** A label that does not stand where its field lets expect it. */
export interface LabelPlace extends SeenPlace {
  /** The label's text, cut. */
  readonly label: string;
  /** Where the label is, seen from its field. */
  readonly side: 'left' | 'right' | 'above' | 'below';
  /** Pixels between both. */
  readonly gap: number;
  /** A box to tick, whose label comes after it; before it, that of other fields. */
  readonly isBox: boolean;
  /** In a table, made of elements or of roles. */
  readonly isInTable: boolean;
  /** Another field, with a label of its own, that stands between both: its source. */
  readonly between: string | null;
}

/** Labels far from their field, on its wrong side, or beyond another field, at most 50. Runs inside the page. */
export function labelPlaces(): LabelPlace[] {
  /** Pixels beyond which a label is no longer beside its field. */
  const FAR = 150;
  const selector =
    'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]),select,textarea';
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  const fields = qp.all(selector, 300).filter((field) => qp.isVisible(field)) as HTMLInputElement[];
  /** Where the words of a label are, its field left out. */
  const wordsOf = (label: Element): Box | null => {
    const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const boxes: Box[] = [];
    for (let left = 50, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
      const { parentElement } = node;
      if (!parentElement || !/\S/.test(node.nodeValue ?? '')) continue;
      if (parentElement.closest('select,textarea') || !qp.isVisible(parentElement)) continue;
      range.selectNodeContents(node);
      const own = range.getBoundingClientRect();
      if (own.width >= 2 && own.height >= 2) boxes.push(own);
    }
    if (boxes.length === 0) return null;
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  };
  const known = fields.map((field) => {
    const box: Box = field.getBoundingClientRect();
    const labels = [...(field.labels ?? [])].filter((label) => qp.isVisible(label));
    const [label] = labels;
    const words = labels.length === 1 && label ? wordsOf(label) : null;
    return { field, box, label, words };
  });
  const meets = (a: Box, b: Box): boolean =>
    a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1;
  const found: LabelPlace[] = [];
  for (const { field, box, label, words } of known) {
    if (found.length >= 50) break;
    if (!label || !words || getComputedStyle(field).direction === 'rtl') continue;
    if (box.right - box.left < 4 || box.bottom - box.top < 4) continue;
    const isBox = /^(?:radio|checkbox)$/.test(field.type);
    // Drawn as something else: a switch, a card, a button.
    if (isBox && getComputedStyle(field).appearance === 'none') continue;
    const gaps = {
      left: box.left - words.right,
      right: words.left - box.right,
      above: box.top - words.bottom,
      below: words.top - box.bottom,
    };
    const [side, gap] = (Object.entries(gaps) as [LabelPlace['side'], number][]).reduce((a, b) =>
      b[1] > a[1] ? b : a,
    );
    // One over the other: a label within its field.
    if (gap < -2) continue;
    const way: Box =
      side === 'left' || side === 'right'
        ? {
            left: side === 'left' ? words.right : box.right,
            right: side === 'left' ? box.left : words.left,
            top: Math.max(words.top, box.top),
            bottom: Math.min(words.bottom, box.bottom),
          }
        : {
            left: Math.max(words.left, box.left),
            right: Math.min(words.right, box.right),
            top: side === 'above' ? words.bottom : box.bottom,
            bottom: side === 'above' ? box.top : words.top,
          };
    const between = known.find(
      (other) =>
        other.field !== field &&
        other.label !== label &&
        other.words !== null &&
        /^(?:radio|checkbox)$/.test(other.field.type) === isBox &&
        meets(other.box, way),
    );
    const isWrong = isBox ? side === 'left' || side === 'above' : side === 'right' || side === 'below';
    if (!between && !isWrong && gap <= FAR) continue;
    found.push({
      ...qp.placeOf(field),
      label: qp.textOf(label, 200),
      ...{ side, gap: Math.round(gap), isBox },
      isInTable: field.closest('table,[role=table],[role=grid]') !== null,
      between: between ? qp.placeOf(between.field).html : null,
    });
  }
  return found;
}
