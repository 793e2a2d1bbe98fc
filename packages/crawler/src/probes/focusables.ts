import type { SeenPlace } from './kit.ts';

/** What the Tab key should reach, in document order. */
export interface Focusable extends SeenPlace {
  readonly name: string;
  readonly role: string | null;
  /** As written; 0 when it is not. */
  readonly tabindex: number;
  readonly isVisible: boolean;
  readonly isExposed: boolean;
}

/** Elements that have a place in the order of the Tab key, shown or not, at most 1,000. Runs inside the page. */
export function focusables(): Focusable[] {
  const selector =
    'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable]:not([contenteditable=false]),[tabindex]';
  return qp
    .all(selector, 1_000)
    .filter((element) => (element as HTMLElement).tabIndex >= 0 && !element.matches(':disabled'))
    .map((element) => ({
      ...qp.placeOf(element),
      name: qp.nameOf(element),
      role: qp.roleOf(element),
      tabindex: (element as HTMLElement).tabIndex,
      isVisible: qp.isVisible(element),
      isExposed: qp.isExposed(element),
    }));
}
