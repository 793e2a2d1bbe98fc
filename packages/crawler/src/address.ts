import { Known } from './known.ts';
import { sessionMasked, spellOnce } from './address-spelling.ts';

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
  /**
   * Another address under which a link asks for a page of ours, when it is not
   * the canonical one: old host, print view, campaign. A session shows as `*`.
   */
  spelling(href: string, base: string): Spelling | null;
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

/** An address that is another name of a page. */
export interface Spelling {
  readonly url: string;
  /** Whether it bears a session: each visit would make a new one. */
  readonly hasSession: boolean;
}

/** The names of an address. */
interface Named {
  readonly canonical: string;
  readonly spelling: Spelling | null;
}

/** Servers refuse longer ones, and a trap makes them grow without end. */
const MAX_LENGTH = 8_000;

const DOCUMENT =
  /\.(?:pdf|docx?|docm|odt|rtf|xlsx?|xlsm|ods|csv|pptx?|pps|ppsx|odp|odg|zip|7z|rar|gz|tar|txt|xml|json|ics|vcf|epub|kmz?l?|gpx|shp|geojson|jpe?g|png|gif|webp|svg|bmp|tiff?|mp3|mp4|m4a|wav|ogg|avi|mov|wmv|webm)$/i;
const DOWNLOAD = /^\/(?:contenu\/telechargement|content\/download)\//i;
/** View parameters of eZ Publish, at the end of a path: `/(offset)/10`. */
const VIEW = /(?:\/\([a-z_]+\)\/[^/]+)+\/?$/i;
const NEVER_ASKED = [
  // What it begins with says which procedure it is for; its steps, from the first on, can take a slot.
  /\/booking\/(?:confirm|cancel)(?:\/|$)|\/booking\/create(?!\/\d+$)(?:[/?]|$)/,
  /\/ezjscore\//,
  /\/creneaux?(?:\/|\?|$)/,
  /\/(?:booking|reservation|rdvpref)\/(?:.*\/)?cgu(?:\/|\?|$)/,
  /\/(?:login|logout|log-?out|sign-?out|connexion|deconnexion|se-deconnecter|wp-login\.php|wp-admin)(?:\/|\?|$)/,
  /[?&](?:action|do|op)=(?:logout|login|delete|supprimer|deconnexion)(?:&|$)|[?&](?:logout|deconnexion)(?:[=&]|$)/,
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
  const root = `${home.origin}/`;
  const hosts = new Set([site.address, ...site.aliases].flatMap((address) => twinsOf(new URL(address))));
  if (site.servedBy !== undefined) hosts.add(new URL(site.servedBy).host);

  const isInternal = (url: string): boolean => URL.parse(url)?.host === home.host;

  const isOurs = (url: URL): boolean => hosts.has(url.host.replace(/\.$/, ''));

  const spellingOf = (url: URL, canonical: string): Spelling | null => {
    const bare = `${url.origin}${url.pathname}${url.search}`;
    const masked = sessionMasked(url);
    if (masked !== null) return { url: masked, hasSession: true };
    const name = canonical.replace(/#.*$/s, '');
    // Percent codes written otherwise are no other name.
    const isOther = bare !== name && withoutCodes(bare) !== withoutCodes(name);
    return isOther ? { url: bare, hasSession: false } : null;
  };

  /** Its menus lead from each page of a site to the same addresses. */
  const known = new Known<Named>();
  const nameOnce = (href: string): Named => {
    const url = new URL(href);
    // Another site may tell apart what ours does not: only what never reaches a server goes.
    if (!isOurs(url)) return { canonical: `${url.origin}${url.pathname}${url.search}`, spelling: null };
    const canonical = home.origin + settled(url);
    return { canonical, spelling: spellingOf(url, canonical) };
  };
  const parsed = new Known<Named | null>();
  const nameOf = (href: string, base: string): Named | null => {
    const find = (written: string): Named | null => {
      const url = parse(written, base);
      return url && known.get(url.href, nameOnce);
    };
    // From the root of the site, or whole: the page it is written on does not matter.
    const isWhole = /^https?:\/\//i.test(href) || (href.startsWith('/') && base.startsWith(root));
    return isWhole ? parsed.get(href, find) : find(href);
  };

  return {
    isInternal,
    canonical(href, base) {
      const canonical = nameOf(href, base)?.canonical;
      return canonical === undefined || canonical.length > MAX_LENGTH ? null : canonical;
    },
    spelling: (href, base) => nameOf(href, base)?.spelling ?? null,
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

function parse(href: string, base: string): URL | null {
  if (href.length > MAX_LENGTH) return null;
  // It leaves out the spaces around by itself, but no other space: a server is asked for those.
  const url = URL.parse(href, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX_LENGTH ? url : null;
}

/** What a rule takes away may uncover what another takes: until nothing changes. Each time it gets shorter. */
function settled(url: URL): string {
  let address = spellOnce(url);
  for (;;) {
    const again = spellOnce(new URL(`${url.origin}${address}`));
    if (again === address) return address;
    address = again;
  }
}

function withoutCodes(url: string): string {
  return url.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return /[\w.~!*'()-]/.test(character) ? character : code.toUpperCase();
  });
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
