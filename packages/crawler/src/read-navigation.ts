import type { NavigationFacts, NavigationPlace, Neighbours, PlaceFacts } from './facts.ts';
import { isBreadcrumb } from './read-breadcrumb.ts';
import { closest, nameOf, tagsBetween, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { cut, fold } from './text.ts';

const MAX_ENTRIES = 30;
const ENTRY_LENGTH = 80;
const MAX_PLACES = 6;
const NEIGHBOURS = 8;
const NEIGHBOUR_LENGTH = 24;
/** The main menu, among what stands around another means. */
const MENU_NEIGHBOUR = 'menu';
/** Fewer links are no menu. */
const MENU = 2;
/** Of a plain list in the header, or of what only its name calls a menu: no landmark does. */
const LIST = 3;
/** Identifiers and classes of the main menu in templates older than landmarks. */
const MENU_NAME =
  /^(?:main|top|site|global)?[-_]?(?:nav|menu|navigation)(?:[-_]?(?:main|top|principale?|haut|global|site))?$/i;
const SITEMAP = /^(?:le )?plan (?:du|de|de ce) site\b|^site ?map$/;
const SEARCH = /recherch|search/i;
const SEARCH_FIELD = /^(?:q|s|query|keywords?|mots?[-_]?cles?)$|recherch|search/i;

/** The means a page gives to go through the site: its menu, its search, its link to the site map, and where each stands. */
export function readNavigation(
  dom: Dom,
  urlOf: (link: Tag) => string | null,
  placeOf: (tag: Tag) => PlaceFacts,
): NavigationFacts {
  const main = dom.tags.find(isMainLandmark);
  const where = (tag: Tag): NavigationPlace => ({
    ...placeOf(tag),
    area: areaOf(tag),
    side: sideOf(tag, main),
  });
  const menu = menuOf(dom, urlOf);
  const around = (tag: Tag): Neighbours => neighboursOf(dom, tag, menu?.tag);
  const firsts = (isOne: (tag: Tag) => boolean): Tag[] =>
    firstOfEachPlace(dom.tags.filter(isOne), (tag) => `${areaOf(tag)} ${sideOf(tag, main)}`);
  return {
    menu: menu && { entries: menu.entries, ...where(menu.tag) },
    searches: firsts((tag) => isSearch(dom, tag)).map((tag) => ({ ...where(tag), ...around(tag) })),
    sitemaps: firsts((tag) => isSitemapLink(dom, tag)).map((tag) => ({
      ...{ url: urlOf(tag), ...where(tag), ...around(tag) },
    })),
  };
}

/** Only a header or a footer is the same from page to page. */
function neighboursOf(dom: Dom, tag: Tag, menu: Tag | undefined): Neighbours {
  const area = areaOf(tag);
  if (area !== 'header' && area !== 'footer') return { before: [], after: [] };
  const named = dom.tags.flatMap((other): { tag: Tag; name: string }[] => {
    if (other === menu && areaOf(menu) === area) return [{ tag: menu, name: MENU_NEIGHBOUR }];
    if (
      other === tag ||
      !isLeading(other) ||
      isWithin(other, menu) ||
      isWithin(other, tag) ||
      areaOf(other) !== area
    )
      return [];
    const name = cut(fold(nameOf(dom, other, ENTRY_LENGTH)), NEIGHBOUR_LENGTH);
    return name === '' ? [] : [{ tag: other, name }];
  });
  const namesOf = (all: typeof named): string[] => all.map(({ name }) => name);
  return {
    before: namesOf(named.filter((one) => one.tag.start < tag.start)).slice(-NEIGHBOURS),
    after: namesOf(named.filter((one) => one.tag.start > tag.start)).slice(0, NEIGHBOURS),
  };
}

function areaOf(tag: Tag): NavigationPlace['area'] {
  return closest(tag, ({ zone }) => zone !== 'navigation')?.zone ?? 'body';
}

function isWithin(tag: Tag, holder: Tag | undefined): boolean {
  return holder !== undefined && tag.start >= holder.start && tag.start < holder.end;
}

function sideOf({ start }: Tag, main: Tag | undefined): NavigationPlace['side'] {
  if (!main) return 'unknown';
  if (start < main.start) return 'before';
  return start < main.end ? 'inside' : 'after';
}

interface Menu {
  readonly tag: Tag;
  readonly entries: { readonly text: string; readonly url: string | null }[];
}

/** The landmark with the most entries; where there is none, a list of the header; else what bears the name of a menu. */
function menuOf(dom: Dom, urlOf: (link: Tag) => string | null): Menu | null {
  const isOwn = dom.tags.some(isMainLandmark);
  const candidates = (isOne: (tag: Tag) => boolean, least: number): Menu[] =>
    dom.tags
      .filter((tag) => tag.shown && isOne(tag) && !closest(tag, isBreadcrumb) && !isFooter(tag))
      .map((tag) => ({ tag, entries: entriesOf(dom, tag, urlOf) }))
      .filter(({ entries }) => entries.length >= least);
  const isOutside = ({ inMain }: Tag): boolean => !inMain;
  const ways: readonly (() => Menu[])[] = [
    () => candidates((tag) => isOutside(tag) && isNavigation(tag), MENU),
    () => candidates((tag) => isOutside(tag) && isList(tag) && isInHeader(tag), LIST),
    // Without a landmark for the main part, all of the page is read as such.
    () => candidates((tag) => (isOutside(tag) || !isOwn) && isNamedMenu(tag), LIST),
  ];
  let all: readonly Menu[] = [];
  for (const way of ways) if (all.length === 0) all = way();
  // The first of the largest.
  return all.reduce<Menu | null>(
    (best, menu) => (best && best.entries.length >= menu.entries.length ? best : menu),
    null,
  );
}

/** Links of the first level, and the buttons that open those below. Skip links lead nowhere. */
function entriesOf(dom: Dom, menu: Tag, urlOf: (link: Tag) => string | null): Menu['entries'] {
  const found = tagsBetween(dom, menu.start, menu.end)
    .filter((tag) => isLeading(tag) || opensMore(tag))
    .map((tag) => ({ tag, depth: depthIn(menu, tag) }));
  const first = Math.min(...found.map(({ depth }) => depth));
  return found
    .filter(({ depth }) => depth === first)
    .slice(0, MAX_ENTRIES)
    .map(({ tag }) => ({ text: cut(nameOf(dom, tag, ENTRY_LENGTH), ENTRY_LENGTH), url: urlOf(tag) }));
}

function isLeading(tag: Tag): boolean {
  const href = hrefOf(tag) ?? '';
  return href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href);
}

