import type { PlaceFacts } from './facts.ts';
import { isFormat, isGeneric, isPointing, tells } from './link-words.ts';
import { closest, lastBefore, nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { columnOf, judgeColumn, type ColumnSign } from './read-link-columns.ts';
import { hasContext, holderOf } from './read-link-context.ts';
import { introOf, judgeIntroduced, judgeTwins, type Named, type TwinSign } from './read-link-twins.ts';
import { hrefOf } from './read-links.ts';
import { holdsText, plain, seenText, wordsOf } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { collapse, fold } from './text.ts';
import { UNWRITTEN } from './unwritten.ts';

export type LinkTextSign =
  | TwinSign
  | ColumnSign
  | 'vague'
  | 'vague-after-heading'
  | 'vague-in-menu'
  | 'bare-address'
  | 'file-name'
  | 'no-word'
  | 'icon-name'
  | 'label-not-in-name'
  | 'button-label-not-in-name'
  | 'button-without-word'
  | 'title-drops-text'
  | 'title-unwritten'
  | 'title-half-written'
  | 'idle-link'
  | 'new-window';

/** Names that a screen reader tells by their signs, or not at all. */
const SIGNS = /^[.\-–—_·•…:;|/\\]+$/;
const ARROWS = /^[<>«»‹›←→↑↓⇐⇒▶◀►◄\s]+$/u;

/** Bullets, which say neither what a button does nor which of a row it is. */
const BULLETS = /^[•●○◦·.\s]{1,9}$/u;
/** What a font of icons draws as one sign: « keyboard_arrow_down ». A single word may be understood. */
const ICON = /^[a-z]+(?:_[a-z0-9]+)+$/;
const FILE_NAME = /^[\p{L}\p{N}_.,()\-–+ ]{1,120}\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|zip)$/iu;

/** Whether all that a link says is the name by which a font of icons calls what it draws. */
function isIconName(dom: Dom, tag: Tag, name: string): boolean {
  const isDrawn = ({ classes }: Tag): boolean =>
    classes.some((word) => /^material-(?:icons|symbols)/.test(word));
  return ICON.test(name) && [tag, ...tagsBetween(dom, tag.start, tag.end)].some(isDrawn);
}

