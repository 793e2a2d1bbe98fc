import type { Keyboard } from 'playwright-core';
import type { RenderedFacts } from './facts.ts';

/* Functions that run inside the page: they must stand alone, without anything of this module. */

/**
 * Empties what the pages of one origin and one tab have in common, before the
 * page's own scripts run; what it can't empty, it counts.
 */
export function wipe(): void {
  if (top !== window) return;
  window.name = '';
  try {
    sessionStorage.clear();
    localStorage.clear();
    (globalThis as { cookiesFound?: number }).cookiesFound = document.cookie.length;
  } catch {
    // A document without storage of its own.
  }
}

/** Once the document and all that it waits for are loaded. */
export function loadEvent(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else
      window.addEventListener(
        'load',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}

/** Whether nothing of a page that is loaded can change by itself: no script, no movement, nothing that comes later. */
export function isStill(): boolean {
  const LIVELY =
    'script,iframe,frame,object,embed,audio,video,marquee,animate,animateMotion,animateTransform,set,' +
    'meta[http-equiv=refresh i],[loading=lazy i],[autofocus]';
  if (document.querySelector(LIVELY) || document.fonts.status !== 'loaded') return false;
  for (const element of document.querySelectorAll('*'))
    if (element.getAttributeNames().some((name) => name.startsWith('on'))) return false;
  return document.getAnimations().length === 0;
}

/**
 * Once the page's own scripts have written what they announce in so many
 * figures, `setTimeout(…, 2000)`; at once when they announce nothing soon.
 */
export async function announcedWrites(): Promise<void> {
  const LONGEST = 3_000;
  const inline = [...document.scripts].filter(({ src }) => src === '');
  const waits = inline.flatMap(({ text }) =>
    text.length > 100_000 || !text.includes('setTimeout')
      ? []
      : [...text.matchAll(/,\s*(\d{3,5})\s*\)/g)].map(([, figure]) => Number(figure)),
  );
  const last = Math.max(0, ...waits.filter((wait) => wait <= LONGEST));
  // Counted from the load, at which it was set at the latest, and by a timer that runs after those due before it.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const since = navigation?.loadEventEnd || performance.now();
  const wait = last === 0 ? 0 : since + last + 10 - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

/**
 * Once the movements by which the page shows itself are over: a text half faded
 * in has not its colour yet. One that lasts, or begins again for ever, is not waited for.
 */
export async function entrances(): Promise<void> {
  const LONGEST = 2_000;
  const until = performance.now() + LONGEST;
  for (;;) {
    const left = until - performance.now();
    const running = document.getAnimations().filter(({ playState, effect, currentTime }) => {
      const end = Number(effect?.getComputedTiming().endTime ?? 0);
      return playState === 'running' && end - Number(currentTime ?? 0) <= left;
    });
    if (running.length === 0 || left <= 0) return;
    const over = Promise.allSettled(running.map(({ finished }) => finished));
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, left))]);
  }
}

