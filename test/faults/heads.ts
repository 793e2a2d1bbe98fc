import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { AddressOutcome } from '@qualepref/crawler';
import { html, page, redirects, repeats, says, sends, writes, type Exchange, type Fault } from './fault.ts';

const TITLE = 'Réponse mal coiffée';
const BODY = page(TITLE, '<p>Le texte est là.</p>');
const TYPE = 'Content-Type: text/html; charset=utf-8';
const LENGTH = `Content-Length: ${String(Buffer.byteLength(BODY))}`;
const OK = 'HTTP/1.1 200 OK';

/** Lines of a head, with CRLF. */
const head = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const whole = (...lines: string[]): string => `${head(OK, TYPE, ...lines)}${BODY}`;

const fault = (name: string, outcomes: readonly AddressOutcome[], respond: Fault['respond']): Fault => ({
  id: `heads/${name}`,
  outcomes,
  rules: { maxRequests: 5, maxSeconds: 45 },
  respond,
});

/** What a browser reads, whatever stands around it. */
const read = (name: string, bytes: string | Uint8Array): Fault => {
  const made = fault(name, ['ok'], writes(bytes));
  return { ...made, rules: { ...made.rules, title: TITLE } };
};
/** What browsers refuse, or read each in its way: a page that is read, or an answer that is none. */
const odd = (name: string, bytes: string | Uint8Array): Fault =>
  fault(name, ['ok', 'network_error', 'invalid_content'], writes(bytes));
const broken = (name: string, bytes: string | Uint8Array, then?: 'end' | 'reset'): Fault =>
  fault(name, ['network_error', 'invalid_content'], writes(bytes, then));
const refused = (name: string, status: number, headers: Record<string, string> = {}): Fault =>
  fault(name, ['blocked'], says(status, headers));
/** A status that Node does not send. */
const stated = (name: string, line: string, ...outcomes: readonly AddressOutcome[]): Fault =>
  fault(name, outcomes, writes(`${head(line, TYPE, LENGTH)}${BODY}`));
const led = (name: string, location: string, outcomes: readonly AddressOutcome[] = ['redirected']): Fault =>
  fault(
    name,
    outcomes,
    writes(Buffer.from(head('HTTP/1.1 302 Found', `Location: ${location}`, 'Content-Length: 0'))),
  );
const encoded = (
  name: string,
  encoding: string,
  body: Uint8Array | string,
  ...outcomes: AddressOutcome[]
): Fault => {
  const made = fault(
    name,
    outcomes.length > 0 ? outcomes : ['ok'],
    sends('text/html; charset=utf-8', body, { 'content-encoding': encoding }),
  );
  return outcomes.length > 0 ? made : { ...made, rules: { ...made.rules, title: TITLE } };
};
const typed = (name: string, type: string): Fault =>
  read(name, `${head(OK, `Content-Type: ${type}`, LENGTH)}${BODY}`);

const bytes = Buffer.from(BODY);
/** The body in chunks, their sizes and ends written as told. */
const chunks = (
  written: (size: number) => string,
  { line = '\r\n', last = '0\r\n\r\n', each = 50 } = {},
): Uint8Array => {
  const parts: Buffer[] = [Buffer.from(head(OK, TYPE, 'Transfer-Encoding: chunked'))];
  for (let at = 0; at < bytes.length; at += each) {
    const piece = bytes.subarray(at, at + each);
    parts.push(Buffer.from(`${written(piece.length)}${line}`), piece, Buffer.from(line));
  }
  return Buffer.concat([...parts, Buffer.from(last)]);
};
const hex = (size: number): string => size.toString(16);

const drips =
  (text: string, every: number) =>
  ({ socket, stage, sent }: Exchange): void => {
    let at = 0;
    socket.on('close', sent);
    repeats(socket, every / stage.haste, () => {
      if (at < text.length) socket.write(text.slice(at, at + 8));
      else {
        sent();
        socket.end();
      }
      at += 8;
    });
  };

