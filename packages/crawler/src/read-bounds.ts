/** Of a page, of a tag and of the levels of a page: beyond, it is not read, or not whole. */
export const MAX_ELEMENTS = 100_000;
export const MAX_ATTRIBUTES = 1_000;
export const MAX_DEPTH = 2_500;
/** Characters of one text, value, script or comment: facts keep far fewer, and the parser takes them one by one. */
export const MAX_RUN = 100_000;
/** The parser opens these again in each paragraph, until they are closed. */
const FORMATTING = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
const MAX_FORMATTING = 500;
/** Of formats that are the same to the letter, as many as the parser opens again. */
const SAME_FORMATS = 3;
/** Elements made so: a page is read up to there, and one that has many more is not read. */
const MAX_REOPENED = 100_000;
const TOO_REOPENED = 1_000_000;
/** Elements that HTML closes by itself: many of them open are no depth. */
const SELF_CLOSED = new Set(
  (
    'a area base br button col embed hr img input link meta source track wbr ' +
    'p li dt dd tr td th tbody thead tfoot colgroup option optgroup rt rp'
  ).split(' '),
);
/** They close the one before them, with the formats left open in it. */
const CLOSING = new Set('p li dt dd tr td th tbody thead tfoot option optgroup rt rp'.split(' '));
/** What they hold is no markup; within a drawing, it is. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '));

/** What a page has more of than any reader or browser should be asked to hold. */
export type Excess = 'elements' | 'levels';

interface Walked {
  readonly kept: string;
  readonly excess: Excess | null;
}

/** A page is asked about by each of those who read it, one after the other. */
let last: { readonly html: string; readonly walked: Walked } | undefined;

function walkOnce(html: string): Walked {
  if (last?.html !== html) last = { html, walked: walk(html) };
  return last.walked;
}

/** What a page has too much of, or `null`. */
export function excessOf(html: string): Excess | null {
  return walkOnce(html).excess;
}

/**
 * Leaves out what only a trap holds and what would hold up parse5, which
 * compares each attribute of a tag with those before it, searches all the
 * elements that are open, and adds texts up character by character: 100,000
 * attributes take it 40 seconds, as do 80,000 levels, and a text of 8 MB 140 MB
 * of memory. A tag loses its attributes beyond the first thousand, a run of
 * characters all but its beginning; a page ends where it gets deeper than
 * browsers show (512 levels), with a wide margin since depth is counted by tags.
 * Its 100,000 elements are beyond what either can show.
 */
export function keepWithinBounds(html: string): string {
  return walkOnce(html).kept;
}