/** Runs axe-core, already in the page, and keeps what the audit reads. */
export async function runRules(): Promise<{ violation: unknown[]; incomplete: unknown[] }> {
  interface Raw {
    id: string;
    impact: string | null;
    tags: string[];
    help: string;
    nodes: {
      target: unknown;
      html: string;
      failureSummary?: string;
      any: { message: string }[];
      all: { message: string }[];
      none: { message: string }[];
    }[];
  }
  const axe = (
    globalThis as unknown as {
      axe: { run(root: unknown, options: unknown): Promise<{ violations: Raw[]; incomplete: Raw[] }> };
    }
  ).axe;
  // What fades in is judged as it will be read.
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
  // axe compares the attributes of an element with one another: 100,000 hold it longer than a page may last.
  const MAX = 1_000;
  for (const element of document.querySelectorAll('*')) {
    if (element.attributes.length <= MAX) continue;
    if (element === document.documentElement || element === document.body) {
      for (const name of element.getAttributeNames().slice(MAX).reverse()) element.removeAttribute(name);
      continue;
    }
    // Taking them off one by one would take as long.
    const light = document.createElementNS(element.namespaceURI, element.localName);
    for (const name of element.getAttributeNames().slice(0, MAX)) {
      const attribute = element.getAttributeNode(name)?.cloneNode();
      if (attribute) light.setAttributeNode(attribute as Attr);
    }
    while (element.firstChild) light.append(element.firstChild);
    element.replaceWith(light);
  }
  // Nor do eight million letters say more than their beginning: its rules read them all, one after the other.
  const LETTERS = 100_000;
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { data, parentNode } = text as Text;
    if (data.length <= LETTERS || /^(?:script|style)$/i.test(parentNode?.nodeName ?? '')) continue;
    (text as Text).data = data.slice(0, LETTERS);
  }
  // Nor are there as many places in a table as its cells say they span: it fills each of them, for hours.
  const PLACES = 200_000;
  for (const { rows } of document.querySelectorAll('table')) {
    const cells = [...rows].flatMap((row) => [...row.cells]);
    const isTooMany = (): boolean =>
      cells.reduce((sum, { colSpan, rowSpan }) => sum + colSpan * rowSpan, 0) > PLACES;
    if (!isTooMany()) continue;
    for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, rows.length);
    if (isTooMany()) for (const cell of cells) cell.colSpan = cell.rowSpan = 1;
  }
  // What a dialog shuts away is judged too, as it is once the dialog is closed.
  const modal = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')];
  // Then the page sets right what it had put out of reach: it hears of it with the next frame, late on a busy machine.
  const heard = modal.map(
    (dialog) =>
      new Promise((resolve) => {
        dialog.addEventListener('close', resolve, { once: true });
        setTimeout(resolve, 2_000);
      }),
  );
  for (const dialog of modal) {
    dialog.close();
    dialog.show();
  }
  await Promise.all(heard);
  if (modal.length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  if (document.querySelector('dialog[open],[aria-modal=true]')) {
    for (const shut of document.querySelectorAll('[inert],[aria-hidden=true]:has(main,h1)')) {
      shut.removeAttribute('inert');
      shut.removeAttribute('aria-hidden');
    }
  }
  const results = await axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    preload: { assets: ['cssom', 'media'], timeout: 5_000 },
    elementRef: false,
  });
  // Browsers make the words of a style sheet part of the name, and axe doesn't: only a person can say what they are worth.
  const NAMES = /^(?:aria-command-name|button-name|link-name|aria-toggle-field-name)$/;
  const isNamedByStyle = ({ target }: Raw['nodes'][number]): boolean => {
    const [selector, ...inner] = Array.isArray(target) ? (target as unknown[]) : [];
    if (typeof selector !== 'string' || inner.length > 0) return false;
    const element = document.querySelector(selector);
    return [...(element ? [element, ...[...element.querySelectorAll('*')].slice(0, 10)] : [])].some((one) =>
      ['::before', '::after'].some((pseudo) => {
        const { content, display, visibility, fontFamily } = getComputedStyle(one, pseudo);
        const isShown = display !== 'none' && visibility === 'visible' && !one.closest('[aria-hidden=true]');
        return isShown && /^"[^"]*\p{Ll}{2}/u.test(content) && !/icon|symbol|glyph|awesome/i.test(fontFamily);
      }),
    );
  };
  for (const raw of results.violations.filter(({ id }) => NAMES.test(id))) {
    const doubtful = raw.nodes.filter(isNamedByStyle);
    if (doubtful.length === 0) continue;
    raw.nodes = raw.nodes.filter((node) => !doubtful.includes(node));
    results.incomplete.push({ ...raw, nodes: doubtful });
  }
  results.violations = results.violations.filter(({ nodes }) => nodes.length > 0);
  const keep = (raw: Raw): unknown => ({
    id: raw.id,
    impact: raw.impact,
    tags: raw.tags,
    help: raw.help,
    nodes: raw.nodes.map((node) => ({
      target: node.target,
      html: node.html,
      summary: [...new Set([...node.any, ...node.all, ...node.none].map(({ message }) => message))].join(
        ' ; ',
      ),
    })),
  });
  return { violation: results.violations.map(keep), incomplete: results.incomplete.map(keep) };
}

