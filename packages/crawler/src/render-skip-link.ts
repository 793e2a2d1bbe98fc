import { createHash } from 'node:crypto';
import type { RenderedFacts } from './facts.ts';
import { readSkipLink } from './render-probes.ts';
import type { Tab } from './render-tab.ts';

type SkipLink = RenderedFacts['skipLink'];

/** Headers remembered: a site has a few, one for each rubric. */
const MANY = 200;
/** A header longer than that is told apart by nobody: it is tried each time. */
const LONG = 500_000;

/**
 * All that the first Tab stops of a page depend on, in words: what stands
 * before its main part, what the links there aim at, style sheets and scripts.
 * `null` when they may depend on something else; empty where no link leads
 * within the page, so that none can be met. Runs inside the page: it must
 * stand alone.
 */
function keyboardPath(): string | null {
  if (!document.querySelector('[href^="#"], [role=link]:not([href])')) return '';
  const { body, documentElement: root } = document;
  const main = document.querySelector('main, [role=main]');
  if (!main || !body.contains(main) || location.hash !== '' || document.activeElement !== body) return null;
  const MOVES = [
    '[tabindex]:not([tabindex="0"], [tabindex="-1"])',
    ...['[autofocus]', '[inert]', 'dialog[open]', '[popover]', '[aria-modal=true]', '[contenteditable]'],
    ...['[onfocus]', '[onfocusin]', '[onfocusout]', '[onblur]'],
    ...['[onkeydown]', '[onkeyup]', '[onkeypress]', '[onscroll]'],
  ];
  if (document.querySelector(MOVES.join()) || document.adoptedStyleSheets.length > 0) return null;
  const STOPS =
    'a[href],area[href],button,input,select,textarea,summary,iframe,audio,video,[tabindex],[contenteditable]';
  const isBeyond = (from: Element, element: Element): boolean =>
    (from.compareDocumentPosition(element) &
      (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !==
    0;
  const tagOf = (element: Element): string => (element.cloneNode(false) as Element).outerHTML;
  const words = [tagOf(root), tagOf(body), tagOf(main)];
  const before: Element[] = [];
  for (let up: Element | null = main; up && up !== body; up = up.parentElement) {
    for (let past = up.previousElementSibling; past; past = past.previousElementSibling) before.push(past);
    if (up.parentElement) words.push(tagOf(up.parentElement));
  }
  for (const element of before) {
    const all = [element, ...element.querySelectorAll('*')];
    // What these show is not in the source, and may be another thing on the next page.
    const isKnown = all.every(({ localName, shadowRoot }) => {
      return !localName.includes('-') && !/^(?:iframe|object|embed)$/.test(localName) && !shadowRoot;
    });
    if (!isKnown) return null;
    words.push(element.outerHTML);
    for (const link of element.querySelectorAll('a[href^="#"]')) {
      const { left, top, width, height } = link.getBoundingClientRect();
      words.push([left, top, width, height].join());
      let target: Element | null = null;
      try {
        const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
        target = document.getElementById(id) ?? document.querySelector(`a[name="${CSS.escape(id)}"]`);
      } catch {
        // Not an address.
      }
      const aimed = target;
      // Whether the keyboard can go on from there.
      const goesOn =
        aimed !== null &&
        [...document.querySelectorAll<HTMLElement>(STOPS)].some(
          (stop) =>
            stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }) && isBeyond(aimed, stop),
        );
      words.push(
        aimed ? `${tagOf(aimed)} ${String(aimed.getClientRects().length > 0)} ${String(goesOn)}` : '-',
      );
    }
  }
  for (const sheet of document.querySelectorAll('link[rel~=stylesheet i], style'))
    words.push(sheet.outerHTML);
  for (const { src, text, type } of document.scripts)
    if (/^$|javascript|module|ecmascript/i.test(type)) words.push(type, src, src === '' ? text : '');
  return words.join('\n');
}

/** The skip links of a site, tried once for each distinct way to the main part of a page. */
export class SkipLinks {
  readonly #known = new Map<string, SkipLink>();

  /** The skip link of the page shown. */
  async read(tab: Tab): Promise<SkipLink> {
    const path = await tab.evaluate<string | null>(`(${keyboardPath.toString()})()`);
    if (path === '') return null;
    const key = path && path.length < LONG ? createHash('sha256').update(path).digest('base64') : null;
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const found = await readSkipLink(tab.page.keyboard, (expression) => tab.evaluate(expression));
    if (key !== null && this.#known.size < MANY) this.#known.set(key, found);
    return found;
  }
}
