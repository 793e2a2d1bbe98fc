import type { PlaceFacts } from './facts.ts';
import { closest, nameOf, textBetween, type Dom, type Tag } from './read-dom.ts';
import { plain, seenText } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { fold } from './text.ts';

export type HeadingSign =
  | 'empty-heading'
  | 'generic-heading'
  | 'maybe-generic'
  | 'no-word-heading'
  | 'same-heading'
  | 'hollow-heading'
  | 'long-heading'
  | 'skipped-level'
  | 'crossed-levels'
  | 'no-heading-at-all';

/** Headings that say nothing of what follows, French and English; without accents. */
const GENERIC = new Set(
  (
    'titre|sous titre|title|subtitle|sub title|heading|headings|header|headline|subheading|sub heading|' +
    'titre de la page|titre de page|titre de section|titre de l article|titre ici|mon titre|votre titre|nouveau titre|' +
    'un titre|le titre|a title|a heading|the heading|my heading|your heading|your title|page title|page heading|section title|section heading|article title|' +
    'main heading|main title|titre principal|new heading|heading here|title here|heading text|untitled|sans titre|' +
    'lorem ipsum|placeholder|todo|tbd|xxx|paragraphe|paragraph|' +
    'insert title here|insert heading here|add heading|ajouter un titre|saisissez un titre|titre niveau'
  ).split('|'),
);
/** These may be the subject: of a course, of a health check, of a law. */
const MAYBE_GENERIC = new Set('contenu|content|texte|text|test|bloc|block|rubrique|section'.split('|'));
/** As the title of a whole page, a number does not say which one it is. */
const NO_TITLE = /^page ?\d{1,4}$/;
/** The home page of a person may begin so. */
const GREETING = /^(?:hi|hello|hey|hi there|hello there|salut|coucou|bonjour|bonsoir)$/;
const NUMBERED = /^(?:h|heading|titre|title|header|sous titre) ?(?:\d{1,2}|one|two|three|un|deux|trois)$/;
/** Laws and models number their parts, and specimens say their level. */
const MAYBE_NUMBERED =
  /^(?:section|niveau|level|titre de niveau|heading level|bloc|block) ?(?:\d{1,2}|one|two|three|un|deux|trois)$/;
/** What a program calls a thing: `titre2`. */
const IDENTIFIER = /^[a-z]{2,}\d{1,2}$/;
/** What a template asks to write, a program says of its failure, or a day and an hour alone. */
const LEFT_BEHIND = [
  /^[[{<(][^\]}>)]*\b(?:replace|remplace[rz]|insert|insere[rz]|type|tape[rz]|enter|saisi(?:r|ssez)|write|ecri(?:re|vez)|add|ajoute[rz])\b[^\]}>)]*[\]}>)]+$/,
  /^(?:replace this|remplace[rz] ce) texte?\b/,
  // Not « Saisissez votre titre de séjour », which is asked of the reader.
  /^(?:insert|type|enter|write|put|add|insere[rz]|saisi(?:r|ssez)|tape[rz]|ecri(?:re|vez)|ajoute[rz]|mett(?:re|ez)) (?:(?:your|the|a|votre|le|un) )?(?:sub ?-?heading|heading|headline|title|sous-titre|titre)\b(?! de\b| d['’]).{0,20}\b(?:here|ici)\b/,
  /\bin \/\S+ on line \d+/,
  /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:utc|gmt|z|[+-]\d{2}:?\d{2}))?$/,
];
/** Characters: a heading that long is a paragraph in large letters. */
const LONG = 200;
/** Characters of text above which a page without a single heading is to be looked at. */
const MUCH = 1_500;

interface Heading {
  readonly tag: Tag;
  readonly level: number;
  readonly name: string;
}

