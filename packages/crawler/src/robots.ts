/** What a robots.txt says, groups as written. */
export interface RobotsRules {
  readonly groups: readonly RobotsGroup[];
  /** Addresses of its `Sitemap:` lines, as written; they belong to no group. */
  readonly sitemaps: readonly string[];
}

/** Rules for some crawlers: product tokens in lower case, or `*`. */
export interface RobotsGroup {
  readonly agents: ReadonlySet<string>;
  readonly rules: readonly RobotsRule[];
  /** Seconds asked for between two requests. */
  readonly delays: readonly number[];
}

/** One Allow or Disallow line. */
export interface RobotsRule {
  readonly allows: boolean;
  /** What stands between its wildcards, each normalised. */
  readonly pieces: readonly string[];
  /** Whether it stands for whole paths, by a last dollar. */
  readonly isAnchored: boolean;
  /** Length of the pattern: the longest that matches wins. */
  readonly length: number;
}

/** Longest delay honoured, in seconds: beyond, an audit would take weeks. */
const MAX_DELAY = 30;

/** Field names, with the misspellings that show the same intent. */
const FIELDS: Readonly<Record<string, 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'>> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'delay',
  sitemap: 'sitemap',
  'site-map': 'sitemap',
};

/** The text of a file: UTF-8, as RFC 9309 wants it, unless its first bytes say that an editor wrote UTF-16. */
export function robotsText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** Reads a robots.txt as RFC 9309 says; any text is one, an HTML page holds no rule. */
export function parseRobots(text: string): RobotsRules {
  const groups: { agents: Set<string>; rules: RobotsRule[]; delays: number[] }[] = [];
  const sitemaps: string[] = [];
  let naming = false; // whether the last line that matters was a user-agent: the next one joins its group
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [name, value] = split(line);
    const field = FIELDS[name];
    if (field === 'sitemap' && value !== '') sitemaps.push(value);
    if (field === 'agent') {
      if (!naming) groups.push({ agents: new Set(), rules: [], delays: [] });
      naming = true;
      groups.at(-1)?.agents.add(token(value));
    }
    const group = groups.at(-1);
    if (!group) continue;
    if (field === 'delay') {
      // « 1,5 », « 10 s »: what is written is meant.
      const [number] = /^\d*(?:[.,]?\d+)/.exec(value) ?? [];
      if (number !== undefined) group.delays.push(Math.min(Number(number.replace(',', '.')), MAX_DELAY));
    }
    if (field === 'allow' || field === 'disallow') {
      naming = false;
      if (value !== '') group.rules.push(readRule(field === 'allow', value));
    }
  }
  return { groups, sitemaps };
}

function readRule(allows: boolean, value: string): RobotsRule {
  const isAnchored = value.endsWith('$');
  const pieces = (isAnchored ? value.slice(0, -1) : value).split('*').map(normalise);
  const length = pieces.join('*').length + Number(isAnchored);
  return { allows, pieces, isAnchored, length };
}

/** Whether the crawler may ask for a path (with its query). */
export function isAllowed(rules: RobotsRules, agent: string, pathAndQuery: string): boolean {
  const path = normalise(pathAndQuery || '/');
  if (path === '/robots.txt') return true;
  let best = { allows: true, length: 0 };
  for (const group of groupsFor(rules, agent)) {
    for (const rule of group.rules) {
      const isStronger = rule.length > best.length || (rule.length === best.length && rule.allows);
      if (isStronger && matches(rule, path)) best = rule;
    }
  }
  return best.allows;
}

/** Seconds to leave between two requests; not in the RFC, honoured as a courtesy, at most 30. */
export function crawlDelay(rules: RobotsRules, agent: string): number | null {
  const delays = groupsFor(rules, agent).flatMap((group) => group.delays);
  return delays.length === 0 ? null : Math.max(...delays);
}

/** All the groups that name the crawler, to be read as one; those of `*` when none does. */
function groupsFor({ groups }: RobotsRules, agent: string): readonly RobotsGroup[] {
  const own = groups.filter((group) => group.agents.has(token(agent)));
  return own.length > 0 ? own : groups.filter((group) => group.agents.has('*'));
}

/** Name and value of a line, without its comment. A missing colon is forgiven between two words. */
function split(line: string): readonly [string, string] {
  const [content = ''] = line.split('#', 1);
  const colon = content.indexOf(':');
  if (colon >= 0) return [content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()];
  const [name = '', value, ...rest] = content.trim().split(/\s+/);
  return rest.length > 0 ? ['', ''] : [name.toLowerCase(), value ?? ''];
}

/** `Qualepref/1.0 (…)` → `qualepref`. */
function token(agent: string): string {
  return /^(?:\*(?!\S)|[\w-]+)?/.exec(agent)?.[0].toLowerCase() ?? '';
}

/**
 * One spelling for each path: escapes of unreserved characters decoded, those
 * that remain in upper case, everything an address cannot hold escaped; also a
 * star and a dollar, which in a rule stand for themselves only when escaped.
 */
function normalise(path: string): string {
  return path.toWellFormed().replace(/%[\da-f]{2}|[^\w\-.~:/?#[\]@!&'()+,;=%]+/gi, (piece) => {
    if (!piece.startsWith('%')) return encodeURIComponent(piece).replaceAll('*', '%2A');
    const character = String.fromCharCode(Number.parseInt(piece.slice(1), 16));
    return /[\w\-.~]/.test(character) ? character : piece.toUpperCase();
  });
}

/**
 * Each piece between wildcards takes its first place after the one before, and
 * never comes back: a regular expression made of the pattern would freeze on a
 * hostile file.
 */
function matches({ pieces, isAnchored }: RobotsRule, path: string): boolean {
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  if (isAnchored && others.length === 0) return path === first;
  const last = isAnchored ? (others.pop() ?? '') : '';
  let at = first.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
