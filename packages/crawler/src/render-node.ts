import type { AxeNode, NodeMark } from './axe-facts.ts';
import type { Zone } from './facts.ts';

/** A node of axe's answer. */
export interface RawNode {
  /** One selector a frame, itself in several parts across shadow trees. */
  readonly target: readonly (string | readonly string[])[];
  readonly html: string;
  readonly summary: string;
}

/** Where an element of axe's answer stands. */
export interface FoundNode {
  readonly zone: Zone;
  readonly component: string;
  /** Absent when there is none. */
  readonly marks?: readonly NodeMark[];
}

/**
 * Zone, component and marks of the elements that axe names; frames count as the
 * frame element. Runs inside the page: it stands alone.
 */
export function describeNodes(targets: string[][][]): FoundNode[] {
  const ZONES: readonly (readonly [string, string])[] = [
    ['nav,[role=navigation],.fr-breadcrumb', 'navigation'],
    ['main,[role=main]', 'main'],
    ['header,[role=banner],.fr-header', 'header'],
    ['footer,[role=contentinfo],.fr-footer', 'footer'],
    ['aside,[role=complementary]', 'aside'],
  ];
  const zoneOf = (element: Element): string => {
    let best: { zone: string; depth: number } | undefined;
    for (const [selector, zone] of ZONES) {
      const ancestor = element.closest(selector);
      if (!ancestor) continue;
      let depth = 0;
      for (let up: Element | null = ancestor; up; up = up.parentElement) depth += 1;
      if (!best || depth > best.depth) best = { zone, depth };
    }
    return best?.zone ?? 'body';
  };
  const TRAIL = ['breadcrumb', 'ariane', 'chemin', 'hierarchie']
    .flatMap((word) => [`[class*=${word} i]`, `[id*=${word} i]`, `nav[aria-label*=${word} i]`])
    .join();
  const HOLDERS: Readonly<Record<string, string>> = {
    tab: '[role=tablist]',
    option: '[role=listbox]',
    treeitem: '[role=tree]',
    menuitem: '[role=menu],[role=menubar]',
  };
  // Neither lists nor menus: all of them but what is at fault may be told, and who listens misses that.
  const ITEMS: Readonly<Record<string, string>> = {
    tablist: '[role=tab]',
    listbox: 'option,[role=option]',
    tree: '[role=treeitem]',
    table: 'tr,[role=row]',
    grid: 'tr,[role=row]',
    treegrid: 'tr,[role=row]',
    rowgroup: 'tr,[role=row]',
  };
  const LISTS: Readonly<Record<string, string>> = {
    list: 'li,[role=listitem]',
    menu: '[role^=menuitem]',
    menubar: '[role^=menuitem]',
  };
  /** How many items it holds, in boxes that are nothing by themselves; `NaN` where anything else is among them. */
  const holdsOnly = (box: Element, item: string): number => {
    let count = 0;
    for (const node of box.childNodes) {
      if (node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return NaN;
      if (node.nodeType !== 1) continue;
      const one = node as Element;
      const isBox = one.matches('div:not([role],[tabindex]),span:not([role],[tabindex])');
      count += one.matches(item) ? 1 : isBox ? holdsOnly(one, item) : NaN;
    }
    return count;
  };
  /** Whether its looks change by themselves as it is read: those of an instant prove nothing. */
  const isFading = (element: Element): boolean => {
    const LOOKS = ['opacity', 'visibility', 'color', 'backgroundColor', 'filter'];
    for (let up: Element | null = element; up; up = up.parentElement)
      for (const { playState, effect } of up.getAnimations()) {
        if (playState !== 'running' || !(effect instanceof KeyframeEffect)) continue;
        if (effect.getKeyframes().some((frame) => LOOKS.some((name) => name in frame))) return true;
      }
    return false;
  };
  const SIGNS = /[>›»→|•·]|\s[/\\]\s/;
  /** Links and words set apart by arrows, bars or dots: « Accueil > Démarches > Passeport », « Version 2 • Aide ». */
  const isStepOfTrail = (link: Element): boolean => {
    const line = link.closest('p,ul,ol,div,nav,td');
    const words = (line?.textContent ?? '').trim().replace(/\s+/g, ' ');
    if (words.length > 300 || !SIGNS.test(words)) return false;
    const steps = words
      .replace(/^vous êtes ici\s*:?\s*/i, '')
      .split(SIGNS)
      .map((one) => one.trim());
    const own = link.textContent.trim().replace(/\s+/g, ' ');
    return own !== '' && steps.includes(own) && steps.every((one) => one.length < 100);
  };
  /** Whether it has other words than those of a drawing in it. */
  const hasWords = (around: Element | null, drawing: Element): boolean => {
    if (!around) return false;
    return /[\p{L}\p{N}]/u.test(around.textContent.replace(drawing.textContent, ''));
  };
  /** A sign no higher than three lines, beside a few words: of a title, a button, a note. */
  const isSmallByWords = (drawing: Element): boolean => {
    const { width, height } = drawing.getBoundingClientRect();
    if (Math.max(width, height) > 48) return false;
    let around = drawing.parentElement;
    // A cell, an item or a link that holds nothing else is told alone.
    while (around && !hasWords(around, drawing) && !around.matches('td,th,li,a,button,[role],main,body'))
      around = around.parentElement;
    return around !== null && hasWords(around, drawing) && around.textContent.trim().length < 200;
  };
  /** A small picture by words, or a thin bar by a figure: who listens has them without it. */
  const isAdorning = (picture: Element): boolean => {
    if (!(picture instanceof HTMLImageElement) || picture.naturalWidth === 0) return false;
    const { height, width } = picture.getBoundingClientRect();
    // The key of a sign says what it means elsewhere: « ☘ = produit biologique ».
    const { nextSibling } = picture;
    if (nextSibling?.nodeType === 3 && /^\s*[=:]/.test(nextSibling.nodeValue ?? '')) return false;
    const row = picture.closest('tr,li,p');
    // Two cells that lay a sign beside its words are no table.
    const cells = row?.parentElement?.children.length === 1 ? [...row.querySelectorAll(':scope > td')] : [];
    if (cells.length === 2 && width <= 48 && cells.some((cell) => /\p{L}{3}/u.test(cell.textContent)))
      return true;
    const isBar = Math.min(height, width) <= 8 && /\d/.test(row?.textContent ?? '');
    return isBar || isSmallByWords(picture);
  };
  /** Whether its own text is no word, but bars or dots between elements that hold the words. */
  const isBetween = (element: Element): boolean => {
    const own = [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''));
    const held = [...element.children].filter((one) => /[\p{L}\p{N}]/u.test(one.textContent));
    return held.length > 1 && /^[\s|/\\·•‧∙–—-]*$/.test(own.join(''));
  };
  /** Told to be inactive by its class, as it cannot be by an attribute: an item of a list of links that holds none. */
  const isInactive = (element: Element): boolean => {
    const item = element.closest('li');
    const others = item?.parentElement?.querySelectorAll('a[href],button') ?? [];
    return (
      item?.querySelector('a[href],button') === null &&
      others.length > 0 &&
      element.closest('.disabled,.inactive') !== null
    );
  };
  /** Told to be switched off by a class, where it has neither an address nor a place for the keyboard, or the mouse goes through it. */
  const isSwitchedOff = (element: Element): boolean => {
    let part: Element | null = element;
    const isTold = ({ classList }: Element): boolean =>
      [...classList].some((one) => /(?:^|[-_])disabled$/i.test(one));
    for (let steps = 0; part && steps < 3 && !isTold(part); steps++) part = part.parentElement;
    const control = element.closest('a,button,[role=button],[role=link],[role=tab]');
    if (!part || !isTold(part) || !control) return false;
    return control.matches('a:not([href],[tabindex])') || getComputedStyle(control).pointerEvents === 'none';
  };
  /** Under a box laid over it of which a mask or a cut leaves a part only, elsewhere: its colour may not be what is behind. */
  const isUnderMask = (element: Element): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const lies = (box: Element): boolean => {
      const { position, maskImage, clipPath, backgroundColor } = getComputedStyle(box);
      if (!/absolute|fixed/.test(position) || (maskImage === 'none' && clipPath === 'none')) return false;
      const own = box.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return (
        !/^transparent$|, 0\)$/.test(backgroundColor) &&
        own.left < x &&
        x < own.right &&
        own.top < y &&
        y < own.bottom
      );
    };
    let up: Element | null = element;
    for (let steps = 0; up && steps < 4; steps++, up = up.parentElement) {
      // Its own colour is behind it, whatever lies over.
      if (!/^transparent$|, 0\)$/.test(getComputedStyle(up).backgroundColor)) return false;
      if ([...(up.parentElement?.children ?? [])].some((box) => box !== up && lies(box))) return true;
    }
    return false;
  };
  /** A panel that nothing fills yet, or on smaller screens only: a script gives it its role as it opens. */
  const isOpenedByName = ({ id, attributes, ownerDocument }: Element): boolean => {
    const names = (attributes.getNamedItem('aria-labelledby')?.value ?? '').split(/\s+/);
    const openers = names.map((name) => ownerDocument.getElementById(name)?.getAttribute('aria-controls'));
    return id !== '' && openers.some((controls) => controls?.split(/\s+/).includes(id));
  };
  /** All that an item of a list says, which is no text around it. */
  const isItem = (link: Element): boolean => {
    const item = link.closest('li');
    return item !== null && item.textContent.trim() === link.textContent.trim();
  };
  /** An item out of any list, and of which nothing makes one; or a list with empty elements between its items. */
  const isHardlyList = (element: Element): boolean => {
    if (element.matches('li')) {
      // Tabs and menus are components, and a list whose role was taken off shows none.
      if (element.parentElement?.matches('ul[role]:not([role=list]),ol[role]:not([role=list])')) return true;
      const { display, listStyleType } = getComputedStyle(element);
      const isMarked = display === 'list-item' && listStyleType !== 'none';
      if (isMarked && element.querySelector('select,input,button') === null) return false;
      return [...(element.parentElement?.children ?? [])].every(
        (one) => one === element || !one.matches('li'),
      );
    }
    const strays = [...element.children].filter((one) => !one.matches('li,script,template'));
    const isEmpty = (one: Element): boolean =>
      !/\S/.test(one.textContent) && !one.querySelector('img,svg,input,button,a');
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
    );
    return (
      element.matches('ul,ol') &&
      element.querySelector(':scope > li') !== null &&
      !hasText &&
      strays.every(isEmpty)
    );
  };
  const step = (element: Element): string => [element.localName, ...[...element.classList].sort()].join('.');
  return targets.map((target) => {
    const first = target[0]?.[0];
    let element: Element | null = null;
    try {
      element = first === undefined ? null : document.querySelector(first);
    } catch {
      // A selector that axe wrote for another kind of tree.
    }
    if (!element) return { zone: 'body', component: first ?? '' };
    // An element without a class of its own is told by the nearest one that has.
    const bearer =
      element.classList.length > 0 ? null : element.parentElement?.closest('[class]:not([class=""])');
    const component = [...(bearer ? [step(bearer)] : []), step(element)].join(' ');
    const button = element.parentElement?.closest('button,[role=button]');
    const names = [button?.getAttribute('aria-label'), button?.getAttribute('title'), button?.textContent];
    const isInNamed = names.some((name) => /\S/.test(name ?? ''));
    const isByWords = hasWords(element.closest('a[href]'), element) || isSmallByWords(element);
    const isInTrail = element.closest(TRAIL) !== null || isStepOfTrail(element) || isItem(element);
    const role = element.getAttribute('role') ?? '';
    const holder = HOLDERS[role];
    const isHeld = holder !== undefined && Boolean(element.parentElement?.closest(holder));
    const items = ITEMS[role];
    const own = LISTS[role];
    const holdsItems =
      (items !== undefined && element.querySelector(items) !== null) ||
      (own !== undefined && holdsOnly(element, own) > 0);
    const known: Readonly<Record<NodeMark, boolean>> = {
      'in-named': isInNamed,
      'by-words': isByWords,
      'in-trail': isInTrail,
      adorning: isAdorning(element),
      fading: isFading(element),
      // A component may give a role to itself, out of sight of its attributes, to what it draws within.
      held:
        isHeld || (target.flat().length > 1 && element.shadowRoot !== null && !element.hasAttribute('role')),
      'holds-items': holdsItems,
      between: isBetween(element),
      masked: isUnderMask(element),
      inactive: isInactive(element) || isSwitchedOff(element),
      'opened-by-name': isOpenedByName(element),
      'hardly-list': isHardlyList(element),
    };
    const marks = (Object.keys(known) as NodeMark[]).filter((mark) => known[mark]);
    return { zone: zoneOf(element) as Zone, component, ...(marks.length > 0 ? { marks } : {}) };
  });
}

/**
 * The element that axe names. On a very large page axe may give up looking for a
 * selector and answer `:root`: the opening tag then tells the component, and no
 * place is better than a wrong one.
 */
export function axeNode({ target, html, summary }: RawNode, found: FoundNode | undefined): AxeNode {
  const selectors = target.flat();
  const isLost = selectors.includes(':root') && !/^<html\b/i.test(html);
  return {
    selector: isLost ? '' : selectors.join(' >>> '),
    zone: found?.zone ?? 'body',
    component: isLost ? openingTag(html) : (found?.component ?? ''),
    ...(found?.marks ? { marks: found.marks } : {}),
    html: html.slice(0, 500),
    summary: summary.slice(0, 500),
  };
}

/** Tag and sorted classes. */
function openingTag(html: string): string {
  const [, tag = '', attributes = ''] = /^<([^\s/>]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)/.exec(html) ?? [];
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.match(/\S+/g) ?? [];
  return [tag, ...[...new Set(classes)].sort()].join('.');
}
