import { isUtf8 } from 'node:buffer';

/** Browsers look for a declaration in the first bytes only. */
const SNIFFED = 1_024;
/** Where a declaration that came too late is looked for. */
const LATE = 100_000;

/**
 * Decodes a page as browsers do: byte order mark, then header, then `meta`.
 * Without any of them, or with a name that does not exist: UTF-8 when the bytes
 * are valid in it, windows-1252 otherwise. Never throws: bytes that mean nothing
 * become replacement characters.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | undefined): string {
  return decoderFor(bytes, contentType).decode(bytes);
}

/** The name of the encoding that `decodeHtml` reads a page in: a browser told so shows what was read. */
export function encodingOf(bytes: Uint8Array, contentType: string | undefined): string {
  return decoderFor(bytes, contentType).encoding;
}

function decoderFor(bytes: Uint8Array, contentType: string | undefined): TextDecoder {
  const declared = byteOrderMark(bytes) ?? declaredByHeader(contentType) ?? declaredInside(bytes, SNIFFED);
  return declared ?? new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/**
 * Decodes XML: byte order mark, then header, then declaration, UTF-8 without any.
 * The first characters of one in UTF-16 tell its side.
 */
export function decodeXml(bytes: Uint8Array, contentType: string | undefined): string {
  return decoderForXml(bytes, contentType).decode(bytes);
}

/** The name of the encoding that `decodeXml` reads in. */
export function xmlEncodingOf(bytes: Uint8Array, contentType: string | undefined): string {
  return decoderForXml(bytes, contentType).encoding;
}

function decoderForXml(bytes: Uint8Array, contentType: string | undefined): TextDecoder {
  const [first, second] = bytes;
  const side =
    first === 0x3c && second === 0 ? 'utf-16le' : first === 0 && second === 0x3c ? 'utf-16be' : null;
  const declared = byteOrderMark(bytes) ?? decoderOf(side ?? undefined) ?? declaredByHeader(contentType);
  return declared ?? declaredByProlog(latin(bytes, SNIFFED)) ?? new TextDecoder();
}

/** Whether a page that says its encoding nowhere else declares it too far for browsers to see. */
export function declaresLate(bytes: Uint8Array, contentType: string | undefined): boolean {
  if (byteOrderMark(bytes) ?? declaredByHeader(contentType) ?? declaredInside(bytes, SNIFFED)) return false;
  return declaredInside(bytes, LATE) !== null;
}

function declaredByHeader(contentType: string | undefined): TextDecoder | null {
  return decoderOf(/charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1]);
}

function byteOrderMark([first, second, third]: Uint8Array): TextDecoder | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return null;
}

function declaredInside(bytes: Uint8Array, reach: number): TextDecoder | null {
  const start = latin(bytes, reach);
  const prolog = declaredByProlog(start);
  if (prolog) return prolog;
  for (const [tag] of start.replace(/<!--.*?(?:-->|$)/gs, '').matchAll(/<meta[\s/][^<>]*>/gi)) {
    const label = /\scharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag) ?? contentCharset(tag);
    // Bytes in which this could be read are not UTF-16, whatever they say.
    const decoder = decoderOf(
      label?.[1]?.replace(/^utf-16.*/i, 'utf-8').replace(/^x-user-defined$/i, 'windows-1252'),
    );
    if (decoder) return decoder;
  }
  return null;
}

function latin(bytes: Uint8Array, length: number): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, length));
}

/** Bytes in which a declaration could be read are not UTF-16, whatever they say. */
function declaredByProlog(start: string): TextDecoder | null {
  return decoderOf(
    /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']+)/.exec(start)?.[1]?.replace(/^utf-16.*/i, 'utf-8'),
  );
}

function contentCharset(tag: string): RegExpExecArray | null {
  return /\shttp-equiv\s*=\s*["']?content-type/i.test(tag) ? /charset\s*=\s*([^\s"'/>;]+)/i.exec(tag) : null;
}

function decoderOf(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
