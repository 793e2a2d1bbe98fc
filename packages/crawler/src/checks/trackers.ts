import { siteCheck, type Check } from '../check.ts';
import type { Excerpt } from '../proposal.ts';
import { plural } from '../reports/french.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly isOpened: boolean;
  /** Of its answer. */
  readonly left: readonly string[];
  /** By its scripts. */
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
  readonly hosts: readonly string[];
}

type Weight = 'tracker' | 'unknown' | 'needed';

const OF_A_PAGE = 8;
/** Names that advertising and audience tools give what they leave, which need an agreement (CNIL, guidelines of 17 September 2020). */
const TRACKERS =
  /^(?:_ga(?:_.*)?|_gid|_gat.*|_gcl_.*|__utm.*|_fbp|_fbc|_hj.*|_clck|_clsk|_uet.*|ide|nid|_pin_.*|_scid|_ttp|li_.*|bcookie|_mkto_trk|__hstc|hubspotutk|amplitude.*|mp_.*|_y[ms]_.*)$/i;
/** What a site cannot do without, or what the choice itself is kept in: needs none. */
const NEEDED =
  /^(?:(?:ez)?sess.*|phpsessid|jsessionid|asp\.net_sessionid|.*csrf.*|.*xsrf.*|tarteaucitron|.*consent.*|orejime|didomi.*|cookie[-_]?(?:choice|policy|law|banner).*|scheme|theme|fr-theme|lang(?:ue|uage)?|serverid|route|bigipserver.*|incap_ses.*|visid_incap.*|ts01.*|qp-.*)$/i;
/** Hosts whose one purpose is to follow visitors. */
const TRACKING =
  /(?:^|\.)(?:google-analytics\.com|googletagmanager\.com|doubleclick\.net|googleadservices\.com|googlesyndication\.com|connect\.facebook\.net|facebook\.com|hotjar\.com|clarity\.ms|bat\.bing\.com|ads-twitter\.com|analytics\.tiktok\.com|snap\.licdn\.com|criteo\.(?:com|net)|xandr\.com|adnxs\.com)$/;

/**
 * What pages left on the machine and asked of others before anyone agreed to
 * anything. The audit’s browser has no network: what other sites’ scripts would
 * have left is not known, so nothing found never means that there is nothing.
 */
export const trackers: Check = siteCheck<never, Row>({
  id: 'trackers',
  codes: {},
  items: ['ETA-05'],
  project({ url, html, rendered, cookies = [] }, { config }) {
    const opening = rendered?.opening;
    if (html.viewOf !== null || (!opening && cookies.length === 0)) return null;
    const own = [config.site.address, ...config.site.aliases, config.site.servedBy ?? config.site.address];
    const hosts = own.map((address) => new URL(address).host);
    return {
      ...{ url, isHome: html.kind === 'home', isOpened: opening !== undefined },
      left: cookies.slice(0, OF_A_PAGE),
      cookies: (opening?.cookies ?? []).slice(0, OF_A_PAGE),
      storage: (opening?.storage ?? []).slice(0, OF_A_PAGE),
      hosts: (opening?.hosts ?? []).filter((host) => !hosts.includes(host)).slice(0, OF_A_PAGE),
    };
  },
  *propose(rows, { config }) {
    const item = 'ETA-05';
    const opened = rows.filter(({ isOpened }) => isOpened).length;
    if (opened === 0) {
      yield {
        item,
        answer: 'non_verifie',
        why: 'Aucune page n’a été ouverte dans le navigateur : relancer l’audit, ou regarder les cookies à la main en navigation privée.',
        excerpts: [{ url: config.site.address }],
      };
      return;
    }
    const found = foundIn(rows);
    const excerpts = found.map(({ excerpt }) => excerpt);
    const scope = `Sur ${plural(opened, 'page ouverte', 'pages ouvertes')} sans rien cliquer`;
    const limit = 'Ce que déposeraient les scripts d’autres sites, privés de réseau ici, n’est pas connu.';
    if (found.some(({ weight }) => weight === 'tracker'))
      yield {
        item,
        answer: 'non_conforme',
        why: `${scope}, des traces ou des appels sont ceux d’outils qui demandent un accord préalable : ils viennent d’abord. ${limit}`,
        excerpts,
      };
    else if (found.some(({ weight }) => weight === 'unknown'))
      yield {
        item,
        answer: 'a_verifier',
        why: `${scope}, ces traces et ces appels à d’autres sites ont été vus : dire si chacun est nécessaire ou dispensé d’accord. ${limit}`,
        excerpts,
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: `${scope}, rien d’autre que le nécessaire (session, choix de l’usager) n’a été vu écrit ni demandé. ${limit}`,
        excerpts: excerpts.length > 0 ? excerpts : [{ url: config.site.address }],
      };
  },
});

interface Found {
  readonly weight: Weight;
  readonly excerpt: Excerpt;
}

const ORDER: readonly Weight[] = ['tracker', 'unknown', 'needed'];

/** Each name once, on the first page where it was seen; the gravest first. */
function foundIn(rows: readonly Row[]): Found[] {
  const found = new Map<string, Found>();
  // Which page was asked first, and got the cookie of the visit, is chance: the home page stands for all.
  const home = rows.find(({ isHome }) => isHome)?.url;
  for (const { url, left, cookies, storage, hosts } of rows) {
    const add = (
      about: string,
      names: readonly string[],
      weigh: (name: string) => Weight,
      at = url,
    ): void => {
      for (const name of names) {
        const key = `${about} ${name}`;
        if (!found.has(key))
          found.set(key, { weight: weigh(name), excerpt: { url: at, about, quote: name } });
      }
    };
    add('Cookie déposé par le serveur', left, weightOfName, home);
    add('Cookie écrit par un script', cookies, weightOfName);
    add('Mémoire du navigateur', storage, weightOfName);
    add('Autre site appelé', hosts, (host) =>
      TRACKING.test(host.replace(/:\d+$/, '')) ? 'tracker' : 'unknown',
    );
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
}

function weightOfName(name: string): Weight {
  if (TRACKERS.test(name)) return 'tracker';
  return NEEDED.test(name) ? 'needed' : 'unknown';
}