/** What stands before a page: lines, statuses and headers that few servers mean. */
export const heads: readonly Fault[] = [
  // Answers before the answer.
  read('continue', `${head('HTTP/1.1 100 Continue')}${whole(LENGTH)}`),
  read('continue-three-times', `${head('HTTP/1.1 100 Continue').repeat(3)}${whole(LENGTH)}`),
  read('continue-with-headers', `${head('HTTP/1.1 100 Continue', 'X-Suite: oui')}${whole(LENGTH)}`),
  read('processing', `${head('HTTP/1.1 102 Processing')}${whole(LENGTH)}`),
  read('early-hints', `${head('HTTP/1.1 103 Early Hints', 'Link: </a.css>; rel=preload')}${whole(LENGTH)}`),
  broken('continue-alone', head('HTTP/1.1 100 Continue')),
  broken(
    'switching-protocols',
    head('HTTP/1.1 101 Switching Protocols', 'Upgrade: h2c', 'Connection: Upgrade'),
  ),

  // Lengths.
  odd('same-length-twice', whole(LENGTH, LENGTH)),
  odd('length-list', whole(`${LENGTH}, ${LENGTH.slice(16)}`)),
  odd('length-then-words', whole(`${LENGTH} octets`)),
  odd('length-signed', whole(LENGTH.replace(': ', ': +'))),
  odd('length-negative', whole('Content-Length: -1')),
  odd('length-empty', whole('Content-Length:')),
  fault(
    'length-beyond-numbers',
    ['network_error', 'too_large', 'invalid_content'],
    writes(whole(`Content-Length: ${'9'.repeat(30)}`)),
  ),
  odd('length-too-short', whole('Content-Length: 20')),

  // Lines.
  read('folded-header', whole('X-Pli: un\r\n deux\r\n\ttrois', LENGTH)),
  read('folded-type', `${head(OK, 'Content-Type: text/html;\r\n charset=utf-8', LENGTH)}${BODY}`),
  read('no-reason', `${head('HTTP/1.1 200', TYPE, LENGTH)}${BODY}`),
  read('empty-reason', `${head('HTTP/1.1 200 ', TYPE, LENGTH)}${BODY}`),
  read('hostile-reason', `${head('HTTP/1.1 200 <script>globalThis.pwned=1</script>', TYPE, LENGTH)}${BODY}`),
  odd('reason-60000', `${head(`HTTP/1.1 200 ${'a'.repeat(60_000)}`, TYPE, LENGTH)}${BODY}`),
  odd('line-feeds-alone', whole(LENGTH).replaceAll('\r\n', '\n')),
  odd('returns-alone', whole(LENGTH).replaceAll('\r\n', '\r')),
  odd('blank-lines-before', `\r\n\r\n${whole(LENGTH)}`),
  odd('nul-in-header', whole('X-Nul: a\0b', LENGTH)),
  odd('return-in-header', whole('X-Retour: a\rb', LENGTH)),
  odd('space-before-colon', whole('X-Espace : a', LENGTH)),
  odd('nameless-header', whole(': a', LENGTH)),
  odd('accented-name', Buffer.from(whole('X-Été: a', LENGTH))),
  read(
    'raw-bytes-in-header',
    Buffer.concat([
      Buffer.from(`${OK}\r\n${TYPE}\r\nX-Octets: `),
      Buffer.from([0xe9, 0xff, 0x80]),
      Buffer.from(`\r\n${LENGTH}\r\n\r\n${BODY}`),
    ]),
  ),
  read('headers-1000', whole(...Array.from({ length: 1_000 }, (_, at) => `X-${String(at)}: a`), LENGTH)),
  read('header-of-50-kb', whole(`X-Long: ${'a'.repeat(50_000)}`, LENGTH)),
  read(
    'cookies-500',
    whole(
      ...Array.from({ length: 500 }, (_, at) => `Set-Cookie: c${String(at)}=${'v'.repeat(50)}; Path=/heads/`),
      LENGTH,
    ),
  ),
  fault('head-in-drops', ['ok'], drips(whole(LENGTH), 100)),
  fault('head-without-end', ['timeout', 'network_error', 'too_large'], ({ socket, stage }) => {
    socket.write(`${OK}\r\n`);
    repeats(socket, 20 / stage.haste, () => socket.write(`X-Suite: ${'a'.repeat(50)}\r\n`));
  }),

  // Versions and statuses.
  read('http-1.0-kept-alive', whole('Connection: keep-alive', LENGTH).replace('1.1', '1.0')),
  odd('http-0.9', BODY),
  odd('http-1.2', whole(LENGTH).replace('1.1', '1.2')),
  odd('http-2.0', whole(LENGTH).replace('1.1', '2.0')),
  odd('lower-case', whole(LENGTH).replace('HTTP', 'http')),
  odd('icy', whole(LENGTH).replace('HTTP/1.1', 'ICY')),
  stated('status-0', 'HTTP/1.1 0 Rien', 'network_error', 'invalid_content', 'blocked'),
  stated('status-000', 'HTTP/1.1 000 Rien', 'network_error', 'invalid_content', 'blocked'),
  stated('status-99', 'HTTP/1.1 099 Peu', 'network_error', 'invalid_content', 'blocked'),
  stated('status-600', 'HTTP/1.1 600 Trop', 'blocked', 'network_error', 'invalid_content'),
  stated('status-2000', 'HTTP/1.1 2000 OK', 'network_error', 'invalid_content', 'blocked'),
  stated('status-words', 'HTTP/1.1 abc OK', 'network_error', 'invalid_content'),
  stated('status-negative', 'HTTP/1.1 -200 OK', 'network_error', 'invalid_content'),
  stated('status-300', 'HTTP/1.1 300 Multiple Choices', 'blocked'),
  stated('status-207', 'HTTP/1.1 207 Multi-Status', 'ok'),
  stated('status-203', 'HTTP/1.1 203 Non-Authoritative', 'ok'),
  stated('status-204-with-body', 'HTTP/1.1 204 No Content', 'invalid_content', 'not_html'),
  stated(
    'status-205-with-body',
    'HTTP/1.1 205 Reset Content',
    'invalid_content',
    'not_html',
    'network_error',
  ),
  stated('status-304-with-body', 'HTTP/1.1 304 Not Modified', 'blocked', 'invalid_content'),
  fault('status-305', ['blocked'], ({ response, stage }) => {
    response.writeHead(305, { location: `http://127.0.0.2:${String(stage.privatePort)}/` }).end();
  }),
  // Apart in the order of addresses: a host that refuses eight times in a row is asked no more.
  refused('credentials-digest', 401, { 'www-authenticate': 'Digest realm="a", nonce="b", qop="auth"' }),
  refused('credentials-negotiate', 401, { 'www-authenticate': 'Negotiate, NTLM' }),
  refused('credentials-bare', 401),
  refused('credentials-of-proxy', 407, { 'proxy-authenticate': 'Basic realm="mandataire"' }),
  refused('accept-406', 406),
  refused('early-425', 425),
  refused('header-431', 431),
  refused('law-451', 451),
  refused('misdirected-421', 421),
  refused('payment-402', 402),
  refused('upgrade-426', 426, { upgrade: 'TLS/1.3', connection: 'Upgrade' }),
  refused('after-a-word', 429, { 'retry-after': 'demain' }),
  refused('wait-negative', 429, { 'retry-after': '-5' }),
  ...[501, 504, 511, 520].map((status) => fault(`status-${String(status)}`, ['server_error'], says(status))),

  // Chunks.
  read(
    'chunk-extensions',
    chunks((size) => `${hex(size)};a=b;c="d"`),
  ),
  read(
    'chunk-zeros',
    chunks((size) => hex(size).padStart(10, '0')),
  ),
  read(
    'chunk-capitals',
    chunks((size) => hex(size).toUpperCase(), { each: 171 }),
  ),
  read('chunks-of-one', chunks(hex, { each: 1 })),
  read('trailers', chunks(hex, { last: '0\r\nX-Fin: oui\r\nContent-Type: text/plain\r\n\r\n' })),
  odd(
    'chunk-extension-of-1-mb',
    chunks((size) => `${hex(size)};${'a'.repeat(1_000_000)}`, { each: 500 }),
  ),
  odd(
    'chunk-spaces',
    chunks((size) => `${hex(size)} `),
  ),
  odd('chunk-line-feeds', chunks(hex, { line: '\n', last: '0\n\n' })),
  broken(
    'chunk-negative',
    chunks((size) => `-${hex(size)}`),
  ),
  broken(
    'chunk-prefix',
    chunks((size) => `0x${hex(size)}`),
  ),
  broken(
    'chunk-beyond-numbers',
    chunks(() => 'F'.repeat(17)),
  ),
  broken(
    'chunk-empty-size',
    chunks(() => ''),
  ),
  fault('trailers-without-end', ['timeout', 'network_error', 'too_large', 'ok'], ({ socket, stage }) => {
    socket.write(chunks(hex, { last: '0\r\n' }));
    repeats(socket, 50 / stage.haste, () => socket.write(`X-Suite: ${'a'.repeat(50)}\r\n`));
  }),
  odd('transfer-identity', whole('Transfer-Encoding: identity')),
  odd('transfer-unknown', whole('Transfer-Encoding: zut', LENGTH)),
  fault(
    'transfer-gzip',
    ['not_html', 'network_error', 'invalid_content', 'ok'],
    writes(Buffer.concat([Buffer.from(head(OK, TYPE, 'Transfer-Encoding: gzip')), gzipSync(BODY)])),
  ),
  odd('transfer-chunked-twice', Buffer.from(chunks(hex)).toString().replace('chunked', 'chunked, chunked')),

  // Ends.
  broken('reset-after-head', head(OK, TYPE, LENGTH), 'reset'),
  broken('end-after-head', head(OK, TYPE, LENGTH)),
  broken('end-in-head', `${OK}\r\n${TYPE}\r\nX-Co`),
  read('end-is-length', whole('Connection: close')),

  // Where a redirect leads.
  {
    ...led('location-accented', '/charset/accented-path/démarche'),
    rules: { maxRequests: 5, finalPath: '/charset/accented-path/d%C3%A9marche' },
  },
  fault(
    'location-latin-1',
    ['redirected', 'gone'],
    writes(
      Buffer.from(head('HTTP/1.1 302 Found', 'Location: /urls/accentu\u00e9', 'Content-Length: 0'), 'latin1'),
    ),
  ),
  ...[
    ' /status/ok ',
    '../status/ok',
    '../status/./x/../ok',
    '//127.0.0.1:PORT/status/ok',
    '/status/ok?',
    '/status/ok#:~:text=a',
  ].map((location, at): Fault => ({
    ...fault(`location-odd-${String(at)}`, ['redirected'], (exchange) => {
      const { port } = new URL(exchange.stage.origin);
      redirects(location.replace('PORT', port))(exchange);
    }),
    rules: { maxRequests: 5, finalPath: '/status/ok' },
  })),
  led('location-fragment-alone', '#suite', ['loop', 'invalid_content']),
  led('location-query-alone', '?suite=1', ['loop', 'redirected', 'trap']),
  led('location-spaced', '/status/ok mais loin', ['gone', 'redirected']),
  led('location-backslash', '\\status\\ok', ['redirected']),
  led('location-mail', 'mailto:agent@exemple.gouv.fr', ['out_of_scope']),
  led('location-port', 'http://127.0.0.1:99999/', ['invalid_content']),
  led('location-of-9000', `/status/${'a'.repeat(9_000)}`, [
    'invalid_content',
    'redirected',
    'out_of_scope',
    'gone',
  ]),
  fault('location-of-200', ['ok'], html(BODY, { location: '/status/404' })),
  fault('cookie-each-time', ['loop'], (exchange) => {
    exchange.response.setHeader('set-cookie', `tour=${String(exchange.visit)}; Path=/heads/`);
    redirects('/heads/cookie-each-time')(exchange);
  }),
  fault('refresh-header', ['ok', 'redirected'], html(BODY, { refresh: '0; url=/status/ok' })),
  fault('refresh-header-to-itself', ['ok', 'loop'], html(BODY, { refresh: '0' })),
  fault('refresh-header-to-neighbour', ['ok', 'out_of_scope'], (exchange) => {
    html(BODY, { refresh: `0;url=http://127.0.0.2:${String(exchange.stage.privatePort)}/` })(exchange);
  }),

  // Encodings.
  encoded('encoding-zstd', 'zstd', zstdCompressSync(BODY)),
  encoded('encoding-br', 'br', brotliCompressSync(BODY)),
  encoded('encoding-deflate', 'deflate', deflateSync(BODY)),
  encoded('encoding-deflate-raw', 'deflate', deflateRawSync(BODY)),
  encoded('encoding-capitals', 'GZIP', gzipSync(BODY)),
  encoded('encoding-old', 'x-gzip', gzipSync(BODY)),
  encoded('encoding-and-identity', 'identity, gzip,', gzipSync(BODY)),
  encoded('encoding-two', 'deflate, gzip', gzipSync(deflateSync(BODY))),
  read(
    'encoding-on-two-lines',
    Buffer.concat([
      Buffer.from(head(OK, TYPE, 'Content-Encoding: deflate', 'Content-Encoding: gzip', 'Connection: close')),
      gzipSync(deflateSync(BODY)),
    ]),
  ),
  encoded(
    'encoding-zstd-frames',
    'zstd',
    Buffer.concat([Buffer.from('502a4d1803000000', 'hex'), Buffer.from('vue'), zstdCompressSync(BODY)]),
  ),
  encoded('encoding-members', 'gzip', Buffer.concat([gzipSync(BODY.slice(0, 60)), gzipSync(BODY.slice(60))])),
  encoded(
    'encoding-then-garbage',
    'gzip',
    Buffer.concat([gzipSync(BODY), Buffer.alloc(20, 'x')]),
    'ok',
    'invalid_content',
  ),
  encoded('encoding-unknown', 'zorglub', BODY),
  encoded('encoding-charset', 'utf-8', BODY),
  encoded('encoding-none', 'none', BODY),
  encoded('encoding-empty', '', BODY),
  encoded('encoding-of-nothing', 'gzip', '', 'invalid_content'),
  encoded('encoding-br-lie', 'br', gzipSync(BODY), 'invalid_content', 'network_error', 'not_html'),
  encoded('encoding-zstd-lie', 'zstd', BODY, 'invalid_content', 'network_error'),
  encoded('encoding-zstd-bomb', 'zstd', zstdCompressSync(Buffer.alloc(100_000_000, '<p>')), 'too_large'),
  fault('encoding-ten', ['invalid_content', 'network_error', 'too_large'], (exchange) => {
    const body = Array.from({ length: 10 }).reduce<Uint8Array>((inner) => gzipSync(inner), bytes);
    sends('text/html', body, { 'content-encoding': Array(10).fill('gzip').join(', ') })(exchange);
  }),

  // Types.
  typed('type-quote-open', 'text/html; charset="utf-8'),
  typed('type-short-label', 'text/html;charset=utf8'),
  typed('type-two-labels', 'text/html; charset=utf-8; charset=iso-8859-1'),
  typed('type-spaced-label', 'text/html; charset = utf-8'),
  typed('type-no-semicolon', 'text/html charset=utf-8'),
  typed('type-comma', 'text/html, charset=utf-8'),
  typed('type-semicolon-first', '; charset=utf-8'),
  typed('type-star', '*/*'),
  typed('type-one-word', 'html'),
  typed('type-many-parameters', `text/html; ${'a=b; '.repeat(2_000)}charset=utf-8`),
  odd('type-twice', `${head(OK, TYPE, 'Content-Type: text/plain', LENGTH)}${BODY}`),
  odd('type-twice-the-same', `${head(OK, TYPE, TYPE, LENGTH)}${BODY}`),
  ...[
    'inline; filename="page.html"',
    "inline; filename*=UTF-8''page%C3%A9.html",
    'filename=page.html',
    '',
  ].map((disposition, at) =>
    fault(
      `disposition-${String(at)}`,
      ['ok', 'not_html'],
      html(BODY, { 'content-disposition': disposition }),
    ),
  ),
  fault(
    'disposition-accented',
    ['not_html'],
    writes(Buffer.from(whole('Content-Disposition: attachment; filename="été.html"', LENGTH))),
  ),
  fault(
    'disposition-path',
    ['not_html'],
    writes(whole('Content-Disposition: ATTACHMENT; filename="../../evasion.html"', LENGTH)),
  ),
  odd(
    'range-unasked-whole',
    `${head('HTTP/1.1 206 Partial Content', TYPE, `Content-Range: bytes 0-9/10`, LENGTH)}${BODY}`,
  ),

  // Headers that ask a browser for something.
  fault('reports-asked', ['ok'], (exchange) => {
    const away = `http://127.0.0.2:${String(exchange.stage.privatePort)}/rapport`;
    html(page(TITLE, '<img alt="" src="https://absent.invalid/i.png">'), {
      'content-security-policy': `img-src 'none'; report-uri ${away}; report-to r`,
      'content-security-policy-report-only': `default-src 'none'; report-uri ${away}`,
      'reporting-endpoints': `r="${away}"`,
      'report-to': `{"group":"r","max_age":99999,"endpoints":[{"url":"${away}"}]}`,
      nel: '{"report_to":"r","max_age":99999,"success_fraction":1}',
      link: `<${away}>; rel=preload; as=script, <${away}>; rel=preconnect, <${away}>; rel=prefetch`,
      'speculation-rules': `"${away}"`,
      'alt-svc': `h3="127.0.0.2:${String(exchange.stage.privatePort)}"; ma=99999`,
      sourcemap: away,
    })(exchange);
  }),
  fault(
    'isolation',
    ['ok'],
    html(BODY, {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'document-policy': 'force-load-at-top',
      'permissions-policy': 'geolocation=(), unload=()',
      'clear-site-data': '"*"',
      'strict-transport-security': 'max-age=99999999; includeSubDomains; preload',
      'x-robots-tag': 'noindex, nofollow',
      'service-worker-allowed': '/',
      vary: '*',
      'last-modified': 'jamais',
      expires: '-1',
      etag: `"${'e'.repeat(10_000)}"`,
    }),
  ),
];
