import type { AddressOutcome } from '@qualepref/crawler';
import { html, page, repeats, writes, type Exchange, type Fault } from './fault.ts';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';
const BODY = page('Moitié de page', '<p>Le reste manque.</p>');
const CHUNKED = `${HEAD}Transfer-Encoding: chunked\r\n\r\n`;

const fault = (
  name: string,
  outcomes: readonly AddressOutcome[],
  respond: Fault['respond'],
  rules: Fault['rules'] = {},
): Fault => ({ id: `wire/${name}`, outcomes, respond, rules: { maxRequests: 5, ...rules } });

/** Half a page is shown by a browser with its title; an audit never judges it. */
const unread = (made: Fault): Fault => ({
  ...made,
  judge: ({ row, report }) => [
    ...(row?.title === undefined ? [] : ['half a page has a title']),
    ...(report.findings.some(({ url, check }) => url === row?.url && check !== 'collection')
      ? ['half a page is judged']
      : []),
  ],
});

const drips =
  (text: (exchange: Exchange) => string) =>
  (exchange: Exchange): void => {
    const bytes = text(exchange);
    let at = 0;
    repeats(exchange.socket, 500 / exchange.stage.haste, () => {
      exchange.socket.write(bytes[at++ % bytes.length] ?? '');
    });
  };

const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** What is wrong below or beside HTTP. */
export const wire: readonly Fault[] = [
  fault('close-at-once', ['network_error'], ({ socket }) => socket.end()),
  fault('reset-at-once', ['network_error'], ({ socket }) => socket.resetAndDestroy()),
  unread(
    fault(
      'reset-mid-body',
      ['network_error'],
      writes(`${HEAD}Content-Length: ${String(BODY.length * 2)}\r\n\r\n${BODY}`, 'reset'),
    ),
  ),
  unread(fault('short-body', ['network_error'], writes(`${HEAD}Content-Length: 5000\r\n\r\n${BODY}`))),
  unread(
    fault(
      'bad-chunk',
      ['network_error', 'invalid_content'],
      writes(`${CHUNKED}${chunk(BODY)}zut\r\nsuite\r\n`),
    ),
  ),
  unread(fault('no-last-chunk', ['network_error'], writes(`${CHUNKED}${chunk(BODY)}`))),
  fault(
    'two-lengths',
    ['network_error', 'invalid_content'],
    writes(`${HEAD}Content-Length: 10\r\nContent-Length: ${String(Buffer.byteLength(BODY))}\r\n\r\n${BODY}`),
  ),
  fault(
    'header-without-colon',
    ['network_error', 'ok', 'invalid_content'],
    writes(`${HEAD}Sans deux points\r\nContent-Length: ${String(Buffer.byteLength(BODY))}\r\n\r\n${BODY}`),
  ),
  fault(
    'header-huge',
    ['network_error', 'too_large', 'invalid_content'],
    writes(`${HEAD}X-Long: ${'a'.repeat(1_000_000)}\r\nContent-Length: 2\r\n\r\nok`),
  ),
  fault('not-http', ['network_error', 'invalid_content'], writes('220 ftp.exemple.fr prêt\r\n')),
  fault('hang', ['timeout'], () => undefined, { maxSeconds: 45 }),
  fault(
    'slow-headers',
    ['timeout'],
    drips(() => `${HEAD}X-Lent: ${'a'.repeat(2_000)}`),
    { maxSeconds: 45 },
  ),
  fault(
    'slow-body',
    ['timeout'],
    (exchange) => {
      exchange.socket.write(`${HEAD}Content-Length: 100000\r\n\r\n`);
      drips(() => BODY)(exchange);
    },
    { maxSeconds: 45 },
  ),
  fault('late', ['ok'], (exchange) => {
    setTimeout(() => {
      exchange.sent();
      html(page('Page tardive'))(exchange);
    }, 8_000 / exchange.stage.haste);
  }),
  fault(
    'endless',
    ['too_large'],
    ({ response, socket }) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const more = `<p>${'Sans fin. '.repeat(6_000)}</p>`;
      const write = (): void => {
        while (!socket.destroyed && response.write(more));
      };
      response.on('drain', write);
      write();
    },
    { maxSeconds: 45 },
  ),
];