function walk(html: string): Walked {
  const construct = /<(?:!--|!(\[CDATA\[)|(\/?)([a-z][^\s/>]*))/gi;
  const kept: string[] = [];
  let keptTo = 0;
  let at = 0;
  let elements = 0;
  let depth = 0;
  let reopened = 0;
  let stopped: string | undefined;
  const formats = new Formats();
  const places = new Places();
  const leaveOut = (from: number, to: number): void => {
    if (from >= to) return;
    kept.push(html.slice(keptTo, from));
    keptTo = to;
  };
  for (let match = construct.exec(html); match; match = construct.exec(html)) {
    leaveOut(at + MAX_RUN, match.index);
    const [, data, slash, written] = match;
    // Anywhere else it is a comment, which ends as a tag does.
    if (data !== undefined) {
      at = places.isForeign ? endOf(']]>', construct.lastIndex) : construct.lastIndex;
      leaveOut(match.index + MAX_RUN, at);
      construct.lastIndex = at;
      continue;
    }
    const name = written?.toLowerCase();
    at =
      name === undefined
        ? endOfComment(html, construct.lastIndex)
        : walkTag(html, construct.lastIndex, leaveOut);
    if (name === undefined) leaveOut(match.index + MAX_RUN, at);
    const isClosing = slash !== '';
    const isRaw = name !== undefined && RAW.has(name) && !places.isForeign;
    if (isRaw && !isClosing) {
      const end = name === 'plaintext' ? html.length : endOf(`</${name}`, at);
      leaveOut(at + MAX_RUN, end);
      at = end;
    }
    construct.lastIndex = at;
    if (name !== undefined && !isClosing && ++elements > MAX_ELEMENTS)
      return { kept: upTo(match.index), excess: 'elements' };
    if (name === undefined || isRaw) continue;
    const isClosed = (places.isForeign || FOREIGN.has(name)) && html[at - 1] === '/';
    if (isClosing) places.close(name);
    else if (!isClosed) places.open(name);
    if (!FORMATTING.has(name)) reopened += isClosing || CLOSING.has(name) ? formats.reopened : 0;
    else if (isClosing) formats.close(name);
    else formats.open(name, html.slice(match.index, at));
    if (reopened > TOO_REOPENED) return { kept: upTo(match.index), excess: 'elements' };
    if (reopened > MAX_REOPENED) stopped ??= upTo(match.index);
    if (SELF_CLOSED.has(name) || isClosed) continue;
    const step = isClosing ? -1 : 1;
    depth = Math.max(0, depth + step);
    // Formats left open by mistake are no depth: the page is read up to there.
    if (depth > MAX_DEPTH || formats.count > MAX_FORMATTING)
      return { kept: upTo(match.index), excess: depth > MAX_DEPTH ? 'levels' : null };
  }
  leaveOut(at + MAX_RUN, html.length);
  return { kept: stopped ?? (kept.length === 0 ? html : upTo(html.length)), excess: null };

  function upTo(end: number): string {
    return stopped ?? kept.join('') + html.slice(keptTo, end);
  }

  /** Where `mark` stands; it stays, so that what it closes is closed. */
  function endOf(mark: string, from: number): number {
    const found = mark === ']]>' ? html.indexOf(mark, from) : indexOfIgnoringCase(html, mark, from);
    return found === -1 ? html.length : found;
  }
}

/** Where what closes a comment stands: `<!-->` is a whole one, and `--!>` ends one too. */
function endOfComment(html: string, from: number): number {
  if (/^-?>/.test(html.slice(from, from + 2))) return from;
  const end = /--!?>/g;
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** A drawing or a formula, in which a tag can close itself; some of what it holds is HTML again. */
const FOREIGN = new Set(['svg', 'math']);
const HTML_AGAIN = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '));
/** HTML that ends the drawing it is found in. */
const BREAKS_OUT = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu ' +
    'meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** What stands around the place reached: drawings, and HTML within them. */
class Places {
  #around: ('foreign' | 'html')[] = [];

  get isForeign(): boolean {
    return this.#around.at(-1) === 'foreign';
  }

  open(name: string): void {
    if (FOREIGN.has(name)) this.#around.push('foreign');
    else if (this.isForeign && HTML_AGAIN.has(name)) this.#around.push('html');
    else if (this.isForeign && BREAKS_OUT.has(name)) this.#around = [];
  }

  close(name: string): void {
    const place = FOREIGN.has(name) ? 'foreign' : HTML_AGAIN.has(name) ? 'html' : undefined;
    const at = place === undefined ? -1 : this.#around.lastIndexOf(place);
    if (at >= 0) this.#around.length = at;
  }
}

/** Formats left open, as the parser remembers them when what holds them is closed. */
class Formats {
  readonly #open: { readonly name: string; readonly tag: string }[] = [];
  readonly #same = new Map<string, number>();
  /** How many the parser opens again at the next text. */
  reopened = 0;

  get count(): number {
    return this.#open.length;
  }

  open(name: string, tag: string): void {
    this.#open.push({ name, tag });
    const same = (this.#same.get(tag) ?? 0) + 1;
    this.#same.set(tag, same);
    if (same <= SAME_FORMATS) this.reopened += 1;
  }

  close(name: string): void {
    const at = this.#open.findLastIndex((one) => one.name === name);
    const [closed] = at < 0 ? [] : this.#open.splice(at, 1);
    if (!closed) return;
    const same = (this.#same.get(closed.tag) ?? 0) - 1;
    this.#same.set(closed.tag, same);
    if (same < SAME_FORMATS) this.reopened -= 1;
  }
}

function indexOfIgnoringCase(html: string, mark: string, from: number): number {
  const found = new RegExp(mark, 'gi');
  found.lastIndex = from;
  return found.exec(html)?.index ?? -1;
}

/** From behind a tag's name to its `>`, leaving out what its values and attributes have too much of. */
function walkTag(html: string, start: number, leaveOut: (from: number, to: number) => void): number {
  let attributes = 0;
  let full = Infinity;
  let previous = '';
  let word = start;
  let at = start;
  for (; at < html.length && html[at] !== '>'; at++) {
    const character = html[at] ?? '';
    const isBlank = /\s/.test(character);
    if (previous === '=' && (character === '"' || character === "'")) {
      const close = html.indexOf(character, at + 1);
      if (close === -1) {
        leaveOut(at + MAX_RUN, html.length);
        return html.length;
      }
      if (full === Infinity) leaveOut(at + MAX_RUN, close);
      at = close;
      word = close;
      attributes++;
    } else if (character === '/' || (isBlank && /\S/.test(html[at - 1] ?? ''))) {
      attributes++;
    }
    if (isBlank) {
      if (full === Infinity) leaveOut(word + MAX_RUN, at);
      word = at;
    }
    if (attributes > MAX_ATTRIBUTES && full === Infinity) full = isBlank ? at : at + 1;
    if (!isBlank) previous = character;
  }
  if (full === Infinity) leaveOut(word + MAX_RUN, at);
  else leaveOut(full, at);
  return at;
}
