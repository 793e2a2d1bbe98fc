import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createSecureContext, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { client, closeAll, html, listen } from './fetch-testing.ts';
import { issue, type Issued } from './fetch-testing-authority.ts';

const HOST = '127.0.0.1';
const authority = issue('Autorité d’essai');
const between = issue('Autorité intermédiaire', authority, { isAuthority: true });
const sound = issue(HOST, authority);

beforeAll(() => {
  setDefaultCACertificates([...getCACertificates('bundled'), authority.cert]);
});
afterAll(() => {
  setDefaultCACertificates(getCACertificates('bundled'));
});
afterEach(closeAll);

const secure = ({ cert, key }: Issued, options: ServerOptions = {}): Server =>
  createTlsServer({ cert, key, ...options }, html);
/** Speaks below TLS, once it was greeted. */
const below = (answer: (socket: Socket) => void): Server =>
  createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      answer(socket);
    });
  });
/** The beginning of an answer to a first greeting: a record of 122 bytes, of which nothing comes. */
const HALF = Buffer.from([0x16, 0x03, 0x03, 0x00, 0x7a, 0x02, 0x00]);

type Case = readonly [title: string, server: () => Server, said: string, address?: string];

/** What certificates, handshakes and the wrong port are recorded as: a fault of the connection, never of the page. */
const cases: readonly Case[] = [
  ['a sound certificate', () => secure(sound), 'ok'],
  ['a chain that is whole', () => secure(sound, chained()), 'ok'],
  ['a chain that lacks its middle', () => secure(issue(HOST, between)), 'network_error tls'],
  [
    'a certificate that has ended',
    () => secure(issue(HOST, authority, { days: ['200101', '200201'] })),
    'network_error tls',
  ],
  [
    'a certificate that has not begun',
    () => secure(issue(HOST, authority, { days: ['480101', '491231'] })),
    'network_error tls',
  ],
  ['a certificate for another host', () => secure(issue('127.0.0.9', authority)), 'network_error tls'],
  [
    'a certificate of nobody known',
    () => secure(issue(HOST, issue('Autorité d’essai'))),
    'network_error tls',
  ],
  ['a certificate signed by itself', () => secure(issue(HOST)), 'network_error tls'],
  ['a certificate that signs although it may not', () => secure(sound, chained(sound)), 'network_error tls'],
  [
    'a protocol that nobody should speak any more',
    () => secure(sound, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    'network_error tls',
  ],
  [
    'a server that wants to know who asks',
    () => secure(sound, { requestCert: true, rejectUnauthorized: true }),
    'network_error',
  ],
  [
    'one certificate a name, told apart by the greeting',
    () =>
      secure(issue('autre.exemple.test', authority), {
        SNICallback: (name, done) => {
          const { cert, key } = issue(name, authority);
          done(null, createSecureContext({ cert, key }));
        },
      }),
    'ok',
    'https://localhost',
  ],
  ['plain HTTP on the port of TLS', () => createHttpServer(html), 'network_error tls'],
  ['TLS on the port of plain HTTP', () => secure(sound), 'network_error', `http://${HOST}`],
  ['a handshake that never comes', () => below(() => undefined), 'timeout'],
  ['a handshake that stops half-way', () => below((socket) => void socket.write(HALF)), 'timeout'],
  [
    'a handshake that is reset',
    () => below((socket) => void socket.resetAndDestroy()),
    'network_error reset',
  ],
  ['a handshake that is closed', () => below((socket) => void socket.end()), 'network_error reset'],
  ['a handshake cut half-way', () => below((socket) => void socket.end(HALF)), 'network_error'],
  [
    'something else than a handshake',
    () => below((socket) => void socket.end('SSH-2.0-serveur\r\n')),
    'network_error tls',
  ],
];

function chained(signer: Issued = between): ServerOptions {
  const leaf = issue(HOST, signer);
  return { cert: leaf.cert + signer.cert, key: leaf.key };
}

const whole = cases.map(
  ([title, server, said, start = `https://${HOST}`]) => [title, server, said, start] as const,
);

test.each(whole)('%s is told as what it is', async (_, server, said, start) => {
  const { url } = await listen(server());
  const address = `${start}:${new URL(url).port}`;
  const limits = { connect: 400, firstByte: 800, deadline: 900, backOff: [] };
  const { hostname } = new URL(start);
  const { fetch } = client(address, { permittedPrivateHosts: [hostname], limits, ignoreRobotsErrors: true });
  const { outcome, reason = '' } = await fetch({ url: `${address}/page`, kind: 'page' });
  expect(`${outcome} ${reason}`).toMatch(new RegExp(`^${said}\\b`));
});
