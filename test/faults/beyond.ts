import { deflateSync, gzipSync } from 'node:zlib';
import type { AddressOutcome } from '@qualepref/crawler';
import {
  escapeHtml,
  html,
  letters,
  page,
  redirects as to,
  repeats,
  says,
  sends,
  writes,
  type Fault,
} from './fault.ts';

const HTML = 'text/html; charset=utf-8';
const XHTML = 'application/xhtml+xml';

const xhtml = (title: string, body: string): string =>
  `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
const MEGABYTE = 1_000_000;

const fault = (
  id: string,
  outcomes: readonly AddressOutcome[],
  respond: Fault['respond'],
  rules: Fault['rules'] = {},
): Fault => ({ id, outcomes, respond, rules });

const raw = (head: string, body = page('Réponse écrite à la main')): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: ${HTML}\r\n${head}\r\n${body}`;
const measured = (body: string): string => `Content-Length: ${String(Buffer.byteLength(body))}\r\n`;

/** Nothing but the name of the fault is to be read in it. */
const titled = (id: string, type: string | null, body: Uint8Array, title: string): Fault =>
  fault(id, ['ok'], sends(type, body), { title });

const ACCENTED = 'Démarches à la préfecture';
const bare = page(ACCENTED).replace('<meta charset="utf-8">', '');
const plain = page('Type étrange');

