import type { PlaceFacts } from './facts.ts';
import { altFault, brandOf, brandsIn, COMPLEX, TEXT_IMAGE, type AltFault } from './image-words.ts';
import { closest, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { plain, seenText } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { collapse, fold, joined } from './text.ts';

export type ImageSign =
  | AltFault
  | 'file-name-in-context'
  | 'other-brand'
  | 'numbered-link'
  | 'too-long'
  | 'long'
  | 'other-title'
  | 'named-svg'
  | 'tooltip-svg'
  | 'unnamed-drawing'
  | 'unnamed-embed'
  | 'named-decoration'
  | 'titled-decoration'
  | 'titled-drawing'
  | 'focusable-decoration'
  | 'captioned-decoration'
  | 'captcha'
  | 'captcha-without-alternative'
  | 'captcha-alone'
  | 'dead-description'
  | 'complex'
  | 'text-image'
  | 'written-image';

const NAMING = ['aria-label', 'aria-labelledby'] as const;
/** ARIA attributes that any element may bear: whoever writes one on a decoration brings it back. */
const GLOBAL =
  /^aria-(?:atomic|busy|controls|current|describedby|description|details|dropeffect|flowto|grabbed|keyshortcuts|label|labelledby|live|owns|relevant|roledescription)$/;
/** Characters that a screen reader tells in one breath; and those that are a paragraph. */
const LONG = 150;
const TOO_LONG = 250;

/** What looks wrong with the images of a page. */
export function readImages(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<ImageSign>[] {
  const signs = new Signs<ImageSign>(placeOf);
  const ids = new Set(dom.tags.map(({ attributes }) => attributes['id'] ?? ''));
  for (const tag of dom.tags) {
    if (!isImage(tag)) continue;
    const { attributes } = tag;
    const quote = `<${tag.name} ${Object.entries(attributes)
      .filter(([name]) => /^(?:alt|src|title|role|aria-\w+|data|type)$/.test(name))
      .map(([name, value = '']) => `${name}="${value.slice(0, 80)}"`)
      .join(' ')}>`;
    const source = sourceOf(tag);
    const about = collapse(attributes['alt'] ?? attributes['aria-label'] ?? attributes['title'] ?? '');
    const add = (sign: ImageSign, told = about): void => {
      signs.add(sign, tag, { quote, about: told, cause: `${source} ${told}` });
    };
    if (!tag.isVisible) continue;
    judgeDecoration(dom, tag, add);
    if (tag.isExposed) judgeDrawing(dom, tag, ids, add);
    if (tag.isExposed) judgeAlternative(dom, tag, source, add);
    judgeContent(dom, tag, source, ids, add);
  }
  return signs.found;
}

type Add = (sign: ImageSign, about?: string) => void;

function isImage({ name, attributes }: Tag): boolean {
  if (name === 'input') return /^image$/i.test(attributes['type'] ?? '');
  return (
    /^(?:img|svg|canvas|object|embed|area)$/.test(name) || /^(?:img|image)$/.test(attributes['role'] ?? '')
  );
}

/** Name of the file shown. */
function sourceOf({ attributes }: Tag): string {
  const path = (attributes['src'] ?? attributes['data'] ?? '').slice(0, 2_000).replace(/[?#].*$/s, '');
  if (path.startsWith('data:')) return '';
  const last = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).slice(0, 200);
  } catch {
    return last.slice(0, 200);
  }
}

/** What is declared a decoration must say nothing. */
function judgeDecoration(dom: Dom, tag: Tag, add: Add): void {
  const { name, attributes } = tag;
  const role = attributes['role']?.trim().split(/\s+/)[0];
  const hasEmptyAlt = name === 'img' && attributes['alt']?.trim() === '' && role === undefined;
  const isPlain = /^(?:none|presentation)$/.test(role ?? '') && /^(?:img|svg|canvas)$/.test(name);
  if ((!hasEmptyAlt && !isPlain) || !tag.isExposed) return;
  const says = (attribute: string): boolean => (attributes[attribute] ?? '').trim() !== '';
  if (NAMING.some(says)) add('named-decoration');
  else if (says('title') && hasEmptyAlt) {
    // All that a link holds is no decoration: what the link lacks is told of it (6.2).
    const control = closest(tag, (one) => /^(?:a|button)$/.test(one.name));
    if (!control || textBetween(dom, control.start, control.end, 100) !== '') add('titled-decoration');
  } else if (/^\s*\d/.test(attributes['tabindex'] ?? '')) add('focusable-decoration');
  else if (name === 'svg' && titleOf(dom, tag) !== '') add('titled-drawing');
  else if (Object.keys(attributes).some((attribute) => GLOBAL.test(attribute) && says(attribute)))
    add('named-decoration');
}

/** Drawings by code are images only if they say so. */
function judgeDrawing(dom: Dom, tag: Tag, ids: ReadonlySet<string>, add: Add): void {
  const { name, attributes } = tag;
  if (name !== 'svg' && name !== 'canvas' && name !== 'embed') return;
  const label = collapse(attributes['aria-label'] ?? '');
  const refers = (attributes['aria-labelledby'] ?? '').split(/\s+/).some((id) => id !== '' && ids.has(id));
  const own = name === 'svg' ? titleOf(dom, tag) : '';
  const tooltip = collapse(attributes['title'] ?? '');
  const isSaid = label !== '' || refers || own !== '';
  if (name === 'svg' && /^im(?:g|age)$/.test(attributes['role'] ?? '') && !isSaid && tooltip !== '')
    add('tooltip-svg', tooltip);
  if (attributes['role'] !== undefined) return;
  // A drawing that one goes through part by part is no image: the role of one would take its parts away.
  const hasParts = tagsBetween(dom, tag.start, tag.end).some(
    (one) => one !== tag && (one.name === 'a' || one.attributes['tabindex'] !== undefined),
  );
  if (name === 'svg' && isSaid && hasParts) return;
  if (name === 'svg' && isSaid) {
    // What names the link itself is heard instead.
    const control = closest(tag, (one) => /^(?:a|button)$/.test(one.name));
    if (!control || collapse(control.attributes['aria-label'] ?? '') === '') add('named-svg', label || own);
  } else if (name === 'embed') {
    const isImage = /^image\//i.test(attributes['type'] ?? '');
    if (isImage && label === '' && !refers && collapse(attributes['title'] ?? '') === '' && !isSpare(tag))
      add('unnamed-embed');
  } else if (label === '' && !refers && own === '' && !tag.hasText && !isInNamed(tag)) add('unnamed-drawing');
}

/** Whether it stands in an object that shows an image itself: browsers show what is inside only where they cannot. */
function isSpare({ parent }: Tag): boolean {
  const object = parent && closest(parent, ({ name }) => name === 'object');
  if (!object || (object.attributes['data'] ?? '') === '') return false;
  return /^image\/(?:svg\+xml|png|jpeg|gif|webp|avif)$/i.test(object.attributes['type']?.trim() ?? '');
}

/** Text of the title element of a drawing. */
function titleOf({ items }: Dom, { children }: Tag): string {
  const title = children.find(({ name }) => name === 'title');
  return collapse(
    items
      .slice(title?.start ?? 0, title?.end ?? 0)
      .filter((item) => typeof item === 'string')
      .join(''),
  );
}

/** An icon in a link or a button that has words of its own. */
function isInNamed(tag: Tag): boolean {
  const control = closest(
    tag,
    ({ name, attributes }) =>
      /^(?:a|button|summary|label)$/.test(name) || /^(?:button|link)$/.test(attributes['role'] ?? ''),
  );
  return control !== null;
}

function judgeAlternative(dom: Dom, tag: Tag, source: string, add: Add): void {
  const { name, attributes } = tag;
  const alt = collapse(/^(?:img|input|area)$/.test(name) ? (attributes['alt'] ?? '') : '');
  // Beside an empty alternative, a title is that of a decoration.
  const title = name === 'img' && attributes['alt'] === '' ? '' : collapse(attributes['title'] ?? '');
  const told = collapse(attributes['aria-label'] ?? '') || alt || title;
  if (told === '' || isDecoration(tag)) return;
  const fault = altFault(told, source);
  if (fault !== null) {
    const namesFile = fault === 'file-name' || fault === 'machine-name';
    if (fault === 'numbered' && enlarges(tag)) add('numbered-link', told);
    else add(namesFile && speaksOfFiles(dom, tag) ? 'file-name-in-context' : fault, told);
  } else if (showsOther(tag, told, source)) add('other-brand', told);
  else if (told.length > TOO_LONG) add('too-long', told);
  else if (told.length > LONG) add('long', told);
  if (
    name === 'img' &&
    alt !== '' &&
    title !== '' &&
    !plain(title).includes(plain(alt)) &&
    plain(title) !== plain(alt)
  )
    add('other-title', title);
}

/** Whether the file of a picture names one network, and its alternative another: one was copied from the other. */
function showsOther(tag: Tag, told: string, source: string): boolean {
  const brand = brandOf(told);
  if (brand === null) return false;
  const shown = brandsIn(source);
  // Where it leads to what it says, it is the file that has the wrong name.
  const href = closest(tag, ({ name }) => name === 'a')?.attributes['href'] ?? '';
  return shown.length > 0 && !shown.includes(brand) && !fold(href).includes(brand);
}

function isDecoration({ attributes }: Tag): boolean {
  return /^(?:none|presentation)\b/.test(attributes['role'] ?? '');
}

/** Of a picture that leads to itself, larger, the rank in the album may be the name. */
function enlarges(tag: Tag): boolean {
  const link = closest(tag, ({ name }) => name === 'a');
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(link?.attributes['href'] ?? '');
}

/** Where a page lists files, the name of one is what tells it. */
function speaksOfFiles(dom: Dom, tag: Tag): boolean {
  const words = wordsOutOfHeadings(dom, tag.block.parent ?? tag.block);
  // What heads a list of files has the plural; « nom de fichier » in a heading may be the subject of the page.
  return (
    /\b(?:fichiers|files|uploads?|uploaded|televers\w*|telecharge\w*|downloads?)\b/.test(
      fold(headingBefore(dom, tag)),
    ) || /\b(?:fichiers?|files?|uploads?|uploaded|televers\w*|telecharge\w*|downloads?)\b/.test(fold(words))
  );
}

/** First words that an element shows, those of its headings left out. */
function wordsOutOfHeadings({ items }: Dom, { start, end }: Tag): string {
  let text = '';
  for (let at = start, left = 500; at < end && left > 0 && text.length < 300; at++, left--) {
    const item = items[at] ?? '';
    if (typeof item === 'string') text = joined(text, item);
    else if (!item.isVisible || /^h[1-6]$/.test(item.name)) at = Math.max(at, item.end - 1);
  }
  return text;
}

function headingBefore(dom: Dom, tag: Tag): string {
  for (let at = tag.start - 1; at >= 0 && tag.start - at < 200; at--) {
    const item = dom.items[at];
    if (typeof item === 'object' && /^h[1-6]$/.test(item.name)) return seenText(dom, item, 200);
  }
  return '';
}

const OTHER_WAY =
  /\b(?:audio|sonore|sons?|sound|vocal\w*|ecoute\w*|listen|entendre|hear|question|calcul\w*|autre|other|another|alternative|telephone|phone|sms|courriel|e-?mail|sans image)\b/;

/** A picture to copy into a field: whether it says what it is, and whether another way is offered. */
function captchaOf(dom: Dom, tag: Tag): ImageSign {
  const form = closest(tag, ({ name }) => name === 'form');
  if (tag.name !== 'img' || !tag.isExposed || !form) return 'captcha';
  const inside = tagsBetween(dom, form.start, form.end);
  const hasField = inside.some(
    ({ name, attributes }) => name === 'input' && /^(?:text)?$/i.test(attributes['type'] ?? ''),
  );
  if (!hasField) return 'captcha';
  const alt = collapse(tag.attributes['alt'] ?? '');
  const named = NAMING.some((name) => collapse(tag.attributes[name] ?? '') !== '');
  if (tag.attributes['alt'] !== undefined && alt === '' && !named) return 'captcha-without-alternative';
  const words = inside
    .map(
      ({ attributes }) =>
        `${attributes['aria-label'] ?? ''} ${attributes['title'] ?? ''} ${attributes['alt'] ?? ''} ${attributes['href'] ?? ''}`,
    )
    .join(' ');
  const hasOther =
    OTHER_WAY.test(fold(`${seenText(dom, form, 3_000)} ${words}`)) ||
    inside.some(({ name }) => /^(?:audio|iframe|object|embed)$/.test(name));
  return hasOther ? 'captcha' : 'captcha-alone';
}

/** Whether the address of a picture is a drawing made of words alone, on a ground or not. */
function isWritten(src: string): boolean {
  if (!/^data:image\/svg\+xml(?:;(?:charset=)?utf-?8)?,/i.test(src)) return false;
  let drawing = src;
  try {
    drawing = decodeURIComponent(src);
  } catch {
    // Written as it is.
  }
  return (
    /<text[\s>][^<]*\p{L}{2}/iu.test(drawing) &&
    !/<(?:path|image|circle|ellipse|poly\w+|line|use)\b/i.test(drawing)
  );
}

/** What a person must look at. */
function judgeContent(dom: Dom, tag: Tag, source: string, ids: ReadonlySet<string>, add: Add): void {
  const { attributes } = tag;
  const told = fold(
    `${source.replace(/[_.-]/g, ' ')} ${attributes['alt'] ?? ''} ${attributes['aria-label'] ?? ''}`,
  );
  const marks = `${told} ${fold(`${attributes['id'] ?? ''} ${tag.classes.join(' ')}`)}`;
  if (marks.includes('captcha')) add(captchaOf(dom, tag));
  const fragment = /^#(.+)$/.exec(attributes['longdesc']?.trim() ?? '')?.[1];
  const described = (attributes['aria-describedby'] ?? '').split(/\s+/).filter((id) => id !== '');
  const isDead = attributes['longdesc']?.trim() === '' || (fragment !== undefined && !ids.has(fragment));
  if (isDead || (described.length > 0 && !described.some((id) => ids.has(id)))) add('dead-description');
  else if (attributes['longdesc'] === undefined && described.length === 0 && COMPLEX.test(told))
    add('complex');
  if (isWritten(attributes['src'] ?? '') && !/\blogo/.test(marks)) add('written-image');
  else if (tag.name !== 'svg' && TEXT_IMAGE.test(fold(source.replace(/[_.-]/g, ' ')))) add('text-image');
  const figure = closest(tag, ({ name }) => name === 'figure');
  const isSilent =
    tag.name === 'img' && attributes['alt'] === '' && !attributes['title'] && !attributes['aria-label'];
  if (!figure || !isSilent) return;
  const caption = figure.children.find(({ name }) => name === 'figcaption');
  if (caption && seenText(dom, caption) !== '') add('captioned-decoration', seenText(dom, caption, 100));
}
