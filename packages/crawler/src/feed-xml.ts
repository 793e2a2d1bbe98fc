import { QualeprefError } from '@qualepref/core';
import { SaxesParser } from 'saxes';
import type { FeedSheet } from './feed-sheet.ts';
import { indexReader } from './feed-index.ts';
import { sheetReader } from './feed-sheet-reader.ts';
import { cut } from './text.ts';

/** What one file of a feed says. */
export type FeedDocument =
  | {
      readonly kind: 'sheet';
      readonly sheet: FeedSheet;
      /** Short labels that it gives to others, by number. */
      readonly labels: readonly Pair[];
      /** Names of elements that no known schema has. */
      readonly unknown: readonly string[];
    }
  /** Withdrawn numbers with those in their place, labels of the tree, or ISO days of important changes. */
  | { readonly kind: 'redirections' | 'tree' | 'changes'; readonly pairs: readonly Pair[] }
  /** A menu, a home page, news: nothing that a check needs. */
  | { readonly kind: 'other' };

/** A number, and what is said of it. */
export type Pair = readonly [number: string, said: string];

/** What makes a document out of what the parser meets, from the root on. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(chunk: string): void;
  close(): void;
  result(): FeedDocument;
}

/** Limits of one file. */
export interface XmlLimits {
  /** Bytes. */
  readonly size: number;
  /** Elements within one another. */
  readonly depth: number;
}

/** The largest genuine sheets are some hundred thousand bytes and twenty elements deep. */
export const XML_LIMITS: XmlLimits = { size: 20_000_000, depth: 100 };

const NOTHING: FeedDocument = { kind: 'other' };

/**
 * Reads one file of a feed as it comes, in a time and a memory that grow as its
 * size does. Nothing is looked up elsewhere: document types are refused, and
 * with them every entity that is not XML's own.
 *
 * @param name of the file, for messages and for a document that does not say its number
 * @throws QualeprefError `feed-xml-doctype`, `feed-xml-malformed`, `feed-xml-deep`, `feed-xml-large`, `feed-xml-encoding`
 */
export async function readFeedXml(
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: XmlLimits = XML_LIMITS,
): Promise<FeedDocument> {
  const parse = createParse(name, limits);
  for await (const chunk of bytes) if (!parse.write(chunk)) return NOTHING;
  return parse.end();
}

function createParse(
  name: string,
  limits: XmlLimits,
): { write(chunk: Uint8Array): boolean; end(): FeedDocument } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false });
  let reader: XmlReader | null | undefined;
  let depth = 0;
  let size = 0;

  parser.on('error', (cause) => {
    throw refusal('malformed', name, cause);
  });
  parser.on('doctype', () => {
    throw refusal('doctype', name);
  });
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw refusal('encoding', name);
  });
  parser.on('opentag', ({ name: element, attributes }) => {
    depth += 1;
    if (depth > limits.depth) throw refusal('deep', name);
    if (depth === 1) reader = sheetReader(element, name) ?? indexReader(element, name);
    reader?.open(element, attributes);
  });
  const text = (chunk: string): void => {
    if (depth > 0) reader?.text(chunk);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    depth -= 1;
    reader?.close();
  });

  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw refusal('encoding', name, cause);
    }
  };

  return {
    /** Whether the rest is worth reading. */
    write(chunk) {
      size += chunk.length;
      if (size > limits.size) throw refusal('large', name);
      parser.write(decode(chunk));
      return reader !== null;
    },
    end() {
      parser.write(decode()).close();
      return reader?.result() ?? NOTHING;
    },
  };
}

const REASONS = {
  doctype: 'contient une déclaration de type de document (DOCTYPE), que le flux officiel n’a jamais',
  malformed: 'est mal formé ou interrompu',
  deep: 'est trop profond',
  large: 'est trop volumineux',
  encoding: 'n’est pas en UTF-8',
} as const;

function refusal(reason: keyof typeof REASONS, name: string, cause?: unknown): QualeprefError {
  return new QualeprefError(
    `feed-xml-${reason}`,
    `Flux refusé : son fichier « ${cut(name, 100)} » ${REASONS[reason]}. Le télécharger à nouveau de son adresse officielle (qualepref feed update) ; le flux précédent, s’il y en a un, est gardé.`,
    { cause },
  );
}
