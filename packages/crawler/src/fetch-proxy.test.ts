import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client, closeAll, html, listen, says, site, type Listening } from './fetch-testing.ts';
import { issue } from './fetch-testing-authority.ts';

const authority = issue('Autorité d’essai');
const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
const AUTHORITY = join(dir, 'authority.pem');
writeFileSync(AUTHORITY, authority.cert);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await closeAll();
});

/** What a proxy was asked to connect to. */
interface Proxy extends Listening {
  readonly asked: readonly { readonly target: string; readonly authorization: string | undefined }[];
}

/** A proxy on a private address that nobody permitted; it leads every name to one server. */
async function proxyTo(server: string | number, host = '127.0.0.2'): Promise<Proxy> {
  const asked: Proxy['asked'][number][] = [];
  const proxy = createServer();
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    const { 'proxy-authorization': authorization } = request.headers;
    asked.push({ target: request.url ?? '', authorization });
    socket.on('error', () => undefined);
    if (typeof server === 'number') {
      socket.end(`HTTP/1.1 ${String(server)} Non\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(server);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.pipe(connect(Number(port), hostname).on('error', () => socket.destroy())).pipe(socket);
  });
  return { ...(await listen(proxy, host)), asked };
}

const external = (url: string) => ({ url, kind: 'external' as const });

test('public hosts are asked through the declared proxy, though it is private; permitted ones without it', async () => {
  const own = await site({ '/page': html });
  const proxy = await proxyTo(own.url);
  vi.stubEnv('HTTP_PROXY', proxy.url);
  const { fetch } = client(own.url, { asksOtherHosts: true });
  expect((await fetch({ url: `${own.url}/page`, kind: 'page' })).outcome).toBe('ok');
  expect(proxy.asked).toEqual([]);
  expect((await fetch(external('http://www.exemple.test/page'))).outcome).toBe('ok');
  expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(['www.exemple.test:80']));
});

test('another host than the site is asked slowly and one address at a time, whatever the site allows', async () => {
  const own = await site({ '/x': html });
  vi.stubEnv('HTTP_PROXY', (await proxyTo(own.url)).url);
  const { fetch } = client(own.url, { asksOtherHosts: true, concurrency: 4, limits: { elsewhere: 150 } });
  const gap = async (origin: string) => {
    own.asked.length = 0;
    await Promise.all([1, 2].map((n) => fetch(external(`${origin}/x?${String(n)}`))));
    const [first, second] = own.asked.filter(({ line }) => line.startsWith('HEAD'));
    return (second?.at ?? 0) - (first?.at ?? 0);
  };
  expect(await gap('http://www.exemple.test')).toBeGreaterThanOrEqual(120);
  expect(await gap(own.url)).toBeLessThan(120);
});

test('the name and password of a proxy go to it and no further', async () => {
  const own = await site({ '/page': html });
  const proxy = await proxyTo(own.url);
  vi.stubEnv('HTTP_PROXY', proxy.url.replace('//', '//agent:s3cret@'));
  await client(own.url, { asksOtherHosts: true }).fetch(external('http://www.exemple.test/page'));
  expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from('agent:s3cret').toString('base64')}`);
  for (const { headers } of own.asked) expect(headers['proxy-authorization']).toBe(undefined);
});

test('what is private by itself is refused before the proxy hears of it, even through a redirect', async () => {
  const own = await site({ '/robots.txt': says(302, { location: 'http://169.254.169.254/robots.txt' }) });
  const proxy = await proxyTo(own.url);
  vi.stubEnv('HTTP_PROXY', proxy.url);
  const { fetch } = client(own.url, { asksOtherHosts: true });
  for (const host of ['127.0.0.2', '10.0.0.1', '169.254.169.254', '[::1]', 'localhost', '2130706434'])
    expect((await fetch(external(`http://${host}/`))).reason, host).toBe('private');
  expect(proxy.sockets.size).toBe(0);
  expect((await fetch(external('http://www.exemple.test/'))).reason).toBe('robots-unreachable');
  expect(proxy.asked.map(({ target }) => target)).toEqual(['www.exemple.test:80']);
});

test('NO_PROXY names what is asked directly, by name or by domain', async () => {
  const own = await site({ '/page': html });
  const proxy = await proxyTo(own.url);
  vi.stubEnv('HTTP_PROXY', proxy.url);
  // Too long for a name: the system refuses it without asking anybody.
  const unknown = `${'a'.repeat(64)}.invalid`;
  const reason = async (noProxy: string) => {
    vi.stubEnv('NO_PROXY', noProxy);
    const { fetch } = client(own.url, { asksOtherHosts: true });
    const { outcome, reason } = await fetch(external(`http://${unknown}/page`));
    return reason ?? outcome;
  };
  for (const noProxy of [unknown, '.invalid', 'autre.fr, *.invalid', '*'])
    expect(await reason(noProxy), noProxy).toBe('dns');
  expect(await reason('autre.invalid')).toBe('ok');
});

test('a proxy that refuses, or cannot be reached, says nothing of the site: to be checked, never a dead link', async () => {
  const own = await site();
  const gone = await proxyTo(own.url);
  await gone.close();
  for (const proxy of [await proxyTo(403), await proxyTo(407), await proxyTo(502), gone]) {
    vi.stubEnv('HTTP_PROXY', proxy.url);
    const { fetch } = client(own.url, { asksOtherHosts: true });
    expect(await fetch(external('http://www.exemple.test/'))).toMatchObject({
      ...{ outcome: 'blocked', reason: 'proxy', requests: 0 },
    });
  }
});

