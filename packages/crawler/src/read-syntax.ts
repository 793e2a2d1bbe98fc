import { keepWithinBounds } from './read-bounds.ts';

export type SyntaxFault =
  | 'double-attribute'
  | 'glued-attributes'
  | 'broken-value'
  | 'stray-end'
  | 'crossed-tags'
  | 'unclosed-tag'
  | 'misplaced-tag';

/** A fault of writing in the source of a page. */
export interface SyntaxFacts {
  readonly fault: SyntaxFault;
  /** The tag, and the attribute where one is at fault: `a title`. */
  readonly name: string;
  /** Line of the source, from 1. */
  readonly line: number;
  /** It is closed for XML, `<a id="x"/>`, in a page that says to be of it: by its doctype it is valid. */
  readonly isForXml?: true;
}

/** Whether an anchor is left open: the parser then puts copies of it where none may be. */
export function hasOpenAnchor({ syntax }: { readonly syntax: readonly SyntaxFacts[] }): boolean {
  return syntax.some(({ fault, name }) => fault === 'unclosed-tag' && name === 'a');
}

const MOST = 30;
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Their end tag may be left out. */
const OPTIONAL = new Set(
  'html head body p li dt dd tr td th tbody thead tfoot colgroup caption option optgroup rt rp rb rtc'.split(
    ' ',
  ),
);
/** What they hold is text. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '));
const CLOSES_P = new Set(
  (
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dt dd'
  ).split(' '),
);
/** What the parts of a table hold: the parser moves or drops all else, and says so. */
const PARTS = new Map(
  Object.entries({
    table: 'caption colgroup thead tbody tfoot tr',
    thead: 'tr',
    tbody: 'tr',
    tfoot: 'tr',
    tr: 'td th',
  }).map(([part, held]) => [part, new Set([...held.split(' '), 'script', 'style', 'template'])]),
);
/** What each part of a table closes, where the end tag is left out. */
const CLOSED_BY = new Map([
  ['td', /^(?:td|th)$/],
  ['th', /^(?:td|th)$/],
  ['tr', /^(?:td|th|tr|caption|colgroup)$/],
  ...['thead', 'tbody', 'tfoot'].map(
    (part) => [part, /^(?:td|th|tr|thead|tbody|tfoot|caption|colgroup)$/] as const,
  ),
]);
/** What may stand before the body begins. */
const BEFORE_BODY = new Set('html head title script style noscript template body'.split(' '));
/** A `p` open outside them is not closed by what they hold. */
const P_BOUND = new Set('button td th caption table object marquee template html'.split(' '));

