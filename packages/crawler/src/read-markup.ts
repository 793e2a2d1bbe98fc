import type { PlaceFacts } from './facts.ts';
import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';
import { fold } from './text.ts';

export type MarkupSign =
  | 'look-element'
  | 'look-attribute'
  | 'size-attribute'
  | 'spaced-letters'
  | 'spaced-columns'
  | 'empty-paragraphs'
  | 'many-breaks'
  | 'double-breaks'
  | 'broken-paragraphs'
  | 'empty-fieldset'
  | 'told-fieldset'
  | 'bare-fieldset'
  | 'bare-form-fieldset'
  | 'indented-quote';

/** Elements that say how things look (RGAA 10.1). `u` means something in HTML 5. */
const LOOK = new Set('basefont big blink center font marquee s strike tt'.split(' '));
const ATTRIBUTES = new Set(
  (
    'align alink background bgcolor border cellpadding cellspacing char charoff clear compact color frameborder hspace ' +
    'link marginheight marginwidth text valign vlink vspace'
  ).split(' '),
);
/** What these mean on other elements is not a look. */
const MEANT: Readonly<Record<string, RegExp>> = {
  color: /^(?:font|basefont|hr)$/,
  text: /^body$/,
  link: /^body$/,
  background: /^(?:body|table|tr|td|th)$/,
  compact: /^(?:ul|ol|dl|dir|menu)$/,
  clear: /^br$/,
  char: /^(?:col|colgroup|t[a-z]*)$/,
};
const SIZED = /^(?:table|td|th|tr|col|colgroup|hr|pre|thead|tbody|tfoot|div|p|span|ul|ol|li)$/;
const MEDIA = /^(?:img|object|embed|canvas|svg|video|iframe|picture|source)$/;

/** Markup that says how a page looks, or that is used for its look alone. */
export function readMarkup(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<MarkupSign>[] {
  const signs = new Signs<MarkupSign>(placeOf);
  const told = new Set<string>();
  const drawings = new Set<Tag>();
  const unscripted = new Set<Tag>();
  let left = 200;
  for (const tag of dom.tags) {
    if (isIn(drawings, tag, /^(?:svg|math)$/) || tag.name.includes('-') || isInHead(tag)) continue;
    // Nobody is shown a `noscript` where scripts run.
    if (!isIn(unscripted, tag, /^noscript$/)) judgeLook(tag, signs, told);
    if (!tag.isVisible || !tag.shown) continue;
    if (tag.name === 'p') judgeEmpty(dom, tag, signs);
    const isGroup = tag.name === 'fieldset' || tag.name === 'blockquote';
    // A frame drawn for the eyes alone is told to nobody.
    if (!isGroup || (tag.name === 'fieldset' && !tag.isExposed) || left-- <= 0) continue;
    const quote = textBetween(dom, tag.start, Math.min(tag.end, tag.start + 200), 100);
    if (tag.name === 'fieldset' && !holds(dom, tag, isField)) {
      const isNamed =
        tag.children.some(({ name }) => name === 'legend') ||
        ['aria-label', 'aria-labelledby', 'title'].some((name) => tag.attributes[name] !== undefined);
      const isInForm = closest(tag, ({ name }) => name === 'form') !== null;
      const bare = isInForm ? 'bare-form-fieldset' : 'bare-fieldset';
      // Of a part of a form that a legend tells, the look is not the only use.
      const named = isInForm ? 'told-fieldset' : 'empty-fieldset';
      signs.add(isNamed ? named : bare, tag, { quote });
    }
    if (tag.name === 'blockquote' && holds(dom, tag, isLayout)) signs.add('indented-quote', tag, { quote });
  }
  judgeBreaks(dom, signs);
  for (const tag of dom.tags)
    if (tag.name === 'pre' && tag.isVisible && tag.shown) judgeTyped(dom, tag, signs);
  for (const { tag, start, end } of dom.paragraphs) {
    // Of what a machine writes, the spaces are told as they are.
    const isCode = ({ name, classes }: Tag): boolean =>
      /^(?:pre|code|svg|math)$/.test(name) || classes.includes('code');
    if (!tag.isVisible || !tag.shown || closest(tag, isCode)) continue;
    judgeSpaces(dom, tag, start, end, signs);
  }
  return signs.found;
}

/** Whether it is such an element or stands in one, in a walk of the document that notes them. */
function isIn(noted: Set<Tag>, tag: Tag, names: RegExp): boolean {
  const isOne = names.test(tag.name) || (tag.parent !== null && noted.has(tag.parent));
  if (isOne) noted.add(tag);
  return isOne;
}

function isInHead({ parent }: Tag): boolean {
  return parent?.name === 'head';
}

function judgeLook(tag: Tag, signs: Signs<MarkupSign>, told: Set<string>): void {
  const { name, attributes } = tag;
  /** One for each element and attribute: who mends one mends all. */
  const once = (sign: MarkupSign, about: string): void => {
    if (told.has(about)) return;
    told.add(about);
    signs.add(sign, tag, { quote: `<${about}>`, about, cause: about });
  };
  if (LOOK.has(name)) once('look-element', name);
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? '';
    if (ATTRIBUTES.has(attribute)) {
      const meant = MEANT[attribute];
      if (!meant || meant.test(name)) once('look-attribute', `${name} ${attribute}`);
    } else if ((attribute === 'width' || attribute === 'height') && value !== '' && !MEDIA.test(name)) {
      if (SIZED.test(name)) once('look-attribute', `${name} ${attribute}`);
    } else if (attribute === 'size' && /^(?:font|hr|basefont)$/.test(name))
      once('look-attribute', `${name} ${attribute}`);
    else if (attribute === 'size' && name === 'input') once('size-attribute', `${name} ${attribute}`);
    if ((attribute === 'width' || attribute === 'height') && /^(?:iframe|video)$/.test(name))
      once('size-attribute', `${name} ${attribute}`);
  }
}

