import type { PlaceFacts } from './facts.ts';
import { isFormat, isGeneric, isPointing, tells } from './link-words.ts';
import { closest, nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { hrefOf } from './read-links.ts';
import { plain, seenText, wordsOf } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { collapse, fold } from './text.ts';

export type LinkTextSign =
  | 'vague'
  | 'vague-after-heading'
  | 'same-name'
  | 'maybe-same-name'
  | 'bare-address'
  | 'file-name'
  | 'no-word'
  | 'label-not-in-name'
  | 'button-label-not-in-name'
  | 'button-without-word'
  | 'title-drops-text'
  | 'idle-link'
  | 'new-window';

/** Names that a screen reader tells by their signs, or not at all. */
const SIGNS = /^[.\-–—_·•…:;|/\\]+$/;
const ARROWS = /^[<>«»‹›←→↑↓⇐⇒▶◀►◄\s]+$/u;

/** Bullets, which say neither what a button does nor which of a row it is. */
const BULLETS = /^[•●○◦·.\s]{1,9}$/u;
const FILE_NAME = /^[\p{L}\p{N}_.,()\-–+ ]{1,120}\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|zip)$/iu;

/** A link that shows or says something. */
interface Named {
  readonly tag: Tag;
  readonly name: string;
  readonly href: string;
}

/** What looks wrong with the texts of the links of a page, and with names that hide the text shown. */
export function readLinkTexts(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<LinkTextSign>[] {
  const signs = new Signs<LinkTextSign>(placeOf);
  const headings = headingsOf(dom);
  const vague = new Map<string, Named[]>();
  const twins = new Map<string, Named[]>();
  const introduced = new Map<string, Named[]>();
  for (const tag of dom.tags) {
    if (!tag.isExposed || !tag.isVisible) continue;
    judgeLabel(dom, tag, signs);
    judgeBullet(dom, tag, signs);
    // Where a link made with a role leads, only its script tells.
    const href = hrefOf(tag) ?? (tag.attributes['role']?.trim() === 'link' ? '' : null);
    if (href === null || isRoleless(tag)) continue;
    const name = collapse(nameOf(dom, tag, 300));
    if (name === '') continue;
    const link = { tag, name, href };
    if (/^(?:#|javascript:.*)$/i.test(href) && tag.attributes['role'] === undefined)
      signs.add('idle-link', tag, { quote: name, cause: `${name} ${href.slice(0, 50)}` });
    if (/^(?:https?:\/\/|www\.)\S{40,}$/i.test(name))
      signs.add('bare-address', tag, { quote: name, about: name });
    // « Arrêté du 4 mai.pdf » tells; signs that no sentence has are those of a file.
    if (FILE_NAME.test(name) && /_|\d{6}|^[^ ]*\d[^ ]*$/.test(name) && !hasContext(dom, tag))
      signs.add('file-name', tag, { quote: name, about: name });
    judgeTitle(dom, tag, name, signs);
    if (opensWindow(tag, href) && !saysWindow(dom, tag, name))
      signs.add('new-window', tag, { quote: name, cause: 'new-window' });
    if (isGeneric(name)) {
      if (!hasContext(dom, tag, isPointing(name)))
        put(vague, `${plain(name)} ${String(lastBefore(headings, tag)?.start ?? 0)}`, link);
    } else if (
      wordsOf(name).length === 0 &&
      (!/\p{Extended_Pictographic}|\p{S}/u.test(name) || ARROWS.test(name))
    ) {
      if (!hasContext(dom, tag) && (SIGNS.test(name) || ARROWS.test(name)))
        signs.add('no-word', tag, { quote: name, about: name });
    } else {
      const target = { ...link, href: href || (tag.attributes['onclick'] ?? '') };
      if (target.href === '') continue;
      put(twins, `${String(holderOf(tag).start)} ${plain(name)}`, target);
      if (introOf(dom, tag) !== '') put(introduced, plain(name), target);
    }
  }
  for (const links of vague.values()) judgeVague(dom, links, headings, signs);
  for (const links of twins.values()) judgeTwins(dom, links, signs);
  for (const links of introduced.values()) judgeIntroduced(dom, links, signs);
  return signs.found;
}

function judgeBullet(dom: Dom, tag: Tag, signs: Signs<LinkTextSign>): void {
  const { name, attributes } = tag;
  const role = attributes['role']?.trim();
  if (role === undefined ? name !== 'button' : role !== 'button' && role !== 'tab') return;
  const said = collapse(nameOf(dom, tag, 50));
  if (BULLETS.test(said) && (attributes['title'] ?? '').trim() === '')
    signs.add('button-without-word', tag, { quote: said, about: said });
}

function put(groups: Map<string, Named[]>, key: string, link: Named): void {
  const group = groups.get(key);
  if (group) group.push(link);
  else groups.set(key, [link]);
}

function isRoleless({ attributes }: Tag): boolean {
  const role = attributes['role']?.trim();
  return role !== undefined && role !== '' && role !== 'link';
}

/** Headings in document order. */
function headingsOf({ tags }: Dom): Tag[] {
  return tags.filter(
    (tag) => (/^h[1-6]$/.test(tag.name) || tag.attributes['role'] === 'heading') && tag.isExposed,
  );
}

/** The last one that starts before `tag`, of elements in document order. */
function lastBefore(tags: readonly Tag[], tag: Tag): Tag | undefined {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.start ?? 0) < tag.start) low = middle + 1;
    else high = middle;
  }
  return tags[low - 1];
}

