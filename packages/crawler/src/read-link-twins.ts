import { CONTEXT, holderOf } from './read-link-context.ts';
import { lastBefore, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { plain, seenText, wordsOf } from './read-text.ts';
import type { Signs } from './sign.ts';

/* Links of one name that lead to several places. */

export type TwinSign = 'same-name' | 'maybe-same-name';

/** Where what looks wrong is noted. */
type Noted = Pick<Signs<TwinSign>, 'add'>;

/** A link that shows or says something. */
export interface Named {
  readonly tag: Tag;
  readonly name: string;
  readonly href: string;
}

/** Links of one name, in one context, that lead to several places. */
export function judgeTwins(dom: Dom, links: readonly Named[], signs: Noted): void {
  const [first] = links;
  if (!first || links.length < 2) return;
  const isUnder = areUnderPictures(dom, links);
  const picture = pictureOf(dom, first.tag);
  const pictured = links.find(
    ({ href, tag }) =>
      href !== first.href && (isUnder || (picture !== '' && differAtSight(dom, first.tag, tag, picture))),
  );
  const other =
    pictured ??
    links.find(({ href }) => placeOfHref(href) !== placeOfHref(first.href) || asksAnother(first.href, href));
  if (!other || first.tag.attributes['title'] || other.tag.attributes['title']) return;
  const isSure =
    pictured !== undefined ||
    (CONTEXT.test(holderOf(first.tag).name) &&
      (areFarApart(first.href, other.href) || asksAnother(first.href, other.href)));
  signs.add(isSure ? 'same-name' : 'maybe-same-name', other.tag, {
    quote: other.name,
    about: other.name,
    cause: plain(other.name),
  });
}

/** Whether two links show the same words, and each its own picture, which is then all that tells them apart. */
function differAtSight(dom: Dom, one: Tag, other: Tag, picture: string): boolean {
  const shown = pictureOf(dom, other);
  return shown !== '' && shown !== picture && seenText(dom, one, 100) === seenText(dom, other, 100);
}

/** Whether links stand in a row, under as many pictures that have each their own name: only who sees knows which goes with which. */
function areUnderPictures(dom: Dom, links: readonly Named[]): boolean {
  const row = links[0]?.tag.parent;
  if (!row || links.some(({ tag }) => tag.parent !== row)) return false;
  const said = links.reduce((sum, { name }) => sum + wordsOf(name).length, 0);
  const above = siblingBefore(row);
  if (!above || wordsOf(seenText(dom, row, 500)).length !== said) return false;
  const held = tagsBetween(dom, above.start, above.end);
  const pictures = held.filter(({ name, isVisible }) => name === 'img' && isVisible);
  const names = new Set(pictures.map(({ attributes }) => plain(attributes['alt'] ?? '')));
  return (
    pictures.length === links.length &&
    names.size === pictures.length &&
    !names.has('') &&
    textBetween(dom, above.start, above.end, 50) === '' &&
    !held.some((tag) => hrefOf(tag) !== null)
  );
}

function siblingBefore(tag: Tag): Tag | undefined {
  return tag.parent ? lastBefore(tag.parent.children, tag) : undefined;
}

/** The line that introduces a link alone in its paragraph, « Par téléphone : »; empty when none does. */
export function introOf(dom: Dom, tag: Tag): string {
  const { parent } = tag;
  if (parent?.name !== 'p' || parent.children.length > 1) return '';
  const before = siblingBefore(parent);
  if (before?.name !== 'p' || seenText(dom, parent, 400) !== seenText(dom, tag, 400)) return '';
  const line = seenText(dom, before, 100);
  return /:\s*$/.test(line) ? plain(line) : '';
}

/** Links of one name that only the lines before them, which are no part of their paragraphs, tell apart. */
export function judgeIntroduced(dom: Dom, links: readonly Named[], signs: Noted): void {
  const [first] = links;
  if (!first || links.length !== 2) return;
  const other = links.find(
    ({ href, tag }) =>
      introOf(dom, tag) !== introOf(dom, first.tag) &&
      (hostOf(href) !== hostOf(first.href) || areFarApart(first.href, href)),
  );
  if (!other || first.tag.attributes['title'] || other.tag.attributes['title']) return;
  signs.add('same-name', other.tag, { quote: other.name, about: other.name, cause: plain(other.name) });
}

function hostOf(href: string): string {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)/i.exec(href)?.[1]?.toLowerCase() ?? '';
}

/** Addresses of the pictures that a link shows, and the lines of its drawings. */
function pictureOf(dom: Dom, tag: Tag): string {
  return [tag, ...tagsBetween(dom, tag.start, tag.end)]
    .filter(({ isVisible }) => isVisible)
    .flatMap(({ name, attributes }) => [
      ...(attributes['style']?.match(/url\([^)]{1,500}\)/gi) ?? []),
      name === 'img' ? (attributes['src'] ?? '') : '',
      name === 'path' ? (attributes['d'] ?? '') : '',
    ])
    .join(' ')
    .trim();
}

function placeOfHref(href: string): string {
  return href
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/?(?:index\.\w+)?(?:[?#].*)?$/is, '')
    .toLowerCase();
}

/** What an address asks for, where a program makes the page: a number, a document; not how it is shown or where one comes from. */
const ASKED =
  /^(?:(?:id|num|numero|ref|page|p|nid|node|fiche|doc|document|fichier|file|art|article|rubrique)|id_(?:article|rubrique|document|fiche))$/i;

/** Whether one address is asked for two things: `?article=12` and `?article=13`. */
function asksAnother(one: string, other: string): boolean {
  const [place, query = ''] = one.split(/[?#]/);
  const [otherPlace, otherQuery = ''] = other.split(/[?#]/);
  if (place === undefined || place !== otherPlace) return false;
  const asked = new URLSearchParams(otherQuery);
  return [...new URLSearchParams(query)].some(([key, value]) => {
    const own = asked.get(key);
    return ASKED.test(key) && own !== null && own !== '' && value !== '' && own !== value;
  });
}

/** Addresses that look alike may well show the same page. */
function areFarApart(one: string, other: string): boolean {
  if (!/^(?:https?:)?\/|^[\w.-]+/i.test(one) || /^(?:mailto|tel|javascript):|^#/i.test(one + other))
    return false;
  // Addresses that call themselves copies or redirects.
  if (/redirect|cop(?:y|ie)|mirror|miroir/i.test(one + other)) return false;
  const last = (href: string): string =>
    (placeOfHref(href).split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/[\d_-]+/g, '');
  const [a, b] = [last(one), last(other)];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}