/** A paragraph of a no-break space makes room, and a screen reader stops at it. */
function judgeEmpty(dom: Dom, tag: Tag, signs: Signs<MarkupSign>): void {
  const { attributes, start, end } = tag;
  if (tag.hasText || Object.keys(attributes).some((name) => !/^(?:class|style|dir|align|lang)$/.test(name)))
    return;
  // The first line of what is being written.
  if (closest(tag, (one) => /^(?:|true|plaintext-only)$/.test(one.attributes['contenteditable'] ?? 'false')))
    return;
  const inside = dom.items.slice(start, end);
  const isBare = inside.every(
    (item) => typeof item === 'string' || /^(?:b|strong|i|em|u|span|font|br)$/.test(item.name),
  );
  const makesRoom = inside.some(
    (item, at) => (typeof item === 'string' && item.includes('\u00a0')) || dom.breaks.has(start + at),
  );
  if (isBare && makesRoom) signs.add('empty-paragraphs', tag, { quote: '<p>&nbsp;</p>', cause: 'p' });
}

function holds({ items }: Dom, { start, end }: Tag, test: (tag: Tag) => boolean): boolean {
  return items
    .slice(start, Math.min(end, start + 5_000))
    .some((item) => typeof item === 'object' && test(item));
}

/** A field, or what a script may make one. */
function isField({ name, attributes }: Tag): boolean {
  return (
    /^(?:input|select|textarea|button|output|meter|progress|object)$|-/.test(name) ||
    attributes['role'] !== undefined ||
    attributes['tabindex'] !== undefined
  );
}

function isLayout({ name }: Tag): boolean {
  return /^(?:ul|ol|h[1-6]|table|form|img)$/.test(name);
}

/** Double breaks of one element that leave no doubt: as many paragraphs and one more. */
const PARAGRAPHS = 3;
/** Characters of a line that is one, and no line of an address or a poem. */
const LINE = 25;

/** Whether a long line ends before these breaks, and text goes on after them: between blocks they part no text. */
function isProse({ items, breaks, paragraphs }: Dom, last: number): boolean {
  const run = paragraphs.find(({ start, end }) => start <= last && last < end);
  if (!run) return false;
  let text = '';
  let at = last - 1;
  for (let left = 200; at >= run.start && left > 0; at--, left--) {
    const item = items[at];
    if (breaks.has(at) && /\S/.test(text)) break;
    if (typeof item === 'string') text = item + text;
  }
  const goesOn = items.slice(last + 1, run.end).some((item) => typeof item === 'string' && /\S/.test(item));
  return goesOn && text.trim().length >= LINE;
}