const CONTEXT = /^(?:p|li|td|th|dd|dt|h[1-6]|figcaption|caption|summary|blockquote)$/;

/** Paragraph, list item or cell that holds a link, else the block. */
function holderOf(tag: Tag): Tag {
  return closest(tag, ({ name }) => CONTEXT.test(name)) ?? tag.block;
}

/** Whether the words around a link, its tooltip or its description may tell where it leads (RGAA's contexts but for headings). */
function hasContext(dom: Dom, tag: Tag, isBare = false): boolean {
  const { attributes } = tag;
  if (tells(attributes['title'] ?? '') && !isGeneric(attributes['title'] ?? '')) return true;
  if ((attributes['aria-describedby'] ?? '').trim() !== '') return true;
  let seen = 0;
  for (let at: Tag | null = tag; at && seen < 12; at = at.parent, seen++) {
    const isContext = CONTEXT.test(at.name) || (at === tag.block && at.name !== 'body' && at.name !== 'main');
    // What only points says nothing even of the block it is in: its own line must.
    const isBlock = isBare && !CONTEXT.test(at.name);
    if (isContext && at !== tag && tells(isBlock ? lineAround(dom, tag) : textAround(dom, at, tag)))
      return true;
    if (at.name === 'td') {
      const row = at.parent;
      const cells = row?.children.filter(({ name }) => name === 'th') ?? [];
      if (cells.some((cell) => tells(seenText(dom, cell, 100)))) return true;
      const table = closest(at, ({ name }) => name === 'table');
      if (
        table &&
        dom.items
          .slice(table.start, Math.min(table.end, table.start + 200))
          .some((item) => typeof item === 'object' && item.name === 'th')
      )
        return true;
    }
    // A card or an article is understood as a whole.
    if (
      at.name === 'a'
        ? false
        : at.classes.some((word) => /(?:^|[-_])(?:card|tile|teaser)(?:$|[-_])/i.test(word))
    ) {
      if (tells(textAround(dom, at, tag))) return true;
    }
  }
  return false;
}

/** What stands in the run of text that holds a link, the link left out. */
function lineAround(dom: Dom, { start, end }: Tag): string {
  const run = dom.paragraphs.find((one) => one.start <= start && end <= one.end);
  if (!run) return '';
  return `${textBetween(dom, run.start, start - 1, 400)} ${textBetween(dom, end, run.end, 400)}`;
}

