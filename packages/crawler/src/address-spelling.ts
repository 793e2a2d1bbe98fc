/**
 * What spells one page in several ways: campaign and session parameters, print
 * views, the engine's own file name, percent codes. Each rule only ever takes
 * away what no server needs to choose the page.
 */

const TRACKING =
  /^(?:utm_|at_|mc_|mtm_|pk_|_hs|hsa_)|^(?:xtor|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|srsltid|li_fat_id|mkt_tok|igshid|_ga|_gl)$/;
const SESSION =
  /^(?:jsessionid|phpsessid|sess(?:ion)?[_-]?id|ezsessid.*|aspsessionid.*|cfid|cftoken|oscsid)$/;
/** Session of Java and PHP in a path. */
const PATH_SESSION = /;(?:jsessionid|phpsessid)=[^/;]*/gi;
/** Session of ASP.NET, a segment of its own. */
const ASP_SESSION = /\/\([a-z]\([0-9a-z]{16,}\)\)(?=\/|$)/gi;
/** Names that also stand for a section, a form or a year: their value must look like a session. */
const MAYBE_SESSION = /^(?:s|sid|sess|session)$/;
const TOKEN = /^(?=.*\d)[0-9a-z]{16,}$/i;

/** Path, query and hash-bang view of an address of ours, in the one spelling. */
export function spellOnce({ pathname, search, hash }: URL): string {
  const path = decodeNeedless(pathname)
    .replace(PATH_SESSION, '')
    .replace(ASP_SESSION, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/index\.php(?=\/|$)/i, '')
    .replace(/^\/layout\/set\/print(?=\/|$)/i, '')
    .replace(/\/\(offset\)\/0(?=\/|$)/i, '');
  const view = hash.length > 3 && hash.startsWith('#!') ? decodeNeedless(hash) : '';
  return `${path.startsWith('/') ? path : `/${path}`}${spellQuery(search)}${view}`;
}

/** The address with its session taken out and shown as `*`; `null` when it has none. */
export function sessionMasked({ origin, pathname, search }: URL): string | null {
  const path = pathname
    .replace(PATH_SESSION, (session) => session.replace(/=.*/s, '=*'))
    .replace(ASP_SESSION, '/(S(*))');
  const query = search
    .slice(1)
    .split('&')
    .map((parameter) => (isSession(parameter) ? parameter.replace(/=.*/s, '=*') : parameter))
    .join('&');
  const masked = `${path}${query === '' ? '' : `?${query}`}`;
  return masked === `${pathname}${search}` ? null : `${origin}${masked}`;
}

function spellQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter) && !isSession(parameter));
  return kept.length === 0 ? '' : `?${decodeNeedless(kept.join('&'))}`;
}

function isTracking(parameter: string): boolean {
  return TRACKING.test(nameOf(parameter));
}

function isSession(parameter: string): boolean {
  const name = nameOf(parameter);
  return SESSION.test(name) || (MAYBE_SESSION.test(name) && TOKEN.test(parameter.slice(name.length + 1)));
}

function nameOf(parameter: string): string {
  return (parameter.split('=', 1)[0] ?? '').toLowerCase();
}

/**
 * One spelling for percent codes: capitals, and none for characters that need
 * none. RFC 3986, and `!*'()` too, which eZ writes both ways in `(offset)`.
 */
function decodeNeedless(text: string): string {
  return text
    .replace(/[[\]^|`{}"<>\\]/g, encodeURIComponent)
    .replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
      const character = String.fromCharCode(parseInt(hex, 16));
      return /[\w.~!*'()-]/.test(character) ? character : code.toUpperCase();
    });
}
