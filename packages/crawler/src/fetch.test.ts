import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { AddressKind } from './facts.ts';
import type { FetchOptions } from './fetch.ts';
import { ask, client, closeAll, HTML, html, inTurn, says, site } from './fetch-testing.ts';

afterEach(closeAll);

test('a page is given whole, with its day, its kept headers and nothing else', async () => {
  const { url } = await site({
    '/page': (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html', ETag: 'x'.repeat(2000), 'Set-Cookie': 'a=1' })
        .end(HTML),
  });
  const fetched = await ask(`${url}/page`);
  expect(fetched).toMatchObject({
    url: `${url}/page`,
    outcome: 'ok',
    status: 200,
    size: HTML.length,
    requests: 1,
  });
  expect(fetched.fetchedOn).toBe('2026-11-24');
  expect(Buffer.from(fetched.body ?? []).toString()).toBe(HTML);
  expect(Object.keys(fetched.headers)).toEqual(['content-type', 'etag']);
  expect(fetched.headers['etag']).toHaveLength(1000);
});

test('a policy is kept whole, all of those that are sent, or not at all', async () => {
  const long = `img-src ${'https://images.exemple.fr '.repeat(80)}; upgrade-insecure-requests`;
  const sends =
    (...policies: string[]): RequestListener =>
    (_, response) => {
      for (const policy of policies) response.appendHeader('content-security-policy', policy);
      response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
    };
  const { url } = await site({
    '/two': sends(long, "script-src 'none'"),
    '/endless': sends('a '.repeat(9_000)),
  });
  const { fetch } = client(url);
  const policyOf = async (path: string): Promise<string | undefined> =>
    (await fetch({ url: `${url}${path}`, kind: 'page' })).headers['content-security-policy'];
  expect(await policyOf('/two')).toBe(`${long}, script-src 'none'`);
  expect(await policyOf('/endless')).toBe(undefined);
});

test('each request names us, and carries neither credentials nor fragment', async () => {
  const { url, asked, lines } = await site({ '/page': html });
  const { fetch } = client(url);
  const fetched = await fetch({ url: `${url.replace('//', '//moi:secret@')}/page?x=1#bas`, kind: 'page' });
  await fetch({ url: `${url}/page`, kind: 'page' });
  expect(fetched.url).toBe(`${url}/page?x=1`);
  expect(lines()).toEqual(['GET /page?x=1', 'GET /page']);
  for (const { headers } of asked) {
    expect(headers['user-agent']).toBe('qualepref/1.0 (+test@exemple.fr)');
    expect(headers.authorization).toBe(undefined);
  }
});

test('a cookie goes back to its host during the run, to no other, and is not kept', async () => {
  const setting: RequestListener = (_, response) =>
    response.writeHead(200, { 'set-cookie': 'a=1; Path=/', 'content-type': 'text/html' }).end(HTML);
  const own = await site({ '/page': setting });
  const other = await site({ '/page': html });
  const { fetch } = client(own.url, { headers: { cookie: 'z=9' } });
  const first = await fetch({ url: `${own.url}/page`, kind: 'page' });
  await fetch({ url: `${own.url}/page?2`, kind: 'page' });
  await fetch({ url: `${other.url}/page`, kind: 'external' });
  expect(first.headers).toEqual({ 'content-type': 'text/html' });
  expect(own.asked.map(({ headers }) => headers.cookie)).toEqual(['z=9', 'z=9', 'z=9; a=1']);
  expect(other.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  await ask(`${own.url}/page?3`);
  expect(own.asked.at(-1)?.headers.cookie).toBe(undefined);
});

test('a wall that lets through whoever brings back its cookie is passed once; another is a redirect', async () => {
  const wall: RequestListener = (request, response) => {
    if (request.headers.cookie === 'passage=1') html(request, response);
    else response.writeHead(302, { location: '/wall', 'set-cookie': 'passage=1; Path=/' }).end();
  };
  let turn = 0;
  const { url, lines } = await site({
    '/wall': wall,
    '/deaf': says(302, { location: '/deaf', 'set-cookie': 'autre=1; Path=/deaf' }),
    '/forever': (_, response) => {
      turn += 1;
      response.writeHead(302, { location: '/forever', 'set-cookie': `tour=${String(turn)}` }).end();
    },
  });
  const { fetch } = client(url);
  const asked = async (path: string, kind: AddressKind = 'page') => {
    const { outcome, requests } = await fetch({ url: `${url}${path}`, kind });
    return [outcome, requests];
  };
  expect(await asked('/wall')).toEqual(['ok', 2]);
  expect(await asked('/wall')).toEqual(['ok', 1]);
  expect(await asked('/deaf')).toEqual(['redirected', 2]);
  expect(await asked('/deaf')).toEqual(['redirected', 1]);
  expect(await asked('/forever')).toEqual(['redirected', 2]);
  expect(lines()).toHaveLength(8);
});

test('extra headers go to the site only, and cannot hide who we are', async () => {
  const own = await site({ '/page': html });
  const other = await site({ '/page': html });
  const { fetch } = client(own.url, { headers: { Authorization: 'Basic eDp5', 'User-Agent': 'autre' } });
  await fetch({ url: `${own.url}/page`, kind: 'page' });
  await fetch({ url: `${other.url}/page`, kind: 'external' });
  expect(own.asked.map(({ headers }) => headers.authorization)).toEqual(['Basic eDp5', 'Basic eDp5']);
  expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  expect(own.asked[0]?.headers['user-agent']).toBe('qualepref/1.0 (+test@exemple.fr)');
});

test('a redirect is one hop, not followed', async () => {
  const { url, lines } = await site({ '/a': says(302, { location: 'b?x=1#bas' }), '/b': html });
  expect(await ask(`${url}/a`)).toMatchObject({
    outcome: 'redirected',
    status: 302,
    location: `${url}/b?x=1`,
    requests: 1,
  });
  expect(lines()).toEqual(['GET /a']);
});

test('the site and its aliases are asked from the server that answers for them, and keep their name', async () => {
  const real = await site({
    '/a': html,
    '/b': (_, response) => response.writeHead(301, { location: `${real.url}/a` }).end(),
    '/c': says(301, { location: '/a' }),
  });
  const { fetch } = client('https://www.departement.gouv.fr', {
    site: {
      address: 'https://www.departement.gouv.fr/',
      servedBy: `${real.url}/`,
      aliases: ['http://ancien.gouv.fr'],
    },
    headers: { 'x-cle': 'oui' },
  });
  expect(await fetch({ url: 'https://www.departement.gouv.fr/a', kind: 'page' })).toMatchObject({
    url: 'https://www.departement.gouv.fr/a',
    outcome: 'ok',
  });
  expect((await fetch({ url: 'http://ancien.gouv.fr/a', kind: 'page' })).outcome).toBe('ok');
  for (const path of ['b', 'c'])
    expect((await fetch({ url: `https://www.departement.gouv.fr/${path}`, kind: 'page' })).location).toBe(
      'https://www.departement.gouv.fr/a',
    );
  expect((await fetch({ url: 'https://www.departement.gouv.fr//autre.fr/a', kind: 'page' })).outcome).toBe(
    'gone',
  );
  expect(real.asked.map(({ line }) => line)).toEqual([
    'GET /robots.txt',
    'GET /a',
    'GET /a',
    'GET /b',
    'GET /c',
    'GET //autre.fr/a',
  ]);
  expect(new Set(real.asked.map(({ headers }) => headers.host))).toEqual(new Set([new URL(real.url).host]));
  expect(real.asked[0]?.headers['x-cle']).toBe('oui');
});

test('a private host that was not given is refused without a connection, in every spelling', async () => {
  const own = await site({ '/page': html });
  const stranger = await site({}, '127.0.0.2');
  const port = new URL(stranger.url).port;
  const { fetch, requestCount } = client(own.url, { asksOtherHosts: true });
  for (const host of ['127.0.0.2', '2130706434', '0x7f.2', '[::ffff:127.0.0.2]', 'localhost', 'x.localhost.'])
    for (const kind of ['page', 'document', 'external', 'asset'] as const)
      expect(await fetch({ url: `http://${host}:${port}/`, kind }), host).toMatchObject({
        outcome: 'out_of_scope',
        reason: 'private',
        requests: 0,
      });
  expect(requestCount()).toBe(0);
  expect(stranger.sockets.size).toBe(0);
});

test('a redirect of robots.txt to a private host is not followed', async () => {
  const stranger = await site({}, '127.0.0.2');
  const own = await site({
    '/robots.txt': says(302, { location: `${stranger.url}/robots.txt` }),
    '/page': html,
  });
  expect(await ask(`${own.url}/page`)).toMatchObject({
    outcome: 'refused_by_robots',
    reason: 'robots-unreachable',
  });
  expect(stranger.sockets.size).toBe(0);
});

test('what is not asked is said: other hosts, schemes, ports, what is no address', async () => {
  const { fetch } = client('https://www.a.fr');
  const refusal = async (url: string, { fetch: asks } = { fetch }) => {
    const { outcome, reason, requests } = await asks({ url, kind: 'external' });
    return [outcome, reason, requests];
  };
  expect(await refusal('https://www.b.fr/')).toEqual(['out_of_scope', 'other-host', 0]);
  expect(await refusal('javascript:alert(1)')).toEqual(['out_of_scope', 'scheme', 0]);
  expect(await refusal('http://[')).toEqual(['invalid_content', 'address', 0]);
  expect(
    await refusal('http://www.b.fr:8080/', client('https://www.a.fr', { asksOtherHosts: true })),
  ).toEqual(['out_of_scope', 'port', 0]);
});

test('a document is asked for its beginning only', async () => {
  let whole: Socket | undefined;
  const { url, asked } = await site({
    '/ranged.pdf': (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 0-1023/90000' }).end('%PDF'.padEnd(1024)),
    '/whole.pdf': (request, response) => {
      whole = request.socket;
      response.writeHead(200, { 'content-length': '50000000' }).write('%PDF'.padEnd(200_000));
    },
    '/small.pdf': (_, response) => response.end('%PDF'),
  });
  const { fetch } = client(url);
  const beginning = async (name: string) => {
    const { outcome, body, size } = await fetch({ url: `${url}/${name}`, kind: 'document' });
    return [outcome, body?.length, size];
  };
  expect(await beginning('ranged.pdf')).toEqual(['ok', 1024, 90_000]);
  expect(await beginning('whole.pdf')).toEqual(['ok', 1024, 50_000_000]);
  expect(await beginning('small.pdf')).toEqual(['ok', 4, 4]);
  expect(asked.at(-1)?.headers.range).toBe('bytes=0-1023');
  await expect.poll(() => whole?.destroyed).toBe(true);
});

test('a document of the sample is asked whole, once; one too large is known by its beginning', async () => {
  const large: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-length': '50000000' }).write('%PDF'.padEnd(200_000));
  const endless: RequestListener = (_, response) => {
    const more = (): void => {
      while (response.write('%PDF'.padEnd(65_536)));
    };
    response.on('drain', more);
    more();
  };
  const { url, asked, lines } = await site({
    '/a.pdf': (_, response) => response.end('%PDF'.padEnd(3000)),
    '/large.pdf': large,
    '/endless.pdf': endless,
    '/empty.pdf': (_, response) => response.end(),
  });
  const { fetch } = client(url, { limits: { whole: 100_000 } });
  const whole = async (path: string) => {
    const { outcome, body, size } = await fetch({ url: url + path, kind: 'document', isWhole: true });
    return [outcome, body?.length, size];
  };
  expect(await whole('/a.pdf')).toEqual(['ok', 3000, 3000]);
  expect(await whole('/large.pdf')).toEqual(['ok', 1024, 50_000_000]);
  expect(await whole('/endless.pdf')).toEqual(['ok', 1024, undefined]);
  expect(await whole('/empty.pdf')).toEqual(['invalid_content', undefined, undefined]);
  expect(lines()).toHaveLength(4);
  for (const { headers } of asked) expect(headers.range).toBe(undefined);
});

test('a link is asked by HEAD, then by GET when HEAD is refused; its body is not read', async () => {
  const head =
    (answer: RequestListener): RequestListener =>
    (request, response) => {
      if (request.method === 'HEAD') answer(request, response);
      else response.writeHead(200, { 'content-length': '50000000' }).write('x');
    };
  const { url, lines } = await site({
    '/ok': says(200),
    '/405': head(says(405)),
    '/500': head(says(500)),
    '/cut': head((request) => request.socket.destroy()),
    '/gone': says(404),
    '/429': says(429),
  });
  const { fetch } = client(url, { limits: { backOff: [] } });
  const link = async (path: string) => (await fetch({ url: `${url}${path}`, kind: 'external' })).outcome;
  expect(await link('/ok')).toBe('ok');
  expect(await link('/405')).toBe('ok');
  expect(await link('/500')).toBe('ok');
  expect(await link('/cut')).toBe('ok');
  expect(await link('/gone')).toBe('gone');
  expect(await link('/429')).toBe('blocked');
  expect(lines()).toEqual([
    'HEAD /ok',
    ...['/405', '/500', '/cut', '/gone'].flatMap((path) => [`HEAD ${path}`, `GET ${path}`]),
    'HEAD /429',
  ]);
});

test('what may pass is tried again twice, what may not is not', async () => {
  const { url, lines } = await site({
    '/twice': inTurn(says(503), says(503), html),
    '/thrice': inTurn(says(500), says(500), says(500), html),
    '/404': says(404),
    '/403': says(403),
    '/401': says(401, { 'www-authenticate': 'Basic realm="x"' }),
    '/busy': says(429),
  });
  const { fetch } = client(url);
  const tried = async (path: string, kind: AddressKind = 'page') => {
    const { outcome, requests } = await fetch({ url: `${url}${path}`, kind });
    return [outcome, requests];
  };
  expect(await tried('/twice')).toEqual(['ok', 3]);
  expect(await tried('/thrice')).toEqual(['server_error', 3]);
  expect(await tried('/404')).toEqual(['gone', 1]);
  expect(await tried('/403')).toEqual(['blocked', 1]);
  expect(await tried('/401')).toEqual(['blocked', 1]);
  expect(await tried('/busy')).toEqual(['blocked', 3]);
  expect(lines().filter((line) => line.endsWith('/403'))).toHaveLength(1);
});

test('no address gets more than five requests, whatever its kind', async () => {
  const { url } = await site({ '/down': says(502) });
  for (const kind of ['page', 'document', 'external', 'asset'] as const)
    expect((await ask(`${url}/down`, kind)).requests, kind).toBeLessThanOrEqual(5);
});

test('the wait that the server asks for is respected, up to our patience', async () => {
  const { url, asked, lines } = await site({
    '/second': inTurn(says(429, { 'retry-after': '1' }), html),
    '/date': inTurn(says(503, { 'retry-after': 'Tue, 24 Nov 2026 09:00:01 GMT' }), html),
    '/past': inTurn(says(503, { 'retry-after': 'Tue, 24 Nov 2026 08:00:00 GMT' }), html),
    '/nonsense': inTurn(says(503, { 'retry-after': 'bientôt' }), html),
    '/month': says(429, { 'retry-after': '2592000' }),
  });
  const { fetch } = client(url, { limits: { backOff: [5, 10], patience: 1000 } });
  for (const path of ['second', 'date', 'past', 'nonsense'])
    expect((await fetch({ url: `${url}/${path}`, kind: 'page' })).outcome, path).toBe('ok');
  expect(await fetch({ url: `${url}/month`, kind: 'page' })).toMatchObject({
    outcome: 'blocked',
    requests: 1,
  });
  const [second, next, date, following] = asked.slice(1);
  expect(lines().slice(0, 4)).toEqual(['GET /second', 'GET /second', 'GET /date', 'GET /date']);
  expect((next?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThanOrEqual(999);
  expect((following?.at ?? 0) - (date?.at ?? 0)).toBeGreaterThanOrEqual(999);
});

test('robots.txt is asked once for each origin, before anything else, and obeyed', async () => {
  const { url, asked } = await site({
    '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /closed\nDisallow: /*?print='),
    '/open': html,
    '/closed': html,
  });
  const { fetch, requestCount } = client(url);
  const [open, closed, print, asset] = await Promise.all([
    fetch({ url: `${url}/open`, kind: 'page' }),
    fetch({ url: `${url}/closed`, kind: 'page' }),
    fetch({ url: `${url}/open?print=1`, kind: 'page' }),
    fetch({ url: `${url}/closed/style.css`, kind: 'asset' }),
  ]);
  expect(open.outcome).toBe('ok');
  for (const refused of [closed, print, asset])
    expect(refused).toMatchObject({ outcome: 'refused_by_robots', requests: 0 });
  expect(asked.map(({ line }) => line)).toEqual(['GET /robots.txt', 'GET /open']);
  expect(requestCount()).toBe(2);
});

test('each other host has its own robots.txt', async () => {
  const own = await site({ '/page': html });
  const other = await site({ '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /') });
  const { fetch } = client(own.url);
  expect((await fetch({ url: `${own.url}/page`, kind: 'page' })).outcome).toBe('ok');
  expect((await fetch({ url: `${other.url}/page`, kind: 'external' })).outcome).toBe('refused_by_robots');
  expect(other.lines()).toEqual([]);
});

test('a robots.txt that fails forbids everything, unless told to go on; a missing or odd one forbids nothing', async () => {
  const outcome = async (robots: RequestListener, options: Partial<FetchOptions> = {}) => {
    const { url, lines } = await site({ '/robots.txt': robots, '/page': html });
    const { outcome, reason } = await ask(`${url}/page`, 'page', options);
    expect(lines()).toHaveLength(outcome === 'ok' ? 1 : 0);
    return reason ?? outcome;
  };
  for (const status of [500, 502, 503, 304])
    expect(await outcome(says(status)), String(status)).toBe('robots-unreachable');
  expect(await outcome((request) => request.socket.destroy())).toBe('robots-unreachable');
  expect(await outcome(() => undefined, { limits: { deadline: 200 } })).toBe('robots-unreachable');
  expect(await outcome(says(503), { ignoreRobotsErrors: true })).toBe('ok');
  expect(await outcome(inTurn(says(503), says(503), says(404)))).toBe('ok');
  for (const status of [204, 401, 403, 404, 410, 429])
    expect(await outcome(says(status)), String(status)).toBe('ok');
  expect(await outcome(html)).toBe('ok');
});

test('robots.txt is read through five redirects, and 500 KiB far', async () => {
  const closed: RequestListener = (_, response) => response.end('User-agent: *\nDisallow: /closed');
  const hops = (count: number) => {
    const paths: Record<string, RequestListener> = {
      '/robots.txt': says(301, { location: '/1' }),
      '/closed': html,
    };
    for (let hop = 1; hop < count; hop += 1)
      paths[`/${String(hop)}`] = says(302, { location: `/${String(hop + 1)}` });
    return { ...paths, [`/${String(count)}`]: closed };
  };
  const outcome = async (paths: Record<string, RequestListener>) => {
    const { url } = await site(paths);
    return (await ask(`${url}/closed`)).outcome;
  };
  expect(await outcome(hops(5))).toBe('refused_by_robots');
  expect(await outcome(hops(6))).toBe('ok');
  const file = (text: string) => ({
    '/robots.txt': ((_, response) => response.end(text)) as RequestListener,
    '/closed': html,
  });
  const rules = 'User-agent: *\nDisallow: /closed\n';
  expect(await outcome(file(`# ${'x'.repeat(510 * 1024)}\n${rules}`))).toBe('refused_by_robots');
  // Far longer: what is read counts, the line that is cut does not.
  expect(await outcome(file(`${rules}# ${'x'.repeat(3_000_000)}`))).toBe('refused_by_robots');
  expect(await outcome(file(`${'#\n'.repeat(499_991)}${rules}`))).toBe('ok');
});

test('a robots.txt holds a day, then is asked again', async () => {
  const { url, asked } = await site({ '/page': html });
  let now = Date.parse('2026-11-24T09:00:00Z');
  const { fetch } = client(url, { now: () => new Date(now) });
  for (const hours of [0, 23.9, 0.2, 1]) {
    now += hours * 3_600_000;
    await fetch({ url: `${url}/page`, kind: 'page' });
  }
  expect(asked.filter(({ line }) => line === 'GET /robots.txt')).toHaveLength(2);
});

test('pages of one host are asked one after the other, at the longer of our delay and the site’s', async () => {
  const { url, asked } = await site({
    '/robots.txt': (_, response) => response.end('User-agent: *\nCrawl-delay: 0.2'),
    '/a': html,
    '/b': html,
  });
  const gapOf = async (delay: number) => {
    asked.length = 0;
    const { fetch } = client(url, { delay });
    await Promise.all(['a', 'b'].map((path) => fetch({ url: `${url}/${path}`, kind: 'page' })));
    return (asked[2]?.at ?? 0) - (asked[1]?.at ?? 0);
  };
  // The exact pace is proven on a clock of the lane's own; a busy machine sees the first request late.
  expect(await gapOf(0)).toBeGreaterThanOrEqual(150);
  expect(await gapOf(0.4)).toBeGreaterThanOrEqual(300);
});

test('an address that must wait holds back itself, not its host', async () => {
  const { url, lines } = await site({
    '/busy': inTurn(says(429, { 'retry-after': '1' }), html),
    '/a': html,
    '/b': html,
  });
  const { fetch } = client(url);
  const done: string[] = [];
  await Promise.all(
    ['/busy', '/a', '/b'].map(async (path) => {
      const { outcome } = await fetch({ url: url + path, kind: 'page' });
      done.push(`${path} ${outcome}`);
    }),
  );
  expect(done).toEqual(['/a ok', '/b ok', '/busy ok']);
  expect(lines()).toEqual(['GET /busy', 'GET /a', 'GET /b', 'GET /busy']);
});

test('a host that refuses eight times in a row is asked nothing more, and only that host', async () => {
  const closed = await site({ '/page': says(403) });
  const other = await site({ '/page': html });
  const { fetch } = client(closed.url);
  const page = (n: number) => fetch({ url: `${closed.url}/page?${String(n)}`, kind: 'page' });
  for (let n = 1; n <= 8; n += 1) expect(await page(n)).toMatchObject({ outcome: 'blocked', status: 403 });
  const rest = await Promise.all([page(9), page(10)]);
  for (const given of rest)
    expect(given).toMatchObject({ outcome: 'blocked', reason: 'given-up', requests: 0 });
  expect((await fetch({ url: `${closed.url}/style.css`, kind: 'asset' })).reason).toBe('given-up');
  expect(closed.lines()).toHaveLength(8);
  expect((await fetch({ url: `${other.url}/page`, kind: 'external' })).outcome).toBe('ok');
});

test('a host given up between two tries of an address leaves it what it last answered', async () => {
  const { url, lines } = await site({ '/down': says(503) });
  const { fetch } = client(url, { limits: { refusals: 2 } });
  expect(await fetch({ url: `${url}/down`, kind: 'page' })).toMatchObject({
    ...{ outcome: 'blocked', status: 503, requests: 2 },
  });
  expect(lines()).toHaveLength(2);
});

test('outside the allowed hours nothing is sent; inside, the audit goes on', async () => {
  const { url, asked } = await site({ '/page': html });
  const began = performance.now();
  // Ten minutes before they open, two seconds a millisecond.
  const now = () => new Date(Date.parse('2026-11-24T18:50:00Z') + (performance.now() - began) * 2000);
  const pauses: string[] = [];
  const { fetch } = client(url, {
    ...{ now, hours: { from: '20:00', to: '07:00', zone: 'Europe/Paris' } },
    onPause: (until) => pauses.push(until.toISOString()),
    limits: { glance: 10 },
  });
  expect((await fetch({ url: `${url}/page`, kind: 'page' })).outcome).toBe('ok');
  expect((asked[0]?.at ?? 0) - began).toBeGreaterThanOrEqual(299);
  expect(pauses).toEqual(['2026-11-24T19:00:00.000Z']);
});

test('never more than eight requests are under way', async () => {
  let under = 0;
  let most = 0;
  const slow: RequestListener = (_, response) => {
    under += 1;
    most = Math.max(most, under);
    setTimeout(() => {
      under -= 1;
      response.end('a {}');
    }, 50);
  };
  const paths = { '/x': slow };
  const sites = await Promise.all([site(paths), site(paths), site(paths), site(paths)]);
  const { fetch } = client(sites[0].url);
  await Promise.all(
    sites.flatMap(({ url }) =>
      Array.from({ length: 5 }, (_, n) => fetch({ url: `${url}/x?${String(n)}`, kind: 'asset' })),
    ),
  );
  expect(most).toBe(8);
});