test.each<[string, (socket: Socket) => void]>([
  ['closes', (socket) => void socket.end()],
  ['resets', (socket) => void socket.resetAndDestroy()],
  ['says something else', (socket) => void socket.end('SSH-2.0-mandataire\r\n')],
  ['asks who goes there, for ever', (socket) => void socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(3))],
  ['never answers', () => undefined],
])('a proxy that %s says nothing of the site either', async (_, answer) => {
  const proxy = await listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        answer(socket);
      });
    }),
    '127.0.0.2',
  );
  vi.stubEnv('HTTP_PROXY', proxy.url);
  const limits = { connect: 400, firstByte: 800, deadline: 900, backOff: [] };
  const { fetch } = client((await site()).url, { asksOtherHosts: true, limits });
  const { outcome } = await fetch(external('http://www.exemple.test/'));
  expect(['blocked', 'refused_by_robots', 'timeout']).toContain(outcome);
});

test.each<[string, boolean]>([
  ['exemple.invalid', true],
  ['EXEMPLE.Invalid', true],
  ['.exemple.invalid', true],
  ['*.exemple.invalid', true],
  ['autre.invalid,exemple.invalid', true],
  [' autre.invalid , exemple.invalid ', true],
  ['autre.invalid exemple.invalid', true],
  ['www.exemple.invalid:80', true],
  ['www.exemple.invalid:8080', false],
  ['xemple.invalid', false],
  ['exemple', false],
  ['www.exemple.invalid.fr', false],
  [',', false],
])('NO_PROXY written « %s » leaves out www.exemple.invalid: %s', async (written, isLeftOut) => {
  const own = await site({ '/page': html });
  const proxy = await proxyTo(own.url);
  vi.stubEnv('HTTP_PROXY', proxy.url);
  // Too long for a name: the system refuses it without asking anybody.
  const named = (text: string): string =>
    text.replace('exemple', 'a'.repeat(64)).replace('EXEMPLE', 'A'.repeat(64));
  vi.stubEnv('NO_PROXY', named(written));
  const { fetch } = client(own.url, { asksOtherHosts: true });
  await fetch(external(named('http://www.exemple.invalid/page')));
  expect(proxy.asked.length === 0).toBe(isLeftOut);
});

const ASK = `
  import { createFetch } from ${JSON.stringify(import.meta.resolve('./fetch.ts'))};
  const [url, permitted] = process.argv.slice(1);
  const { fetch, close } = createFetch({
    userAgent: 'qualepref/1.0', headers: {}, site: { address: new URL(url).origin, aliases: [] },
    permittedPrivateHosts: permitted === undefined ? [] : [permitted], asksOtherHosts: false,
    delay: 0, concurrency: 1, ignoreRobotsErrors: false, now: () => new Date(),
  });
  const { outcome, reason } = await fetch({ url, kind: 'page' });
  await close();
  process.stdout.write(reason ?? outcome);
`;

/** Asks from a process of its own: authorities are read once, when it starts. */
async function askFromNode(
  args: readonly string[],
  { env = {}, options = [] }: { env?: Record<string, string>; options?: readonly string[] } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@qualepref/source', ...options, '--input-type=module', '--eval', ASK, '--', ...args],
    { env: { ...process.env, ...env } },
  );
  return stdout;
}

/** A site over TLS, on its port of loopback; its certificate comes from our authority. */
async function secureSite(host: string): Promise<{ readonly port: string; readonly url: string }> {
  const { cert, key } = issue(host, authority);
  const { url } = await listen(createTlsServer({ cert, key }, html));
  return { port: new URL(url).port, url };
}

test('a certificate of a private authority is accepted once the environment names it, in either way', async () => {
  const { port } = await secureSite('127.0.0.1');
  const args = [`https://127.0.0.1:${port}/page`, '127.0.0.1'];
  expect(await askFromNode(args)).toBe('tls');
  expect(await askFromNode(args, { env: { NODE_EXTRA_CA_CERTS: AUTHORITY } })).toBe('ok');
  const system = { env: { SSL_CERT_FILE: AUTHORITY }, options: ['--use-system-ca'] };
  // The file stands for the system's own store where there is one to name.
  if (process.platform === 'linux') expect(await askFromNode(args, system)).toBe('ok');
});

test('a site over TLS is reached through the proxy of HTTPS_PROXY, and is still judged by its own certificate', async () => {
  const { url } = await secureSite('www.exemple.test');
  const proxy = await proxyTo(url);
  const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: AUTHORITY };
  expect(await askFromNode(['https://www.exemple.test/page'], { env })).toBe('ok');
  expect(await askFromNode(['https://autre.exemple.test/page'], { env })).toBe('tls');
  expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(
    new Set(['www.exemple.test:443', 'autre.exemple.test:443']),
  );
});

test.each(['pas une adresse', 'ftp://mandataire'])('a proxy written « %s » is told as such', (written) => {
  vi.stubEnv('HTTPS_PROXY', written);
  expect(() => client('http://127.0.0.1:9')).toThrow(/mandataire ne se lit pas/);
});