function opensMore({ name, attributes }: Tag): boolean {
  return name === 'button' && (attributes['aria-expanded'] ?? attributes['aria-controls']) !== undefined;
}

function depthIn(menu: Tag, tag: Tag): number {
  let depth = 0;
  for (let at = tag.parent; at && at !== menu; at = at.parent) if (at.name === 'li') depth++;
  return depth;
}

function isNavigation({ name, attributes }: Tag): boolean {
  return name === 'nav' || attributes['role'] === 'navigation';
}

function isNamedMenu({ attributes }: Tag): boolean {
  const names = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`.slice(0, 200);
  return names.split(/\s+/).some((name) => MENU_NAME.test(name));
}

function isMainLandmark({ name, attributes }: Tag): boolean {
  return name === 'main' || attributes['role'] === 'main';
}

function isList({ name }: Tag): boolean {
  return name === 'ul' || name === 'ol';
}

function isFooter(tag: Tag): boolean {
  return closest(tag, ({ zone }) => zone !== 'navigation')?.zone === 'footer';
}

function isInHeader({ zone }: Tag): boolean {
  return zone === 'header';
}

/** A search form, a field of one, or what opens it. */
function isSearch(dom: Dom, tag: Tag): boolean {
  const { name, attributes } = tag;
  if (name === 'input' && (attributes['type'] ?? 'text').toLowerCase() === 'search') return true;
  if (attributes['role'] === 'search' || name === 'search') return true;
  if (name === 'form')
    return [attributes['action'], attributes['id'], attributes['class']].some((word) =>
      SEARCH.test(word ?? ''),
    );
  if (name === 'input')
    return /^(?:text|)$/i.test(attributes['type'] ?? '') && SEARCH_FIELD.test(attributes['name'] ?? '');
  return (name === 'button' || hrefOf(tag) !== null) && isNamed(dom, tag, /^\W*recherch/i, /^recherch/);
}

function isSitemapLink(dom: Dom, tag: Tag): boolean {
  return hrefOf(tag) !== null && isNamed(dom, tag, /plan|map/i, SITEMAP) && !closest(tag, isBreadcrumb);
}

/** Folding each name of a page would cost as much as reading it: `hint` is asked first. */
function isNamed(dom: Dom, tag: Tag, hint: RegExp, pattern: RegExp): boolean {
  const name = nameOf(dom, tag, ENTRY_LENGTH);
  return hint.test(name) && pattern.test(fold(name));
}

function firstOfEachPlace(tags: readonly Tag[], placeOf: (tag: Tag) => string): Tag[] {
  return [...Map.groupBy(tags, placeOf).values()].flatMap(([first]) => first ?? []).slice(0, MAX_PLACES);
}
