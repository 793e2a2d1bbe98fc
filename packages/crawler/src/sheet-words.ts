import { normaliseParagraph } from './feed-fingerprint.ts';

/** Words that one text has where the other has others; one side may be empty. */
export interface WordChange {
  readonly before: string;
  readonly after: string;
}

/** A run of words that both texts have, or where they differ. */
export interface WordSegment extends WordChange {
  readonly isSame: boolean;
}

/** Beyond, two sentences are told apart by their beginnings and ends alone: a table of words would grow as their product. */
const MOST = 150;
const SENTENCE = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}«"])/u;

/** White space, quotation marks, invisible characters, and signs that change no word; within a number, they do. */
const UNTOLD = /[\s«»“”„"\u00AD\u200B-\u200D\u2060\uFEFF]+|[.,;:!?()…]+(?!\d)/g;
const TYPESET = /[’‘ʼ`´′‐‑‒–—―−]/;

/** A text for finding it again: without what typesetting changes, without case, signs or spaces. */
export function textKey(text: string): string {
  const key = text.normalize('NFC').replace(UNTOLD, '').toLowerCase();
  return TYPESET.test(key) ? key.replace(/[’‘ʼ`´′]/g, "'").replace(/[‐‑‒–—―−]/g, '-') : key;
}

export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE).filter((sentence) => sentence.trim() !== '');
}

/** Words as compared, in order: without typesetting, case or signs around them. */
export function wordsOfSentence(text: string): string[] {
  return (
    normaliseParagraph(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}€%]+/gu) ?? []
  );
}

/** Words changed, gone or new, in the order of the text. */
export function wordChanges(before: string, after: string): WordChange[] {
  return wordSegments(before, after).flatMap(({ isSame: kept, ...change }) => (kept ? [] : [change]));
}

/** Both texts whole, cut where they begin or cease to differ, without what typesetting changes. */
export function wordSegments(before: string, after: string): WordSegment[] {
  const a = normaliseParagraph(before).split(' ');
  const b = normaliseParagraph(after).split(' ');
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && isSame(a.at(-1 - end), b.at(-1 - end))) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  const middle =
    left.length > MOST || right.length > MOST ? [segment(left, right, false)] : aligned(left, right);
  const segments = [
    segment(a.slice(0, start), b.slice(0, start), true),
    ...middle,
    segment(a.slice(a.length - end), b.slice(b.length - end), true),
  ];
  return segments.filter((one) => one.before !== '' || one.after !== '');
}

function segment(before: readonly string[], after: readonly string[], kept: boolean): WordSegment {
  return { before: before.join(' '), after: after.join(' '), isSame: kept };
}

/** The words of the longest run that both share, in order, and what stands between them. */
function aligned(a: readonly string[], b: readonly string[]): WordSegment[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isSame(a[i], b[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const segments: WordSegment[] = [];
  let before: string[] = [];
  let after: string[] = [];
  let kept = true;
  const turn = (next: boolean): void => {
    if (next === kept) return;
    segments.push(segment(before, after, kept));
    before = [];
    after = [];
    kept = next;
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i], b[j])) {
      turn(true);
      before.push(a[i++] ?? '');
      after.push(b[j++] ?? '');
      continue;
    }
    turn(false);
    if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) before.push(a[i++] ?? '');
    else after.push(b[j++] ?? '');
  }
  return [...segments, segment(before, after, kept)];
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && bare(a) === bare(b));
}

/** A comma that moves changes no text. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[.,;:!?()]/g, '');
}
