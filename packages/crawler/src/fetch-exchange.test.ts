import dns from 'node:dns';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, client, closeAll, HTML, html, site, wire } from './fetch-testing.ts';

afterEach(closeAll);

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
  ).toEqual(['network_error', 'protocol', 2]);
  expect(
    await failure((socket) => socket.end(`${HEAD}content-length: 3\r\ncontent-length: 5\r\n\r\nabcde`)),
  ).toEqual(['network_error', 'protocol', 2]);
  expect(await failure((socket) => socket.end('+OK POP3 ready\r\n'))).toEqual([
    'network_error',
    'protocol',
    2,
  ]);
  expect(await failure((socket) => socket.end(`${HEAD}x: ${'y'.repeat(1_000_000)}\r\n\r\n`))).toEqual([
    'network_error',
    'protocol',
    2,
  ]);
});

test('encodings written on two lines are undone as on one', async () => {
  const body = gzipSync(deflateSync(HTML));
  const { url } = await wire((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: deflate\r\n');
    socket.write(`content-encoding: gzip\r\ncontent-length: ${String(body.length)}\r\n\r\n`);
    socket.end(body);
  });
  const asked = await ask(`${url}/page`);
  expect([asked.outcome, Buffer.from(asked.body ?? []).toString()]).toEqual(['ok', HTML]);
});

test('what browsers forgive is read the second time, and at once where it is the habit', async () => {
  const BODY = `content-length: ${String(HTML.length)}\r\n\r\n${HTML}`;
  const OK = 'HTTP/1.1 200 OK\r\ncontent-type: text/html';
  for (const answer of [
    `HTTP/1.1 100 Continue\r\n\r\n${OK}\r\n${BODY}`,
    `${OK};\r\n charset=utf-8\r\n${BODY}`,
    `${OK}\r\n${BODY}`.replaceAll('\r\n', '\n'),
  ]) {
    const { url } = await wire((socket) => socket.end(answer));
    const { fetch } = client(url);
    const asked = async (path: string) => {
      const { outcome, requests, body } = await fetch({ url: `${url}${path}`, kind: 'page' });
      return [outcome, requests, Buffer.from(body ?? []).toString()];
    };
    for (let at = 1; at <= 5; at += 1) expect(await asked(`/${String(at)}`)).toEqual(['ok', 2, HTML]);
    expect(await asked('/6')).toEqual(['ok', 1, HTML]);
  }
});

test('an answer in another protocol is none', async () => {
  const { url } = await wire((socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'),
  );
  expect(await ask(`${url}/page`)).toMatchObject({
    outcome: 'network_error',
    reason: 'protocol',
    requests: 2,
  });
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

test('headers have a deadline of their own, which a body that follows does not share', async () => {
  const limits = { firstByte: 200, deadline: 5000 };
  const { url } = await site({
    '/silent': () => undefined,
    '/slow': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write(HTML);
      setTimeout(() => response.end(), 500);
    },
  });
  const { fetch } = client(url, { limits });
  expect(await fetch({ url: `${url}/silent`, kind: 'page' })).toMatchObject({
    ...{ outcome: 'timeout', reason: 'silent', requests: 1 },
  });
  expect((await fetch({ url: `${url}/slow`, kind: 'page' })).outcome).toBe('ok');
});

test('a document asked whole has a longer deadline', async () => {
  const { url } = await site({
    '/a.pdf': (_, response) => {
      response.write('%PDF');
      setTimeout(() => response.end(), 2_000);
    },
  });
  const { fetch } = client(url, { limits: { deadline: 200, longDeadline: 60_000 } });
  const whole = (isWhole: boolean) => fetch({ url: `${url}/a.pdf`, kind: 'document', isWhole });
  expect((await whole(false)).outcome).toBe('timeout');
  expect((await whole(true)).size).toBe(4);
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
  const bomb = brotliCompressSync(Buffer.alloc(50_000_000, ' '), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
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
  // What is not read any more is not sent either, but for what the system holds between the two.
  await expect.poll(() => [...sockets].filter(({ destroyed }) => !destroyed).length).toBe(0);
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

test('a name that is public the first time and private the next is refused the next time, without a connection', async () => {
  const near = await site({ '/page': html }, '127.0.0.2');
  const { port } = new URL(near.url);
  // Of the documentation: nobody answers there.
  const answers = [[{ address: '192.0.2.1', family: 4 }], [{ address: '127.0.0.2', family: 4 }]];
  const lookups: string[] = [];
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((
    name: string,
    _: object,
    done: (error: null, found: object[]) => void,
  ) => {
    done(null, answers[Math.min(lookups.push(name), answers.length) - 1] ?? []);
  }) as never);
  try {
    const url = `http://www.exemple.test:${port}/page`;
    const { fetch } = client(new URL(url).origin, {
      ignoreRobotsErrors: true,
      limits: { connect: 200, backOff: [] },
    });
    const outcomes = [];
    for (const path of ['1', '2', '3']) {
      const { outcome, reason } = await fetch({ url: `${url}?${path}`, kind: 'page' });
      outcomes.push(reason ?? outcome);
    }
    expect(outcomes.at(-1)).toBe('private');
    expect(outcomes).not.toContain('ok');
    expect(new Set(lookups)).toEqual(new Set(['www.exemple.test']));
    expect(lookups.length).toBeGreaterThan(1);
    // Both at once: the private one is left out, and the public one is tried alone.
    answers.splice(0, 2, [
      { address: '192.0.2.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ]);
    await fetch({ url: `${url}?4`, kind: 'page' });
    expect(near.sockets.size).toBe(0);
  } finally {
    lookup.mockRestore();
  }
});
