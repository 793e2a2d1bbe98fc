import type { SeenPlace } from '../probes/kit.ts';
import type { Pass } from './pass.ts';

/** A link within a text, told from it by nothing but its colour, as it stands at rest. */
export interface TextLink extends SeenPlace {
  /** Contrast of its colour with that of the text around it. */
  readonly ratio: number;
  /** Its colour is another one all the same, as clear as that of the text. */
  readonly isTinted: boolean;
  /** The text around has several colours, and with the one right beside it the contrast is enough. */
  readonly isAmongColours: boolean;
  /** The text is a trail of pages, set apart by signs: « Accueil / Démarches / Passeport ». */
  readonly isInTrail: boolean;
  /** States in which nothing but a colour changes. */
  readonly silent: readonly ('hover' | 'focus')[];
}

/** Links tried on a page: one of each component. */
const MOST = 12;

type Style = Readonly<Record<string, string>>;

/** A mark that appears before or after counts. */
function isSame(one: Style, other: Style): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Finds the links that their colour alone tells from the text around them, then points at each and gives it the focus. */
export const textLinks: Pass<readonly TextLink[]> = async ({ session, call }) => {
  const links = await call(listTextLinks, MOST);
  if (links.length === 0) return [];
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const found: TextLink[] = [];
    for (const { above, ...link } of links) {
      const rest = await call(styleOf, link.selector);
      // Who points at a link points at what holds it too.
      const nodes = await Promise.all(
        [link.selector, ...above].map((selector) =>
          session.send('DOM.querySelector', { nodeId: root.nodeId, selector }),
        ),
      );
      const [own, ...others] = nodes.map(({ nodeId }) => nodeId);
      if (own === undefined || own === 0 || !rest) continue;
      const force = (ofLink: string[], ofOthers: string[]): Promise<unknown> =>
        Promise.all(
          [own, ...others.filter((nodeId) => nodeId !== 0)].map((nodeId) =>
            session.send('CSS.forcePseudoState', {
              nodeId,
              forcedPseudoClasses: nodeId === own ? ofLink : ofOthers,
            }),
          ),
        );
      const silent: TextLink['silent'][number][] = [];
      for (const state of ['hover', 'focus'] as const) {
        if (state === 'hover') await force(['hover'], ['hover']);
        else await force(['focus', 'focus-visible', 'focus-within'], ['focus-within']);
        const now = await call(styleOf, link.selector);
        if (now && isSame(rest, now)) silent.push(state);
      }
      await force([], []);
      found.push({ ...link, silent });
    }
    return found;
  } finally {
    await session.send('CSS.disable');
    await session.send('DOM.disable');
  }
};

/** All that may tell a link but the colour of its letters. Runs inside the page. */
function styleOf(selector: string): Style | null {
  const link = document.querySelector(selector);
  if (!link) return null;
  const seen: Record<string, string> = {};
  const parts = [link, ...[...link.querySelectorAll('*')].slice(0, 5)];
  for (const [at, part] of parts.entries()) {
    for (const animation of part.getAnimations()) animation.finish();
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(part, pseudo);
      if (pseudo !== null && style.content === 'none') continue;
      const border = (['top', 'right', 'bottom', 'left'] as const).map((side) =>
        ['width', 'style', 'color'].map((name) => style.getPropertyValue(`border-${side}-${name}`)).join(' '),
      );
      seen[`${String(at)} ${pseudo ?? ''}`] = [
        ...[style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness],
        ...(style.textDecorationLine === 'none' ? [] : [style.textDecorationColor]),
        ...border.map((side) => (/^0px| none /.test(side) ? '' : side)),
        ...[style.backgroundColor, style.backgroundImage, style.backgroundSize, style.boxShadow],
        ...(style.outlineStyle === 'none' ? [] : [style.outlineStyle, style.outlineWidth]),
        ...[style.fontWeight, style.fontStyle, style.fontSize, style.textTransform, style.textShadow],
        ...[style.transform, style.filter, style.opacity, style.letterSpacing, style.content],
      ].join('|');
    }
  }
  return seen;
}

