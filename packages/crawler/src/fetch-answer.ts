import { STATUS_CODES } from 'node:http';
import {
  brotliDecompress,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
  type ZlibOptions,
  type ZstdOptions,
} from 'node:zlib';
import { promisify } from 'node:util';
import { PRIVATE_ADDRESS } from './address-guard.ts';
import type { AddressKind, AddressOutcome } from './facts.ts';
import { cut } from './text.ts';

/** What a request is for: a kind of address, or one of two that are read otherwise. */
export type AskedKind =
  | AddressKind
  | 'robots'
  /** A document of the sample, with its whole body. */
  | 'whole';

/** What a server answered to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Its `set-cookie` headers, as sent. */
  readonly cookies: readonly string[];
  /** First bytes, as sent: at most what `wantedBytes` said. */
  readonly body: Uint8Array;
  /** Whether nothing was left to read. */
  readonly isWhole: boolean;
  /** Until its headers were there, connection included. */
  readonly milliseconds?: number;
}

type Headers = Readonly<Record<string, string>>;

/** What became of one request, in the words of the facts. */
export interface Verdict {
  readonly outcome: AddressOutcome;
  readonly reason?: string;
  readonly location?: string;
  readonly body?: Uint8Array;
  readonly size?: number;
}

/** Limits of one answer, in bytes. */
export interface ByteLimits {
  /** Decoded body of a page or an asset. */
  readonly body: number;
  /** Decoded body of a sitemap, as its protocol says. */
  readonly sitemap: number;
  /** Beginning of a document. */
  readonly document: number;
  /** Decoded body of a document asked whole; of a larger one, the beginning stands for it. */
  readonly whole: number;
  /** Part of a robots.txt that is read: the RFC wants 500 KiB at least. */
  readonly robots: number;
  /** How many times its size a body may grow when it is decoded. */
  readonly ratio: number;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Longest refused target kept: a `data:` address may hold a whole page. */
const MAX_LOCATION = 1000;

/** A body this small is harmless, whatever it was made from. */
const UNSUSPECTED = 1_000_000;

/** How many bytes of an answer are worth reading, known once its headers are. */
export function wantedBytes(kind: AskedKind, status: number, headers: Headers, limits: ByteLimits): number {
  if (status < 200 || status > 299 || hasNoBody(status) || kind === 'external') return 0;
  if (kind === 'whole') return isTooLong(headers, limits.whole) ? limits.document : limits.whole;
  if (kind === 'document' || kind === 'robots') return limits[kind];
  if (kind === 'page' && !mayBeHtml(headers)) return 0;
  const limit = kind === 'sitemap' ? limits.sitemap : limits.body;
  return isTooLong(headers, limit) ? 0 : limit;
}

/** As its status says, whatever comes behind. */
function hasNoBody(status: number): boolean {
  return status === 204 || status === 205;
}

/** Announced so: no need to read ten million bytes to know it. */
function isTooLong(headers: Headers, limit: number): boolean {
  return (announcedSize(headers).size ?? 0) > limit;
}

/** Judges an answer; `base` is the public address asked, which a redirect is relative to. */
export async function judge(
  kind: AskedKind,
  answer: Answer,
  base: URL,
  limits: ByteLimits,
): Promise<Verdict> {
  const { status, headers } = answer;
  if (REDIRECTS.has(status)) return judgeRedirect(headers['location'], base);
  if (status === 416 && headers['content-range']?.endsWith('*/0')) return invalid('empty');
  if (status < 200 || status > 299) return { outcome: outcomeOf(status), ...phrase(status) };
  if (hasNoBody(status)) return invalid('empty');
  if (kind === 'external') return { outcome: 'ok', ...announcedSize(headers) };
  // Nobody asked for a part: what a browser would show is not the page.
  if (status === 206 && (kind === 'page' || kind === 'asset'))
    return { outcome: 'network_error', reason: 'truncated' };
  if (kind === 'document') return judgeDocument(answer);
  if (kind === 'whole') return judgeWholeDocument(answer, limits);
  if (kind === 'robots') return judgeRobots(answer, limits);
  if (kind === 'page' && !mayBeHtml(headers)) return { outcome: 'not_html', ...announcedSize(headers) };
  if (!answer.isWhole) return { outcome: 'too_large', ...announcedSize(headers) };
  return judgeWhole(kind, answer, limits);
}

async function judgeWhole(kind: AskedKind, answer: Answer, limits: ByteLimits): Promise<Verdict> {
  const limit = kind === 'sitemap' ? limits.sitemap : limits.body;
  const body = await decode(answer, limit, limits.ratio);
  if (body === 'too_large') return { outcome: 'too_large' };
  if (body === 'undecodable') return invalid('encoding');
  const size = body.length;
  if (kind === 'asset') return { outcome: 'ok', body, size }; // an empty style sheet is one
  if (size === 0) return invalid('empty');
  if (kind === 'sitemap') return { outcome: 'ok', body, size }; // whose reader says what it is
  const isTyped = typeOf(answer.headers) !== null;
  if (looksLikeHtml(body)) return { outcome: 'ok', ...(isTyped ? {} : { reason: 'no-type' }), body, size };
  const isWide = /charset\s*=\s*["']?utf-16/i.test(answer.headers['content-type'] ?? '');
  return isTyped && (isWide || !looksBinary(body))
    ? { outcome: 'ok', body, size }
    : { outcome: 'not_html', size };
}

/** A compressed beginning tells neither what the file is nor how large: both stay absent. */
function judgeDocument({ headers, body, isWhole }: Answer): Verdict {
  if (body.length === 0) return invalid('empty');
  if (encodings(headers['content-encoding']).length > 0) return { outcome: 'ok' };
  return {
    outcome: 'ok',
    body,
    ...(isWhole && !headers['content-range'] ? { size: body.length } : announcedSize(headers)),
  };
}

/** Too large to keep, it is judged as any other document: its size is no fault. */
async function judgeWholeDocument(answer: Answer, limits: ByteLimits): Promise<Verdict> {
  const { headers, body, isWhole } = answer;
  if (body.length > 0 && !isWhole)
    return judgeDocument({ ...answer, body: body.subarray(0, limits.document) });
  const decoded = await decode(answer, limits.whole, limits.ratio);
  if (decoded === 'undecodable') return invalid('encoding');
  if (decoded === 'too_large') return { outcome: 'ok' };
  if (decoded.length === 0) return invalid('empty');
  return { outcome: 'ok', body: decoded, size: decoded.length, ...cutSize(headers) };
}

/** A part was sent although the whole was asked: the whole size is what the server says. */
function cutSize(headers: Headers): { size?: number } {
  return headers['content-range'] === undefined ? {} : announcedSize(headers);
}

/** What is beyond the limit is left unread, with the line that it cuts. */
async function judgeRobots(answer: Answer, limits: ByteLimits): Promise<Verdict> {
  const body = await decode(answer, limits.robots, limits.ratio);
  if (body === 'too_large' || body === 'undecodable') return invalid('encoding');
  return { outcome: 'ok', body: answer.isWhole ? body : body.subarray(0, body.lastIndexOf(0x0a) + 1) };
}

function judgeRedirect(location: string | undefined, base: URL): Verdict {
  const written = location?.trim() ?? '';
  const target = written === '' ? null : URL.parse(asUtf8(written), base);
  if (!target) return invalid('location');
  target.hash = '';
  const isWeb = target.protocol === 'http:' || target.protocol === 'https:';
  if (!isWeb) return { outcome: 'out_of_scope', reason: 'scheme', location: cut(target.href, MAX_LOCATION) };
  target.username = target.password = '';
  return { outcome: 'redirected', location: target.href };
}

function outcomeOf(status: number): AddressOutcome {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 && status <= 599 && status !== 503 ? 'server_error' : 'blocked';
}

/** The phrase of the standard: the server's own is a text nobody asked for. */
function phrase(status: number): { reason?: string } {
  const text = STATUS_CODES[status];
  return text === undefined ? {} : { reason: text };
}

function invalid(reason: string): Verdict {
  return { outcome: 'invalid_content', reason };
}

/** The whole size, when the headers say it. */
function announcedSize(headers: Headers): { size?: number } {
  const range = headers['content-range'];
  const text = range === undefined ? headers['content-length'] : range.split('/')[1];
  return text !== undefined && /^\d{1,15}$/.test(text) ? { size: Number(text) } : {};
}

/** Servers send accented addresses as they are; Node reads headers byte by byte. */
function asUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** By its headers alone; without a type, its first bytes decide later. */
function mayBeHtml(headers: Headers): boolean {
  if (/^\s*attachment/i.test(headers['content-disposition'] ?? '')) return false;
  const type = typeOf(headers);
  return type === null || type === 'text/html' || type === 'application/xhtml+xml';
}

/** The type announced, or `null` when there is none that means anything: browsers then look at the bytes. */
function typeOf(headers: Headers): string | null {
  const [written = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const type = written.trim();
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/^(?:unknown|application)\/unknown$/.test(type) ? type : null;
}

function looksLikeHtml(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, SNIFFED))
    .toString('latin1')
    .replace(/^(?:ï»¿)?\s*/, '');
  return /^(?:<!doctype html|<!--|<(?:html|head|title|meta|body|script|style|h1|div|table|p|br)[\s/>])/i.test(
    start,
  );
}

/** First bytes of what servers most often send as HTML by mistake; all the rest is told by bytes that no text has. */
const SNIFFED = 1024;
const SIGNATURES = [
  '%PDF-',
  '\x89PNG',
  'GIF8',
  '\xFF\xD8\xFF',
  'PK\x03\x04',
  '\xD0\xCF\x11\xE0',
  '\x1F\x8B',
  'RIFF',
];

function looksBinary(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, SNIFFED)).toString('latin1');
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true;
  return !/^(?:\xFE\xFF|\xFF\xFE)/.test(start) && hasBinaryByte(start);
}

