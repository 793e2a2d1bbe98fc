import type { LinkFacts } from './facts.ts';
import { collapse, fold } from './text.ts';

/** What a link tells of the document it leads to. */
export interface DocumentDetail {
  /** `pdf`, `docx`…, or `null` when the text tells none. */
  readonly format: string | null;
  readonly size: AnnouncedSize | null;
  readonly hasDate: boolean;
}

export interface AnnouncedSize {
  /** As written: « 0,81 Mb ». */
  readonly text: string;
  readonly bytes: number;
  /** Bytes that one unit of the last digit stands for. */
  readonly precision: number;
}

const FORMAT =
  /\b(pdf|docx?|xlsx?|pptx?|od[tsp]|zip|csv|rtf|txt|epub|ics|kml|word|excel|powerpoint|writer|calc)\b/;
const EXTENSION = /\.([a-z]{3,4})$/i;
const IMAGE = /^(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/;
/** French sites write « Mb » for megabytes. */
const SIZE = /\b(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))? ?([kmg]?)(?:o|b|io|octets?)\b/i;
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9 };
const DATE =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4})\b/;

/** Reads « PDF - 0,81 Mb - 13/08/2026 », in any order and among other words. */
export function documentDetail(detail: string): DocumentDetail {
  const text = fold(detail);
  return { format: FORMAT.exec(text)?.[1] ?? null, size: sizeOf(collapse(detail)), hasDate: DATE.test(text) };
}

/** Lower-case extension of the address's file name. */
export function extensionOf({ url, href }: Pick<LinkFacts, 'url' | 'href'>): string | null {
  const path = (url ?? href).replace(/[?#].*$/s, '');
  return EXTENSION.exec(path)?.[1]?.toLowerCase() ?? null;
}

/** Whether the address is a picture's: it opens in the browser, nobody asks for its size. */
export function isPicture(link: Pick<LinkFacts, 'url' | 'href'>): boolean {
  return IMAGE.test(extensionOf(link) ?? '');
}

function sizeOf(text: string): AnnouncedSize | null {
  const match = SIZE.exec(text);
  if (!match) return null;
  const [written, whole = '', decimals = '', prefix = ''] = match;
  const factor = FACTORS[prefix.toLowerCase()] ?? 1;
  return {
    text: written,
    bytes: Math.round(Number(`${whole.replaceAll(' ', '')}.${decimals}`) * factor),
    precision: factor / 10 ** decimals.length,
  };
}