/** What looks wrong with the texts of the links of a page, and with names that hide the text shown. */
export function readLinkTexts(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<LinkTextSign>[] {
  const signs = new Signs<LinkTextSign>(placeOf);
  const headings = headingsOf(dom);
  const vague = new Map<string, Named[]>();
  const columns = new Map<string, Named[]>();
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
    if (isPlayerCommand(dom, tag, name)) continue;
    if (isIconName(dom, tag, name)) {
      if (!hasContext(dom, tag)) signs.add('icon-name', tag, { quote: name, about: name });
    } else if (isGeneric(name)) {
      const heading = lastBefore(headings, tag);
      const column = columnOf(dom, link, heading);
      if (!hasContext(dom, tag, isPointing(name)))
        put(vague, `${plain(name)} ${String(heading?.start ?? 0)}`, link);
      else if (column !== null) put(columns, column, link);
    } else if (
      wordsOf(name).length === 0 &&
      (!/\p{Extended_Pictographic}|\p{S}/u.test(name) || ARROWS.test(name))
    ) {
      if (!hasContext(dom, tag) && (SIGNS.test(name) || ARROWS.test(name)))
        signs.add('no-word', tag, { quote: name, about: name });
    } else {
      const target = { ...link, href: href || (tag.attributes['onclick'] ?? '') };
      if (target.href === '') continue;
      put(twins, `${String(holderOf(tag).start)} ${sameNameOf(name)}`, target);
      if (introOf(dom, tag) !== '') put(introduced, sameNameOf(name), target);
    }
  }
  for (const links of vague.values()) judgeVague(dom, links, headings, signs);
  for (const links of columns.values()) judgeColumn(links, signs);
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

/** What links of one name share: « C », « C++ » and « C# » are three names, though their words are one. */
function sameNameOf(name: string): string {
  return [plain(name), ...(name.match(/(?<=[\p{L}\p{N}+])[+#]/gu) ?? [])].join(' ');
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

/** The whole of a heading, or of the name of a place above, in one noun: « Fichier », of a menu, « Start », of a wiki. */
function isSubject(dom: Dom, link: Tag, name: string): boolean {
  const NOUN = /^(?:fichier|document|article|page|site|d[ée]tails?|start|download|open|view|more info)$/i;
  if (!NOUN.test(name.trim())) return false;
  const heading = closest(link, ({ name: of }) => /^h[1-6]$/.test(of));
  if (heading && seenText(dom, heading, 200).trim() === name.trim()) return true;
  return closest(link, isTrail) !== null;
}

/** « Start » beside « Stop », which lead nowhere: they set slides going. */
function isPlayerCommand(dom: Dom, link: Tag, name: string): boolean {
  if (!/^start$/i.test(name.trim()) || !/^(?:#|javascript:.*)?$/i.test(hrefOf(link) ?? '')) return false;
  const row = link.parent?.parent;
  return row ? /\b(?:stop|pause)\b/i.test(textBetween(dom, row.start, row.end, 100)) : false;
}

function isTrail({ classes, attributes }: Tag): boolean {
  return /breadcrumb|ariane|youarehere/i.test(
    [...classes, attributes['id'], attributes['aria-label']].join(' '),
  );
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
        isNear(dom, headings, heading, tag)) ||
      (isFormat(name) && isIntroduced(dom, tag)) ||
      isSubject(dom, tag, name);
    const sign = helps ? 'vague-after-heading' : isPart(tag, name) ? 'vague-in-menu' : 'vague';
    signs.add(sign, tag, { quote: name, about: name, cause: plain(name) });
  }
}

/** Whether the line before its list, « Télécharger le rapport : », is one that introduces it. */
function isIntroduced(dom: Dom, tag: Tag): boolean {
  const list = closest(tag, ({ name }) => name === 'ul' || name === 'ol');
  const line = list && dom.paragraphs.findLast(({ end }) => end <= list.start);
  return line ? /:\s*$/.test(line.text) : false;
}

/** « Découvrir », « Infos », in a menu: the name of a part of the site, unless it only points. */
function isPart(tag: Tag, name: string): boolean {
  const isMenu = ({ name: of, attributes }: Tag): boolean =>
    of === 'nav' || attributes['role']?.trim() === 'navigation';
  return (
    !isPointing(name) && closest(tag, ({ name: of }) => of === 'li') !== null && closest(tag, isMenu) !== null
  );
}

/** A title of the page above whole paragraphs tells nothing of one link in them. */
function isNear(dom: Dom, headings: readonly Tag[], heading: Tag, tag: Tag): boolean {
  const isFirstLevel = ({ name, attributes }: Tag): boolean =>
    name === 'h1' || attributes['aria-level'] === '1';
  // After the first of several, one is the title of a part.
  if (!isFirstLevel(heading) || headings.find(isFirstLevel) !== heading) return true;
  return textBetween(dom, heading.end, tag.start - 1, 200).length < 40;
}

/** A tooltip that does not take up the text it goes with (test 6.1.5 reads both); one that adds a format or a size is told with it. */
function judgeTitle(dom: Dom, tag: Tag, name: string, signs: Signs<LinkTextSign>): void {
  const { title = '' } = tag.attributes;
  if (UNWRITTEN.test(fold(title))) {
    // It says what the link says all the same, and more.
    const isSaid = name !== '' && fold(title).includes(fold(name));
    signs.add(isSaid ? 'title-half-written' : 'title-unwritten', tag, { quote: name, about: title });
    return;
  }
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

/** What is shown, without the keys that do the same: nobody says them aloud. */
function withoutKeys(dom: Dom, tag: Tag, shown: string): string {
  return tagsBetween(dom, tag.start, tag.end)
    .filter(({ name }) => name === 'kbd')
    .reduce((text, { start, end }) => text.replace(textBetween(dom, start, end, 50), ' '), shown);
}

/** Who speaks to the computer says what is shown: the name must hold it. Only a browser tells names. */
function judgeLabel(dom: Dom, tag: Tag, signs: Signs<LinkTextSign>): void {
  const { attributes, accessibleName } = tag;
  if (accessibleName === undefined || accessibleName === '') return;
  if (attributes['aria-label'] === undefined && attributes['aria-labelledby'] === undefined) return;
  const role = attributes['role']?.trim() ?? '';
  if (role === '' ? !LABELLED.test(tag.name) : !LABELLED_ROLES.test(role)) return;
  // An anchor that leads nowhere is no control.
  if (role === '' && tag.name === 'a' && hrefOf(tag) === null) return;
  const shown = withoutAside(seenText(dom, tag, 300));
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
  // Words of several elements may be set apart by a style sheet alone.
  const runs = seenRuns(dom, tag);
  if ([shown, withoutAside(runs.join(' '))].some((text) => holdsText(accessibleName, text))) return;
  const joined = plain(accessibleName).replaceAll(' ', '');
  if (joined.includes(label.join('')) && !isSpacedOut(dom, tag) && !isCut(runs, accessibleName)) return;
  if (holdsText(accessibleName, withoutKeys(dom, tag, shown))) return;
  const isLink = role === 'link' || (role === '' && tag.name === 'a');
  signs.add(isLink ? 'label-not-in-name' : 'button-label-not-in-name', tag, {
    quote: shown,
    about: accessibleName,
    cause: `${label.join(' ')} ${accessibleName}`,
  });
}

/** What brackets hold may be left out of a name. */
function withoutAside(text: string): string {
  return text.replace(/\([^)]{0,120}\)/g, ' ');
}

/** Texts that are seen, element by element. */
function seenRuns({ items }: Dom, { start, end }: Tag): string[] {
  const runs: string[] = [];
  for (let at = start; at < end && runs.length < 50; at++) {
    const item = items[at] ?? '';
    if (typeof item === 'string') runs.push(...(/\S/.test(item) ? [item.trim()] : []));
    else if (!item.isVisible) at = Math.max(at, item.end - 1);
  }
  return runs;
}

/** Whether what is shown is one word, in one text, which a name cuts into pieces: « 20 21 » is not « 2021 ». Figures told one by one are said so. */
function isCut(runs: readonly string[], name: string): boolean {
  const [word = ''] = runs;
  if (runs.length !== 1 || /\s/.test(word) || plain(name).includes(plain(word))) return false;
  const figures = word.replace(/[^\p{L}\p{N}]/gu, '');
  return !(/^\d+$/.test(figures) && plain(name).includes(figures.replace(/\B/g, ' ')));
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
