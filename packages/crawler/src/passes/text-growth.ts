import type { TextFault } from './text-room-measure.ts';

/**
 * What did not grow at twice the size, seen again at four times: a size that the style
 * sheet gives by steps of the window is then large enough, and one that follows the window
 * is as it was. Runs inside the page, on the narrowest screen.
 */
export function regrown(zoom: readonly TextFault[]): TextFault[] {
  const { nodes, sizes } = globalThis.qaText.rest;
  // Of those in a shadow tree, which a selector of the page does not reach, what was seen stands.
  const known = new Map(nodes.map(({ parentElement }, node) => [parentElement, node]));
  const growth = (selector: string): number => {
    const parent = document.querySelector(selector);
    const before = sizes.get(known.get(parent as HTMLElement | null) ?? -1) ?? 0;
    return parent && before > 0 ? (parseFloat(getComputedStyle(parent).fontSize) * 4) / before : 1;
  };
  return zoom.flatMap((one) => {
    if (one.fault !== 'still') return [one];
    const times = growth(one.selector);
    if (times >= 1.9) return [];
    return [times < 1.1 ? one : { ...one, fault: 'slow' }];
  });
}