/** Other faults of the same families, for which nothing was made especially. */
export const beyond: readonly Fault[] = [
  fault(
    'status/206-partial',
    ['network_error', 'invalid_content'],
    ({ response }) =>
      void response.writeHead(206, { 'content-type': HTML, 'content-range': 'bytes 0-99/5000' }).end(plain),
  ),
  fault('status/418', ['blocked'], says(418), { maxRequests: 1 }),
  fault('status/999', ['blocked'], says(999), { maxRequests: 1 }),
  fault(
    'status/304-unasked',
    ['blocked', 'invalid_content'],
    ({ response }) => void response.writeHead(304).end(),
  ),
  fault(
    'status/502-once',
    ['ok'],
    (exchange) => (exchange.visit === 1 ? says(502) : html(page('Revenue')))(exchange),
    { maxRequests: 3 },
  ),

  fault('redirects/empty-location', ['invalid_content', 'loop'], to(''), { maxRequests: 25 }),
  fault(
    'redirects/chain-30',
    ['loop'],
    (exchange) => {
      const hop = Number(exchange.url.pathname.split('/')[3] ?? 0) + 1;
      to(hop < 30 ? `/redirects/chain-30/${String(hop)}` : '/status/ok')(exchange);
    },
    { maxRequests: 25 },
  ),
  fault(
    'redirects/endless',
    ['loop', 'trap'],
    to(() => `/redirects/endless?tour=${String(Math.random())}`),
    { maxRequests: 25 },
  ),
  fault(
    'redirects/two-locations',
    ['redirected'],
    writes(
      'HTTP/1.1 302 Found\r\nLocation: /status/ok\r\nLocation: /private/secret\r\nContent-Length: 0\r\n\r\n',
    ),
  ),
  fault(
    'redirects/to-credentials',
    ['redirected'],
    to(({ stage }) => `${stage.origin.replace('://', '://agent:secret@')}/status/ok`),
    { finalPath: '/status/ok' },
  ),
  fault('redirects/to-ftp', ['out_of_scope'], to('ftp://exemple.fr/fichier')),
  fault(
    'redirects/to-mapped',
    ['out_of_scope'],
    to(({ stage }) => `http://[::ffff:127.0.0.2]:${String(stage.privatePort)}/`),
  ),

  fault('wire/http-1.0', ['ok'], writes(raw('').replace('1.1', '1.0'))),
  fault(
    'wire/extra-answer',
    ['ok', 'network_error'],
    writes(
      `${raw(measured(plain), plain)}${raw(measured(plain), page('Réponse que personne n’a demandée'))}`,
    ),
    { maxRequests: 5 },
  ),
  fault(
    'wire/endless-hints',
    ['timeout', 'network_error'],
    ({ socket, stage }) => {
      repeats(socket, 100 / stage.haste, () =>
        socket.write('HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n'),
      );
    },
    { maxSeconds: 45, maxRequests: 5 },
  ),
  fault(
    'wire/bad-length',
    ['network_error', 'invalid_content'],
    writes(raw('Content-Length: beaucoup\r\n')),
    {
      maxRequests: 5,
    },
  ),
  fault(
    'wire/length-and-chunks',
    ['network_error', 'invalid_content', 'ok'],
    writes(raw('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '5\r\nPage.\r\n0\r\n\r\n')),
    { maxRequests: 5 },
  ),
  fault('wire/half-status', ['network_error', 'invalid_content'], writes('HTTP/1.1 20'), { maxRequests: 5 }),

  fault(
    'size/deflate-bomb',
    ['too_large'],
    sends(HTML, deflateSync(Buffer.alloc(50 * MEGABYTE, '<p>')), { 'content-encoding': 'deflate' }),
  ),
  fault(
    'size/gzip-twice',
    ['too_large', 'invalid_content'],
    sends(HTML, gzipSync(gzipSync(Buffer.alloc(50 * MEGABYTE, '<p>'))), { 'content-encoding': 'gzip, gzip' }),
  ),
  fault('size/deep-100000', ['too_large', 'ok'], html(page('Très profonde', '<div>'.repeat(100_000))), {
    maxSeconds: 20,
  }),
  fault('size/elements-500000', ['too_large', 'ok'], html(page('Foule', '<p>x'.repeat(500_000))), {
    maxSeconds: 30,
  }),
  fault(
    'size/formats-reopened',
    ['too_large', 'ok'],
    html(
      page(
        'Mises en forme jamais fermées',
        `<p>${Array.from({ length: 400 }, (_, n) => `<b class="f${String(n)}">`).join('')}${'<p>x'.repeat(50_000)}`,
      ),
    ),
    { maxSeconds: 20 },
  ),
  fault(
    'size/long-attribute',
    ['ok'],
    html((exchange) => page('Attribut interminable', `<p title="${letters(exchange, 5)}">Texte.</p>`)),
    { maxSeconds: 30 },
  ),
  fault(
    'size/long-comment',
    ['ok'],
    html((exchange) => page('Commentaire', `<!-- ${letters(exchange, 8)} --><p>Fin.</p>`)),
    {
      maxSeconds: 30,
    },
  ),
  fault(
    'size/long-script',
    ['ok'],
    html((exchange) =>
      page('Script interminable', `<script>const a = "${letters(exchange, 8)}";</script><p>Fin.</p>`),
    ),
    { maxSeconds: 30 },
  ),
  fault('size/many-headers', ['network_error', 'too_large', 'ok'], ({ response }) => {
    for (let i = 0; i < 5_000; i++) response.setHeader(`x-${String(i)}`, 'a'.repeat(20));
    response.setHeader('content-type', HTML);
    response.end(page('En-têtes par milliers'));
  }),

  titled('charset/utf-16-header', 'text/html; charset=utf-16le', Buffer.from(bare, 'utf16le'), ACCENTED),
  titled('charset/utf-16-bom', 'text/html', Buffer.from(`\uFEFF${bare}`, 'utf16le'), ACCENTED),
  titled(
    'charset/xml-declaration',
    'text/html',
    Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${bare}`, 'latin1'),
    ACCENTED,
  ),
  titled('charset/empty-label', 'text/html; charset=', Buffer.from(bare), ACCENTED),

  titled('mime/empty-type', '', Buffer.from(page('Type vide')), 'Type vide'),
  titled('mime/two-types', 'text/html, text/html', Buffer.from(page('Deux types')), 'Deux types'),
  titled('mime/xhtml', XHTML, Buffer.from(xhtml('XHTML', '<p>Texte</p>')), 'XHTML'),
  titled('mime/xhtml-self-closed', XHTML, Buffer.from(xhtml('Fermées', '<div/>'.repeat(3_000))), 'Fermées'),
  ...Object.entries({
    'ill-formed': xhtml('Mal formé', '<p>Un<br>deux'),
    'html-entity': xhtml('Entité inconnue', '<p>Un&nbsp;mot</p>'),
    'no-namespace': xhtml('Sans espace de noms', '<p>Texte</p>').replace(/ xmlns="[^"]*"/, ''),
    laughs: `<!DOCTYPE html [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`)}]>${xhtml('Rires', '<p>&j;</p>').replace('<!DOCTYPE html>', '')}`,
    file: `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xhtml('Fichier', '<p>&a;</p>').replace('<!DOCTYPE html>', '')}`,
  }).map(([name, text]) => fault(`mime/xhtml-${name}`, ['invalid_content'], sends(XHTML, text))),
  fault('mime/xhtml-deep', ['too_large'], sends(XHTML, xhtml('Très profond', '<div>'.repeat(100_000)))),
  fault('mime/svg', ['not_html'], sends('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')),
  fault(
    'mime/wasm-said-html',
    ['not_html', 'invalid_content'],
    sends('text/html', Buffer.from('\0asm\x01\0\0\0<a href="/urls/trap">lien</a>', 'latin1')),
  ),
  fault('mime/gzip-said-html', ['not_html', 'invalid_content'], sends('text/html', gzipSync(plain))),

  fault('inject/formula-wide', ['ok'], html(page('＝1+1')), { title: '＝1+1' }),
  fault(
    'inject/separators',
    ['ok'],
    html(page('ligne\u2028suivante\u2029\u0085fin', '<p><a href="/status/410">\u2066isolé\u200f</a></p>')),
  ),
  fault(
    'inject/style-break',
    ['ok'],
    html(page('</style></title></textarea><script>globalThis.pwned=1</script>', escapeHtml('</style>'))),
  ),
  fault(
    'browser/csp-long',
    ['ok'],
    html(page('Avant', '<script>document.title = "Après";</script>'), {
      'content-security-policy': `default-src 'none'; img-src ${'https://images.exemple.fr '.repeat(60)}; script-src 'unsafe-inline'`,
    }),
    { title: 'Après', maxSeconds: 45 },
  ),
  ...[
    ['csp-sandbox', ''],
    ['frame-sandbox', '<iframe sandbox title="Cadre" srcdoc="<p>Texte.</p>"></iframe>'],
    ['hash-storm', '<script>setInterval(() => { location.hash = Math.random(); }, 10);</script>'],
    ['rewrites', '<script>Promise = null; Array.prototype.map = null; JSON.stringify = null;</script>'],
    ['modal', '<dialog>Choisir</dialog><script>document.querySelector("dialog").showModal();</script>'],
    ['busy-worker', '<script>new Worker(URL.createObjectURL(new Blob(["for (;;);"])));</script>'],
    [
      'form-storm',
      '<form method="post" action="/urls/form-target"></form><script>document.forms[0].submit();</script>',
    ],
    ['crash', '<script>location = "chrome://crash";</script>'],
  ].map(([name = '', markup = '']): Fault => ({
    ...fault(
      `browser/${name}`,
      ['ok'],
      html(
        page(`Navigateur : ${name}`, `<img src="data:,">${markup}`),
        name === 'csp-sandbox' ? { 'content-security-policy': 'sandbox' } : {},
      ),
      { maxSeconds: 45 },
    ),
    judge: ({ row, report }) =>
      report.findings.some(({ url, check }) => url === row?.url && check === 'axe/image-alt')
        ? []
        : ['it is not judged'],
  })),
];
