import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { ask, client, closeAll, html, says, site } from './fetch-testing.ts';

afterEach(closeAll);

const unchanged: RequestListener = (request, response) => {
  response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' }).end();
};
const conditions = { 'if-none-match': '"1"', 'if-modified-since': 'Mon, 03 Aug 2026 08:00:00 GMT' };

test('an answer that still holds is fine, has no body, and is asked for once', async () => {
  const { url, asked, lines } = await site({ '/page': unchanged });
  const fetched = await client(url).fetch({ url: `${url}/page`, kind: 'page', conditions });
  expect(fetched).toMatchObject({ outcome: 'ok', status: 304, headers: { etag: '"1"' }, requests: 1 });
  expect(fetched).not.toHaveProperty('body');
  expect(lines()).toEqual(['GET /page']);
  expect(asked.at(-1)?.headers).toMatchObject(conditions);
});

test('a link of another site is asked on its conditions too', async () => {
  const { url, lines } = await site({ '/page': unchanged });
  const fetched = await client(url).fetch({ url: `${url}/page`, kind: 'external', conditions });
  expect(fetched).toMatchObject({ outcome: 'ok', status: 304 });
  expect(lines()).toEqual(['HEAD /page']);
});

test('a server that says unchanged to whoever set no condition refuses to answer', async () => {
  const { url } = await site({ '/page': says(304) });
  expect(await ask(`${url}/page`)).toMatchObject({ outcome: 'blocked', status: 304 });
});

test('what is known is not sent for: only whether it may be asked is told', async () => {
  const robots: RequestListener = (_, response) => response.end('User-agent: *\nDisallow: /prive');
  const { url, lines } = await site({ '/robots.txt': robots, '/page': html });
  const { fetch } = client(url);
  expect(await fetch({ url: `${url}/page`, kind: 'page', isKnown: true })).toMatchObject({
    outcome: 'ok',
    status: 304,
    requests: 0,
  });
  expect(await fetch({ url: `${url}/prive`, kind: 'page', isKnown: true })).toMatchObject({
    outcome: 'refused_by_robots',
  });
  expect(await fetch({ url: 'http://10.0.0.1/', kind: 'page', isKnown: true })).toMatchObject({
    outcome: 'out_of_scope',
  });
  expect(lines()).toEqual([]);
});
