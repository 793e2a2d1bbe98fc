const MAX_ATTRIBUTES = 1_000;
const MAX_DEPTH = 2_500;
/** The parser opens these again in each paragraph, until they are closed. */
const FORMATTING = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));
const MAX_FORMATTING = 500;
/** Elements that HTML closes by itself: many of them open are no depth. */
const SELF_CLOSED = new Set(
  (
    'area base br col embed hr img input link meta source track wbr ' +
    'p li dt dd tr td th tbody thead tfoot colgroup option optgroup rt rp'
  ).split(' '),
);
const SHAPES = new Set('path circle ellipse rect line polyline polygon use stop image'.split(' '));

/**
 * Leaves out what only a trap holds and what would hold up parse5, which
 * compares each attribute of a tag with those before it and searches all the
 * elements that are open: 100,000 attributes take it 40 seconds, as do 80,000
 * levels. A tag loses its attributes beyond the first thousand; a page ends
 * where it gets deeper than browsers show (512 levels), with a wide margin since
 * depth is counted by tags.
 */
export function keepWithinBounds(html: string): string {
  const tag = /<(\/?)([a-z][^\s/>]*)/gi;
  const kept: string[] = [];
  let keptTo = 0;
  let depth = 0;
  let formatting = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = (match[2] ?? '').toLowerCase();
    const { end, full } = walkTag(html, tag.lastIndex);
    tag.lastIndex = end;
    if (full < end) {
      kept.push(html.slice(keptTo, full));
      keptTo = end;
    }
    if (SELF_CLOSED.has(name) || (SHAPES.has(name) && html[end - 1] === '/')) continue;
    const step = match[1] === '' ? 1 : -1;
    depth = Math.max(0, depth + step);
    if (FORMATTING.has(name)) formatting = Math.max(0, formatting + step);
    if (depth > MAX_DEPTH || formatting > MAX_FORMATTING)
      return kept.join('') + html.slice(keptTo, match.index);
  }
  return kept.join('') + html.slice(keptTo);
}

/** From behind a tag's name: where its `>` stands, and where it has had attributes enough. */
function walkTag(html: string, start: number): { readonly end: number; readonly full: number } {
  let attributes = 0;
  let full = Infinity;
  let previous = '';
  let at = start;
  for (; at < html.length && html[at] !== '>'; at++) {
    const character = html[at] ?? '';
    const isBlank = /\s/.test(character);
    if (previous === '=' && (character === '"' || character === "'")) {
      const close = html.indexOf(character, at + 1);
      if (close === -1) return { end: html.length, full };
      at = close;
      attributes++;
    } else if (character === '/' || (isBlank && /\S/.test(html[at - 1] ?? ''))) {
      attributes++;
    }
    if (attributes > MAX_ATTRIBUTES && full === Infinity) full = isBlank ? at : at + 1;
    if (!isBlank) previous = character;
  }
  return { end: at, full };
}
