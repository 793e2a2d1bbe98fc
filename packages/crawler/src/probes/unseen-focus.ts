import type { SeenPlace } from './kit.ts';

/**
 * Elements that the Tab key reaches and that are not on the screen, while
 * assistive technologies tell them, at most 40. Runs inside the page.
 */
export function unseenFocus(): SeenPlace[] {
  const selector =
    'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable]:not([contenteditable=false]),[tabindex]';
  const found = new Map<string, Element>();
  for (const element of qp.all(selector, 1_000)) {
    if (found.size >= 40) break;
    if ((element as HTMLElement).tabIndex < 0 || element.matches(':disabled')) continue;
    if (qp.isVisible(element) || !qp.isExposed(element)) continue;
    const component = qp.componentOf(element);
    if (!found.has(component)) found.set(component, element);
  }
  return [...found.values()].map((element) => qp.placeOf(element));
}