/** Links of a running text that look like it, but for their colour. Runs inside the page. */
function listTextLinks(most: number): (Omit<TextLink, 'silent'> & { above: string[] })[] {
  /** Letters beside a link that make a text of what holds it. */
  const FEW = 12;
  const MANY = 25;
  /** Of the 255 steps of red, green or blue, from which two colours are told apart. */
  const TINT = 30;
  /** Where another link of the same text is underlined, as links are then known there. */
  const FEW_BESIDE_MARKED = 6;
  // One that the keyboard was left on has its outline.
  qa.toTop();
  const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';
  /** What an element adds to the letters of those that it stands in. */
  const adds = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const hasBorder = (['Top', 'Right', 'Bottom', 'Left'] as const).some(
      (side) => style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
    );
    const isPlain =
      style.textDecorationLine === 'none' &&
      /^(?:transparent|rgba\(.*, 0\))$/.test(style.backgroundColor) &&
      style.backgroundImage === 'none' &&
      style.boxShadow === 'none' &&
      style.outlineStyle === 'none' &&
      style.textShadow === 'none' &&
      style.filter === 'none' &&
      style.opacity === '1' &&
      !hasBorder;
    const pseudos = ['::before', '::after'].some((pseudo) => {
      const { content, maskImage, backgroundImage } = getComputedStyle(element, pseudo);
      // A box without a word is an icon where a picture, or a mask, draws it.
      const isDrawn = content === '""' && (maskImage !== 'none' || backgroundImage !== 'none');
      return isDrawn || !/^(?:none|normal|"")$/.test(content);
    });
    return !isPlain || pseudos;
  };
  const lettersOf = (element: Element): string => {
    const { fontWeight, fontStyle, fontSize, fontFamily, textTransform, fontVariant, letterSpacing } =
      getComputedStyle(element);
    return [fontWeight, fontStyle, fontSize, fontFamily, textTransform, fontVariant, letterSpacing].join('|');
  };
  /** The nearest words beside a link, in its block and outside any link; `touching`: what holds the signs right beside it. */
  const around = (
    link: Element,
    block: Element,
  ): { holder: Element; letters: number; touching: Element[] } | null => {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let holder: Element | null = null;
    let letters = 0;
    let isPast = false;
    let before: Element | null = null;
    let after: Element | null = null;
    for (let left = 400, node = texts.nextNode(); node && left > 0; left--, node = texts.nextNode()) {
      const { parentElement } = node;
      if (!parentElement) continue;
      if (link.contains(node)) {
        isPast = true;
        continue;
      }
      if (/\S/.test(node.nodeValue ?? '') && qp.isVisible(parentElement)) {
        if (isPast) after ??= parentElement;
        else before = parentElement;
      }
      const words = (node.nodeValue ?? '').match(/\p{L}/gu)?.length ?? 0;
      if (words === 0 || parentElement.closest('a,button,[role=link],[role=button],script,style')) continue;
      // Another item of the same list is another text, even on the same line.
      if (parentElement.closest('li') !== link.closest('li')) continue;
      let up: Element | null = parentElement;
      while (up && up !== block && isInline(up)) up = up.parentElement;
      if (up !== block || !qp.isVisible(parentElement)) continue;
      letters += words;
      if (!isPast || !holder) holder = parentElement;
    }
    const touching = [before, after].filter((one) => one !== null);
    return holder ? { holder, letters, touching } : null;
  };

  const SIGNS = /[>›»→|•·]|\s[/\\]\s/;
  const isStepOfTrail = (link: Element, block: Element): boolean => {
    const words = block.textContent.trim().replace(/\s+/g, ' ');
    if (words.length > 300 || !SIGNS.test(words)) return false;
    const steps = words.split(SIGNS).map((step) => step.replace(/^vous êtes ici\s*:?/i, '').trim());
    return steps.includes(qp.textOf(link, 200)) && steps.every((step) => step.length < 100);
  };

  const hasMarkedLink = (block: Element): boolean =>
    [...block.querySelectorAll('a[href]')]
      .slice(0, 20)
      .some((one) => qp.isVisible(one) && getComputedStyle(one).textDecorationLine === 'underline');

  const found = new Map<string, Omit<TextLink, 'silent'> & { above: string[] }>();
  for (const link of qp.all('a[href],[role=link]', 1_000)) {
    if (found.size >= most) break;
    if (found.has(qp.componentOf(link))) continue;
    const text = qp.textOf(link, 200);
    // An address, a number or an order to click says what it is.
    if (!/\p{L}{2}/u.test(text) || /:\/\/|www\.|@|cliqu|click|^(?:ici|here)$/i.test(text)) continue;
    if (!isInline(link) || link.querySelector('img,svg,canvas,picture,video,i,[class*=icon]')) continue;
    if (link.closest('nav,[role=navigation],h1,h2,h3,h4,h5,h6,button,label')) continue;
    if (!qp.isVisible(link)) continue;
    let block = link.parentElement;
    while (block && isInline(block)) block = block.parentElement;
    if (!block || block === document.body) continue;
    const beside = around(link, block);
    const fewest = hasMarkedLink(block) ? FEW_BESIDE_MARKED : FEW;
    if (!beside || beside.letters < fewest) continue;
    const inner = [...link.querySelectorAll('*')].slice(0, 20);
    const between: Element[] = [];
    for (let up = link.parentElement; up && up !== block; up = up.parentElement) between.push(up);
    if ([link, ...inner, ...between].some(adds)) continue;
    const holder = [link, ...inner].find((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')),
    );
    if (!holder || lettersOf(holder) !== lettersOf(beside.holder)) continue;
    if (adds(beside.holder) && beside.holder !== block) continue;
    const own = qp.rgbaOf(getComputedStyle(holder).color);
    const other = qp.rgbaOf(getComputedStyle(beside.holder).color);
    if (own[3] !== 1 || other[3] !== 1) continue;
    const isAlike = own.every((value, at) => value === other[at]);
    // Nothing at all tells it: fewer words around are enough of a text than where a colour does.
    if (!isAlike && fewest === FEW && beside.letters < MANY) continue;
    const ratio = Math.floor(qp.contrastOf(own, other) * 100) / 100;
    const isTinted = own.some((value, at) => Math.abs(value - (other[at] ?? 0)) > TINT);
    const place = qp.placeOf(link);
    if (place.selector.includes('>>>')) continue;
    const above: string[] = [];
    for (let up = link.parentElement; up && above.length < 6 && up !== document.body; up = up.parentElement)
      above.push(qp.placeOf(up).selector);
    // Programs are shown with a colour for each kind of word: which of them is the text around is not settled.
    const isAmongColours = beside.touching.some((one) => {
      const colour = qp.rgbaOf(getComputedStyle(one).color);
      return colour[3] === 1 && qp.contrastOf(own, colour) >= 3;
    });
    const isInTrail = isStepOfTrail(link, block);
    found.set(place.component, { ...place, ratio, isTinted, isAmongColours, isInTrail, above });
  }
  return [...found.values()];
}
