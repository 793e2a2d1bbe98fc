import type { PlaceFacts } from './facts.ts';
import { closest, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { wordsOf } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';

export type RegionSign =
  | 'no-main'
  | 'maybe-no-main'
  | 'several-mains'
  | 'unmarked-header'
  | 'unmarked-footer'
  | 'unmarked-navigation'
  | 'navigation-without-link'
  | 'other-navigation'
  | 'unreachable-region';

/** Words below which a page is a fragment, of which nothing is asked. */
const FEW_WORDS = 60;
/** Regions of one sort looked at: a page has few. */
const MANY = 50;
/** Levels below the body at which the regions of a page stand. */
const DEPTH = 4;
/** Characters before what stands at the top of a page: links to its parts, a line above its header. */
const TOP = 250;
/** Links in a list that make a menu. */
const MENU = 4;

const HEADER = /^(?:header|entete|en-tete|site-header|page-header|masthead)$/i;
const FOOTER = /^(?:footer|pied|pied-de-page|site-footer|page-footer|bas-de-page)$/i;
/** Said of the site, or of its law, without a link. */
const LEGAL = /©|\b(?:copyright|mentions|licence|droits réservés|préfecture|pr[ée]fet)/i;
const NAVIGATION =
  /^(?:nav|navigation|menu|main-?menu|mainnav|main-nav|main-navigation|menu-principal|primary-(?:menu|nav)|navbar|site-nav(?:igation)?|sidebar-?(?:menu|nav)|top-?nav|topmenu)$/i;

/** What looks wrong with the regions of a page (header, menus, main part, footer). */
export function readRegions(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<RegionSign>[] {
  const signs = new Signs<RegionSign>(placeOf);
  const body = dom.tags.find(({ name }) => name === 'body');
  if (!body) return [];
  const shown = dom.tags.filter((tag) => tag.isExposed && tag.shown);
  const mains = shown.filter((tag) => isRegion(tag, 'main', 'main'));
  const has = (name: string, role: string): boolean => shown.some((tag) => isRegion(tag, name, role));
  const [first, second] = mains;
  if (second && first)
    signs.add('several-mains', second, {
      quote: `<${second.name}>`,
      about: String(mains.length),
      cause: 'main',
    });
  const isPage = wordsOf(textBetween(dom, body.start, body.end, 3_000)).length >= FEW_WORDS;
  if (!first && isPage) {
    // Whoever marks its header or its footer has a page with regions.
    const isMarked = has('header', 'banner') || has('footer', 'contentinfo') || has('nav', 'navigation');
    signs.add(isMarked ? 'no-main' : 'maybe-no-main', body, { quote: '<body>', cause: 'main' });
  }
  judgeNamed(dom, shown, has, signs);
  for (const tag of shown.filter((one) => isRegion(one, 'nav', 'navigation')).slice(0, MANY)) {
    if (!holdsControl(dom, tag) && textBetween(dom, tag.start, tag.end, 200).length > 0)
      signs.add('navigation-without-link', tag, { quote: textBetween(dom, tag.start, tag.end, 100) });
  }
  return signs.found;
}

function isRegion({ name, attributes }: Tag, native: string, role: string): boolean {
  const own = attributes['role']?.trim().split(/\s+/)[0];
  return own === undefined || own === '' ? name === native : own === role;
}

/** Blocks that their own id or class calls header, menu or footer. */
function judgeNamed(
  dom: Dom,
  shown: readonly Tag[],
  has: (name: string, role: string) => boolean,
  signs: Signs<RegionSign>,
): void {
  const targets = new Set(dom.tags.flatMap((tag) => /^#(.+)$/.exec(hrefOf(tag) ?? '')?.[1] ?? []));
  const find = (names: RegExp, outOf: RegExp, test: (tag: Tag) => boolean): Tag | undefined =>
    shown
      .filter((tag) => isBlock(tag) && isCalled(tag, names))
      .slice(0, MANY)
      .find((tag) => depthOf(tag) <= DEPTH && isOutOf(tag, outOf) && test(tag));
  const tell = (sign: RegionSign, tag: Tag | undefined): void => {
    if (!tag) return;
    const { id } = tag.attributes;
    const quote = `<${tag.name} ${id === undefined ? `class="${tag.classes.join(' ')}"` : `id="${id}"`}>`;
    signs.add(sign, tag, { quote, cause: sign });
    if (sign !== 'other-navigation' && !isPager(dom, tag) && !isReached(dom, tag, targets))
      signs.add('unreachable-region', tag, { quote, cause: sign });
  };
  // Blanks between tags count too: a few characters would not reach the first word.
  const holdsText = (tag: Tag): boolean => textBetween(dom, tag.start, tag.end, 2_000) !== '';
  const before = ({ start }: Tag): number => textBetween(dom, 0, start - 1, 5_000).length;
  // Far down, or under that name below anything else, it is the head of a part: the title above a content.
  const isAtTop = (tag: Tag): boolean =>
    holdsText(tag) && !isTitleAlone(dom, tag) && before(tag) < (isCalled(tag, /^page-header$/i) ? 60 : TOP);
  const apart = /^(?:main|article|section|aside|nav)$/;
  if (!has('header', 'banner')) tell('unmarked-header', find(HEADER, apart, isAtTop));
  // A date below a text is no part of the site that one would go to; nor is a bar of buttons, whose links stay on the page.
  const isOfSite = (tag: Tag): boolean =>
    (linksIn(dom, tag) > 0 && !isBarOfActs(dom, tag)) ||
    LEGAL.test(textBetween(dom, tag.start, tag.end, 1_000));
  if (!has('footer', 'contentinfo')) tell('unmarked-footer', find(FOOTER, apart, isOfSite));
  const menu = find(
    NAVIGATION,
    /^(?:nav|navigation|menu|menubar|tablist|dialog)$/,
    (tag) => !holdsNav(dom, tag) && linksIn(dom, tag) >= MENU,
  );
  tell(has('nav', 'navigation') ? 'other-navigation' : 'unmarked-navigation', menu);
}

/** Whether a block holds the title of the content and nothing else, or who wrote it, when, and what it contains. */
function isTitleAlone(dom: Dom, tag: Tag): boolean {
  const held = tagsBetween(dom, tag.start, tag.end);
  const title = held.find(({ name }) => name === 'h1');
  const leads = (one: Tag): boolean => !/^(?:#|mailto:)/.test(hrefOf(one) ?? '#');
  if (!title || held.some((one) => leads(one) || one.name === 'img')) return false;
  const textOf = ({ start, end }: Tag): string => textBetween(dom, start, end, 500);
  return textOf(title) === textOf(tag) || held.some((one) => isCalled(one, /^(?:toc|author|revdate)$/));
}

/** Whether a block holds buttons that send a form, and no link to elsewhere. */
function isBarOfActs(dom: Dom, tag: Tag): boolean {
  const held = tagsBetween(dom, tag.start, tag.end);
  const leads = (one: Tag): boolean => !(hrefOf(one) ?? '#').startsWith('#');
  const sends = ({ name, attributes }: Tag): boolean =>
    (name === 'input' || name === 'button') && attributes['type'] === 'submit';
  return held.some(sends) && !held.some(leads);
}

function isBlock({ name, attributes }: Tag): boolean {
  return /^(?:div|section|table|ul|ol|td)$/.test(name) && attributes['role'] === undefined;
}

function isCalled({ attributes, classes }: Tag, names: RegExp): boolean {
  return names.test(attributes['id'] ?? '') || classes.some((word) => names.test(word));
}

function isOutOf(tag: Tag, names: RegExp): boolean {
  return closest(tag, (at) => names.test(at.name) || names.test(at.attributes['role'] ?? '')) === null;
}

function depthOf(tag: Tag): number {
  let depth = 0;
  for (let at = tag.parent; at && at.name !== 'body' && depth <= DEPTH; at = at.parent) depth++;
  return depth;
}

/** Whether a heading tells it, or a link of the page leads to it. */
function isReached({ items }: Dom, tag: Tag, targets: ReadonlySet<string>): boolean {
  return [tag, ...items.slice(tag.start, tag.end)].some(
    (item) =>
      typeof item === 'object' && (/^h[1-6]$/.test(item.name) || targets.has(item.attributes['id'] ?? '')),
  );
}

/** Whether a bar leads to the pages before and after this one: test 12.6.1 speaks of menus, and not of it. */
function isPager(dom: Dom, { start, end }: Tag): boolean {
  const PAGER = /\b(?:suivante?|pr[ée]c[ée]dente?|next|prev(?:ious)?)\b/gi;
  return (textBetween(dom, start, end, 120).match(PAGER) ?? []).length >= 2;
}

function holdsNav({ items }: Dom, { start, end }: Tag): boolean {
  return items
    .slice(start, end)
    .some((item) => typeof item === 'object' && isRegion(item, 'nav', 'navigation'));
}

function linksIn({ items }: Dom, { start, end }: Tag): number {
  let count = 0;
  for (let at = start; at < end && count < 50; at++) {
    const item = items[at];
    if (typeof item === 'object' && hrefOf(item) !== null) count++;
  }
  return count;
}

function holdsControl({ items }: Dom, { start, end }: Tag): boolean {
  return items
    .slice(start, end)
    .some(
      (item) =>
        typeof item === 'object' &&
        (/^(?:a|button|select|input|summary|area)$/.test(item.name) ||
          item.attributes['role'] !== undefined ||
          item.attributes['onclick'] !== undefined ||
          item.attributes['tabindex'] !== undefined ||
          item.name.includes('-')),
    );
}