function textAround(dom: Dom, holder: Tag, link: Tag): string {
  return `${textBetween(dom, Math.max(holder.start, link.start - 400), link.start - 1, 400)} ${textBetween(dom, link.end, Math.min(holder.end, link.end + 400), 400)}`;
}

/** Links that say nothing, nor does what is around them: the heading before may still. */
function judgeVague(
  dom: Dom,
  links: readonly Named[],
  headings: readonly Tag[],
  signs: Signs<LinkTextSign>,
): void {
  const [first] = links;
  if (!first) return;
  const heading = lastBefore(headings, first.tag);
  const targets = new Set(links.map(({ href }) => href));
  for (const { tag, name } of links) {
    const helps =
      (heading !== undefined &&
        targets.size === 1 &&
        tells(seenText(dom, heading, 200)) &&
        isNear(dom, heading, tag)) ||
      (isFormat(name) && isIntroduced(dom, tag));
    signs.add(helps ? 'vague-after-heading' : 'vague', tag, { quote: name, about: name, cause: plain(name) });
  }
}

/** Whether the line before its list, « Télécharger le rapport : », is one that introduces it. */
function isIntroduced(dom: Dom, tag: Tag): boolean {
  const list = closest(tag, ({ name }) => name === 'ul' || name === 'ol');
  const line = list && dom.paragraphs.findLast(({ end }) => end <= list.start);
  return line ? /:\s*$/.test(line.text) : false;
}

/** A title of the page above whole paragraphs tells nothing of one link in them. */
function isNear(dom: Dom, heading: Tag, tag: Tag): boolean {
  if (heading.name !== 'h1' && heading.attributes['aria-level'] !== '1') return true;
  return textBetween(dom, heading.end, tag.start - 1, 200).length < 40;
}

