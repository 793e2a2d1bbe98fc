import type { PlaceFacts } from './facts.ts';
import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { wordsOf } from './read-text.ts';

/** Words of a paragraph that says something, beside a label or a date. */
const WORDS = 8;
/** Paragraphs looked at: nobody walks past more without a heading. */
const MANY = 50;

const BESIDE = /^(?:nav|aside|menu)$/;
const BESIDE_ROLE = /^(?:navigation|complementary)$/;
const LANDMARK_ROLE = /^(?:main|region|search|form)$/;

/**
 * The block that stands between the start of a page, one of several, and its
 * text, when nothing at all lets anyone go past it: no link to a place of the
 * page, no heading or landmark outside it, and no control that might fold it.
 * `null` when something may.
 */
export function readWall(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): PlaceFacts | null {
  const shown = dom.tags.filter((tag) => tag.shown && (tag.isVisible || tag.isExposed));
  if (shown.some(isWay)) return null;
  const said = dom.paragraphs.slice(0, MANY).filter(({ text }) => wordsOf(text).length >= WORDS);
  const text = said.find(({ tag }) => tag.shown && tag.isVisible && blockOf(dom, tag) === null);
  if (!text) return null;
  const block = shown.find((tag) => tag.end <= text.start && tag.name !== 'body' && isBlock(dom, tag));
  if (!block) return null;
  // Above a list of links, it may be the title of what they are the contents of.
  if (shown.some((tag) => isHeading(tag) && tag.isExposed && blockOf(dom, tag) === null)) return null;
  return shown.some((tag) => tag.start < text.start && leadsElsewhere(tag)) ? placeOf(block) : null;
}

/** Whatever may lead past a block, or fold it; a component of a library may be either. */
function isWay({ name, attributes, isExposed }: Tag): boolean {
  const role = attributes['role']?.trim().split(/\s+/)[0] ?? '';
  return (
    (isExposed && (name === 'main' || LANDMARK_ROLE.test(role))) ||
    (isExposed &&
      name === 'section' &&
      /\S/.test(attributes['aria-label'] ?? attributes['aria-labelledby'] ?? '')) ||
    /^(?:button|input|select|textarea|summary|iframe|frame|object|embed)$/.test(name) ||
    name.includes('-') ||
    attributes['onclick'] !== undefined ||
    attributes['tabindex'] !== undefined ||
    /^(?:#|javascript:)/i.test(attributes['href']?.trim() ?? '')
  );
}

function isHeading({ name, attributes }: Tag): boolean {
  return /^h[1-6]$/.test(name) || attributes['role'] === 'heading';
}

function blockOf(dom: Dom, tag: Tag): Tag | null {
  return closest(tag, (at) => isBlock(dom, at));
}

/** A part beside the text, or a list where every item is a link. */
function isBlock(dom: Dom, tag: Tag): boolean {
  const { name, attributes, children } = tag;
  const role = attributes['role']?.trim() ?? '';
  if (role === '' ? BESIDE.test(name) : BESIDE_ROLE.test(role)) return true;
  return (
    /^[uo]l$/.test(name) &&
    children.length > 0 &&
    children.every((item) => {
      const [link] = item.children;
      return link?.name === 'a' && textOf(dom, link) === textOf(dom, item);
    })
  );
}

function textOf(dom: Dom, { start, end }: Tag): string {
  return textBetween(dom, start, end, 200);
}

/** To another page of the site. */
function leadsElsewhere(tag: Tag): boolean {
  const href = hrefOf(tag)?.trim() ?? '';
  return /^[^#?]/.test(href) && !/^(?:[a-z][\w+.-]*:|\/\/)/i.test(href);
}
