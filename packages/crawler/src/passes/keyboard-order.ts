import type { SeenPlace } from '../probes/kit.ts';

/** Two stops that come one after the other, against the order in which they are read. */
export interface Disorder {
  readonly from: SeenPlace;
  readonly to: SeenPlace;
  /** `tabindex`: a figure was written; `layout`: the style sheet turned the order round. */
  readonly by: 'tabindex' | 'layout';
  /** Whether they belong to the same form, list, table or menu. */
  readonly isOneGroup: boolean;
}

/** Stops that come against the order in which they are read. Runs inside the page. */
export function orderOf(): Disorder[] {
  const { visited } = globalThis.qaWalk;
  const walked: Element[] = [];
  for (const element of visited) if (!walked.includes(element)) walked.push(element);
  // The walk began at the top: what has a rank comes first all the same.
  const ranks = walked.map((element) => (element as HTMLElement).tabIndex).filter((rank) => rank > 0);
  const start = Math.max(
    0,
    walked.findIndex((element) => (element as HTMLElement).tabIndex === Math.min(...ranks)),
  );
  const order = [...walked.slice(start), ...walked.slice(0, start)].filter((element) => qa.isSeen(element));
  const GROUPS = 'form,fieldset,ul,ol,table,nav,[role=navigation],[role=toolbar],[role=radiogroup],p';
  const tabindexOf = (element: Element): number => (element as HTMLElement).tabIndex;
  const found: Disorder[] = [];
  const column: Element[] = [];
  for (let at = 0; at + 1 < order.length && found.length < 10; at++) {
    const [one, next] = [order[at], order[at + 1]] as [Element, Element];
    const a = one.getBoundingClientRect();
    const b = next.getBoundingClientRect();
    const isEarlier = (one.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const isAbove = b.bottom <= a.top + 2;
    const isSameRow = Math.abs(a.top + a.bottom - b.top - b.bottom) < Math.min(a.height, b.height);
    const isBefore = isAbove || (isSameRow && b.right <= a.left + 2);
    const group = one.closest(GROUPS);
    const isOneGroup = group?.contains(next) ?? false;
    const by = { from: qp.placeOf(one), to: qp.placeOf(next), isOneGroup };
    if (isEarlier && isBefore && (tabindexOf(one) > 0 || tabindexOf(next) > 0))
      found.push({ ...by, by: 'tabindex' });
    else if (!isEarlier && isAbove && isOneGroup && Math.abs(a.left - b.left) < 40) {
      if (column.length === 0) column.push(one);
      column.push(next);
      // Three of them in a column, one above the other, from the bottom.
      if (column.length === 3) found.push({ ...by, by: 'layout' });
      continue;
    }
    column.length = 0;
  }
  const ORDINALS = [
    /^(?:first|premi[eè]re?s?)\b/,
    /^(?:second|seconde?|deuxi[eè]me)\b/,
    /^(?:third|troisi[eè]me)\b/,
    /^(?:fourth|quatri[eè]me)\b/,
    /^(?:fifth|cinqui[eè]me)\b/,
  ];
  /** Rank that a control gives itself: « Étape 2 », « 3 », « Deuxième pièce ». */
  const rankOf = (element: Element): number => {
    const name = qp.nameOf(element).normalize('NFC').toLowerCase();
    const figure = /^(?:[ée]tape|step|page|n°)?\s*(\d{1,2})(?!\d|[.,/]\d)/.exec(name)?.[1];
    return figure === undefined ? ORDINALS.findIndex((ordinal) => ordinal.test(name)) + 1 : Number(figure);
  };
  // Controls of one row that say themselves to be a series, and are reached in another order than they are seen.
  let row: Element[] = [];
  for (const element of [...order, null]) {
    const last = row.at(-1);
    const [a, b] = [last?.getBoundingClientRect(), element?.getBoundingClientRect()];
    const isNext =
      a &&
      b &&
      element?.parentElement === last?.parentElement &&
      Math.abs(a.top + a.bottom - b.top - b.bottom) < 8;
    if (element && isNext) {
      row.push(element);
      continue;
    }
    const [first, second] = row;
    if (row.length >= 3 && first && second && found.length < 10) {
      const own = row.map(rankOf);
      const isSeries = [...own]
        .sort((one, other) => one - other)
        .every((rank, at, all) => rank > 0 && (at === 0 || rank === (all[at - 1] ?? 0) + 1));
      const lefts = row.map((one) => one.getBoundingClientRect().left);
      const isMixed = lefts.some((left, at) => at > 0 && left < (lefts[at - 1] ?? 0));
      if (isSeries && isMixed && getComputedStyle(first).direction === 'ltr')
        found.push({ from: qp.placeOf(first), to: qp.placeOf(second), isOneGroup: true, by: 'layout' });
    }
    row = element ? [element] : [];
  }
  return found;
}
