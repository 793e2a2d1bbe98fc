import type { OtherWay } from '@qualepref/core';

/**
 * The other ways that a page writes in a slot, in the terms of core's rule: each
 * `<a href="tel:…">` is a phone, whose hours are known when a `<time>` stands
 * beside it; each `<address>` is a postal address.
 */
export function slottedWays(elements: readonly Element[]): OtherWay[] {
  return elements.flatMap((element) => {
    const hours = all(element, 'time').length > 0 ? ANY_TIME : [];
    const phones = all(element, 'a[href^="tel:"]').map((each) => ({
      kind: 'phone' as const,
      number: (each.getAttribute('href') ?? '').slice(4),
      hours,
      purpose: undefined,
    }));
    const addresses = all(element, 'address').map((each) => ({
      kind: 'post' as const,
      address: each.textContent.trim(),
    }));
    return [...phones, ...addresses];
  });
}

/** Hours are written in the page's own words: that there are some is all that can be told. */
const ANY_TIME: Extract<OtherWay, { kind: 'phone' }>['hours'] = [{ days: [1], from: '00:00', to: '23:59' }];

function all(element: Element, selector: string): Element[] {
  return [...(element.matches(selector) ? [element] : []), ...element.querySelectorAll(selector)];
}
