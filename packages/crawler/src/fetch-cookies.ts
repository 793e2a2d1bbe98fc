/** The cookies of one run: in memory only, each given back to the host that set it and to no other. */
export interface CookieJar {
  /** The `cookie` header of a request, or `undefined` when there is none to send. */
  headerFor(url: URL): string | undefined;
  /**
   * Takes in the `set-cookie` headers of an answer.
   *
   * @returns whether one is new: what was answered without it may be answered otherwise with it
   */
  store(url: URL, headers: readonly string[], now: Date): boolean;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly isSecure: boolean;
  /** Milliseconds; `Infinity` when it lasts as long as the run. */
  readonly endsAt: number;
}

/** A browser keeps about as many; a server has no need of more. */
const MAX_COOKIES = 50;
const MAX_BYTES = 4096;
/** Of the header sent: beyond, many servers refuse the request. */
const MAX_HEADER = 8192;
const MAX_HOSTS = 2000;

/**
 * A jar stricter than a browser's: a cookie meant for a whole domain goes back
 * to the very host, port included, that set it. It is enough for the walls that
 * a site puts before its pages, and tells nothing to anybody else.
 */
export function createJar(): CookieJar {
  const hosts = new Map<string, Map<string, Cookie>>();

  return {
    headerFor(url) {
      const kept: string[] = [];
      let length = 0;
      const cookies = [...(hosts.get(url.host)?.values() ?? [])]
        .filter(
          ({ path, isSecure }) => covers(path, url.pathname) && (!isSecure || url.protocol === 'https:'),
        )
        .sort((a, b) => b.path.length - a.path.length);
      for (const { name, value } of cookies) {
        const pair = `${name}=${value}`;
        length += pair.length + 2;
        if (length > MAX_HEADER) break;
        kept.push(pair);
      }
      return kept.length === 0 ? undefined : kept.join('; ');
    },

    store(url, headers, now) {
      let isNew = false;
      for (const header of headers) {
        const cookie = readCookie(header, url, now);
        if (!cookie) continue;
        const own = hosts.get(url.host) ?? new Map<string, Cookie>();
        const key = `${cookie.path}\n${cookie.name}`;
        const known = own.get(key);
        own.delete(key);
        if (cookie.endsAt <= now.getTime()) continue;
        if (!hosts.has(url.host) && hosts.size >= MAX_HOSTS) continue;
        // The oldest makes room, as in a browser: a wall that comes late still lets through.
        const [oldest] = own.keys();
        if (own.size >= MAX_COOKIES && oldest !== undefined) own.delete(oldest);
        own.set(key, cookie);
        hosts.set(url.host, own);
        isNew ||= known?.value !== cookie.value;
      }
      return isNew;
    },
  };
}

/** One `set-cookie` header, as browsers read it; `null` when they would refuse it. */
function readCookie(header: string, url: URL, now: Date): Cookie | null {
  if (header.length > MAX_BYTES || /(?!\t)\p{Cc}/u.test(header)) return null;
  const [pair = '', ...written] = header.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals).trim();
  if (equals < 1 || name === '') return null;
  const attributes = new Map(written.map(attribute));
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
  if (domain && url.hostname !== domain && !url.hostname.endsWith(`.${domain}`)) return null;
  const isSecure = attributes.has('secure');
  if (isSecure && url.protocol !== 'https:') return null;
  if (/^__(?:Secure|Host)-/i.test(name) && !isSecure) return null;
  const path = attributes.get('path');
  return {
    name,
    value: pair.slice(equals + 1).trim(),
    path: path?.startsWith('/') === true ? path : folderOf(url.pathname),
    isSecure,
    endsAt: endOf(attributes, now),
  };
}

function attribute(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 0) return [text.trim().toLowerCase(), ''];
  return [text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim()];
}

/** `Max-Age` wins over `Expires`; nonsense lasts as long as the run. */
function endOf(attributes: ReadonlyMap<string, string>, now: Date): number {
  const age = attributes.get('max-age');
  if (age !== undefined && /^-?\d+$/.test(age)) return now.getTime() + Number(age) * 1000;
  const end = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(end) ? Infinity : end;
}

function folderOf(pathname: string): string {
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')));
}

function covers(path: string, pathname: string): boolean {
  if (!pathname.startsWith(path)) return false;
  return path.endsWith('/') || pathname.length === path.length || pathname[path.length] === '/';
}
