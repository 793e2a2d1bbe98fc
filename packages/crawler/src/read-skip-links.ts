import type { PlaceFacts, SkipLinkFacts } from './facts.ts';
import { closest, nameOf, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';

/** A link met later skips nothing. The browser's walk goes as far. */
const FIRST = 5;
/** What a link says that skips, wherever it stands. */
const SAID =
  /^\s*(?:skip (?:to|nav\w*)|jump to|aller (?:au|à la|directement)|passer (?:au|la|le|les)|accéder (?:au|directement))\b/i;
const CONTENT = /\b(?:contenu|content|texte principal)\b/i;

/**
 * Links to a place of the page that come before most of it, or in the part the
 * design system keeps for them. Those of a table of contents are none: it
 * stands in the main part, or in a menu that also leads to other pages.
 */
export function readSkipLinks(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): SkipLinkFacts[] {
  const first = new Set(dom.tags.filter(isFocusable).slice(0, FIRST));
  const targets = new Set(
    dom.tags.flatMap(({ name, attributes }) => [attributes['id'], name === 'a' ? attributes['name'] : '']),
  );
  const menus = new Set(
    dom.tags.flatMap((tag) =>
      hrefOf(tag) !== null && fragmentOf(tag) === undefined ? (menuOf(tag) ?? []) : [],
    ),
  );
  const skips = (tag: Tag): boolean => {
    const menu = menuOf(tag);
    return (
      first.has(tag) && tag.zone !== 'main' && (!(menu && menus.has(menu)) || SAID.test(nameOf(dom, tag)))
    );
  };
  return dom.tags.flatMap((tag) => {
    const fragment = fragmentOf(tag);
    if (fragment === undefined) return [];
    if (!skips(tag) && !closest(tag, ({ classes }) => classes.includes('fr-skiplinks'))) return [];
    const hasTarget =
      [fragment, decode(fragment)].some((id) => targets.has(id)) || fragment.toLowerCase() === 'top';
    const text = nameOf(dom, tag);
    // The sign of a menu, drawn on small screens only, says nothing to skip.
    if (text === '') return [];
    const isBeside = CONTENT.test(text) && aimsBeside(dom, fragment);
    return { text, fragment, hasTarget, ...(isBeside ? { isBeside } : {}), ...placeOf(tag) };
  });
}

/** Whether the place aimed at is in a part beside the content, with some of it still to be read before any other text. */
function aimsBeside(dom: Dom, fragment: string): boolean {
  const target = dom.tags.find(({ attributes }) => attributes['id'] === fragment);
  const zone = target?.zone;
  if (!target || zone === 'main' || zone === 'body') return false;
  const texts = dom.paragraphs.filter(({ tag }) => tag.shown);
  const isOut = texts.some(({ tag }) => tag.zone === 'main' || tag.zone === 'body');
  // An empty anchor at the end of a part stands before what follows it.
  return isOut && texts.find(({ end }) => end > target.start)?.tag.zone === zone;
}

function fragmentOf(tag: Tag): string | undefined {
  return /^#(?!!)(.+)$/s.exec(hrefOf(tag) ?? '')?.[1];
}

function menuOf(tag: Tag): Tag | null {
  return closest(tag, ({ name }) => name === 'nav');
}

function isFocusable(tag: Tag): boolean {
  const { name, attributes, shown } = tag;
  const tabindex = attributes['tabindex'];
  if (tabindex !== undefined && /^\s*-/.test(tabindex)) return false;
  if (hrefOf(tag) !== null || (tabindex !== undefined && /^\s*\d/.test(tabindex))) return shown;
  if (name === 'input')
    return shown && attributes['type'] !== 'hidden' && attributes['disabled'] === undefined;
  return (
    (name === 'button' && shown && attributes['disabled'] === undefined) ||
    name === 'select' ||
    name === 'textarea'
  );
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
