import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentFacts } from './document.ts';
import { collapse, cut } from './text.ts';

/** Pages whose text and figures are looked at: enough to tell a scan, and bounded. */
const PAGES = 60;
/** Letters from which on a document has a text. */
const ENOUGH = 400;
const NODES = 20_000;
const TITLE_LENGTH = 300;

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

/** What a PDF says of itself: tags, language, title, text, bookmarks, figures. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentFacts> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 0,
  });
  try {
    return await factsOf(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { format: 'pdf', failure: isLocked ? 'encrypted' : 'invalid' };
  } finally {
    await task.destroy();
  }
}

async function factsOf(pdf: PDFDocumentProxy): Promise<DocumentFacts> {
  const { info } = await pdf.getMetadata();
  // Its types say an object.
  const marks: unknown = await pdf.getMarkInfo();
  const outline = (await pdf.getOutline()) as readonly unknown[] | null;
  const said = info as Readonly<Record<string, unknown>>;
  const figures = { images: 0, imagesWithoutAlternative: 0 };
  let letters = 0;
  let hasTree = false;
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES); number++) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) hasTree = true;
    countFigures(tree, figures);
    if (letters < ENOUGH) letters += lettersOf((await page.getTextContent()).items);
    page.cleanup();
  }
  return {
    format: 'pdf',
    pages: pdf.numPages,
    isTagged: marks instanceof Map && marks.get('Marked') === true && hasTree,
    hasOutline: (outline ?? []).length > 0,
    letters,
    title: textOf(said['Title']),
    lang: textOf(said['Language']),
    madeOn: dayOf(textOf(said['CreationDate'])),
    ...figures,
  };
}

function lettersOf(items: readonly object[]): number {
  let letters = 0;
  for (const item of items)
    if ('str' in item && typeof item.str === 'string') letters += item.str.match(/\p{L}/gu)?.length ?? 0;
  return letters;
}

function countFigures(tree: Node | null, into: { images: number; imagesWithoutAlternative: number }): void {
  const waiting: Node[] = tree ? [tree] : [];
  for (let seen = 0; waiting.length > 0 && seen < NODES; seen++) {
    const node = waiting.pop();
    if (node?.role === 'Figure') {
      into.images += 1;
      if (collapse(node.alt ?? '') === '') into.imagesWithoutAlternative += 1;
    }
    for (const child of node?.children ?? []) if (typeof child === 'object') waiting.push(child);
  }
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? cut(collapse(value), TITLE_LENGTH) : '';
  return text === '' ? null : text;
}

/** `D:20260803…`. */
function dayOf(date: string | null): string | null {
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(date ?? '') ?? [];
  return year === undefined ? null : `${year}-${month ?? ''}-${day ?? ''}`;
}
