import { randomBytes } from 'node:crypto';
import { escapeHtml, html, page, type Exchange, type Fault, type Seen } from './fault.ts';

const link = (href: string, text = 'Lien'): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
const links = (hrefs: readonly string[]): string =>
  hrefs.map((href, i) => `<p>${link(href, `Lien ${String(i + 1)}`)}</p>`).join('\n');

const NOT_PAGES = [
  ...['mailto:a@exemple.fr', 'tel:+33100000000', 'sms:+33600000000', 'javascript:void(0)'],
  ...['data:text/html,<p>Texte', 'blob:https://exemple.fr/1', 'about:blank', 'ftp://exemple.fr/f', '#'],
  ...[
    'ws://exemple.fr/',
    'magnet:?xt=1',
    'callto:a',
    'geo:1,2',
    'file:///etc/passwd',
    '#contenu',
    'view-source:/',
  ],
];
const BROKEN = [
  'http://',
  'https://[::1',
  'http://exem ple.fr/',
  '//',
  'http://exemple.fr:99999/',
  'http://%/',
];
const LONG = `/urls/long-href/${'a'.repeat(60_000)}`;
const PASSWORD = 'motdepasse-a-taire';

const spellings = ({ stage: { origin } }: Exchange): string[] => [
  ...['/urls/canonical', 'canonical', './canonical', '/urls/./canonical', '/urls/absent/../canonical'],
  ...['canonical#partie', 'canonical?', '/urls/%63anonical', '/urls/\tcanon\nical', '  /urls/canonical  '],
  `${origin.replace('http', 'HTTP')}/urls/canonical`,
];

/** Nothing that could be a request, and no complaint about the page. */
const quiet =
  (code: string) =>
  ({ row, report, rows }: Seen): string[] => [
    ...(report.findings.some((finding) => finding.url === row?.url && finding.code === code)
      ? [`the page has a finding ${code}`]
      : []),
    ...[...rows.keys()].filter((path) => /^(?!https?:|\/)/.test(path)).map((path) => `recorded: ${path}`),
  ];

const seed = (): string => randomBytes(16).toString('hex');

