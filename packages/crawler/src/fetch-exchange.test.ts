import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, client, closeAll, HTML, html, listen, site, wire } from './fetch-testing.ts';

afterEach(async () => {
  vi.unstubAllEnvs();
  await closeAll();
});

test('the faults of the wire are told apart', async () => {
  const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
  const failure = async (onRequest: (socket: Socket) => void) => {
    const { url } = await wire(onRequest);
    const { outcome, reason, body, requests } = await ask(`${url}/page`);
    expect(body).toBe(undefined);
    return [outcome, reason, requests];
  };
  expect(await failure((socket) => socket.end())).toEqual(['network_error', 'reset', 3]);
  expect(await failure((socket) => socket.resetAndDestroy())).toEqual(['network_error', 'reset', 3]);
  expect(await failure((socket) => socket.end(`${HEAD}content-length: 5000\r\n\r\n${HTML}`))).toEqual([
    'network_error',
    'truncated',
    3,
  ]);
  expect(
    await failure((socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`)),
  ).toEqual(['network_error', 'truncated', 3]);
  expect(
    await failure((socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n`)),
  ).toEqual(['network_error', 'protocol', 1]);
  expect(
    await failure((socket) => socket.end(`${HEAD}content-length: 3\r\ncontent-length: 5\r\n\r\nabcde`)),
  ).toEqual(['network_error', 'protocol', 1]);
  expect(await failure((socket) => socket.end('+OK POP3 ready\r\n'))).toEqual([
    'network_error',
    'protocol',
    1,
  ]);
  expect(await failure((socket) => socket.end(`${HEAD}x: ${'y'.repeat(1_000_000)}\r\n\r\n`))).toEqual([
    'network_error',
    'protocol',
    1,
  ]);
});

test('a connection cut once is tried again', async () => {
  const { url } = await wire((socket, count) => {
    if (count === 1) socket.destroy();
    else
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${String(HTML.length)}\r\n\r\n${HTML}`,
      );
  });
  expect(await ask(`${url}/page`)).toMatchObject({ outcome: 'ok', requests: 2 });
});

test('a host that cannot be reached is recorded as such, although robots.txt is asked first', async () => {
  const closed = await site();
  await closed.close();
  expect(await ask(`${closed.url}/page`)).toMatchObject({ outcome: 'network_error', reason: 'refused' });
  const { url } = await site();
  expect(await ask(`${url.replace('http:', 'https:')}/page`)).toMatchObject({
    outcome: 'network_error',
    reason: 'tls',
  });
  // Too long for a name: the system refuses it without asking anybody.
  const unknown = `https://${'a'.repeat(64)}.invalid`;
  expect(await ask(`${unknown}/page`)).toMatchObject({ outcome: 'network_error', reason: 'dns' });
});

test('an exchange has one deadline, which neither silence nor a slow drip escapes', async () => {
  const limits = { deadline: 300 };
  const drip = (socket: Socket, text: string) => {
    socket.write(text);
    const timer = setInterval(() => socket.write('x'), 50);
    socket.on('close', () => {
      clearInterval(timer);
    });
  };
  const faults: ((socket: Socket) => void)[] = [
    () => undefined,
    (socket) => {
      drip(socket, 'HTTP/1.1 200 OK\r\nx: ');
    },
    (socket) => {
      drip(socket, 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n');
    },
  ];
  for (const fault of faults) {
    const { url } = await wire(fault);
    const start = performance.now();
    expect(await ask(`${url}/page`, 'page', { limits })).toMatchObject({ outcome: 'timeout', requests: 1 });
    expect(performance.now() - start).toBeLessThan(3000);
  }
});

test('a page that is late but within the deadline is read', async () => {
  const { url } = await site({
    '/late': (request, response) =>
      setTimeout(() => {
        html(request, response);
      }, 300),
  });
  expect((await ask(`${url}/late`)).outcome).toBe('ok');
});

test('reading and decoding stop at the limit', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(50_000_000, ' '));
  const type = { 'content-type': 'text/html' };
  const { url, sockets } = await site({
    '/endless': (_, response) => {
      response.writeHead(200, type);
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
    '/bomb': (_, response) => response.writeHead(200, { ...type, 'content-encoding': 'br' }).end(bomb),
    '/zip': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/zip', 'content-length': '200000000' })
        .write('PK'),
  });
  expect(await ask(`${url}/endless`)).toMatchObject({ outcome: 'too_large', requests: 1 });
  expect(await ask(`${url}/bomb`)).toMatchObject({ outcome: 'too_large', requests: 1 });
  expect(await ask(`${url}/zip`)).toMatchObject({ outcome: 'not_html', size: 200_000_000, requests: 1 });
  await expect.poll(() => [...sockets].filter((socket) => socket.bytesWritten > 15_000_000).length).toBe(0);
});

test('a stopped audit stops its requests at once, and says so by an exception', async () => {
  const { url } = await site({ '/hang': () => undefined });
  const stop = new AbortController();
  const { fetch } = client(url);
  const pending = fetch({ url: `${url}/hang`, kind: 'page' }, stop.signal);
  setTimeout(() => {
    stop.abort();
  }, 200);
  await expect(pending).rejects.toThrow('aborted');
  await expect(fetch({ url: `${url}/other`, kind: 'page' }, stop.signal)).rejects.toThrow('aborted');
});

test('a header that cannot be sent is a fault of ours', async () => {
  const { url } = await site({ '/page': html });
  await expect(ask(`${url}/page`, 'page', { headers: { 'x-cle': 'a\nb' } })).rejects.toThrow('invalid');
});

test('public hosts are asked through the proxy that the environment declares, private ones without it', async () => {
  const own = await site({ '/page': html });
  const proxied: string[] = [];
  const server = createServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    proxied.push(request.url ?? '');
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const { hostname, port } = new URL(own.url);
    socket.pipe(connect(Number(port), hostname)).pipe(socket);
  });
  const proxy = await listen(server);
  vi.stubEnv('http_proxy', proxy.url);
  vi.stubEnv('no_proxy', '');
  const { fetch } = client(own.url, { asksOtherHosts: true });
  expect((await fetch({ url: `${own.url}/page`, kind: 'page' })).outcome).toBe('ok');
  expect(proxied).toEqual([]);
  expect((await fetch({ url: 'http://www.exemple.test/page', kind: 'external' })).outcome).toBe('ok');
  expect(new Set(proxied)).toEqual(new Set(['www.exemple.test:80']));
  expect((await fetch({ url: 'http://127.0.0.2/', kind: 'external' })).reason).toBe('private');
});
