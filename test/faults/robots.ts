/** What one robots.txt says, and what may be asked because of it. */
export interface RobotsCase {
  readonly id: string;
  /** Answers for /robots.txt (and the hops it leads to): status, then location or text. */
  readonly answer: (path: string) => RobotsAnswer;
  /** Whether /open and /closed are asked; `null` when either is right. */
  readonly open: boolean | null;
  readonly closed: boolean | null;
  /** Milliseconds at least between the pages. */
  readonly minGap?: number;
}

/** A text, or where it stands. */
export type RobotsAnswer =
  | { readonly status: number; readonly text: string | Uint8Array; readonly type?: string }
  | { readonly status: number; readonly location: string };

const says = (...lines: string[]): RobotsAnswer => ({ status: 200, text: `${lines.join('\n')}\n` });

/** A file that answers the same wherever it is asked. */
const file = (
  id: string,
  [open, closed]: readonly [boolean | null, boolean | null],
  answer: RobotsAnswer,
): RobotsCase => ({ id: `robots/${id}`, open, closed, answer: () => answer });

const BOTH = [true, true] as const;
const OPEN_ONLY = [true, false] as const;
const CLOSED = ['User-agent: *', 'Disallow: /closed'] as const;

/** One origin for each; `/` links to `/open` and `/closed`. */
export const robotsCases: readonly RobotsCase[] = [
  file('plain', OPEN_ONLY, says(...CLOSED)),
  file('own-group', BOTH, says('User-agent: *', 'Disallow: /', '', 'User-agent: qualepref', 'Allow: /')),
  file('longest', BOTH, says('User-agent: *', 'Disallow: /clo', 'Allow: /closed', 'Disallow: /c')),
  file(
    'split-group',
    OPEN_ONLY,
    says(
      'User-agent: qualepref',
      'Allow: /',
      '',
      'User-agent: autre',
      'Disallow: /',
      '',
      'User-agent: qualepref',
      'Disallow: /closed',
    ),
  ),
  file('wildcard-end', OPEN_ONLY, says('User-agent: *', 'Disallow: /*sed$')),
  file('bom-crlf', OPEN_ONLY, {
    status: 200,
    text: '\uFEFF# Règles\r\n\r\nUSER-agent :  *   # tous\r\n   disALLOW:/closed   # fermé\r\n',
  }),
  file('not-found', BOTH, { status: 404, text: 'User-agent: *\nDisallow: /\n' }),
  file('server-error', [false, false], { status: 503, text: '' }),
  file('html', BOTH, { status: 200, text: '<!doctype html><title>Accueil</title>', type: 'text/html' }),
  {
    ...file('redirect-5', OPEN_ONLY, says(...CLOSED)),
    answer: (path) => {
      const hop = Number(path.split('/')[2] ?? 0) + 1;
      return hop > 5 ? says(...CLOSED) : { status: 301, location: `/robots.txt/${String(hop)}` };
    },
  },
  file('redirect-loop', [null, null], { status: 302, location: '/robots.txt' }),
  file('large', OPEN_ONLY, says(`# ${'long '.repeat(82_000)}`, ...CLOSED)),
  file('forbidden', BOTH, { status: 403, text: CLOSED.join('\n') }),
  file('empty', BOTH, { status: 200, text: '' }),
  file('no-content', BOTH, { status: 204, text: '' }),
  file('carriage-returns', OPEN_ONLY, { status: 200, text: CLOSED.join('\r') }),
  file('own-case', BOTH, says('User-agent: *', 'Disallow: /CLOSED')),
  file('encoded', OPEN_ONLY, says('User-agent: *', 'Disallow: /%63losed')),
  file('wildcard-middle', OPEN_ONLY, says('User-agent: *', 'Disallow: /c*d')),
  file('many-wildcards', BOTH, says('User-agent: *', `Disallow: /${'*a'.repeat(100)}$`)),
  file('two-agents', OPEN_ONLY, says('User-agent: autre', 'User-agent: Qualepref', 'Disallow: /closed')),
  file('beyond-limit', OPEN_ONLY, says(...CLOSED, '# long'.repeat(500_000), 'Disallow: /open')),
  file('wide', OPEN_ONLY, { status: 200, text: Buffer.from(`\uFEFF${CLOSED.join('\r\n')}`, 'utf16le') }),
  file('raw-bytes', OPEN_ONLY, {
    status: 200,
    text: Buffer.from(`# été \0\n${CLOSED.join('\n')}`, 'latin1'),
  }),
  file('unauthorized', BOTH, { status: 401, text: CLOSED.join('\n') }),
  file('withdrawn', BOTH, { status: 410, text: CLOSED.join('\n') }),
  file('too-many', BOTH, { status: 429, text: CLOSED.join('\n') }),
  file('broken-down', [false, false], { status: 500, text: CLOSED.join('\n') }),
  file('bad-gateway', [false, false], { status: 502, text: CLOSED.join('\n') }),
  file('html-with-rules', OPEN_ONLY, { status: 200, text: `<pre>\n${CLOSED.join('\n')}`, type: 'text/html' }),
  file('no-location', [null, null], { status: 302, location: '' }),
  {
    ...file('redirect-6', [null, null], says(...CLOSED)),
    answer: (path) => {
      const hop = Number(path.split('/')[2] ?? 0) + 1;
      return hop > 6 ? says(...CLOSED) : { status: 302, location: `/robots.txt/${String(hop)}` };
    },
  },
  file('tie', BOTH, says('User-agent: *', 'Disallow: /closed', 'Allow: /closed')),
  file('stars', OPEN_ONLY, says('User-agent: *', `Disallow: /${'*'.repeat(100_000)}closed`)),
  file(
    'agents-20000',
    OPEN_ONLY,
    says(...Array.from({ length: 20_000 }, (_, at) => `User-agent: a${String(at)}`), ...CLOSED),
  ),
  file(
    'rules-20000',
    OPEN_ONLY,
    says(
      'User-agent: *',
      ...Array.from({ length: 20_000 }, (_, at) => `Disallow: /*a*b${String(at)}*c$`),
      'Disallow: /closed',
    ),
  ),
  file(
    'comment-in-line',
    OPEN_ONLY,
    says('User-agent: * # tous', 'Disallow: /clo#sed', 'Disallow: /closed#tout', 'Allow: /open # oui'),
  ),
  file(
    'version-of-agent',
    OPEN_ONLY,
    says('User-agent: *', 'Disallow: /', 'User-agent: Qualepref/9.9 (+x)', 'Disallow: /closed'),
  ),
  file('sitemap-between', OPEN_ONLY, says('User-agent: *', 'Sitemap: /x.xml', 'Disallow: /closed')),
  file(
    'odd-delays',
    BOTH,
    says('User-agent: *', 'Crawl-delay: -5', 'Crawl-delay: vite', 'Crawl-delay:', 'Disallow:'),
  ),
  {
    ...file('delay-with-comma', BOTH, says('User-agent: *', 'Crawl-delay: 1,2 s', 'Disallow:')),
    minGap: 1_100,
  },
  {
    ...file('crawl-delay', BOTH, says('User-agent: *', 'Crawl-delay: 1', 'Disallow:')),
    minGap: 900,
  },
];