/** Line breaks in a row: two make a paragraph that is none, three make room. */
function judgeBreaks(dom: Dom, signs: Signs<MarkupSign>): void {
  const told = new Set<Tag>();
  const pairs = new Map<Tag, number>();
  const doubles: Tag[] = [];
  let chain = 0;
  let last = -1;
  const isBlank = (from: number, to: number): boolean =>
    dom.items.slice(from, to).every((item) => typeof item === 'string' && !/[^\s]/.test(item));
  const holder = (at: number): Tag | undefined => {
    for (let back = at; back >= 0 && at - back < 2_000; back--) {
      const item = dom.items[back];
      if (typeof item === 'object' && item.start <= at && item.end > at) return item;
    }
    return undefined;
  };
  const end = (): void => {
    const tag = chain >= 2 ? holder(last) : undefined;
    if (tag && chain === 2 && isProse(dom, last)) pairs.set(tag, (pairs.get(tag) ?? 0) + 1);
    if (tag?.isVisible && !told.has(tag)) {
      told.add(tag);
      if (chain === 2) doubles.push(tag);
      else
        signs.add('many-breaks', tag, {
          quote: '<br>'.repeat(Math.min(chain, 5)),
          about: String(chain),
          cause: `${tag.name} br`,
        });
    }
    chain = 0;
  };
  for (const at of dom.breaks) {
    if (told.size >= 50) break;
    if (last >= 0 && at - last < 10 && isBlank(last, at)) chain++;
    else {
      end();
      chain = 1;
    }
    last = at;
  }
  end();
  for (const tag of doubles) {
    // Blank lines of a listing.
    if (closest(tag, ({ name }) => /^(?:code|pre|samp|kbd)$/.test(name))) continue;
    signs.add((pairs.get(tag) ?? 0) >= PARAGRAPHS ? 'broken-paragraphs' : 'double-breaks', tag, {
      quote: '<br><br>',
      about: '2',
      cause: `${tag.name} br`,
    });
  }
}

/** Whether letters make something that can be said, rather than a row of signs: names of axes, the alphabet, choices. */
function isWord(letters: string): boolean {
  const plain = fold(letters);
  const vowels = plain.match(/[aeiouy]/g)?.length ?? 0;
  const isMixed = vowels > 0 && vowels < plain.length && new Set(plain).size > 2;
  // Letters in the order of the alphabet: three of them are in many a word, once.
  const next = (at: number): boolean => plain.charCodeAt(at) === plain.charCodeAt(at - 1) + 1;
  const rows = Array.from(plain).filter((_, at) => at > 1 && next(at) && next(at - 1)).length;
  return isMixed && rows < 2 && !/[^aeiouy]{4}/.test(plain);
}

/** A table typed with spaces: lines of words and figures, cut at the same places, and no sign of any code. */
function judgeTyped(dom: Dom, tag: Tag, signs: Signs<MarkupSign>): void {
  if (closest(tag, ({ name, attributes }) => name === 'figure' || attributes['role'] === 'img')) return;
  if (holds(dom, tag, (one) => one !== tag && !/^(?:b|strong|br)$/.test(one.name))) return;
  const raw = dom.items
    .slice(tag.start, Math.min(tag.end, tag.start + 500))
    .map((item) => (typeof item === 'string' ? item : ''))
    .join('')
    .slice(0, 4_000);
  const rows = raw.split('\n').filter((line) => /\S/.test(line));
  const [first = ''] = rows;
  if (rows.length < 3 || /[{}<>=;\\$#|_[\]@~^]|^[^\S\n]*[-/]/m.test(raw) || !/^\p{Lu}/u.test(first)) return;
  /** Where the cells of a line begin. */
  const starts = (line: string): number[] =>
    [...line.matchAll(/(?:^|\s{2,})(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length);
  const columns = starts(first);
  const isTable = rows.every((line) => starts(line).join() === columns.join());
  if (columns.length >= 2 && isTable && /\p{L}{3}/u.test(first))
    signs.add('spaced-columns', tag, { quote: first, about: String(rows.length) });
}

/** Spaces between the letters of a word, or in columns. */
function judgeSpaces(dom: Dom, tag: Tag, start: number, end: number, signs: Signs<MarkupSign>): void {
  let raw = '';
  for (let at = start; at < end && raw.length < 2_000; at++) {
    const item = dom.items[at];
    if (typeof item === 'string') raw += dom.breaks.has(at) ? '\n' : item;
  }
  const letters = /(?<![\p{L}\p{N}])(?:\p{L}[ \u00a0]){4,}\p{L}(?![\p{L}\p{N}’'])/u.exec(raw)?.[0];
  if (letters !== undefined && isWord(letters.replace(/[ \u00a0]/g, '')))
    signs.add('spaced-letters', tag, { quote: letters, about: letters });
  const rows = raw.split('\n').filter((line) => /\S[^\S\n]*(?:\u00a0[ ]?){3,}\S/u.test(line.trim()));
  const first = rows[0];
  // A file that is shown as it is keeps its spaces.
  const isFile = rows.filter((line) => /[{}<>=;\\$#|_@~^]/.test(line)).length * 2 >= rows.length;
  if (first !== undefined && rows.length >= 2 && !isFile)
    signs.add('spaced-columns', tag, { quote: first, about: String(rows.length) });
}