/** What looks wrong with the headings of a page. */
export function readHeadingTexts(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<HeadingSign>[] {
  const signs = new Signs<HeadingSign>(placeOf);
  const headings = dom.tags.flatMap((tag): Heading[] => {
    const level = levelOf(tag);
    return level === null || !tag.isExposed || !tag.shown
      ? []
      : [{ tag, level, name: nameOf(dom, tag, 400) }];
  });
  const met = new Map<string, Heading>();
  headings.forEach((heading, at) => {
    const { tag, level, name } = heading;
    const add = (sign: HeadingSign, about = name): void =>
      signs.add(sign, tag, { quote: name || `<${tag.name}>`, about });
    if (name === '') {
      // Only a browser knows that nothing names it.
      if (tag.accessibleName !== undefined) add('empty-heading');
      return;
    }
    const words = plain(name);
    const folded = fold(name);
    const isTemplate = GENERIC.has(words);
    if (words === '') add('no-word-heading');
    else if (isTemplate && isAboutHeadings(dom, tag, headings[at + 1])) add('maybe-generic');
    else if (
      isTemplate ||
      (NUMBERED.test(words) && !IDENTIFIER.test(name)) ||
      (level === 1 && NO_TITLE.test(words)) ||
      words.startsWith('lorem ipsum') ||
      LEFT_BEHIND.some((shape) => shape.test(folded))
    )
      add('generic-heading');
    else if (MAYBE_GENERIC.has(words) || MAYBE_NUMBERED.test(words) || (level === 1 && GREETING.test(words)))
      add('maybe-generic');
    else if (name.length > LONG) add('long-heading');
    const next = headings[at + 1];
    const end = next?.tag.start ?? dom.items.length;
    if (
      next &&
      next.level <= level &&
      next.level > 1 &&
      !holdsAnything(dom, tag.end, end) &&
      tag.zone === next.tag.zone
    )
      add('hollow-heading');
    const previous = headings[at - 1];
    if (previous && level > previous.level + 1)
      add(
        isCrossed(headings, at) ? 'crossed-levels' : 'skipped-level',
        `${String(previous.level)} à ${String(level)}`,
      );
    const key = `${String(level)} ${words}`;
    if (words !== '' && met.has(key) && tag.zone === 'main') add('same-heading');
    met.set(key, heading);
  });
  const body = dom.tags.find(({ name }) => name === 'body');
  if (headings.length === 0 && body && seenText(dom, body, MUCH).length >= MUCH)
    signs.add('no-heading-at-all', body, { quote: '<body>', cause: 'page' });
  return signs.found;
}

/** What is told of headings, or a specimen of one. */
const ON_HEADINGS = /\b(?:titres?|titles?|headings?|h[1-6])\b/;

/** Whether what follows a heading such as « Titre » speaks of headings: a manual says how to write them, a style guide shows some. */
function isAboutHeadings(dom: Dom, { end }: Tag, next: Heading | undefined): boolean {
  const after = fold(textBetween(dom, end, next?.tag.start ?? dom.items.length, 400));
  if (after !== '') return ON_HEADINGS.test(after);
  const specimen = plain(next?.name ?? '');
  return ON_HEADINGS.test(specimen) && !GENERIC.has(specimen) && !NUMBERED.test(specimen);
}

/**
 * Whether a heading that skips a level is followed, in the same part, by one of
 * the level that was skipped: then what comes first is told as a part of nothing.
 */
function isCrossed(headings: readonly Heading[], at: number): boolean {
  const [above, own] = [headings[at - 1], headings[at]];
  if (!above || !own || above.tag.zone !== own.tag.zone) return false;
  // What an alert says is no part of the page.
  if (closest(own.tag, isMessage)) return false;
  // Where no landmark tells the columns of a page apart, what holds both headings is their part.
  const part = closest(own.tag, isMainLandmark) ? null : closestOfBoth(above.tag, own.tag);
  for (let next = at + 1; next < headings.length; next++) {
    const { level, tag } = headings[next] as Heading;
    if (level <= above.level || tag.zone !== own.tag.zone) return false;
    if (part && !closest(tag, (around) => around === part)) return false;
    if (level < own.level) return true;
  }
  return false;
}

function closestOfBoth(one: Tag, other: Tag): Tag | null {
  const around = new Set<Tag>();
  for (let tag = one.parent; tag; tag = tag.parent) around.add(tag);
  return closest(other, (tag) => around.has(tag));
}

function isMessage({ attributes, classes }: Tag): boolean {
  return (
    /^(?:alert|status|dialog|alertdialog)$/.test(attributes['role'] ?? '') ||
    classes.some((word) => /^(?:fr-)?(?:alert|notice|callout|modal)$/.test(word))
  );
}

function isMainLandmark({ name, attributes }: Tag): boolean {
  return name === 'main' || attributes['role'] === 'main';
}

function levelOf({ name, attributes, role: computed }: Tag): number | null {
  const role = attributes['role']?.trim() ?? '';
  const native = /^h([1-6])$/.exec(name)?.[1];
  // A heading that says it is none, and has attributes of ARIA all the same, remains one for browsers.
  if ((role === '' || computed === 'heading') && native !== undefined)
    return Number(attributes['aria-level'] ?? native) || Number(native);
  return role === 'heading' ? Number(attributes['aria-level'] ?? native ?? 2) || 2 : null;
}

/** Whether anything stands between two headings: words, an image, a field. */
function holdsAnything({ items }: Dom, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const item = items[at] ?? '';
    if (
      typeof item === 'string'
        ? /\S/.test(item)
        : /^(?:img|svg|input|select|textarea|iframe|video|audio|canvas|object|embed|hr)$/.test(item.name)
    )
      return true;
  }
  return false;
}