/** Whether the container of a sheet, or else the main part, holds text. */
export function widgetIsFilled(): boolean {
  const container =
    document.querySelector<HTMLElement>('#comarquage, .comarquage, [class^=spPublication], [data-fiche]') ??
    document.querySelector<HTMLElement>('main, [role=main]');
  return (container?.innerText.trim().length ?? 0) > 80;
}

/** A link met later skips nothing. */
const STOPS = 5;
/** Milliseconds that a person leaves between two keys. */
const AT_EASE = 400;

/** What the keyboard has reached, when it is a skip link. */
interface FocusedLink {
  readonly selector: string;
  readonly text: string;
  readonly visible: boolean;
  /** Empty when only a script knows where it leads. */
  readonly href: string;
  /** Kept from assistive technologies. */
  readonly isUntold: boolean;
}

function startAtTop(): void {
  (document.activeElement as HTMLElement | null)?.blur();
  window.scrollTo(0, 0);
}

function focusedLink(): FocusedLink | null {
  const active = document.activeElement;
  const href = active?.getAttribute('href') ?? '';
  if (!active) return null;
  // Made with a role, it is known by what it says.
  const SAYS = /(?:alle[rz]|acc[eé]de[rz]|passer|sauter|skip|jump|go)\b.{0,20}\b(?:contenu|content)\b/i;
  const isMade = !active.hasAttribute('href') && active.matches('[role=link]');
  if (isMade ? !SAYS.test(active.textContent) : !/^#[^!]/.test(href)) return null;
  // A table of contents is no skip link: see read-skip-links.ts, which says the same of the source.
  const menu = active.closest('nav');
  const leadsElsewhere = menu ? menu.querySelector('a[href]:not([href^="#"])') !== null : false;
  if ((leadsElsewhere || active.closest('main, [role=main]')) && !active.closest('.fr-skiplinks'))
    return null;
  // One that slides in is seen once it is there.
  for (let up: Element | null = active; up; up = up.parentElement)
    for (const animation of up.getAnimations())
      if (Number(animation.effect?.getComputedTiming().endTime) < 5_000) animation.finish();
  const { width, height, top, left, bottom, right } = active.getBoundingClientRect();
  const style = getComputedStyle(active);
  const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const isClipped =
    /^rect\(0(px)?(,? 0(px)?){3}\)$/.test(style.getPropertyValue('clip')) || style.clipPath === 'inset(50%)';
  const visible =
    width > 3 &&
    height > 3 &&
    isOnScreen &&
    !isClipped &&
    style.visibility === 'visible' &&
    Number(style.opacity) > 0.1;
  const id = active.id;
  const attribute = isMade ? '[role=link]' : `[href="${CSS.escape(href)}"]`;
  const selector = id === '' ? `${active.localName}${attribute}` : `#${CSS.escape(id)}`;
  const text = active.textContent.replace(/\s+/g, ' ').trim().slice(0, 200);
  return { selector, text, visible, href, isUntold: active.closest('[aria-hidden=true]') !== null };
}

/** What tells that Enter did something, where only a script knows where a link leads. */
function placeNow(): string {
  const { activeElement: active } = document;
  return [location.href, scrollX, scrollY, active === document.body, active?.outerHTML.slice(0, 500)].join();
}

function reachesTarget(href: string): boolean {
  const id = decodeURIComponent(href.slice(1));
  const target = document.getElementById(id) ?? document.querySelector(`a[name="${CSS.escape(id)}"]`);
  const active = document.activeElement;
  if (!target) return false;
  const isBeyond = (element: Element): boolean =>
    (target.compareDocumentPosition(element) &
      (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !==
    0;
  const focusable =
    'a[href],area[href],button,input,select,textarea,summary,iframe,audio,video,[tabindex],[contenteditable]';
  const isStop = (element: HTMLElement): boolean =>
    element.tabIndex >= 0 &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true }) &&
    isBeyond(element);
  // Nothing left to focus after the target: the browser wrapped around.
  if (!active || active === document.body) return true;
  return (
    target === active ||
    isBeyond(active) ||
    ![...document.querySelectorAll<HTMLElement>(focusable)].some(isStop)
  );
}

/**
 * The skip link met among the first Tab stops, seen and tried as a keyboard user would.
 *
 * @param evaluate runs an expression beside the page's own scripts
 */
export async function readSkipLink(
  keyboard: Keyboard,
  evaluate: <T>(expression: string) => Promise<T>,
): Promise<RenderedFacts['skipLink']> {
  await evaluate(`(${startAtTop.toString()})()`);
  for (let stop = 0; stop < STOPS; stop++) {
    await keyboard.press('Tab');
    const look = (): Promise<FocusedLink | null> => evaluate(`(${focusedLink.toString()})()`);
    let link = await look();
    if (!link) continue;
    // A script may show it a moment later.
    if (!link.visible) {
      await new Promise((resolve) => setTimeout(resolve, AT_EASE));
      link = (await look()) ?? link;
    }
    const { selector, text, visible, href, isUntold } = link;
    const told = { selector, text, visible, ...(isUntold ? { isUntold: true as const } : {}) };
    if (href === '') {
      const here = `(${placeNow.toString()})()`;
      const before = await evaluate<string>(here);
      await keyboard.press('Enter');
      await new Promise((resolve) => setTimeout(resolve, AT_EASE));
      return { ...told, reaches: (await evaluate<string>(here)) !== before };
    }
    const follow = async (wait: number): Promise<boolean> => {
      await keyboard.press('Enter');
      await new Promise((resolve) => setTimeout(resolve, wait));
      await keyboard.press('Tab');
      return evaluate<boolean>(`(${reachesTarget.toString()})(${JSON.stringify(href)})`);
    };
    // A busy machine, or a page that scrolls slowly, may not have moved when the next key comes.
    const reaches =
      (await follow(0)) ||
      ((await evaluate<boolean>(`(${focusAgain.toString()})(${JSON.stringify(selector)})`)) &&
        (await follow(AT_EASE)));
    return { ...told, reaches };
  }
  return evaluate<RenderedFacts['skipLink']>(`(${keptFromKeyboard.toString()})()`);
}

function focusAgain(selector: string): boolean {
  const link = document.querySelector<HTMLElement>(selector);
  link?.focus();
  return link !== null && document.activeElement === link;
}

/** A link to the content that no key reaches: not displayed, what would show it on focus never comes; or taken out of the way of the Tab key. */
function keptFromKeyboard(): RenderedFacts['skipLink'] {
  const WORDS = /contenu|content|principal|main|navigation|menu|skip|évit|evit/i;
  const link = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].slice(0, 3).find((one) => {
    const target = document.getElementById(one.hash.slice(1));
    // It may be in a menu that unfolds: one alone, at the top, is no part of it.
    const isApart = one.closest('nav,header,main,dialog,[hidden],[aria-hidden=true]') === null;
    const isFirst = [...document.querySelectorAll('a[href],button,input')].indexOf(one) < 3;
    return (
      target !== null &&
      isApart &&
      isFirst &&
      WORDS.test(one.textContent) &&
      (getComputedStyle(one).display === 'none' ||
        (one.tabIndex < 0 && /contenu|content|main|skip|évit/i.test(one.textContent)))
    );
  });
  if (!link) return null;
  const isOut = link.tabIndex < 0;
  const href = link.getAttribute('href') ?? '';
  const selector = link.id === '' ? `a[href="${CSS.escape(href)}"]` : `#${CSS.escape(link.id)}`;
  const text = link.textContent.replace(/\s+/g, ' ').trim().slice(0, 200);
  return { selector, text, visible: false, reaches: true, ...(isOut ? { isOut } : {}) };
}
