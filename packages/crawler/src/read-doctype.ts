/** The document type that a source declares. */
export interface DoctypeFacts {
  /** Without `<!` and `>`, cut; `null` when it has none at its place. */
  readonly text: string | null;
  /** Whether one stands further on, where no browser reads it. */
  readonly isLate: boolean;
}

/** Nothing but blanks, comments and an XML declaration may stand before it. */
const START =
  /^\uFEFF?\s*(?:(?:<!--(?:(?!-->)[\s\S]){0,20000}-->|<\?xml[^>]{0,500}\?>)\s*)*<!(doctype\b[^>]{0,500})>/i;
/** A declaration further than this is in nobody's template. */
const FAR = 50_000;

/** Reads it in the source: a parser makes one up, or drops it. */
export function readDoctype(html: string): DoctypeFacts {
  const text = START.exec(html)?.[1]?.replace(/\s+/g, ' ').trim() ?? null;
  const isLate =
    text === null && /<!doctype\b/i.test(html.slice(0, FAR).replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
  return { text, isLate };
}