/** Faults of writing that RGAA 8.2 names, in the source: doubled attributes, values, opening and closing of tags. */
export function readSyntax(source: string): SyntaxFacts[] {
  const html = keepWithinBounds(source);
  const found: SyntaxFacts[] = [];
  // As browsers did before there were doctypes, a paragraph goes on around a table.
  const isQuirky = !/<!doctype/i.test(html.slice(0, 2_000));
  const isXhtml = /<!doctype[^>]{0,200}\bxhtml/i.test(html.slice(0, 2_000));
  const closedForXml = new Set<string>();
  const open: string[] = [];
  const counts = new Map<string, number>();
  let line = 1;
  let counted = 0;
  let hasBegun = false;
  const misplaced = new Set<string>();
  const add = (fault: SyntaxFault, name: string, at: number): void => {
    if (found.length >= MOST) return;
    for (
      let next = html.indexOf('\n', counted);
      next !== -1 && next < at;
      next = html.indexOf('\n', next + 1)
    ) {
      line++;
      counted = next + 1;
    }
    const isForXml = fault === 'unclosed-tag' && closedForXml.has(name);
    found.push({ fault, name, line, ...(isForXml ? { isForXml } : {}) });
  };
  const push = (name: string): void => {
    open.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const pop = (): string => {
    const name = open.pop() ?? '';
    counts.set(name, (counts.get(name) ?? 1) - 1);
    return name;
  };
  const isOpen = (name: string): boolean => (counts.get(name) ?? 0) > 0;
  const isForeign = (): boolean => isOpen('svg') || isOpen('math');

  const tag = /<(?:!--|[!?]|(\/?)([a-z][^\s/>]*))/gi;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      tag.lastIndex = endOfRemark(match.index, match[0]);
      continue;
    }
    const { end, isSelfClosing } = readAttributes(match.index, tag.lastIndex, name, match[1] === '');
    tag.lastIndex = end;
    if (match[1] === '/') close(name, match.index);
    else if (!VOID.has(name) && !(isSelfClosing && (isForeign() || name === 'svg' || name === 'math'))) {
      if (isSelfClosing && isXhtml) closedForXml.add(name);
      openTag(name, match.index);
      if (RAW.has(name) && !isForeign()) {
        const stop = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
        stop.lastIndex = end;
        tag.lastIndex = stop.exec(html)?.index ?? html.length;
      }
    }
  }
  for (const name of open) if (!OPTIONAL.has(name)) add('unclosed-tag', name, html.length);
  return found;

  /** Behind a comment, a declaration or an instruction. */
  function endOfRemark(at: number, start: string): number {
    const from = at + start.length;
    const mark = start === '<!--' ? '-->' : html.startsWith('<![CDATA[', at) && isForeign() ? ']]>' : '>';
    // `<!-->` is a whole comment.
    const short = mark === '-->' ? /^-?>/.exec(html.slice(from, from + 2))?.[0] : undefined;
    if (short !== undefined) return from + short.length;
    const end = html.indexOf(mark, from);
    return end === -1 ? html.length : end + mark.length;
  }

  function openTag(name: string, at: number): void {
    if (isForeign()) return push(name);
    if (name === 'a' && isOpen('a')) add('unclosed-tag', 'a', at);
    if (CLOSES_P.has(name) && !(name === 'table' && isQuirky)) closeParagraph();
    place(name, at);
    const top = open.at(-1) ?? '';
    if (name === 'li' && top === 'li') pop();
    else if ((name === 'dt' || name === 'dd') && (top === 'dt' || top === 'dd')) pop();
    else if (name === 'option' && top === 'option') pop();
    push(name);
  }

  /** Whether a tag stands where the parser lets it: in a part of a table, or as the beginning of the body. */
  function place(name: string, at: number): void {
    const closed = CLOSED_BY.get(name);
    while (closed?.test(open.at(-1) ?? '')) pop();
    const top = open.at(-1) ?? '';
    const isSecondBody = name === 'body' && hasBegun && !isOpen('noframes');
    const isOut = PARTS.get(top)?.has(name) === false || isSecondBody;
    // Once for all that stand together.
    if (isOut && !misplaced.has(`${top} ${name}`)) add('misplaced-tag', name, at);
    if (isOut) misplaced.add(`${top} ${name}`);
    hasBegun ||= name === 'body' || (!BEFORE_BODY.has(name) && !isOpen('noscript') && !isOpen('template'));
  }

  /** A block closes the paragraph that is open around it, and leaves formats open there. */
  function closeParagraph(): void {
    if (!isOpen('p')) return;
    for (let at = open.length - 1; at >= 0 && open.length - at < 50; at--) {
      const name = open[at] ?? '';
      if (P_BOUND.has(name)) return;
      if (name !== 'p') continue;
      open.splice(at, 1);
      counts.set('p', (counts.get('p') ?? 1) - 1);
      return;
    }
  }

  function close(name: string, at: number): void {
    if (name === 'html' || name === 'body' || name === 'head') return;
    if (!isOpen(name)) {
      add('stray-end', name, at);
      return;
    }
    const left: string[] = [];
    for (let inner = pop(); inner !== name; inner = pop()) if (!OPTIONAL.has(inner)) left.push(inner);
    // `<b><i></b></i>`: the end tag that comes next is not one too many.
    const next = left.length > 0 ? (/^(?:<\/\w+\s*>\s*)+/.exec(html.slice(at, at + 200))?.[0] ?? '') : '';
    for (const inner of left) {
      const isCrossed = next.toLowerCase().includes(`</${inner}>`);
      add(isCrossed ? 'crossed-tags' : 'unclosed-tag', inner, at);
      if (isCrossed) push(inner);
    }
  }

  /** From behind a tag's name to behind its `>`. */
  function readAttributes(
    start: number,
    from: number,
    tagName: string,
    isOpening: boolean,
  ): { end: number; isSelfClosing: boolean } {
    const names = new Set<string>();
    const attribute =
      /\s*(?:([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=][^\s"'<>]*)?)?|\/|(["'<=]))/gy;
    attribute.lastIndex = from;
    let end = from;
    for (let match = attribute.exec(html); match; match = attribute.exec(html)) {
      const [whole, rawName, value, odd] = match;
      const name = rawName?.toLowerCase();
      if (isOpening && name !== undefined && names.has(name))
        add('double-attribute', `${tagName} ${name}`, start);
      else if (isOpening && odd !== undefined) add('broken-value', tagName, start);
      else if (isOpening && name !== undefined && end > from && !/^\s/.test(whole) && html[end - 1] !== '/')
        add('glued-attributes', `${tagName} ${name}`, start);
      if (name !== undefined) names.add(name);
      end = attribute.lastIndex;
      if (odd !== undefined) break;
      if (value === undefined && whole.endsWith('=') && /["']/.test(html[end] ?? '')) {
        if (isOpening) add('broken-value', tagName, start);
        break;
      }
    }
    const close = html.indexOf('>', end);
    return close === -1
      ? { end: html.length, isSelfClosing: false }
      : { end: close + 1, isSelfClosing: html[close - 1] === '/' };
  }
}
