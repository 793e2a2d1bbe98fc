/** A part of a sentence that says nothing by itself is not worth stopping at. */
const LEAST = 40;

/**
 * A sentence of ours or of the site in at most `max` characters: whole, or its
 * first sentences, or up to a colon or a semicolon, or else whole words; `…`
 * shows that something follows. Only a text without a space is cut within a word.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1).toWellFormed();
  const end = lastOf(room, /[.!?](?=\s)/g) ?? lastOf(room, /(?=\s[:;]\s)/g);
  const kept = end !== undefined && end >= LEAST ? room.slice(0, end) : wholeWords(room);
  return `${kept.replace(/(?<![\s.,:;«(–-])[\s.,:;«(–-]+$/u, '')}…`;
}

/** Where the last match ends, outside of any quote or bracket left open. */
function lastOf(text: string, pattern: RegExp): number | undefined {
  const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return ends.findLast((end) => isClosed(text.slice(0, end)));
}

function isClosed(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return count('«') === count('»') && count('(') === count(')');
}

function wholeWords(text: string): string {
  const space = text.search(/\s\S*$/u);
  return space > 0 ? text.slice(0, space) : text;
}
