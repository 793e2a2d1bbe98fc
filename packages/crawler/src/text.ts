import { Known } from './known.ts';

/** Replaces `{name}` by the parameter of that name. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Controls, line ends that only some readers know, marks that turn a text round. */
const OBEYED = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * What a terminal or a reader of lines would obey, and what the eye would not
 * see, as `\u001b`; lines stay lines. In JSON it is the same text.
 */
export function plainLines(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** White space that collapsing would change. */
const LOOSE = /^\s|\s\s|[^\S ]|\s$/;

/** Runs of white space, no-break spaces included, become one space. */
export function collapse(text: string): string {
  return LOOSE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/**
 * A text and what follows it, without the runs of white space that `collapse`
 * would drop: pages are indented, and a bound is one of what is read.
 */
export function joined(text: string, next: string): string {
  if (!/^\s|\s\s/.test(next)) return text + next;
  const tight = next.replace(/\s+/gu, ' ');
  return text + (/^$|\s$/.test(text) ? tight.trimStart() : tight);
}

/** Cuts at `max` characters and shows that it was cut. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${firstOf(text, max - 1)}…`;
}

/** The first characters, never half of one. */
export function firstOf(text: string, max: number): string {
  const first = text.slice(0, max);
  return first.length < text.length && /[\ud800-\udbff]$/.test(first) ? first.slice(0, -1) : first;
}

/** Several readers fold the same lines, and the pages of a site share those of its menus. */
const folded = new Known<string>();

/** Lower case, no accent, one apostrophe, one space: for comparing what people typed. */
export function fold(text: string): string {
  return folded.get(text, foldOnce);
}

/** Texts whose characters each fold by themselves: letters of our languages, composed, and punctuation. */
const SINGLY = /^[\0-\u024f\u2000-\u20bf]*$/;
/** What is not ASCII, and the mark that stands for an apostrophe. */
const MARKED = /[^\0-\x5f\x61-\x7f]/g;
const bare = new Known<string>();

function foldOnce(text: string): string {
  const plain = SINGLY.test(text)
    ? text.replace(MARKED, (character) => bare.get(character, withoutMarks))
    : withoutMarks(text);
  return collapse(plain).toLowerCase();
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ`´]/g, "'");
}

/**
 * `fold` that leaves every character at its place, so that an offset in the
 * result is one in the text: line ends are kept, all dashes are `-`. For texts
 * composed by `normalize('NFC')`.
 */
export function foldInPlace(text: string): string {
  return text
    .replace(/[\t\r\f\v]/g, ' ')
    .replace(/[^\0-\x7f]/g, (character) => singles.get(character, plain))
    .toLowerCase();
}

const singles = new Known<string>();

function plain(character: string): string {
  if (/\s/u.test(character)) return ' ';
  if (/[’‘ʼ´]/u.test(character)) return "'";
  if (/[‐-―−]/u.test(character)) return '-';
  return character.normalize('NFD').charAt(0);
}
