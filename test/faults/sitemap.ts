import { gzipSync } from 'node:zlib';
import type { AddressOutcome } from '@qualepref/crawler';
import { escapeHtml, html, page, sends, type Exchange, type Fault, type Seen } from './fault.ts';

const XML = 'application/xml';
const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const located = (tag: string, addresses: readonly string[]): string =>
  addresses.map((url) => `<${tag}><loc>${escapeHtml(url)}</loc></${tag}>`).join('\n');
const list = (addresses: readonly string[]): string =>
  `${PROLOG}\n<urlset ${SPACE}>\n${located('url', addresses)}\n</urlset>`;
const index = (addresses: readonly string[]): string =>
  `${PROLOG}\n<sitemapindex ${SPACE}>\n${located('sitemap', addresses)}\n</sitemapindex>`;
const leaf = (name: string | number): string => `/urls/leaf?sitemap=${String(name)}`;

const LAUGHS = `${PROLOG}\n<!DOCTYPE urlset [<!ENTITY a0 "http://exemple.fr/">
${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${String(i + 1)} "${`&a${String(i)};`.repeat(10)}">`).join('\n')}
]>\n<urlset ${SPACE}><url><loc>&a12;</loc></url></urlset>`;

const fault = (
  name: string,
  outcomes: readonly AddressOutcome[],
  body: (exchange: Exchange) => string | Uint8Array,
  judge?: Fault['judge'],
): Fault => ({
  id: `sitemap/${name}`,
  outcomes,
  respond: (exchange) => {
    sends(XML, body(exchange))(exchange);
  },
  ...(judge ? { judge } : {}),
});

/** Whether pages named by this sitemap alone are read. */
const leads =
  (...names: (string | number)[]) =>
  ({ rows }: Seen): string[] =>
    names.filter((name) => rows.get(leaf(name))?.outcome !== 'ok').map((name) => `${leaf(name)} is not read`);

const flagged = ({ row }: Seen): string[] => (row?.reason === undefined ? ['it is not flagged'] : []);

const NAMES = 'ok gz latin self bomb xxe too-many elsewhere relative prefixed ill-formed html text'.split(
  ' ',
);

/** The sitemaps of the site: an index that robots.txt names, and what it lists. */
export const sitemap: readonly Fault[] = [
  {
    ...fault('index', ['ok'], ({ stage: { origin } }) =>
      index(NAMES.map((name) => `${origin}/sitemap/${name}`)),
    ),
    path: '/sitemap.xml',
  },
  fault('ok', ['ok'], ({ stage: { origin } }) => list([origin + leaf(1), origin + leaf(2)]), leads(1, 2)),
  {
    id: 'sitemap/gz',
    outcomes: ['ok'],
    respond: (exchange) => {
      sends('application/gzip', gzipSync(list([exchange.stage.origin + leaf('gz')])))(exchange);
    },
    judge: leads('gz'),
  },
  fault(
    'latin',
    ['ok'],
    ({ stage: { origin } }) =>
      Buffer.from(list([`${origin}/urls/leaf?sitemap=été`]).replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    leads('%C3%A9t%C3%A9'),
  ),
  {
    ...fault('self', ['ok'], ({ stage: { origin } }) =>
      index([`${origin}/sitemap/self`, `${origin}/sitemap.xml`]),
    ),
    rules: { maxRequests: 2 },
  },
  { ...fault('bomb', ['invalid_content', 'too_large'], () => LAUGHS), rules: { maxSeconds: 10 } },
  fault(
    'xxe',
    ['invalid_content'],
    ({ stage: { origin } }) =>
      `${PROLOG}\n<!DOCTYPE urlset [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n` +
      `<urlset ${SPACE}><url><loc>${origin}/urls/leaf?&secret;</loc></url></urlset>`,
  ),
  fault(
    'too-many',
    ['ok'],
    ({ stage: { origin } }) =>
      list(Array.from({ length: 50_001 }, (_, i) => `${origin}/urls/leaf/${String(i + 1)}`)),
    flagged,
  ),
  fault(
    'elsewhere',
    ['ok'],
    ({ stage: { origin, other, privatePort } }) =>
      list([
        `${other}/deep/plan`,
        `http://127.0.0.2:${String(privatePort)}/plan`,
        'file:///etc/passwd',
        origin + leaf('elsewhere'),
      ]),
    leads('elsewhere'),
  ),
  fault('relative', ['ok'], () => list([leaf('relative')]), flagged),
  fault(
    'prefixed',
    ['ok'],
    ({ stage: { origin } }) => `${PROLOG}
<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<s:url><s:loc>${origin}${leaf('prefixed')}</s:loc><xhtml:link rel="alternate" hreflang="en" href="${origin}/urls/trap"/>
<image:image><image:loc>${origin}/urls/trap</image:loc></image:image><news:news><news:title>Titre</news:title></news:news></s:url>
</s:urlset>`,
    leads('prefixed'),
  ),
  fault('ill-formed', ['invalid_content', 'ok'], ({ stage: { origin } }) =>
    list([origin + leaf('cut'), origin + leaf('lost')]).slice(0, -60),
  ),
  { id: 'sitemap/html', outcomes: ['invalid_content'], respond: html(page('Erreur', '<p>Plan absent.</p>')) },
  {
    id: 'sitemap/text',
    outcomes: ['ok'],
    respond: (exchange) => {
      const { origin } = exchange.stage;
      sends('text/plain', `${origin}${leaf('text')}\n\n\nhttp://[\r\n${origin}${leaf('text2')}\n`)(exchange);
    },
    judge: leads('text', 'text2'),
  },
];

/** A document of the same kind, linked as a page: a hostile sheet of the national feed would look like it. */
export const xml: readonly Fault[] = [
  {
    id: 'xml/feed-bomb',
    outcomes: ['not_html', 'invalid_content', 'too_large'],
    respond: sends(XML, LAUGHS.replaceAll('urlset', 'Publication')),
  },
];
