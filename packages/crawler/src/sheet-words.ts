import { normaliseParagraph } from './feed-fingerprint.ts';

/** Words that one text has where the other has others; one side may be empty. */
export interface WordChange {
  readonly before: string;
  readonly after: string;
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
  const a = normaliseParagraph(before).split(' ');
  const b = normaliseParagraph(after).split(' ');
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && isSame(a.at(-1 - end), b.at(-1 - end))) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length > MOST || right.length > MOST) return [{ before: left.join(' '), after: right.join(' ') }];
  return gapsOf(left, right);
}

/** What stands between the words of the longest run that both share, in order. */
function gapsOf(a: readonly string[], b: readonly string[]): WordChange[] {
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
  const changes: WordChange[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    if (gone.length + added.length > 0) changes.push({ before: gone.join(' '), after: added.join(' ') });
    gone = [];
    added = [];
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i], b[j])) {
      close();
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) gone.push(a[i++] ?? '');
    else added.push(b[j++] ?? '');
  }
  close();
  return changes;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && bare(a) === bare(b));
}

/** A comma that moves changes no text. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[.,;:!?()]/g, '');
}
