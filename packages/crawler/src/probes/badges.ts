import type { SeenPlace } from './kit.ts';

/** A badge of results as a browser shows it, with the file that it reads. */
export interface BadgeSeen extends SeenPlace {
  /** Address of its results file; `null` when it holds them or a script gives them. */
  readonly src: string | null;
  /** The results that it was given, as JSON, at most 200,000 characters; `null` when they could not be read. */
  readonly file: string | null;
  /** What it says of the label. */
  readonly label: string | null;
  /** Its indicators, at most 60. */
  readonly lines: readonly BadgeLine[];
}

/** An indicator as a badge shows it. */
export interface BadgeLine {
  /** The title above. */
  readonly unit: string;
  readonly name: string;
  readonly period: string;
  readonly figure: string;
  /** What stands below: cases, target, earlier values, notes. */
  readonly rest: readonly string[];
}

/** The badges of the page, at most 5. Runs inside the page. */
export async function badges(): Promise<BadgeSeen[]> {
  const MAX_FILE = 200_000;
  const collapse = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  const found: BadgeSeen[] = [];
  for (const element of qp.all('qp-results-badge', 5)) {
    const written = element.getAttribute('src');
    let src: string | null = null;
    let file: string | null = null;
    try {
      src = written === null ? null : new URL(written, document.baseURI).href.slice(0, 500);
      // Answered from what the page itself has just asked for.
      file =
        src === null
          ? (element.querySelector('script[type="application/json"]')?.textContent ?? null)
          : await (await fetch(src)).text();
    } catch {
      // Its file was refused to the page too.
    }
    const root = element.shadowRoot ?? element;
    found.push({
      ...qp.placeOf(element),
      src,
      file: file !== null && file.length <= MAX_FILE ? file : null,
      label: collapse(root.querySelector('[part~=label]')) || null,
      lines: [...root.querySelectorAll('[part~=indicator]')].slice(0, 60).map((line) => ({
        unit: collapse(line.closest('[part~=unit]')?.querySelector('h2,h3,h4,h5,h6')),
        name: collapse(line.querySelector('p')),
        period: collapse(line.querySelector('p ~ p')),
        figure: collapse(line.querySelector('[part~=figure]')),
        rest: [...line.querySelectorAll('[part~=figure] ~ p')].slice(0, 6).map(collapse),
      })),
    });
  }
  return found;
}
