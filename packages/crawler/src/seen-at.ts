import type { At } from './check.ts';
import type { SeenPlace } from './probes/kit.ts';

/** Where an element seen in the browser stands; the same component on other pages is the same defect. */
export function seenAt({ selector, zone, html, component }: SeenPlace): At {
  return { place: { selector, zone }, quote: html, cause: component };
}
