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

/** Frames that assistive technologies tell, at most 30. Runs inside the page. */
export function frames(): FrameSeen[] {
  return qp
    .all('iframe', 30)
    .filter((element) => qp.isExposed(element))
    .map((element) => {
      const frame = element as HTMLIFrameElement;
      let text: string | null = null;
      let said: string | null = null;
      try {
        const held = frame.contentDocument;
        if (held?.body) {
          text = held.body.innerText.replace(/\s+/g, ' ').trim().slice(0, 300);
          const addresses = [...held.querySelectorAll('[src],[href]')]
            .slice(0, 300)
            .map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
          said = [held.title, held.body.textContent.slice(0, 5_000), ...addresses].join(' ').slice(0, 20_000);
        }
      } catch {
        // Of another site.
      }
      return { ...qp.placeOf(element), name: qp.nameOf(element), url: frame.src.slice(0, 500), text, said };
    });
}
