import { collapse, fold } from './text.ts';

/** Shorter, a paragraph is found in any page: « Préfecture », « À savoir ». In characters, once normalised. */
export const MIN_FINGERPRINT = 40;

/**
 * A paragraph without what typesetting changes: apostrophes, quotation marks,
 * dashes, no-break and invisible characters, runs of white space, and the
 * punctuation at its end. Words, accents and case stay: they are the text.
 */
export function normaliseParagraph(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[’‘ʼ`´′]/gu, "'")
    .replace(/[«»“”„"]/gu, ' ')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replaceAll('…', '...');
  return withoutEnd(collapse(plain));
}

/** By hand: a pattern would look for the end from each place. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!?'.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/**
 * What a paragraph is looked up by, an unsigned 32-bit number (FNV-1a over its
 * normalised text without spaces: an exponent or a link may bring or take one);
 * `null` when it is too short to tell anything.
 */
export function fingerprint(text: string): number | null {
  const normalised = normaliseParagraph(text);
  if (normalised.length < MIN_FINGERPRINT) return null;
  let hash = 0x811c9dc5;
  for (let at = 0; at < normalised.length; at += 1) {
    const code = normalised.charCodeAt(at);
    if (code === 0x20) continue;
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (code >> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** A title for looking it up: what typesetting, case and accents change is gone. */
export function foldTitle(title: string): string {
  return fold(normaliseParagraph(title));
}
