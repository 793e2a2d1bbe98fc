/**
 * Gives the focus to the stops that come after the one that the keys have come
 * to, as many as that, and says whether it did. Only where the order is that of
 * the document: the browser's own is another one in shadow trees and where
 * elements have a rank. Runs inside the page.
 */
export function giveFocus(most: number): boolean {
  const walk = globalThis.qaWalk;
  const last = walk.visited.at(-1);
  const from = last ? walk.expected.indexOf(last) : -1;
  const isPlain = (element: Element): boolean =>
    (element as HTMLElement).tabIndex <= 0 && element.getRootNode() === document;
  if (from < 0 || !walk.expected.every(isPlain)) return false;
  /** Of the buttons of a group, the keys come to one. */
  const isPassedBy = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.name === '')
      return false;
    const group = walk.expected.filter(
      (one) =>
        one instanceof HTMLInputElement &&
        one.type === 'radio' &&
        one.name === element.name &&
        one.form === element.form,
    ) as HTMLInputElement[];
    return element !== (group.find(({ checked }) => checked) ?? group[0]);
  };
  let left = most;
  for (const element of walk.expected.slice(from + 1)) {
    if (!qa.isTabbable(element) || isPassedBy(element)) continue;
    if (left === 0) return true;
    left -= 1;
    walk.presses += 1;
    (element as HTMLElement).focus();
  }
  walk.around[0]?.focus();
  return true;
}
