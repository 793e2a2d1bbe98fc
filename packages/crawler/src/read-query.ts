import type { Addressing } from './address.ts';

/**
 * The addresses of a page that is not in UTF-8: what follows their question mark
 * is sent in the encoding of the page, as browsers do. An old server that is
 * asked in UTF-8 answers that there is no such thing, and a sound link would be
 * told dead.
 */
export function inEncoding(addressing: Addressing, encoding: string): Addressing {
  if (/^utf-/.test(encoding)) return addressing;
  return {
    ...addressing,
    canonical: (href, base) => addressing.canonical(encodeQuery(href, encoding), base),
    spelling: (href, base) => addressing.spelling(encodeQuery(href, encoding), base),
  };
}

/** The address, its query in percent codes of another encoding than UTF-8. */
export function encodeQuery(href: string, encoding: string): string {
  const [whole = '', before = '', query = '', fragment = ''] = /^([^?#]*\?)([^#]*)(.*)$/s.exec(href) ?? [
    href,
  ];
  if (!/[^\0-\x7f]/.test(query)) return whole;
  const bytes = bytesOf(encoding);
  if (!bytes) return whole;
  return before + query.replace(/[^\0-\x7f]/gu, (character) => codeOf(character, bytes)) + fragment;
}

/** What the encoding lacks is sent as its number: `&#8364;`. */
function codeOf(character: string, bytes: ReadonlyMap<string, number>): string {
  const byte = bytes.get(character);
  if (byte === undefined) return `%26%23${String(character.codePointAt(0))}%3B`;
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

const tables = new Map<string, ReadonlyMap<string, number> | null>();

/** The byte of each character beyond ASCII; `null` for an encoding of several bytes, which no French site has. */
function bytesOf(encoding: string): ReadonlyMap<string, number> | null {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const upper = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const characters = Array.from(new TextDecoder(encoding).decode(upper));
  const table =
    characters.length === upper.length
      ? new Map(characters.flatMap((one, at) => (one === '\uFFFD' ? [] : ([[one, at + 128]] as const))))
      : null;
  tables.set(encoding, table);
  return table;
}