/** Links of one name, in one context, that lead to several places. */
function judgeTwins(dom: Dom, links: readonly Named[], signs: Signs<LinkTextSign>): void {
  const [first] = links;
  if (!first || links.length < 2) return;
  const isUnder = areUnderPictures(dom, links);
  const picture = pictureOf(dom, first.tag);
  const pictured = links.find(
    ({ href, tag }) =>
      href !== first.href && (isUnder || (picture !== '' && differAtSight(dom, first.tag, tag, picture))),
  );
  const other = pictured ?? links.find(({ href }) => placeOfHref(href) !== placeOfHref(first.href));
  if (!other || first.tag.attributes['title'] || other.tag.attributes['title']) return;
  const isSure =
    pictured !== undefined || (CONTEXT.test(holderOf(first.tag).name) && areFarApart(first.href, other.href));
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
function introOf(dom: Dom, tag: Tag): string {
  const { parent } = tag;
  if (parent?.name !== 'p' || parent.children.length > 1) return '';
  const before = siblingBefore(parent);
  if (before?.name !== 'p' || seenText(dom, parent, 400) !== seenText(dom, tag, 400)) return '';
  const line = seenText(dom, before, 100);
  return /:\s*$/.test(line) ? plain(line) : '';
}

/** Links of one name that only the lines before them, which are no part of their paragraphs, tell apart. */
function judgeIntroduced(dom: Dom, links: readonly Named[], signs: Signs<LinkTextSign>): void {
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

/** A tooltip that does not take up the text it goes with (test 6.1.5 reads both); one that adds a format or a size is told with it. */
function judgeTitle(dom: Dom, tag: Tag, name: string, signs: Signs<LinkTextSign>): void {
  const { title = '' } = tag.attributes;
  if (
    title.trim() === '' ||
    tag.attributes['aria-label'] !== undefined ||
    /^\s*(?:format|pdf)\b/i.test(title)
  )
    return;
  const words = new Set(wordsOf(title));
  const text = wordsOf(seenText(dom, tag, 200));
  if (text.length === 0 || text.every((word) => words.has(word))) return;
  signs.add('title-drops-text', tag, {
    quote: name,
    about: title,
    cause: `${text.join(' ')} ${plain(title)}`,
  });
}

const LABELLED = /^(?:a|button|summary)$/;
const LABELLED_ROLES =
  /^(?:link|button|menuitem|menuitemcheckbox|menuitemradio|tab|option|checkbox|radio|switch|treeitem)$/;

/** Who speaks to the computer says what is shown: the name must hold it. Only a browser tells names. */
function judgeLabel(dom: Dom, tag: Tag, signs: Signs<LinkTextSign>): void {
  const { attributes, accessibleName } = tag;
  if (accessibleName === undefined || accessibleName === '') return;
  if (attributes['aria-label'] === undefined && attributes['aria-labelledby'] === undefined) return;
  const role = attributes['role']?.trim() ?? '';
  if (role === '' ? !LABELLED.test(tag.name) : !LABELLED_ROLES.test(role)) return;
  // An anchor that leads nowhere is no control.
  if (role === '' && tag.name === 'a' && hrefOf(tag) === null) return;
  const shown = seenText(dom, tag, 300).replace(/\([^)]{0,120}\)/g, ' ');
  const label = wordsOf(shown);
  // One sign is a symbol, and an icon font shows no words.
  if (
    label.length === 0 ||
    label.join('').length < 2 ||
    /\p{Co}/u.test(shown) ||
    tag.isDrawn ||
    hasIcon(dom, tag)
  )
    return;
  if (` ${plain(accessibleName)} `.includes(` ${label.join(' ')} `)) return;
  const joined = plain(accessibleName).replaceAll(' ', '');
  if (joined.includes(label.join('')) && !isSpacedOut(dom, tag)) return;
  const isLink = role === 'link' || (role === '' && tag.name === 'a');
  signs.add(isLink ? 'label-not-in-name' : 'button-label-not-in-name', tag, {
    quote: shown,
    about: accessibleName,
    cause: `${label.join(' ')} ${accessibleName}`,
  });
}

/** Whether spaces are written between the words: what is put between elements may not be seen. */
function isSpacedOut({ items }: Dom, { start, end }: Tag): boolean {
  return items.slice(start, end).some((item) => typeof item === 'string' && /\S\s+\S/.test(item));
}

/** A message, a number or a file to keep opens none. */
function opensWindow({ attributes }: Tag, href: string): boolean {
  const target = attributes['target']?.trim().toLowerCase();
  return (
    target === '_blank' &&
    attributes['download'] === undefined &&
    !/^(?:mailto|tel|sms|javascript|#)/i.test(href)
  );
}

const WINDOW =
  /nouvel(?:le)?s? (?:fenetre|onglet|page)|autre (?:fenetre|onglet)|(?:fenetre|onglet) (?:separee?|externe)|(?:new|another|separate) (?:window|tab)/;

/** Whether a link, its tooltip, its description or the words after it say that a window opens. */
function saysWindow(dom: Dom, tag: Tag, name: string): boolean {
  const { title = '', 'aria-describedby': described = '' } = tag.attributes;
  if (WINDOW.test(fold(`${name} ${title}`))) return true;
  const ids = described.split(/\s+/).filter((id) => id !== '');
  const descriptions = dom.tags.filter(({ attributes }) => ids.includes(attributes['id'] ?? ''));
  const words = descriptions.map((one) => textBetween(dom, one.start, one.end, 200));
  const next = textBetween(dom, tag.end, tag.end + 20, 40);
  return WINDOW.test(fold([...words, next].join(' ')));
}

function hasIcon({ items }: Dom, { start, end, classes }: Tag): boolean {
  const isIcon = (words: readonly string[]): boolean =>
    words.some((word) => /icon|material|glyph|^fa[srb]?$|^fa-/i.test(word));
  return (
    isIcon(classes.filter((word) => !word.startsWith('fr-'))) ||
    items
      .slice(start, Math.min(end, start + 50))
      .some((item) => typeof item === 'object' && (item.name === 'i' || isIcon(item.classes)))
  );
}
