import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { Addressing } from './address.ts';
import type { AddressOutcome } from './facts.ts';
import { decodeXml } from './read-charset.ts';

/** What a sitemap says, and what is wrong with it. */
export interface Sitemap {
  readonly outcome: Extract<AddressOutcome, 'ok' | 'invalid_content' | 'too_large'>;
  /** `doctype`, `xml`, `cut`, `not-sitemap`, `nested`, `relative`, `too-many`, `elsewhere`, `bad-address`: the first that holds. */
  readonly reason?: string;
  /** Canonical addresses of the site's own pages and documents; what came before a fault is kept. */
  readonly urls: readonly string[];
  /** Pages with the ISO day of their last change, where it is a day. */
  readonly changes: readonly (readonly [url: string, day: string])[];
  /** Canonical addresses of the sitemaps that an index lists. */
  readonly sitemaps: readonly string[];
}

/** Largest sitemap and most addresses of one, as the protocol says. */
const MAX_SITEMAP = 52_428_800;
const MAX_ADDRESSES = 50_000;
/** A sitemap is three deep, its extensions six. */
const MAX_XML_DEPTH = 100;
const MAX_ADDRESS = 2_048;
const PIECE = 65_536;

class Stop extends Error {}

/**
 * Reads a sitemap, an index or a plain list, compressed or not. Never throws,
 * and takes a time that grows as the text does: a document type is refused
 * before anything is parsed, since entities are all it could be for.
 *
 * @param base address it was asked under, from which relative ones start
 * @param contentType the header, as received: it may say an encoding
 */
export function readSitemap(
  bytes: Uint8Array,
  base: string,
  addressing: Addressing,
  contentType?: string,
): Sitemap {
  const decoded = decode(bytes, contentType);
  if ('outcome' in decoded) return { ...decoded, ...NOTHING };
  const { text } = decoded;
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const isXml = start.startsWith('<');
  if (isXml && /<!doctype\s+html|^<html[\s>]/i.test(start)) return NOT_SITEMAP;
  // Within a comment or character data it would be harmless, and nobody writes it there.
  if (isXml && /<!DOCTYPE/i.test(text)) return { outcome: 'invalid_content', reason: 'doctype', ...NOTHING };
  const read = isXml ? readXml(text) : readText(text);
  return sorted(read, base, addressing);
}

interface Read {
  readonly outcome: Sitemap['outcome'];
  readonly reason?: string;
  readonly isIndex: boolean;
  /** As written. */
  readonly addresses: readonly string[];
  /** Of those addresses, as written: when each changed last, as written. */
  readonly changes: ReadonlyMap<string, string>;
}

const NOTHING = { urls: [], changes: [], sitemaps: [] } as const;
const NO_CHANGES: ReadonlyMap<string, string> = new Map();
/** Longer, it is no date. */
const MAX_DATE = 40;
const NOT_SITEMAP: Sitemap = { outcome: 'invalid_content', reason: 'not-sitemap', ...NOTHING };

function decode(
  bytes: Uint8Array,
  contentType: string | undefined,
): { readonly text: string } | Pick<Sitemap, 'outcome' | 'reason'> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_SITEMAP }) : bytes;
    if (plain.length > MAX_SITEMAP) return { outcome: 'too_large' };
    return { text: decodeXml(plain, contentType) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? { outcome: 'too_large' }
      : { outcome: 'invalid_content', reason: 'encoding' };
  }
}

