/** Where the audited site answers. */
export interface SiteAddress {
  readonly address: string;
  readonly servedBy?: string | undefined;
  readonly aliases: readonly string[];
}

/** Gives each page of one site a single name. All but `canonical` take a canonical address. */
export interface Addressing {
  /** The one spelling of an address; `null` when it is none, is not http(s), or is too long to be asked. */
  canonical(href: string, base: string): string | null;
  isInternal(url: string): boolean;
  kindOf(url: string): 'page' | 'document' | 'external';
  /** The page that this address only shows otherwise (pager, sorting); `null` when it is a page of its own. */
  viewOf(url: string): string | null;
  /** The address to ask a server for: a hash-bang view is made in the browser. */
  fetchable(url: string): string;
  /**
   * Whether asking for it could change something (take a slot, end a session) or
   * only make pages without end (search results).
   */
  neverAsked(url: string): boolean;
}

/** Servers refuse longer ones, and a trap makes them grow without end. */
const MAX_LENGTH = 8_000;

const TRACKING = /^(?:utm_|at_|mc_|mtm_|pk_)|^(?:xtor|fbclid|gclid|gbraid|wbraid|dclid|msclkid|igshid)$/;
const SESSION = /^(?:jsessionid|phpsessid|sess(?:ion)?_?id|ezsessid.*|aspsessionid.*)$/;
/** `sid` is also the section or form number of some engines, hence the look at its value. */
const TOKEN = /^[0-9a-z]{16,}$/i;
const DOCUMENT =
  /\.(?:pdf|docx?|docm|odt|rtf|xlsx?|xlsm|ods|csv|pptx?|pps|ppsx|odp|odg|zip|7z|rar|gz|tar|txt|xml|json|ics|vcf|epub|kmz?l?|gpx|shp|geojson|jpe?g|png|gif|webp|svg|bmp|tiff?|mp3|mp4|m4a|wav|ogg|avi|mov|wmv|webm)$/i;
const DOWNLOAD = /^\/(?:contenu\/telechargement|content\/download)\//i;
/** View parameters of eZ Publish, at the end of a path: `/(offset)/10`. */
const VIEW = /(?:\/\([a-z_]+\)\/[^/]+)+\/?$/i;
const NEVER_ASKED = [
  /\/booking\/(?:create|confirm)(?:\/|$)/,
  /\/ezjscore\//,
  /\/creneau(?:\/|$)/,
  /\/(?:booking|reservation)\/(?:.*\/)?cgu(?:\/|$)/,
  /\/(?:login|logout|connexion|deconnexion|wp-login\.php|wp-admin)(?:\/|$)/,
  /\/user\/(?:register|forgotpassword)(?:\/|$)/,
  /\/content\/(?:search|advancedsearch|action|tipafriend)(?:\/|\?|$)/,
  /\/recherche\?/,
  /\/(?:add-to-calendar|ical)(?:\/|\?|$)|[?&](?:outlook-)?ical=/,
];

/**
 * The same page is linked under its old and new hosts, with `index.php`, as a
 * print view, with campaign parameters: all of these are one address here, the
 * public one.
 */
export function createAddressing(site: SiteAddress): Addressing {
  const home = new URL(site.address);
  const hosts = new Set([site.address, ...site.aliases].flatMap((address) => twinsOf(new URL(address))));
  if (site.servedBy !== undefined) hosts.add(new URL(site.servedBy).host);

  const isInternal = (url: string): boolean => URL.parse(url)?.host === home.host;

  return {
    isInternal,
    canonical(href, base) {
      if (href.length > MAX_LENGTH) return null;
      const url = URL.parse(href.trim(), base);
      if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > MAX_LENGTH) return null;
      if (hosts.has(url.host.replace(/\.$/, ''))) return `${home.origin}${canonicalPath(url)}`;
      // Another site may tell apart what ours does not: only what never reaches a server goes.
      return `${url.origin}${url.pathname}${url.search}`;
    },
    kindOf(url) {
      if (!isInternal(url)) return 'external';
      const { pathname } = new URL(url);
      return DOCUMENT.test(pathname) || DOWNLOAD.test(pathname) ? 'document' : 'page';
    },
    viewOf(url) {
      const { origin, pathname } = new URL(url);
      const base = pathname.replace(VIEW, '');
      return base === pathname ? null : `${origin}${base === '' ? '/' : base}`;
    },
    fetchable: (url) => url.replace(/#.*$/s, ''),
    neverAsked(url) {
      const { pathname, search } = new URL(url);
      const address = `${pathname}${search}`.toLowerCase();
      return NEVER_ASKED.some((pattern) => pattern.test(address));
    },
  };
}

/** For comparing with what a person typed: a server may add the final slash that she left out. */
export function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

/** A host with and without www, and under the name it had before `.pref` was dropped. */
function twinsOf({ host, hostname }: URL): string[] {
  if (!/\.[a-z]+$/i.test(hostname)) return [host];
  const bare = host.replace(/^www\./, '');
  const old = bare.replace(/^([^.]+)\.gouv\.fr$/, '$1.pref.gouv.fr');
  const current = bare.replace(/^([^.]+)\.pref\.gouv\.fr$/, '$1.gouv.fr');
  return [...new Set([bare, old, current])].flatMap((name) => [name, `www.${name}`]);
}

function canonicalPath(url: URL): string {
  const path = spell(url.pathname)
    .replace(/;(?:jsessionid|phpsessid)=[^/;]*/gi, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/index\.php(?=\/|$)/i, '')
    .replace(/\/layout\/set\/print(?=\/|$)/i, '')
    .replace(/\/\(offset\)\/0(?=\/|$)/i, '');
  const hash = url.hash.length > 3 && url.hash.startsWith('#!') ? spell(url.hash) : '';
  return `${path === '' ? '/' : path}${canonicalQuery(url.search)}${hash}`;
}

function canonicalQuery(search: string): string {
  const kept = search.slice(1).split('&').filter(matters);
  return kept.length === 0 ? '' : `?${spell(kept.join('&'))}`;
}

function matters(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=');
  const key = name.toLowerCase();
  return (
    parameter !== '' && !TRACKING.test(key) && !SESSION.test(key) && !(key === 'sid' && TOKEN.test(value))
  );
}

/**
 * One spelling for percent codes: capitals, and none for characters that need
 * none. RFC 3986, and `!*'()` too, which eZ writes both ways in `(offset)`.
 */
function spell(text: string): string {
  return text
    .replace(/[[\]^|`{}"<>\\]/g, encodeURIComponent)
    .replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
      const character = String.fromCharCode(parseInt(hex, 16));
      return /[\w.~!*'()-]/.test(character) ? character : code.toUpperCase();
    });
}
