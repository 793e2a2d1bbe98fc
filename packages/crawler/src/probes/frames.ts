import type { SeenPlace } from './kit.ts';

/** A frame shown, and what it holds when that can be read. */
export interface FrameSeen extends SeenPlace {
  readonly name: string;
  readonly url: string;
  /** First words; `null` when the frame is of another site. */
  readonly text: string | null;
}

/** Frames that assistive technologies tell, at most 30. Runs inside the page. */
export function frames(): FrameSeen[] {
  return qp
    .all('iframe', 30)
    .filter((element) => qp.isExposed(element))
    .map((element) => {
      const frame = element as HTMLIFrameElement;
      let text: string | null = null;
      try {
        const body = frame.contentDocument?.body;
        if (body) text = body.innerText.replace(/\s+/g, ' ').trim().slice(0, 300);
      } catch {
        // Of another site.
      }
      return { ...qp.placeOf(element), name: qp.nameOf(element), url: frame.src.slice(0, 500), text };
    });
}