/** `loc` counts right under `url` or `sitemap` of the root, whatever the prefix: an image has one of its own. */
function readXml(text: string): Read {
  const addresses: string[] = [];
  const changes = new Map<string, string>();
  const path: string[] = [];
  let root: string | undefined;
  let loc = '';
  let entry = '';
  let changed = '';
  let reason: string | undefined;
  const parser = new SaxesParser({ xmlns: false });
  const stop = (why: string): never => {
    reason = why;
    throw new Stop();
  };
  const addText = (part: string): void => {
    if (isUnderEntry(path, 'loc') && loc.length <= MAX_ADDRESS) loc += part;
    if (isUnderEntry(path, 'lastmod') && changed.length <= MAX_DATE) changed += part;
  };
  parser.on('error', () => stop('xml'));
  parser.on('doctype', () => stop('doctype'));
  parser.on('opentagstart', ({ name }) => {
    const local = localName(name, path.length > 0 ? prefixOf(path[0] ?? '') : null);
    if (path.length === 0) {
      root = localName(name, null);
      if (root !== 'urlset' && root !== 'sitemapindex') stop('not-sitemap');
      path.push(name);
    } else path.push(local);
    if (path.length > MAX_XML_DEPTH) stop('nested');
    loc = '';
    if (path.length === 2) entry = changed = '';
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (isUnderEntry(path, 'loc') && loc.trim() !== '') addresses.push((entry = loc.trim()));
    // It may come before the address, or after it.
    if (path.length === 2 && entry !== '' && changed !== '') changes.set(entry, changed.trim());
    path.pop();
    if (addresses.length > MAX_ADDRESSES) stop('too-many');
  });
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
    parser.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const isIndex = root === 'sitemapindex';
  if (reason === 'too-many')
    return { outcome: 'ok', reason, isIndex, addresses: addresses.slice(0, MAX_ADDRESSES), changes };
  if (reason === 'xml' && addresses.length > 0)
    return { outcome: 'invalid_content', reason: 'cut', isIndex, addresses, changes };
  return reason === undefined
    ? { outcome: 'ok', isIndex, addresses, changes }
    : { outcome: reason === 'nested' ? 'too_large' : 'invalid_content', reason, isIndex, addresses, changes };
}

function isUnderEntry(path: readonly string[], name: 'loc' | 'lastmod'): boolean {
  return path.length === 3 && path[2] === name && (path[1] === 'url' || path[1] === 'sitemap');
}

/** Without its prefix when that is the root's, so that `image:loc` is never `loc`. */
function localName(name: string, prefix: string | null): string {
  const colon = name.indexOf(':');
  if (colon < 0) return prefix === null || prefix === '' ? name.toLowerCase() : `:${name}`;
  return prefix === null || name.slice(0, colon) === prefix
    ? name.slice(colon + 1).toLowerCase()
    : name.toLowerCase();
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** One address a line. */
function readText(text: string): Read {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\uFEFF/, '').trim());
  const written = lines.filter((line) => line !== '');
  const addresses = written.filter((line) => /^https?:\/\//i.test(line));
  if (addresses.length === 0)
    return {
      outcome: 'invalid_content',
      reason: 'not-sitemap',
      isIndex: false,
      addresses,
      changes: NO_CHANGES,
    };
  const reason =
    addresses.length > MAX_ADDRESSES
      ? 'too-many'
      : addresses.length < written.length
        ? 'bad-address'
        : undefined;
  return {
    outcome: 'ok',
    ...(reason === undefined ? {} : { reason }),
    isIndex: false,
    addresses: addresses.slice(0, MAX_ADDRESSES),
    changes: NO_CHANGES,
  };
}

/** The day of a W3C date, in universal time; `null` for a month, a year or anything else, which say too little. */
function dayOf(written = ''): string | null {
  const time = /^\d{4}-\d{2}-\d{2}(?:$|T)/.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** Only addresses of the site lead anywhere: a sitemap has no say on others. */
function sorted(
  { outcome, reason, isIndex, addresses, changes }: Read,
  base: string,
  addressing: Addressing,
): Sitemap {
  const found = new Set<string>();
  const days = new Map<string, string>();
  const flags = new Set<string>();
  for (const written of addresses) {
    if (!/^[a-z][a-z\d+.-]*:/i.test(written)) flags.add('relative');
    const url = addressing.canonical(written, base);
    if (url === null)
      flags.add(
        /^[a-z][a-z\d+.-]*:/i.test(written) && !/^https?:/i.test(written) ? 'elsewhere' : 'bad-address',
      );
    else if (!addressing.isInternal(url)) flags.add('elsewhere');
    else {
      const fetchable = addressing.fetchable(url);
      found.add(fetchable);
      const day = dayOf(changes.get(written));
      // Of two spellings of one page, the latest change holds.
      if (day !== null && day > (days.get(fetchable) ?? '')) days.set(fetchable, day);
    }
  }
  const flag = reason ?? ['relative', 'elsewhere', 'bad-address'].find((one) => flags.has(one));
  const urls = [...found];
  return {
    outcome,
    ...(flag === undefined ? {} : { reason: flag }),
    urls: isIndex ? [] : urls,
    changes: isIndex ? [] : [...days],
    sitemaps: isIndex ? urls : [],
  };
}
