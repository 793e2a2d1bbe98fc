import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { downloadFeed, OFFICIAL_FEEDS, type Download } from './feed-download.ts';
import { feedFiles, zipOf } from './feed-testing.ts';
import { closeAll, inTurn, says, site, wire } from './fetch-testing.ts';
import type { Conditions } from './fetch.ts';

afterEach(closeAll);

const ZIP = zipOf(feedFiles());
const CHANGED = 'Tue, 24 Nov 2026 04:00:00 GMT';

/** A server that knows its zip again by each of its two marks. */
const zipped: RequestListener = ({ headers }, response) => {
  const isKnown = headers['if-none-match'] === '"a"' || headers['if-modified-since'] === CHANGED;
  const marks = { etag: '"a"', 'last-modified': CHANGED };
  if (isKnown) response.writeHead(304, marks).end();
  else response.writeHead(200, { ...marks, 'content-type': 'application/zip' }).end(ZIP);
};

const download = (
  address: string,
  conditions: Conditions = {},
  more: Partial<Parameters<typeof downloadFeed>[2]> = {},
): Promise<Download> =>
  downloadFeed(address, conditions, {
    allowPrivate: true,
    now: () => new Date('2026-11-25T08:00:00Z'),
    limits: { backOff: [5, 10], elsewhere: 0, refusedPause: 5 },
    ...more,
  });

const refused = (address: string, code: string, message: RegExp, more = {}): Promise<void> =>
  expect(download(address, {}, more)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
  });

test('a zip comes whole, with what it is known again by, and robots.txt is not asked', async () => {
  const { url, asked } = await site({ '/flux.zip': zipped });
  expect(await download(`${url}/flux.zip`)).toEqual({
    isUnchanged: false,
    zip: ZIP,
    conditions: { 'if-none-match': '"a"', 'if-modified-since': CHANGED },
    changedOn: '2026-11-24',
  });
  expect(asked.map(({ line }) => line)).toEqual(['GET /flux.zip']);
});

test('one that has not changed is not sent again, whichever mark the server gives', async () => {
  const { url } = await site({ '/flux.zip': zipped });
  expect(await download(`${url}/flux.zip`, { 'if-none-match': '"a"' })).toEqual({ isUnchanged: true });
  expect(await download(`${url}/flux.zip`, { 'if-modified-since': CHANGED })).toEqual({ isUnchanged: true });
  expect((await download(`${url}/flux.zip`, { 'if-none-match': '"b"' })).isUnchanged).toBe(false);
});

test('a server that gives no mark is asked again in full', async () => {
  const { url } = await site({ '/flux.zip': (_, response) => response.end(ZIP) });
  expect(await download(`${url}/flux.zip`)).toMatchObject({ conditions: {}, changedOn: null });
});

test('a redirect is followed, with the conditions; a loop is not, for ever', async () => {
  const { url, asked } = await site({
    '/ancien.zip': says(301, { location: '/flux.zip' }),
    '/flux.zip': zipped,
    '/boucle.zip': says(302, { location: '/boucle.zip' }),
  });
  expect(await download(`${url}/ancien.zip`, { 'if-none-match': '"a"' })).toEqual({ isUnchanged: true });
  await refused(`${url}/boucle.zip`, 'feed-download', /redirections sans fin/);
  expect(asked.length).toBeLessThan(10);
});

test('a passing fault is tried again', async () => {
  const { url } = await site({ '/flux.zip': inTurn(says(503), zipped) });
  expect((await download(`${url}/flux.zip`)).isUnchanged).toBe(false);
});

test('what is missing, cut short or too large is told, with what to do', async () => {
  const { url } = await site({ '/grand.zip': (_, response) => response.end(Buffer.alloc(5_000)) });
  await refused(`${url}/absent.zip`, 'feed-download', /absente.*vérifier l’adresse/);
  await refused(`${url}/grand.zip`, 'feed-download', /trop volumineuse/, { limits: { whole: 4_000 } });
  const cut = await wire((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nPK'));
  await refused(`${cut.url}/flux.zip`, 'feed-download', /incomplète/, { limits: { backOff: [] } });
});

test('a private address is asked when it is allowed, and not otherwise', async () => {
  const { url, asked } = await site({ '/flux.zip': zipped });
  await refused(`${url}/flux.zip`, 'feed-download-private', /--allow-private/, { allowPrivate: false });
  expect(asked).toEqual([]);
});

test('a feed never leads to a private address that was not written', async () => {
  const other = await site({ '/flux.zip': zipped }, '127.0.0.2');
  const { url } = await site({ '/flux.zip': says(302, { location: `${other.url}/flux.zip` }) });
  await refused(`${url}/flux.zip`, 'feed-download', /adresse privée.*vérifier l’adresse/);
  expect(other.asked).toEqual([]);
});

test('the official feeds are those of the schema that is read best', () => {
  expect(
    OFFICIAL_FEEDS.every((address) =>
      /^https:\/\/[\w.]+\.service-public\.gouv\.fr\/vdd\/3\.5\//.test(address),
    ),
  ).toBe(true);
});