/** Addresses: spellings, traps, and what is none. */
export const urls: readonly Fault[] = [
  {
    id: 'urls/leaf',
    isHelper: true,
    outcomes: ['ok'],
    respond: html(({ url }) => page(`Feuille ${url.search}`)),
  },
  {
    id: 'urls/same-page',
    outcomes: ['ok'],
    rules: { maxRequests: 2 },
    respond: html((exchange) => page('Onze façons', links(spellings(exchange)))),
    judge: ({ rows }) => {
      const found = [...rows.keys()].filter((path) => /canonical|absent/.test(path));
      return found.length === 1 ? [] : [`one page, recorded as ${found.join(', ')}`];
    },
  },
  {
    id: 'urls/canonical',
    isHelper: true,
    outcomes: ['ok'],
    rules: { maxRequests: 1 },
    respond: html(page('Page canonique')),
  },
  {
    id: 'urls/tracking',
    outcomes: ['ok'],
    rules: { maxRequests: 1 },
    hrefs: () =>
      ['utm_source=lettre&utm_medium=courriel', 'at_medium=x', 'xtor=EPR-1', 'fbclid=abc', 'gclid=def'].map(
        (query) => `/urls/tracking?${query}`,
      ),
    respond: html(page('Page suivie')),
    judge: ({ rows }) => {
      const found = [...rows.keys()].filter((path) => path.startsWith('/urls/tracking'));
      return found.length === 1 ? [] : [`one page, recorded as ${found.join(', ')}`];
    },
  },
  {
    id: 'urls/session-trap',
    outcomes: ['trap'],
    isEndless: true,
    rules: { maxRequests: 25 },
    respond: html(() =>
      page(
        'Session sans fin',
        links([
          `/urls/session-trap?PHPSESSID=${seed()}`,
          `/urls/session-trap;jsessionid=${seed()}`,
          `/urls/session-trap?jeton=${seed()}`,
        ]),
      ),
    ),
  },
  {
    id: 'urls/calendar',
    outcomes: ['trap'],
    isEndless: true,
    rules: { maxRequests: 120 },
    respond: html(({ url }) => {
      const month = Number(url.searchParams.get('mois') ?? 24_323);
      const name = `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
      return page(`Agenda ${name}`, link(`/urls/calendar?mois=${String(month + 1)}`, 'Mois suivant'));
    }),
    judge: ({ report }) =>
      report.limits.some(({ code }) => code.includes('trap')) ? [] : ['the report does not tell of the trap'],
  },
  {
    id: 'urls/agenda-of-days',
    outcomes: ['trap'],
    isEndless: true,
    rules: { maxRequests: 120 },
    respond: html(({ url }) => {
      const date = new Date(Number(url.pathname.split('--')[1] ?? Date.UTC(2026, 10, 24)) + 86_400_000);
      const written = date.toLocaleDateString('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });
      const next = `/urls/agenda-of-days/${encodeURIComponent(written.replaceAll(' ', '-'))}--${String(date.getTime())}`;
      return page(`Agenda du ${written}`, link(next, 'Lendemain'));
    }),
  },
  ...['data:text/html,x', 'javascript:0', 'http://['].map((base, at): Fault => ({
    id: `urls/base-${String(at)}`,
    outcomes: ['ok'],
    respond: html(
      page('Base impossible', link(`../urls/leaf?base=${String(at)}`), `<base href="${escapeHtml(base)}">`),
    ),
    judge: ({ rows }) =>
      rows.get(`/urls/leaf?base=${String(at)}`)?.outcome === 'ok' ? [] : ['its relative link is not read'],
  })),
  {
    id: 'urls/relative-trap',
    outcomes: ['trap'],
    isEndless: true,
    rules: { maxRequests: 60 },
    respond: html(({ url }) =>
      page(`Profondeur ${String(url.pathname.split('/').length)}`, link('relative-trap/suite', 'Suite')),
    ),
  },
  {
    id: 'urls/word-tree',
    outcomes: ['trap'],
    isEndless: true,
    path: '/urls/word-tree/',
    rules: { maxRequests: 120 },
    respond: html(({ url }) => {
      const words = [
        'abri',
        'brume',
        'cerf',
        'dune',
        'etang',
        'faon',
        'gite',
        'houx',
        'ile',
        'jonc',
        'lac',
        'mare',
      ];
      const depth = url.pathname.split('/').length;
      // Other words at each depth: neither figures nor repeats give them away.
      const below = [0, 1, 2].map(
        (n) => `${words[(depth + n) % 12] ?? ''}-${words[(depth * 5 + n) % 11] ?? ''}/`,
      );
      return page(`Chemin de ${String(depth)} mots`, links(below));
    }),
  },
  {
    id: 'urls/stray-menu',
    outcomes: ['trap'],
    isEndless: true,
    path: '/urls/stray-menu/',
    rules: { maxRequests: 8 },
    respond: html(({ url }) => page(`Rubrique ${url.pathname}`, links(['contact/', 'plan/', 'aide/']))),
  },
  {
    id: 'urls/not-pages',
    outcomes: ['ok'],
    respond: html(page('Pas des pages', links(NOT_PAGES))),
    judge: quiet('bad-href'),
  },
  {
    id: 'urls/broken-hrefs',
    outcomes: ['ok'],
    respond: html(page('Liens mal écrits', links(BROKEN))),
    judge: ({ row, report }) => {
      const quotes = report.findings
        .filter(({ url, code }) => url === row?.url && code === 'bad-href')
        .map(({ where }) => where.quote ?? '');
      return BROKEN.filter((href) => !quotes.some((quote) => quote.includes(href))).map(
        (href) => `${href} is not a bad link`,
      );
    },
  },
  {
    id: 'urls/credentials',
    outcomes: ['ok'],
    respond: html(({ stage }) =>
      page(
        'Mot de passe dans un lien',
        links([stage.origin.replace('://', `://agent:${PASSWORD}@`) + '/urls/leaf?credentials=1']),
      ),
    ),
    judge: ({ outputs, rows }) => [
      ...[...outputs]
        .filter(([, text]) => text.includes(PASSWORD))
        .map(([name]) => `${name} tells the password`),
      ...(rows.get('/urls/leaf?credentials=1')?.outcome === 'ok' ? [] : ['the page behind is not read']),
    ],
  },
  {
    id: 'urls/long-href',
    outcomes: ['ok'],
    respond: html(page('Adresse interminable', links([LONG]))),
    judge: ({ outputs, requests }) => [
      ...(requests.some(({ path }) => path.length > 10_000) ? ['the long address is asked'] : []),
      ...[...outputs]
        .filter(([, text]) => text.includes('a'.repeat(10_000)))
        .map(([name]) => `${name} tells the whole address`),
      ...(outputs.get('report.json')?.includes('/urls/long-href/aaaa') === true
        ? []
        : ['the address is told nowhere']),
    ],
  },
  {
    id: 'urls/many-places',
    outcomes: ['ok'],
    respond: html(
      page(
        'Liens de toutes sortes',
        `<img alt="" src="/urls/leaf?place=src" srcset="/urls/leaf?place=srcset 2x">
<img alt="" usemap="#plan" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><map name="plan"><area alt="Zone" href="/urls/leaf"></map>
<iframe title="Cadre" src="/urls/leaf?place=iframe"></iframe>
<video src="/urls/leaf?place=video"></video><object data="/urls/leaf?place=object"></object>
<form action="/urls/form-target"><button>Chercher</button></form>
<form action="/urls/form-target" method="post"><button>Envoyer</button></form>
<button formaction="/urls/form-target">Autre</button>
<noscript><a href="/urls/leaf?place=noscript">Sans script</a></noscript>
<template><a href="/urls/trap">Modèle</a></template>
<!-- <a href="/urls/trap">Commentaire</a> -->
<svg width="20" height="20"><a href="/urls/leaf?place=svg"><text y="15">SVG</text></a></svg>`,
        '<link rel="next" href="/urls/leaf?place=link">',
      ),
    ),
    judge: ({ rows }) =>
      ['', '?place=iframe', '?place=noscript', '?place=svg']
        .filter((query) => rows.get(`/urls/leaf${query}`)?.outcome !== 'ok')
        .map((query) => `/urls/leaf${query} is not read`),
  },
  {
    id: 'urls/trap',
    isHelper: true,
    isAsset: true,
    outcomes: ['ok'],
    rules: { neverAsked: true },
    respond: html(page('Piège')),
  },
  {
    id: 'urls/form-target',
    isHelper: true,
    isAsset: true,
    outcomes: ['ok'],
    rules: { neverAsked: true },
    respond: html(page('Réponse au formulaire')),
  },
  {
    id: 'urls/unresolvable',
    outcomes: ['ok'],
    respond: html(page('Hôte inconnu', links(['http://nulle-part.invalid/']))),
    judge: ({ rows }) => {
      const outcome = rows.get('http://nulle-part.invalid/')?.outcome ?? 'absent';
      return ['network_error', 'out_of_scope'].includes(outcome) ? [] : [`the unknown host is ${outcome}`];
    },
  },
];