/** Control characters that no text uses, as the standard of browsers lists them. */
function hasBinaryByte(text: string): boolean {
  return Buffer.from(text, 'latin1').some(
    (code) => code < 0x20 && !(code >= 0x09 && code <= 0x0d && code !== 0x0b) && code !== 0x1b,
  );
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** A map: the server chooses the name, and may send `constructor`. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify<Uint8Array, ZlibOptions, Buffer>(gunzip)],
  ['x-gzip', promisify<Uint8Array, ZlibOptions, Buffer>(gunzip)],
  ['br', promisify<Uint8Array, ZlibOptions, Buffer>(brotliDecompress)],
  ['zstd', unzstd],
  ['deflate', (bytes, options) => (isZlib(bytes) ? zlib : rawDeflate)(bytes, options)],
]);
const zlib: Decoder = promisify<Uint8Array, ZlibOptions, Buffer>(inflate);
const rawDeflate: Decoder = promisify<Uint8Array, ZlibOptions, Buffer>(inflateRaw);

const zstd: (bytes: Uint8Array, options: ZstdOptions) => Promise<unknown> = promisify<
  Uint8Array,
  ZstdOptions,
  unknown
>(zstdDecompress);
/** More are made to keep us busy. */
const MAX_FRAMES = 1_000;

