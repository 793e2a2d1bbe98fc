const MAX_DEPTH = 1_000;
const MAX_ATTRIBUTES = 1_000;
/** Elements that HTML closes by itself: many of them open are no depth. */
const SELF_CLOSED = new Set(
  (
    'area base br col embed hr img input link meta source track wbr ' +
    'p li dt dd tr td th tbody thead tfoot colgroup option optgroup rt rp'
  ).split(' '),
);
const SHAPES = new Set('path circle ellipse rect line polyline polygon use stop image'.split(' '));

/**
 * Whether a page would hold up parse5, which compares each attribute with those
 * before it and searches all the elements that are open: 100,000 attributes take
 * it 40 seconds, as do 80,000 levels. Depth is counted by tags, generously.
 */
export function isHeavy(html: string): boolean {
  const tag = /<(\/?)([a-z][^\s/>]*)/gi;
  let depth = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [, slash, written = ''] = match;
    const name = written.toLowerCase();
    const { end, attributes } = walkTag(html, tag.lastIndex);
    if (attributes > MAX_ATTRIBUTES) return true;
    tag.lastIndex = end;
    if (SELF_CLOSED.has(name) || (SHAPES.has(name) && html[end - 1] === '/')) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** From behind a tag's name to its `>`; attributes are counted by what may stand between two of them. */
function walkTag(html: string, start: number): { readonly end: number; readonly attributes: number } {
  let attributes = 0;
  let previous = '';
  let at = start;
  for (; at < html.length && html[at] !== '>'; at++) {
    const character = html[at] ?? '';
    const isBlank = /\s/.test(character);
    if (isBlank || character === '/') attributes++;
    if (previous === '=' && (character === '"' || character === "'")) {
      attributes++;
      at = html.indexOf(character, at + 1);
      if (at === -1) return { end: html.length, attributes };
    }
    if (!isBlank) previous = character;
  }
  return { end: at, attributes };
}
