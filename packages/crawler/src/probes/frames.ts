import type { SeenPlace } from './kit.ts';

/** A frame shown, and what it holds when that can be read. */
export interface FrameSeen extends SeenPlace {
  readonly name: string;
  readonly url: string;
  /** First words; `null` when the frame is of another site. */
  readonly text: string | null;
  /** Its title, and the addresses that it holds; `null` likewise. */
  readonly said: string | null;
}

/** Frames that assistive technologies tell, at most 30, and those that they hold themselves. Runs inside the page. */
export function frames(): FrameSeen[] {
  const MOST = 30;
  /** Its document; `null` when it is of another site. */
  const heldBy = (frame: HTMLIFrameElement): Document | null => {
    try {
      return frame.contentDocument?.body ? frame.contentDocument : null;
    } catch {
      return null;
    }
  };
  const seen = (frame: HTMLIFrameElement, place: SeenPlace, name: string): FrameSeen => {
    const held = heldBy(frame);
    if (!held) return { ...place, name, url: frame.src.slice(0, 500), text: null, said: null };
    const text = held.body.innerText.replace(/\s+/g, ' ').trim().slice(0, 300);
    const addresses = [...held.querySelectorAll('[src],[href]')]
      .slice(0, 300)
      .map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
    const said = [held.title, held.body.textContent.slice(0, 5_000), ...addresses].join(' ');
    return { ...place, name, url: frame.src.slice(0, 500), text, said: said.slice(0, 20_000) };
  };
  const found: FrameSeen[] = [];
  for (const element of qp.all('iframe', MOST)) {
    if (!qp.isExposed(element)) continue;
    const frame = element as HTMLIFrameElement;
    const place = qp.placeOf(frame);
    found.push(seen(frame, place, qp.nameOf(frame)));
    // The list of the frames of a page that a screen reader gives holds those too.
    for (const inner of heldBy(frame)?.querySelectorAll('iframe') ?? []) {
      if (found.length >= MOST) break;
      if (!inner.checkVisibility({ visibilityProperty: true }) || inner.closest('[aria-hidden=true]'))
        continue;
      found.push(seen(inner, place, (inner.getAttribute('aria-label') ?? inner.title).trim()));
    }
  }
  return found;
}