/** Frame after frame: the library undoes the first one only, which may be empty. */
async function unzstd(
  bytes: Uint8Array,
  { maxOutputLength }: { readonly maxOutputLength: number },
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = maxOutputLength;
  let rest = bytes;
  for (let frames = 0; frames < MAX_FRAMES; frames += 1) {
    const { buffer, engine } = (await zstd(rest, { maxOutputLength: Math.max(1, left), info: true })) as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    parts.push(buffer);
    left -= buffer.length;
    rest = rest.subarray(engine.bytesWritten);
    if (rest.length === 0 || engine.bytesWritten === 0) return Buffer.concat(parts);
  }
  throw new RangeError('too many frames');
}

/** The standard wants a zlib header; some servers leave it out. */
function isZlib(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 8;
}

/** Encodings one over the other that are undone: a server has no reason to send more, but to keep us busy. */
const MAX_ENCODINGS = 2;

/** Undoes the content encodings; stops at the limit, or when the bytes swell as those of a bomb. */
async function decode(
  { body, headers }: Answer,
  limit: number,
  ratio: number,
): Promise<Uint8Array | 'too_large' | 'undecodable'> {
  const names = encodings(headers['content-encoding']);
  if (names.length > MAX_ENCODINGS) return 'undecodable';
  const maxOutputLength = Math.min(limit, Math.max(UNSUSPECTED, body.length * ratio));
  let decoded = body;
  for (const name of names.reverse()) {
    const decoder = DECODERS.get(name);
    if (!decoder) return 'undecodable';
    try {
      decoded = await decoder(decoded, { maxOutputLength });
    } catch (error) {
      return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'undecodable';
    }
  }
  return decoded;
}

/** None when one of them is no encoding: browsers then take the bytes as they are, and servers write their charset there. */
function encodings(header: string | undefined): string[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  return names.every((name) => DECODERS.has(name)) ? names : [];
}

/** A TLS failure has many codes: those of certificates, and those of the handshake. */
const TLS = /^(?:ERR_TLS|ERR_SSL|EPROTO)|CERT|SIGNATURE|CRL|HOSTNAME/;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
};

/** Code of an answer in another protocol. */
export const NOT_HTTP = 'ERR_NOT_HTTP';

/** Code of the errors of a connection to the proxy of the network. */
export const PROXY_FAILED = 'ERR_PROXY_FAILED';

/** Errors of ours: a header that cannot be sent, a client closed too early. */
const OURS: ReadonlySet<string> = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED']);

/**
 * Judges what ended a request without an answer, or in the midst of one. `null`
 * when it is not the site's fault.
 */
export function judgeFailure(error: unknown, hadHeaders: boolean): Verdict | null {
  const code = codeOf(error);
  if (code === undefined || OURS.has(code)) return null;
  if (isProxyRefusal(error)) return { outcome: 'blocked', reason: 'proxy' };
  if (code === PRIVATE_ADDRESS) return { outcome: 'out_of_scope', reason: 'private' };
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return { outcome: 'timeout', reason: 'connect' };
  // The connection is sound: it is undici that hangs up.
  const isStrange = code === 'UND_ERR_SOCKET' && /^bad (?:response|upgrade)$/.test((error as Error).message);
  const reason = isStrange ? 'protocol' : (REASONS[code] ?? (TLS.test(code) ? 'tls' : 'protocol'));
  // Before any header, undici says the second of two lengths that disagree: that one is a protocol fault.
  const isCut = reason === 'reset' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
  return { outcome: 'network_error', reason: isCut && hadHeaders ? 'truncated' : reason };
}

/** The proxy of the network answered in the site's place: nothing is known of the site. undici has no code of its own for it. */
function isProxyRefusal(error: unknown): boolean {
  return (
    codeOf(error) === PROXY_FAILED ||
    (error instanceof Error && /^Proxy response \(\d+\)/.test(error.message))
  );
}

/** undici gives no code to what is not proper HTTP: its name stands for it. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'HTTPParserError' ? error.name : undefined;
}
