import type { PlaceFacts } from './facts.ts';
import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';

export type ListSign = 'fake-bullets' | 'fake-numbers' | 'fake-items';

/** Marks that bullets are drawn with; a dash, or the dot that Word draws its bullets with, must stand apart from what follows. */
const BULLET = /^\s*(?:([•●○◦▪▫■□◆◇►▸▶‣⁃∙➢➤➔→✓✔✗✦★☆»›*])\s*(?!\1)|[-–·]\s+)(?=\S)/u;
const NUMBER = /^\s*(?:\(?(\d{1,2})(?:\s?[.)°]|\/(?=\s))|(\d{1,2})\s?[-–]\s|\(?([a-z])\))\s*(?=\p{L})/iu;
/** Lines in a row that make a list. */
const FEW = 3;

interface Line {
  readonly tag: Tag;
  readonly text: string;
}

/** Lists that only look like lists: lines that begin with a bullet, a dash or a number. */
export function readLists(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<ListSign>[] {
  const signs = new Signs<ListSign>(placeOf);
  const runs = [...runsOf(dom)];
  const called = noteCalls(dom);
  for (const all of runs) {
    const lines = withoutComments(all);
    judgeRun(lines, BULLET, 'fake-bullets', signs);
    judgeNumbers(lines, called, signs);
  }
  return signs.found;
}

/** Lines that follow each other with nothing between: parts of a block cut by `br`, and blocks of one parent. */
function* runsOf(dom: Dom): Generator<Line[]> {
  let run: Line[] = [];
  let last: Tag | undefined;
  for (const { tag, start, end } of dom.paragraphs) {
    const isText = /^(?:p|div|span|td|dd|section|article|main|body|center|font|blockquote)$/.test(tag.name);
    const follows =
      last !== undefined && (last === tag || (last.parent === tag.parent && last.name === tag.name));
    if (!isText || !follows || !tag.isVisible || !tag.shown || closest(tag, isApart)) {
      if (run.length > 0) yield run;
      run = [];
    }
    last = tag;
    if (!isText || !tag.isVisible || !tag.shown || closest(tag, isApart)) continue;
    for (const text of linesOf(dom, start, end)) run.push({ tag, text });
  }
  if (run.length > 0) yield run;
}

/** Lines with nothing in those of a comment, where a program is shown line by line: stars begin them, after « /* ». */
function withoutComments(lines: readonly Line[]): readonly Line[] {
  let isIn = false;
  const kept: Line[] = [];
  for (const line of lines) {
    isIn ||= /^\s*\/\*/.test(line.text);
    kept.push(isIn ? { ...line, text: '' } : line);
    if (/\*\/\s*$/.test(line.text)) isIn = false;
  }
  // What nothing ends is no comment.
  return isIn ? lines : kept;
}

/** Lines of a paragraph. */
function linesOf(dom: Dom, start: number, end: number): string[] {
  const lines: string[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at !== end && !dom.breaks.has(at)) continue;
    const text = textBetween(dom, from, at, 300);
    if (text !== '') lines.push(text);
    from = at;
  }
  return lines;
}

function judgeRun(lines: readonly Line[], mark: RegExp, sign: ListSign, signs: Signs<ListSign>): void {
  let marked: Line[] = [];
  const end = (): void => {
    const [first] = marked;
    const signOf = (text: string): string => mark.exec(text)?.[0].trim() ?? '';
    const isOne = marked.every(({ text }) => signOf(text) === signOf(first?.text ?? ''));
    if (first && isOne && marked.length >= FEW && !isDialogue(marked)) tell(first, marked, sign, signs);
    else if (first && isOne && marked.length >= 2) tell(first, marked, 'fake-items', signs);
    marked = [];
  };
  for (const line of lines) {
    if (mark.test(line.text)) marked.push(line);
    else end();
  }
  end();
}

/** Lines that dashes begin as they do where people speak: whole sentences, questions among them. */
function isDialogue(lines: readonly Line[]): boolean {
  return (
    lines.every(({ text }) => /^\s*[-–]/.test(text) && /[.?!…»”"]\s*$/.test(text)) &&
    lines.some(({ text }) => /[?!…]\s*[»”"]?\s*$/.test(text))
  );
}

/** Calls of notes: numbers between brackets within a text. */
function noteCalls({ paragraphs }: Dom): ReadonlySet<string> {
  return new Set(
    paragraphs
      .filter(({ text }) => !/^\(1\)/.test(text))
      .flatMap(({ text }) => [...text.matchAll(/(?<=\S\s?)\(\d{1,2}\)/g)].map(([call]) => call)),
  );
}

function judgeNumbers(lines: readonly Line[], called: ReadonlySet<string>, signs: Signs<ListSign>): void {
  let marked: Line[] = [];
  let expected: number | null = null;
  const end = (): void => {
    const [first] = marked;
    // Notes are numbered after their calls, not after each other.
    const isNote = called.has(/^\s*(\(\d{1,2}\))/.exec(first?.text ?? '')?.[1] ?? '');
    if (first && marked.length >= FEW) tell(first, marked, isNote ? 'fake-items' : 'fake-numbers', signs);
    else if (first && marked.length === 2) tell(first, marked, 'fake-items', signs);
    marked = [];
    expected = null;
  };
  for (const line of lines) {
    const found = NUMBER.exec(line.text);
    const rank = found
      ? Number(found[1] ?? found[2] ?? (found[3] ?? '').toLowerCase().charCodeAt(0) - 96)
      : null;
    if (rank !== expected || rank === null) end();
    // A list begins at its first number.
    if (rank === null || (marked.length === 0 && rank !== 1)) continue;
    marked.push(line);
    expected = rank + 1;
  }
  end();
}

function tell({ tag }: Line, lines: readonly Line[], sign: ListSign, signs: Signs<ListSign>): void {
  const quote = lines
    .slice(0, 3)
    .map(({ text }) => text.slice(0, 60))
    .join(' / ');
  // Headings that are numbered, or long paragraphs, are rather the articles of a text.
  const isLong = lines.some(({ text }) => text.length > 250);
  signs.add(isLong ? 'fake-items' : sign, tag, { quote, about: String(lines.length) });
}

/** What is shown as it was typed, and lists made by roles. */
function isApart({ name, attributes }: Tag): boolean {
  return (
    /^(?:pre|code|samp|textarea)$/.test(name) ||
    /^(?:list|listitem|option|row|cell)$/.test(attributes['role'] ?? '')
  );
}
