import { html, page, redirects, says, type Exchange, type Fault } from './fault.ts';

const answersAfter =
  (failures: number, status: number, headers: Record<string, string> = {}) =>
  (exchange: Exchange): void =>
    exchange.visit <= failures
      ? says(status, headers)(exchange)
      : html(page(`Réponse après ${String(status)}`))(exchange);

/** What a server says in the first line of its answer. */
export const status: readonly Fault[] = [
  {
    id: 'status/ok',
    outcomes: ['ok'],
    rules: { title: 'Page ordinaire' },
    respond: html(page('Page ordinaire', '<p>Rien à signaler.</p>')),
  },
  { id: 'status/404', outcomes: ['gone'], rules: { maxRequests: 1 }, respond: says(404) },
  { id: 'status/410', outcomes: ['gone'], rules: { maxRequests: 1 }, respond: says(410) },
  { id: 'status/403', outcomes: ['blocked'], rules: { maxRequests: 1 }, respond: says(403) },
  {
    id: 'status/401-basic',
    outcomes: ['blocked'],
    rules: { maxRequests: 1 },
    respond: says(401, { 'www-authenticate': 'Basic realm="Espace réservé"' }),
  },
  { id: 'status/500-always', outcomes: ['server_error'], rules: { maxRequests: 5 }, respond: says(500) },
  {
    id: 'status/503-twice-then-ok',
    outcomes: ['ok'],
    rules: { maxRequests: 4 },
    respond: answersAfter(2, 503),
  },
  {
    id: 'status/429-seconds',
    outcomes: ['ok'],
    rules: { maxRequests: 3, minGap: 2 },
    respond: answersAfter(1, 429, { 'retry-after': '2' }),
  },
  {
    id: 'status/429-a-month',
    outcomes: ['blocked'],
    rules: { maxRequests: 2 },
    respond: says(429, { 'retry-after': '2592000' }),
  },
  { id: 'status/503-always', outcomes: ['blocked'], rules: { maxRequests: 5 }, respond: says(503) },
  {
    id: 'status/204-with-links',
    outcomes: ['invalid_content', 'not_html'],
    respond: says(204, { link: '</urls/trap>; rel="next"' }),
  },
  {
    id: 'status/200-empty',
    outcomes: ['invalid_content'],
    respond: html(''),
    judge: ({ row }) => (row?.title === undefined ? [] : ['an empty page has no title']),
  },
  {
    id: 'status/head-refused',
    outcomes: ['ok'],
    respond: (exchange) => (exchange.request.method === 'HEAD' ? says(405) : says(200))(exchange),
  },
  {
    id: 'status/cookie-wall',
    outcomes: ['ok', 'loop'],
    rules: { maxRequests: 6 },
    respond: (exchange) => {
      if (exchange.request.headers.cookie?.includes('passage=1') === true) {
        html(page('Derrière le cookie'))(exchange);
        return;
      }
      exchange.response.setHeader('set-cookie', 'passage=1; Path=/; HttpOnly');
      redirects('/status/cookie-wall')(exchange);
    },
  },
  {
    id: 'status/cookie-door',
    outcomes: ['ok'],
    rules: { maxRequests: 6, title: 'Derrière la porte' },
    respond: (exchange) => {
      const isDoor = exchange.url.pathname.endsWith('/porte');
      if (!isDoor && exchange.request.headers.cookie?.includes('porte=1') === true) {
        html(page('Derrière la porte'))(exchange);
        return;
      }
      if (isDoor) exchange.response.setHeader('set-cookie', 'porte=1; Path=/');
      redirects(isDoor ? '/status/cookie-door' : '/status/cookie-door/porte')(exchange);
    },
  },
];
